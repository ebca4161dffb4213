"""The scales that desks use, as published, including their gaps and overlaps."""

from __future__ import annotations

from typing import Final

from claimtrack.scales._scale import Band, Scale, Term

__all__ = ["SCALES"]


def _percent(
    lo: float, hi: float, *, lo_open: bool = False, hi_open: bool = False
) -> Band:
    return Band(lo / 100, hi / 100, lo_open, hi_open)


_STIX: Final = "OASIS STIX 2.1, appendix A, confidence scales"

_TABLE: Final = (
    Scale(
        id="probability",
        title="Probability",
        kind="probability",
        numbers=(0, 1),
        source="by definition",
    ),
    Scale(
        id="percent",
        title="Percent",
        kind="probability",
        numbers=(0, 100),
        source="by definition",
    ),
    Scale(
        id="stix",
        title="STIX confidence",
        kind="probability",
        numbers=(0, 100),
        is_whole=True,
        source="OASIS STIX 2.1, section 3.2, common property confidence",
    ),
    Scale(
        id="admiralty-reliability",
        title="Admiralty code, reliability of the source",
        kind="reliability",
        terms=(
            Term(("A",), "completely reliable"),
            Term(("B",), "usually reliable"),
            Term(("C",), "fairly reliable"),
            Term(("D",), "not usually reliable"),
            Term(("E",), "unreliable"),
            Term(("F",), "reliability cannot be judged", is_judged=False),
        ),
        source="US Army FM 2-22.3, appendix B; MISP taxonomy admiralty-scale 5",
    ),
    Scale(
        id="admiralty-credibility",
        title="Admiralty code, credibility of the information",
        kind="credibility",
        terms=(
            Term(("1",), "confirmed by other sources"),
            Term(("2",), "probably true"),
            Term(("3",), "possibly true"),
            Term(("4",), "doubtful"),
            Term(("5",), "improbable"),
            Term(("6",), "truth cannot be judged", is_judged=False),
        ),
        source="US Army FM 2-22.3, appendix B; MISP taxonomy admiralty-scale 5",
    ),
    Scale(
        id="icd203",
        title="ICD 203, likelihood (both columns)",
        kind="probability",
        terms=(
            Term(("almost-no-chance", "remote"), "almost no chance", _percent(1, 5)),
            Term(
                ("very-unlikely", "highly-improbable"), "very unlikely", _percent(5, 20)
            ),
            Term(("unlikely", "improbable"), "unlikely", _percent(20, 45)),
            Term(
                ("roughly-even-chance", "roughly-even-odds"),
                "roughly even chance",
                _percent(45, 55),
            ),
            Term(("likely", "probable"), "likely", _percent(55, 80)),
            Term(("very-likely", "highly-probable"), "very likely", _percent(80, 95)),
            Term(
                ("almost-certain", "nearly-certain"), "almost certain", _percent(95, 99)
            ),
        ),
        source="US Intelligence Community Directive 203 (2015), section D.6.e.2",
    ),
    Scale(
        id="kent",
        title="Kent's words of estimative probability",
        kind="probability",
        terms=(
            Term(("impossible",), "impossible", _percent(0, 0)),
            Term(("almost-certainly-not",), "almost certainly not", _percent(2, 12)),
            Term(("probably-not",), "probably not", _percent(20, 40)),
            Term(("chances-about-even",), "chances about even", _percent(40, 60)),
            Term(("probable",), "probable", _percent(63, 87)),
            Term(("almost-certain",), "almost certain", _percent(87, 99)),
            Term(("certain",), "certain", _percent(100, 100)),
        ),
        source="S. Kent, Words of Estimative Probability (1964)",
    ),
    Scale(
        id="phia",
        title="PHIA probability yardstick",
        kind="probability",
        terms=(
            Term(("remote-chance",), "remote chance", _percent(0, 5)),
            Term(("highly-unlikely",), "highly unlikely", _percent(10, 20)),
            Term(("unlikely",), "unlikely", _percent(25, 35)),
            Term(
                ("realistic-possibility",),
                "realistic possibility",
                _percent(40, 50, hi_open=True),
            ),
            Term(("likely", "probable"), "likely", _percent(55, 75)),
            Term(("highly-likely",), "highly likely", _percent(80, 90)),
            Term(("almost-certain",), "almost certain", _percent(95, 100)),
        ),
        source="UK Professional Head of Intelligence Assessment, Probability Yardstick "
        "(gov.uk, Explaining Uncertainty in UK Intelligence Assessment, 2025)",
    ),
    Scale(
        id="ipcc",
        title="IPCC likelihood (its terms nest)",
        kind="probability",
        terms=(
            Term(("exceptionally-unlikely",), "exceptionally unlikely", _percent(0, 1)),
            Term(("extremely-unlikely",), "extremely unlikely", _percent(0, 5)),
            Term(("very-unlikely",), "very unlikely", _percent(0, 10)),
            Term(("unlikely",), "unlikely", _percent(0, 33)),
            Term(
                ("about-as-likely-as-not",), "about as likely as not", _percent(33, 66)
            ),
            Term(
                ("more-likely-than-not",),
                "more likely than not",
                _percent(50, 100, lo_open=True),
            ),
            Term(("likely",), "likely", _percent(66, 100)),
            Term(("very-likely",), "very likely", _percent(90, 100)),
            Term(("extremely-likely",), "extremely likely", _percent(95, 100)),
            Term(("virtually-certain",), "virtually certain", _percent(99, 100)),
        ),
        source="IPCC, Guidance Note for Lead Authors of AR5 (2010), table 1",
    ),
    Scale(
        id="dni",
        title="DNI scale as STIX has it",
        kind="probability",
        terms=(
            Term(("almost-no-chance", "remote"), "almost no chance", _percent(0, 9)),
            Term(
                ("very-unlikely", "highly-improbable"),
                "very unlikely",
                _percent(10, 19),
            ),
            Term(("unlikely", "improbable"), "unlikely", _percent(20, 39)),
            Term(
                ("roughly-even-chance", "roughly-even-odds"),
                "roughly even chance",
                _percent(40, 59),
            ),
            Term(("likely", "probable"), "likely", _percent(60, 79)),
            Term(("very-likely", "highly-probable"), "very likely", _percent(80, 89)),
            Term(
                ("almost-certain", "nearly-certain"),
                "almost certain",
                _percent(90, 100),
            ),
        ),
        source=_STIX,
    ),
    Scale(
        id="wep",
        title="Words of estimative probability as STIX has them",
        kind="probability",
        terms=(
            Term(("impossible",), "impossible", _percent(0, 0)),
            Term(
                ("highly-unlikely", "almost-certainly-not"),
                "highly unlikely",
                _percent(1, 19),
            ),
            Term(("unlikely", "probably-not"), "unlikely", _percent(20, 39)),
            Term(("even-chance",), "even chance", _percent(40, 59)),
            Term(("likely", "probable"), "likely", _percent(60, 79)),
            Term(
                ("highly-likely", "almost-certain"), "highly likely", _percent(80, 99)
            ),
            Term(("certain",), "certain", _percent(100, 100)),
        ),
        source=_STIX,
    ),
    Scale(
        id="zero-to-ten",
        title="From 0 to 10, as STIX has it",
        kind="probability",
        terms=(
            Term(("0",), "0 of 10", _percent(0, 4)),
            *(
                Term((f"{n}",), f"{n} of 10", _percent(10 * n - 5, 10 * n + 4))
                for n in range(1, 10)
            ),
            Term(("10",), "10 of 10", _percent(95, 100)),
        ),
        source=_STIX,
    ),
    Scale(
        id="level",
        title="None, low, moderate, high",
        kind="analytic-confidence",
        terms=(
            Term(("none",), "none", _percent(0, 0)),
            Term(("low",), "low", _percent(1, 29)),
            Term(("moderate", "medium"), "moderate", _percent(30, 69)),
            Term(("high",), "high", _percent(70, 100)),
        ),
        source=f"{_STIX} (None, Low, Med, High); the words are ICD 203's",
    ),
)

SCALES: Final[dict[str, Scale]] = {scale.id: scale for scale in _TABLE}
"""Every scale by its id. Intervals include their ends if the source does not say.

Gaps and overlaps are those of the sources: ICD 203's ranges share their ends and leave
out 0 and 100 %, Kent's and PHIA's have gaps, the IPCC's are nested, and STIX's only
have whole percentages.
"""
