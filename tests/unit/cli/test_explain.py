"""The command that says what a code means."""

from __future__ import annotations

import pytest
from click.testing import CliRunner, Result

from claimtrack.cli import main
from claimtrack.findings import CODES
from claimtrack.lint import RULES


def run(*args: str) -> Result:
    """Run the command."""
    return CliRunner().invoke(main, ["explain", *args])


@pytest.mark.parametrize("code", CODES)
def test_every_code_is_explained(code: str) -> None:
    """Its name, why it matters, what to do, and two inputs, but for drafts."""
    result = run(code)
    entry = CODES[code]
    assert result.exit_code == 0
    assert result.stdout.startswith(f"{code} {entry.name} ({entry.severity})\n")
    assert entry.why in result.stdout
    assert entry.fix in result.stdout
    assert "Authority: " in result.stdout
    assert ("This is reported:" in result.stdout) == (
        code not in ("CT007", "CT710", "CT711", "CT747")
        and not "CT050" <= code <= "CT069"
    )


@pytest.mark.parametrize("code", RULES)
def test_every_rule_is_explained(code: str) -> None:
    """From its own data: what is asked, by whom, and its three fragments."""
    result = run(code)
    rule = RULES[code]
    assert result.exit_code == 0
    assert result.stdout.startswith(f"{code} {rule.name} (")
    plain = " ".join(result.stdout.split())
    for each in (rule.text, rule.why, rule.fix, rule.form, *rule.authority):
        assert " ".join(each.split()) in plain
    for text in (rule.fires, rule.near, rule.passes):
        assert f"  {text.splitlines()[0]}" in result.stdout


def test_without_a_code_all_are_listed() -> None:
    """One a line, with name and severity."""
    lines = run().stdout.splitlines()
    assert [line.split() for line in lines] == [
        [each.code, each.name, each.severity] for each in RULES.codes().values()
    ]


def test_case_does_not_matter() -> None:
    """It is typed by people."""
    assert run("ct708").stdout == run("CT708").stdout


def test_a_name_will_do() -> None:
    """It is what a finding gives as its rule."""
    assert run("head-is-not-publisher").stdout == run("CT708").stdout


@pytest.mark.parametrize(
    ("code", "hint"),
    [("CT799", 'Did you mean "CT7'), ("shared-names", 'Did you mean "shared-name"?')],
)
def test_an_unknown_code_is_wrong_usage(code: str, hint: str) -> None:
    """With what was probably meant."""
    result = run(code)
    assert result.exit_code == 2
    assert f'there is no code "{code}"' in result.stderr
    assert hint in result.stderr


def test_what_resembles_nothing_gets_no_hint() -> None:
    """A wrong guess would be worse than none."""
    assert run("zzzzzz").stderr == 'Error: there is no code "zzzzzz".\n'
