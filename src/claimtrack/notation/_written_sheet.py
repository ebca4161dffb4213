"""From head and records to the text of a sheet."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from claimtrack.errors import InvalidDossier
from claimtrack.findings import Finding
from claimtrack.notation._anchors import hash_of
from claimtrack.notation._bullets import FLAGS
from claimtrack.notation._ledger import Defaults, Labels, implied_count, mark_of
from claimtrack.notation._sheet_words import BULLETS
from claimtrack.notation._signs import is_blank
from claimtrack.notation._word_matches import Article
from claimtrack.notation._written_chains import Chains
from claimtrack.notation._written_values import (
    write_date,
    write_json,
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
from claimtrack.schema import thaw, write_record

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimtrack.notation._bullets import Bullets
    from claimtrack.records import Anonymity, Head, Quantity, Record, Recorded
    from claimtrack.when import When

__all__ = ["write_sheet"]

_FIELD: Final = "  "
_INNER: Final = "    "


def write_sheet(
    head: Head,
    records: Iterable[Record],
    *,
    article: str | None = None,
    bullets: Bullets | None = None,
) -> str:
    """Return a dossier as a sheet. The same records give the same text.

    Args:
        head: what is said of it as a whole.
        records: the records, each with an id.
        article: the text of the document that was read: it is quoted, where without
            it places stand as numbers.
        bullets: what bullets say where the sheet will stand; None for what is said
            most often.

    Raises:
        InvalidDossier: where it has fields of a newer version, which no sheet holds.
    """
    if head.version is not None:
        message = f"fields of the newer version {head.version} have no place in a sheet"
        raise InvalidDossier((Finding.of("CT028", message),))
    return _Writer(head, list(records), article, bullets).text()


def _begins_as_bullet(label: str) -> bool:
    """Return whether a line that begins with a name would be taken for a claim."""
    return label[:1] in BULLETS and (len(label) == 1 or is_blank(label[1]))


class _Writer:
    def __init__(
        self,
        head: Head,
        records: list[Record],
        article: str | None,
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
        blocks.extend(self._document(each) for each in documents)
        sources = [each for each in self.records if isinstance(each, Source)]
        blocks.append([line for each in sources for line in self._source(each)])
        blocks.extend(
            self._claim(each) for each in self.records if isinstance(each, Claim)
        )
        blocks.append(self._relations())
        blocks.append(
            [line for each in self.others for line in self._judgement(each, "")]
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
        read = self.defaults.read
        return write_date(
            when, lambda key: "here" if key == read else self.labels.bracket(key)
        )

    def _day(self, recorded: Recorded) -> str:
        return "" if recorded.at is None else f", {self._date(recorded.at)}"

    def _document(self, document: Document) -> list[str]:  # noqa: C901
        title = document.title
        shown = document.url
        if title is not None:
            shown = write_text(title, indent=_FIELD, before="document")
        key = self.labels.bracket(document.id)
        lines = [f"{document.kind} {key}: {shown}"]
        publisher = document.publisher
        items = ["-" if publisher is None else self.labels.refer(publisher)]
        if document.published is not None:
            items.append(self._date(document.published))
        if document.lang is not None:
            items.append(f"lang {document.lang}")
        if document.status is not None:
            items.append(document.status)
        if items != ["-"]:
            lines.append(f"{_FIELD}by: {', '.join(items)}")
        if document.authors:
            named = ", ".join(self.labels.refer(each) for each in document.authors)
            lines.append(f"{_FIELD}authors: {named}")
        if title is not None and document.url is not None:
            lines.append(f"{_FIELD}url: {document.url}")
        lines.extend(f"{_FIELD}archived: {each}" for each in document.archived)
        if document.sha256 is not None:
            lines.append(f"{_FIELD}sha256: {document.sha256}")
        lines.extend(f"{_FIELD}image: {each}" for each in document.image)
        for name in ("modified", "retrieved"):
            when = getattr(document, name)
            if when is not None:
                lines.append(f"{_FIELD}{name}: {self._date(when)}")
        lines.extend(_texts(document, ("version", "license"), _FIELD))
        return [*lines, *_common(document, _FIELD), *self._judgements(document.id)]

    def _source(self, source: Source) -> list[str]:
        label = self.labels.of[source.id]
        mark = mark_of(source)
        items = self._source_items(source)
        first: str = source.kind
        if mark:
            is_same = label == source.label and not items
            first = "" if is_same else self.labels.name(source.label)
        elif label != source.name:
            first += f" {self.labels.name(source.label)}"
        said = ", ".join([first, *items])
        declared = self.labels.declared(source)
        shown = write_json(label) if _begins_as_bullet(label) else write_name(label)
        lines = [f"{mark}{shown}{declared}: {said}".rstrip()]
        if source.url is not None:
            lines.append(f"{_FIELD}url: {source.url}")
        lines.extend(f"{_FIELD}same as: {each}" for each in source.same_as)
        lines.extend(f"{_FIELD}image: {each}" for each in source.image)
        if source.anonymity is not None:
            lines.append(f"{_FIELD}anonymity: {_anonymity(source.anonymity)}")
        return [*lines, *_common(source, _FIELD), *self._judgements(source.id)]

    def _source_items(self, source: Source) -> list[str]:
        labels, items = self.labels, list[str]()
        if source.role is not None:
            is_plain = labels.is_plain(source.role) and not _is_item(source.role)
            shown = source.role if is_plain else f"role {write_quote(source.role)}"
            items.append(shown)
        if source.country is not None:
            items.append(source.country)
        count = source.count
        if count != implied_count(source):
            if count is None:
                items.append("count unknown")
            elif count.max is None:
                items.append(f"count {count.min}+")
            else:
                spread = "" if count.min == count.max else f"-{count.max}"
                items.append(f"count {count.min}{spread}")
        for alias in source.aka:
            lang = "" if alias.lang is None else f" ({alias.lang})"
            items.append(f"also {labels.name(alias.text)}{lang}")
        items.extend(f"of {labels.refer(each)}" for each in source.affiliations)
        items.extend(f"with {labels.refer(each)}" for each in source.members)
        report = self.defaults.reports.get(source.id)
        if report is not None:
            items.append(f"in {labels.bracket(report)}")
        return items

    def _claim(self, claim: Claim) -> list[str]:
        kind: str = "" if claim.kind == "fact" and not claim.about else claim.kind
        if claim.about:
            kind += f" about {', '.join(self.labels.refer(e) for e in claim.about)}"
        text = write_text(claim.text, indent=_FIELD, before="claim")
        holds = "" if claim.holds is None else self._date(claim.holds)
        # Of several opening braces, the last one is where a date begins.
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
        return [*lines, *_common(claim, _FIELD), *self._judgements(claim.id, bullet)]

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
                lines.extend(self._judgement(each, _FIELD))
        return lines

    def _attribution(self, attribution: Attribution, bullet: str) -> list[str]:
        recorded = attribution.recorded
        own = self.defaults.bullets.bullet(recorded)
        flag = "" if own == bullet or own is None else FLAGS.get(own, "")
        first, *further = self.chains.write(attribution, flag)
        lines = [f"{_FIELD}{first}", *(f"{_INNER}{line}" for line in further)]
        if recorded is not None and own is None:
            lines.append(f"{_INNER}recorded: {self._recorded(recorded)}")
        return [*lines, *_common(attribution, _INNER)]

    def _recorded(self, recorded: Recorded) -> str:
        parts = [] if recorded.method is None else [str(recorded.method)]
        if recorded.by is not None:
            parts.append(f"by {write_quote(recorded.by)}")
        if recorded.tool is not None:
            parts.append(f"tool {write_quote(recorded.tool)}")
        if recorded.at is not None:
            parts.append(self._date(recorded.at))
        return ", ".join(parts) or "nothing"

    def _judgement(
        self, record: Assessment | Notice | Waiver, indent: str
    ) -> list[str]:
        inner = f"{indent}{_FIELD}"
        about = record.subject if isinstance(record, Assessment) else record.target
        on = "" if indent else f" on {self.labels.bracket(about)}"
        if self.defaults.needs_id(record):
            on += f" {self.labels.bracket(str(record.id))}"
        if isinstance(record, Waiver):
            until = (
                "" if record.until is None else f", until {self._date(record.until)}"
            )
            who, reason = write_name(record.by), write_quote(record.reason)
            line = f"{indent}waiver {record.rule}{on}: {who} {reason}{until}"
            return [line, *_common(record, inner)]
        if isinstance(record, Notice):
            items = [self._by(record.by)]
            if record.at is not None:
                items.append(self._date(record.at))
            if record.document is not None:
                items.append(f"in {self.labels.bracket(record.document)}")
            if record.significance is not None:
                items.append(record.significance)
            lines = [f"{indent}{record.kind}{on}: {', '.join(items)}"]
            lines.extend(_texts(record, ("was", "now"), inner))
            return [*lines, *_common(record, inner)]
        return self._assessment(record, f"{indent}verdict{on}: ", inner)

    def _by(self, key: str | None) -> str:
        return "-" if key is None else self.labels.refer(key)

    def _assessment(self, record: Assessment, begin: str, inner: str) -> list[str]:  # noqa: C901
        first = self._by(record.by)
        if record.verdict is not None:
            first += f" {write_quote(record.verdict)}"
        items = [first]
        if record.at is not None:
            items.append(self._date(record.at))
        for each in record.confidence:
            value = each.value
            number = json.dumps(value)
            shown = write_json(value) if isinstance(value, str) else number
            if isinstance(value, str) and value.replace("-", "").isalnum():
                shown = value
            items.append(f"{each.scale} {shown}")
        if record.rating is not None:
            rating = record.rating
            parts = ["rating"]
            if rating.value is not None:
                parts.append(json.dumps(rating.value))
            if rating.best is not None:
                parts.append(f"best {json.dumps(rating.best)}")
            if rating.worst is not None:
                parts.append(f"worst {json.dumps(rating.worst)}")
            items.append(" ".join(parts))
        if record.document is not None:
            items.append(f"in {self.labels.bracket(record.document)}")
        items.extend(f"evidence {self.labels.bracket(e)}" for e in record.evidence)
        if record.lang is not None:
            items.append(f"lang {record.lang}")
        lines = [f"{begin}{', '.join(items)}"]
        if record.url is not None:
            lines.append(f"{inner}url: {record.url}")
        lines.extend(_texts(record, ("rationale", "license"), inner))
        if record.normalized:
            data = write_record(record)["normalized"]
            lines.append(f"{inner}normalized: {_json(data)}")
        return [*lines, *_common(record, inner)]

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
            lines.extend(_common(each, _INNER))
        return lines

    def _end(self, key: str) -> str:
        shown = self.labels.refer(key)
        return shown if " " not in shown else self.labels.bracket(key)


def _is_item(role: str) -> bool:
    """Return whether a role would be read as something else of a source."""
    return role[:1].isdigit() or (role[:2].isupper() and not role[2:3].isalnum())


def _texts(record: Record, names: tuple[str, ...], indent: str) -> list[str]:
    return [
        f"{indent}{name}: {write_text(value, indent=f'{indent}{_FIELD}')}"
        for name in names
        for value in [getattr(record, name)]
        if value is not None
    ]


def _common(record: Record, indent: str) -> list[str]:
    """Return the lines of what every record can have."""
    lines = _texts(record, ("note",), indent)
    if record.ext:
        lines.append(f"{indent}ext: {_json(thaw(record.ext))}")
    return lines


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _anonymity(anonymity: Anonymity) -> str:
    parts: list[str] = []
    if anonymity.reason is not None:
        parts.append(write_quote(anonymity.reason))
    parts.extend(f"known to {each}" for each in anonymity.known_to)
    parts.extend(f"approved by {each}" for each in anonymity.approved_by)
    return ", ".join(parts) or "nothing"
