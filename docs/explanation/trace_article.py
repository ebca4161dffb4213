"""Write docs/explanation/the-article-traced.md from the example dossier.

`docs/reference/generate.py` calls it with the other pages, and a test compares the page
with what it would write. What it should say was worked out by hand, and is in
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

For everybody who wants to see what lineage answers about a real text, or to check the
answers. [Reading the article](reading-the-article.md) explains how its 36 claims were
recorded. This page shows the result: where the chains end, who speaks for itself, what
each claim depends on, what is in conflict, and what falls if somebody retracts.

Every line was first worked out by hand from the article and the
[definitions](what-chains-say-together.md), and only then compared with what claimtrack
answers. The tables are generated from the dossier, and a test compares both with the
lines that were worked out by hand.

Read `UNN < Bloomberg` as *UNN cites Bloomberg*. `?x` is one unnamed source, `??x` is
two or more, and `(x)` is a holder: the text says what x thinks or plans, and x did not
speak.
"""

FINDINGS: Final = """\
## What stands out

- **Nearly everything comes from one outlet.** Every supported claim but the last three
  goes through Bloomberg, which UNN names and nobody else checks. Of the 36 claims, 28
  have one and the same bottleneck.
- **Most ends are open:** those of 20 of the 31 supported claims. UNN cites Bloomberg
  for what it states without attribution, and the article does not show how Bloomberg
  knows it. UNN and Bloomberg together are not an origin.
- **Some governments do not speak.** In `c23` European governments believe something,
  and one unnamed person says so: one individual is behind it. In `c08` the allies are
  said to have come to a conclusion, and nobody on record says that they did.
- **Some claims are only planned or hoped for.** `c02`, `c05`, `c18` and `c20` are
  planned, intended or hoped for, and `c26` is thought unlikely. No chain supports them,
  so they have no support to lose: the article asserts the plan, the hope and the doubt,
  not what they are about. They still depend on Bloomberg: without it, 33 of the 36
  claims lose a chain.
- **A quotation has no speaker.** `c14` and `c15` are words in quotation marks, and it
  is not settled who said them. Their ends are open.
- **The text does not support its headline.** In `c01` the US announces something, and
  no chain of the body ends at the US. That is drift.
- **The end of the article is independent of Bloomberg.** `c34` to `c36` rest on
  Ushakov. In `c34` Trump is the origin, and Ushakov passes on what Trump said.
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
        "*People* are the individuals behind the origins, at least and at most. If the "
        "row says none and 0, no chain supports the claim."
    )
    yield ""


def _hangs_on(dossier: Dossier) -> Iterator[str]:
    yield "## What each claim depends on, and what grew on the way"
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
        "The holders are those of chains that support the claim or commit to nothing, "
        "like the US in `c02`. Somebody who holds the opposite, like the officials in "
        "`c26`, opposes the claim."
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
    yield (
        "A claim that *falls* loses its recorded support. That does not make it wrong."
    )
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
        "A claim is *touched* if it loses a chain, whether it falls or not: a plan "
        "that only Bloomberg reported is `unsupported`, but it depends on Bloomberg "
        "too. A claim *in question* stands or had no support, and rests on one that "
        "falls."
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
