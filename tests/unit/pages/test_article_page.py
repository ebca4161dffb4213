"""The article of an HTML page: text, block quotes, and what the page says of it."""

from __future__ import annotations

import json
import sys
from functools import partial

import pytest

from claimtrack.errors import MissingExtra, UnreadableArticle
from claimtrack.pages import ArticlePage, read_article_page
from cpu_time import times_as_long

FACTS = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "Organization", "@id": "#us", "name": "Harbour  Post"},
        {
            "@type": ["NewsArticle"],
            "headline": "Port to close",
            "datePublished": "2026-03-02T10:00:00+02:00",
            "author": [{"@type": "Person", "name": "Lena Berg"}, "Ana Ruiz"],
            "publisher": {"@id": "#us"},
            "inLanguage": ["uk"],
            "url": "https://post.example/linked",
        },
    ],
}
PAGE = f"""<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>Port to close | Harbour Post</title>
<script type="application/ld+json">not JSON</script>
<script type="application/ld+json">{json.dumps(FACTS)}</script>
<link rel="canonical" href="https://post.example/port"></head>
<body><header><h2>Harbour Post</h2></header>
<nav><ul><li><a href="/">Home</a></li></ul></nav>
<main><article><h1>Port to close</h1>
<p class="byline">By Lena Berg</p>
<figure><img src="a.jpg"><figcaption>The port. Photo: Berg</figcaption></figure>
<p>The port will <b>close</b>,
two officials&nbsp;said.<!-- nobody --> They <q>know</q>.</p>
<p>It is late.</p><p>It is late.</p>
<blockquote><p>We regret it.</p><p>It must be.</p></blockquote>
<ul><li>Ships wait.</li><li><a href="/x">Read also: the quay</a></li></ul>
<p><a href="/y">All about the port</a></p>
<p hidden>Secret.</p><div aria-hidden="true">Secret.</div>
<div class="post__related-posts">More of this</div>
<div role="complementary">Weather</div>
<p>First<br>second</p>
</article></main>
<footer>© 2024 Harbour Post</footer></body></html>"""

BODY = (
    "Port to close",
    "The port will close, two officials said. They “know”.",
    "It is late.",
    "It is late.",
    "We regret it.",
    "It must be.",
    "Ships wait.",
    "First",
    "second",
)


def read(page: str) -> ArticlePage:
    """Return the article of a page in UTF-8."""
    return read_article_page(page.encode())


def test_the_article_is_read_and_what_surrounds_it_is_not() -> None:
    """Each paragraph once, and one that stands twice twice."""
    assert read(PAGE).text.split("\n\n") == [*BODY]


def test_block_quotes_have_their_places() -> None:
    """One for each paragraph in them."""
    page = read(PAGE)
    assert [page.text[a:b] for a, b in page.quotes] == ["We regret it.", "It must be."]


def test_linked_data_say_what_the_article_is() -> None:
    """Names are looked up by their ids; the page's own language and address count."""
    page = read(PAGE)
    assert page.title == "Port to close"
    assert page.published == "2026-03-02T10:00:00+02:00"
    assert page.publisher == "Harbour Post"
    assert page.authors == ("Lena Berg", "Ana Ruiz")
    assert page.lang == "en"
    assert page.url == "https://post.example/port"
    assert page.encoding == "utf-8"


def test_meta_elements_say_it_where_linked_data_do_not() -> None:
    """An author that is an address is no name."""
    page = read(
        '<meta property="og:title" content="Port"><meta name="date" content="2026-03">'
        '<meta property="og:site_name" content="Post">'
        '<meta name="author" content="Lena Berg">'
        '<meta property="article:author" content="https://post.example/berg">'
        '<meta property="og:url" content="https://post.example/port">'
        '<meta property="og:locale" content="uk_UA"><meta name="date" content="">'
        "<p>It closes.</p>"
    )
    assert page.title == "Port"
    assert page.text == "Port\n\nIt closes."
    assert page.published == "2026-03"
    assert (page.publisher, page.authors) == ("Post", ("Lena Berg",))
    assert (page.lang, page.url) == ("uk-UA", "https://post.example/port")


@pytest.mark.parametrize(
    "words",
    [
        "<footer>© 2024</footer>",
        "<p>In 2019 the port closed.</p>",
        "<p>Published 3 March 2026</p>",
        '<time datetime="2026-03-02">today</time>',
        (
            '<script type="application/ld+json">{"@type": "Event", "datePublished": '
            '"2020-01-01"}</script>'
        ),
        '<meta property="article:modified_time" content="2026-03-05">',
    ],
)
def test_no_date_is_guessed(words: str) -> None:
    """Only the article's own linked data and meta elements of publication say one."""
    assert read(f"<article><p>It closes.</p>{words}</article>").published is None


