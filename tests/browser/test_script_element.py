"""The script element of a published review: no text breaks out of it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

import pytest

from claimtrack import Dossier
from claimtrack.interop import claimreview

if TYPE_CHECKING:
    from visits import Visitor

pytestmark = pytest.mark.browser

pytest_plugins = ["visits"]

HOSTILE: Final = (
    "</script><script>alert(1)</script>",
    "<!--<script>",
    "-->",
    "]]>",
    "</SCRIPT\t><img src=x onerror=alert(1)>",
    "<script",
    "a\u2028b\u2029c\u0085d",
    '"\\u003c/script>\\',
    "&lt;/script&gt;&#60;",
    "<style>*{display:none}",
)
"""What would end the element, or begin something else, if it were written as it is."""

ELEMENTS: Final = (
    "() => [...document.querySelectorAll('script, img, style')].map(e => e.type)"
)


def hostile(text: str) -> Dossier:
    """Return a dossier with a text in all places of its review."""
    d = Dossier()
    page = d.document("article", text, url="https://check.example/1", license=text)
    claim = d.claim(text)
    d.attribute(claim, d.person(text), document=d.document("post", text))
    d.assess(
        claim, by=d.outlet(text), document=page, verdict=text, rationale=text[::-1]
    )
    return d


@pytest.mark.parametrize("text", [*HOSTILE, "".join(HOSTILE)], ids=ascii)
@pytest.mark.parametrize(
    "around",
    [
        "<head>{}</head>",
        "<body><p>before</p>{}<p>after</p></body>",
        "<!--[if IE]><![endif]--><div>{}</div>",
    ],
)
def test_a_page_holds_the_document_and_nothing_else(
    text: str, around: str, visit: Visitor
) -> None:
    """One script, which is data, with all texts as they are; and what is around it."""
    made = claimreview.write(hostile(text))
    visited = visit(
        '<!doctype html><meta charset="utf-8"><title>The ferry</title>'
        + around.format(made.html)
        + "<p id=end>end</p>"
    )
    visited.assert_calm()
    assert visited.page.evaluate(ELEMENTS) == ["application/ld+json"]
    held = visited.page.evaluate("() => document.querySelector('script').textContent")
    assert json.loads(held) == made.document
    assert visited.page.text_content("#end") == "end"
    assert visited.page.title() == "The ferry"
    assert claimreview.read(visited.page.content()).dossier.claims[0].text == text
