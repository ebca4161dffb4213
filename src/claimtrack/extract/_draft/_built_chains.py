"""Build the chains of all mentions: publisher, carrier, then the nested speakers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import attrs

from claimtrack.extract._article import Span, pieces
from claimtrack.extract._draft._carriers import carrier_at, outlet_of
from claimtrack.extract._draft._material import clip_span
from claimtrack.extract._draft._source_links import link_of
from claimtrack.extract._source_names import find_outlet, is_outlet_noun
from claimtrack.records import Link

if TYPE_CHECKING:
    from claimtrack.extract._draft._carriers import Carrier
    from claimtrack.extract._draft._material import Material
    from claimtrack.extract._mention import Mention
    from claimtrack.records import CueBasis

__all__ = ["BuiltChain", "build_chains", "carried_chain"]

_OWNED: Final = re.compile("['’]s\\b")
_DEEPEST: Final = 10
"""Maximum number of links in a drafted chain."""


@attrs.frozen
class BuiltChain:
    """A chain with the places of its words.

    Attributes:
        links: the links, outermost first; empty if nothing is drafted.
        spans: for each link, the places of its source and of its cue.
    """

    links: tuple[Link, ...] = ()
    spans: tuple[tuple[Span | None, Span | None], ...] = ()

    def with_link(
        self, link: Link, source: Span | None = None, cue: Span | None = None
    ) -> BuiltChain:
        """Return the chain with one more link."""
        return BuiltChain((*self.links, link), (*self.spans, (source, cue)))

    def without_last(self) -> BuiltChain:
        """Return the chain without its last link."""
        return BuiltChain(self.links[:-1], self.spans[:-1])


def build_chains(material: Material) -> list[BuiltChain]:
    """Return the chain of each mention, built on that of the enclosing mention."""
    chains = [BuiltChain() for _ in material.found]
    for i in _outermost_first(material.parents):
        mention, parent = material.found[i], material.parents[i]
        if parent is None:
            chain = _head(mention, material)
        elif 0 < len(chains[parent].links) < _DEEPEST:
            chain = chains[parent]
        else:
            # Nobody nests this deep, and chains would grow with the text.
            material.doubts.not_drafted(mention)
            continue
        link = link_of(mention, material, chain.links, nested=parent is not None)
        if parent is None and chain.links and chain.links[-1].source == link.source:
            # The outlet that carries the text speaks itself, so its own cue counts.
            chain = chain.without_last()
        chains[i] = chain.with_link(link, mention.source, mention.cue)
    return chains


def carried_chain(material: Material, carrier: Carrier, place: int) -> BuiltChain:
    """Return publisher and carrier, who are responsible for the text at a place."""
    chain = _publisher(material)
    basis: CueBasis = "inherited" if carrier.basis == "inherited" else "carried-over"
    source = material.register.find(carrier.phrase).id
    if chain.links and chain.links[-1].source == source:
        return chain
    material.doubts.carried(place, carrier.phrase, basis)
    return chain.with_link(Link(source=source, cue_basis=basis))


def _outermost_first(parents: list[int | None]) -> list[int]:
    depth: dict[int, int] = {}
    for i in range(len(parents)):
        path: list[int] = []
        here: int | None = i
        while here is not None and here not in depth:
            path.append(here)
            here = parents[here]
        base = -1 if here is None else depth[here]
        for step, j in enumerate(reversed(path), start=1):
            depth[j] = base + step
    return sorted(depth, key=lambda j: (depth[j], j))


def _publisher(material: Material) -> BuiltChain:
    chain = BuiltChain()
    if material.publisher is None:
        return chain
    return chain.with_link(Link(source=material.publisher))


def _head(mention: Mention, material: Material) -> BuiltChain:
    """Return publisher and carrier, outermost first."""
    place = pieces(mention.cue or mention.content)[0][0]
    carrier = carrier_at(material.carriers, place)
    told = _told_to(mention, material, carrier)
    if told is not None:
        name, span = told
        outlet = material.register.outlet(name).id
        if outlet == material.publisher:
            return _publisher(material)
        words = clip_span(span, material.text)
        link = Link(source=outlet, cue_basis="explicit", mention=words)
        return _publisher(material).with_link(link, span)
    speaker = attrs.evolve(mention, addressee=None)
    if carrier is None or outlet_of(material.article, speaker, material.words):
        return _publisher(material)
    return carried_chain(material, carrier, place)


def _told_to(
    mention: Mention, material: Material, carrier: Carrier | None
) -> tuple[str, Span] | None:
    """Return the outlet that was told, by name or as "the publication"."""
    for start, end in pieces(mention.addressee):
        phrase = material.text[start:end]
        # "told the BBC's Today programme", "told CNN's Jo Smith"
        for name in (phrase, _OWNED.split(phrase, maxsplit=1)[0]):
            if find_outlet(name, material.words):
                return _bare(name, material), (start, start + len(name))
        if is_outlet_noun(phrase, material.words) and carrier:
            return _bare(carrier.phrase, material), (start, end)
    return None


def _bare(phrase: str, material: Material) -> str:
    return material.register.find(phrase).name or phrase
