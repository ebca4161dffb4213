"""Write docs/explanation/the-article-traced.md from the example dossier.

`docs/reference/generate.py` calls it with the other pages, and a test compares the page
with what it would write. What it should say was worked out by hand, and stands in
tests/docs/test_article_traced.py.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from claimtrack import Dossier
from claimtrack.draw import claim_rows
from claimtrack.lineage import conflicts, drift, impact, trace_all

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.lineage import Impact

EXAMPLE: Final = Path(__file__).parents[2] / "examples" / "us-air-cover.claims.json"

BAR: Final = r"\|"
"""A bar inside the cell of a table."""

RETRACTED: Final = {
    "bloomberg": "Bloomberg",
    "ushakov": "Yuriy Ushakov",
    "bloomberg-april": "Bloomberg's report of April",
    "unnamed-4": "the one source",
}
"""Id of what is retracted → how the page calls it."""

INTRODUCTION: Final = """\
<!-- Written by docs/explanation/trace_article.py; change the dossier instead. -->

# The article, traced

For whoever wants to see what lineage answers about a real text, and for whoever wants
to check the answers. [Reading the article](reading-the-article.md) says how its 36
claims were recorded. This page says what their chains come to: where they end, who
speaks for itself, what it all hangs on, what is in conflict, and what falls if somebody
retracts.

Every line was worked out by hand, with the article and the
[definitions](what-chains-say-together.md) at hand, before it was compared with what
claimtrack answers. The tables are written from the dossier, and a test compares both
with the lines that were worked out by hand.

`UNN < Bloomberg` reads *UNN cites Bloomberg*; `?x` is one unnamed source, `??x` are two
or more, and `(x)` was told about and did not speak.
"""

FINDINGS: Final = """\
## What stands out

- **One outlet, nearly everything.** Every supported claim but the last three goes
  through Bloomberg, which UNN names and nobody else checks. An article that gives 36
  claims has, for 28 of them, one bottleneck.
- **Most ends are open:** those of 20 of the 31 supported claims. Bloomberg is cited for
  what it states flatly, and the article does not show how Bloomberg knows it. UNN and
  Bloomberg together are no origin.
- **Governments that do not speak.** In `c23` European governments believe; one unnamed
  person says so. One individual stands behind it. In `c08` the allies are said to have
  concluded; nobody is on record as telling it.
- **What nobody says.** `c02`, `c05`, `c18` and `c20` are planned, intended or hoped
  for, and `c26` is thought unlikely. No chain supports them, so nothing is there to
  fall: the article asserts the plan, the hope and the doubt, not what they are about.
  They hang on Bloomberg all the same: without it, 33 of the 36 claims lose a chain.
- **A quotation without a speaker.** `c14` and `c15` are words in quotation marks, and
  whose they are is not settled. They end in the open.
- **A headline that its text does not bear out.** `c01` has the US announce; no chain of
  the body ends at the US. That is drift.
- **The end of the article stands by itself.** `c34` to `c36` go by Ushakov, and not by
  Bloomberg. In `c34` Trump is the origin, and Ushakov passes his word on.
"""


def page() -> str:
    """Return the page."""
    dossier = Dossier.load(EXAMPLE)
    parts = [
        INTRODUCTION,
        "\n".join(_rests_on(dossier)),
        "\n".join(_hangs_on(dossier)),
        "\n".join(_conflicts(dossier)),
        "\n".join(_falls(dossier)),
        FINDINGS,
    ]
    return "\n".join(parts)


def _rests_on(dossier: Dossier) -> Iterator[str]:
    yield "## What each claim rests on"
    yield ""
    yield from _header("claim", "what it says", "chain", "ends", "origins", "people")
    traced = trace_all(dossier)
    chains = {each.claim: each for each in dossier.attributions}
    for claim in dossier.claims:
        rows = dict(claim_rows(traced[claim.id], dossier))
        yield _row(
            f"`{claim.id}`",
            claim.text,
            f"`{dossier.format_chain(chains[claim.id])}`",
            rows["ends"],
            rows["origins"],
            rows["individuals"],
        )
    yield ""
    yield (
        "*People* are the individuals behind the origins, at least and at most. Where "
        "it says none and 0, no chain supports the claim."
    )
    yield ""


def _hangs_on(dossier: Dossier) -> Iterator[str]:
    yield "## What it hangs on, and what grew on the way"
    yield ""
    yield from _header("claim", "holders", "bottlenecks", "single points", "drift")
    traced = trace_all(dossier)
    claims = {each.id: each.claim for each in dossier.attributions}
    drifts: dict[str, list[str]] = {}
    for each in drift(dossier):
        drifts.setdefault(claims[each.attribution], []).append(each.text)
    for claim in dossier.claims:
        rows = dict(claim_rows(traced[claim.id], dossier))
        yield _row(
            f"`{claim.id}`",
            rows["holders"],
            rows["bottlenecks"],
            rows["single points"],
            "; ".join(drifts.get(claim.id, ["none"])),
        )
    yield ""
    yield (
        "Holders are those of chains that support the claim or commit to nothing, as "
        "the US in `c02`. Whoever holds the opposite, as the officials in `c26`, "
        "opposes it."
    )
    yield ""


def _conflicts(dossier: Dossier) -> Iterator[str]:
    yield "## What is in conflict"
    yield ""
    yield from _header("claims", "why")
    for each in conflicts(dossier):
        claims = " and ".join(f"`{claim}`" for claim in each.claims)
        yield _row(claims, " ".join(str(each).splitlines()))
    yield ""


def _falls(dossier: Dossier) -> Iterator[str]:
    yield "## What falls if somebody retracts"
    yield ""
    yield "*Falls* means: loses its recorded support. It does not mean: is false."
    yield ""
    yield from _header("claim", *RETRACTED.values())
    found = [impact(dossier, retract=[each]) for each in RETRACTED]
    for claim in dossier.claims:
        yield _row(f"`{claim.id}`", *(_outcome(claim.id, each) for each in found))
    yield _row("falls", *(str(len(each.falls)) for each in found))
    yield _row("weakened", *(str(len(each.weakened)) for each in found))
    yield _row("stands", *(str(len(each.stands)) for each in found))
    yield _row("unsupported", *(str(len(each.unsupported)) for each in found))
    yield _row("touched", *(str(_touched(each)) for each in found))
    yield ""
    yield (
        "*Touched* are the claims of which a chain is lost, falls or not: a plan that "
        "nobody but Bloomberg reported is `unsupported`, and hangs on Bloomberg too. A "
        "claim *in question* stands or had no support, and rests on one that falls."
    )
    yield ""


def _outcome(claim: str, found: Impact) -> str:
    if claim in found.falls:
        return "**falls**"
    if claim in found.weakened:
        return "weakened"
    verdict = "stands" if claim in found.stands else "unsupported"
    return f"{verdict}, in question" if claim in found.in_question else verdict


def _touched(found: Impact) -> int:
    return sum(each.is_touched for each in found.outcomes)


def _header(*names: str) -> Iterator[str]:
    yield _row(*names)
    yield _row(*("---" for _ in names))


def _row(*cells: str) -> str:
    return f"| {' | '.join(each.replace('|', BAR) for each in cells)} |"
