"""A short way to tell dossiers: chains in a line, the kinds of sources in their ids."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, cast

import pytest

from claimtrack import Attribution, Claim, Document, Dossier, Link, Source

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimtrack.records import (
        Attitude,
        Basis,
        Factuality,
        GroundRules,
        Placement,
        SourceKind,
        Stance,
    )

KINDS: Final[dict[str, SourceKind]] = {
    "b": "organization",
    "m": "crowd",
    "g": "group",
    "o": "outlet",
    "p": "person",
    "u": "unnamed",
    "w": "platform",
    "x": "unresolved",
}
"""First letter of a source's id → its kind."""

STANCES: Final[dict[str, Stance]] = {"!": "denies", "^": "endorses", "": "neutral"}

LINK: Final = re.compile(
    r"(?P<stance>[!^]?)(?P<name>\(?(?:\?|[a-z]\d+)\)?)"
    r"(?::(?P<factuality>[A-Zu]+[+-]?))?(?:/(?P<basis>[a-z]+))?(?:=(?P<papers>[d\d,]+))?"
    r"(?:@(?P<said>d\d+))?(?:~(?P<attitude>[a-z]+))?(?:%(?P<rules>[a-z-]+))?"
    r"(?:\+(?P<utterance>c\d+))?"
)


def read_link(text: str) -> Link:
    """Return the link that a word says.

    ``o1`` an outlet that speaks, ``(p1)`` a person told about, ``?`` somebody who is
    not settled, ``!p1`` denied, ``^p1`` endorsed, ``p1:PR+`` with a factuality,
    ``o1/document=d1,d2`` with a basis and its evidence, ``o1@d1`` said in a document,
    ``p1~belief`` with an attitude, ``p1%background`` with ground rules, ``p1+c2`` with
    the claim that it said so.
    """
    match = LINK.fullmatch(text)
    assert match is not None, text
    name = match["name"].strip("()")
    return Link(
        source=None if name == "?" else name,
        candidates=() if name == "?" else None,
        ascribed=name != match["name"],
        document=match["said"],
        attitude=cast("Attitude", match["attitude"] or "assertion"),
        ground_rules=cast("GroundRules", match["rules"] or "unknown"),
        utterance=match["utterance"],
        stance=STANCES[match["stance"]],
        factuality=cast("Factuality | None", match["factuality"]),
        basis=cast("Basis", match["basis"] or "unknown"),
        evidence=match["papers"].split(",") if match["papers"] else (),
    )


@pytest.fixture
def tell() -> Callable[..., Dossier]:
    """Return a function that makes a dossier of chains.

    Each is a line such as ``o1 o2 p1``, on the claim c1, or ``c2: o1 p1`` on another;
    with ``d1> o1 p1`` it was read in a document, with ``d1/headline> o1 p1`` in its
    headline. Attributions are a1, a2 … in their order.
    """

    def made(*chains: str) -> Dossier:
        dossier = Dossier()
        for number, each in enumerate(chains, 1):
            claim, _, told = each.rpartition(": ")
            place, _, chain = told.rpartition("> ")
            paper, _, placement = place.partition("/")
            links = [read_link(word) for word in chain.split()]
            for link in links:
                _know(dossier, link)
            claim = claim or "c1"
            if claim not in dossier:
                dossier.add(Claim(id=claim, text=f"Text of {claim}"))
            _know_paper(dossier, paper)
            dossier.add(
                Attribution(
                    id=f"a{number}",
                    claim=claim,
                    chain=links,
                    document=paper or None,
                    placement=cast("Placement | None", placement or None),
                )
            )
        return dossier

    return made


def _know(dossier: Dossier, link: Link) -> None:
    """Add what a link refers to, where it is not there yet."""
    for paper in (*link.evidence, link.document or ""):
        _know_paper(dossier, paper)
    key = link.source
    if key is None or key in dossier:
        return
    kind = KINDS[key[0]]
    called = "description" if kind == "unnamed" else "name"
    dossier.add(
        Source(id=key, kind=kind, name=key.upper())
        if called == "name"
        else Source(id=key, kind=kind, description=key.upper())
    )


def _know_paper(dossier: Dossier, paper: str) -> None:
    if paper and paper not in dossier:
        dossier.add(Document(id=paper, kind="report", title=paper.upper()))
