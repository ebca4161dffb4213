"""What an editor should check in a claim: drift, contradictions, findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from claimtrack.draw._phrases import LINE
from claimtrack.findings import SEVERITIES, Finding, clip
from claimtrack.lineage import Conflict, Drift, conflicts, drift
from claimtrack.view import View

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimtrack.dossier import Dossier
    from claimtrack.draw._drawn_claim import Reading
    from claimtrack.schema import JsonValue

__all__ = ["Concerns"]


@attrs.frozen
class Concerns:
    """What an editor should check in the claims of a dossier.

    Attributes:
        view: the view of the dossier.
        drifts: the places at which claims drift, by attribution.
        against: what contradicts a claim, by the least id of its class: the other
            claim, and the conflict.
        findings: the findings, by the record that they are about.
    """

    view: View
    drifts: dict[str, list[Drift]]
    against: dict[str, list[tuple[str, Conflict]]]
    findings: dict[str | None, list[Finding]]

    @classmethod
    def of(cls, dossier: Dossier, findings: Iterable[Finding] = ()) -> Concerns:
        """Return the concerns of a dossier, which is read a fixed number of times."""
        made = cls(View.of(dossier), {}, {}, {})
        for each in drift(dossier):
            made.drifts.setdefault(each.attribution, []).append(each)
        for conflict in conflicts(dossier):
            if conflict.relations:
                one, other = conflict.claims
                for key, against in ((one, other), (other, one)):
                    least = made.view.claims.least_of(key)
                    made.against.setdefault(least, []).append((against, conflict))
        for finding in findings:
            made.findings.setdefault(finding.record, []).append(finding)
        return made

    def drifts_of(self, read: Reading) -> list[Drift]:
        """Return the places at which a claim drifts."""
        ids = [each.id for each, _ in read.chains if each.id is not None]
        return [one for key in ids for one in self.drifts.get(key, ())]

    def against_claim(self, read: Reading) -> list[tuple[str, Conflict]]:
        """Return the claims that contradict a claim, each with its conflict."""
        return self.against.get(self.view.claims.least_of(read.claim.id), [])

    def findings_of(self, read: Reading) -> list[Finding]:
        """Return the findings on a claim and its attributions, the worst first."""
        ids = dict.fromkeys((read.claim.id, *(each.id for each, _ in read.chains)))
        found = [one for key in ids for one in self.findings.get(key, ())]
        return sorted(found, key=lambda each: SEVERITIES.index(each.severity))

    def rows(self, read: Reading) -> Iterator[tuple[str, str]]:
        """Yield a row for each concern about a claim, if there are any."""
        lines = {
            "drift": [
                f"{each.kind}: {clip(each.text, 2 * LINE)}"
                for each in self.drifts_of(read)
            ],
            "contradicted": [
                f"by {self._contradicting(*each, read)}"
                for each in self.against_claim(read)
            ],
        }
        codes = dict.fromkeys(
            f"{each.severity} {each.code}" for each in self.findings_of(read)
        )
        if codes:
            lines["findings"] = [", ".join(codes)]
        for name, told in lines.items():
            for number, text in enumerate(dict.fromkeys(told)):
                yield ("" if number else name), text

    def data(self, read: Reading) -> dict[str, JsonValue]:
        """Return the concerns of a claim for programs."""
        return {
            "drift": [
                {"kind": each.kind, "attribution": each.attribution, "text": each.text}
                for each in self.drifts_of(read)
            ],
            "contradicted_by": [other for other, _ in self.against_claim(read)],
            "findings": [each.code for each in self.findings_of(read)],
        }

    def _contradicting(self, other: str, conflict: Conflict, read: Reading) -> str:
        """Return a contradicting claim in words, and which of the two is newer."""
        text = f"{clip(other)}: {clip(self.view.claim(other).text, LINE)}"
        mine = self.view.claims.least_of(read.claim.id)
        newer = {self.view.claims.least_of(each) for each, _ in conflict.supersedes}
        if len(newer) != 1:
            return text
        return f"{text} ({'older' if mine in newer else 'newer'} than this claim)"
