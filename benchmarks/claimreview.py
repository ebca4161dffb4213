"""How fast fact-checks are imported, beside those who find or accept them alone.

Run it by hand, with the others beside it::

    uv run --with extruct --with pydantic-schemaorg python benchmarks/claimreview.py

It makes records of the shape that is published most, and reads them as claimtrack does;
extruct, which finds the nodes of a page and leaves them as they are; and
pydantic-schemaorg, which accepts a node and drops what it does not expect. What is not
installed is left out. Times are those of the processor, and ratios are of one run.
"""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING, Any

from claimtrack.interop import claimreview

if TYPE_CHECKING:
    from collections.abc import Callable

COUNT = 500


def node(number: int) -> dict[str, Any]:
    """Return a review as most are."""
    return {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "url": f"https://check.example/{number}",
        "datePublished": "2025-06-06",
        "claimReviewed": f"Ferry {number} is free.",
        "author": {
            "@type": "Organization",
            "name": "Harbour Check",
            "url": "https://check.example",
        },
        "itemReviewed": {
            "@type": "Claim",
            "author": {"@type": "Person", "name": "Social media users"},
            "datePublished": "2025-06-05",
            "appearance": [{"@type": "CreativeWork", "url": "https://p.example/1"}],
        },
        "reviewRating": {
            "@type": "Rating",
            "ratingValue": "1",
            "bestRating": "5",
            "worstRating": "1",
            "alternateName": "False",
        },
    }


def page(number: int) -> str:
    """Return a page with a review."""
    script = json.dumps(node(number))
    return f'<html><script type="application/ld+json">{script}</script></html>'


def finders() -> dict[str, Callable[[int], object]]:
    """Return what reads a review by its number, by the name of who does."""
    found: dict[str, Callable[[int], object]] = {
        "claimtrack, a value": lambda n: claimreview.read(node(n)),
        "claimtrack, a page": lambda n: claimreview.read(page(n)),
    }
    try:
        import extruct  # noqa: PLC0415  only where it is installed
    except ImportError:
        print("extruct is not installed")
    else:
        found["extruct, a page"] = lambda n: extruct.extract(
            page(n), syntaxes=["json-ld", "microdata"]
        )
    try:
        from pydantic_schemaorg.ClaimReview import ClaimReview  # noqa: PLC0415  as above
    except ImportError:
        print("pydantic-schemaorg is not installed")
    else:
        found["pydantic-schemaorg, a value"] = lambda n: ClaimReview.parse_obj(node(n))
    return found


def main() -> None:
    """Print records per second, and how many times faster each is than the first."""
    first = 0.0
    for name, read in finders().items():
        read(0)
        start = time.process_time()
        for number in range(COUNT):
            read(number)
        speed = COUNT / (time.process_time() - start)
        first = first or speed
        print(f"{name:30} {speed:10,.0f} records/s {speed / first:8.2f}")


if __name__ == "__main__":
    main()
