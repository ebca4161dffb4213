"""The material of a draft: the article, its mentions, and what they name so far."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import attrs

from claimtrack.dossier import Dossier
from claimtrack.errors import InvalidRecord
from claimtrack.extract._article import Article, pieces
from claimtrack.extract._draft._candidates import Candidates
from claimtrack.extract._draft._carriers import Carrier, find_carriers, nest
from claimtrack.extract._draft._doubts import Doubts
from claimtrack.extract._draft._nominatives import Nominatives
from claimtrack.extract._draft._sources_named import Register
from claimtrack.extract._grammar._paragraphs import Layout, lay_out
from claimtrack.extract._lexicon import Lexicon, lexicon
from claimtrack.extract._mention import Mention
from claimtrack.extract._source_names import find_outlet, name_of
from claimtrack.records import Document
from claimtrack.when import When

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimtrack.extract._article import Span

__all__ = [
    "LONGEST",
    "Material",
    "clip_span",
    "gather",
    "is_subject",
    "phrase_of",
    "shows",
]

LONGEST: Final = 1_000
"""Maximum number of characters of a name or a cue, as records allow."""

_FORBIDDEN: Final = re.compile("[\0\ud800-\udfff]")
_PREPOSITION: Final = 4
"""Maximum number of characters of "in" with white space."""

_DASHES: Final = "-–—|"


@attrs.frozen(kw_only=True)
class Material:
    """An article that is being drafted.

    Attributes:
        article: the article.
        words: tables of its language, with the outlets that it names itself.
        layout: its paragraphs, quotes and sentences.
        found: the mentions that can be drafted.
        parents: for each mention, the one whose content contains it.
        dossier: the draft so far.
        register: its sources by name.
        doubts: what a person has to decide.
        publisher: id of the publisher.
        carriers: which outlet carries which stretch.
        candidates: possible meanings of pronouns.
        document: id of the article's document.
    """

    article: Article
    words: Lexicon
    layout: Layout
    found: list[Mention]
    parents: list[int | None]
    dossier: Dossier
    register: Register
    doubts: Doubts
    publisher: str | None
    carriers: list[Carrier]
    candidates: Candidates
    document: str

    @property
    def text(self) -> str:
        """The article's text."""
        return self.article.text


def gather(
    article: Article,
    mentions: Iterable[Mention],
    *,
    publisher: str | None,
    known: Dossier | None,
    lang: str,
) -> Material:
    """Return the material of a draft; its dossier only has the document."""
    words = lexicon(lang)
    text = article.text
    layout = lay_out(article, words)
    found = [mention for mention in mentions if _is_usable(mention, text)]
    parents = nest(found, text, words)
    outlets = {publisher, article.publisher, _dateline_outlet(text, layout, words)}
    outlets |= _headline_outlets(text, found) | _desk_outlets(known)
    words = attrs.evolve(words, outlets=frozenset(each for each in outlets if each))
    title = _title_of(article, layout)
    dossier = Dossier(title=title, lang=lang)
    register = Register(dossier, words, known, _subjects(text, found, words))
    of_page = article.publisher if _can_be_kept(article.publisher or "") else None
    name = publisher or of_page or _dateline_outlet(text, layout, words)
    source = register.outlet(name).id if name else None
    named = attrs.evolve(article, publisher=name)
    doubts = Doubts(article)
    carriers = find_carriers(named, layout, found, parents, words)
    for carrier in carriers:
        if carrier.basis == "inherited" and carrier.end < len(text):
            doubts.reset(carrier.end, carrier.phrase)
    return Material(
        article=article,
        words=words,
        layout=layout,
        found=found,
        parents=parents,
        dossier=dossier,
        register=register,
        doubts=doubts,
        publisher=source,
        carriers=carriers,
        candidates=Candidates(text, layout, words, register),
        document=_make_document(dossier, article, title, source, lang),
    )


def shows(text: str) -> bool:
    """Return whether a text has a letter or digit, and can be put into a file."""
    return any(char.isalnum() for char in text) and not _FORBIDDEN.search(text)


def is_subject(mention: Mention, text: str, words: Lexicon) -> bool:
    """Return whether a source is a subject, not after a word that changes its case.

    After "according to" or "in the office of" it is not.
    """
    if mention.source is None:
        return False
    start = pieces(mention.source)[0][0]
    before = text[max(start - _PREPOSITION, 0) : start].lower().split()
    is_inside = bool(before) and before[-1] in words.listed("words", "inside")
    return mention.rule != "relay" and not is_inside


