"""Draft claims: one for each sentence or clause that somebody says."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from claimtrack.extract._article import pieces
from claimtrack.extract._draft._material import LONGEST, clip_span
from claimtrack.extract._draft._parts import split_clauses
from claimtrack.extract._draft._placements import Placements
from claimtrack.records import Excerpt

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimtrack.extract._article import Span
    from claimtrack.extract._draft._built_chains import BuiltChain
    from claimtrack.extract._draft._material import Material
    from claimtrack.extract._lexicon import Lexicon
    from claimtrack.extract._mention import Mention
    from claimtrack.records import ClaimKind, ExcerptRole, Link, Recorded

__all__ = ["ClaimsDrafted"]

_OPENS: Final = {'"': '"', "”": "“", "»": "«"}
_CLAIM: Final = 4_000
"""Maximum number of characters of a claim."""

_SPLIT: Final = re.compile(r"(?<=[.!?…])[\"”’»]?\s+(?=[\"“‘«]?[^\Wa-zа-яіїєґ_])")


class ClaimsDrafted:
    """The claims of a draft, each with its attribution.

    Attributes:
        held: the stretches of the text that are in claims.
    """

    def __init__(self, material: Material, recorded: Recorded) -> None:
        """Start without claims.

        Args:
            material: the material of the draft; claims are added to its dossier.
            recorded: what drafted them, and when.
        """
        self.held: list[tuple[int, int]] = []
        self._material = material
        self._recorded = recorded
        self._placements = Placements.of(material.layout, material.text)

    def add_mention(self, mention: Mention, chain: BuiltChain) -> None:
        """Draft the claims of a mention: one for each sentence in its content."""
        doubts = self._material.doubts
        content = pieces(mention.content)
        if len(content) > 1:
            doubts.split(mention)
        if not mention.sure:
            doubts.unsure(mention)
        sentences = [piece for a, b in content for piece in self._sentences(a, b)]
        if len(content) > 1 and len(sentences) == len(content):
            # "The deal … to have failed": the claim includes what is said about the
            # deal.
            last = content[-1] if mention.rule == "passive" else None
            longest = max(content, key=lambda piece: piece[1] - piece[0])
            self._record(last or longest, content, chain, mention)
            return
        for piece in sentences:
            self._add_parts(piece, chain, mention)

    def add_sentence(self, start: int, end: int, chain: BuiltChain) -> None:
        """Draft the claims of a sentence that is in no mention."""
        for piece in self._sentences(start, end):
            self._add_parts(piece, chain, None)

    def _add_parts(
        self, piece: tuple[int, int], chain: BuiltChain, mention: Mention | None
    ) -> None:
        parts = split_clauses(self._material.text, piece, self._material.words)
        for part, is_added in parts:
            # An added clause stays in the text of the claim, and is also a claim
            # itself.
            whole = part[0][0], part[-1][1]
            self._record(whole, part, chain, mention, is_added=is_added)
        if len(parts) > 1:
            self._material.doubts.divided(piece, mention)

    def _sentences(self, start: int, end: int) -> list[tuple[int, int]]:
        """Return the sentences of a content, without surrounding white space.

        "X writes about this" claims nothing: it points to the sentence before.
        """
        text = self._material.text
        cuts = [start, *(m.end() for m in _SPLIT.finditer(text, start, end)), end]
        found: list[tuple[int, int]] = []
        for a, b in pairwise(cuts):
            piece = text[a:b]
            first = a + len(piece) - len(piece.lstrip(' \t\n"“«'))
            last = b - (len(piece) - len(piece.rstrip(' \t\n"”»,;')))
            first -= _opens(text[first:last], text[max(first - 1, a) : first])
            last += _closes(text[first:last], text[last : last + 1])
            is_said = last - first > 1 and any(c.isalnum() for c in text[first:last])
            if is_said and not _points_back(text[first:last], self._material.words):
                found.append((first, min(last, first + _CLAIM)))
        return found

    def _record(
        self,
        piece: tuple[int, int],
        content: Iterable[tuple[int, int]],
        chain: BuiltChain,
        mention: Mention | None,
        *,
        is_added: bool = False,
    ) -> None:
        material = self._material
        text = material.text[slice(*piece)].strip()
        kind = _kind_of(text, chain.links[-1], material.words)
        claim = material.dossier.claim(text, kind=kind)
        material.dossier.attribute(
            claim,
            list(chain.links),
            document=material.document,
            placement=self._placements.at(piece[0]),
            excerpts=[
                *_content_excerpts(content, material.text),
                *_links_excerpts(chain, material.text),
            ],
            presupposed=is_added,
            recorded=self._recorded,
        )
        material.doubts.place(mention, claim.id or "")
        self.held += list(content)


def _closes(text: str, sign: str) -> bool:
    """Return whether the sign after a text ends a quote that begins inside it."""
    opening = _OPENS.get(sign)
    if opening is None:
        return False
    signs = text.count(sign)
    return signs % 2 == 1 if opening == sign else text.count(opening) > signs


def _opens(text: str, sign: str) -> bool:
    """Return whether the sign before a text opens a quote that ends inside it."""
    at = text.find("»") if sign == "«" else -1
    return 0 <= at < len(text) - 1 and "«" not in text[:at]


def _points_back(text: str, words: Lexicon) -> bool:
    about = words.table["words"].get("about")
    return about is not None and text.lower().startswith(f"{about} ")


def _content_excerpts(content: Iterable[tuple[int, int]], text: str) -> list[Excerpt]:
    return [
        Excerpt(exact=text[start:end], start=start, end=end, role="content")
        for start, end in content
    ]


def _links_excerpts(chain: BuiltChain, text: str) -> list[Excerpt]:
    """Return the excerpts of each link's source and cue."""
    return [
        Excerpt(exact=text[start:end], start=start, end=end, role=role, link=index)
        for index, (source, cue) in enumerate(chain.spans)
        for role, span in _roles(source, cue)
        for start, end in pieces(span)[:1]
        if clip_span((start, end), text) is not None
    ]


def _roles(
    source: Span | None, cue: Span | None
) -> tuple[tuple[ExcerptRole, Span | None], ...]:
    return ("cue", cue), ("source", source)


def _kind_of(text: str, link: Link, words: Lexicon) -> ClaimKind:
    if link.attitude == "intention":
        return "prediction"
    tokens = set(words.token.findall(text[:LONGEST].lower()))
    if tokens & words.listed("claims", "norm"):
        return "norm"
    return "prediction" if tokens & words.listed("claims", "prediction") else "fact"
