"""Write `src/claimtrack/draw/_svg/advances.txt` from the fonts of this machine.

    uv run python scripts/advances.py [--check]

With --check nothing is written: the status is 1 where the table is another one than
these fonts have, and 2 where they are not installed. Debian has them
as fonts-liberation (Arial metrics), fonts-roboto, fonts-noto-core, fonts-open-sans,
fonts-dejavu and fonts-lato. Only widths are taken: per character the widest of all.
"""

from __future__ import annotations

import sys
import unicodedata
from pathlib import Path
from typing import Final

from fontTools.ttLib import TTFont

TARGET: Final = Path(__file__).parents[1] / "src/claimtrack/draw/_svg/advances.txt"

FONTS: Final = (
    "DejaVuSans.ttf",
    "Lato-Regular.ttf",
    "LiberationSans-Regular.ttf",
    "NotoSans-Regular.ttf",
    "OpenSans-Regular.ttf",
    "Roboto-Regular.ttf",
)
"""What a reader's browser shows text with, in the narrow and in the wide."""

FOLDER: Final = Path("/usr/share/fonts")
"""Where they are installed."""

FIRST: Final = 0x20
LAST: Final = 0x52F
"""The characters of the table: Latin, Greek and Cyrillic."""

ROW: Final = 16
"""Widths in a line."""

HEAD: Final = """\
# Advance widths in thousandths of an em, rounded up: per character the widest of
# {fonts}.
# A line begins with the number of its first character; 0 is a character that none of
# them has, or that takes no place of its own. After the empty line: characters beyond
# the table that are wider than their class has it. Written by scripts/advances.py.
"""


def find_fonts(*folders: Path) -> dict[str, Path]:
    """Return the fonts that are installed, by the name of their file."""
    found = {
        path.name: path for each in folders for path in sorted(each.rglob("*.ttf"))
    }
    return {name: found[name] for name in FONTS if name in found}


def read_advances(path: Path) -> dict[int, int]:
    """Return the widths of a font's characters, in thousandths of an em, rounded up."""
    with TTFont(path, lazy=True) as font:
        per_em = font["head"].unitsPerEm
        widths = font["hmtx"].metrics
        return {
            code: -(-widths[glyph][0] * 1000 // per_em)
            for code, glyph in font.getBestCmap().items()
        }


def make_table(fonts: dict[str, Path]) -> str:
    """Return the text of the table."""
    widest: dict[int, int] = {}
    for path in fonts.values():
        for code, width in read_advances(path).items():
            is_mark = unicodedata.category(chr(code)) in ("Mn", "Me", "Cf", "Cc")
            widest[code] = 0 if is_mark else max(width, widest.get(code, 0))
    lines = [
        " ".join([f"{row:04X}", *(str(widest.get(row + n, 0)) for n in range(ROW))])
        for row in range(FIRST, LAST + 1, ROW)
    ]
    wide = [(code, w) for code, w in sorted(widest.items()) if code > LAST]
    lines += ["", *(f"{code:04X} {w}" for code, w in wide if w > _expected(code))]
    names = ", ".join(name.removesuffix(".ttf") for name in fonts)
    return HEAD.format(fonts=names) + "\n".join(lines) + "\n"


def _expected(code: int) -> int:
    """Return what the module beside the table takes for a character beyond it."""
    if unicodedata.category(chr(code)) == "So":
        return 1420
    is_semitic = unicodedata.bidirectional(chr(code)) in ("R", "AL")
    return 850 if is_semitic else 1000


def main() -> int:
    """Write the table, or check it; return the status of the command."""
    fonts = find_fonts(FOLDER)
    missing = [each for each in FONTS if each not in fonts]
    if missing:
        sys.stderr.write(f"these fonts are not installed: {', '.join(missing)}\n")
        return 2
    table = make_table(fonts)
    if sys.argv[1:] == ["--check"]:
        return int(TARGET.read_text(encoding="utf-8") != table)
    TARGET.write_text(table, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
