"""Every fact-check beside the project comes in: whole, understood, and quiet.

2,422 records as they were published, of which nobody on this project wrote one. Their
names stay where they are: what was labelled by hand is known by file and line.
"""

from __future__ import annotations

import functools
import json
from collections import Counter
from pathlib import Path
from typing import Any, Final, TypeAlias

import attrs
import pytest

from claimtrack import Dossier, lint
from claimtrack.interop import Imported, claimreview, factcheck_api, table
from claimtrack.interop._leaves import find_leaves, to_pointer
from claimtrack.schema import is_object, write_record

FOLDER: Final = (
    Path(__file__).resolve().parents[2].parent / "shared" / "data" / "claimreview"
)

FACTCKBR: Final = {
    "url": "URL",
    "author": "Author",
    "datePublished": "datePublished",
    "claimReviewed": "claimReviewed",
    "reviewBody": "reviewBody",
    "name": "title",
    "reviewRating.ratingValue": "ratingValue",
    "reviewRating.bestRating": "bestRating",
    "reviewRating.alternateName": "alternativeName",
}
CLAIMSKG: Final = {
    "reviewRating.ratingValue": "rating_ratingValue",
    "reviewRating.worstRating": "rating_worstRating",
    "reviewRating.bestRating": "rating_bestRating",
    "reviewRating.alternateName": "rating_alternateName",
    "itemReviewed.author.name": "creativeWork_author_name",
    "itemReviewed.author.sameAs": "creativeWork_author_sameAs",
    "itemReviewed.datePublished": "creativeWork_datePublished",
    "publisher.name": "claimReview_author_name",
    "publisher.alternateName": "claimReview_source",
    "author.url": "claimReview_author_url",
    "author.name": "claimReview_author",
    "url": "claimReview_url",
    "claimReviewed": "claimReview_claimReviewed",
    "datePublished": "claimReview_datePublished",
}

FILES: Final = ("jsonld", "api", "factckbr", "claimskg")

STEPS: Final = (10, pytest.param(1, marks=pytest.mark.long))
"""Every tenth record, and every one."""

OWN: Final = frozenset(
    {
        "alternateImage",
        "color",
        "icon",
        "iconShare",
        "id",
        "postTerms",
        "subtitle",
        "title",
        "typology",
    }
)
"""Keys of publishers' own in linked data, which schema.org does not know."""

Leaf: TypeAlias = tuple[str, str]


@attrs.frozen
class Case:
    """A record, and what became of it."""

    given: Any
    made: Imported


def read(file: str, row: Any) -> Imported:  # noqa: ANN401  JSON
    """Import a record of a file."""
    if file == "jsonld":
        return claimreview.read(row)
    if file == "api":
        return factcheck_api.read(row)
    return table.read([row], columns=FACTCKBR if file == "factckbr" else CLAIMSKG)


def rows_of(file: str) -> list[Any]:
    """Return the records of a file, or skip the test."""
    path = FOLDER / f"{file}.jsonl"
    if not path.exists():
        pytest.skip("../shared is not there")
    lines = path.read_text(encoding="utf-8").splitlines()
    return [row.get("node", row) for row in map(json.loads, lines)]


@functools.cache
def cases(file: str) -> tuple[Case, ...]:
    """Return the records of a file with their dossiers."""
    return tuple(Case(row, read(file, row)) for row in rows_of(file))


def exactly(value: object) -> Leaf:
    """Return what only the same JSON value is equal to."""
    return type(value).__name__, json.dumps(value)


def kept_in(dossier: Dossier) -> dict[str, str]:
    """Return the pointers of what `ext` keeps, with the section it is kept in."""
    found: dict[str, str] = {}
    for record in dossier.values():
        for parts in write_record(record).get("ext", {}).values():
            for part in parts:
                for section, leaves in part.items():
                    found |= dict.fromkeys(leaves, section)
    return found