def _subjects(text: str, found: Iterable[Mention], words: Lexicon) -> Nominatives:
    """Return the names that are subjects in a text."""
    phrases = (phrase_of(each, text) for each in found if is_subject(each, text, words))
    named = (name_of(phrase, words) for phrase in phrases if phrase)
    nobody = ("unnamed", "group")
    return Nominatives(words, (each.name for each in named if each.kind not in nobody))


def phrase_of(mention: Mention, text: str) -> str | None:
    """Return the words that name a mention's source, without surrounding signs."""
    if mention.source is None:
        return None
    start, end = pieces(mention.source)[0]
    phrase = text[start:end].strip(' ,;:"“”«»')
    behind = text[start:end].rstrip(" ,;:")[-1:]
    if behind == "»" and phrase.count("«") > phrase.count("»"):
        # The name in quotation marks is part of the phrase: "the newspaper «Post»".
        phrase += behind
    return phrase[:LONGEST] if any(char.isalnum() for char in phrase) else None


def clip_span(span: Span | None, text: str) -> str | None:
    """Return the words of a span in a form that a record can hold; None if empty."""
    words = " … ".join(text[start:end] for start, end in pieces(span)[:1]).strip()
    can_be_seen = any(char.isprintable() and not char.isspace() for char in words)
    return words[:LONGEST] if can_be_seen else None


def _is_usable(mention: Mention, text: str) -> bool:
    """Return whether a mention has content, in characters that a dossier can hold."""
    spans = (mention.content, mention.source, mention.cue, mention.addressee)
    texts = [text[start:end] for span in spans for start, end in pieces(span)]
    content = [text[start:end] for start, end in pieces(mention.content)]
    return any(map(shows, content)) and not any(map(_FORBIDDEN.search, texts))


def _headline_outlets(text: str, found: Iterable[Mention]) -> set[str | None]:
    """Return the outlet of "CONTENT - Bloomberg" in a headline."""
    return {
        phrase_of(mention, text)
        for mention in found
        if mention.rule == "headline" and text[pieces(mention.cue)[0][0]] in _DASHES
    }


def _desk_outlets(known: Dossier | None) -> set[str | None]:
    """Return the names and aliases of the outlets in a desk's dossier."""
    return {
        name
        for source in (known.sources if known else ())
        if source.kind == "outlet" and source.name
        for name in (source.name, *(alias.text for alias in source.aka))
    }


def _dateline_outlet(text: str, layout: Layout, words: Lexicon) -> str | None:
    """Return the outlet of the dateline: "Kyiv • UNN"."""
    if layout.dateline is None:
        return None
    line = text[slice(*layout.dateline)]
    if layout.dateline not in layout.paragraphs:
        # An agency's dateline also has the place in capitals.
        names = (name.strip() for name in re.split(r"[(),/]", line))
        return next((name for name in names if find_outlet(name, words)), None)
    for part in reversed(re.split(r"\s*[•·|/,]\s*|\s+[-–—]\s+", line)):
        name = part.strip(" ().")
        if not name or any(char.isdigit() for char in name):
            continue
        if find_outlet(name, words) or name.isupper() or "•" in line:
            return name
    return None


def _title_of(article: Article, layout: Layout) -> str | None:
    span = layout.headline or (layout.sentences or [None])[0]
    title = article.title or (article.text[slice(*span)] if span else None)
    title = title[:LONGEST].strip() if title else None
    return title if title and shows(title) else None


def _make_document(
    dossier: Dossier,
    article: Article,
    title: str | None,
    publisher: str | None,
    lang: str,
) -> str:
    """Add the article's document, and return its id."""
    made = dossier.document(
        "article",
        title or "Untitled",
        publisher=publisher,
        authors=[
            dossier.person(name) for name in article.authors if _can_be_kept(name)
        ],
        url=_address(article.url),
        sha256=article.sha256,
        lang=lang,
        published=_published(article.published),
        status=None,
    )
    return made.id or ""


def _published(words: str | None) -> When | None:
    """Return when an article was published; words that are not a date stay words."""
    if words is None or not _can_be_kept(words):
        return None
    try:
        return When.from_text(words)
    except InvalidRecord:
        return When(text=words)


def _address(url: str | None) -> str | None:
    """Return the address that a page gives; None if it is not an address."""
    try:
        return Document(id="page", kind="article", url=url).url
    except InvalidRecord:
        return None


def _can_be_kept(name: str) -> bool:
    """Return whether a record can hold a name or date that a page gives."""
    return shows(name) and len(name.strip()) <= LONGEST
