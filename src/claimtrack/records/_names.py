"""When two names are the same: the only place where names are compared."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from claimtrack.records._patterns import UNSEEN

__all__ = ["name_key"]

_UNSEEN: Final = re.compile(rf"(?![\s\u2800])[{UNSEEN}]")
"""Characters that show nothing and are not blanks."""

_BLANKS: Final = re.compile(r"[\s\u2800]+")
"""White space, and the Braille pattern without dots."""

_ONE_SIGN: Final = str.maketrans(
    dict.fromkeys(
        "\u2018\u2019\u201b\u2032\u2035\u02b9\u02bb\u02bc\u02bd\u02be\u02bf\u02c8\u02ca"
        "\u02cb\u055a\u05f3\u07f4\u07f5\ua78b\ua78c`",
        "'",
    )
    | dict.fromkeys(
        "\u058a\u05be\u1400\u1806\u2010\u2012\u2013\u2014\u2015\u2043\u2212\u02d7\u2e17"
        "\u2e1a\u2e3a\u2e3b\u2e40\u2e5d\u301c\u3030\u30a0\U00010d6e\U00010ead",
        "-",
    )
)
"""What people write for an apostrophe, and for a hyphen: dashes, a minus."""

_SPACING: Final = re.compile(" [\u0300\u0301\u0313\u0314]")
"""An accent by itself, such as the acute that some keyboards have as an apostrophe."""


def name_key(text: str) -> str:
    """Return the key by which a name is compared: equal keys mean the same name.

    The key ignores case, the form in which Unicode writes a letter, which blank, hyphen
    or apostrophe was used, how many blanks follow each other, outer blanks, and
    characters that nobody sees. Accents make a difference, and so do letters of
    different alphabets that look alike. The key of a key is the key. Use it only to
    compare: show and keep the name as it was given. Linear.

    >>> name_key("Jean\u2011Paul  O\u2019Brien") == name_key("JEAN-PAUL O'BRIEN")
    True
    >>> name_key("Inés Moreau"), name_key(" BBC\u200b"), name_key("\u0412\u0412\u0421")
    ('inés moreau', 'bbc', 'ввс')

    Source: Unicode Standard, section 3.13, D146 (compatibility caseless match).
    """
    if text.isascii() and text.isprintable():
        # Nothing below applies.
        return " ".join(text.lower().split()).replace("`", "'")
    folded = unicodedata.normalize("NFD", text).casefold()
    folded = unicodedata.normalize("NFKD", folded).casefold()
    seen = _UNSEEN.sub("", unicodedata.normalize("NFKD", folded))
    plain = _BLANKS.sub(" ", seen).translate(_ONE_SIGN)
    return unicodedata.normalize("NFKC", _SPACING.sub("'", plain)).strip()