def held_in(dossier: Dossier) -> Counter[Leaf]:
    """Return the leaves of all records, those that `ext` keeps among them."""
    return Counter(
        exactly(leaf)
        for record in dossier.values()
        for leaf in find_leaves(write_record(record)).values()
    )


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("file", FILES)
def test_no_leaf_is_lost(file: str, step: int) -> None:
    """Each is in a field as it is, or in `ext`, and as often as it was given."""
    for case in cases(file)[::step]:
        given = Counter(
            exactly(leaf)
            for leaf in find_leaves(case.given).values()
            if leaf not in (None, "", [], {})
        )
        assert given <= held_in(case.made.dossier)


def share(file: str) -> tuple[int, int]:
    """Return how many leaves that schema.org or the API names are in fields, of all."""
    inside = total = 0
    for case in cases(file):
        kept = kept_in(case.made.dossier)
        for steps, leaf in find_leaves(case.given).items():
            is_named = not any(s.startswith("@") or s in OWN for s in steps)
            if is_named and leaf not in (None, "", [], {}):
                total += 1
                inside += kept.get(to_pointer(steps), "given") == "given"
    return inside, total


def test_what_the_formats_name_is_in_fields() -> None:
    """Nine of ten over all, and nearly so in each file; in fact nearly all."""
    shares = [share(file) for file in FILES]
    assert [inside / total >= 0.88 for inside, total in shares] == [True] * 4
    assert sum(i for i, _ in shares) / sum(t for _, t in shares) >= 0.99


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("file", FILES)
def test_importing_twice_gives_the_same_and_it_can_be_saved(
    file: str, step: int
) -> None:
    """Ids derive from the data."""
    for case in cases(file)[::step]:
        made = case.made.dossier
        assert read(file, case.given).dossier == made
        assert Dossier.loads(made.dumps()) == made


FOUND: Final = {
    "jsonld": {"CT722": 1, "CT727": 2, "CT730": 3, "CT732": 2, "CT742": 1},
    "api": {"CT725": 770, "CT726": 6},
    "factckbr": {"CT723": 10, "CT730": 772, "CT732": 3, "CT735": 11},
    "claimskg": {
        "CT726": 48,
        "CT729": 9,
        "CT731": 253,
        "CT732": 47,
        "CT733": 7,
        "CT749": 1,
    },
}
"""File → how often each code is found while it is imported."""

CHECKED: Final[dict[str, dict[str, int]]] = {
    "jsonld": {"CT404": 2},
    "api": {},
    # The table has no column for the worst, and ten rows have no claim.
    "factckbr": {"CT404": 772, "CT705": 20},
    "claimskg": {"CT101": 1, "CT705": 2},
}
"""File → how often each code is found by `claimtrack check` in what was imported."""


@pytest.mark.parametrize("file", FILES)
def test_only_what_is_odd_is_found(file: str) -> None:
    """While it is imported."""
    found = Counter(each.code for case in cases(file) for each in case.made.findings)
    assert found == FOUND[file]


@pytest.mark.long
@pytest.mark.parametrize("file", FILES)
def test_only_what_is_odd_is_found_in_what_was_imported(file: str) -> None:
    """When it is checked."""
    checked = Counter(
        each.code for case in cases(file) for each in lint.check(case.made.dossier)
    )
    assert checked == CHECKED[file]


