"""Laws of renaming: no answer depends on which id is the least, nor on any order.

Sources that are one go by the least of their ids, whichever that is. All else that an
answer says stays the same, word for word.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, TypeAlias, cast

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack import Dossier, lineage
from lineage_oracle import Joined, holding, tricky

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

CHANCE: Final = st.randoms(use_true_random=False)

Same: TypeAlias = Mapping[str, str]
"""What each id of a dossier stands for, whatever it is called."""


def renamed(dossier: Dossier, chance: Random) -> tuple[Dossier, dict[str, str]]:
    """Return a tricky dossier in another order, with other ids, and what is what."""
    others = [f"x{number}" for number in range(len(dossier))]
    chance.shuffle(others)
    new = dict(zip(dossier, others, strict=True))
    old = re.compile(r'"([sdcarn][0-9a-g])"')
    text = old.sub(lambda found: f'"{new[found[1]]}"', dossier.dumps())
    records = list(Dossier.loads(text).values())
    chance.shuffle(records)
    return holding(dossier, records), new


def standing_for(dossier: Dossier) -> dict[str, str]:
    """Return what each id stands for: all that is one with it."""
    joined = Joined(dossier)
    same = {each.id: joined.source(each.id) for each in dossier.sources}
    same |= {each.id: joined.original(each.id) for each in dossier.documents}
    return {**{key: key for key in dossier}, **same}


def plain(value: object, same: Same) -> object:
    """Return an answer without its order, and with what ids stand for."""
    if isinstance(value, lineage.End) and value.kind == "circular":
        # It goes by the least id of its circle, which is listed beside.
        return "circular"
    if isinstance(value, lineage.Reason):
        words = in_words(value.text, same)
        # Which of two that have no name of their own comes first is open.
        is_open = value.code in ("contradicts", "retracted")
        return value.code, plain(value.ids, same), sorted(words) if is_open else words
    if isinstance(value, lineage.Conflict):
        value = attrs.evolve(value, sides=tuple(set(value.sides)))
    if attrs.has(type(value)):
        fields = attrs.asdict(value, recurse=False)  # type: ignore[arg-type]
        return [(name, plain(each, same)) for name, each in fields.items()]
    if isinstance(value, tuple):
        parts = cast("tuple[object, ...]", value)
        return sorted({repr(plain(each, same)) for each in parts})
    return in_words(value, same) if isinstance(value, str) else value


def in_words(text: str, same: Same) -> list[str]:
    """Return the words of a text, with what ids stand for."""
    return [same.get(each, each) for each in re.findall(r"[^ :,]+", text)]


Asked: TypeAlias = "Callable[[Dossier, str, list[str]], object]"
"""What asks about a claim, and where things are retracted."""

ANSWERS: Final[Mapping[str, Asked]] = {
    "trace": lambda d, claim, _: lineage.trace(d, claim),
    "impact": lambda d, _, things: lineage.impact(d, retract=things, as_recorded=True),
    "dependence": lambda d, _, __: lineage.dependence(d),
    "conflicts": lambda d, _, __: lineage.conflicts(d),
    "timeline": lambda d, claim, _: lineage.timeline(d, claim),
}
"""All that lineage answers but drift, which has laws of its own."""


@pytest.mark.parametrize("asked", ANSWERS)
@given(dossier=CHANCE.map(tricky), chance=CHANCE)
def test_ids_and_order_change_nothing(
    asked: str, dossier: Dossier, chance: Random
) -> None:
    """Whatever is asked."""
    other, new = renamed(dossier, chance)
    same = standing_for(dossier)
    again = {new[key]: stands for key, stands in same.items()}
    claim = chance.choice([each.id for each in dossier.claims])
    things = [key for key in dossier if dossier[key].type in ("source", "document")]
    retract = chance.sample(things, min(2, len(things)))
    before = ANSWERS[asked](dossier, claim, retract)
    after = ANSWERS[asked](other, new[claim], [new[key] for key in retract])
    assert plain(after, again) == plain(before, same)


@given(CHANCE.map(tricky), CHANCE)
def test_reasons_and_events_keep_their_order(dossier: Dossier, chance: Random) -> None:
    """They are read from the top."""
    other, new = renamed(dossier, chance)
    same = standing_for(dossier)
    again = {new[key]: stands for key, stands in same.items()}
    for claim in dossier.claims:
        one = lineage.trace(dossier, claim).why
        two = lineage.trace(other, new[claim.id]).why
        words = [in_words(each.text, again) for each in two]
        assert words == [in_words(each.text, same) for each in one]
        happened = lineage.timeline(dossier, claim)
        shown = lineage.timeline(other, new[claim.id])
        # An attribution has no name but its id.
        assert [re.sub(" [ax][0-9]+$", "", str(each)) for each in shown] == [
            re.sub(" [ax][0-9]+$", "", str(each)) for each in happened
        ]
