"""The rules, family by family: a folder is a family, a file in it one rule.

What a rule asks for, why, when it fires and what to do is the docstring of its file;
`examples/` beside it has dossiers that get its finding, and that do not.
"""

from typing import Final

from claimtrack.lint._ruleset import RuleSet
from claimtrack.lint.rules.attribution import ATTRIBUTION
from claimtrack.lint.rules.confidence import CONFIDENCE
from claimtrack.lint.rules.corrections import CORRECTIONS
from claimtrack.lint.rules.sourcing import SOURCING
from claimtrack.lint.rules.time import TIME
from claimtrack.lint.rules.wording import WORDING

__all__ = ["RULES"]

RULES: Final = RuleSet(
    (
        *ATTRIBUTION,
        *SOURCING,
        *TIME,
        *CONFIDENCE,
        *WORDING,
        *CORRECTIONS,
    )
)
"""Our rules."""
