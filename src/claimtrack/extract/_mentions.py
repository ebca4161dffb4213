"""Find who says what in an article: rules over its words, without a model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.extract._grammar._paragraphs import lay_out
from claimtrack.extract._grammar._unit import units
from claimtrack.extract._lexicon import lexicon
from claimtrack.extract._rules._mentions_of_sentences import mentions_of
from claimtrack.extract._rules._points_back import pointing_back
from claimtrack.extract._rules._wordless import add_standing

if TYPE_CHECKING:
    from claimtrack.extract._article import Article
    from claimtrack.extract._mention import Mention

__all__ = ["mentions"]


def mentions(article: Article, lang: str | None = None) -> tuple[Mention, ...]:
    """Return who says what in an article, in text order.

    Linear in the text. Sentences are examined in parts of 2,000 characters.

    Args:
        article: its text.
        lang: the language of the tables: "en", "uk" or "ru"; by default the article's
            own, or else English.

    Raises:
        LookupError: for a language that has no tables.

    >>> from claimtrack.extract import Article
    >>> text = "The port will close, two officials said."
    >>> [m] = mentions(Article(text=text))
    >>> text[slice(*m.source)], text[slice(*m.content)], m.rule
    ('two officials', 'The port will close', 'trailing')
    """
    words = lexicon(lang or article.lang or "en")
    layout = lay_out(article, words)
    found: list[Mention] = []
    for unit in units(article.text, layout, words):
        made = mentions_of(unit, words)
        found += pointing_back(unit, made, found, layout, words)
    return tuple(add_standing(article, layout, found, words))
