"""Drafts of dossiers from an article's text: who says what, on whose word.

Rules over words, with tables for each language; uses only the standard library. Every
string in a draft is a piece of the text, every guess is a finding, and everything
drafted is marked as a tool's work until a person has reviewed it. This layer must not
know about the terminal, newsroom rules or the network.
"""

from claimtrack.extract import spacy
from claimtrack.extract._anchor import Anchored, anchor
from claimtrack.extract._article import Article, Span
from claimtrack.extract._article_file import read
from claimtrack.extract._draft import Drafted, draft
from claimtrack.extract._draft_sheet import draft_sheet
from claimtrack.extract._lexicon import LANGUAGES
from claimtrack.extract._measure import Measure, Score, measure
from claimtrack.extract._mention import Mention
from claimtrack.extract._mentions import mentions

__all__ = [
    "LANGUAGES",
    "Anchored",
    "Article",
    "Drafted",
    "Measure",
    "Mention",
    "Score",
    "Span",
    "anchor",
    "draft",
    "draft_sheet",
    "measure",
    "mentions",
    "read",
    "spacy",
]
