"""Mentions over a dependency parse: hand-made parses, and spaCy's own where it is."""

from __future__ import annotations

import importlib.util
import sys
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

import attrs
import pytest

from claimtrack.errors import MissingExtra
from claimtrack.extract import Article, Mention, draft, spacy
from claimtrack.extract._article import pieces

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@attrs.define(eq=False)
class Word:
    """A word of a parse, as spaCy's tokens are asked for it."""

    i: int
    idx: int
    text: str
    dep_: str
    pos_: str
    head_at: int
    all: list[Word] = attrs.field(repr=False)

    @property
    def head(self) -> Word:
        """The word that it hangs on."""
        return self.all[self.head_at]

    @property
    def children(self) -> Iterator[Word]:
        """The words that hang on it."""
        return (
            each for each in self.all if each.head_at == self.i and each is not self
        )

    @property
    def subtree(self) -> Iterator[Word]:
        """All below it, and itself, in the order of the text."""
        below = {self.i}
        for _ in self.all:
            below |= {each.i for each in self.all if each.head_at in below}
        return (each for each in self.all if each.i in below)


Row = tuple[str, int, str, str]


def rows_of(written: str) -> list[Row]:
    """Read a parse: "word/dep/head" by blanks; verbs end in "!"."""
    rows: list[Row] = []
    for item in written.split():
        word, dep, head = item.split("/")
        pos = "VERB" if dep.endswith("!") else "NOUN"
        rows.append((word, int(head), dep.removesuffix("!"), pos))
    return rows


def text_of(rows: list[Row]) -> str:
    """Return the words with blanks between them."""
    return " ".join(row[0] for row in rows)


def parse_of(rows: list[Row]) -> Callable[[str], list[Word]]:
    """Return what gives this parse for its text, and none for any other."""

    def parse(text: str) -> list[Word]:
        if text != text_of(rows):
            return []
        words: list[Word] = []
        place = 0
        for at, (word, head, dep, pos) in enumerate(rows):
            words.append(Word(at, place, word, dep, pos, head, words))
            place += len(word) + 1
        return words

    return parse


def said(text: str, mention: Mention) -> tuple[str, str, str]:
    """Return who, by which word, says what."""
    shown = [
        " … ".join(text[a:b] for a, b in pieces(span))
        for span in (mention.source, mention.cue, mention.content)
    ]
    return shown[0], shown[1], shown[2]


SENTENCES = {
    "said that": (
        (
            "Two/nummod/1 officials/nsubj/2 said/ROOT!/2 that/mark/6 the/det/5 "
            "port/nsubj/6 closes/ccomp/2 ./punct/2"
        ),
        [("Two officials", "said", "that the port closes")],
    ),
    "interrupted": (
        (
            "The/det/1 move/nsubj/6 ,/punct/6 Ruiz/nsubj/4 said/ROOT!/4 ,/punct/6 "
            "failed/ccomp/4 ./punct/4"
        ),
        [("Ruiz", "said", "The move … failed")],
    ),
    "negated, with an auxiliary": (
        (
            "She/nsubj/3 has/aux/3 not/neg/3 said/ROOT!/3 why/advmod/6 it/nsubj/6 "
            "fell/ccomp/3"
        ),
        [("She", "has not said", "why it fell")],
    ),
    "a verb that shares its subject": (
        (
            "Ruiz/nsubj/1 warned/ROOT!/1 it/nsubj/3 rains/ccomp/1 and/cc/1 added/conj!/1 "  # noqa: E501
            "it/nsubj/7 snows/ccomp/5"
        ),
        [("Ruiz", "warned", "it rains"), ("Ruiz", "added", "it snows")],
    ),
    "a relative clause": (
        (
            "Ruiz/nsubj/6 ,/punct/0 who/nsubj/3 said/relcl!/0 it/nsubj/5 rains/ccomp/3 "
            "left/ROOT!/6"
        ),
        [("Ruiz", "said", "it rains")],
    ),
    "an intention": (
        "Ruiz/nsubj/1 plans/ROOT!/1 to/aux/3 leave/xcomp/1",
        [("Ruiz", "plans", "to leave")],
    ),
    "whom somebody told": (
        "Ruiz/nsubj/1 told/ROOT!/1 Reuters/dobj/1 it/nsubj/4 rains/ccomp/1",
        [("Ruiz", "told", "it rains")],
    ),
    "a passive without and with its agent": (
        (
            "It/nsubjpass/2 was/auxpass/2 announced/ROOT!/2 by/agent/2 Ruiz/pobj/3 "
            "that/mark/7 it/nsubj/7 rains/ccomp/2"
        ),
        [("Ruiz", "was announced", "that it rains")],
    ),
    "somebody said": (
        (
            "It/nsubjpass/2 was/auxpass/2 said/ROOT!/2 that/mark/5 it/nsubj/5 "
            "rains/ccomp/2"
        ),
        [("", "was said", "that it rains")],
    ),
}


@pytest.mark.parametrize("name", SENTENCES)
def test_a_parse_says_who_says_what(name: str) -> None:
    """Source, cue and content are pieces of the text."""
    written, wanted = SENTENCES[name]
    rows = rows_of(written)
    text = text_of(rows)
    found = spacy.mentions(Article(text=text), pipeline=parse_of(rows))
    assert [said(text, each) for each in found] == wanted


