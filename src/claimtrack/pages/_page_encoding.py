"""Decode the bytes of a page with the encoding that the page names."""

from __future__ import annotations

import codecs
import re
from typing import Final

from claimtrack.errors import UnreadableArticle

__all__ = ["decode_page"]

_LOOKED_AT: Final = 4_096
"""Bytes at the beginning in which a page can name its encoding."""

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_NAMED: Final = re.compile(
    rb"<meta\b[^>]*?\bcharset\s*=\s*[\"']?\s*([\w.:-]+)"
    rb"|<\?xml\b[^>]*?\bencoding\s*=\s*[\"']([\w.:-]+)",
    re.IGNORECASE,
)
_MEANT: Final = {
    "ascii": "cp1252",
    "us-ascii": "cp1252",
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "iso-8859-9": "cp1254",
    "x-sjis": "cp932",
    "shift_jis": "cp932",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "x-mac-cyrillic": "mac_cyrillic",
    "utf-16": "utf-8",
    "utf-16le": "utf-8",
    "utf-16be": "utf-8",
    "unicode": "utf-8",
}
"""Encoding name given by a page → the encoding that browsers use for it."""


def decode_page(data: bytes) -> tuple[str, str]:
    """Return a page as text, and the name of its encoding.

    A byte order mark takes precedence, then the encoding that the page names, then
    UTF-8.

    >>> decode_page('<meta charset="koi8-r"><p>Порт'.encode("koi8-r"))[1]
    'koi8-r'

    Raises:
        UnreadableArticle: if the encoding is unknown, or the bytes are not in it.

    Source: WHATWG Encoding Standard, section 4.2 (names and labels).
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decoded(data[len(mark) :], encoding, encoding)
    match = _NAMED.search(data, 0, _LOOKED_AT)
    named = "utf-8"
    if match is not None:
        named = (match[1] or match[2]).decode("ascii", "replace").lower()
    return _decoded(data, _MEANT.get(named, named), named)


def _decoded(data: bytes, encoding: str, named: str) -> tuple[str, str]:
    fix = "Save the page as UTF-8."
    try:
        return data.decode(encoding), named
    except UnicodeError as error:
        place = f"byte {error.start}" if isinstance(error, UnicodeDecodeError) else "it"
        problem = f"{place} is not in {named}, the encoding of the page"
        raise UnreadableArticle(problem, fix) from error
    except LookupError as error:
        problem = f'the page names the encoding "{named}", which is not known'
        raise UnreadableArticle(problem, fix) from error
