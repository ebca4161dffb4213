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
    report = Opinion(0.72 * ROOT.belief, 0.72 * ROOT.disbelief, 1 - 0.72 * 5 / 7)
    return cumulative_fusion([report] * outlets)


def _support(outlets: int) -> Opinion:
    d = ct.Dossier()
    source = d.unnamed("one source", count="1")
    bloomberg = d.outlet("Bloomberg")
    claim = d.claim("Governments have changed their view")
    reliability = {bloomberg.id: 0.9}
    for number in range(outlets):
        outlet = d.outlet(f"Outlet {number}")
        reliability[outlet.id] = 0.8
        d.attribute(claim, outlet.citing(bloomberg).citing(source))
    found = support(d, claim, reliability=reliability, grounds={source.id: ROOT})
    if found.opinion is None:
        raise ValueError("every source of the picture is judged")
    return found.opinion


def draw() -> None:
    """Write the picture, the same bytes each time."""
    import matplotlib as mpl  # noqa: PLC0415  # installed only for drawing

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
    axes.set_ylim(60, 80)
    axes.legend(loc="lower right", frameon=False)
    axes.spines[["top", "right"]].set_visible(False)
    figure.savefig(
        PICTURE,
        metadata={"Date": None, "Description": json.dumps(figures())},
    )


if __name__ == "__main__":
    draw()
