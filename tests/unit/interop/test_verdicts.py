"""What verdicts mean: labels judged by hand, of publishers all over the world."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from claimtrack.interop import claimreview
from claimtrack.interop._verdicts import load_verdict_maps

if TYPE_CHECKING:
    from pathlib import Path

MAPS = load_verdict_maps()

TRUE = "true"


def codes_of(verdict: str, host: str = "") -> list[str]:
    """Return the codes of a verdict in words."""
    return [each.code for each in MAPS.of_words(verdict, host)]


@pytest.mark.parametrize(
    ("verdict", "expected"),
    [
        ("False", ["false"]),
        ("FALSO", ["false"]),
        ("Bulo", ["false"]),
        ("Faux", ["false"]),
        ("Falsch", ["false"]),
        ("Größtenteils falsch", ["mostly-false"]),
        ("Teilweise falsch", ["half-true"]),
        ("Fehlender Kontext", ["missing-context"]),
        ("Unbelegt", ["unproven"]),
        ("C'è un grosso problema", []),
        ("Vero", ["true"]),
        ("Pravda", ["true"]),
        ("Nepravda", ["false"]),
        ("Zavádějící", ["misleading"]),
        ("Fałsz", ["false"]),
        ("Manipulacja", ["misleading"]),
        ("Yanlış", ["false"]),
        ("Doğru", ["true"]),
        ("Karma", ["half-true"]),
        ("झूठ", ["false"]),
        ("भ्रामक", ["misleading"]),
        ("মিথ্যা", ["false"]),
        ("خاطئ", ["false"]),
        ("غير صحيح جزئيًا", ["half-true"]),
        ("錯誤", ["false"]),
        ("部分錯誤", ["half-true"]),
        ("거짓", ["false"]),
        ("Hoaks", ["false"]),
        ("Sesat", []),
        ("Neistina", ["false"]),
        ("Ψευδές", ["false"]),
        ("Неправда", ["false"]),
        ("Маніпуляція", ["misleading"]),
        ("Mostly True", ["mostly-true"]),
        ("half-true", ["half-true"]),
        ("Pants on Fire!", ["false"]),
        ("Missing Context", ["missing-context"]),
        ("Not true", ["false"]),
        ("This claim is not true.", ["false"]),
        ("Satire", ["satire"]),
        ("Altered photo", ["altered"]),
        ("False.\r", ["false"]),
        ("não_é_bem_assim", ["mostly-false"]),
        ("FALSO: a foto é de 2019, mas circula de novo", ["false"]),
        ("True: the ministry published the figure", ["true"]),
        ("Falso e enganoso", ["false", "misleading"]),
        ("The post is misleading because the video is from 2019", ["misleading"]),
        ("True but misleading", ["misleading"]),
    ],
)
def test_a_label_means_what_it_says(verdict: str, expected: list[str]) -> None:
    """As a whole, before a colon, or by its words."""
    assert codes_of(verdict) == expected


@pytest.mark.parametrize(
    "verdict",
    [
        "Accurate figure, wrong context",
        "Verdadeiro, mas",
        "True, but the number is old",
        "True. However, it misses the point",
        "Not false",
        "It is not misleading",
        "Truer words were never spoken",
        "Trueish",
        "Not a hoax",
        "True: false alarm",
        "No es falso",
        "",
        "…",
        "Correct and false in turn",
        "Needs work, though not false",
        "It says much but it is false",
    ],
)
def test_what_is_not_sure_is_never_true(verdict: str) -> None:
    """Nor false: no prefix decides, and no word that is turned round."""
    assert not {"true", "false", "mostly-true"} & {*codes_of(verdict)}


def test_a_publisher_may_mean_something_else() -> None:
    """By its host."""
    assert codes_of("Context", "snopes.com") == ["missing-context"]
    assert codes_of("Context") == []
    assert codes_of("What's False", "snopes.com") == []


def rated(**rating: Any) -> tuple[list[str], list[str]]:  # noqa: ANN401  JSON
    """Return the codes of a rating, and the findings."""
    made = claimreview.read(
        {"@type": "ClaimReview", "claimReviewed": "Tea", "reviewRating": rating}
    )
    found = [each.code for v in made.dossier.assessments for each in v.normalized]
    return found, [each.code for each in made.findings]


@pytest.mark.parametrize(
    ("value", "best", "worst", "expected"),
    [
        ("1", "5", "1", ["false"]),
        (5, 5, 1, ["true"]),
        (2, 5, 1, ["mostly-false"]),
        (3, 5, 1, ["half-true"]),
        (4, 5, 1, ["mostly-true"]),
        (5, 1, 5, ["false"]),
        (1, 1, 5, ["true"]),
        ("1,5", 5, 1, ["mostly-false"]),
        (-1, -1, -1, []),
        (0, 0, 0, []),
        (6, 5, 1, []),
        (-1, 5, -1, []),
        (1, None, 1, []),
        (1, 5, None, []),
        (None, 5, 1, []),
        (True, 5, 1, []),
        (1e16, 5, 1, []),
    ],
)
def test_numbers_count_on_their_own_scale(
    value: object, best: object, worst: object, expected: list[str]
) -> None:
    """Turned round where it is turned round, and only with both ends."""
    found, _ = rated(ratingValue=value, bestRating=best, worstRating=worst)
    assert found == expected


def test_words_count_before_numbers() -> None:
    """A contradiction is said; so is a verdict that no map knows."""
    scale: dict[str, Any] = {"bestRating": 5, "worstRating": 1}
    assert rated(alternateName="False", ratingValue=5, **scale) == (
        ["false"],
        ["CT733"],
    )
    assert rated(alternateName="Misleading", ratingValue=5, **scale)[1] == ["CT733"]
    assert rated(alternateName="Satire", ratingValue=5, **scale) == (["satire"], [])
    assert rated(alternateName="Buoys", ratingValue=5, **scale) == (["true"], ["CT732"])
    assert rated(ratingValue="FALSE") == (["false"], [])
    assert rated(alternateName=" ", ratingValue="x" * 20_001)[1]
    assert rated(alternateName="\0")[0] == []


def test_a_rating_may_be_a_text() -> None:
    """Or nothing that can be read."""
    given = {"@type": "ClaimReview", "claimReviewed": "Tea", "reviewRating": "False"}
    assert claimreview.read(given).dossier.assessments[0].verdict == "False"
    given["reviewRating"] = True  # type: ignore[assignment]
    assert claimreview.read(given).dossier.assessments == ()


def test_maps_of_ones_own_come_last(tmp_path: Path) -> None:
    """What they say of a label counts."""
    file = tmp_path / "own.toml"
    file.write_text(
        'version = "desk"\n[labels]\n"veracity:false" = [\n'
        '{ lang = "en", reason = "ours", words = ["three buoys", "true"] }]\n'
    )
    given = {
        "@type": "ClaimReview",
        "claimReviewed": "Tea",
        "reviewRating": {"alternateName": "Three buoys"},
    }
    (verdict,) = claimreview.read(given, verdict_maps=[file]).dossier.assessments
    (found,) = verdict.normalized
    assert found.code == "false"
    assert found.method == "label map 1+1+desk"
    file.write_text('[labels]\n"truth:false" = [{ words = ["x"] }]\n')
    with pytest.raises(ValueError, match="axis"):
        load_verdict_maps(tmp_path / "own.toml", tmp_path / "own.toml")
