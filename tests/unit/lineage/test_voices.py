"""Who speaks in a chain, and who is only spoken for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings

from claimtrack import Chain, Link
from claimtrack.lineage import holders, voices
from claimtrack.testing import chains, links

if TYPE_CHECKING:
    from claimtrack.records import Attitude

some_chains = chains(max_links=5)


def link(source: str) -> Link:
    """Return a link; in brackets one who is told about."""
    name = source.strip("()")
    return Link(source=name, ascribed=True) if name != source else Link(source=name)


@pytest.mark.parametrize(
    ("chain", "spoken"),
    [
        ("unn", 1),
        ("(unn)", 1),
        ("unn bloomberg officials", 3),
        ("unn (allies)", 1),
        ("(unn) (allies)", 1),
        ("unn bloomberg source (governments)", 3),
        ("unn (allies) starmer", 3),
        ("unn (allies) starmer (putin) (trump)", 3),
        ("(unn) bloomberg", 2),
    ],
)
def test_voices_go_up_to_the_last_who_is_not_told_about(
    chain: str, spoken: int
) -> None:
    """A head always speaks, for it published; who stands before a voice does too."""
    made = Chain(links=[link(each) for each in chain.split()])
    assert voices(made) == made.links[:spoken]
    assert holders(made) == made.links[spoken:]


@pytest.mark.parametrize(
    ("attitude", "ascribed", "speaks"),
    [
        ("assertion", None, True),
        ("belief", None, False),
        ("knowledge", None, False),
        ("intention", None, False),
        ("desire", None, False),
        ("assertion", True, False),
        ("belief", False, True),
        ("desire", False, True),
    ],
)
def test_who_is_not_said_to_assert_is_told_about(
    attitude: Attitude, *, ascribed: bool | None, speaks: bool
) -> None:
    """Unless the record says so."""
    said = Link(source="b", attitude=attitude, ascribed=ascribed)
    chain = Chain(links=[Link(source="a"), said])
    assert (said in voices(chain)) is speaks
    assert (said in holders(chain)) is not speaks


@settings(max_examples=50, deadline=None)
@given(some_chains)
def test_every_link_is_a_voice_or_a_holder(chain: Chain) -> None:
    """Never both, in the order of the chain."""
    assert (*voices(chain), *holders(chain)) == chain.links


@settings(max_examples=50, deadline=None)
@given(some_chains)
def test_the_last_voice_speaks_or_is_the_head(chain: Chain) -> None:
    """And whoever holds did not speak."""
    (
        first,
        *_,
    ) = voices(chain)
    assert first == chain.head
    assert len(voices(chain)) == 1 or not voices(chain)[-1].is_ascribed
    assert all(each.is_ascribed for each in holders(chain))


@settings(max_examples=50, deadline=None)
@given(some_chains, links())
def test_one_more_link_makes_everybody_speak_or_nobody(
    chain: Chain, inner: Link
) -> None:
    """Who is told about adds a holder; who speaks was heard through all the others."""
    longer = Chain(links=(*chain, inner))
    if inner.is_ascribed:
        assert voices(longer) == voices(chain)
        assert holders(longer) == (*holders(chain), inner)
    else:
        assert voices(longer) == longer.links
        assert holders(longer) == ()


@settings(max_examples=50, deadline=None)
@given(some_chains)
def test_voices_alone_are_all_voices(chain: Chain) -> None:
    """Leaving out the holders changes nothing about who speaks."""
    alone = Chain(links=voices(chain))
    assert voices(alone) == alone.links
    assert holders(alone) == ()


def test_ten_thousand_links_are_no_trouble() -> None:
    """Nothing is recursive."""
    spoken = [Link(source="a")] * 5_000
    held = [Link(source="b", ascribed=True)] * 5_000
    chain = Chain(links=[*held, *spoken, *held][:10_000])
    assert (len(voices(chain)), len(holders(chain))) == (10_000, 0)
    chain = Chain(links=[*spoken, *held])
    assert (len(voices(chain)), len(holders(chain))) == (5_000, 5_000)
