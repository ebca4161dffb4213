"""The codes of findings: one table for checks, docs and `explain`."""

from __future__ import annotations

from typing import Final, Literal

import attrs

__all__ = ["CODES", "SEVERITIES", "Code", "Severity"]

Severity = Literal["error", "warning", "info"]
SEVERITIES: Final[tuple[Severity, ...]] = ("error", "warning", "info")
"""All severities, the most severe first."""


@attrs.frozen(kw_only=True)
class Code:
    """What a code means, apart from any single finding.

    Attributes:
        code: "CT" and three digits; never reused.
        name: a name in words, kebab-case.
        severity: how severe its findings are by default.
        why: why it matters, a sentence.
        fix: what to do, a sentence; a finding may have a more exact one.
        authority: who says that it is wrong; empty if only claimtrack's model does.
    """

    code: str
    name: str
    severity: Severity
    why: str
    fix: str
    authority: str = ""


_TABLE: Final[tuple[Code, ...]] = (
    # CT000-CT009: is it JSON that every program reads in the same way?
    Code(
        code="CT001",
        name="not-utf-8",
        severity="error",
        why="JSON is exchanged in UTF-8; other encodings garble names.",
        fix="Save the file as UTF-8.",
        authority="RFC 8259, section 8.1",
    ),
    Code(
        code="CT002",
        name="not-json",
        severity="error",
        why="Nothing can be checked until the text parses.",
        fix="Correct the syntax at this place.",
        authority="RFC 8259, section 2",
    ),
    Code(
        code="CT003",
        name="duplicate-key",
        severity="error",
        why="Programs disagree on which of two equal keys counts.",
        fix="Keep one of them.",
        authority="RFC 7493, section 2.3",
    ),
    Code(
        code="CT004",
        name="too-deep",
        severity="error",
        why="No record needs it, and deep nesting crashes other programs.",
        fix="Flatten the value; the depth limit is 64.",
        authority="RFC 8259, section 9",
    ),
    Code(
        code="CT005",
        name="number-out-of-range",
        severity="error",
        why="Programs round or refuse such numbers in different ways.",
        fix="Write it as text, or use a number that every program can hold exactly.",
        authority="RFC 7493, section 2.2",
    ),
    Code(
        code="CT006",
        name="forbidden-character",
        severity="error",
        why="NUL and half surrogates are lost or cut off by other programs.",
        fix="Remove the character.",
        authority="RFC 7493, section 2.1",
    ),
    Code(
        code="CT007",
        name="too-large",
        severity="error",
        why="A limit keeps hostile input from using up the memory.",
        fix="Split it, or raise the limit where you call validation.",
        authority="RFC 8259, section 9",
    ),
    Code(
        code="CT008",
        name="byte-order-mark",
        severity="info",
        why="Some programs refuse a file that begins with one.",
        fix="Save the file as UTF-8 without a byte order mark.",
        authority="RFC 8259, section 8.1",
    ),
    Code(
        code="CT009",
        name="not-a-record",
        severity="error",
        why="Only records and dossiers of records can be checked.",
        fix=(
            'Give a dossier, with "claimtrack" and "records", or a record with a '
            '"type".'
        ),
    ),
    # CT010-CT019: does it have the shape that the JSON Schemas describe?
    Code(
        code="CT010",
        name="wrong-type",
        severity="error",
        why="A program that reads this field expects another type of value.",
        fix="Give a value of the type that the field takes.",
        authority="RFC 8259, section 3",
    ),
    Code(
        code="CT011",
        name="missing-field",
        severity="error",
        why="Without this field, the record says nothing.",
        fix="Add the field.",
    ),
    Code(
        code="CT012",
        name="unknown-field",
        severity="error",
        why=(
            "No program reads a field that it does not know, so what it holds gets "
            "lost."
        ),
        fix='Correct the name of the field, or keep foreign data in "ext".',
    ),
    Code(
        code="CT013",
        name="unknown-value",
        severity="error",
        why="The field takes one of a fixed list of values.",
        fix="Use one of the listed values.",
    ),
    Code(
        code="CT014",
        name="malformed-text",
        severity="error",
        why="Programs that read this field rely on the form of its text.",
        fix="Write it in the form that the message names.",
    ),
    Code(
        code="CT015",
        name="text-length",
        severity="error",
        why=(
            "Empty text says nothing, and lengths are limited so that checks stay fast."
        ),
        fix="Shorten or fill in the text.",
    ),
    Code(
        code="CT016",
        name="list-length",
        severity="error",
        why=(
            "An empty list says nothing, and lengths are limited so that checks stay "
            "fast."
        ),
        fix="Shorten or fill in the list.",
    ),
    Code(
        code="CT017",
        name="number-bounds",
        severity="error",
        why="A number outside this range has no meaning here.",
        fix="Give a number inside the range.",
    ),
    Code(
        code="CT019",
        name="misplaced-field",
        severity="error",
        why="The field exists, but not for a record of this kind.",
        fix="Remove the field, or change the kind.",
    ),
    # CT020-CT029: do the values make sense?
    Code(
        code="CT020",
        name="date-form",
        severity="error",
        why=(
            "Dates are written in EDTF (ISO 8601-2), which shows what is known and "
            "what is not."
        ),
        fix="Write 2025-04-17, 2025-04, 2025, 2025-04~ or 2025-04/2025-06.",
        authority="ISO 8601-2",
    ),
    Code(
        code="CT021",
        name="time-without-offset",
        severity="error",
        why="A clock time without its offset may be off by a day.",
        fix="Add the offset (Z or +03:00), or write the day without the time.",
        authority="ISO 8601-2",
    ),
    Code(
        code="CT022",
        name="impossible-date",
        severity="error",
        why="The calendar has no such day or time.",
        fix="Correct the date; leave out the parts that are not known.",
        authority="ISO 8601-2",
    ),
    Code(
        code="CT023",
        name="reversed-interval",
        severity="error",
        why="An interval runs from its earlier to its later end.",
        fix="Swap the two dates, or correct one.",
        authority="ISO 8601-2",
    ),
    Code(
        code="CT024",
        name="reversed-bounds",
        severity="error",
        why="The lower bound is above the upper one, so no number fits between them.",
        fix="Swap the two numbers, or correct one.",
    ),
    Code(
        code="CT025",
        name="no-such-link",
        severity="error",
        why="An excerpt points at a link of its chain by its index, counted from 0.",
        fix="Give the index of a link that the chain has.",
    ),
    Code(
        code="CT026",
        name="self-relation",
        severity="error",
        why="A relation joins two records.",
        fix="Name two different records, or remove the relation.",
    ),
    Code(
        code="CT027",
        name="unsupported-version",
        severity="error",
        why=(
            "This version of claimtrack does not know what files of another major "
            "version mean."
        ),
        fix="Use a version of claimtrack that reads this file.",
    ),
    Code(
        code="CT028",
        name="newer-version",
        severity="warning",
        why=(
            "Fields that this version does not know are kept and written back, but "
            "not read."
        ),
        fix="Use a newer version of claimtrack to have them checked.",
    ),
    Code(
        code="CT029",
        name="unregistered-code",
        severity="error",
        why=(
            "Codes of languages and countries come from a register; programs ignore "
            "or misread other codes."
        ),
        fix="Use the registered code.",
        authority="BCP 47 (RFC 5646), section 2.2.9; ISO 3166-1",
    ),
    # CT030-CT039: can the sheet be read, and does it say what is meant?
    Code(
        code="CT030",
        name="unreadable-line",
        severity="error",
        why="A line that cannot be read becomes no record, and nobody would notice.",
        fix="Correct the line as the message says.",
    ),
    Code(
        code="CT031",
        name="unknown-word",
        severity="error",
        why="An unknown word could mean anything, so claimtrack does not use it.",
        fix="Use a word of the notation, or put the text in quotes.",
    ),
    Code(
        code="CT032",
        name="undeclared-name",
        severity="warning",
        why="A name written in two ways becomes two sources.",
        fix="Declare the source with its kind, or correct the name.",
    ),
    Code(
        code="CT033",
        name="ambiguous-name",
        severity="error",
        why="The name fits more than one record, so choosing one would be a guess.",
        fix="Write the id in square brackets.",
    ),
    Code(
        code="CT034",
        name="words-not-found",
        severity="warning",
        why="Without its place in the article, nobody can look the quote up.",
        fix="Quote words that occur exactly once in the article.",
    ),
    Code(
        code="CT035",
        name="open-doubt",
        severity="warning",
        why="Somebody noted that this is not settled.",
        fix="Settle it and delete the line.",
    ),
    Code(
        code="CT036",
        name="suspicious-line",
        severity="warning",
        why="The line can be read, but probably does not say what is meant.",
        fix="Correct it, or put the text in quotes.",
    ),
    # CT040-CT049: does a record contradict itself, or a record that it refers to?
    Code(
        code="CT040",
        name="excerpt-length",
        severity="warning",
        why=(
            "The quoted words and their place do not match, so the passage cannot be "
            "found again."
        ),
        fix=(
            "Count start and end in code points from 0, with end after the last one; "
            "or remove start and end, or exact."
        ),
        authority="W3C Web Annotation Data Model, section 4.2.5",
    ),
    Code(
        code="CT041",
        name="modified-before-published",
        severity="warning",
        why=(
            "A document cannot change before it comes out; rules that compare dates "
            "would blame whoever cites it."
        ),
        fix="Correct published or modified.",
    ),
    Code(
        code="CT042",
        name="rating-outside-scale",
        severity="warning",
        why=(
            "A number outside its own scale says nothing; publishers use it for "
            '"not rated".'
        ),
        fix="Correct the number or the scale, or keep the verdict in words alone.",
        authority="schema.org, Rating",
    ),
    Code(
        code="CT043",
        name="joined-kinds-differ",
        severity="warning",
        why=(
            "A person is not a group, and neither of them is a place. All results "
            "count the joined sources as one."
        ),
        fix="Remove a same-as relation, or correct the kind that is wrong.",
    ),
    Code(
        code="CT044",
        name="joined-counts-differ",
        severity="warning",
        why=(
            "One source cannot be two different numbers of people. Until it is "
            "settled, all results allow for every number from the lowest to the "
            "highest."
        ),
        fix="Remove a same-as relation, or correct the count that is wrong.",
    ),
    Code(
        code="CT045",
        name="excerpt-not-in-text",
        severity="warning",
        why="Words in quotation marks that are not in the document are nobody's words.",
        fix="Quote the text as it is, or give the text of the right document.",
        authority="W3C Web Annotation Data Model, section 4.2.4",
    ),
    Code(
        code="CT046",
        name="excerpt-elsewhere",
        severity="warning",
        why="This place in the text has other words, so nobody can look the quote up.",
        fix="Correct start and end, or remove them and let claimtrack fmt --text find "
        "the place.",
        authority="W3C Web Annotation Data Model, section 4.2.5",
    ),
    # CT050-CT069: what does a draft, or a tool's proposal, leave for a person to do?
    Code(
        code="CT050",
        name="who-is-meant",
        severity="warning",
        why=(
            "A tool cannot tell who is meant by a pronoun, and the wrong name makes a "
            "false quote."
        ),
        fix="Keep the right candidate as the source.",
    ),
    Code(
        code="CT051",
        name="carried-source",
        severity="info",
        why="The outlet is named elsewhere, and may not be a source of this paragraph.",
        fix="Check that the article still relies on this outlet here.",
    ),
    Code(
        code="CT052",
        name="unsure-draft",
        severity="info",
        why="What is found in this way is often not a statement by anybody.",
        fix="Read the sentence; accept the claim or drop it.",
    ),
    Code(
        code="CT053",
        name="interrupted-statement",
        severity="info",
        why="A claim with a part missing may say something else.",
        fix="Write the claim as one sentence.",
    ),
    Code(
        code="CT054",
        name="no-speaker",
        severity="warning",
        why="A statement without a speaker has nobody to answer for it.",
        fix="Name the source, or leave the end open.",
    ),
    Code(
        code="CT055",
        name="name-taken-as-one",
        severity="warning",
        why="Two people can share a last name.",
        fix="Check that both names mean one person, or split the source.",
    ),
    Code(
        code="CT056",
        name="no-number",
        severity="info",
        why="The number of people behind a claim decides how well it is supported.",
        fix="Correct the count where you know the number.",
    ),
    Code(
        code="CT057",
        name="two-names-of-one",
        severity="warning",
        why="One source under two names counts as two.",
        fix=(
            "Merge them into one source, or keep both if the text means different "
            "bodies."
        ),
    ),
    Code(
        code="CT058",
        name="cue-not-drafted",
        severity="info",
        why="There is a verb of saying here, but no statement was found for it.",
        fix="Read the sentence; add a claim if somebody says something.",
    ),
    Code(
        code="CT059",
        name="nobody-says",
        severity="info",
        why=(
            "Without a source, the sentence is the article's own word or that of "
            "somebody named elsewhere."
        ),
        fix="Add the source, or leave the sentence to the publisher.",
    ),
    Code(
        code="CT060",
        name="not-in-article",
        severity="error",
        why="Words that are not in the article may be invented.",
        fix="Quote the article word for word.",
    ),
    Code(
        code="CT061",
        name="not-once-in-article",
        severity="error",
        why="If the words occur in several places, nobody can tell which one is meant.",
        fix="Add what comes right before or after as prefix or suffix.",
    ),
    Code(
        code="CT062",
        name="name-not-in-article",
        severity="error",
        why="A source that the article does not name may be invented.",
        fix="Use the words that the article uses for the source.",
    ),
    Code(
        code="CT063",
        name="joined-quotes",
        severity="error",
        why="Words from two places, put together, make a quote that nobody said.",
        fix="Give each quote as a separate piece.",
    ),
    Code(
        code="CT064",
        name="wrong-offset",
        severity="error",
        why="An offset that does not match its words points to something else.",
        fix="Leave the offsets out; claimtrack looks for the words.",
    ),
    Code(
        code="CT065",
        name="not-a-proposal",
        severity="error",
        why="Only a proposal of the right form can be anchored.",
        fix="Write it as `claimtrack schema proposal` describes.",
    ),
    # CT700-CT709: do the records hold together?
    Code(
        code="CT700",
        name="merge-conflict",
        severity="warning",
        why="Two dossiers disagree, and no program can know which of them is right.",
        fix="Decide which one is right, or give one of the two another id.",
    ),
    Code(
        code="CT701",
        name="dangling-reference",
        severity="error",
        why="Readers cannot look up what the record refers to.",
        fix="Correct the id, or add the record that it names.",
    ),
    Code(
        code="CT702",
        name="duplicate-id",
        severity="error",
        why="An id must name only one record of the dossier, whatever its type.",
        fix="Give one of the two another id.",
    ),
    Code(
        code="CT703",
        name="shared-name",
        severity="warning",
        why="From the name, readers cannot tell which source is meant.",
        fix=(
            "Merge the sources, join them with same-as or distinct-from, or remove "
            "the alias."
        ),
    ),
    Code(
        code="CT705",
        name="unreachable-record",
        severity="info",
        why="No claim, attribution or judgement leads to this record.",
        fix="Refer to it, or remove it.",
    ),
    Code(
        code="CT706",
        name="circular-order",
        severity="error",
        why=(
            "A record comes after the one that it replaces, so no record can replace "
            "itself."
        ),
        fix="Remove or reverse one of the relations.",
    ),
    Code(
        code="CT707",
        name="idle-waiver",
        severity="warning",
        why=(
            "A waiver that matches nothing would silently hide the next finding of "
            "its kind."
        ),
        fix="Remove the waiver, correct its rule, or set a later end.",
    ),
    Code(
        code="CT708",
        name="head-is-not-publisher",
        severity="warning",
        why="A chain begins with the publisher of the document that it was read in.",
        fix="Start the chain with the publisher, or name the right document.",
    ),
    Code(
        code="CT709",
        name="mistyped-reference",
        severity="error",
        why="The id leads to a record of another type than this field needs.",
        fix="Refer to a record of the type that the field needs.",
    ),
    # CT710-CT719: does what is published have what its readers need?
    Code(
        code="CT710",
        name="profile-requires",
        severity="error",
        why="Services that read this profile skip a document without this value.",
        fix="Record the value, or publish in the profile plain.",
    ),
    Code(
        code="CT711",
        name="profile-recommends",
        severity="warning",
        why="A document of this profile is more useful with this value.",
        fix="Record the value, if it is known.",
    ),
    # CT720-CT759: how does a foreign document depart from its format?
    Code(
        code="CT720",
        name="no-review",
        severity="warning",
        why="The document has nothing that can be imported as a fact-check.",
        fix=(
            "Check that it is the right file, and that it has the format that was "
            "asked for."
        ),
    ),
    Code(
        code="CT721",
        name="unreadable-document",
        severity="error",
        why="A document that cannot be read cannot be imported.",
        fix="Correct the text, or ask for another export.",
    ),
    Code(
        code="CT722",
        name="unexpected-value",
        severity="info",
        why="Programs that expect another type of value here do not read this one.",
        fix="Tell the publisher; the value is kept as it is.",
    ),
    Code(
        code="CT723",
        name="no-claim-text",
        severity="warning",
        why="Without the text of the claim, readers cannot know what was checked.",
        fix="Ask the publisher to add claimReviewed.",
    ),
    Code(
        code="CT724",
        name="unreadable-date",
        severity="warning",
        why="A value that is not a date cannot be compared with dates.",
        fix="Correct the date, or leave it as words.",
    ),
    Code(
        code="CT725",
        name="same-time",
        severity="info",
        why=(
            "Software often fills in both dates, so neither shows when the claim was "
            "made."
        ),
        fix="Look up when the claim was made.",
    ),
    Code(
        code="CT726",
        name="review-before-claim",
        severity="warning",
        why="Nobody checks a claim before it is made, so one of the dates is wrong.",
        fix="Look up both dates.",
    ),
    Code(
        code="CT727",
        name="mended-address",
        severity="info",
        why="Programs that follow the address as it is written do not reach the page.",
        fix="Check that the address leads to the right page.",
    ),
    Code(
        code="CT728",
        name="no-address",
        severity="warning",
        why="Nobody can follow this value, so it is kept beside the record.",
        fix="Give the address of the document, or correct the value.",
    ),
    Code(
        code="CT729",
        name="no-rating-number",
        severity="info",
        why="A value that is not a number has no place on a scale.",
        fix="Tell the publisher; the value is kept as it is.",
    ),
    Code(
        code="CT730",
        name="no-rating-scale",
        severity="info",
        why="A number without its scale says nothing; the verdict in words counts.",
        fix="Use the verdict in words.",
    ),
    Code(
        code="CT731",
        name="checker-as-claimant",
        severity="warning",
        why="Whoever checks a claim did not make it, so no claimant is recorded.",
        fix="Look up who made the claim.",
    ),
    Code(
        code="CT732",
        name="unknown-verdict",
        severity="info",
        why="The verdict is kept in its own words, but cannot be compared with others.",
        fix="Add it to a map of verdicts of your own.",
    ),
    Code(
        code="CT733",
        name="rating-contradicts-verdict",
        severity="warning",
        why=(
            "Publishers forget the number more often than the word, so the word counts."
        ),
        fix="Read the review, and tell the publisher.",
    ),
    Code(
        code="CT734",
        name="value-not-taken",
        severity="warning",
        why=(
            "The value does not fit the limits of the field, so it is kept beside the "
            "record."
        ),
        fix="Shorten or correct the value.",
    ),
    Code(
        code="CT735",
        name="markup-in-text",
        severity="info",
        why="Readers see the markup instead of the text.",
        fix="Remove the markup where the text is shown.",
    ),
    Code(
        code="CT736",
        name="wrongly-decoded",
        severity="warning",
        why=(
            "The text was read in a different encoding from the one that it was "
            "written in."
        ),
        fix="Export the data again, in UTF-8.",
    ),
    Code(
        code="CT737",
        name="unresolved-reference",
        severity="warning",
        why="Readers cannot look up what the value refers to.",
        fix="Import the whole page, with all of its scripts.",
    ),
    Code(
        code="CT738",
        name="no-language",
        severity="info",
        why="Programs choose dictionaries and fonts by the language.",
        fix='Use a BCP 47 tag such as "pt-BR".',
    ),
    Code(
        code="CT739",
        name="kept-as-text",
        severity="warning",
        why="Other programs would lose the value or change it.",
        fix="Do nothing: the value is kept as JSON text in ext.",
    ),
    Code(
        code="CT740",
        name="imported-before",
        severity="info",
        why="Pages of results overlap, and one review is enough.",
        fix="Do nothing: the review is in an earlier dossier of the run.",
    ),
    Code(
        code="CT741",
        name="imported-otherwise",
        severity="warning",
        why="One of the two is out of date, and no program can know which.",
        fix="Compare the two, and keep the one that is up to date.",
    ),
    Code(
        code="CT742",
        name="two-values",
        severity="info",
        why="A record has one value, so the other is kept beside it.",
        fix="Decide which of the two is right.",
    ),
    Code(
        code="CT743",
        name="key-twice",
        severity="warning",
        why="Programs disagree on which of two equal keys counts, so both are kept.",
        fix="Ask the publisher to remove one of them.",
    ),
    Code(
        code="CT744",
        name="no-column",
        severity="error",
        why=(
            "If a map names a column that the table does not have, it reads nothing "
            "from it."
        ),
        fix="Correct the name of the column in the map.",
    ),
    Code(
        code="CT745",
        name="table-dialect",
        severity="info",
        why="A table does not say how it is to be read; this is how it was read.",
        fix=(
            "Check that the columns are right; if they are not, export the table again."
        ),
    ),
    Code(
        code="CT746",
        name="uneven-row",
        severity="warning",
        why="A value that belongs to no column may have slipped out of another one.",
        fix="Check the row for a delimiter inside a value.",
    ),
    Code(
        code="CT747",
        name="empty-formula",
        severity="warning",
        why="The spreadsheet was never computed, so the formula has no value.",
        fix="Open it in a spreadsheet program, and save it.",
    ),
    Code(
        code="CT748",
        name="unreadable-chain",
        severity="warning",
        why="A chain that cannot be read does not say on whose word the claim is made.",
        fix="Write it like this: UNN < Bloomberg < ??European officials.",
    ),
    Code(
        code="CT749",
        name="no-verdict",
        severity="warning",
        why="A review without a verdict is only a document, and judges nothing.",
        fix="Ask the publisher to give reviewRating.",
    ),
    Code(
        code="CT750",
        name="outdated-block",
        severity="warning",
        why="The document was changed after the dossier was put into it.",
        fix="Read what the document says, or export the dossier again.",
    ),
    # CT800-CT809: is anybody in danger?
    Code(
        code="CT801",
        name="identity-in-dossier",
        severity="error",
        why=(
            "A dossier is not a vault: anyone who gets the file learns who the "
            "source is."
        ),
        fix=(
            "Remove everything that says who it is; only what the text itself says "
            "may stay."
        ),
    ),
    Code(
        code="CT806",
        name="person-in-description",
        severity="info",
        why="Knowing whom a source is close to can lead to the source.",
        fix=(
            "If the text says so, add the person to the affiliations; if it does not, "
            "describe the source without the name."
        ),
    ),
)

CODES: Final[dict[str, Code]] = {entry.code: entry for entry in _TABLE}
"""Code → its entry, in order."""
