"""Write verdicts, notices and waivers as lines of a sheet."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import attrs

from claimtrack.notation._ledger import Defaults, Labels
from claimtrack.notation._written_values import (
    write_common,
    write_json,
    write_name,
    write_quote,
    write_texts,
)
from claimtrack.records import Assessment, Notice, Waiver
from claimtrack.schema import write_record

if TYPE_CHECKING:
    from claimtrack.when import When

__all__ = ["Judgements"]


@attrs.frozen
class Judgements:
    """Writes judgements.

    Attributes:
        labels: how records are referred to.
        defaults: values that can be left unsaid.
    """

    labels: Labels
    defaults: Defaults

    def write(self, record: Assessment | Notice | Waiver, indent: str) -> list[str]:
        """Return the lines of a judgement.

        Args:
            record: the judgement.
            indent: white space before it, if it is below the record that it is about;
                empty if it is at the margin and names that record.
        """
        inner = f"{indent}  "
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
            return [line, *write_common(record, inner)]
        if isinstance(record, Notice):
            items = [self._by(record.by)]
            if record.at is not None:
                items.append(self._date(record.at))
            if record.document is not None:
                items.append(f"in {self.labels.bracket(record.document)}")
            if record.significance is not None:
                items.append(record.significance)
            lines = [f"{indent}{record.kind}{on}: {', '.join(items)}"]
            lines.extend(write_texts(record, ("was", "now"), inner))
            return [*lines, *write_common(record, inner)]
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
        lines.extend(write_texts(record, ("rationale", "license"), inner))
        if record.normalized:
            data = write_record(record)["normalized"]
            lines.append(f"{inner}normalized: {json.dumps(data, ensure_ascii=False)}")
        return [*lines, *write_common(record, inner)]

    def _date(self, when: When) -> str:
        return self.labels.date(when, here=self.defaults.read)
