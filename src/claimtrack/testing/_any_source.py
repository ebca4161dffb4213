"""Sources of every kind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hypothesis import strategies as st

from claimtrack.records import (
    Alias,
    Anonymity,
    AnonymityKnower,
    Count,
    Source,
    SourceKind,
    limits,
    words,
)
from claimtrack.testing import _text
from claimtrack.testing._any_foreign import foreign_data
from claimtrack.testing._build import a_few, built

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimtrack.testing._build import Fields, Ids

__all__ = ["sources"]


def sources(
    *,
    kinds: Iterable[SourceKind] | None = None,
    ids: st.SearchStrategy[str] | None = None,
    sources: Ids | None = None,
) -> st.SearchStrategy[Source]:
    """Return sources.

    Args:
        kinds: the kinds to use; all by default.
        ids: strategy for their ids.
        sources: strategy for affiliations and members; any id by default.

    >>> from hypothesis import given, settings
    >>> @settings(max_examples=10)
    ... @given(sources(kinds=["outlet"]))
    ... def check(source: Source) -> None:
    ...     assert source.kind == "outlet"
    >>> check()
    """
    own = _text.ids() if ids is None else ids
    known = _text.ids() if sources is None else sources
    wanted = _KINDS if kinds is None else tuple(kinds)
    return _of_kind(st.sampled_from(wanted), own, _fields(known))


_KINDS: Final = (*words(SourceKind), "outlet", "unnamed")
"""All kinds, with repeats of those that are more common in chains."""


@st.composite
def _of_kind(
    draw: st.DrawFn,
    kinds: st.SearchStrategy[str],
    ids: st.SearchStrategy[str],
    fields: Fields,
) -> Source:
    kind = draw(kinds)
    label = "description" if kind == "unnamed" else "name"
    needed = {"id": ids, "kind": st.just(kind), label: _text.lines()}
    elsewhere = {
        name for name, kinds_with in _ONLY_FOR.items() if kind not in kinds_with
    }
    free = {name: held for name, held in fields.items() if name not in elsewhere}
    return draw(built(Source, needed, free))


_ONLY_FOR: Final = {
    "count": {"unnamed", "group", "crowd"},
    "members": {"group"},
    "anonymity": {"unnamed"},
}
"""Field → the kinds that have it."""


def _fields(sources: Ids) -> Fields:
    return {
        "aka": a_few(
            st.one_of(
                _text.lines(),
                built(Alias, {"text": _text.lines()}, {"lang": _text.languages()}),
            )
        ),
        "same_as": st.lists(_text.iris(), min_size=1, max_size=2),
        "role": _text.lines(),
        "affiliations": a_few(sources),
        "members": a_few(sources),
        "country": _text.countries(),
        "url": _text.iris(),
        "image": st.lists(_text.iris(), min_size=1, max_size=2),
        "note": _text.texts(),
        "count": _counts(),
        "anonymity": _anonymity(),
        "ext": foreign_data(),
    }


def _counts() -> st.SearchStrategy[Count]:
    numbers = st.one_of(st.integers(1, 5), st.integers(1, limits.PEOPLE))
    return st.one_of(
        numbers.map(lambda least: Count(min=least)),
        st.tuples(numbers, numbers).map(
            lambda pair: Count(min=min(pair), max=max(pair))
        ),
    )


def _anonymity() -> st.SearchStrategy[Anonymity]:
    function = st.sampled_from(words(AnonymityKnower))
    functions = st.lists(function, min_size=1, unique=True)
    return built(
        Anonymity,
        {},
        {"reason": _text.texts(), "known_to": functions, "approved_by": functions},
    )
