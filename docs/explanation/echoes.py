"""Draw the picture of echoes.md.

Run it from the repository's top after a change to what support comes to:
``uv run --group docs python docs/explanation/echoes.py``. Needs matplotlib, which
nothing else here does; a test compares the numbers in the picture with today's.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

import claimtrack as ct
from claimtrack.confidence import Opinion, cumulative_fusion, support

PICTURE: Final = Path(__file__).with_suffix(".svg")
OUTLETS: Final = range(1, 11)
ROOT: Final = Opinion.from_evidence(4, 1)


def figures() -> dict[str, list[float]]:
    """Return what is drawn: how likely, in percent, for one outlet to ten."""
    return {
        "naive fusion of reports": [_percent(_naive(n)) for n in OUTLETS],
        "support": [_percent(_support(n)) for n in OUTLETS],
        "hearing the origin itself": [_percent(ROOT) for _ in OUTLETS],
    }


def _percent(opinion: Opinion) -> float:
    return round(100 * opinion.projection, 3)


def _naive(outlets: int) -> Opinion:
    report = Opinion.from_evidence(0.72 * 4, 0.72 * 1)
    return cumulative_fusion([report] * outlets)


def _support(outlets: int) -> Opinion:
    d = ct.Dossier()
    officials = d.unnamed("European officials", count="2+")
    bloomberg = d.outlet("Bloomberg")
    claim = d.claim("US guarantees are needed")
    reliability = {bloomberg.id: 0.9}
    for number in range(outlets):
        outlet = d.outlet(f"Outlet {number}")
        reliability[outlet.id] = 0.8
        d.attribute(claim, outlet.citing(bloomberg).citing(officials))
    found = support(d, claim, reliability=reliability, grounds={officials.id: ROOT})
    if found.opinion is None:
        raise ValueError("every source of the picture is judged")
    return found.opinion


def draw() -> None:
    """Write the picture, the same bytes each time."""
    import matplotlib as mpl  # noqa: PLC0415  # only whoever draws has it

    mpl.use("svg")
    from matplotlib import pyplot as plt  # noqa: PLC0415

    mpl.rcParams.update({"svg.hashsalt": "claimtrack", "font.size": 11})
    figure, axes = plt.subplots(figsize=(7, 4), layout="constrained")
    styles = {
        "naive fusion of reports": ("#b5443c", "-", "o"),
        "support": ("#1f5f8b", "-", "s"),
        "hearing the origin itself": ("#555555", ":", ""),
    }
    for name, values in figures().items():
        colour, line, marker = styles[name]
        axes.plot(
            list(OUTLETS), values, color=colour, ls=line, marker=marker, label=name
        )
    axes.set_xlabel("outlets that repeat one origin")
    axes.set_ylabel("probability, %")
    axes.set_xticks(list(OUTLETS))
    axes.set_ylim(65, 80)
    axes.legend(loc="lower right", frameon=False)
    axes.spines[["top", "right"]].set_visible(False)
    figure.savefig(
        PICTURE,
        metadata={"Date": None, "Description": json.dumps(figures())},
    )


if __name__ == "__main__":
    draw()
