"""Laws of claims that nobody is on record for: they have a date, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimtrack import Dossier, Link, When, confidence, disclosure, draw, lineage, lint
from claimtrack.records import Chain, Factuality, words
from claimtrack.testing import dossiers, links

if TYPE_CHECKING:
    from claimtrack import Attribution, Claim

laws = settings(
    deadline=None,
    suppress_health_check=[HealthCheck.data_too_large, HealthCheck.too_slow],
)

SMALL = dossiers(
    max_sources=4, max_claims=3, max_documents=2, max_attributions=5, max_links=3
)

ANY_LINK = links(sources=st.just("_"), documents=st.nothing(), claims=st.nothing())

MADE = When.parse("2025-05-17")


@st.composite
def with_nobody(draw: st.DrawFn) -> tuple[Dossier, Dossier, Claim]:
    """Return a dossier, the same with a claim made by nobody, and the claim."""
    dossier = draw(SMALL)
    if not dossier.claims:
        dossier.claim("It rains")
    claim = draw(st.sampled_from(dossier.claims))
    link = attrs.evolve(
        draw(ANY_LINK),
        source=None,
        candidates=None,
        addressee=None,
        on_behalf_of=None,
        factuality=draw(st.sampled_from([None, *words(Factuality)])),
        ground_rules="unknown",
        embargo_until=None,
        at=MADE,
    )
    more = Dossier(title=dossier.title, lang=dossier.lang, base=dossier.base)
    for record in dossier.values():
        more.add(record)
    placement: Any = draw(st.sampled_from([None, "headline", "body"]))
    more.attribute(claim, link, id="_nobody", placement=placement)
    return dossier, more, claim


def without_counts(found: lineage.Lineage) -> lineage.Lineage:
    """Return a lineage without what is said of chains that commit to nothing."""
    why = [e for e in found.why if e.code not in ("uncommitted", "nobody")]
    rest = [each for each in found.uncommitted if each != "_nobody"]
    return attrs.evolve(found, uncommitted=tuple(rest), why=tuple(why), depth=0)


@laws
@given(with_nobody())
def test_no_end_no_support_no_holder(made: tuple[Dossier, Dossier, Claim]) -> None:
    """It is listed among the uncommitted, and changes nothing else of any claim."""
    before, after, claim = made
    traced = lineage.trace_all(after)
    for key, found in lineage.trace_all(before).items():
        assert without_counts(traced[key]) == without_counts(found)
    assert "_nobody" in traced[claim.id].uncommitted
    nobody = [each for each in traced[claim.id].why if each.code == "nobody"]
    assert "_nobody" in nobody[0].ids
    assert "nobody on record" in nobody[0].text


@laws
@given(with_nobody())
def test_nothing_drifts_conflicts_or_falls(
    made: tuple[Dossier, Dossier, Claim],
) -> None:
    """Nor is any claim better supported."""
    before, after, _ = made
    assert lineage.drift(after) == lineage.drift(before)
    pairs = zip(lineage.conflicts(after), lineage.conflicts(before), strict=True)
    assert all(str(one) == str(other) for one, other in pairs)
    assert confidence.support_all(after) == confidence.support_all(before)
    for key in before:
        found, held = (lineage.impact(d, retract=[key]) for d in (after, before))
        both = zip(found.outcomes, held.outcomes, strict=True)
        assert all(decided(one) == decided(other) for one, other in both)


def decided(outcome: lineage.Outcome) -> lineage.Outcome:
    """Return an outcome without a chain of nobody's among what commits to nothing."""
    lost = tuple(each for each in outcome.lost_uncommitted if each != "_nobody")
    return attrs.evolve(outcome, lost_uncommitted=lost, why=())


@laws
@given(with_nobody())
def test_its_date_is_public_and_an_event(made: tuple[Dossier, Dossier, Claim]) -> None:
    """There is no source to protect."""
    before, after, claim = made
    (event,) = set(lineage.timeline(after, claim)) - {*lineage.timeline(before, claim)}
    assert (event.kind, event.when, event.is_private) == ("said", MADE, False)
    assert str(event) == "2025-05-17  the claim was made (nobody on record)"
    public = disclosure.public(after)
    if "_nobody" in public:
        record: Any = public["_nobody"]
        assert record.chain.head.at == MADE
        assert record.chain.head.occasion is None
        assert disclosure.public(public) == public
    earlier = lineage.as_of(after, "2025-05-16")
    assert "_nobody" not in earlier
    assert "_nobody" in lineage.as_of(after, "2025-05-17")


@laws
@given(with_nobody())
def test_rules_take_the_claim_as_before(made: tuple[Dossier, Dossier, Claim]) -> None:
    """Unattributed, where nobody else is on record; no rule finds anything else.

    But for a cue, which judges whoever stands behind it.
    """
    before, after, _ = made
    loud = lint.Config(settings=lint.Settings(preview=True, languages=["en"]))
    one, other = (
        sorted((e.code, e.record or "", e.message) for e in lint.check(d, config=loud))
        for d in (before, after)
    )
    assert one == other


@laws
@given(with_nobody())
def test_it_is_drawn_by_its_words(made: tuple[Dossier, Dossier, Claim]) -> None:
    """Everywhere, and never as a speaker who is not settled."""
    _, after, claim = made
    alone = Dossier()
    alone.add(attrs.evolve(claim, about=(), condition=None, quantity=None, holds=None))
    chain = after.attributions[-1].chain
    alone.attribute(claim, chain)
    for text in (
        draw.draw_claim(alone, alone.claims[0]),
        draw.draw_mermaid(alone, alone.claims),
        draw.draw_dot(alone, alone.claims),
        draw.to_json(draw.claims_data(alone, alone.claims)),
    ):
        assert "nobody on record" in text
        assert "not settled" not in text


@laws
@given(SMALL)
def test_whatever_asks_for_a_head_gets_an_answer(dossier: Dossier) -> None:
    """A dossier whose every claim was made by nobody is traced, drawn and checked."""
    alone = Dossier(title=dossier.title, lang=dossier.lang, base=dossier.base)
    for record in dossier.values():
        alone.add(as_nobody(record) if record.type == "attribution" else record)
    for found in lineage.trace_all(alone).values():
        assert (found.publishers, found.ends, found.origins) == ((), (), ())
        assert (found.holders, found.supported_by, found.opposed_by) == ((), (), ())
        assert (found.cut, found.single_points, found.cycles) == ((), (), ())
        assert (found.individuals.lo, found.individuals.hi) == (0, 0)
    assert lineage.drift(alone) == ()
    assert all(each.severity != "error" for each in alone.validate())
    assert Dossier.loads(alone.dumps()) == alone
    lint.check(alone)
    list(draw.draw_claims(alone, alone.claims))


def as_nobody(record: Any) -> Attribution:  # noqa: ANN401  an attribution
    """Return an attribution with nobody on record."""
    chain = Chain(links=[Link(at=record.chain.head.at)])
    made: Attribution = attrs.evolve(record, chain=chain, excerpts=())
    return made
