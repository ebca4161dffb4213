"""Repair addresses as published: without a scheme, relative, or with blanks."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import parse_qsl, quote, urlencode, urljoin, urlsplit

__all__ = ["canonical_url", "host_of", "mend_address"]

_SCHEME: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:")
_ONE_SLASH: Final = re.compile(r"(https?):/{0,1}(?=[^/\s])", re.IGNORECASE)

HOST: Final = re.compile(
    r"(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+(?:[^\W\d_]{2,24}|xn--[a-z0-9-]+)"
)
"""A host name: labels separated by dots, of which the last consists of letters."""

_TRACKING: Final = re.compile(r"utm_\w+|fbclid|gclid|igshid|mc_[ce]id|ref_src")
"""Parameters that record how a reader got there, and do not change the page."""


def mend_address(text: str, base: str = "") -> str:
    """Return the address that a published one means, as far as that is certain.

    A host without a scheme gets one, blanks are escaped, and a relative address is
    resolved against the base; without a base it stays as it is.

    >>> mend_address("example.org/a b"), mend_address("https:www.example.org")
    ('https://example.org/a%20b', 'https://www.example.org')
    >>> mend_address("/a", "https://example.org/x"), mend_address("/a")
    ('https://example.org/a', '/a')
    """
    plain = re.sub(r"\s", lambda match: quote(match[0]), text.strip())
    plain = _ONE_SLASH.sub(r"\1://", plain) if _ONE_SLASH.match(plain) else plain
    if plain.startswith("//"):
        return f"https:{plain}"
    if _SCHEME.match(plain):
        return plain
    if HOST.fullmatch(re.split(r"[/?#:]", plain, maxsplit=1)[0]):
        return f"https://{plain}"
    try:
        return urljoin(base, plain) if base else plain
    except ValueError:
        return plain


def host_of(address: str) -> str:
    """Return the host of an address without "www."; empty if there is none.

    >>> host_of("https://www.Example.org/a")
    'example.org'
    """
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def canonical_url(address: str) -> str:
    """Return a form of an address for comparison: equal forms lead to the same page.

    Scheme, "www.", case of the host, fragment, last slash and tracking parameters are
    ignored. For comparison only, never for storage.

    >>> canonical_url("http://www.example.org/a/?utm_source=x#top")
    'example.org/a'
    """
    try:
        parts = urlsplit(address)
        host = host_of(address)
    except ValueError:
        return address
    if not host:
        return address
    # A fragment that begins with "!" or "/" selects a page of a single-page site.
    inner = f"#{parts.fragment}" if parts.fragment[:1] in ("!", "/") else ""
    asked = [
        pair
        for pair in parse_qsl(parts.query, keep_blank_values=True)
        if not _TRACKING.fullmatch(pair[0])
    ]
    query = f"?{urlencode(asked)}" if asked else ""
    return f"{host}{parts.path.rstrip('/')}{query}{inner}"
