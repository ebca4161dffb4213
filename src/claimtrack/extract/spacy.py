"""Find mentions in the dependency parse of the user's own English spaCy pipeline.

Verbs of saying come from the language's table; the parse gives their subject and the
end of their content. Constructions without a verb, such as "according to", are found by
rules. Needs the extra `spacy`, and a pipeline with a parser.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final, Protocol, cast

from claimtrack.errors import MissingExtra
from claimtrack.extract._article import pieces
from claimtrack.extract._grammar._paragraphs import lay_out
from claimtrack.extract._lexicon import lexicon
from claimtrack.extract._mention import Mention
from claimtrack.extract._mentions import mentions as mentions_by_rules

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.extract._article import Article, Span
    from claimtrack.extract._lexicon import Cue, Lexicon

__all__ = ["load", "mentions"]

_SUBJECTS: Final = frozenset({"nsubj", "nsubjpass", "csubj"})
_RELATIVES: Final = frozenset({"who", "which", "that", "whom"})
_CONTENTS: Final = {
    "ccomp": ("clause", "that", "trailing", "quote", "told"),
    "xcomp": ("to",),
    "parataxis": ("trailing", "quote"),
}
"""Dependency of a content on its verb → frame that the verb's table must allow."""

_SHARING: Final = frozenset({"conj", "advcl", "xcomp", "acl"})
"""Dependencies between verbs that share a subject."""

_TO_THE_VERB: Final = frozenset({"aux", "auxpass", "neg", "prt"})
_STEPS: Final = 10
"""Maximum number of verbs that share one subject."""

_CLAUSES: Final = frozenset({"relcl", "acl", "advcl", "ccomp", "parataxis"})
_LONGEST: Final = 20_000
"""Maximum number of characters that are parsed together."""


class Token(Protocol):
    """A word of a parse, limited to the attributes that are used."""

    i: int
    idx: int
    text: str
    dep_: str
    pos_: str

    @property
    def head(self) -> Token:
        """The word that it depends on; for a root, itself."""
        ...

    @property
    def children(self) -> Iterable[Token]:
        """The words that depend on it."""
        ...

    @property
    def subtree(self) -> Iterable[Token]:
        """The word with all its dependents, direct or not, in text order."""
        ...


Pipeline = Callable[[str], Iterable[Token]]
"""Returns the parse of a text, like a loaded spaCy pipeline."""


def load(name: str) -> Pipeline:
    """Return the pipeline with a name.

    Args:
        name: name of an installed package, or the path of a folder.

    >>> load("no-such-pipeline")  # doctest: +SKIP
    Traceback (most recent call last):
    LookupError: there is no spaCy pipeline 'no-such-pipeline'. …

    Raises:
        MissingExtra: if spaCy is not installed.
        LookupError: if there is no such pipeline.
    """
    try:
        found = cast("Any", import_module("spacy"))
    except ImportError as error:
        raise MissingExtra("spacy", ("spacy",)) from error
    try:
        return cast("Pipeline", found.load(name))
    except OSError as error:
        message = f"there is no spaCy pipeline {name!r}. Install one, or give its path."
        raise LookupError(message) from error


def mentions(article: Article, *, pipeline: Pipeline | str) -> tuple[Mention, ...]:
    """Return who says what in an article, using a pipeline's parse.

    Quotes with a speaker, relays and headlines are also found by rules, so that
    constructions that a parse does not cover are not missed.

    Args:
        article: its text.
        pipeline: a loaded pipeline, or its name.

    >>> from claimtrack.extract import Article
    >>> text = "According to Reuters, it rains."
    >>> [each.rule for each in mentions(Article(text=text), pipeline=lambda _: [])]
    ['relay']

    Raises:
        MissingExtra: if a name is given and spaCy is not installed.
        LookupError: if there is no such pipeline, or no table for the language.
    """
    parse = load(pipeline) if isinstance(pipeline, str) else pipeline
    words = lexicon(article.lang or "en")
    parsed = [
        mention
        for start, text in _stretches(article, words)
        for token in parse(text)
        for mention in _by_token(token, start, words)
    ]
    return tuple(sorted(_joined(parsed, mentions_by_rules(article)), key=_place))


def _stretches(article: Article, words: Lexicon) -> Iterator[tuple[int, str]]:
    """Yield the paragraphs of a text with their starts, cut if too long."""
    for start, end in lay_out(article, words).paragraphs:
        for place in range(start, end, _LONGEST):
            yield place, article.text[place : min(end, place + _LONGEST)]


def _place(mention: Mention) -> tuple[int, int]:
    return pieces(mention.cue or mention.content)[0][0], pieces(mention.content)[0][0]


