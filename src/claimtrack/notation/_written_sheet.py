"""Write head and records as the text of a sheet."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from claimtrack.errors import InvalidDossier
from claimtrack.findings import Finding
from claimtrack.notation._anchors import hash_of
from claimtrack.notation._bullets import FLAGS
from claimtrack.notation._ledger import Defaults, Labels
from claimtrack.notation._word_matches import Article
from claimtrack.notation._written_chains import Chains
from claimtrack.notation._written_declarations import Declarations
from claimtrack.notation._written_judgements import Judgements
from claimtrack.notation._written_values import (
    write_common,
    write_name,
    write_quote,
    write_text,
)
from claimtrack.records import (
    Assessment,
    Attribution,
    Claim,
    Document,
    Notice,
    Relation,
    Source,
    Waiver,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimtrack.notation._bullets import Bullets
    from claimtrack.records import Head, Quantity, Record, Recorded
    from claimtrack.when import When

__all__ = ["write_sheet"]

_FIELD: Final = "  "
_INNER: Final = "    "


def write_sheet(
    head: Head,
    records: Iterable[Record],
    *,
    article: str | None = None,
    file: str | None = None,
    bullets: Bullets | None = None,
) -> str:
    """Return a dossier as a sheet. The same records give the same text.

    Args:
        head: the head of the dossier.
        records: the records, each with an id.
        article: the text of the document that was read; if given, its words are quoted
            instead of giving places as numbers.
        file: the name of the article's file, which is written instead of its hash.
        bullets: the meaning of bullets in the sheet it will be part of; the most common
            values if None.

    Raises:
        InvalidDossier: if it has fields of a newer version, which a sheet cannot hold.
    """
    if head.version is not None:
        message = f"fields of the newer version {head.version} have no place in a sheet"
        raise InvalidDossier((Finding.of("CT028", message),))
    return _Writer(head, list(records), article, file, bullets).text()


class _Writer:
    def __init__(
        self,
        head: Head,
        records: list[Record],
        article: str | None,
        file: str | None,
        bullets: Bullets | None,
    ) -> None:
        self.head = head
        self.records = records
        self.labels = Labels(records)
        self.defaults = Defaults(records, bullets)
        by_id = {each.id: each for each in records}
        read = by_id.get(self.defaults.read)
        if article is not None and isinstance(read, Document):
            article = article if read.sha256 == hash_of(article) else None
        else:
            article = None
        self.chains = Chains(
            self.labels, self.defaults, None if article is None else Article(article)
        )
        self.declarations = Declarations(
            self.labels, self.defaults, None if article is None else file
        )
        self.judgements = Judgements(self.labels, self.defaults)
        self.about: dict[str, list[Attribution | Assessment | Notice | Waiver]] = {}
        self.others: list[Assessment | Notice | Waiver] = []
        for each in records:
            if isinstance(each, Attribution):
                self.about.setdefault(each.claim, []).append(each)
        for each in records:
            if isinstance(each, (Assessment, Notice, Waiver)):
                key = each.subject if isinstance(each, Assessment) else each.target
                if isinstance(by_id.get(key), (Source, Document, Claim)):
                    self.about.setdefault(key, []).append(each)
                else:
                    self.others.append(each)

    def text(self) -> str:
        """Return the sheet."""
        blocks = [self._head()]
        documents = [each for each in self.records if isinstance(each, Document)]
        blocks.extend(
            [*self.declarations.document(each), *self._judgements(each.id)]
            for each in documents
        )
        sources = [each for each in self.records if isinstance(each, Source)]
        blocks.append(
            [
                line
                for each in sources
                for line in (
                    *self.declarations.source(each),
                    *self._judgements(each.id),
                )
            ]
        )
        blocks.extend(
            self._claim(each) for each in self.records if isinstance(each, Claim)
        )
        blocks.append(self._relations())
        blocks.append(
            [line for each in self.others for line in self.judgements.write(each, "")]
        )
        return "\n".join(
            "".join(f"{line}\n" for line in each) for each in blocks if each
        )

    def _head(self) -> list[str]:
        head, defaults = self.head, self.defaults
        lines = [
            f"{name}: {write_text(value, indent=_FIELD)}"
            for name in ("title", "base", "lang")
            for value in [getattr(head, name)]
            if value is not None
        ]
        said = [each for each in (defaults.mode, defaults.cue_basis) if each]
        if said:
            lines.append(f"unless said: {', '.join(said)}")
        first = next((e.id for e in self.records if isinstance(e, Document)), None)
        if defaults.read != first:
            read = defaults.read
            shown = "none" if read is None else self.labels.bracket(read)
            lines.append(f"read: {shown}")
        bullets = defaults.bullets
        if bullets.drafted is not None:
            tool = write_quote(bullets.drafted.tool or "")
            lines.append(f"drafted: {tool}{self._day(bullets.drafted)}")
        if bullets.accepted is not None:
            who = self.labels.name(bullets.accepted.by or "")
            lines.append(f"reviewed: {who}{self._day(bullets.accepted)}")
        return lines

    def _date(self, when: When) -> str:
        return self.labels.date(when, here=self.defaults.read)

    def _day(self, recorded: Recorded) -> str:
        return "" if recorded.at is None else f", {self._date(recorded.at)}"

    def _claim(self, claim: Claim) -> list[str]:
        kind: str = "" if claim.kind == "fact" and not claim.about else claim.kind
        if claim.about:
            kind += f" about {', '.join(self.labels.refer(e) for e in claim.about)}"
        text = write_text(claim.text, indent=_FIELD, before="claim")
        holds = "" if claim.holds is None else self._date(claim.holds)
        # If there are several opening braces, the last one begins a date.
        is_apart = "{" in holds[1:]
        braced = f" {holds}" if holds.startswith("{") else holds and f" {{{holds}}}"
        braced = "" if is_apart else braced
        key = self.labels.bracket(claim.id)
        said = [e for e in self.about.get(claim.id, ()) if isinstance(e, Attribution)]
        bullet = self.defaults.bullets.common(said)
        lines = [f"{bullet} {key} {kind}{': ' if kind else ''}{text}{braced}"]
        if is_apart:
            lines.append(f"{_FIELD}holds: {holds}")
        if claim.lang is not None:
            lines.append(f"{_FIELD}lang: {claim.lang}")
        if claim.quantity is not None:
            lines.append(f"{_FIELD}quantity: {self._quantity(claim.quantity)}")
        if claim.condition is not None:
            words, stated = claim.condition.text, claim.condition.claim
            parts = [] if words is None else [write_quote(words)]
            if stated is not None:
                parts.append(self.labels.bracket(stated))
            lines.append(f"{_FIELD}if: {' '.join(parts)}")
        if claim.response is not None:
            sought = claim.response.sought
            asked = "" if sought is None else f", {self._date(sought)}"
            lines.append(f"{_FIELD}response: {claim.response.outcome}{asked}")
        return [
            *lines,
            *write_common(claim, _FIELD),
            *self._judgements(claim.id, bullet),
        ]

    def _quantity(self, quantity: Quantity) -> str:
        least, most = quantity.min, quantity.max
        if least == most:
            shown = json.dumps(least)
        else:
            shown = "..".join("" if e is None else json.dumps(e) for e in (least, most))
        if quantity.unit is not None:
            shown += f" {write_name(quantity.unit)}"
        if quantity.of is not None:
            shown += f", of {self.labels.refer(quantity.of)}"
        return shown

    def _judgements(self, key: str, bullet: str = "-") -> list[str]:
        lines: list[str] = []
        for each in self.about.get(key, ()):
            if isinstance(each, Attribution):
                lines.extend(self._attribution(each, bullet))
            else:
                lines.extend(self.judgements.write(each, _FIELD))
        return lines

    def _attribution(self, attribution: Attribution, bullet: str) -> list[str]:
        recorded = attribution.recorded
        own = self.defaults.bullets.bullet(recorded)
        flag = "" if own == bullet or own is None else FLAGS.get(own, "")
        first, *further = self.chains.write(attribution, flag)
        lines = [f"{_FIELD}{first}", *(f"{_INNER}{line}" for line in further)]
        if recorded is not None and own is None:
            lines.append(f"{_INNER}recorded: {self._recorded(recorded)}")
        return [*lines, *write_common(attribution, _INNER)]

    def _recorded(self, recorded: Recorded) -> str:
        parts = [] if recorded.method is None else [str(recorded.method)]
        if recorded.by is not None:
            parts.append(f"by {write_quote(recorded.by)}")
        if recorded.tool is not None:
            parts.append(f"tool {write_quote(recorded.tool)}")
        if recorded.at is not None:
            parts.append(self._date(recorded.at))
        return ", ".join(parts) or "nothing"

    def _relations(self) -> list[str]:
        lines: list[str] = []
        last: str | None = None
        for each in self.records:
            if not isinstance(each, Relation):
                continue
            items = [] if each.by is None else [f"by {self.labels.refer(each.by)}"]
            if each.at is not None:
                items.append(self._date(each.at))
            if each.score is not None:
                items.append(f"score {json.dumps(each.score)}")
            if each.method is not None:
                items.append(f"method {write_quote(each.method)}")
            head = ", ".join(["relations", *items])
            if head != last:
                lines.append(f"{head}:")
                last = head
            key = ""
            if self.defaults.needs_id(each):
                key = f"{self.labels.bracket(str(each.id))} "
            ends = [self._end(end) for end in (each.subject, each.object)]
            lines.append(f"{_FIELD}{key}{ends[0]} {each.kind} {ends[1]}")
            lines.extend(write_common(each, _INNER))
        return lines

    def _end(self, key: str) -> str:
        shown = self.labels.refer(key)
        return shown if " " not in shown else self.labels.bracket(key)
