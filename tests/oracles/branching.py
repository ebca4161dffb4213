"""Dossiers whose chains branch, meet and turn back: what pictures have to cope with."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Final

import attrs

from claimtrack import Candidate, Dossier, Link

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimtrack.records import Attitude, Basis, Stance

__all__ = ["NAMES", "make_branching"]

NAMES: Final = (
    "AFP",
    "Bloomberg",
    "Ukrainian National News",
    "Ministry of Defence of the United Kingdom of Great Britain and Northern Ireland",
    "Süddeutsche Zeitung",
    "Укринформ",
    "Η Καθημερινή",
    "الجزيرة الإخبارية",
    "הארץ",
    "新华社国际新闻编辑部高级记者",
    "朝日新聞",
    "😀👩‍👩‍👧‍👦 News ⚠️ 3️⃣",
    "W" * 90,
    "i" * 90,
    "<b onload='x'>&amp; \"AT&T\"",
    "a\u202eb\u2066c\u200bd",
    "e" + "\u0301" * 90,
    "x.com",
    "社" * 900,
)
"""Long and short, of many scripts, and what could break out or hide."""

KINDS: Final = ("outlet", "person", "organization", "group", "crowd", "platform")

ATTITUDES: Final[tuple[Attitude, ...]] = ("belief", "intention", "desire", "knowledge")
BASES: Final[tuple[Basis, ...]] = ("witnessed", "hearsay", "document", "document")

MOST: Final = 12
"""Chains of a claim."""


def make_branching(seed: int, *, claims: int = 2) -> Dossier:
    """Return a dossier in which up to 12 chains of a claim branch, meet and turn back.

    With candidates, holders, denials, chains that commit to nothing, open ends,
    circles, documents, and outlets that only repeat what others do.

    Args:
        seed: of the dice.
        claims: how many claims there are.
    """
    dice = random.Random(seed)  # noqa: S311  # dice, no secret
    dossier = Dossier(title=f"Branching {seed}")
    sources = _sources(dossier, dice)
    paper = dossier.document("report", dice.choice(NAMES[:12])).id
    for number in range(claims):
        claim = dossier.claim(f"{dice.choice(NAMES[:17])} will close ({number}).")
        for _ in range(dice.randint(1, MOST)):
            dossier.attribute(claim, _chain(sources, paper, dice))
        if dice.random() < 0.4:
            tail = _chain(sources, paper, dice)
            for each in range(dice.randint(2, 14)):
                head = dossier.outlet(f"{dice.choice(NAMES[:6])} {number}.{each}").id
                dossier.attribute(claim, [Link(source=head), *tail])
    return dossier


def _sources(dossier: Dossier, dice: random.Random) -> list[str]:
    sources: list[str] = []
    for number in range(dice.randint(3, 10)):
        name = f"{dice.choice(NAMES)} {number}"
        # Most are outlets: they cite others.
        kind = dice.choice((*KINDS, "outlet", "outlet", "outlet"))
        sources.append(getattr(dossier, kind)(name).id)
    for _ in range(dice.randint(0, 3)):
        count = dice.choice([None, "1", "2+", "3"])
        sources.append(dossier.unnamed(dice.choice(NAMES[:17]), count=count).id)
    return sources


def _chain(sources: Sequence[str], paper: str, dice: random.Random) -> list[Link]:
    """Return a chain; most lead on, and some come back to where they were."""
    length = dice.randint(1, min(6, len(sources)))
    speakers = dice.choices(sources, k=length)
    if dice.random() < 0.7:
        places = sorted(dice.sample(range(len(sources)), length))
        speakers = [sources[place] for place in places]
    links = [Link(source=each) for each in speakers]
    for index in range(1, length):
        links[index] = _inner(links[index], sources, dice)
    rolled = dice.random()
    last = links[-1]
    if length > 1 and rolled < 0.25:
        attitude = dice.choice(ATTITUDES)
        links[-1] = attrs.evolve(last, attitude=attitude)
    elif last.source is not None and rolled > 0.6:
        basis = dice.choice(BASES)
        evidence = [paper] if basis == "document" and dice.random() < 0.7 else ()
        links[-1] = attrs.evolve(last, basis=basis, evidence=evidence)
    elif rolled > 0.5:
        links[-1] = attrs.evolve(last, factuality=dice.choice(["Uu", "CT-", "PR+"]))
    return links


def _inner(link: Link, sources: Sequence[str], dice: random.Random) -> Link:
    """Return a link that is denied, or whose speaker is not settled, or as it is."""
    rolled = dice.random()
    stance: Stance = "denies" if rolled < 0.1 else "neutral"
    if rolled > 0.92:
        some = dice.sample(sources, dice.randint(2, min(5, len(sources))))
        return Link(candidates=[Candidate(source=each) for each in some], stance=stance)
    return attrs.evolve(link, stance=stance)
