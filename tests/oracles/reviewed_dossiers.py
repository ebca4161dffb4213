"""Dossiers with judgements, as desks have them: names that clash, odd dates."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from hypothesis import strategies as st

from claimtrack import Dossier
from claimtrack.records import (
    Assessment,
    Attribution,
    Chain,
    Claim,
    Document,
    DocumentKind,
    Factuality,
    Link,
    Normalized,
    Rating,
    Source,
    SourceKind,
    VerdictAxis,
    words,
)
from claimtrack.scales import Confidence
from claimtrack.testing import dossiers

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["reviewed"]

NAMES: Final = (
    "Harbour Check",
    "harbour check",
    "Ines Moreau",
    "Social media users",
    "x.com",
    "https://harbour.example/ines-moreau",
    "Ministry of Ports",
    "A. Moreau, B. Ruiz, C. Lind",
    "</script>",
    "5",
)
"""What several sources may be called at once."""

ADDRESSES: Final = (
    None,
    "https://check.example/1",
    "http://www.check.example/1/",
    "https://post.example/2?utm_source=a",
    "https://harbour.example/ines-moreau",
    "urn:isbn:9780000000000",
)

DATES: Final = (
    None,
    "2025",
    "2025-06",
    "2025-06-05",
    "2025-06-05T10:00:00Z",
    "2025-06-05T10:00:00+03:00",
    "2025-06~",
    "XXXX-04",
    "../2025",
    "2025-21",
)

TEXTS: Final = ("The ferry is free.", "Tea\r\nis <b>free</b>.", "-->]]>", "x" * 300)

VERDICTS: Final = (None, "False", "True but misleading", "5", "StagedContent", "</a>")

NUMBERS: Final = (None, -1, 0, 1, 5, 5.0, 2.5, 1e-7, 1e12)

CODES: Final[tuple[tuple[str, VerdictAxis, str], ...]] = (
    ("https://schema.org/mediaAuthenticityCategory", "authenticity", "StagedContent"),
    ("https://schema.org/mediaAuthenticityCategory", "authenticity", "a/b"),
    ("https://schema.org/mediaAuthenticityCategory", "authenticity", "Odd"),
    ("urn:claimtrack:v1:verdicts", "authenticity", "altered"),
    ("urn:claimtrack:v1:verdicts", "veracity", "false"),
)


CERTAIN: Final[st.SearchStrategy[Any]] = st.sampled_from([None, *words(Factuality)])


def some(draw: st.DrawFn, ids: Sequence[str], most: int = 2) -> list[str]:
    """Draw a few different ids."""
    return draw(st.lists(st.sampled_from([*ids]), max_size=most, unique=True))


def maybe(draw: st.DrawFn, ids: Sequence[str]) -> str | None:
    """Draw an id, or none."""
    return draw(st.sampled_from([None, *ids]))


def a_source(draw: st.DrawFn, key: str) -> Source:
    """Draw a source."""
    kind: Any = draw(st.sampled_from(words(SourceKind)))
    name = draw(st.sampled_from(NAMES))
    more: dict[str, Any] = {"description" if kind == "unnamed" else "name": name}
    if kind != "unnamed":
        more["aka"] = some(draw, NAMES)
        more["url"] = draw(st.sampled_from(ADDRESSES))
        more["same_as"] = some(draw, ["https://x.example/1", "urn:x:2"])
        more["image"] = some(draw, ["https://x.example/1.png", "https://x.example/2"])
    return Source(id=key, kind=kind, role=maybe(draw, ["minister"]), **more)


def a_document(draw: st.DrawFn, key: str, sources: Sequence[str]) -> Document:
    """Draw a document."""
    kind: Any = draw(st.sampled_from(words(DocumentKind)))
    url = draw(st.sampled_from(ADDRESSES))
    titles = ["No free ferry", "check.example"]
    title = draw(st.sampled_from([*titles, None] if url else titles))
    return Document(
        id=key,
        kind=kind,
        title=title,
        url=url,
        publisher=maybe(draw, sources),
        authors=some(draw, sources),
        lang=maybe(draw, ["en", "uk"]),
        published=draw(st.sampled_from(DATES)),
        modified=draw(st.sampled_from(DATES)),
        archived=some(draw, ["https://archive.example/1", "https://a.example/2"]),
        image=some(draw, ["https://x.example/1.png", "https://x.example/2"]),
        license=maybe(draw, ["CC BY 4.0"]),
        version=maybe(draw, ["2"]),
    )


def an_attribution(
    draw: st.DrawFn, claims: Sequence[str], documents: Sequence[str], *, who: list[str]
) -> Attribution:
    """Draw an attribution of one to three links."""
    links = [
        Link(
            source=key,
            at=draw(st.sampled_from(DATES)),
            occasion=maybe(draw, ["a rally", *TEXTS]),
            document=maybe(draw, documents),
            factuality=draw(CERTAIN),
        )
        for key in some(draw, who, 3)
    ]
    nobody = Link(at=draw(st.sampled_from(DATES)))
    return Attribution(
        claim=draw(st.sampled_from([*claims])),
        chain=Chain(links=links or [nobody]),
        document=maybe(draw, documents),
    )


def an_assessment(
    draw: st.DrawFn,
    subjects: Sequence[str],
    documents: Sequence[str],
    sources: Sequence[str],
) -> Assessment:
    """Draw a judgement."""
    value, best, worst = (draw(st.sampled_from(NUMBERS)) for _ in range(3))
    numbers = {"value": value, "best": best, "worst": worst}
    rating = Rating(**numbers) if any(v is not None for v in numbers.values()) else None
    codes = draw(st.lists(st.sampled_from(CODES), max_size=3, unique=True))
    verdict = draw(st.sampled_from(VERDICTS))
    sure = [Confidence(scale="percent", value=50)]
    return Assessment(
        subject=draw(st.sampled_from([*subjects])),
        by=maybe(draw, sources),
        document=maybe(draw, documents),
        verdict=verdict,
        rating=rating,
        confidence=sure if verdict is None and rating is None else [],
        normalized=[Normalized(scheme=s, axis=a, code=c) for s, a, c in codes],
        rationale=maybe(draw, TEXTS),
        at=draw(st.sampled_from(DATES)),
        url=draw(st.sampled_from(ADDRESSES)),
        lang=maybe(draw, ["fr"]),
        license=maybe(draw, ["CC0"]),
    )


@st.composite
def desks(draw: st.DrawFn) -> Dossier:
    """Draw a dossier of a desk that checks facts."""
    d = Dossier(title=maybe(draw, ["Ferry"]), base=maybe(draw, ["https://d.example/"]))
    sources = [
        d.add(a_source(draw, f"s{n}")).id for n in range(draw(st.integers(1, 4)))
    ]
    pages = [
        d.add(a_document(draw, f"d{n}", sources)).id
        for n in range(draw(st.integers(1, 3)))
    ]
    texts = draw(st.lists(st.sampled_from(TEXTS), min_size=1, max_size=2))
    claims = [d.add(Claim(id=f"c{n}", text=t)).id for n, t in enumerate(texts)]
    for _ in range(draw(st.integers(0, 3))):
        d.add(an_attribution(draw, claims, pages, who=sources))
    subjects = [*claims, *claims, *pages]
    for _ in range(draw(st.integers(1, 3))):
        d.add(an_assessment(draw, subjects, pages, sources))
    return d


def reviewed() -> st.SearchStrategy[Dossier]:
    """Draw dossiers with judgements, and any other."""
    return desks() | desks() | desks() | dossiers()
