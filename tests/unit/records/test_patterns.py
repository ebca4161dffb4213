"""What shows nothing, and what is no address: records and both engines agree."""

from __future__ import annotations

import re
import sys
import unicodedata
from functools import partial
from typing import Final

import pytest

from claimtrack.errors import InvalidRecord
from claimtrack.records import PATTERNS, TEXT_PATTERN, Document, Source, name_key
from claimtrack.validation import validate
from cpu_time import least_seconds, times_as_long
from plain_records import claim

DRAWN: Final = {
    *range(0x600, 0x606),
    *(0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD),
}
"""Format characters that are drawn: Arabic, Syriac and Kaithi signs of numbers."""

NOT_DRAWN: Final = {
    *(0x34F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2065, 0x2800, 0x3164, 0xFFA0),
    *range(0x180B, 0x1810),
    *range(0xFE00, 0xFE10),
    *range(0xFFF0, 0xFFF9),
    *range(0x13430, 0x13440),
    *range(0xE0000, 0xE1000),
}
"""Letters, marks and unassigned ones that show nothing: fillers, selectors, tags.

Controls of hieroglyphs are not assigned in the tables of older Pythons."""

CHARACTERS: Final = [
    chr(code) for code in range(sys.maxunicode + 1) if not 0xD800 <= code < 0xE000
]

IRI: Final = re.compile(PATTERNS["iri"][0])


def is_unseen(char: str) -> bool:
    """Return whether a character shows nothing, by what Unicode says of it."""
    category = unicodedata.category(char)
    is_format = category in ("Cc", "Cf") and ord(char) not in DRAWN
    return category[0] == "Z" or is_format or ord(char) in NOT_DRAWN


def codes(url: str) -> list[str]:
    """Return what both engines report of a document with this address."""
    data = {"type": "document", "id": "d", "kind": "article", "url": url}
    one, other = (validate(data, engine=each) for each in ("reference", "fast"))
    assert one == other
    return [each.code for each in one]


def test_what_shows_nothing() -> None:
    """Of all characters, those that Unicode separates, hides or ignores."""
    pattern = re.compile(TEXT_PATTERN)
    hidden = {char for char in CHARACTERS if not pattern.search(char)}
    assert hidden == {char for char in CHARACTERS if is_unseen(char)}


def test_what_shows_nothing_is_no_part_of_a_name() -> None:
    """Names that differ in it alone are one."""
    assert {c for c in CHARACTERS if not name_key(c)} == set(
        filter(is_unseen, CHARACTERS)
    )


@pytest.mark.parametrize(
    "name",
    ["\u200b", "\u3164", "\u2800 ", "\ufe0f", "\u00ad\ufeff", "\u2028", "\U000e0041"],
    ids=ascii,
)
def test_a_name_shows_something(name: str) -> None:
    """Whatever it is that does not show."""
    with pytest.raises(InvalidRecord) as caught:
        Source(id="s", kind="outlet", name=name)
    assert (caught.value.code, caught.value.problem) == ("CT014", "the text is blank")
    for fields in ({"name": name}, {"name": "UNN", "aka": [name]}):
        data = {"type": "source", "id": "s", "kind": "outlet", **fields}
        for engine in ("reference", "fast"):
            (found,) = validate(data, engine=engine)
            assert found.code == "CT014"
            assert found.message.endswith("is blank")
    assert Source(id="s", kind="outlet", name=f"{name}x").name == f"{name}x"


ADDRESSES: Final = (
    *(
        "https://example.org",
        "HTTP://EXAMPLE.ORG/",
        "https://example.org?a",
        "http://a#b",
    ),
    *(
        "https://ann:pw@example.org:8080/a?b#c",
        "http://localhost/",
        "http://10.0.0.1:80",
    ),
    *("http://[2001:db8::1]/x", "https://[::1]:443", "https://приклад.example/стаття"),
    *(
        "https://archive.example/2025/https://example.org/?a=b",
        "https://example.org/👍",
    ),
    *("file:///C:/a.pdf", "file:///tmp/a", "file://desk/a", "ftp://example.org/a"),
    *("urn:isbn:0451450523", "mailto:a@example.org", "doi:10.1000/182", "data:,x"),
    *("at://did:plc:abc/app.post", "tag:example.org,2025:a[b]", "ex:/a", "ex:a"),
    # Schemes that begin as http and https do.
    *("hs:a", "ht:a", "hts:a", "htt:a", "htts:a", "httq:a", "httpx:a", "httpsx:a"),
    # What joins two signs, or chooses how one looks.
    *("https://example.org/می\u200cخواهم", "https://example.org/👩🏽\u200d🚀"),
    *("https://example.org/❤\ufe0f", "https://example.org/1\ufe0f\u20e3/x"),
)