KINDS: Final[dict[tuple[str, str], list[int]]] = {
    ("api", "crowd"): [
        5,
        10,
        11,
        17,
        28,
        29,
        36,
        41,
        87,
        100,
        115,
        124,
        133,
        364,
        450,
        608,
        715,
        745,
    ],
    ("api", "platform"): [
        1,
        2,
        21,
        42,
        97,
        110,
        112,
        114,
        159,
        184,
        255,
        431,
        470,
        480,
        514,
        682,
        713,
        757,
        879,
        1010,
        1095,
    ],
    ("api", "unresolved"): [
        4,
        20,
        40,
        88,
        92,
        103,
        144,
        163,
        164,
        168,
        169,
        212,
        236,
        244,
        363,
        389,
        457,
        460,
        462,
        464,
        465,
        467,
        468,
        469,
        472,
        478,
        605,
        610,
        639,
        664,
        740,
        751,
        787,
        796,
        797,
        806,
        810,
        819,
        822,
        947,
        979,
        980,
        1080,
        1089,
        1090,
        1091,
        1098,
        1099,
        1100,
        1102,
        1104,
        1105,
        1107,
        1108,
        1110,
        1111,
        1112,
        1113,
        1114,
        1116,
        1117,
        1120,
        1135,
        1139,
    ],
    ("claimskg", "crowd"): [
        160,
        172,
        185,
        200,
        206,
        314,
        315,
        316,
        318,
        320,
        327,
        328,
        334,
        337,
        357,
        358,
    ],
    ("claimskg", "unresolved"): [
        14,
        95,
        124,
        125,
        126,
        127,
        128,
        129,
        130,
        131,
        132,
        133,
        134,
        135,
        136,
        137,
        138,
        139,
        140,
        141,
        142,
        143,
        144,
        145,
        146,
        147,
        148,
        149,
        150,
        152,
        153,
        154,
        155,
        156,
        157,
        158,
        159,
        161,
        162,
        163,
        164,
        173,
        174,
        175,
        176,
        177,
        178,
        179,
        180,
        181,
        182,
        183,
        184,
        186,
        187,
        188,
        189,
        190,
        191,
        192,
        193,
        194,
        195,
        196,
        197,
        198,
        199,
        201,
        202,
        203,
        204,
        205,
        207,
        208,
        209,
        212,
        213,
        215,
        216,
        217,
        218,
        219,
        220,
        223,
        224,
        225,
        226,
        276,
        319,
        321,
        322,
        326,
        329,
        335,
        354,
        359,
        395,
    ],
    ("jsonld", "crowd"): [
        1,
        2,
        3,
        4,
        7,
        8,
        9,
        10,
        11,
        12,
        15,
        16,
        17,
        53,
        55,
        57,
        59,
        60,
        62,
        64,
        65,
    ],
    ("jsonld", "organization"): [30, 32],
    ("jsonld", "person"): [13, 18, 19, 20, 21, 22, 23, 24, 25, 26, 28, 29, 31, 54, 61],
    ("jsonld", "platform"): [51],
}
"""File and kind → the first line of each distinct claimant, as labelled by hand.

A bare name is unresolved, whoever it is; "A - B" is, too. Reporters of the checker in
the place of the claimant are left out: they are none.
"""


def test_claimants_are_what_they_are() -> None:
    """Precision and recall of each kind."""
    hits: Counter[str] = Counter()
    labelled: Counter[str] = Counter()
    given: Counter[str] = Counter()
    for (file, kind), lines in KINDS.items():
        for line in lines:
            made = cases(file)[line - 1].made.dossier
            source = made[str(made.attributions[0].chain.head.source)]
            found = write_record(source)["kind"]
            labelled[kind] += 1
            given[found] += 1
            hits[kind] += found == kind
    assert sum(labelled.values()) > 250
    for kind, number in labelled.items():
        assert hits[kind] / number >= 0.95, kind
        assert hits[kind] / given[kind] >= 0.95, kind


def test_verdicts_are_understood() -> None:
    """Nine of ten that are given in words."""
    words = coded = 0
    for file in FILES:
        for case in cases(file):
            for each in case.made.dossier.assessments:
                if each.verdict is not None:
                    words += 1
                    by_words = [n for n in each.normalized if n.rule != "numbers"]
                    coded += any("map" in (n.method or "map") for n in by_words)
    assert words > 2300
    assert coded / words >= 0.95


def test_a_run_recognises_what_it_has_had() -> None:
    """The whole of a file a second time."""
    rows = rows_of("jsonld")
    made = list(claimreview.read_all([*rows, *rows]))
    assert len(made) == 2 * len(rows)
    assert not any(each.dossier.assessments for each in made[len(rows) :])
    assert is_object(rows[0])
