"""Rule sets: values that hold rules, those of claimtrack and those of users."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

import attrs

from claimtrack.findings import CODES
from claimtrack.lint._rule import Rule

if TYPE_CHECKING:
    from claimtrack.findings import Code

__all__ = ["RuleSet"]


def _in_order(rules: Iterable[Rule]) -> tuple[Rule, ...]:
    return tuple(sorted(rules, key=lambda each: each.code))


@attrs.frozen(repr=False)
class RuleSet(Mapping[str, "Rule"]):
    """Rules by code. A rule set is immutable; changing it returns a new one.

    Attributes:
        rules: the rules, sorted by code.

    Raises:
        ValueError: if two rules have the same code or name, or one has the code of
            another check.

    >>> from claimtrack.lint import RULES
    >>> RULES["CT201"].name
    'single-unnamed-source'
    """

    rules: tuple[Rule, ...] = attrs.field(default=(), converter=_in_order)

    def __attrs_post_init__(self) -> None:
        """Raise an error for codes or names that would mean two things."""
        taken: set[str] = {
            key for each in CODES.values() for key in (each.code, each.name)
        }
        for each in self.rules:
            for key in (each.code, each.name):
                if key in taken:
                    message = f"{key} is taken; each code and name belongs to one rule"
                    raise ValueError(message)
                taken.add(key)

    def __getitem__(self, code: str) -> Rule:
        """Return the rule with this code."""
        for each in self.rules:
            if each.code == code:
                return each
        raise KeyError(code)

    def __iter__(self) -> Iterator[str]:
        """Iterate over the codes in order."""
        return (each.code for each in self.rules)

    def __len__(self) -> int:
        """Return the number of rules."""
        return len(self.rules)

    def __repr__(self) -> str:
        """Return a text with the number of rules."""
        return f"<RuleSet, {len(self)} rules>"

    def with_rules(self, *rules: Rule) -> RuleSet:
        """Return a new set that also has these rules.

        Raises:
            ValueError: as for the set itself.
        """
        return RuleSet((*self.rules, *rules))

    def without(self, *codes: str) -> RuleSet:
        """Return a new set without the rules with these codes.

        >>> from claimtrack.lint import RULES
        >>> len(RULES) - len(RULES.without("CT106", "CT107"))
        2

        Raises:
            KeyError: if the set does not have a code.
        """
        for code in codes:
            self[code]
        return RuleSet(each for each in self.rules if each.code not in codes)

    def codes(self) -> dict[str, Code]:
        """Return all codes: those of these rules and those of all other checks."""
        own = {each.code: each.entry for each in self.rules}
        return dict(sorted({**CODES, **own}.items()))
