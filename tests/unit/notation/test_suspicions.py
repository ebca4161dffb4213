"""Names that swallowed what comes after them, and labels that fit no name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimtrack import lint, sheet
from claimtrack.notation import examine_sheet

if TYPE_CHECKING:
    from claimtrack.findings import Finding


def check(text: str) -> tuple[Finding, ...]:
    """Return what all checks find in a sheet."""
    return lint.check_examination(examine_sheet(text).examination)


BEGIN = "article [post]: Port\nUK: organization United Kingdom\n"


@pytest.mark.parametrize(
    ("line", "name", "problem"),
    [
        ("UNN: outlet UA", "UA", "ends in a country code"),
        ("Pilot: outlet Pilot GB, daily", "Pilot GB", "ends in a country code"),
        ("Ana: person, mayor ES", "mayor ES", "ends in a country code"),
        ("Ana: person, role mayor ES", "mayor ES", "ends in a country code"),
        ("Ana: person, also Anita ES", "Anita ES", "ends in a country code"),
        ("Ana: person Ana also Anita", "Ana also Anita", 'contains "also"'),
        ("Ana: person, mayor also Anita", "mayor also Anita", 'contains "also"'),
        ("Ana: person Ana 2026-03-02", "Ana 2026-03-02", "contains a date"),
        ("Ana: person Ana of UK", "Ana of UK", 'contains "of" before a declared name'),
        (
            "Ana: person, mayor of the united kingdom of United Kingdom",
            "mayor of the united kingdom of United Kingdom",
            'contains "of" before a declared name',
        ),
        ("??a: two men US", "two men US", "ends in a country code"),
    ],
)
def test_a_name_that_swallowed_something_is_suspicious(
    line: str, name: str, problem: str
) -> None:
    """Without a comma, two things are one name."""
    found = sheet.read(BEGIN + line)
    (told,) = (each for each in found.findings if each.code.startswith("CT03"))
    assert (told.code, told.message) == ("CT036", f'the name "{name}" {problem}')
    assert told.location is not None
    assert told.location.line == 3
    assert line[told.location.column - 1 : told.location.end - 1] == name
    assert found.dossier is not None


@pytest.mark.parametrize(
    ("line", "code", "message"),
    [
        (
            "  by: Post 2026-03-02",
            "CT036",
            'the name "Post 2026-03-02" contains a date',
        ),
        ("  by: Xylo", "CT032", '"Xylo" is not declared'),
    ],
)
def test_an_undeclared_name_has_one_finding(line: str, code: str, message: str) -> None:
    """What is suspicious of it, or that it is not declared."""
    found = sheet.read(f"article [post]: Port\n{line}").findings
    (told,) = (each for each in found if each.code.startswith("CT03"))
    assert (told.code, told.message) == (code, message)


@pytest.mark.parametrize(
    ("line", "is_suspicious"),
    [
        ("Ruiz: person mayor of Larsmouth", True),
        ("Ruiz: person Ana Ruiz", False),
        ("Ruíz: person Ana Ruiz", False),
        ("UNN: outlet Ukrainian National News", False),
        ("U.N.N.: outlet Ukrainian National News", False),
        ("Starm: person Keir Starmer", False),
        ("УНН [unn]: outlet Ukrainian News", False),
        ("Ukrainian News: outlet UN News", False),
        ("Larsmouth Town Pilot: outlet LTP", False),
        ("owners: group the shipping firms", False),
        ("??a: two men", False),
    ],
)
def test_a_name_unlike_its_label_is_suspicious(
    line: str, *, is_suspicious: bool
) -> None:
    """Unless they share a word, initials or a beginning, or cannot be compared."""
    found = sheet.read(line).findings
    told = [each.message for each in found if each.code == "CT036"]
    expected = '"mayor of Larsmouth" has no word in common with its label'
    assert told == ([expected] if is_suspicious else [])


@pytest.mark.parametrize(
    ("declared", "used"), [("??officials", "?officials"), ("?offcials", "?officials")]
)
def test_somebody_new_with_nearly_these_words_is_suspicious(
    declared: str, used: str
) -> None:
    """The other mark, or a slip of the pen."""
    text = f"article [a]: Port\n{declared}:\n- It closes.\n  body: {used}"
    (told,) = (e for e in sheet.read(text).findings if e.code == "CT036")
    assert told.message.startswith(f'"{used}" is a new source; ')
    assert "words are declared" in told.message


def test_names_in_straight_quotes_are_never_suspicious() -> None:
    """Whoever writes them so means them."""
    line = 'Ana: person "Ana of UK", "mayor ES", also "Ana also UK"'
    assert "CT036" not in [e.code for e in sheet.read(BEGIN + line).findings]


AIDES = (
    "article [a]: Port\nAna Ruiz: person\nLedger: outlet\n??aides [unnamed-1]: aides\n"
)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (f"{AIDES}# That is Ana Ruiz.\n", 5),
        (f"{AIDES}  note: x\n  # Ask ana.ruiz@port.example.\n", 6),
        (f"{AIDES}- It closes.\n# The aides are those of Ana Ruiz.\n", 6),
        (f"{AIDES}- It closes.\n# unnamed-1 is of the Ledger.\n", 6),
        (f"{AIDES}- It closes.\n# Call Ana Ruiz.\n??others [unnamed-2]:\n", 6),
        (f"{AIDES}??Ruiz’s aide Ana Ruiz [unnamed-2]: somebody\n", 5),
    ],
)
def test_comments_and_labels_must_not_say_who_it_is(text: str, line: int) -> None:
    """And the finding does not say it either."""
    found = check(text)
    (told,) = (each for each in found if each.code == "CT801")
    assert told.location is not None
    assert told.location.line == line
    assert "Ruiz" not in f"{told}{told.message}{told.fix}"


@pytest.mark.parametrize(
    "text",
    [
        f"{AIDES}- It closes.\n# Ana Ruiz spoke at two.\n",
        f"{AIDES}  # Two people.\n",
        f"{AIDES}??Ledger’s aide [unnamed-2]: somebody, of Ledger\n",
        "Ana Ruiz: person\n# Ana Ruiz spoke.\n??[withheld]\n",
        "Ana Ruiz: person\n# Ana Ruiz spoke.\n",
    ],
)
def test_other_comments_may_hold_names(text: str) -> None:
    """Those that neither mention nor touch an unnamed source."""
    assert "CT801" not in [each.code for each in check(text)]
