"""Laws of drafting: nothing invented, nothing lost track of, never a crash."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from claimtrack import Dossier, sheet
from claimtrack.errors import UnreadableArticle
from claimtrack.extract import Article, Drafted, draft, draft_sheet, mentions, read
from claimtrack.extract._article import pieces
from claimtrack.extract._lexicon import LANGUAGES, lexicon

SPEAKERS = st.sampled_from(
    [
        "two officials",
        "Mayor Ana Ruiz",
        "Ruiz",
        "she",
        "They",
        "the ministry",
        "Reuters",
        "sources",
        "the UK and France",
        "a study",
        "European allies, during the talks,",
        "an official, who asked not to be named,",
    ]
)
VERBS = st.sampled_from(
    [
        "said",
        "told Reuters",
        "believe",
        "plans",
        "denied",
        "added",
        "has not said",
        "hope",
    ]
)
CLAUSES = st.sampled_from(
    [
        "the port will close",
        "it must be “paid by the state”",
        "prices, which rose in May, will fall",
        "nobody was hurt",
        "to leave the city",
        "the plan has failed, but has not been given up",
    ]
)


@st.composite
def sentences(draw: st.DrawFn, depth: int = 2) -> str:
    """Draw a sentence in which somebody says something, nested or not."""
    clause = draw(CLAUSES)
    if depth and draw(st.booleans()):
        clause = draw(sentences(depth - 1)).rstrip(".").strip("\n")
    who, verb = draw(SPEAKERS), draw(VERBS)
    form = draw(
        st.sampled_from(
            [
                "{who} {verb} that {clause}.",
                "{clause}, {who} {verb}.",
                "“{clause},” {who} {verb}. “{clause}.”",
                "According to {who}, {clause}.",
                "{clause}, according to {who}, and more.",
                "As {who} {verb}, {clause}.",
                "{who}: “{clause}”",
                "“{clause}",
                "{clause}.",
                "{who} {verb}, adding that {clause}.",
                "It is said that {clause}.",
                "Their claim that {clause} is old.",
            ]
        )
    )
    return form.format(who=who, verb=verb, clause=clause)


PARTS = st.one_of(
    sentences(),
    st.sampled_from(
        ["Background", "Kyiv • UNN", "Rain in Rome - Reuters", "", "2 May 2025"]
    ),
    st.text(max_size=30),
)
TEXTS = st.lists(
    st.tuples(PARTS, st.sampled_from(["\n", "\n\n", " ", "\r\n"])), max_size=8
).map(lambda parts: "".join(part + end for part, end in parts))


def strings(drafted: Drafted) -> list[str]:
    """Return every string that a draft takes from the text."""
    found = [claim.text for claim in drafted.dossier.claims]
    for source in drafted.dossier.sources:
        found += [
            text for text in (source.name, source.description, source.role) if text
        ]
    for attribution in drafted.dossier.attributions:
        for link in attribution.chain:
            found += [text for text in (link.cue, link.mention) if text]
            found += [link.at.text] if link.at is not None and link.at.text else []
        found += [excerpt.exact for excerpt in attribution.excerpts if excerpt.exact]
    return found


def said_in(dossier: Dossier) -> list[object]:
    """Return what a dossier says, whatever its attributions are called."""
    return [
        (
            getattr(dossier[each.claim], "text", ""),
            dossier.format_chain(each.chain),
            each.chain,
            each.placement,
            {(one.role, one.link, one.start, one.end) for one in each.excerpts},
        )
        for each in dossier.attributions
    ]


@given(TEXTS)
@example("“a” said")
@example("said")
@example(", said He")
@example("\ud800 said that \ud800 is.")
@example("He said that \x00\u200b.")
@example("\u200b said that \u200b was.")
def test_every_string_of_a_draft_is_in_the_text(text: str) -> None:
    """Names, descriptions, cues, claims and excerpts: the text has them all."""
    for piece in strings(draft(Article(text=text))):
        assert piece in text


@given(TEXTS)
def test_offsets_lead_to_the_words(text: str) -> None:
    """An excerpt's offsets are those of its words, and a mention is in the text."""
    drafted = draft(Article(text=text))
    for attribution in drafted.dossier.attributions:
        assert attribution.excerpts
        for excerpt in attribution.excerpts:
            assert text[excerpt.start : excerpt.end] == excerpt.exact
    for mention in mentions(Article(text=text)):
        for span in (mention.source, mention.cue, mention.content, mention.addressee):
            for start, end in pieces(span):
                assert 0 <= start < end <= len(text)
    for start, end in drafted.coverage:
        assert 0 <= start < end <= len(text)


@given(TEXTS)
def test_a_draft_is_sound(text: str) -> None:
    """It passes shape and integrity, and reads back as itself."""
    drafted = draft(Article(text=text))
    kept = Dossier.loads(drafted.dossier.dumps())
    assert kept.dumps() == drafted.dossier.dumps()


@given(TEXTS)
def test_a_draft_is_the_same_as_a_sheet(text: str) -> None:
    """Claims, chains and places come back from it, and nothing in it is an error."""
    article = Article(text=text)
    drafted = draft(article, publisher="Post", at="2026-03-02")
    written = draft_sheet(drafted, article, file="a.txt")
    found = sheet.read(written, article=text)
    assert found.dossier is not None
    assert said_in(found.dossier) == said_in(drafted.dossier)
    assert written.count("\n  ! ") == len(drafted.doubts)


