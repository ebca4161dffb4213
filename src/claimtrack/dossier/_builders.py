"""Builders: create records with ids and defaults, and add them to the collection."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

import attrs

from claimtrack._arguments import GIVE_TEXT, require
from claimtrack.dossier._chain_reader import find_sources, parse_steps
from claimtrack.dossier._chain_text import format_chain
from claimtrack.dossier._collection import Collection
from claimtrack.errors import (
    ClaimtrackError,
    DanglingReference,
    DuplicateId,
    InvalidRecord,
)
from claimtrack.notation import Mint, slug
from claimtrack.records import (
    Alias,
    Anonymity,
    Assessment,
    Attribution,
    Chain,
    Citable,
    Claim,
    ClaimKind,
    Condition,
    Count,
    Document,
    DocumentKind,
    DocumentStatus,
    Excerpt,
    FrozenMapping,
    Identified,
    Link,
    Normalized,
    Notice,
    NoticeKind,
    Placement,
    Quantity,
    Rating,
    Record,
    Recorded,
    Relation,
    RelationKind,
    Response,
    Significance,
    Source,
    SourceKind,
    Waiver,
    nobody,
)
from claimtrack.schema import find_references, write_record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from claimtrack.dossier._chain_reader import Step
    from claimtrack.scales import Confidence
    from claimtrack.when import When

__all__ = ["Builders"]

P = ParamSpec("P")
R = TypeVar("R", bound=Record)

_NOTHING = FrozenMapping()


def _of_kind(
    build: Callable[Concatenate[Builders, SourceKind, str, P], Source], kind: SourceKind
) -> Callable[Concatenate[Builders, str, P], Source]:
    """Return the builder for sources of one kind, with the same keywords."""

    def builder(
        self: Builders, name: str, /, *args: P.args, **fields: P.kwargs
    ) -> Source:
        return build(self, kind, name, *args, **fields)

    signature = inspect.signature(build)
    builder.__signature__ = signature.replace(  # type: ignore[attr-defined]
        parameters=[p for p in signature.parameters.values() if p.name != "kind"]
    )
    builder.__name__ = builder.__qualname__ = kind
    builder.__doc__ = f"""Return the {kind} of this name, a new one if there is none.

        Takes the keywords of `Dossier.source`, and raises what it raises.
        """
    return builder


class Builders(Collection):
    """A collection that builds its records: it creates ids and checks references.

    It also reads and writes chains as text, because claims are attributed to chains.
    """

    def __init__(self) -> None:
        """Start empty, with every counter at 1."""
        super().__init__()
        self._mint = Mint()

    def source(
        self,
        kind: SourceKind,
        name: str,
        *,
        id: str | None = None,  # noqa: A002  # the field's name
        aka: Iterable[Alias | str] = (),
        same_as: Iterable[str] = (),
        role: str | None = None,
        affiliations: Iterable[str | Identified] = (),
        members: Iterable[str | Identified] = (),
        country: str | None = None,
        url: str | None = None,
        image: Iterable[str] = (),
        count: Count | str | None = None,
        anonymity: Anonymity | None = None,
        note: str | None = None,
        ext: Mapping[str, object] = _NOTHING,
    ) -> Source:
        """Return the source of this kind and name; create it if there is none.

        Names are compared by `claimtrack.records.name_key`; the first spelling is kept.
        An unnamed source is always new, because two similar descriptions may mean two
        people. In that case `name` is the description, and the id is not derived from
        it.

        Args:
            kind: person, organization, outlet, group, crowd, platform, unnamed or
                unresolved.
            name: its name, or how the text describes an unnamed source.
            id: its id; made from the name if not given.
            aka: other names.
            same_as: IRIs of the same source elsewhere.
            role: office or function.
            affiliations: sources it belongs to.
            members: sources that a group consists of.
            country: ISO 3166-1 alpha-2.
            url: its page.
            image: IRIs of pictures of it.
            count: how many people: "2", "2+", "2-5" or a `Count`.
            anonymity: what the desk knows about why it is unnamed.
            note: the desk's own remarks.
            ext: foreign data.

        Raises:
            InvalidRecord: if a field does not accept a value.
            DuplicateId: if the id is taken, or if the source exists with other values
                in these fields.
            DanglingReference: if an affiliation or a member is not in the dossier.
        """
        unnamed = kind == "unnamed"
        place = "source.description" if unnamed else "source.name"
        require(name, str, place=place, what="text", fix=GIVE_TEXT)
        there = None if unnamed else self._id_of_name(kind, name)
        made = Source(
            id=id or there or self._source_id(kind, name),
            kind=kind,
            name=None if unnamed else name,
            description=name if unnamed else None,
            aka=aka,
            same_as=same_as,
            role=role,
            affiliations=affiliations,
            members=members,
            country=country,
            url=url,
            image=image,
            count=count,
            anonymity=anonymity,
            note=note,
            ext=ext,
        )
        if there is None or made.id != there:
            return self._add_checked(made)
        kept = self._records[there]
        if _says_otherwise(made, kept):
            raise DuplicateId(there, kept.type)
        return kept if isinstance(kept, Source) else made

    person = _of_kind(source, "person")
    organization = _of_kind(source, "organization")
    outlet = _of_kind(source, "outlet")
    group = _of_kind(source, "group")
    crowd = _of_kind(source, "crowd")
    platform = _of_kind(source, "platform")
    unnamed = _of_kind(source, "unnamed")
    unresolved = _of_kind(source, "unresolved")

    def _source_id(self, kind: SourceKind, name: str) -> str:
        if kind == "unnamed":
            # Code that kept the id of a removed source must not find a different source
            # under it.
            return self._mint.numbered("unnamed-", self._ever)
        return self._mint.named(slug(name) or kind, self)

    def document(
        self,
        kind: DocumentKind,
        title: str | None = None,
        *,
        id: str | None = None,  # noqa: A002  # the field's name
        publisher: str | Identified | None = None,
        authors: Iterable[str | Identified] = (),
        url: str | None = None,
        archived: Iterable[str] = (),
        sha256: str | None = None,
        image: Iterable[str] = (),
        lang: str | None = None,
        published: When | str | None = None,
        modified: When | str | None = None,
        retrieved: When | str | None = None,
        status: DocumentStatus | None = None,
        version: str | None = None,
        license: str | None = None,  # noqa: A002  # the field's name
        note: str | None = None,
        ext: Mapping[str, object] = _NOTHING,
    ) -> Document:
        """Add a document, and return it. The arguments are the fields of `Document`.

        Raises:
            InvalidRecord: if a field does not accept a value.
            DuplicateId: if the id is taken.
            DanglingReference: if the publisher or an author is not in the dossier.
        """
        if title is not None:
            require(title, str, place="document.title", what="text", fix=GIVE_TEXT)
        return self._add_checked(
            Document(
                id=id or self._mint.named(slug(title or "") or kind, self),
                kind=kind,
                title=title,
                publisher=publisher,
                authors=authors,
                url=url,
                archived=archived,
                sha256=sha256,
                image=image,
                lang=lang,
                published=published,
                modified=modified,
                retrieved=retrieved,
                status=status,
                version=version,
                license=license,
                note=note,
                ext=ext,
            )
        )

    def claim(
        self,
        text: str,
        *,
        id: str | None = None,  # noqa: A002  # the field's name
        kind: ClaimKind = "fact",
        lang: str | None = None,
        about: Iterable[str | Identified] = (),
        holds: When | str | None = None,
        quantity: Quantity | None = None,
        condition: Condition | None = None,
        response: Response | None = None,
        note: str | None = None,
        ext: Mapping[str, object] = _NOTHING,
    ) -> Claim:
        """Add a claim, and return it. The arguments are the fields of `Claim`.

        Raises:
            InvalidRecord: if a field does not accept a value.
            DuplicateId: if the id is taken.
            DanglingReference: if it refers to a record that is not in the dossier.
        """
        return self._add_checked(
            Claim(
                id=id or self._mint.numbered("c", self),
                text=text,
                kind=kind,
                lang=lang,
                about=about,
                holds=holds,
                quantity=quantity,
                condition=condition,
                response=response,
                note=note,
                ext=ext,
            )
        )

    def relate(
        self,
        subject: str | Identified,
        kind: RelationKind,
        object: str | Identified,  # noqa: A002  # the field's name
        *,
        id: str | None = None,  # noqa: A002  # the field's name
        by: str | Identified | None = None,
        at: When | str | None = None,
        score: float | None = None,
        method: str | None = None,
        note: str | None = None,
        ext: Mapping[str, object] = _NOTHING,
    ) -> Relation:
        """Relate two records by a judgement, and return the relation.

        Reads as a sentence: ``d.relate(c15, "contradicts", c23)``.

        Raises:
            InvalidRecord: if a field does not accept a value.
            DuplicateId: if the id is taken.
            DanglingReference: if it refers to a record that is not in the dossier.
        """
        return self._add_checked(
            Relation(
                id=id or self._mint.numbered("r", self),
                kind=kind,
                subject=subject,
                object=object,
                by=by,
                at=at,
                score=score,
                method=method,
                note=note,
                ext=ext,
            )
        )

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
        """Attribute a claim to a chain, and return the attribution.

        The arguments are the fields of `Attribution`. A single source, its id or a link
        is accepted as a chain of one. Other text is read like `parse_chain` reads it,
        except that a name on its own must be the name of an existing source.

        >>> from claimtrack import Dossier
        >>> d = Dossier()
        >>> told = d.attribute(d.claim("It stops."), "UNN < ??European officials")
        >>> d.format_chain(told)
        'UNN < ??European officials'

        Raises:
            InvalidRecord: if a field does not accept a value, or text is not valid
                notation; nothing is added in that case.
            DuplicateId: if the id is taken.
            DanglingReference: if it refers to a record that is not in the dossier.
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
            # Remove the sources that the notation added.
            self.remove(*list(self)[before:])
            raise

    def _read_chain(self, text: str) -> Chain | str:
        """Return the chain that a text means; an id or a new name as it is."""
        if text in self:
            return text
        steps = parse_steps(text)
        is_name = len(steps) == 1 and steps[0].name is not None and not steps[0].mark
        is_new = is_name and find_sources(steps, self.sources) == (None,)
        return text if is_new else self.parse_chain(text)

    def format_chain(self, chain: Chain | Attribution) -> str:
        """Return a chain in notation: ``UNN < Bloomberg < ?one source``.

        ``<`` reads "citing", ``?x`` is one unnamed source, ``??x`` two or more, and
        ``(x)`` a holder. ``…`` is a speaker who is not settled or, if it is the whole
        chain, nobody on record.
        """
        fix = "Give a Chain or an Attribution."
        require(chain, (Chain, Attribution), place="chain", what="a chain", fix=fix)
        links = chain.chain if isinstance(chain, Attribution) else chain
        return format_chain(links, self)

    def parse_chain(self, text: str) -> Chain:
        """Return the chain that a notation means, with the sources of this dossier.

        A name or alias that only one source has means that source; the exact spelling
        is tried first, then `claimtrack.records.name_key`. An unknown name becomes a
        source of kind unresolved, and ``?x`` an unnamed one; what the chain holds is
        ascribed to a holder. ``…`` by itself is the chain of a claim with nobody on
        record.

        >>> from claimtrack import Dossier
        >>> d = Dossier()
        >>> told = d.parse_chain("UNN < Bloomberg < ??European officials")
        >>> d.format_chain(told), len(d.sources)
        ('UNN < Bloomberg < ??European officials', 3)

        Raises:
            InvalidRecord: if the text is not valid notation, a name may mean several
                sources, or a new name is spelled in two ways; nothing is added in that
                case.
        """
        require(text, str, place="chain", what="text", fix=GIVE_TEXT)
        steps = parse_steps(text)
        if len(steps) == 1 and steps[0].name is None:
            return nobody()
        pairs = zip(steps, find_sources(steps, self.sources), strict=True)
        there = len(self)
        try:
            return Chain(links=[self._parsed(step, source) for step, source in pairs])
        except InvalidRecord:
            # A name that no source may have is only detected when the source is built.
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

    def assess(
        self,
        subject: str | Identified,
        *,
        id: str | None = None,  # noqa: A002  # the field's name
        by: str | Identified | None = None,
        document: str | Identified | None = None,
        verdict: str | None = None,
        rating: Rating | None = None,
        normalized: Normalized | Iterable[Normalized] = (),
        confidence: Iterable[Confidence] = (),
        rationale: str | None = None,
        evidence: Iterable[str | Identified] = (),
        at: When | str | None = None,
        url: str | None = None,
        lang: str | None = None,
        license: str | None = None,  # noqa: A002  # the field's name
        note: str | None = None,
        ext: Mapping[str, object] = _NOTHING,
    ) -> Assessment:
        """Add an assessment of a record. The arguments are the fields of `Assessment`.

        A single `Normalized` is accepted as a list of one.

        Raises:
            InvalidRecord: if a field does not accept a value, or without a verdict, a
                rating or a confidence.
            DuplicateId: if the id is taken.
            DanglingReference: if it refers to a record that is not in the dossier.
        """
        return self._add_checked(
            Assessment(
                id=id or self._mint.numbered("v", self),
                subject=subject,
                by=by,
                document=document,
                verdict=verdict,
                rating=rating,
                normalized=normalized,
                confidence=confidence,
                rationale=rationale,
                evidence=evidence,
                at=at,
                url=url,
                lang=lang,
                license=license,
                note=note,
                ext=ext,
            )
        )

    def notice(
        self,
        kind: NoticeKind,
        target: str | Identified,
        *,
        id: str | None = None,  # noqa: A002  # the field's name
        by: str | Identified | None = None,
        at: When | str | None = None,
        was: str | None = None,
        now: str | None = None,
        significance: Significance | None = None,
        document: str | Identified | None = None,
        note: str | None = None,
        ext: Mapping[str, object] = _NOTHING,
    ) -> Notice:
        """Add a notice, such as a correction or retraction; its target does not change.

        The arguments are the fields of `Notice`.

        Raises:
            InvalidRecord: if a field does not accept a value.
            DuplicateId: if the id is taken.
            DanglingReference: if it refers to a record that is not in the dossier.
        """
        return self._add_checked(
            Notice(
                id=id or self._mint.numbered("n", self),
                kind=kind,
                target=target,
                by=by,
                at=at,
                was=was,
                now=now,
                significance=significance,
                document=document,
                note=note,
                ext=ext,
            )
        )

    def waive(
        self,
        rule: str,
        target: str | Identified,
        *,
        by: str,
        reason: str,
        id: str | None = None,  # noqa: A002  # the field's name
        until: When | str | None = None,
        note: str | None = None,
        ext: Mapping[str, object] = _NOTHING,
    ) -> Waiver:
        """Accept a finding of a rule. The arguments are the fields of `Waiver`.

        Raises:
            InvalidRecord: if a field does not accept a value.
            DuplicateId: if the id is taken.
            DanglingReference: if the target is not in the dossier.
        """
        return self._add_checked(
            Waiver(
                id=id or self._mint.numbered("w", self),
                rule=rule,
                target=target,
                by=by,
                reason=reason,
                until=until,
                note=note,
                ext=ext,
            )
        )

    def _add_checked(self, record: R) -> R:
        for reference in find_references(write_record(record)):
            leads_out = reference.external and ":" in reference.id
            if reference.id not in self and not leads_out:
                raise DanglingReference(reference.id)
        return self.add(record)


def _says_otherwise(given: Source, kept: Record) -> bool:
    """Return whether a field that is given differs from that of the existing source.

    The name is ignored, because the existing source was found by it.
    """
    return any(
        getattr(given, field.name) not in (field.default, getattr(kept, field.name))
        for field in attrs.fields(Source)
        if field.name != "name"
    )
