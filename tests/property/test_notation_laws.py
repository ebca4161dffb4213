"""The notation of chains: what is printed can be read, and prints the same."""

from __future__ import annotations

from typing import Final

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from claimtrack import Dossier, InvalidRecord
from claimtrack.records import Chain, name_key
from claimtrack.testing import dossiers

_PATIENT = [
    HealthCheck.too_slow,
    HealthCheck.data_too_large,
    HealthCheck.filter_too_much,
]
LAWS = settings(deadline=None, suppress_health_check=_PATIENT)


@given(dossiers(max_attributions=6))
@LAWS
def test_a_chain_reads_as_it_prints(dossier: Dossier) -> None:
    """In a dossier that knows its sources, unless a name means several of them."""
    for attribution in dossier.attributions:
        shown = dossier.format_chain(attribution)
        before = dict(dossier)
        try:
            parsed = dossier.parse_chain(shown)
        except InvalidRecord as error:
            assert "may be any of" in str(error)  # noqa: PT017
            assert dict(dossier) == before
            continue
        assert dossier.format_chain(parsed) == shown
        assert len(parsed) == len(attribution.chain)


@given(dossiers(max_attributions=6))
@LAWS
def test_a_chain_reads_as_it_prints_where_nothing_is_known(dossier: Dossier) -> None:
    """A new dossier mints what is missing, and prints it the same."""
    for attribution in dossier.attributions:
        shown = dossier.format_chain(attribution)
        other = Dossier()
        try:
            parsed = other.parse_chain(shown)
        except InvalidRecord as error:
            assert "which is spelled differently" in str(error)  # noqa: PT017
            assert not other
            continue
        assert other.format_chain(parsed) == shown


SPELLED: Final = st.sampled_from(
    ["Café", "Cafe\u0301", "CAFÉ", "Café\u200b", " Café", "Caf\u00e9-1", "CAFÉ\u20111"]
)
"""Two names, most of them spelled in several ways."""


@given(st.lists(SPELLED, min_size=1, max_size=4, unique=True), st.data())
@LAWS
def test_names_that_are_one_are_read_as_they_print(
    names: list[str], data: st.DataObject
) -> None:
    """Or refused: no spelling turns into another, and no source into two."""
    known = Dossier()
    for number, name in enumerate(names):
        known.outlet(name, id=f"s{number}")
    links = data.draw(st.lists(st.sampled_from(sorted(known)), min_size=1, max_size=4))
    chain = Chain(links=links)
    shown = known.format_chain(chain)
    assert known.parse_chain(shown) == chain
    spelled = {known.sources[int(each[1:])].label for each in links}
    new = Dossier()
    if len(set(map(name_key, spelled))) < len(spelled):
        with pytest.raises(InvalidRecord, match="which is spelled differently"):
            new.parse_chain(shown)
        assert not new
    else:
        assert new.format_chain(new.parse_chain(shown)) == shown
        assert len(new) == len(spelled)


@given(st.text(alphabet=st.sampled_from('ab <>?()….,"\\ '), max_size=12) | st.text())
@example("a < " * 3000 + "a")
@example("(" * 3000)
@example("0<\x1b")
@LAWS
def test_any_text_is_read_or_refused(text: str) -> None:
    """With a message that says where; nothing is added by what is refused."""
    dossier = Dossier()
    try:
        parsed = dossier.parse_chain(text)
    except InvalidRecord as error:
        assert error.code in ("CT014", "CT015", "CT006")  # noqa: PT017
        assert not dossier
        return
    shown = dossier.format_chain(parsed)
    assert Dossier().parse_chain(shown) is not None


@pytest.mark.parametrize("text", ["UNN", "UNN < …", "UNN < ??a < (b) < (c)"])
def test_plain_chains_are_written_as_people_write_them(text: str) -> None:
    """As design and tutorial write them."""
    dossier = Dossier()
    assert dossier.format_chain(dossier.parse_chain(text)) == text
