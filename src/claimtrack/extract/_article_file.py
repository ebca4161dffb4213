"""Read articles from text, files and pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimtrack._file_names import TEXT_READER, open_file
from claimtrack.errors import UnreadableArticle
from claimtrack.extract._article import Article

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["MOST", "read"]

MOST: Final = 16 * 2**20
"""Maximum number of bytes of an article. A longer one is refused."""

_AS_TEXT: Final = "Save it as plain text (.txt) or as a web page (.html)."
_REFUSED: Final = (
    (b"%PDF", "a PDF", "Copy its text into a text file (pdftotext does that)."),
    (b"PK\x03\x04", "a Word file or another archive", _AS_TEXT),
    (b"\xd0\xcf\x11\xe0", "an old Word file", _AS_TEXT),
    (b"{\\rtf", "a rich text file", _AS_TEXT),
)

_PAGES: Final = (".html", ".htm", ".xhtml")
_UTF_16: Final = (b"\xff\xfe", b"\xfe\xff")


def read(source: str | Path | bytes) -> Article:
    """Return an article from a text, a file or its bytes.

    A file is an HTML page if its first character is "<", or by its name; a page needs
    the extra `html`. A text is kept unchanged except for a byte order mark, so that its
    hash and places match those in a sheet and in `claimtrack check --text`.

    Args:
        source: the text itself; the path of a file; or its bytes.

    Raises:
        UnreadableArticle: for a PDF, a Word file, too many bytes, or bytes that are not
            in the encoding that the page names, or else UTF-8.
        MissingExtra: for a page, if the extra `html` is not installed.
        OSError: when the file cannot be read.

    >>> read("The port will close, officials said.").text
    'The port will close, officials said.'
    """
    if isinstance(source, str):
        return Article(text=source)
    data, name = _bytes_of(source)
    if len(data) > MOST:
        raise UnreadableArticle(
            f"it has more than {MOST:,} bytes", "Give the text of one article."
        )
    for sign, what, fix in _REFUSED:
        if data.startswith(sign):
            raise UnreadableArticle(f"it is {what}", fix)
    if name.endswith(_PAGES) or _first_sign(data) == b"<":
        return _read_page(data)
    return Article(text=_decode(data))


def _bytes_of(source: Path | bytes) -> tuple[bytes, str]:
    """Return the beginning of a file with its name, or bytes without a name."""
    if isinstance(source, bytes):
        return source, ""
    with open_file(source, TEXT_READER) as file:
        return file.read(MOST + 1), source.name.lower()


def _first_sign(data: bytes) -> bytes:
    """Return the first byte that is not white space or a byte order mark."""
    for mark in (b"\xef\xbb\xbf", *_UTF_16):
        data = data.removeprefix(mark)
    return data[:1_000].lstrip(b"\0 \t\r\n\f")[:1]


def _read_page(data: bytes) -> Article:
    # Imported here, because importing this layer must not load an HTML parser.
    from claimtrack.pages import read_article_page  # noqa: PLC0415

    page = read_article_page(data)
    return Article(
        text=page.text,
        title=page.title,
        published=page.published,
        publisher=page.publisher,
        authors=page.authors,
        lang=page.lang,
        url=page.url,
        blockquotes=page.quotes,
        encoding=page.encoding,
    )


def _decode(data: bytes) -> str:
    encoding = "utf-16" if data.startswith(_UTF_16) else "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableArticle(
            f"byte {error.start} is not in {encoding.removesuffix('-sig').upper()}",
            "Save the file as UTF-8.",
        ) from error
