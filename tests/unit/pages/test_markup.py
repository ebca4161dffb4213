"""What stands in an HTML page: scripts of JSON-LD, items of microdata."""

from __future__ import annotations

import sys

import pytest

from claimtrack.errors import MissingExtra
from claimtrack.pages import read_linked_data, read_microdata

SCHEMA = "https://schema.org/"


def test_every_script_of_linked_data_is_given_and_no_other() -> None:
    """Whatever its type is spelled like, and without what wraps it."""
    page = """
    <html><head>
    <script>var a = {};</script>
    <script type="application/ld+json">{"@id": "1"}</script>
    <SCRIPT TYPE="Application/LD+JSON; charset=utf-8"><!-- {"@id": "2"} --></SCRIPT>
    <script type="application/ld+json">//<![CDATA[
      {"@id": "3"}
    //]]></script>
    <script type="application/ld+json"></script>
    </head></html>
    """
    assert read_linked_data(page) == (
        '{"@id": "1"}',
        '{"@id": "2"}',
        '{"@id": "3"}',
        "",
    )


def test_bytes_are_utf_8_and_an_empty_page_has_nothing() -> None:
    """NUL does no harm."""
    page = '<script type="application/ld+json">"é\0"</script>'.encode()
    assert read_linked_data(page) == ('"é\ufffd"',)
    assert read_linked_data("") == ()
    assert read_microdata(b"") == ()


def test_items_are_given_as_json_ld_has_them() -> None:
    """With values from the attribute that each element has for them."""
    page = f"""
    <div itemscope itemtype="{SCHEMA}ClaimReview {SCHEMA}Review" itemid="/r/1">
      <!-- a comment -->
      <a itemprop="url" href="/1">here</a>
      <meta itemprop="claimReviewed" content="The ferry is free.">
      <time itemprop="datePublished" datetime="2025-06-05">today</time>
      <time itemprop="dateModified">2025-06-06</time>
      <data itemprop="position" value="3">third</data>
      <span><b itemprop="keywords name">  ferry </b></span>
      <b itemprop="{SCHEMA}keywords">tea</b>
      <img itemprop="image" src="i.png"><img itemprop="thumbnail">
      <div itemprop="author" itemscope itemtype="{SCHEMA}Person">
        <span itemprop="name">Ines</span>
      </div>
      <p itemprop="text" content="given">shown</p>
    </div>
    """
    (item,) = read_microdata(page, base="https://check.example/a/")
    assert item == {
        "@type": ["ClaimReview", "Review"],
        "@id": "https://check.example/r/1",
        "url": "https://check.example/1",
        "claimReviewed": "The ferry is free.",
        "datePublished": "2025-06-05",
        "dateModified": "2025-06-06",
        "position": "3",
        "keywords": ["ferry", "tea"],
        "name": "ferry",
        "image": "https://check.example/a/i.png",
        "thumbnail": "",
        "author": {"@type": "Person", "name": "Ines"},
        "text": "given",
    }


def test_references_are_followed_and_circles_are_not() -> None:
    """An item that is a property of itself ends there; a missing one is nothing."""
    page = """
    <div itemscope itemref="more none"></div>
    <p id="more"><b itemprop="name">tea</b></p>
    <div itemscope id="self" itemprop="part" itemref="self"></div>
    <div itemscope itemref="loop"></div>
    <div id="loop" itemscope itemprop="part" itemref="loop back"></div>
    <div id="back"><i itemscope itemprop="of" itemref="loop"></i></div>
    """
    first, second = read_microdata(page)
    assert first == {"name": "tea"}
    assert second == {"part": {"of": {}}}


def test_without_lxml_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """The extra is called html."""
    monkeypatch.setitem(sys.modules, "lxml", None)
    with pytest.raises(MissingExtra, match="html"):
        read_linked_data("<p>")
