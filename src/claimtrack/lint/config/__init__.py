"""Settings: which rules run, how severe they are, and their thresholds.

Presets are data files in this package. Nothing here knows what a rule does.
"""

from claimtrack.lint.config._config import Config
from claimtrack.lint.config._file import ReadConfig, load_config, read_config
from claimtrack.lint.config._preset import PRESETS, Preset, load_preset
from claimtrack.lint.config._selection import Selection, reaches
from claimtrack.lint.config._settings import Settings

__all__ = [
    "PRESETS",
    "Config",
    "Preset",
    "ReadConfig",
    "Selection",
    "Settings",
    "load_config",
    "load_preset",
    "reaches",
    "read_config",
]
