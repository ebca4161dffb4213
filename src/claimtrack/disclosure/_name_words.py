"""Split a text into words, in the form in which names are compared, without accents."""

from __future__ import annotations

import re
import unicodedata
from typing import Final, TypeAlias

from claimtrack.records import name_key

__all__ = ["Words", "words_of"]

Words: TypeAlias = tuple[str, ...]

_ACCENTS: Final = 200
"""Combining classes from here on are marks above, below or beside a letter. Smaller
ones are parts of letters: vowels of Hebrew and Arabic, viramas, nuktas."""

_STROKES: Final = str.maketrans(
    {
        "æ": "ae",
        "ð": "d",
        "đ": "d",
        "ħ": "h",
        "\u0131": "i",
        "ł": "l",
        "ø": "o",
        "œ": "oe",
        "þ": "th",
        "ŧ": "t",
    }
)
"""Letters that Unicode does not decompose → their spelling in ids."""

_UNSPACED: Final = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3041-\u309f\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\U00020000-\U0003ffff]"
)
"""Letters of scripts without spaces between words, where each may begin or end a
word: Thai, Lao, Burmese, Khmer, Hiragana and ideographs."""


_PLAIN: Final = re.compile("[A-Za-z0-9]+")
"""A word of ASCII letters and digits."""


def words_of(text: str) -> Words:
    """Return the words of a text as names are compared, and without accents.

    >>> words_of("A source of Škoda's"), words_of("keir_starmer-2")
    (('a', 'source', 'of', 'skoda', 's'), ('keir', 'starmer', '2'))

    Source: Unicode Standard Annex 29, rules WB4 and WB999 (invisible characters do not
    end a word; each ideograph is a word).
    """
    plain = unicodedata.normalize("NFKD", name_key(text)).translate(_STROKES)
    if plain.isascii():
        return tuple(_PLAIN.findall(plain))
    words: list[str] = []
    is_open = is_alone = False
    for char in plain:
        kind = unicodedata.category(char)
        if kind == "Cf" or unicodedata.combining(char) >= _ACCENTS:
            continue
        if kind[0] in "LN":
            was_alone, is_alone = is_alone, bool(_UNSPACED.match(char))
            if is_open and not was_alone and not is_alone:
                words[-1] += char
            else:
                words.append(char)
            is_open = True
        elif kind[0] == "M" and is_open:
            words[-1] += char
        else:
            is_open = is_alone = False
    return tuple(words)