@pytest.mark.parametrize("url", ADDRESSES, ids=ascii)
def test_an_address_has_a_scheme_and_its_host(url: str) -> None:
    """Any scheme but one letter; a host where there is one to be."""
    assert codes(url) == []
    assert Document(id="d", kind="article", url=url).url == url


NONE: Final = (
    # Places on a disk; a drive is no scheme.
    *(
        "C:\\a.pdf",
        "c:/Users/a.pdf",
        "D:/x.json",
        "C:report.pdf",
        "\\\\desk\\a",
        "/a/b",
    ),
    # No scheme, and nothing behind one.
    *("example.org/x", "//example.org/x", "://x", "1a:x", "urn:", "mailto:", "file://"),
    # No host.
    *(
        "https://",
        "HTTPS://",
        "https:///x",
        "http:x",
        "https:/x",
        "http:",
        "https://?a",
    ),
    *("https://#a", "https://:80/", "https://@/a", "https://.", "ftp://", "ftp:///x"),
    *("http://[::1", "http://[]/", "http://[x]/", "http://]/", "http://[1]"),
    *("https://\u200bexample.org", "https://exa\u200bmple.org", "https://a b.example"),
)


@pytest.mark.parametrize("url", NONE, ids=ascii)
def test_what_is_no_address_gets_one_finding(url: str) -> None:
    """They are refused, with one finding."""
    assert codes(url) == ["CT014"]
    with pytest.raises(InvalidRecord) as caught:
        Document(id="d", kind="article", url=url)
    assert caught.value.code == "CT014"


def test_what_cannot_be_seen_is_in_no_address() -> None:
    """Neither at its end nor in it, but for what joins, which is at no end."""
    joiners = {"\u200c", "\u200d", *map(chr, range(0xFE00, 0xFE10))}
    for char in filter(is_unseen, CHARACTERS):
        assert not IRI.fullmatch(f"https://example.org/a{char}"), ascii(char)
        assert not IRI.fullmatch(f"urn:a:{char}"), ascii(char)
        is_allowed = IRI.fullmatch(f"https://example.org/a{char}b") is not None
        assert is_allowed == (char in joiners), ascii(char)


@pytest.mark.parametrize(
    "char",
    "\u00a0\u00ad\u061c\u1680\u180e\u2003\u200b\u200d\u200e\u2028\u202e\u2060\u3000\ufeff",
    ids=ascii,
)
def test_both_engines_see_what_cannot_be_seen(char: str) -> None:
    """Addresses are copied along with it; ids that are IRIs are as well."""
    assert codes(f"https://example.org/a{char}") == ["CT014"]
    data = claim(f"urn:a{char}", text="It rains.")
    for engine in ("reference", "fast"):
        assert [each.code for each in validate(data, engine=engine)] == ["CT014"]


@pytest.mark.parametrize(
    "piece",
    [
        "a",
        "é",
        "h",
        ":",
        "/",
        "[",
        "@",
        "\u200d",
        "a\u200d",
        "é\ufe0f",
        "\ufe0f",
        "\u200b",
    ],
    ids=ascii,
)
@pytest.mark.parametrize("start", ["", "https://", "http://[", "ex:", "ex://", "ex:é"])
def test_time_grows_with_the_length(start: str, piece: str) -> None:
    """Backtracking would take minutes: sixteen times as much takes no square of it."""

    def search(text: str) -> None:
        for pattern in (IRI, re.compile(PATTERNS["id"][0]), re.compile(TEXT_PATTERN)):
            pattern.search(text)

    short, long = (
        partial(search, f"{start}{piece * count} ") for count in (4_000, 64_000)
    )
    # What takes less than this is over before the clock has moved.
    assert least_seconds(long) < 0.05 or times_as_long(long, short) < 64
