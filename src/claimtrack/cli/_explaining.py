"""What a code means, in words for the terminal and for the reference page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.findings import clip
from claimtrack.validation import EXAMPLES

if TYPE_CHECKING:
    from claimtrack.findings import Code

__all__ = ["explanation_of"]

WIDTH = 200
"""Characters of a line of an example that are shown at most."""


def explanation_of(code: Code) -> str:
    """Return a code's name, severity, reason, advice and authority, and two examples.

    >>> from claimtrack.findings import CODES
    >>> print(explanation_of(CODES["CT010"]))
    CT010 wrong-type (error)
    <BLANKLINE>
    Why:       A program that reads this field expects another type of value.
    Fix:       Give a value of the type that the field takes.
    Authority: RFC 8259, section 3
    <BLANKLINE>
    This gets it:
      {"type": "source", "id": "u1", ..., "count": 2}
    This does not:
      {"type": "source", "id": "u1", ..., "count": {"min": 2}}
    """
    lines = [
        f"{code.code} {code.name} ({code.severity})",
        "",
        f"Why:       {code.why}",
        f"Fix:       {code.fix}",
        f"Authority: {code.authority or 'the model of claimtrack'}",
    ]
    example = EXAMPLES.get(code.code)
    if example is not None:
        lines += ["", "This gets it:", *_shown(example.failing)]
        lines += ["This does not:", *_shown(example.passing)]
    return "\n".join(lines)


def _shown(example: bytes) -> list[str]:
    text = example.decode("utf-8", "backslashreplace").replace("\ufeff", "\\ufeff")
    return [f"  {clip(line, WIDTH)}" for line in text.splitlines()]
