"""The command ``claimtrack``: thin over the library, and pleasant in a pipe.

Exit status 0: clean; 1: findings at or above the threshold; 2: wrong usage, or a file
that cannot be read or written.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from claimtrack.cli._main import main

if TYPE_CHECKING:
    from claimtrack.cli._explanation import explanation_of, explanation_of_rule
else:

    def __getattr__(name: str) -> object:
        """Load what explains codes when it is asked for: the command may never ask."""
        if name not in __all__:
            message = f"module 'claimtrack.cli' has no attribute {name!r}"
            raise AttributeError(message)
        return getattr(import_module("claimtrack.cli._explanation"), name)


__all__ = ["explanation_of", "explanation_of_rule", "main"]
