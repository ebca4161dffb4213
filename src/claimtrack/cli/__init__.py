"""The command ``claimtrack``: a thin layer over the library that works well in a pipe.

Exit status 0: clean; 1: findings at or above the threshold; 2: wrong usage, or a file
that cannot be read or written.
"""

from claimtrack.cli._explanation import explanation_of, explanation_of_rule
from claimtrack.cli._main import main

__all__ = ["explanation_of", "explanation_of_rule", "main"]
