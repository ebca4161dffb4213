"""Country codes of three letters."""

from __future__ import annotations

from claimtrack.records._alpha_3 import ALPHA_2
from claimtrack.records._register import is_registered, meant_country


def test_each_leads_to_a_registered_code_of_its_own() -> None:
    """All 249 countries of ISO 3166-1, each once."""
    assert len(ALPHA_2) == len(set(ALPHA_2.values())) == 249
    for longer, code in ALPHA_2.items():
        assert is_registered("region", code), longer
        assert meant_country(longer.lower()) == code
