"""A claim's chains as a tree for the terminal: who says it, on whose word."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

import attrs

from claimtrack.dossier import format_link, format_source
from claimtrack.findings import clip
from claimtrack.lineage import chain_end, voices
from claimtrack.records import Candidate, Source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.dossier import Dossier
    from claimtrack.records import Attribution, Claim, Count, Link

__all__ = ["LEGEND", "draw_claim"]

LEGEND: Final = (
    "each line cites the one below it · ?x one unnamed · ??x two or more · "
    "(x) told about, did not speak"
)
"""How to read a tree, in a line."""

LINE: Final = 200
"""Characters of a name, a text or a cue that are shown at most."""

INDENTED: Final = 50
"""Levels that are indented. Deeper ones stand below each other, with their number."""

_Key: TypeAlias = tuple[str | None, tuple[Candidate, ...] | None, bool]
"""What links must share to be drawn as one: source, candidates, whether a holder.
Two unnamed sources that are described alike remain two."""


@attrs.define
class _Node:
    """A link as it stands in a tree, with what the chains through it go on to."""

    label: str
    details: list[str]
    marks: list[str]
    inner: dict[_Key, _Node]


def draw_claim(dossier: Dossier, claim: Claim) -> str:
    """Return a claim and its chains as a tree, readable in any terminal.

    Chains that begin with the same sources share their beginning. Holders stand in
    round brackets, and where the voices of a chain stop, the kind of end stands in
    square ones.

    Args:
        dossier: where the claim is.
        claim: the claim.
    """
    mine = [each for each in dossier.attributions if each.claim == claim.id]
    lines = [
        f"{clip(claim.id, LINE)}  {clip(claim.text, LINE)}",
        f"    {_about(claim, mine)}",
    ]
    roots: dict[_Key, _Node] = {}
    for attribution in mine:
        _graft(roots, attribution, dossier)
    for root in roots.values():
        lines.append(f"    {_shown(root)}")
        lines.extend(f"    {line}" for line in _branches(root))
    return "\n".join(lines)


def _about(claim: Claim, mine: list[Attribution]) -> str:
    count = {0: "no chain: nobody is on record for it", 1: "1 chain"}
    places = sorted({each.placement for each in mine if each.placement})
    parts = [claim.kind, count.get(len(mine), f"{len(mine)} chains"), *places]
    if mine and all(each.presupposed for each in mine):
        parts.append("taken for granted")
    return " · ".join(parts)


def _graft(
    roots: dict[_Key, _Node], attribution: Attribution, dossier: Dossier
) -> None:
    """Put one chain into the tree."""
    chain = attribution.chain
    spoken = len(voices(chain))
    level = roots
    for index, link in enumerate(chain):
        holder = index >= spoken
        label = _label(link, dossier, is_holder=holder)
        key = (link.source, link.candidates, holder)
        node = level.setdefault(key, _Node(label, [], [], {}))
        node.details.extend(
            each for each in _details(link, dossier) if each not in node.details
        )
        if index == spoken - 1:
            mark = _end_mark(attribution, dossier)
            node.marks.extend([] if mark in node.marks else [mark])
        level = node.inner


def _label(link: Link, dossier: Dossier, *, is_holder: bool) -> str:
    if not link.candidates:
        return clip(format_link(link, dossier, is_holder=is_holder), LINE)
    shown = " or ".join(
        format_source(each.source, dossier)
        + ("" if each.weight is None else f" {each.weight:g}")
        for each in link.candidates
    )
    return clip(f"({shown})" if is_holder else f"one of: {shown}", LINE)


def _details(link: Link, dossier: Dossier) -> Iterator[str]:
    """Yield what is recorded of a link, in words."""
    if link.cue is not None:
        yield f"“{clip(link.cue, LINE)}”"
    if link.mode in ("direct", "mixed"):
        yield f"{link.mode} quote"
    if link.stance != "neutral":
        yield link.stance
    if link.attitude != "assertion":
        yield link.attitude
    if link.factuality is not None:
        yield link.factuality
    if link.addressee is not None and not _is_unnamed(link, dossier):
        yield f"to {clip(format_source(link.addressee, dossier), LINE)}"


def _is_unnamed(link: Link, dossier: Dossier) -> bool:
    """Return whether it is private to whom this link spoke."""
    source = None if link.source is None else dossier.get(link.source)
    return not isinstance(source, Source) or source.kind == "unnamed"


def _end_mark(attribution: Attribution, dossier: Dossier) -> str:
    end = chain_end(attribution.chain, dossier)
    if end.source is None:
        return "[open: speaker not settled]"
    source = dossier.get(end.source)
    count = source.count if isinstance(source, Source) else None
    if end.kind == "unnamed" and count is not None:
        return f"[unnamed: {_people(count)}]"
    return f"[{end.kind}]"


def _people(count: Count) -> str:
    if count.max is None:
        return f"{count.min} or more"
    if count.min == count.max:
        return "1 person" if count.min == 1 else f"{count.min} people"
    return f"{count.min} to {count.max} people"


def _shown(node: _Node) -> str:
    details = ", ".join(node.details)
    return "  ".join(part for part in [node.label, details, *node.marks] if part)


def _branches(root: _Node) -> Iterator[str]:
    """Yield the lines below a node; a chain of any length, without recursion."""
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
    """Return a node's children, the last first, each with whether it is the last."""
    inner = list(node.inner.values())
    return [(each, each is inner[-1]) for each in reversed(inner)]
