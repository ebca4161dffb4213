"""Two inputs for each import code: one that triggers it, and one that does not."""

from __future__ import annotations

from typing import Final, Literal

import attrs

from claimtrack.schema import URN

__all__ = ["EXAMPLES", "ForeignExample"]


@attrs.frozen
class ForeignExample:
    """An input that triggers a code and a similar one that does not.

    Attributes:
        format: claimreview, with a document on each line, or a table, read with the map
            "desk".
        failing: an input that triggers the code.
        passing: an input that does not.
    """

    format: Literal["claimreview", "table"]
    failing: bytes
    passing: bytes


def _review(
    more: str = "", *, claim: str = '"claimReviewed": "The ferry is free."'
) -> str:
    rating = '"reviewRating": {"alternateName": "False"}'
    parts = ['"@type": "ClaimReview"', claim, more]
    if "reviewRating" not in more:
        parts.append(rating)
    return f"{{{', '.join(each for each in parts if each)}}}"


def _both(failing: str, passing: str) -> ForeignExample:
    return ForeignExample("claimreview", failing.encode(), passing.encode())


def _table(failing: str, passing: str) -> ForeignExample:
    return ForeignExample("table", failing.encode(), passing.encode())


_PAGE: Final = '"url": "https://check.example/1"'
_AUTHOR: Final = '"author": {"@type": "Organization", "name": "Harbour Check"}'


def _rating(more: str) -> str:
    return f'"reviewRating": {{{more}}}'


def _item(more: str) -> str:
    return f'"itemReviewed": {{{more}}}'


_TRUE: Final = _rating('"alternateName": "True"')

EXAMPLES: Final[dict[str, ForeignExample]] = {
    "CT720": _both('{"@type": "Article", "name": "Ferry"}', _review()),
    "CT721": _both(_review()[:-1], _review()),
    "CT722": _both(
        _review(claim='"claimReviewed": ["The ferry is free.", "Tea too."]'),
        _review(claim='"claimReviewed": ["The ferry is free."]'),
    ),
    "CT723": _both(_review(claim=""), _review()),
    "CT724": _both(
        _review(f'{_PAGE}, "datePublished": "last week"'),
        _review(f'{_PAGE}, "datePublished": "2025-06"'),
    ),
    "CT725": _both(
        _review(
            f'{_PAGE}, "datePublished": "2025-06-05T10:00:00Z", '
            + _item('"datePublished": "2025-06-05T10:00:00Z"')
        ),
        _review(
            f'{_PAGE}, "datePublished": "2025-06-05", '
            + _item('"datePublished": "2025-06-05"')
        ),
    ),
    "CT726": _both(
        _review(
            f'{_PAGE}, "datePublished": "2025-06-05", '
            + _item('"datePublished": "2025-06-06"')
        ),
        _review(
            f'{_PAGE}, "datePublished": "2025-06-05", '
            + _item('"datePublished": "2025-06"')
        ),
    ),
    "CT727": _both(_review('"url": "check.example/1"'), _review(_PAGE)),
    "CT728": _both(
        _review('"author": {"name": "Harbour Check", "url": "/about"}'),
        _review('"author": {"name": "Harbour Check", "url": "https://check.example"}'),
    ),
    "CT729": _both(
        _review(_rating('"alternateName": "False", "ratingValue": "one"')),
        _review(
            _rating(
                '"alternateName": "False", "ratingValue": "1", "bestRating": "5", '
                '"worstRating": "1"'
            )
        ),
    ),
    "CT730": _both(
        _review(_rating('"ratingValue": -1, "bestRating": -1, "worstRating": -1')),
        _review(_rating('"ratingValue": 5, "bestRating": 1, "worstRating": 5')),
    ),
    "CT731": _both(
        _review(f"{_AUTHOR}, " + _item('"author": {"name": "Harbour Check"}')),
        _review(f"{_AUTHOR}, " + _item('"author": {"name": "Harbour Line"}')),
    ),
    "CT732": _both(
        _review(_rating('"alternateName": "Three buoys"')),
        _review(_rating('"alternateName": "Half true"')),
    ),
    "CT733": _both(
        _review(
            _rating(
                '"alternateName": "False", "ratingValue": 5, "bestRating": 5, '
                '"worstRating": 1'
            )
        ),
        _review(
            _rating(
                '"alternateName": "False", "ratingValue": 1, "bestRating": 5, '
                '"worstRating": 1'
            )
        ),
    ),
    "CT734": _both(
        _review(f'{_PAGE}, "license": "\\u200b"'),
        _review(f'{_PAGE}, "license": "CC BY 4.0"'),
    ),
    "CT735": _both(
        _review(claim='"claimReviewed": "The <b>ferry</b> is free."'),
        _review(claim='"claimReviewed": "The ferry costs < 5."'),
    ),
    "CT736": _both(
        _review(claim='"claimReviewed": "The cafÃ© is free."'),
        _review(claim='"claimReviewed": "The café is free."'),
    ),
    "CT737": _both(
        _review('"author": {"@id": "#us"}'),
        '{"@graph": ['
        + _review('"author": {"@id": "#us"}')
        + ', {"@id": "#us", "name": "Harbour Check"}]}',
    ),
    "CT738": _both(
        _review(f'{_PAGE}, "inLanguage": "Engl."'),
        _review(f'{_PAGE}, "inLanguage": "en"'),
    ),
    "CT739": _both(
        _review('"identifier": 12345678901234567890'),
        _review('"identifier": "12345678901234567890"'),
    ),
    "CT740": _both(
        f"{_review(_PAGE)}\n{_review(_PAGE)}",
        _review(_PAGE) + "\n" + _review(_PAGE, claim='"claimReviewed": "Tea too."'),
    ),
    "CT741": _both(
        _review(_PAGE) + "\n" + _review(f"{_PAGE}, {_TRUE}"),
        f"{_review(_PAGE)}\n{_review(_PAGE)}",
    ),
    "CT742": _both(
        "["
        + _review(f'{_PAGE}, "name": "Is the ferry free?"')
        + ", "
        + _review(
            f'{_PAGE}, "name": "No free tea"', claim='"claimReviewed": "Tea too."'
        )
        + "]",
        _review(f'{_PAGE}, "name": "Is the ferry free?"'),
    ),
    "CT743": _both(
        _review('"identifier": 1, "identifier": 2'), _review('"identifier": 1')
    ),
    "CT744": _table("Claims,Verdict\nTea is free.,False\n", "Claim\nTea is free.\n"),
    "CT745": _table(
        "Claim;Verdict\nTea is free.;False\n", "Claim,Verdict\nTea is free.,False\n"
    ),
    "CT746": _table(
        "Claim,Verdict\nTea, and toast, is free.,False\n",
        'Claim,Verdict\n"Tea, and toast, is free.",False\n',
    ),
    "CT748": _table(
        "Claim,Verdict,Chain\nTea is free.,False,Post < < Radio\n",
        "Claim,Verdict,Chain\nTea is free.,False,Post < Radio\n",
    ),
    "CT750": _both(
        _review(f'"{URN}dossier": {{"@type": "@json", "@value": {{"beside": "0"}}}}'),
        _review('"identifier": "dossier"'),
    ),
    "CT749": _both(_review(_rating('"@type": "Rating"')), _review()),
}
"""Code → its examples. CT747 has none, because it needs a spreadsheet."""
