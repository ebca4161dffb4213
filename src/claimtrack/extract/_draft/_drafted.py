"""Build a draft dossier from mentions: claims attributed to chains."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import attrs

from claimtrack._version import __version__
from claimtrack.dossier import Dossier  # attrs needs it at run time
from claimtrack.extract._article import pieces
from claimtrack.extract._draft._built_chains import build_chains, carried_chain
from claimtrack.extract._draft._carriers import outlet_of
from claimtrack.extract._draft._drafted_claims import ClaimsDrafted
from claimtrack.extract._draft._material import gather, phrase_of
from claimtrack.extract._draft._unsaid_sentences import carried_sentences, gaps
from claimtrack.extract._lexicon import lexicon
from claimtrack.extract._mentions import mentions
from claimtrack.extract._source_names import is_outlet_noun
from claimtrack.findings import Finding  # attrs needs it at run time
from claimtrack.records import Recorded
from claimtrack.when import When

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from claimtrack.extract._article import Article
    from claimtrack.extract._draft._material import Material
    from claimtrack.extract._mention import Mention

__all__ = ["Drafted", "draft"]


@attrs.frozen(kw_only=True)
class Drafted:
    """The draft of an article, and what a person has to decide.

    Attributes:
        dossier: claims, chains and sources; each attribution is marked as a tool's.
        doubts: every guess, with its place in the article's text.
        coverage: the stretches of the text that are in no claim.
    """

    dossier: Dossier
    doubts: tuple[Finding, ...]
    coverage: tuple[tuple[int, int], ...]


def draft(
    article: Article,
    *,
    publisher: str | None = None,
    published: str | None = None,
    using: Callable[[Article], Iterable[Mention]] = mentions,
    known: Dossier | None = None,
    at: When | str | None = None,
    lang: str | None = None,
    sure: bool = False,
    tool: str | None = None,
) -> Drafted:
    """Return a draft dossier of an article, for a person to review.

    Every name, cue and claim in it is a piece of the text; a pronoun remains a choice
    between candidates. Each guess is a finding in `doubts`.

    Args:
        article: its text, as returned by `read`.
        publisher: who published it; by default taken from the page or the dateline.
        published: when, as EDTF or in words; by default taken from the page.
        using: returns the mentions: rules, a pipeline or an anchored proposal.
        known: a dossier of the desk, whose sources are reused by name and alias.
        at: when it was drafted.
        lang: the language whose tables are used; the article's language by default.
        sure: leave out what only less reliable rules found.
        tool: the name of the tool in the records; "claimtrack VERSION rules/LANG" by
            default.

    Raises:
        LookupError: for a language that has no tables.
        InvalidRecord: for a name that is too long, or a date that cannot be read.

    >>> from claimtrack.extract import Article
    >>> drafted = draft(Article(text="The port will close, two officials said."))
    >>> [claim.text for claim in drafted.dossier.claims]
    ['The port will close']
    >>> [a] = drafted.dossier.attributions
    >>> drafted.dossier.format_chain(a.chain)
    '??two officials'
    """
    language = lexicon(lang or article.lang or "en").lang
    if published is not None:
        article = attrs.evolve(article, published=str(When.from_text(published)))
    article = attrs.evolve(article, lang=language)
    found = [mention for mention in using(article) if mention.sure or not sure]
    recorded = Recorded(
        method="tool",
        tool=tool or f"claimtrack {__version__} rules/{language}",
        at=When.from_text(at) if isinstance(at, str) else at,
    )
    material = gather(article, found, publisher=publisher, known=known, lang=language)
    return _draft(material, recorded)


def _draft(material: Material, recorded: Recorded) -> Drafted:
    """Draft each mention, and sentences that only an outlet carries, in order."""
    claims = ClaimsDrafted(material, recorded)
    chains = build_chains(material)
    makers: list[tuple[int, Callable[[], None]]] = []
    inner = _inner_mentions(material.parents)
    for i, (mention, chain) in enumerate(zip(material.found, chains, strict=True)):
        if chain.links and not _only_relays(mention, inner.get(i, ()), material):
            place = pieces(mention.content)[0][0]
            makers.append((place, partial(claims.add_mention, mention, chain)))
    for start, end, carrier in carried_sentences(material):
        chain = carried_chain(material, carrier, start)
        makers.append((start, partial(claims.add_sentence, start, end, chain)))
    for _, make in sorted(makers, key=lambda item: item[0]):
        make()
    for full, short in material.register.merged:
        material.doubts.merged(full, short)
    material.doubts.states(material.dossier, material.words)
    return Drafted(
        dossier=material.dossier,
        doubts=material.doubts.sorted(),
        coverage=gaps(claims.held, material.text),
    )


def _inner_mentions(parents: list[int | None]) -> dict[int, list[int]]:
    """Return, for each mention, those directly inside its content."""
    inner: dict[int, list[int]] = {}
    for i, parent in enumerate(parents):
        if parent is not None:
            inner.setdefault(parent, []).append(i)
    return inner


def _only_relays(mention: Mention, inner: Iterable[int], material: Material) -> bool:
    """Return whether an outlet's statement only reports what somebody said."""
    speaker = attrs.evolve(mention, addressee=None)
    outlet = outlet_of(material.article, speaker, material.words)
    phrase = phrase_of(mention, material.text)
    if outlet is None and not (phrase and is_outlet_noun(phrase, material.words)):
        return False
    whole = sum(end - start for start, end in pieces(mention.content))
    for j in inner:
        said = material.found[j]
        if said.content == mention.content:
            return True
        spans = (said.source, said.cue, said.content)
        size = sum(end - start for span in spans for start, end in pieces(span))
        if size * 5 >= whole * 4:
            return True
    return False
