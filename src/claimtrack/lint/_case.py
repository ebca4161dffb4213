"""What a rule looks at: one dossier, indexed once for all rules."""

from __future__ import annotations

import functools
import itertools
from typing import TYPE_CHECKING, Final

from claimtrack.dossier import format_chain, format_source
from claimtrack.findings import clip, quote
from claimtrack.lineage import drift, supporting_chains, trace_all, voices
from claimtrack.lint._steps import unnamed_links
from claimtrack.lint._word_lists import primary
from claimtrack.lint.config import Settings
from claimtrack.records import (
    Attribution,
    Document,
    Notice,
)
from claimtrack.view import View, group_pairs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from claimtrack.dossier import Dossier
    from claimtrack.lineage import Drift, Lineage, SupportingChains
    from claimtrack.lint._steps import Unnamed
    from claimtrack.records import Chain, Link, SourceKind

__all__ = ["Case"]

_LONGEST: Final = 80
"""Most characters of a text or a name that a message shows."""


class Case:
    """A dossier as rules see it, with the settings.

    Attributes:
        dossier: the dossier.
        view: the view of the dossier, in which duplicates are merged.
        sources: the merged sources.
        claims: the merged claims.
        settings: the thresholds.
        enabled: the codes of the rules that run.
        notices: the notices of other dossiers about records of this one.
    """

    def __init__(
        self,
        dossier: Dossier,
        *,
        settings: Settings | None = None,
        enabled: Iterable[str] = (),
        notices: Iterable[Notice] = (),
        view: View | None = None,
    ) -> None:
        """Make a case from a dossier that has passed validation.

        Args:
            dossier: the dossier, which must not change while rules run.
            settings: the thresholds; the default settings if None.
            enabled: the codes of the rules that run.
            notices: notices of other dossiers, whose targets are ids of this dossier.
            view: the view of the dossier, if there is one already.
        """
        self.dossier = dossier
        self.view = View.of(dossier) if view is None else view
        self.sources, self.claims = self.view.sources, self.view.claims
        self.settings = settings or Settings()
        self.enabled = frozenset(enabled)
        self.notices = tuple(notices)
        self._citing: dict[str, frozenset[str]] = {}
        self._names: dict[str, str] = {}

    @functools.cached_property
    def desk(self) -> frozenset[str]:
        """The least ids of the outlets whose own sources the rules check."""
        return self.sources.outlets_called(self.settings.desk)

    @functools.cached_property
    def accepted(self) -> frozenset[str]:
        """The least ids of the outlets whose word is accepted without a basis."""
        return self.sources.outlets_called(self.settings.accept_open)

    def kind_of(self, link: Link) -> SourceKind:
        """Return the kind of a link's source; unresolved if it is not settled."""
        return "unresolved" if link.source is None else self.sources.kind(link.source)

    def sources_in(self, link: Link) -> tuple[str, ...]:
        """Return the least ids of a link's source, or of its candidates."""
        if link.source is not None:
            return (self.sources.least_of(link.source),)
        return tuple(
            self.sources.least_of(each.source) for each in link.candidates or ()
        )

    @functools.cached_property
    def lineages(self) -> Mapping[str, Lineage]:
        """The lineage of each claim, by the claim's id."""
        return trace_all(self.view)

    @functools.cached_property
    def supporting(self) -> Mapping[str, SupportingChains]:
        """The supporting chains of each claim; results are computed when needed."""
        return supporting_chains(self.view)

    @functools.cached_property
    def last_voices(self) -> tuple[tuple[Attribution, Link], ...]:
        """The attributions, each with the last link that speaks, sorted by id."""
        every = self.view.all(Attribution)
        return tuple([(each, voices(each.chain)[-1]) for each in every])

    @functools.cached_property
    def unnamed_links(self) -> tuple[Unnamed, ...]:
        """The links to unnamed sources after the head, attribution by attribution."""
        every = self.view.all(Attribution)
        return tuple(link for each in every for link in unnamed_links(each, self))

    @functools.cached_property
    def drifts(self) -> tuple[Drift, ...]:
        """The places at which claims drift."""
        return drift(self.view)

    def citing_on(self, claim: str) -> frozenset[str]:
        """Return the sources that cite another voice in chains of the claim's class."""
        key = self.claims.least_of(claim)
        found = self._citing.get(key)
        if found is None:
            chains = [each.chain for each in self.view.on_record_of(key)]
            found = self._citing[key] = frozenset(self._citing_in(chains))
        return found

    def _citing_in(self, chains: Iterable[Chain]) -> Iterator[str]:
        for chain in chains:
            spoken = [self.sources_in(link) for link in voices(chain)]
            for link, (named, after) in zip(
                chain.links, itertools.pairwise(spoken), strict=False
            ):
                if link.source is not None and named != after:
                    yield named[0]

    def chains_in(self, document: str) -> tuple[Attribution, ...]:
        """Return the attributions that were read in a document."""
        return self._by_document.get(document, ())

    @functools.cached_property
    def _by_document(self) -> Mapping[str, tuple[Attribution, ...]]:
        read = (
            each for each in self.view.all(Attribution) if each.document is not None
        )
        return group_pairs((str(each.document), each) for each in read)

    def spoken_in(self, document: str) -> tuple[Attribution, ...]:
        """Return the attributions with a link that spoke in a document."""
        return self._by_cited.get(document, ())

    @functools.cached_property
    def _by_cited(self) -> Mapping[str, tuple[Attribution, ...]]:
        return group_pairs((document, each) for each, _, document in self.view.cited)

    def document_of(self, attribution: Attribution) -> Document | None:
        """Return the document in which an attribution was read."""
        return self.view.get(attribution.document, Document)

    def notices_on(self, *targets: str | None) -> tuple[Notice, ...]:
        """Return the notices about these records, including those of other dossiers."""
        return tuple(
            notice
            for key in dict.fromkeys(targets)
            if key is not None
            for notice in self._by_target.get(key, ())
        )

    def every_notice(self) -> tuple[Notice, ...]:
        """Return the notices of this dossier, and those of other dossiers about it."""
        return (*self.view.all(Notice), *self.notices)

    @functools.cached_property
    def _by_target(self) -> Mapping[str, tuple[Notice, ...]]:
        return group_pairs((each.target, each) for each in self.every_notice())

    def going_through(self, document: str) -> Mapping[str, tuple[Attribution, ...]]:
        """Return the documents that cite or copy a document, with the attributions."""
        return self._relays.get(document, {})

    @functools.cached_property
    def _relays(self) -> Mapping[str, Mapping[str, tuple[Attribution, ...]]]:
        pairs = [
            (document, (each.document, each))
            for each, index, document in self.view.cited
            if index and each.document is not None
        ]
        cited = {key: group_pairs(found) for key, found in group_pairs(pairs).items()}
        for original, copies in self.view.documents.copies.items():
            through = cited.setdefault(original, {})
            for each in copies:
                through.setdefault(each, self.chains_in(each))
        return cited

    def publisher_of(self, document: str | None) -> str | None:
        """Return the least id of a document's publisher; None if not recorded."""
        record = self.view.get(document, Document)
        known = record is not None and record.publisher is not None
        return (
            self.sources.least_of(str(record.publisher)) if record and known else None
        )

    def lang_of(self, document: str | None) -> str | None:
        """Return the language of a document; None if not recorded."""
        record = self.view.get(document, Document)
        return None if record is None else record.lang

    def has_read_notice(self, document: str) -> bool:
        """Return whether a notice is about a document or what was read in it."""
        read = self.chains_in(document)
        keys = [document, *(each.id for each in read), *(each.claim for each in read)]
        return bool(self.notices_on(*keys))

    def speaks(self, lang: str | None) -> tuple[str, ...]:
        """Return the languages whose word lists apply to a text.

        Args:
            lang: the language of the text; the language of the dossier if None. If
                neither is known, all languages in the settings apply.
        """
        known = lang or self.dossier.lang
        wanted = self.settings.languages
        if known is None:
            return wanted
        return tuple(each for each in wanted if each == primary(known))

    def name(self, source: str) -> str:
        """Return a source in chain notation: an unnamed one as `?one source`."""
        named = self._names.get(source)
        if named is None:
            shown = self.sources.shown(source)
            key = source if shown is None else shown.id
            named = clip(format_source(key, self.view.records), _LONGEST)
            self._names[source] = named
        return named

    def title(self, document: str) -> str:
        """Return the title of a document in quotes, or its id if it has no title."""
        record = self.view.get(document, Document)
        title = None if record is None else record.title
        return quote(title or document, _LONGEST)

    def chain(self, attribution: Attribution) -> str:
        """Return an attribution's chain in notation."""
        return clip(format_chain(attribution.chain, self.view.records), 2 * _LONGEST)

    def chain_of(self, attribution: str) -> str:
        """Return the chain of the attribution with this id in notation."""
        record = self.view.get(attribution, Attribution)
        return "" if record is None else self.chain(record)
