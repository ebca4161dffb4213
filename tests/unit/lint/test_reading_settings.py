"""Settings as files: what is understood, and what is wrong said with a suggestion."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimtrack.dossier import Dossier
from claimtrack.errors import InvalidRecord
from claimtrack.lint import (
    AUTHORITIES,
    PRESETS,
    RULES,
    Config,
    Settings,
    check,
    load_config,
    load_preset,
    read_config,
)
from claimtrack.lint.config._file import LARGEST

if TYPE_CHECKING:
    from pathlib import Path

    from claimtrack.schema import JsonValue

GOOD = """
[project]
name = "desk"

[tool.claimtrack.lint]
preset = "ap"
select = ["CT1", "CT2"]
ignore = ["CT106"]
enable = ["CT209"]
min_unnamed = 3
languages = ["en"]
accept_open = ["Reuters"]

[tool.claimtrack.lint.severities]
CT102 = "info"
CT207 = { relayed = "info" }

[tool.claimtrack.lint.per-path-ignores]
"archive/*" = ["CT1", "CT203"]
"""


def test_every_setting_is_taken(tmp_path: Path) -> None:
    """Over those of the preset."""
    file = tmp_path / "pyproject.toml"
    file.write_text(GOOD, encoding="utf-8")
    read = load_config(file, RULES)
    assert read is not None
    assert read.findings == ()
    config = read.config
    assert (config.preset, config.enabled) == ("ap", ("CT209",))
    assert config.settings == Settings(
        min_unnamed=3, must_know="manager", languages=["en"], accept_open=["Reuters"]
    )
    assert [config.runs(RULES[code]) for code in ("CT102", "CT106", "CT209")] == [
        True,
        False,
        True,
    ]
    assert not config.runs(RULES["CT501"])
    assert config.severity("CT102", "", "warning") == "info"
    assert config.severity("CT207", "own", "warning") == "error"
    assert config.severity("CT207", "relayed", "info") == "info"
    assert config.severity("CT203", "relayed", "info") == "warning"
    assert config.ignores("CT105", "archive/2019/a.claims.json")
    assert config.ignores("CT203", "archive\\a.claims.json")
    assert not config.ignores("CT201", "archive/a.claims.json")
    assert not config.ignores("CT105", "a.claims.json")
    assert not config.ignores("CT105", None)


def test_a_file_of_its_own_may_have_them_at_its_top(tmp_path: Path) -> None:
    """pyproject.toml may not: what stands there is somebody else's."""
    file = tmp_path / "lint.toml"
    file.write_text('preset = "ifcn"\n', encoding="utf-8")
    read = load_config(file, RULES)
    assert read is not None
    assert (read.config, read.findings) == (Config.from_preset("ifcn"), ())
    other = file.rename(tmp_path / "pyproject.toml")
    assert load_config(other, RULES) is None
    again = load_config(other.rename(file), RULES, preset="bbc")
    assert again is not None
    assert again.config == Config.from_preset("bbc")


NOT_A_CODE = "no code begins with"

WRONG: dict[str, tuple[JsonValue, str]] = {
    "a misspelt setting": (
        {"min_unamed": 1},
        'CT012 "min_unamed" is not a setting. Did you mean "min_unnamed"?',
    ),
    "no setting": ({"xyz": 1}, 'CT012 "xyz" is not a setting.'),
    "a misspelt preset": (
        {"preset": "app"},
        'CT013 "app" is not a preset. Did you mean "ap"?',
    ),
    "no preset": ({"preset": 1}, "CT013 1 is not a preset."),
    "a code without a list": ({"select": "CT1"}, 'CT010 "CT1" is not a list'),
    "a misspelt code": (
        {"select": ["CT1", "CT1O2"]},
        f'CT013 {NOT_A_CODE} "CT1O2". Did you mean "CT102"?',
    ),
    "an empty code": ({"ignore": [""]}, f'CT013 {NOT_A_CODE} "".'),
    "a number for a code": ({"enable": [7]}, f"CT013 {NOT_A_CODE} 7."),
    "a list of severities": ({"severities": []}, "CT010 a list is not a table"),
    "a severity of no code": (
        {"severities": {"CT999": "info"}},
        'CT013 there is no code "CT999".',
    ),
    "no severity": (
        {"severities": {"CT102": "fatal"}},
        'CT013 "fatal" is not a severity.',
    ),
    "a grade of a rule without": (
        {"severities": {"CT102": {"own": "info"}}},
        'CT013 CT102 has no grade "own".',
    ),
    "a grade of another check": (
        {"severities": {"CT705": {"own": "info"}}},
        'CT013 CT705 has no grade "own".',
    ),
    "a misspelt grade": (
        {"severities": {"CT207": {"onw": "info"}}},
        'CT013 CT207 has no grade "onw". Did you mean "own"?',
    ),
    "a path without codes": ({"per-path-ignores": 1}, "CT010 1 is not a table"),
    "a path with no code": (
        {"per-path-ignores": {"a": ["X"]}},
        f'CT013 {NOT_A_CODE} "X".',
    ),
    "nobody": ({"min_unnamed": 0}, "CT017 0 is not between 1 and 1000000"),
    "true for one": ({"min_unnamed": True}, "CT010 true is not a whole number"),
    "a number in quotes": ({"stale_days": "30"}, 'CT010 "30" is not a whole number'),
    "one for true": ({"preview": 1}, "CT010 1 is neither true nor false"),
    "a misspelt function": (
        {"must_know": "editors"},
        'CT013 "editors" is not a function in a newsroom. Did you mean "editor"?',
    ),
    "no function": (
        {"must_know": 3},
        "CT013 3 is not a function in a newsroom",
    ),
    "a text for a list": ({"languages": "en"}, "CT010 expected a list of texts"),
    "a list of numbers": ({"languages": [1]}, "CT010 expected a list of texts"),
    "no table": (7, "CT010 7 is not a table"),
}
"""What is wrong → the settings, and what is said."""


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_is_a_finding(name: str) -> None:
    """An error with a suggestion; it has no effect."""
    table, said = WRONG[name]
    read = read_config(table, RULES)
    (finding,) = read.findings
    assert f"{finding.code} {finding.message}".startswith(said)
    assert finding.severity == "error"
    assert finding.fix
    assert finding.field.startswith("lint")
    assert attrs_of(read.config) == attrs_of(Config())


