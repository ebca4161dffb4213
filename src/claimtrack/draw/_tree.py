"""The chains of a claim as a tree for the terminal: who says it, citing whom."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

import attrs

from claimtrack.draw._concerns import Concerns
from claimtrack.draw._drawn_claim import read_claims
from claimtrack.draw._lineage_rows import claim_rows
from claimtrack.draw._phrases import (
    LINE,
    SINGLE,
    end_mark,
    link_details,
    link_label,
)
from claimtrack.draw._support_rows import PLAIN, find_supports, support_rows
from claimtrack.findings import clip, natural_key
from claimtrack.lineage import voices
from claimtrack.records import Candidate

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from claimtrack.confidence import Support
    from claimtrack.dossier import Dossier
    from claimtrack.draw._drawn_claim import Reading, Standing
    from claimtrack.draw._support_rows import SupportShown
    from claimtrack.findings import Finding
    from claimtrack.records import Attribution, Claim

__all__ = ["LEGEND", "draw_claim", "draw_claims"]

LEGEND: Final = (
    "each line cites the one below it · ?x one unnamed · ??x two or more · "
    f"(x) spoken for, did not speak · {SINGLE} without it no path to an end is left"
)
"""How to read a tree, in one line."""

INDENTED: Final = 50
"""Levels that are indented. Deeper ones are listed below each other with a number."""

_Key: TypeAlias = tuple[str | None, tuple[Candidate, ...] | None, bool]
"""What links must share to be drawn as one: source, candidates, and whether a holder.
Two unnamed sources with the same description remain two."""


@attrs.define
class _Node:
    """A link in a tree, with the links that chains through it continue to."""

    label: str
    details: dict[str, None] = attrs.Factory(dict[str, None])
    marks: dict[str, None] = attrs.Factory(dict[str, None])
    inner: dict[_Key, _Node] = attrs.Factory(dict[_Key, "_Node"])


def draw_claim(
    dossier: Dossier,
    claim: Claim,
    *,
    shown: SupportShown = PLAIN,
    findings: Sequence[Finding] = (),
) -> str:
    """Return a claim, its chains as a tree, and what they say together.

    Chains that begin with the same sources share their beginning. Holders are in round
    brackets. The kind of end, where the voices of a chain stop, is in square brackets,
    and so is the standing of a chain that does not support the claim.

    Args:
        dossier: the dossier with the claim.
        claim: the claim.
        shown: which parts of its support are shown.
        findings: the findings of a check of the dossier.
    """
    return next(draw_claims(dossier, [claim], shown=shown, findings=findings))


def draw_claims(
    dossier: Dossier,
    claims: Sequence[Claim],
    supports: Mapping[str, Support] | None = None,
    *,
    shown: SupportShown = PLAIN,
    findings: Sequence[Finding] = (),
    lines: Mapping[str, int] | None = None,
) -> Iterator[str]:
    """Yield each of these claims in the form that `draw_claim` returns.

    Args:
        dossier: the dossier with the claims.
        claims: the claims.
        supports: how far they are supported, as `find_supports` returns it; computed
            unless given.
        shown: which parts of their support are shown.
        findings: the findings of a check of the dossier.
        lines: the line of the file in which each claim begins, by id.
    """
    if supports is None:
        supports = find_supports(dossier, claims)
    concerns = Concerns.of(dossier, findings)
    for read in read_claims(dossier, claims):
        rows = support_rows(supports[read.claim.id], shown)
        line = (lines or {}).get(read.claim.id)
        yield _drawn(read, [*concerns.rows(read), *rows], line)


def _drawn(read: Reading, support: Sequence[tuple[str, str]], line: int | None) -> str:
    lines = [
        f"{clip(read.claim.id, LINE)}  {clip(read.claim.text, LINE)}",
        f"    {_about(read, line)}",
    ]
    roots: dict[_Key, _Node] = {}
    for attribution, standing in read.chains:
        _graft(roots, attribution, standing, read)
    for root in roots.values():
        lines.append(f"    {_shown(root)}")
        lines.extend(f"    {line}" for line in _branches(root))
    if read.chains or support:
        lines.extend(f"    {line}" for line in _together(read, support))
    return "\n".join(lines)


def _about(read: Reading, line: int | None) -> str:
    mine = [each for each, _ in read.chains]
    count = {0: "no chain: nobody is on record for it", 1: "1 chain"}
    places = sorted({each.placement for each in mine if each.placement})
    parts = [read.claim.kind, count.get(len(mine), f"{len(mine)} chains"), *places]
    if mine and all(each.presupposed for each in mine):
        parts.append("taken for granted")
    others = sorted({each.claim for each in mine} - {read.claim.id}, key=natural_key)
    if others:
        parts.append(f"counted with {clip(', '.join(others), LINE)}")
    if line is not None:
        parts.append(f"line {line}")
    return " · ".join(parts)


def _together(read: Reading, support: Sequence[tuple[str, str]]) -> Iterator[str]:
    """Yield what the chains say together, how far that supports the claim, and why."""
    rows = [*claim_rows(read.found, read.dossier)] if read.chains else []
    rows.extend(support)
    why = read.found.why if read.chains else ()
    for number, each in enumerate(why):
        rows.append(("" if number else "why", clip(each.text, 2 * LINE)))
    width = max(len(name) for name, _ in rows)
    for name, said in rows:
        yield f"{name:{width}}  {said}"


def _graft(
    roots: dict[_Key, _Node],
    attribution: Attribution,
    standing: Standing,
    read: Reading,
) -> None:
    """Add one chain to the tree."""
    chain = attribution.chain
    spoken = len(voices(chain))
    level = roots
    for index, link in enumerate(chain):
        holder = index >= spoken
        label = link_label(link, read.dossier, is_holder=holder)
        key = (link.source, link.candidates, holder)
        node = level.setdefault(key, _Node(label))
        node.details.update(dict.fromkeys(link_details(link, read.dossier)))
        if link.source is not None and not holder:
            node.marks.update(dict.fromkeys(_point_marks(link.source, read)))
        if index == spoken - 1 and standing == "supports":
            node.marks.update(dict.fromkeys(_stop_marks(attribution, read)))
        if index == len(chain) - 1 and standing != "supports":
            node.marks[f"[{standing}]"] = None
        level = node.inner


def _point_marks(source: str, read: Reading) -> list[str]:
    point = read.points.get(read.one(source))
    return [] if point is None else [f"{SINGLE} {point}"]


def _stop_marks(attribution: Attribution, read: Reading) -> list[str]:
    """Return the marks at the end of a supporting chain, where its voices stop.

    The kind of end depends on all supporting chains together.
    """
    last = voices(attribution.chain)[-1].source
    if last is None:
        return [end_mark(None, "open", read.dossier)]
    key = read.one(last)
    marks = [end_mark(key, end.kind, read.dossier) for end in read.ends.get(key, ())]
    if not marks and key in read.circling:
        return ["[circular]"]
    return marks or ["[goes on in another chain]"]


def _shown(node: _Node) -> str:
    details = ", ".join(node.details)
    return "  ".join(part for part in [node.label, details, *node.marks] if part)


def _branches(root: _Node) -> Iterator[str]:
    """Yield the lines below a node, without recursion, for chains of any length."""
    stack = [("", 2, each, last) for each, last in _children(root)]
    while stack:
        indent, level, node, last = stack.pop()
        number = f"{level}: " if level > INDENTED else ""
        yield f"{indent}{'└─' if last else '├─'} {number}{_shown(node)}"
        deeper = indent + ("   " if last else "│  ")
        if level >= INDENTED:
            deeper = indent
        stack.extend((deeper, level + 1, each, end) for each, end in _children(node))


def _children(node: _Node) -> list[tuple[_Node, bool]]:
    """Return a node's children in reverse order, each with whether it is the last."""
    inner = list(node.inner.values())
    return [(each, each is inner[-1]) for each in reversed(inner)]