def _by_token(token: Token, offset: int, words: Lexicon) -> Iterator[Mention]:
    """Yield the mentions of a verb of saying: one for each of its contents."""
    readings = words.cues.get(token.text.lower(), ())
    if not readings or token.pos_ not in {"VERB", "AUX"}:
        return
    children = [*token.children]
    to = words.listed("words", "to")
    if any(each.dep_ == "aux" and each.text.lower() in to for each in children):
        return
    is_passive = any(each.dep_ == "auxpass" for each in children)
    subject = _agent(children) if is_passive else _subject(token)
    if subject is None and not is_passive:
        return
    source = [] if subject is None else _phrase(subject)
    for child in children:
        reading = _reading(readings, _CONTENTS.get(child.dep_, ()))
        if reading is not None:
            rule = "passive" if is_passive else f"parse-{child.dep_}"
            yield from _mention(token, child, source, reading, rule, offset)


def _mention(
    token: Token,
    content: Token,
    source: list[Token],
    reading: Cue,
    rule: str,
    offset: int,
) -> Iterator[Mention]:
    """Yield the mention of a verb and one content, unless it is empty."""
    children = [*token.children]
    cue = [*(each for each in children if each.dep_ in _TO_THE_VERB), token]
    left_out = {each.i for each in (*source, *cue)}
    said = [each for each in content.subtree if each.i not in left_out]
    span = _span(_runs(said), offset)
    if span is None:
        return
    told = _told(children) if "told" in reading.frames else []
    negated = any(each.dep_ == "neg" for each in children)
    plain = reading.attitude == "assertion" and not negated and bool(source)
    yield Mention(
        source=_span(_runs(source)[:1], offset),
        cue=_span([run for run in _runs(cue) if token in run], offset),
        content=span,
        addressee=_span(_runs(told), offset),
        attitude=reading.attitude,
        negated=negated,
        rule=rule,
        sure=plain and content.dep_ == "ccomp",
    )


def _reading(readings: tuple[Cue, ...], frames: tuple[str, ...]) -> Cue | None:
    """Return the reading of a verb that accepts this kind of content."""
    return next(
        (cue for frame in frames for cue in readings if frame in cue.frames), None
    )


def _subject(token: Token) -> Token | None:
    """Return the subject of a verb, or of the verb whose subject it shares."""
    for _ in range(_STEPS):
        for child in token.children:
            if child.dep_ in _SUBJECTS:
                is_relative = child.text.lower() in _RELATIVES
                return token.head if is_relative and token.dep_ == "relcl" else child
        if token.dep_ not in _SHARING:
            return None
        token = token.head
    return None


def _agent(children: list[Token]) -> Token | None:
    """Return the agent of a passive verb: "was announced by the mayor"."""
    by = next((child for child in children if child.dep_ == "agent"), None)
    return None if by is None else next(iter(by.children), None)


def _told(children: list[Token]) -> list[Token]:
    """Return the words for the addressee."""
    told = next((each for each in children if each.dep_ in {"dobj", "dative"}), None)
    return [] if told is None else _phrase(told)


def _phrase(noun: Token) -> list[Token]:
    """Return the words of a noun phrase, without clauses that depend on the noun."""
    without: set[int] = set()
    for child in noun.children:
        if child.dep_ in _CLAUSES:
            without.update(each.i for each in child.subtree)
    kept = [each for each in noun.subtree if each.i not in without]
    return next((run for run in _runs(kept) if noun in run), [noun])


def _runs(tokens: list[Token]) -> list[list[Token]]:
    """Return runs of neighbouring words, without signs at their ends."""
    runs: list[list[Token]] = []
    for token in sorted(tokens, key=lambda each: each.i):
        if runs and runs[-1][-1].i + 1 == token.i:
            runs[-1].append(token)
        else:
            runs.append([token])
    made = [_trimmed(run) for run in runs]
    return [run for run in made if run]


def _trimmed(run: list[Token]) -> list[Token]:
    shown = [at for at, token in enumerate(run) if any(map(str.isalnum, token.text))]
    return run[shown[0] : shown[-1] + 1] if shown else []


def _span(runs: list[list[Token]], offset: int) -> Span | None:
    """Return the place of words in the text; None if there are none."""
    places = tuple(
        (offset + run[0].idx, offset + run[-1].idx + len(run[-1].text)) for run in runs
    )
    return None if not places else places[0] if len(places) == 1 else places


def _joined(parsed: list[Mention], ruled: Iterable[Mention]) -> Iterator[Mention]:
    """Yield the mentions of a parse, and those of rules that it lacks."""
    yield from parsed
    cues = {place for each in parsed for place in _places(each.cue)}
    held = {place for each in parsed for place in _places(each.content)}
    for each in ruled:
        cue, content = _places(each.cue), _places(each.content)
        if cues.isdisjoint(cue) and (cue or len(held & content) * 2 <= len(content)):
            yield each


def _places(span: Span | None) -> set[int]:
    return {place for start, end in pieces(span) for place in range(start, end)}
