"""Chains in a dossier: written and read as notation, and what claims rest on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.dossier._builders import Builders
from claimtrack.dossier._notation import format_chain
from claimtrack.dossier._parsing import find_sources, parse_steps
from claimtrack.errors import ClaimtrackError, InvalidRecord
from claimtrack.records import (
    Attribution,
    Chain,
    FrozenMapping,
    Link,
    Source,
    nobody,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from claimtrack.dossier._parsing import Step
    from claimtrack.records import (
        Citable,
        Excerpt,
        Identified,
        Placement,
        Recorded,
    )

__all__ = ["Chains"]

_NOTHING = FrozenMapping()


class Chains(Builders):
    """Builders that also read and write chains, and put claims on their word."""

    def attribute(
        self,
        claim: str | Identified,
        chain: Citable | Iterable[Link | Source | str],
        *,
        id: str | None = None,  # noqa: A002  # the field's name
        document: str | Identified | None = None,
        placement: Placement | None = None,
        excerpts: Iterable[Excerpt] = (),
        presupposed: bool = False,
        recorded: Recorded | None = None,
        note: str | None = None,
        ext: Mapping[str, object] = _NOTHING,
    ) -> Attribution:
        """Put a claim on the word of a chain, and return the attribution.

        The arguments are the fields of `Attribution`; a single source, its id or a
        link serves as a chain of one. Other text is read as `parse_chain` reads it; a
        name by itself has to be one that a source has.

        >>> from claimtrack import Dossier
        >>> d = Dossier()
        >>> told = d.attribute(d.claim("It stops."), "UNN < ??European officials")
        >>> d.format_chain(told)
        'UNN < ??European officials'

        Raises:
            InvalidRecord: for a value that the field does not take, or text that is no
                notation; nothing is added then.
            DuplicateId: where the id is taken.
            DanglingReference: where it refers to what is not in the dossier.
        """
        before = len(self)
        try:
            if isinstance(chain, str):
                chain = self._read_chain(chain)
            return self._add_checked(
                Attribution(
                    id=id or self._mint.numbered("a", self),
                    claim=claim,
                    chain=chain,
                    document=document,
                    placement=placement,
                    excerpts=excerpts,
                    presupposed=presupposed,
                    recorded=recorded,
                    note=note,
                    ext=ext,
                )
            )
        except ClaimtrackError:
            # New sources of the notation.
            self.remove(*list(self)[before:])
            raise

    def _read_chain(self, text: str) -> Chain | str:
        """Return the chain that text says; an id, and a name that is new, as it is."""
        if text in self:
            return text
        steps = parse_steps(text)
        is_name = len(steps) == 1 and steps[0].name is not None and not steps[0].mark
        is_new = is_name and find_sources(steps, self.sources) == (None,)
        return text if is_new else self.parse_chain(text)

    def format_chain(self, chain: Chain | Attribution) -> str:
        """Return a chain as people write it: ``UNN < Bloomberg < ?one source``.

        ``<`` reads "citing", ``?x`` is one unnamed source, ``??x`` two or more,
        ``(x)`` a holder, ``…`` a speaker who is not settled, or where it stands alone
        nobody on record.
        """
        links = chain.chain if isinstance(chain, Attribution) else chain
        return format_chain(links, self)

    def parse_chain(self, text: str) -> Chain:
        """Return the chain that a notation says, with the sources of this dossier.

        A name or an alias that one source has means that source, as it is spelled or
        else as `claimtrack.records.name_key` compares names. A name that is not known
        becomes a source of kind unresolved, and ``?x`` an unnamed one; a holder is
        ascribed what the chain holds. ``…`` by itself is the chain of a claim that
        nobody is on record for.

        >>> from claimtrack import Dossier
        >>> d = Dossier()
        >>> told = d.parse_chain("UNN < Bloomberg < ??European officials")
        >>> d.format_chain(told), len(d.sources)
        ('UNN < Bloomberg < ??European officials', 3)

        Raises:
            InvalidRecord: where the text is no notation, a name may mean several
                sources, or a new name is spelled in two ways; nothing is added then.
        """
        steps = parse_steps(text)
        if len(steps) == 1 and steps[0].name is None:
            return nobody()
        pairs = zip(steps, find_sources(steps, self.sources), strict=True)
        there = len(self)
        try:
            return Chain(links=[self._parsed(step, source) for step, source in pairs])
        except InvalidRecord:
            # A name that no source may have comes to light when it is built.
            self.remove(*list(self)[there:])
            raise

    def _parsed(self, step: Step, source: Source | None) -> Link:
        ascribed = True if step.is_holder else None
        if step.name is None:
            return Link(candidates=(), ascribed=ascribed)
        if source is None and step.mark:
            source = self.unnamed(step.name, count="2+" if step.mark == "??" else "1")
        elif source is None:
            source = self.source("unresolved", step.name)
        return Link(source=source, ascribed=ascribed)
