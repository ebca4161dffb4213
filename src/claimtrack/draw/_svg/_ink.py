"""The style of pictures, both for a single file and for a page."""

from __future__ import annotations

from typing import Final

__all__ = ["DARK", "LIGHT", "STYLE", "TEXT"]

LIGHT: Final = {
    "ground": "#ffffff",
    "ink": "#1f1d1a",
    "soft": "#5c5850",
    "line": "#5c5850",
    "ring": "#8f1d0c",
    "lost": "#6f6b63",
    "faint": "#8f8b83",
}
"""What is drawn → its colour on white."""

DARK: Final = {
    "ground": "#1b1d21",
    "ink": "#f2f0ec",
    "soft": "#b9b5ac",
    "line": "#b9b5ac",
    "ring": "#ff9d80",
    "lost": "#9a968e",
    "faint": "#6b6861",
}
"""What is drawn → its colour in dark mode."""

TEXT: Final = ("ink", "soft", "ring", "lost")
"""The colours of text; each is readable on the background."""

_SHAPE: Final = """\
.ct-picture text{font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",\
Arial,sans-serif;font-size:11px;text-anchor:middle;unicode-bidi:plaintext}
.ct-picture .name{font-size:13px}
.ct-picture .sentence{font-size:15px;text-anchor:start}
.ct-picture .q{font-size:12px}
.ct-picture .from{text-anchor:end}
.ct-picture path,.ct-picture rect{stroke-width:1.3}
.ct-picture .ring{stroke-width:3}
.ct-picture .on{stroke-width:5;stroke-linejoin:round;paint-order:stroke}
.ct-picture .tip{stroke:none}
.ct-picture .dash{stroke-dasharray:5 3}
.ct-picture .dot,.ct-picture .tells-of,.ct-picture .aside{stroke-dasharray:1.5 3}
.ct-picture .denies{stroke-dasharray:7 3 1.5 3}
.ct-picture .stub{stroke-dasharray:3 3}
.ct-picture .retracted .name,.ct-picture .gone{text-decoration:line-through}
"""
"""The rules that do not depend on light or dark mode."""

_COLOURS: Final = """\
.ct-picture .ground{{fill:{ground};stroke:none}}
.ct-picture text{{fill:{soft}}}
.ct-picture .name,.ct-picture .sentence{{fill:{ink}}}
.ct-picture path,.ct-picture rect{{fill:{ground};stroke:{ink}}}
.ct-picture .on{{stroke:{ground}}}
.ct-picture .ring{{fill:none;stroke:{ring}}}
.ct-picture .point{{fill:{ring}}}
.ct-picture .held{{fill:none}}
.ct-picture .way{{fill:none;stroke:{line}}}
.ct-picture .tip,.ct-picture circle{{fill:{line}}}
.ct-picture .q{{fill:{ground}}}
.ct-picture .lost text{{fill:{lost}}}
.ct-picture .lost path,.ct-picture .lost rect{{stroke:{faint}}}
.ct-picture .lost .tip{{stroke:none}}
.ct-picture .lost .tip,.ct-picture .lost circle{{fill:{faint}}}
.ct-picture .lost .q{{fill:{ground}}}
"""
"""The rules that give everything its colour."""


def _style() -> str:
    """Return the style sheet: dark in dark mode, otherwise light, also on paper."""
    dark = _COLOURS.format_map(DARK)
    query = "@media screen and (prefers-color-scheme:dark)"
    return f"{_SHAPE}{_COLOURS.format_map(LIGHT)}{query}{{\n{dark}}}\n"


STYLE: Final = _style()
"""The style sheet of pictures; all of its rules only apply inside `.ct-picture`."""
