"""What it costs to import claimtrack and to start it, beside what peers cost.

Run it from the repository's top::

    uv run --group bench python benchmarks/imports.py [PEER ...]

It prints CPU milliseconds and MiB beyond those of a bare Python, with compiled modules,
and how many times as much as ours the time is. Each peer is installed by itself: their
requirements clash. One that cannot be installed is named in a line.
"""

from __future__ import annotations

import sys
from typing import Final

from measures import apart, peak_of, started

PEERS: Final = {
    "attrs": ("attrs", "import attrs"),
    "orjson": ("orjson", "import orjson"),
    "msgspec": ("msgspec", "import msgspec"),
    "cattrs": ("cattrs", "import cattrs"),
    "pydantic": ("pydantic>=2", "from pydantic import BaseModel"),
    "fastjsonschema": ("fastjsonschema", "import fastjsonschema"),
    "jsonschema-rs": ("jsonschema-rs", "import jsonschema_rs"),
    "jsonschema": ("jsonschema", "from jsonschema import Draft202012Validator"),
    "networkx": ("networkx", "import networkx"),
    "rustworkx": ("rustworkx", "import rustworkx"),
    "prov": ("prov", "import prov.model"),
    "jsonld-ex": ("jsonld-ex", "import jsonld_ex"),
    "stix2": ("stix2", "import stix2"),
    "followthemoney": ("followthemoney", "from followthemoney import model"),
}
"""Peer → what is installed, and what its users begin with."""

CLAIM: Final = '{"type": "claim", "id": "c1", "text": "The ferry stops"}'

OURS: Final = {
    "import claimtrack": "import claimtrack",
    "a first dossier": "import claimtrack; claimtrack.Dossier().claim('It stops')",
    "a first validate": f"import claimtrack; claimtrack.validate('{CLAIM}')",
    "claimtrack --version": "import runpy, sys; sys.argv[1:] = ['--version']; "
    "runpy.run_module('claimtrack', run_name='__main__')",
    "claimtrack --help": "import runpy, sys; sys.argv[1:] = ['--help']; "
    "runpy.run_module('claimtrack', run_name='__main__')",
}

INSIDE: Final = "--inside"
"""The argument with which this runs where a peer is installed."""


def beyond_bare(code: str) -> tuple[float, float]:
    """Return the CPU milliseconds and MiB of code, without those of Python itself."""
    return started(code) - started("pass"), peak_of(code) - peak_of("pass")


def main() -> None:
    """Measure and print."""
    asked = sys.argv[1:]
    if asked[:1] == [INSIDE]:
        print(*beyond_bare(asked[1]))
        return
    print(f"{'':24} {'CPU ms':>8} {'MiB':>6}  times ours")
    rows = {name: beyond_bare(code) for name, code in OURS.items()}
    for name, (spent, most) in rows.items():
        print(f"{name:24} {spent:8.0f} {most:6.1f}", flush=True)
    ours = rows["import claimtrack"][0]
    for name in asked or PEERS:
        requirement, code = PEERS[name]
        found = apart(requirement, __file__, INSIDE, code)
        if found is None:
            print(f"{name:24} cannot be installed here", flush=True)
        else:
            spent, most = map(float, found.split())
            times = spent / ours
            print(f"{name:24} {spent:8.0f} {most:6.1f} {times:11.1f}", flush=True)


if __name__ == "__main__":
    main()