def attrs_of(config: Config) -> tuple[object, ...]:
    """Return what a config changes, the selection and the patterns aside."""
    return config.settings, config.severities, config.enabled, config.preset


def test_a_finding_stands_where_its_setting_does(tmp_path: Path) -> None:
    """By the line of its name; at the top of the file where there is none."""
    file = tmp_path / "pyproject.toml"
    file.write_text(GOOD.replace("min_unnamed", "min_unamed"), encoding="utf-8")
    read = load_config(file, RULES)
    assert read is not None
    (finding,) = read.findings
    assert str(finding.location) == f"{file}:10:1"
    assert finding.location is not None
    assert finding.location.end == 11
    assert finding.pointer == "/tool/claimtrack/lint/min_unamed"
    file.write_text("[tool.claimtrack]\nlint = 1\n", encoding="utf-8")
    read = load_config(file, RULES)
    assert read is not None
    assert str(read.findings[0].location) == f"{file}:2:1"
    other = tmp_path / "lint.toml"
    other.write_text('severities."CT999" = "info"\n', encoding="utf-8")
    read = load_config(other, RULES)
    assert read is not None
    assert str(read.findings[0].location) == f"{other}:1:1"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("a = [", "Invalid value"),
        ("a = " + "[" * 100_000, "nested too deep"),
        ("# " + "x" * LARGEST, "larger than"),
        ("\xff", "can't decode"),
    ],
    ids=range(4),
)
def test_what_is_no_toml_is_refused(tmp_path: Path, text: str, problem: str) -> None:
    """With a ValueError, whatever it is."""
    file = tmp_path / "lint.toml"
    file.write_bytes(text.encode("latin-1"))
    with pytest.raises(ValueError, match=problem):
        load_config(file, RULES)


@pytest.mark.parametrize("name", PRESETS)
def test_every_setting_of_a_preset_has_its_authority(name: str) -> None:
    """And says something other than the default."""
    preset = load_preset(name)
    assert preset.title
    for each in preset.settings:
        assert each.authority in AUTHORITIES
        assert (each.rule is None) != (each.name is None)
        if each.rule is not None:
            rule = RULES[each.rule]
            assert {g for g, _ in each.severities} <= {"", *dict(rule.grades)}
            for grade, severity in each.severities:
                # CT203 and CT207 keep what is relayed below an error.
                assert grade != "relayed" or severity != "error"
                assert severity != rule.severity_of(grade) or each.is_enabled
        else:
            assert each.name is not None
            assert hasattr(Settings(), each.name)
    if name == "default":
        assert Config.from_preset(name) == Config()


def test_no_preset_has_a_name_of_its_own() -> None:
    """What there is none of is an error."""
    with pytest.raises(KeyError):
        load_preset("cnn")
    with pytest.raises(KeyError):
        Config.from_preset("cnn")


def test_reuters_looks_for_plurals_where_it_knows_the_language() -> None:
    """CT209 is in preview, and that preset switches it on."""
    d = Dossier(lang="en")
    source = d.unnamed("officials", count="1", role="official")
    d.attribute(d.claim("It rains"), d.outlet("Post").citing(source))

    def codes(config: Config) -> dict[str, str]:
        return {each.code: each.severity for each in check(d, config=config)}

    assert "CT209" not in codes(Config())
    assert "CT209" not in codes(Config.from_preset("reuters"))
    table: JsonValue = {"preset": "reuters", "languages": ["en"]}
    read = read_config({**table, "desk": "Post"}, RULES)
    assert codes(read.config)["CT209"] == "error"
    assert codes(read_config(table, RULES).config)["CT209"] == "info"


def test_an_outlet_may_be_taken_at_its_word() -> None:
    """By id, by name or by another name, whatever the case."""
    d = Dossier()
    agency = d.outlet("The Agency", id="agency", aka=["TA"])
    d.attribute(d.claim("It rains"), [agency])
    assert [each.code for each in check(d)] == ["CT102"]
    for name in ("agency", "the agency", "ta"):
        accepted = Config(settings=Settings(accept_open=[name]))
        assert check(d, config=accepted) == ()


def test_settings_refuse_what_makes_no_sense() -> None:
    """As records do."""
    with pytest.raises(InvalidRecord, match=r"settings\.min_unnamed: 0 is not between"):
        Settings(min_unnamed=0)
