"""The examples of a rule: three files next to its own, and the settings they need."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import attrs

from claimtrack.lint.config import Settings

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Examples", "examples_of"]

_ENDINGS: Final = (".claims.json", ".claims.ndjson")
"""File name endings of a dossier, and of a sequence of dossiers."""


@attrs.frozen
class Examples:
    """Examples that show when a rule fires.

    Attributes:
        fires: JSON of a dossier, or of a sequence of dossiers, with one finding.
        passes: JSON with no finding.
        near: JSON with no finding that differs from `fires` in one field.
        sample: the settings for these three examples.
    """

    fires: str = ""
    passes: str = ""
    near: str = ""
    sample: Settings = attrs.field(factory=Settings)


def examples_of(function: Callable[..., Any]) -> Examples:
    """Return the examples of a rule, from `examples/<its function>/` next to its file.

    The files are `fires`, `passes` and `near`, each with the ending `.claims.json` or,
    for several dossiers, `.claims.ndjson`, and `settings.toml` if they need settings. A
    rule without that folder has no examples.

    >>> from claimtrack.lint import RULES
    >>> examples_of(RULES["CT206"].check).sample.desk
    ('Post',)

    Raises:
        FileNotFoundError: if one of the three files is missing.
        InvalidRecord: if a setting is invalid.
    """
    beside = Path(function.__code__.co_filename).parent
    folder = beside / "examples" / function.__name__
    if not folder.is_dir():
        return Examples()
    fires, passes, near = (_text(folder, name) for name in ("fires", "passes", "near"))
    settings = folder / "settings.toml"
    said = tomllib.loads(settings.read_text("utf-8")) if settings.exists() else {}
    return Examples(fires, passes, near, Settings(**said))


def _text(folder: Path, name: str) -> str:
    for ending in _ENDINGS:
        file = folder / f"{name}{ending}"
        if file.exists():
            return file.read_text("utf-8")
    message = f"there is no {name}{_ENDINGS[0]} in {folder}"
    raise FileNotFoundError(message)
