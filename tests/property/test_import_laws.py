"""Laws of imports: any document comes in, nothing of it is lost, nothing is invented.

The documents are those that fact-checkers publish, with every mistake that was seen in
them, several at once, and random JSON in any place.
"""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from claimtrack import Dossier
from claimtrack.interop import claimreview, factcheck_api, table
from claimtrack.interop._leaves import find_leaves, to_pointer
from claimtrack.schema import write_record
from claimtrack.when import When
from dirty_documents import ANSWER, DATES, MEDIA, REVIEW, ROWS, dirty, junk

if TYPE_CHECKING:
    from claimtrack.interop import Imported
    from claimtrack.schema import JsonValue

laws = settings(
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def kept_in(dossier: Dossier) -> list[tuple[str, str, Any]]:
    """Return what `ext` keeps: section, pointer and value."""
    found: list[tuple[str, str, Any]] = []
    for record in dossier.values():
        written = write_record(record)
        for parts in written.get("ext", {}).values():
            for part in parts:
                for section, leaves in part.get("around", part).items():
                    found += [(section, k, v) for k, v in leaves.items()]
    return found


def exactly(value: Any) -> tuple[str, str]:  # noqa: ANN401  JSON
    """Return what only the same JSON value is equal to."""
    try:
        return type(value).__name__, json.dumps(value)
    except ValueError:
        return type(value).__name__, hex(value)


def held_in(dossier: Dossier) -> Counter[tuple[str, str]]:
    """Return the leaves of all fields, as often as they are there."""
    return Counter(
        exactly(leaf)
        for record in dossier.values()
        for steps, leaf in find_leaves(write_record(record)).items()
        if steps[:1] != ("ext",)
    )


def hold(made: Imported, again: Imported, document: JsonValue) -> None:
    """Assert all laws of an import."""
    d = made.dossier
    # It can be saved, loads equal, and importing twice gives the same.
    assert not [each for each in d.validate() if each.severity == "error"]
    assert Dossier.loads(d.dumps()) == d
    assert again.dossier == d
    assert again.findings == made.findings
    # Each leaf is in a field as it is, or in ext, as often as it was given.
    kept, held = kept_in(d), held_in(d)
    held.update(exactly(value) for section, _, value in kept if section != "json")
    as_text = Counter(text for section, _, text in kept if section == "json")
    given = Counter(map(exactly, leaves_of(document)))
    lost = given - held
    assert Counter(text for _, text in lost.elements()) <= as_text
    given_dates = {leaf for leaf in leaves_of(document) if isinstance(leaf, str)}
    # No date has a component that nobody gave.
    for record in d.values():
        for steps, leaf in find_leaves(write_record(record)).items():
            if steps[-1:] == ("edtf",) or steps[-1:] in (("published",), ("at",)):
                source = {
                    str(When.from_text(g).edtf)
                    for g in given_dates & {*DATES}
                    if reads(g)
                }
                assert leaf in source | given_dates, leaf


def reads(text: str) -> bool:
    """Return whether a text can be read as a date."""
    try:
        When.from_text(text)
    except ValueError:
        return False
    return True


def leaves_of(document: JsonValue) -> list[Any]:
    """Return the leaves that are not empty."""
    return [
        leaf
        for leaf in find_leaves(document).values()
        if leaf is not None and leaf not in ("", [], {})
    ]


@given(document=dirty(REVIEW) | dirty(MEDIA) | junk)
@example(
    document={"@type": "ClaimReview", "reviewRating": {"ratingValue": -(10**5000)}}
)
@example(document=[REVIEW, {**REVIEW, "name": "Another", "inLanguage": "fr"}])
@laws
def test_any_linked_data_come_in(document: JsonValue) -> None:
    """ClaimReview and MediaReview, however they are wrapped."""
    if not isinstance(document, str):
        hold(claimreview.read(document), claimreview.read(document), document)


@given(document=dirty(ANSWER) | junk)
@laws
def test_any_answer_comes_in(document: JsonValue) -> None:
    """Of the Fact Check Tools API."""
    if not isinstance(document, str):
        hold(factcheck_api.read(document), factcheck_api.read(document), document)


@given(document=dirty(ROWS))
@laws
def test_any_rows_come_in(document: JsonValue) -> None:
    """With the columns of a desk."""
    if not isinstance(document, str):
        made = table.read(document, columns="desk")
        hold(made, table.read(document, columns="desk"), document)


@given(document=dirty(REVIEW))
@laws
def test_the_text_gives_what_the_value_gives(document: JsonValue) -> None:
    """JSON in bytes is read as its value is."""
    if isinstance(document, str):
        return
    try:
        data = json.dumps(document).encode()
    except ValueError:
        return
    read = claimreview.read(data).dossier
    assert not [each for each in read.validate() if each.severity == "error"]
    assert len(read) == len(claimreview.read(json.loads(data)).dossier)


@given(
    parts=st.lists(
        st.text(max_size=20)
        | st.sampled_from(
            [
                '<script type="application/ld+json">',
                "</script>",
                json.dumps(REVIEW),
                '<div itemscope itemtype="https://schema.org/ClaimReview" id="a">',
                '<b itemprop="claimReviewed" itemref="a" itemscope>',
                "</div>",
                "<!--",
                "\0",
                "&#0;",
                "\ud800",
            ]
        ),
        max_size=12,
    )
)
@laws
def test_any_page_comes_in(parts: list[str]) -> None:
    """However broken its markup is."""
    made = claimreview.read("<" + "".join(parts)).dossier
    assert Dossier.loads(made.dumps()) == made


def test_the_clean_documents_are_clean() -> None:
    """What the mistakes are made in has none of its own."""
    assert claimreview.read(REVIEW).findings == ()
    assert len(claimreview.read(MEDIA).dossier.assessments) == 2
    assert to_pointer(("a",)) == "/a"
