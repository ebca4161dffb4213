"""The newsroom rules: what newsrooms ask of themselves, as checks of records.

A rule is one small function with its data. A `RuleSet` holds rules, and users can build
their own. This layer reads records and their lineage. It must not know of pictures or
the terminal, and it never reads the text of a story.
"""

from claimtrack.lint._authorities import AUTHORITIES
from claimtrack.lint._baseline import Baseline, Compared, KnownFinding, Tally
from claimtrack.lint._case import Case
from claimtrack.lint._desk_outlets import missing_outlets
from claimtrack.lint._notice_search import collect_notices
from claimtrack.lint._notices import Notices
from claimtrack.lint._own_rules import check, check_examination
from claimtrack.lint._rule import Hit, Rule, rule
from claimtrack.lint._ruleset import RuleSet
from claimtrack.lint._run import Checked
from claimtrack.lint.config import (
    PRESETS,
    Config,
    Preset,
    ReadConfig,
    Selection,
    Settings,
    load_config,
    load_preset,
    read_config,
)
from claimtrack.lint.rules import RULES

__all__ = [
    "AUTHORITIES",
    "PRESETS",
    "RULES",
    "Baseline",
    "Case",
    "Checked",
    "Compared",
    "Config",
    "Hit",
    "KnownFinding",
    "Notices",
    "Preset",
    "ReadConfig",
    "Rule",
    "RuleSet",
    "Selection",
    "Settings",
    "Tally",
    "check",
    "check_examination",
    "collect_notices",
    "load_config",
    "load_preset",
    "missing_outlets",
    "read_config",
    "rule",
]
