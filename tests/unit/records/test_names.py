"""When two names are one name."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Final

import pytest

from claimtrack import Dossier, confidence, lint
from claimtrack.disclosure import check
from claimtrack.records import Source, name_key

if TYPE_CHECKING:
    from claimtrack.records import SourceKind

ONE: Final = {
    "decomposed": ("Café", "Cafe\u0301"),
    "Cyrillic decomposed": ("Андрій", unicodedata.normalize("NFD", "Андрій")),
    "Hangul in letters": ("김철수", unicodedata.normalize("NFD", "김철수")),
    "no-break space": ("New York Times", "New\u00a0York Times"),
    "narrow no-break space": ("New York Times", "New\u202fYork\u2009Times"),
    "ideographic space": ("山田 太郎", "山田\u3000太郎"),
    "two blanks": ("New York Times", "New  York \t Times"),
    "a line": ("New York Times", "New York\r\nTimes\u2028"),
    "outer blanks": ("BBC", "\u00a0BBC \u2800"),
    "zero-width space": ("Kyiv Post", "Kyiv\u200b Post"),
    "soft hyphen": ("Bloomberg", "Bloom\u00adberg"),
    "byte order mark": ("BBC", "\ufeffBBC"),
    "direction marks": ("הארץ", "\u200fהארץ\u202c"),
    "variation selector": ("❤ FM", "❤\ufe0f FM"),
    "Hangul filler": ("BBC", "B\u3164BC"),
    "a control": ("BBC", "B\x02BC"),
    "typographic apostrophe": ("O'Brien", "O’Brien"),
    "left quote": ("O'Brien", "O‘Brien"),
    "modifier letter": ("Лук'яненко", "Лукʼяненко"),
    "prime": ("O'Brien", "O′Brien"),
    "grave": ("O'Brien", "O`Brien"),
    "acute": ("O'Brien", "O´Brien"),
    "acute decomposed": ("O'Brien", "O \u0301Brien"),
    "okina": ("Hawai'i", "Hawaiʻi"),
    "fullwidth apostrophe": ("O'Brien", "O＇Brien"),
    "no-break hyphen": ("Jean-Paul", "Jean\u2011Paul"),
    "hyphen": ("Jean-Paul", "Jean\u2010Paul"),
    "en dash": ("Jean-Paul", "Jean–Paul"),
    "em dash": ("Jean-Paul", "Jean\u2014Paul"),
    "minus": ("Jean-Paul", "Jean\u2212Paul"),
    "fullwidth": ("BBC", "ＢＢＣ"),
    "ligature": ("Griffin", "Griﬃn"),
    "case": ("BBC", "bbc"),
    "sharp s": ("Straße", "STRASSE"),
    "final sigma": ("ΣΊΣΥΦΟΣ", "σίσυφος"),
    "iota below": ("ᾳδης", "ΑΙΔΗΣ"),
    "case that undoes NFKC": ("\u0390", "\u03b9\u0308\u0301"),
}
"""What differs → two spellings of one name."""

APART: Final = (
    ("BBC", "ВВС"),
    ("Post", "Past"),
    ("Anna Lee", "Ann Alee"),
    ("New York", "NewYork"),
    ("O'Brien", "OBrien"),
    ("Jean-Paul", "Jean Paul"),
    ("José", "Jose"),
    ("Андрей", "Андреи"),
    ("\u0131", "i"),
)


@pytest.mark.parametrize(("one", "other"), ONE.values(), ids=ONE.keys())
def test_one_name_in_two_spellings(one: str, other: str) -> None:
    """The key is the same, and is the key of itself."""
    assert one != other
    key = name_key(one)
    assert name_key(other) == key
    assert name_key(key) == key


@pytest.mark.parametrize(("one", "other"), APART)
def test_other_letters_make_another_name(one: str, other: str) -> None:
    """Other letters, alphabets, accents or words."""
    assert name_key(one) != name_key(other)


def test_every_character_has_a_key_that_is_its_own_key() -> None:
    """In whichever form it is written, also where case folding undoes a form."""
    for char in map(chr, (*range(0xD800), *range(0xE000, 0x30000))):
        text = f"a{char}b"
        key = name_key(text)
        forms = [unicodedata.normalize(each, text) for each in ("NFD", "NFKC", "NFKD")]
        assert {name_key(each) for each in (key, *forms, text.casefold())} == {key}


def test_dashes_and_what_cannot_be_seen() -> None:
    """All that Unicode calls a dash, a space or a sign of format."""
    kinds = {"Pd": "a-b", "Zs": "a b", "Zl": "a b", "Zp": "a b"}
    for char in map(chr, range(0x11000)):
        expected = kinds.get(unicodedata.category(char))
        if expected:
            assert name_key(f"a{char}b") == expected
    assert name_key("a\u200d\u2060\U000e0041b") == "ab"


def sources(one: str, other: str, kind: SourceKind = "outlet") -> Dossier:
    """Return a dossier with a source of each name."""
    made = Dossier()
    made.add(Source(id="p1", kind=kind, name=one))
    made.add(Source(id="p2", kind=kind, name=other))
    return made


@pytest.mark.parametrize(("one", "other"), ONE.values(), ids=ONE.keys())
def test_all_that_asks_for_a_name_asks_in_one_way(one: str, other: str) -> None:
    """CT703, builders, notation, merging, what is accepted, and CT801."""
    found = sources(one, other).validate()
    assert [each.code for each in found].count("CT703") == 1

    built = Dossier()
    made = built.outlet(one, id="p1")
    assert built.outlet(other) is made
    assert made.name == one
    claim = built.claim("T", id="c1")

    links = built.parse_chain(f"Head < ?aide < {other}").links
    assert links[2].source == "p1"

    copy = Dossier.loads(built.dumps())
    copy.replace(Source(id="p1", kind="outlet", name=other))
    merged = built.merge(copy)
    assert (merged.findings, merged.dossier["p1"]) == ((), made)

    built.attribute(claim, made, id="a1")
    judged = confidence.support(built, claim, reliability={"p1": 0.9})
    taken = confidence.support(
        built, claim, reliability={"p1": 0.9}, accept_open=[other]
    )
    assert (judged.opinion is None, taken.opinion is None) == (True, False)
    accepted = lint.Config(settings=lint.Settings(accept_open=[other]))
    assert "CT102" in {each.code for each in lint.check(built)}
    assert "CT102" not in {each.code for each in lint.check(built, config=accepted)}

    told = Dossier()
    told.outlet(one)
    told.unnamed("somebody", note=f"that is {other}, they say")
    assert [each.code for each in check(told)] == ["CT801"]


@pytest.mark.parametrize(("one", "other"), APART)
def test_what_is_not_one_stays_apart(one: str, other: str) -> None:
    """Nothing is joined because it looks alike."""
    assert "CT703" not in [each.code for each in sources(one, other).validate()]
    made = Dossier()
    assert made.outlet(one) != made.outlet(other)
    assert len(sources(one, other).parse_chain(f"{one} < {other}")) == len(made)
    merged = made.merge(Dossier.loads(made.dumps()))
    assert merged.dossier == made
