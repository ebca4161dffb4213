r"""The forms of text, as the same patterns that the JSON Schemas contain.

They use only what ECMA-262 (with its u flag), Python's re and Rust's regex have in
common: no look-around, and never two ways to match one text, so that they take linear
time. Characters beyond U+FFFF are written as themselves, because no escape for them
works in all three.

>>> import re
>>> [bool(re.search(TEXT_PATTERN, text)) for text in ("UNN", "\u200b", "\u3164 \u2800")]
[True, False, False]
"""

from __future__ import annotations

from typing import Final

__all__ = ["PATTERNS", "TEXT_PATTERN", "UNSEEN"]

_SELECTORS: Final = r"\ufe00-\ufe0f"
"""Variation selectors: U+FE0F makes a coloured heart of a black one."""

_JOINERS: Final = r"\u200c\u200d" + _SELECTORS
"""Characters that change how their neighbours look, as in Persian words and emoji."""

UNSEEN: Final = (
    r"\u0000-\u0020\u007f-\u00a0\u00ad\u034f\u061c\u115f\u1160\u1680\u17b4\u17b5"
    r"\u180b-\u180f\u2000-\u200b\u200e\u200f\u2028-\u202f\u205f-\u206f\u2800\u3000"
    r"\u3164\ufeff\uffa0\ufff0-\ufffb"
    "\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e0fff"
) + _JOINERS
"""Characters that show nothing by themselves, for use between brackets.

Source: the Unicode Character Database: separators (Z), controls (Cc), and format
characters (Cf) except the signs of numbers, which are drawn (Prepended_
Concatenation_Mark); Default_Ignorable_Code_Point; and the Braille pattern without dots.
"""

TEXT_PATTERN: Final = f"[^{UNSEEN}]"
"""Matches text in which something can be seen."""


def _seen(but: str = "") -> str:
    """Return a pattern for one visible character of an IRI, except those in `but`."""
    return rf'[^{UNSEEN}<>"{{}}|\\^`{but}]'


_IN_SCHEME: Final = "A-Za-z0-9+.-"

# All but http and https; one letter is the drive of a Windows path.
_OTHER_SCHEME: Final = (
    f"(?:[A-GI-Za-gi-z][{_IN_SCHEME}]+"
    f"|[Hh](?:[A-SU-Za-su-z0-9+.-][{_IN_SCHEME}]*"
    f"|[Tt](?:[A-SU-Za-su-z0-9+.-][{_IN_SCHEME}]*"
    f"|[Tt](?:[A-OQ-Za-oq-z0-9+.-][{_IN_SCHEME}]*"
    f"|[Pp](?:[A-RT-Za-rt-z0-9+.-][{_IN_SCHEME}]*|[Ss][{_IN_SCHEME}]+))?)?))"
)

_HOST: Final = _seen(r"/?#\[\]@:.")
"""What a host begins with, or the name of a user before it."""

_IRI: Final = (
    "(?:"
    # http and https have a host.
    rf"[Hh][Tt][Tt][Pp][Ss]?://(?:{_HOST}|\[[0-9A-Fa-f]*:[0-9A-Fa-f:.]*\])"
    # A file may be on this machine.
    "|[Ff][Ii][Ll][Ee]:///"
    # Elsewhere, two slashes are followed by something.
    f"|{_OTHER_SCHEME}:(?://{_seen('/?#')}|/?{_seen('/')})"
    ")"
    # It ends in what can be seen, or after a sign that is not ASCII in its selector.
    f"(?:[{_JOINERS}]*{_seen()})*"
    f"(?:[{_JOINERS}]*[^{UNSEEN}!-~][{_SELECTORS}])?"
)

PATTERNS: Final[dict[str, tuple[str, str, str]]] = {
    "id": (
        rf"^([A-Za-z0-9_][A-Za-z0-9_.-]*|{_IRI})$",
        "an id",
        'Write it without spaces, as in "bloomberg-april", or as a URN or an IRI.',
    ),
    "iri": (
        rf"^{_IRI}$",
        "a full address (IRI)",
        "Write it with its scheme and without spaces: https://example.org/story.",
    ),
    "language": (
        r"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$",
        "a language tag",
        'Use a BCP 47 tag such as "en", "uk" or "pt-BR".',
    ),
    "country": (
        r"^[A-Z]{2}$",
        "a country code",
        'Use two capital letters from ISO 3166-1, such as "UA".',
    ),
    "sha256": (
        r"^[0-9a-f]{64}$",
        "a SHA-256 hash",
        "Give its 64 hexadecimal digits in lower case.",
    ),
    "code": (
        r"^CT[0-9]{3}$",
        "a rule code",
        'Write "CT" and three digits, as in "CT708".',
    ),
}
"""Name → pattern, what it is, advice. The JSON Schemas contain the same patterns."""