def test_what_the_words_are_is_in_the_mention() -> None:
    """Attitude, addressee, negation, and how sure it is."""
    by_name: dict[str, Mention] = {}
    for name, (written, _) in SENTENCES.items():
        rows = rows_of(written)
        by_name[name] = spacy.mentions(
            Article(text=text_of(rows)), pipeline=parse_of(rows)
        )[0]
    assert by_name["an intention"].attitude == "intention"
    assert by_name["negated, with an auxiliary"].negated
    assert by_name["whom somebody told"].addressee == (10, 17)
    sure = {name for name, mention in by_name.items() if mention.sure}
    assert {"said that", "interrupted"} <= sure
    assert not sure & {"negated, with an auxiliary", "an intention", "somebody said"}


@pytest.mark.parametrize(
    "written",
    [
        "To/aux/1 say/ROOT!/1 it/nsubj/3 rains/ccomp/1 helps/ROOT/4",
        "Said/ROOT!/0 it/nsubj/2 rains/ccomp/0",
        "Ruiz/nsubj/1 said/ROOT!/1 (/ccomp/1",
        "Ruiz/nsubj/1 rains/ROOT!/1 it/nsubj/3 falls/ccomp/1",
        "Ruiz/nsubj/1 said/ROOT!/1 hello/dobj/1",
    ],
)
def test_what_nobody_says_is_no_mention(written: str) -> None:
    """Infinitives, verbs without a subject or a content, and other verbs."""
    rows = rows_of(written)
    found = spacy.mentions(Article(text=text_of(rows)), pipeline=parse_of(rows))
    assert not [each for each in found if each.rule.startswith("parse")]


def test_subjects_are_not_looked_for_without_end() -> None:
    """Even where a parse hangs verbs on each other in a circle."""
    rows = rows_of("said/conj!/1 added/conj!/0 it/nsubj/3 rains/ccomp/0")
    assert spacy.mentions(Article(text=text_of(rows)), pipeline=parse_of(rows)) == ()


def test_rules_add_what_a_parse_has_no_word_for() -> None:
    """Headlines, relays and quotes that stand alone; nothing comes twice."""
    text = "“It will rain all day in Rome.”\nAccording to Reuters, it rains."
    rules = [
        each.rule for each in spacy.mentions(Article(text=text), pipeline=lambda _: [])
    ]
    assert rules == ["bare-quote", "relay"]
    rows = rows_of(
        "“/punct/4 It/nsubj/4 will/aux/4 never/neg/4 rain/ccomp/8 ,/punct/8 ”/punct/8 "
        "Ruiz/nsubj/8 said/ROOT!/8 ./punct/8"
    )
    found = spacy.mentions(Article(text=text_of(rows)), pipeline=parse_of(rows))
    assert [each.rule for each in found] == ["parse-ccomp"]


def test_a_quote_that_a_parse_holds_is_not_found_again() -> None:
    """Not even where no cue stands in both."""
    rows = rows_of(
        "“/punct/4 It/nsubj/4 will/aux/4 never/neg/4 rain/ccomp/7 .”/punct/4 "
        "Ruiz/nsubj/7 said/ROOT!/7"
    )
    text = text_of(rows).replace(" .”", " .”")
    found = spacy.mentions(Article(text=text), pipeline=parse_of(rows))
    assert [said(text, each)[0] for each in found] == ["Ruiz"]


def test_long_paragraphs_are_parsed_in_stretches() -> None:
    """Each paragraph by itself, none longer than a pipeline takes."""
    seen: list[str] = []

    def parse(text: str) -> list[Word]:
        seen.append(text)
        return []

    spacy.mentions(Article(text="One.\n" + "x" * 45_000), pipeline=parse)
    assert [len(each) for each in seen] == [4, 20_000, 20_000, 5_000]


def test_drafts_are_made_of_a_parse_as_of_rules() -> None:
    """Chains, kinds and doubts are ours."""
    rows = rows_of(SENTENCES["said that"][0])
    pipeline = parse_of(rows)
    drafted = draft(
        Article(text=text_of(rows)),
        using=lambda article: spacy.mentions(article, pipeline=pipeline),
    ).dossier
    [attribution] = drafted.attributions
    assert drafted.format_chain(attribution.chain) == "??Two officials"


def test_a_pipeline_is_loaded_by_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is missing is named, spaCy or the pipeline."""
    nothing: list[object] = []

    def load(name: str) -> Callable[[str], list[object]]:
        if name != "mine":
            raise OSError(name)
        return lambda _text: nothing

    monkeypatch.setitem(sys.modules, "spacy", cast("Any", SimpleNamespace(load=load)))
    article = Article(text="According to Reuters, it rains.")
    assert len(spacy.mentions(article, pipeline="mine")) == 1
    with pytest.raises(LookupError, match="no spaCy pipeline 'other'"):
        spacy.mentions(article, pipeline="other")
    monkeypatch.setitem(sys.modules, "spacy", None)
    with pytest.raises(MissingExtra, match="spacy is not installed"):
        spacy.load("mine")


if importlib.util.find_spec("spacy") is not None:

    @pytest.mark.parametrize("name", SENTENCES)
    def test_spacy_s_own_documents_say_the_same(name: str) -> None:
        """A hand-made document of spaCy, where it is installed."""
        tokens = cast("Any", importlib.import_module("spacy.tokens"))
        vocab = cast("Any", importlib.import_module("spacy.vocab")).Vocab()
        written, wanted = SENTENCES[name]
        rows = rows_of(written)
        made = tokens.Doc(
            vocab,
            words=[row[0] for row in rows],
            heads=[row[1] for row in rows],
            deps=[row[2] for row in rows],
            pos=[row[3] for row in rows],
        )
        text = made.text.rstrip()
        found = spacy.mentions(Article(text=text), pipeline=lambda _: made)
        assert [said(text, each) for each in found] == wanted