@pytest.mark.parametrize(
    ("data", "title", "authors"),
    [
        ('{"@type": "BlogPosting", "headline": 7, "author": 7}', None, ()),
        ('{"@type": "Article", "author": {"@id": "#x"}}', None, ()),
        ('{"@type": "Article", "author": "https://x.example"}', None, ()),
        ('{"@type": "Article", "author": {"name": ""}}', None, ()),
        ('[[{"@type": 1}, {"@type": "Report", "headline": " "}], "x"]', None, ()),
        ("[" * 100_000, None, ()),
        ('{"@type": "Article", "headline": "Port\\nshut", "author": "A B"}', "x", ()),
    ],
)
def test_linked_data_that_hold_something_else_say_nothing(
    data: str, title: str | None, authors: tuple[str, ...]
) -> None:
    """They are read as far as they go."""
    page = read(f'<script type="application/ld+json">{data}</script><p>It closes.')
    if title is None:
        assert (page.title, page.authors) == (title, authors)
    else:
        assert (page.title, page.authors) == ("Port shut", ("A B",))


def test_the_body_that_microdata_mark_is_the_article() -> None:
    """The rest of the page is left out; the headline is looked for everywhere."""
    page = read(
        "<body><div><h1>Port</h1><p>Subscribe now.</p></div>"
        '<div itemprop="articleBody"><p>The port will close in May.</p></div>'
        "<p>Terms.</p></body>"
    )
    assert page.text == "Port\n\nThe port will close in May."


def test_the_longest_of_several_articles_is_read() -> None:
    """Unless it is only one of many teasers: then the main part, or the page."""
    teasers = "".join(f"<article><p>Story {n} of today.</p></article>" for n in "123")
    long = "<article><p>The port will close in May, officials said.</p></article>"
    assert read(f"<p>Top</p>{long}{teasers}").text == (
        "The port will close in May, officials said."
    )
    assert read(f"<p>Top</p><main>{teasers}</main>").text.count("Story") == 3
    assert read(f"<p>Top of the page.</p>{teasers}").text.startswith("Top of the page.")


def test_headings_of_the_article_may_stand_in_a_header() -> None:
    """That of the site is left out."""
    page = read(
        '<header><p>Site</p></header><div role="main" class="comments">'
        "<header><h1>Port</h1></header><p>It closes.</p></div>"
    )
    assert page.text == "Port\n\nIt closes."


@pytest.mark.parametrize(
    ("head", "encoding", "named"),
    [
        ('<meta charset="windows-1251">', "cp1251", "windows-1251"),
        (
            '<meta http-equiv="Content-Type" content="text/html; charset=KOI8-U">',
            "koi8-u",
            "koi8-u",
        ),
        ('<?xml version="1.0" encoding="iso-8859-5"?>', "iso8859-5", "iso-8859-5"),
        ("\ufeff", "utf-16-le", "utf-16-le"),
        ("\ufeff", "utf-16-be", "utf-16-be"),
        ('\ufeff<meta charset="windows-1251">', "utf-8", "utf-8"),
        ('<meta charset="utf-16">', "utf-8", "utf-16"),
        ("", "utf-8", "utf-8"),
    ],
)
def test_a_page_is_read_in_the_encoding_that_it_names(
    head: str, encoding: str, named: str
) -> None:
    """Its byte order mark counts first."""
    page = read_article_page(f"{head}<p>Порт закриють у травні.".encode(encoding))
    assert (page.text, page.encoding) == ("Порт закриють у травні.", named)


@pytest.mark.parametrize(
    ("page", "problem"),
    [
        (b"<p>\xff", "byte 3 is not in utf-8"),
        (b'<meta charset="punycode"><p>\xff', "not in punycode"),
        (b'<meta charset="no-such"><p>x', '"no-such", which is not known'),
        (b'<meta charset="base64"><p>x', '"base64", which is not known'),
    ],
)
def test_bytes_in_no_known_encoding_are_refused(page: bytes, problem: str) -> None:
    """With what to do."""
    with pytest.raises(UnreadableArticle, match=problem) as caught:
        read_article_page(page)
    assert "Save the page as UTF-8" in str(caught.value)


def test_an_empty_page_has_no_text() -> None:
    """Nor one that holds a comment alone."""
    assert read("").text == ""
    assert read("<!-- x -->").text == ""
    assert read("<title> Port </title>").text == "Port"


def test_reading_is_linear_however_deep_a_page_is() -> None:
    """Four times the page takes no more than eight times the time."""
    page = b"<div><article><p>Ships <a>wait</a>."
    small, large = (partial(read_article_page, page * n) for n in (2_000, 8_000))
    assert times_as_long(large, small) < 8


def test_the_extra_is_named_where_it_is_missing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The module lxml comes in at first use."""
    monkeypatch.setitem(sys.modules, "lxml", None)
    with pytest.raises(MissingExtra, match="html"):
        read("<p>x")
