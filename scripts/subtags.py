"""Write `src/claimtrack/records/_subtags.py` from the registry of language subtags.

    uv run python scripts/subtags.py REGISTRY ALIASES

REGISTRY is ``data/json/registry.json`` of the npm package language-subtag-registry
(CC0-1.0), which is IANA's registry as JSON; ALIASES is ``supplemental/aliases.json`` of
the npm package cldr-core (Unicode-3.0). Only codes and names are taken, no other text.
"""

from __future__ import annotations

import json
import re
import sys
import textwrap
from pathlib import Path
from typing import Any, Final

TARGET: Final = Path(__file__).parents[1] / "src/claimtrack/records/_subtags.py"

HEAD: Final = '''\
"""Registered subtags of language tags, as data. Written by scripts/subtags.py.

Source: the IANA Language Subtag Registry of {date} (BCP 47), as the npm package
language-subtag-registry (CC0-1.0) has it. Longer codes of ISO 639-2 and 639-3 that are
no subtags because a code of two letters exists: Unicode CLDR, aliases (Unicode-3.0).
"""

from __future__ import annotations

from typing import Final

__all__ = [
    "EXTENDED",
    "LANGUAGES",
    "LONGER",
    "NAMES",
    "REGIONS",
    "SCRIPTS",
    "VARIANTS",
    "WHOLE",
]

DATE: Final = "{date}"
"""Of the registry."""
'''

Entry = dict[str, Any]


def write(registry: Path, aliases: Path) -> None:
    """Write the module."""
    entries: list[Entry] = json.loads(registry.read_text(encoding="utf-8"))
    date = json.loads((registry.parent / "meta.json").read_text(encoding="utf-8"))
    kinds = {kind: _of(entries, kind) for kind in ("extlang", "script", "variant")}
    tables = [
        HEAD.format(date=date["File-Date"]),
        _table("NAMES", _names(entries, "language"), "Code of two letters and names"),
        _table(
            "LANGUAGES",
            _folded(_of(entries, "language")),
            "Codes of three letters: the first two, and every third one after them",
        ),
        _table("LONGER", _longer(aliases), "Code of three letters=of two"),
        _table("EXTENDED", kinds["extlang"], "Languages that follow another one"),
        _table("SCRIPTS", kinds["script"], "Codes of ISO 15924"),
        _table(
            "REGIONS",
            [*_names(entries, "region"), *_areas(entries)],
            "Code of ISO 3166-1 and names; codes of UN M.49",
        ),
        _table("VARIANTS", kinds["variant"], "Registered variants"),
        _table("WHOLE", _whole(entries), "Tags registered before there were subtags"),
    ]
    TARGET.write_text("\n".join(tables), encoding="utf-8")


def _of(entries: list[Entry], kind: str) -> list[str]:
    """Return the subtags of a kind. Ranges, for private use, are not among them."""
    found = [each["Subtag"] for each in entries if each["Type"] == kind]
    return [subtag for subtag in found if ".." not in subtag]


def _whole(entries: list[Entry]) -> list[str]:
    found = [each["Tag"] for each in entries if each["Type"] == "grandfathered"]
    # Our pattern has no language of one letter: "i-klingon".
    return [tag for tag in found if not tag.startswith("i-")]


def _areas(entries: list[Entry]) -> list[str]:
    return [f"{code};" for code in _of(entries, "region") if code.isdecimal()]


def _names(entries: list[Entry], kind: str) -> list[str]:
    """Return "uk Ukrainian;" for codes of two letters, without names if deprecated."""
    return [
        " ".join(
            [
                each["Subtag"],
                "/".join([] if "Deprecated" in each else map(_plain, _told(each))),
            ]
        ).strip()
        + ";"
        for each in entries
        if each["Type"] == kind and len(each["Subtag"]) == 2  # noqa: PLR2004
    ]


def _told(entry: Entry) -> list[str]:
    told: list[str] = entry["Description"]
    return told


def _plain(name: str) -> str:
    """Return a name without what explains it: "Modern Greek (1453-)" is Greek."""
    return re.sub(r" \(.*\)", "", name).removeprefix("Modern ")


def _folded(subtags: list[str]) -> list[str]:
    """Return codes of three letters as "aab aac" → "aabc"."""
    groups: dict[str, str] = {}
    for subtag in sorted(subtags):
        if len(subtag) == 3:  # noqa: PLR2004
            groups[subtag[:2]] = groups.get(subtag[:2], "") + subtag[2]
    return [first + last for first, last in groups.items()]


def _longer(aliases: Path) -> list[str]:
    data = json.loads(aliases.read_text(encoding="utf-8"))
    found = data["supplemental"]["metadata"]["alias"]["languageAlias"]
    return [
        f"{code}={each['_replacement']}"
        for code, each in sorted(found.items())
        if each["_reason"] in ("overlong", "bibliographic")
        and re.fullmatch("[a-z]{2}", each["_replacement"])
    ]


def _table(name: str, words: list[str], says: str) -> str:
    lines = textwrap.wrap(
        " ".join(words), width=88, break_on_hyphens=False, break_long_words=False
    )
    listed = "\n".join(lines)
    return f'{name}: Final = """\n{listed}\n"""\n"""{says}."""\n'


if __name__ == "__main__":
    write(Path(sys.argv[1]), Path(sys.argv[2]))