@given(TEXTS)
@example("two officials said it rains. two officials said it snows.")
def test_a_second_draft_of_the_same_text_changes_nothing(text: str) -> None:
    """Neither in a draft nor where all of it was accepted."""
    article = Article(text=text)
    drafted = draft(article, publisher="Post", at="2026-03-02")
    written = draft_sheet(drafted, article, file="a.txt")
    accepted = written.replace("\n~ [", "\n+ [")
    for edited in (written, accepted):
        assert draft_sheet(drafted, article, file="a.txt", into=edited) == edited


@given(TEXTS)
def test_drafting_is_deterministic(text: str) -> None:
    """The same text gives the same draft, and the same doubts."""
    first, second = draft(Article(text=text)), draft(Article(text=text))
    assert first.dossier.dumps() == second.dossier.dumps()
    assert first.doubts == second.doubts
    assert first.coverage == second.coverage


@given(TEXTS)
def test_no_pronoun_is_resolved(text: str) -> None:
    """A link whose words are a pronoun has candidates, and no source."""
    for attribution in draft(Article(text=text)).dossier.attributions:
        for link in attribution.chain:
            if (link.mention or "").lower() in ("she", "they", "he", "it"):
                assert link.source is None
    names = {
        (source.name or source.description or "").lower()
        for source in draft(Article(text=text)).dossier.sources
    }
    assert not names & {"she", "they", "he", "it", "i", "we"}


@given(TEXTS)
def test_unnamed_people_are_somebody_new_each_time(text: str) -> None:
    """One unnamed source comes from one place of the text."""
    places: dict[str, set[int]] = {}
    dossier = draft(Article(text=text)).dossier
    for attribution in dossier.attributions:
        for excerpt in attribution.excerpts:
            if excerpt.role != "source" or excerpt.link is None:
                continue
            source = attribution.chain[excerpt.link].source
            if source is not None and getattr(dossier[source], "kind", "") == "unnamed":
                places.setdefault(source, set()).add(excerpt.start or 0)
    assert all(len(several) == 1 for several in places.values())


@given(TEXTS)
def test_everything_is_marked_as_a_tools(text: str) -> None:
    """Until a person has looked, each attribution says that a tool drafted it."""
    drafted = draft(Article(text=text), at="2026-03-02")
    for attribution in drafted.dossier.attributions:
        assert attribution.recorded is not None
        assert attribution.recorded.method == "tool"
        assert str(attribution.recorded.at)
    for kind in ("same-as", "independent-of"):
        assert kind not in {relation.kind for relation in drafted.dossier.relations}


@pytest.mark.parametrize("begin", [b"", b"x ", b"<p>", b"<meta charset="])
@given(data=st.binary(max_size=200))
@example(data=b"\xff\xfe\x00\xd8")
@example(data=b"He said: \xff")
@example(data=b"<p>He said: &#0;&#xd800; &#1;</p>")
@example(
    data=b'<script type="application/ld+json">{"@type": "Report", "headline": "\\ud800"'
)
def test_no_bytes_crash(begin: bytes, data: bytes) -> None:
    """Bytes are read and drafted, or refused with what to do."""
    try:
        article = read(begin + data)
    except UnreadableArticle:
        return
    draft(article)


def words_of(lang: str) -> st.SearchStrategy[str]:
    """Draw sentences of any words that the tables of a language know, and of signs."""
    words = lexicon(lang)
    relays = [" ".join(row) for rows in words.relays.values() for row in rows]
    phrases = [" ".join(row) for rows in words.phrases.values() for row, _ in rows]
    amid = sorted(words.officials | words.amid)
    single = ([*words.flags], [*words.cues], amid)
    known = [st.sampled_from(each) for each in (*single, relays, phrases) if each]
    names = st.sampled_from(
        ["Ruiz", "Ана", "Коваль", "Пост", "NATO", "Левчука", "§", "7"]
    )
    signs = st.sampled_from([*",.;:?!—-“”«»„()\"'’\n", "» ", ". ", ", ", " — "])
    word = st.one_of(*known, names, signs)
    cased = word | word.map(str.capitalize) | word.map(str.upper)
    return st.lists(cased, max_size=40).map(" ".join)


@pytest.mark.parametrize("lang", LANGUAGES)
@given(data=st.data())
def test_any_words_of_a_language_hold_the_laws(lang: str, data: st.DataObject) -> None:
    """Whatever stands beside what: nothing is invented, and all of it is sound."""
    text = data.draw(words_of(lang) | TEXTS)
    article = Article(text=text)
    for piece in strings(draft(article, lang=lang)):
        assert piece in text
    for mention in mentions(article, lang):
        for span in (mention.source, mention.cue, mention.content, mention.addressee):
            for start, end in pieces(span):
                assert 0 <= start < end <= len(text)
    drafted = draft(article, lang=lang, publisher="Post")
    assert Dossier.loads(drafted.dossier.dumps()) == drafted.dossier
    found = sheet.read(draft_sheet(drafted, article, file="a.txt"), article=text)
    assert found.dossier is not None
    assert said_in(found.dossier) == said_in(drafted.dossier)
