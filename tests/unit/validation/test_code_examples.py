"""Each code has an input that gets it, and one that nearly does."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from claimtrack import disclosure, interop
from claimtrack.dossier import Dossier, read_dossiers
from claimtrack.findings import CODES, SEVERITIES
from claimtrack.notation import check_excerpts, examine_sheet
from claimtrack.validation import EXAMPLES, validate

if TYPE_CHECKING:
    from claimtrack.findings import Finding

MERGED = "CT700"
"""What two dossiers get, and no file alone."""

PROTECTION = "CT8"
"""What codes begin with that validation does not find, and disclosure does."""

SHEETS = "CT03"
"""What codes begin with that only a sheet can get."""

ELSEWHERE = {
    "CT05": "extract",
    "CT06": "extract",
    "CT71": "interop",
}
"""What codes begin with that drafts, proposals and publication get, with the folder of
tests that makes each of them."""

TESTS = Path(__file__).parents[1]

CHECKED = [code for code in EXAMPLES if code != MERGED]


def found_in(data: bytes, code: str) -> tuple[Finding, ...]:
    """Return what is found in an input where a code is looked for."""
    if code.startswith(SHEETS):
        return examine_sheet(data.decode()).examination.findings
    if code.startswith(PROTECTION):
        return (*validate(data), *disclosure.check(Dossier.loads(data)))
    if text := EXAMPLES[code].text:
        return (*validate(data), *check_excerpts(Dossier.loads(data), {"d1": text}))
    return validate(data)


def test_every_code_has_its_examples() -> None:
    """Only two have none: the limit on size, and what needs a spreadsheet."""
    examples = {*EXAMPLES, *interop.EXAMPLES}
    left = {code for code in set(CODES) - examples if code[:4] not in ELSEWHERE}
    assert left == {"CT007", "CT747"}
    assert set(EXAMPLES) <= set(CODES)


def test_what_is_no_finding_on_a_file_is_tried_elsewhere() -> None:
    """Every code of it, by name."""
    for begins, folder in ELSEWHERE.items():
        tests = (TESTS / folder).glob("test_*.py")
        tried = "".join(each.read_text(encoding="utf-8") for each in tests)
        codes = {code for code in CODES if code.startswith(begins)}
        assert {code for code in codes - {*EXAMPLES} if code not in tried} == set()


@pytest.mark.parametrize("code", CHECKED)
def test_the_failing_one_gets_the_code_and_nothing_as_severe(code: str) -> None:
    """One mistake, one finding; lesser ones may come along."""
    found = found_in(EXAMPLES[code].failing, code)
    limit = SEVERITIES.index(CODES[code].severity)
    severe = [each for each in found if SEVERITIES.index(each.severity) <= limit]
    assert [each.code for each in severe] == [code]


@pytest.mark.parametrize("code", CHECKED)
def test_the_passing_one_does_not(code: str) -> None:
    """It is right in what the other gets wrong, and has no error at all."""
    found = found_in(EXAMPLES[code].passing, code)
    assert [each for each in found if each.severity == "error"] == []
    assert code not in [each.code for each in found]


@pytest.mark.parametrize(("side", "count"), [("failing", 1), ("passing", 0)])
def test_two_dossiers_that_disagree(tmp_path: Path, side: str, count: int) -> None:
    """CT700 is found when they are merged."""
    path = tmp_path / "two.claims.ndjson"
    path.write_bytes(getattr(EXAMPLES[MERGED], side))
    one, other = read_dossiers(path)
    assert [each.code for each in one.merge(other).findings] == [MERGED] * count
