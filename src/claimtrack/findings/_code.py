"""The codes that findings carry: one table, used by checks, docs and `explain`."""

from __future__ import annotations

from typing import Final, Literal

import attrs

__all__ = ["CODES", "SEVERITIES", "Code", "Severity"]

Severity = Literal["error", "warning", "info"]
SEVERITIES: Final[tuple[Severity, ...]] = ("error", "warning", "info")
"""Most severe first."""


@attrs.frozen
class Code:
    """What a code means, apart from any single finding.

    Attributes:
        code: "CT" and three digits; never reused.
        name: the same in words, kebab-case.
        severity: how severe a finding of it is unless told otherwise.
        why: why it matters, a sentence.
        fix: what to do, a sentence; a finding may say it more exactly.
        authority: who says that it is wrong; empty where our own model does.
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
        "CT001",
        "not-utf-8",
        "error",
        "JSON is exchanged in UTF-8; other encodings turn names into rubbish.",
        "Save the file as UTF-8.",
        "RFC 8259, section 8.1",
    ),
    Code(
        "CT002",
        "not-json",
        "error",
        "Nothing can be checked until the text parses.",
        "Correct the syntax at this place.",
        "RFC 8259, section 2",
    ),
    Code(
        "CT003",
        "duplicate-key",
        "error",
        "Programs disagree on which of two equal keys counts.",
        "Keep one of them.",
        "RFC 7493, section 2.3",
    ),
    Code(
        "CT004",
        "too-deep",
        "error",
        "No record needs it, and deep nesting crashes other programs.",
        "Flatten the value; the depth limit is 64.",
        "RFC 8259, section 9",
    ),
    Code(
        "CT005",
        "number-out-of-range",
        "error",
        "Programs round or refuse such numbers in different ways.",
        "Write it as text, or use a number that every program holds exactly.",
        "RFC 7493, section 2.2",
    ),
    Code(
        "CT006",
        "forbidden-character",
        "error",
        "NUL and half surrogates are lost or cut off by other programs.",
        "Remove the character.",
        "RFC 7493, section 2.1",
    ),
    Code(
        "CT007",
        "too-large",
        "error",
        "A limit keeps hostile input from filling the memory.",
        "Split it, or raise the limit where you call validation.",
        "RFC 8259, section 9",
    ),
    Code(
        "CT008",
        "byte-order-mark",
        "info",
        "Some programs refuse a file that begins with one.",
        "Save the file as UTF-8 without a byte order mark.",
        "RFC 8259, section 8.1",
    ),
    Code(
        "CT009",
        "not-a-record",
        "error",
        "Only records and dossiers of records can be checked.",
        'Give a dossier ("claimtrack", "records") or a record with its "type".',
    ),
    # CT010-CT019: has it the shape that the JSON Schemas describe?
    Code(
        "CT010",
        "wrong-type",
        "error",
        "A program that reads this field expects another type of value.",
        "Give a value of the type that the field takes.",
        "RFC 8259, section 3",
    ),
    Code(
        "CT011",
        "missing-field",
        "error",
        "The record says nothing without it.",
        "Add the field.",
    ),
    Code(
        "CT012",
        "unknown-field",
        "error",
        "A field that nobody reads is a fact that gets lost.",
        'Correct the name of the field, or keep foreign data in "ext".',
    ),
    Code(
        "CT013",
        "unknown-value",
        "error",
        "The field takes one of a fixed list of values.",
        "Use one of the listed values.",
    ),
    Code(
        "CT014",
        "malformed-text",
        "error",
        "The text has not the form that this field promises to its readers.",
        "Write it in the form that the message names.",
    ),
    Code(
        "CT015",
        "text-length",
        "error",
        "Empty text says nothing, and lengths are bounded so that checks stay fast.",
        "Shorten or fill in the text.",
    ),
    Code(
        "CT016",
        "list-length",
        "error",
        "An empty list says nothing, and lengths are bounded so that checks stay fast.",
        "Shorten or fill in the list.",
    ),
    Code(
        "CT017",
        "number-bounds",
        "error",
        "The number lies outside the range in which it means something.",
        "Give a number inside the range.",
    ),
    Code(
        "CT019",
        "misplaced-field",
        "error",
        "The field exists, but not for a record of this kind.",
        "Remove the field, or change the kind.",
    ),
    # CT020-CT029: do the values make sense?
    Code(
        "CT020",
        "date-form",
        "error",
        "Dates are EDTF (ISO 8601-2), so that what is known and unknown stays clear.",
        "Write 2025-04-17, 2025-04, 2025, 2025-04~ or 2025-04/2025-06.",
        "ISO 8601-2",
    ),
    Code(
        "CT021",
        "time-without-offset",
        "error",
        "A clock time without its offset may be off by a day.",
        "Add the offset (Z or +03:00), or write the day without the time.",
        "ISO 8601-2",
    ),
    Code(
        "CT022",
        "impossible-date",
        "error",
        "The calendar has no such day or time.",
        "Correct the date; leave out the parts that are not known.",
        "ISO 8601-2",
    ),
    Code(
        "CT023",
        "reversed-interval",
        "error",
        "An interval runs from its earlier to its later end.",
        "Swap the two dates, or correct one.",
        "ISO 8601-2",
    ),
    Code(
        "CT024",
        "reversed-bounds",
        "error",
        "The lower bound lies above the upper one, so nothing fits between.",
        "Swap the two numbers, or correct one.",
    ),
    Code(
        "CT025",
        "no-such-link",
        "error",
        "An excerpt points at a link of its chain by its index, counted from 0.",
        "Give the index of a link that the chain has.",
    ),
    Code(
        "CT026",
        "self-relation",
        "error",
        "A relation joins two records.",
        "Name two different records, or remove the relation.",
    ),
    Code(
        "CT027",
        "unsupported-version",
        "error",
        "The meaning of a file of another major version is not known here.",
        "Use a claimtrack that reads this version.",
    ),
    Code(
        "CT028",
        "newer-version",
        "warning",
        "Fields that this version does not know are kept and written back, unread.",
        "Use a newer claimtrack to have them checked.",
    ),
    Code(
        "CT029",
        "unregistered-code",
        "error",
        "Codes of languages and countries come from a register; programs take others "
        "for nothing, or for something else.",
        "Use the registered code.",
        "BCP 47 (RFC 5646), section 2.2.9; ISO 3166-1",
    ),
    # CT030-CT039: can the sheet be read, and is it read as it is meant?
    Code(
        "CT030",
        "unreadable-line",
        "error",
        "A line that cannot be read makes no record, and nobody would notice.",
        "Correct the line as the message says.",
    ),
    Code(
        "CT031",
        "unknown-word",
        "error",
        "A word that is not known could mean anything, so nothing is made of it.",
        "Use a word of the notation, or put the text in quotes.",
    ),
    Code(
        "CT032",
        "undeclared-name",
        "warning",
        "A name that is written in two ways becomes two sources.",
        "Declare the source with its kind, or correct the name.",
    ),
    Code(
        "CT033",
        "ambiguous-name",
        "error",
        "Which of them is meant would be a guess.",
        "Write the id in square brackets.",
    ),
    Code(
        "CT034",
        "words-not-found",
        "warning",
        "Without its place in the article, nobody can look the quote up.",
        "Quote words that stand in the article once.",
    ),
    Code(
        "CT035",
        "open-doubt",
        "warning",
        "Somebody noted that this is not settled.",
        "Settle it and delete the line.",
    ),
    Code(
        "CT036",
        "suspicious-line",
        "warning",
        "It can be read, and probably does not say what is meant.",
        "Correct it, or put the text in quotes.",
    ),
    # CT040-CT049: does a record contradict itself, or one that it is joined to?
    Code(
        "CT040",
        "excerpt-length",
        "warning",
        "The quoted words do not fit the place, so the passage cannot be found again.",
        "Count code points from 0, with end behind the last one; or remove start and "
        "end, or exact.",
        "W3C Web Annotation Data Model, section 4.2.5",
    ),
    Code(
        "CT041",
        "modified-before-published",
        "warning",
        "A document cannot be changed before it comes out; rules that compare dates "
        "would blame whoever cites it.",
        "Correct published or modified.",
    ),
    Code(
        "CT042",
        "rating-outside-scale",
        "warning",
        "A number outside its own scale says nothing; publishers use it for "
        '"not rated".',
        "Correct the number or the scale, or keep the verdict in words alone.",
        "schema.org, Rating",
    ),
    Code(
        "CT043",
        "joined-kinds-differ",
        "warning",
        "One human being is not a body of several people, and neither is a place. "
        "All results count the joined sources as one.",
        "Remove a same-as relation, or correct the kind that is wrong.",
    ),
    Code(
        "CT044",
        "joined-counts-differ",
        "warning",
        "One source is not two numbers of people at once. Until it is settled, all "
        "results allow for every number from the lowest to the highest.",
        "Remove a same-as relation, or correct the count that is wrong.",
    ),
    # CT700-CT709: do the records hold together?
    Code(
        "CT700",
        "merge-conflict",
        "warning",
        "Two dossiers disagree, and no program can know which of them is right.",
        "Decide which one is right, or give one of the two another id.",
    ),
    Code(
        "CT701",
        "dangling-reference",
        "error",
        "What the record refers to cannot be looked up.",
        "Correct the id, or add the record that it names.",
    ),
    Code(
        "CT702",
        "duplicate-id",
        "error",
        "An id names one record of the dossier, whatever its type.",
        "Give one of the two another id.",
    ),
    Code(
        "CT703",
        "shared-name",
        "warning",
        "Who reads the name cannot tell which of the sources is meant.",
        "Merge them, join them by same-as or distinct-from, or drop the alias.",
    ),
    Code(
        "CT705",
        "unreachable-record",
        "info",
        "No claim, attribution or judgement leads to it.",
        "Refer to it, or remove it.",
    ),
    Code(
        "CT706",
        "circular-order",
        "error",
        "What replaces another comes after it, so nothing can replace itself.",
        "Remove or turn round one of the relations.",
    ),
    Code(
        "CT707",
        "idle-waiver",
        "warning",
        "A waiver that nothing is waived by hides the next finding of its kind.",
        "Remove it, correct its rule, or set a later end.",
    ),
    Code(
        "CT708",
        "head-is-not-publisher",
        "warning",
        "A chain begins with whoever published the document it was read in.",
        "Let the chain begin with the publisher, or name the right document.",
    ),
    Code(
        "CT709",
        "mistyped-reference",
        "error",
        "The id leads to a record of another type than this field needs.",
        "Refer to a record of the type that the field needs.",
    ),
    # CT720-CT759: how does a foreign document depart from its format?
    Code(
        "CT720",
        "no-review",
        "warning",
        "Nothing in it can be imported as a fact-check.",
        "Check that it is the right file, and in the format that was asked for.",
    ),
    Code(
        "CT721",
        "unreadable-document",
        "error",
        "What cannot be read cannot be imported.",
        "Correct the text, or ask for another export.",
    ),
    Code(
        "CT722",
        "unexpected-value",
        "info",
        "Programs that expect another type of value here read nothing.",
        "Tell the publisher; the value is kept as it is.",
    ),
    Code(
        "CT723",
        "no-claim-text",
        "warning",
        "Without it, readers cannot know what was checked.",
        "Ask the publisher to give claimReviewed.",
    ),
    Code(
        "CT724",
        "unreadable-date",
        "warning",
        "A date that is no date cannot be compared with any other.",
        "Correct the date, or leave it as words.",
    ),
    Code(
        "CT725",
        "same-time",
        "info",
        "Software often fills in both dates, so it does not say when it was made.",
        "Look up when the claim was made.",
    ),
    Code(
        "CT726",
        "review-before-claim",
        "warning",
        "Nobody checks a claim before it is made, so one of the dates is wrong.",
        "Look up both dates.",
    ),
    Code(
        "CT727",
        "mended-address",
        "info",
        "Programs that follow the address as it is written arrive nowhere.",
        "Check that the address leads to the right page.",
    ),
    Code(
        "CT728",
        "no-address",
        "warning",
        "Nobody can follow it, so it is kept beside the record.",
        "Give the address of the document, or correct the value.",
    ),
    Code(
        "CT729",
        "no-rating-number",
        "info",
        "What is no number has no place on a scale.",
        "Tell the publisher; the value is kept as it is.",
    ),
    Code(
        "CT730",
        "no-rating-scale",
        "info",
        "A number without its scale says nothing; the verdict in words counts.",
        "Go by the verdict in words.",
    ),
    Code(
        "CT731",
        "checker-as-claimant",
        "warning",
        "Who checks a claim has not made it, so nobody is recorded as its claimant.",
        "Look up who made the claim.",
    ),
    Code(
        "CT732",
        "unknown-verdict",
        "info",
        "The verdict is kept in its words, but cannot be compared with others.",
        "Add it to a map of verdicts of your own.",
    ),
    Code(
        "CT733",
        "rating-contradicts-verdict",
        "warning",
        "Publishers forget the number more often than the word, so the word counts.",
        "Read the review, and tell the publisher.",
    ),
    Code(
        "CT734",
        "value-not-taken",
        "warning",
        "The field has limits, so the value is kept beside the record.",
        "Shorten or correct the value.",
    ),
    Code(
        "CT735",
        "markup-in-text",
        "info",
        "Readers see the markup instead of the text.",
        "Take the markup out where the text is shown.",
    ),
    Code(
        "CT736",
        "wrongly-decoded",
        "warning",
        "The text was read in another encoding than it was written in.",
        "Export the data again, in UTF-8.",
    ),
    Code(
        "CT737",
        "unresolved-reference",
        "warning",
        "What it refers to cannot be looked up.",
        "Import the whole page, with all of its scripts.",
    ),
    Code(
        "CT738",
        "no-language",
        "info",
        "Programs choose dictionaries and fonts by the language.",
        'Use a BCP 47 tag such as "pt-BR".',
    ),
    Code(
        "CT739",
        "kept-as-text",
        "warning",
        "Other programs would lose the value or change it.",
        "Nothing: it is kept as JSON text in ext.",
    ),
    Code(
        "CT740",
        "imported-before",
        "info",
        "Pages of results overlap, and one review is enough.",
        "Nothing: it is in an earlier dossier of the run.",
    ),
    Code(
        "CT741",
        "imported-otherwise",
        "warning",
        "One of the two is out of date, and no program can know which.",
        "Compare the two, and keep the one that holds.",
    ),
    Code(
        "CT742",
        "two-values",
        "info",
        "A record has one value, and keeps the other beside it.",
        "Decide which of the two is right.",
    ),
    Code(
        "CT743",
        "key-twice",
        "warning",
        "Programs disagree on which of two equal keys counts, so both are kept.",
        "Ask the publisher to remove one.",
    ),
    Code(
        "CT744",
        "no-column",
        "error",
        "A map that names a column the table does not have reads nothing from it.",
        "Correct the name of the column in the map.",
    ),
    Code(
        "CT745",
        "table-dialect",
        "info",
        "A table of text does not say how it is written; this is how it was read.",
        "Nothing, if the columns are right; otherwise export it again.",
    ),
    Code(
        "CT746",
        "uneven-row",
        "warning",
        "A value that belongs to no column may have slipped from another.",
        "Check the row for a delimiter inside a value.",
    ),
    Code(
        "CT747",
        "empty-formula",
        "warning",
        "The spreadsheet was never computed, so the formula has no value.",
        "Open it in a spreadsheet program, and save it.",
    ),
    Code(
        "CT748",
        "unreadable-chain",
        "warning",
        "A chain that cannot be read does not say whose word the claim is on.",
        "Write it like this: UNN < Bloomberg < ??European officials.",
    ),
    Code(
        "CT749",
        "no-verdict",
        "warning",
        "A review without a verdict is a document, and judges nothing.",
        "Ask the publisher to give reviewRating.",
    ),
    # CT800-CT809: is anybody in danger?
    Code(
        "CT801",
        "identity-in-dossier",
        "error",
        "A dossier is not a vault: whoever gets the file learns who the source is.",
        "Take out whatever says who it is; only what the text itself says may stay.",
    ),
    Code(
        "CT806",
        "person-in-description",
        "info",
        "Whom a source is close to can lead to it.",
        "If the text says so, add the person to the affiliations; if it does not, "
        "describe the source without the name.",
    ),
)

CODES: Final[dict[str, Code]] = {entry.code: entry for entry in _TABLE}
"""Every code, by itself, in their order."""
