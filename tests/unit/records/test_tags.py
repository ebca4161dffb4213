"""Language tags and country codes: registered ones are taken, others are explained."""

from __future__ import annotations

import itertools
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack import Claim, Source
from claimtrack.errors import InvalidRecord
from claimtrack.records import _subtags, meant_country, meant_language
from claimtrack.records._register import is_language, is_registered
from claimtrack.records._tags import find_country_slip, find_language_slip

SOUND = [
    "en",
    "EN",
    "uk",
    "yue",
    "pt-BR",
    "pt-br",
    "es-419",
    "zh-Hant-TW",
    "zh-cmn-Hans-CN",
    "sr-Latn-RS",
    "de-1996",
    "de-DE-1996",
    "ca-valencia",
    "en-GB-oxendict",
    "sl-rozaj-biske-1994",
    # Registered as they are, and no language of today begins with them.
    "en-GB-oed",
    "zh-min-nan",
    "art-lojban",
    # Deprecated is registered still.
    "iw",
    "sr-YU",
    # Private use, and extensions, whose content is not looked up.
    "qaa",
    "en-x-desk",
    "qaa-Qaaa-QM-x-southern",
    "de-Latn-XK",
    "ar-u-nu-latn",
    "en-a-bbb-x-a-ccc",
    "en-u-ca-buddhist-t-de",
]


@pytest.mark.parametrize("tag", SOUND)
def test_registered_tags_are_taken(tag: str) -> None:
    """Those of RFC 5646, appendix A, among them."""
    assert find_language_slip(tag) is None
    assert Claim(id="c", text="T", lang=tag).lang == tag


REFUSED = {
    "ua": ('"ua" is not a registered language code; Ukrainian is "uk"', 'Write "uk".'),
    "UA": ('"UA" is not a registered language code; Ukrainian is "uk"', 'Write "uk".'),
    "ua-UA": (
        '"ua" in "ua-UA" is not a registered language code; Ukrainian is "uk"',
        'Write "uk-UA".',
    ),
    "eng": ('"eng" is not a registered language code; English is "en"', 'Write "en".'),
    "ger": ('"ger" is not a registered language code; German is "de"', 'Write "de".'),
    "deu": ('"deu" is not a registered language code; German is "de"', 'Write "de".'),
    "Ukranian": (
        '"Ukranian" is not a registered language code; Ukrainian is "uk"',
        'Write "uk".',
    ),
    "xx": (
        '"xx" is not a registered language code',
        'Use a BCP 47 tag such as "en", "uk" or "pt-BR".',
    ),
    "aaaa": (
        '"aaaa" is not a registered language code',
        'Use a BCP 47 tag such as "en", "uk" or "pt-BR".',
    ),
    "ua-UA-XX": (
        '"ua" in "ua-UA-XX" is not a registered language code; Ukrainian is "uk"',
        'Use a BCP 47 tag such as "en", "uk" or "pt-BR".',
    ),
    "en-UK": (
        (
            '"UK" in "en-UK" is not a registered country or region code; the United '
            'Kingdom is "GB"'
        ),
        'Write "en-GB".',
    ),
    "en-EN": (
        '"EN" in "en-EN" is not a registered country or region code',
        "Correct the country or region code, or leave it out.",
    ),
    "en-Abcd": (
        '"Abcd" in "en-Abcd" is not a registered script code',
        "Correct the script code, or leave it out.",
    ),
    "en-british": (
        '"british" in "en-british" is not a registered variant',
        "Correct the variant, or leave it out.",
    ),
    "en-eng": (
        '"eng" in "en-eng" is not a registered language code',
        "Correct the language code, or leave it out.",
    ),
    "zh-TW-Hant": (
        '"Hant" in "zh-TW-Hant" is in a place where it means nothing',
        (
            "Write language, script, country and variant, in this order and each "
            'once: "zh-Hant-TW".'
        ),
    ),
    "en-GB-US": (
        '"US" in "en-GB-US" is in a place where it means nothing',
        (
            "Write language, script, country and variant, in this order and each "
            'once: "zh-Hant-TW".'
        ),
    ),
    "de-1901-1901": (
        '"1901" in "de-1901-1901" is in a place where it means nothing',
        (
            "Write language, script, country and variant, in this order and each "
            'once: "zh-Hant-TW".'
        ),
    ),
    "en-u": (
        '"u" in "en-u" has nothing after it',
        'Use a BCP 47 tag such as "en", "uk" or "pt-BR".',
    ),
    "en-x": (
        '"x" in "en-x" has nothing after it',
        'Use a BCP 47 tag such as "en", "uk" or "pt-BR".',
    ),
    "en-a-bb-a-cc": (
        '"a" in "en-a-bb-a-cc" appears twice',
        'Use a BCP 47 tag such as "en", "uk" or "pt-BR".',
    ),
}
"""Tag → what is wrong with it, and what to do."""


@pytest.mark.parametrize("tag", REFUSED)
def test_others_are_explained(tag: str) -> None:
    """With the code that was meant, where that can be said."""
    slip = find_language_slip(tag)
    assert slip is not None
    assert (slip.problem, slip.fix) == REFUSED[tag]
    with pytest.raises(InvalidRecord) as caught:
        Claim(id="c", text="T", lang=tag)
    assert caught.value.code == "CT029"
    assert str(caught.value) == f"claim.lang: {slip.problem}. {slip.fix} (CT029)"


@pytest.mark.parametrize(
    ("code", "problem", "fix"),
    [
        (
            "UK",
            '"UK" is not a registered country code; the United Kingdom is "GB"',
            'Write "GB".',
        ),
        (
            "ZX",
            '"ZX" is not a registered country code',
            'Use two capital letters from ISO 3166-1, such as "UA".',
        ),
    ],
)
def test_a_country_is_looked_up_too(code: str, problem: str, fix: str) -> None:
    """The same register has their codes."""
    slip = find_country_slip(code)
    assert slip is not None
    assert (slip.problem, slip.fix) == (problem, fix)
    with pytest.raises(InvalidRecord, match=r"\(CT029\)"):
        Source(id="s", kind="outlet", name="S", country=code)


@pytest.mark.parametrize("code", ["UA", "GB", "XK", "SU", "EU", "QM"])
def test_registered_countries_are_taken(code: str) -> None:
    """Reserved and past ones too, and those for private use, as Kosovo's."""
    assert Source(id="s", kind="outlet", name="S", country=code).country == code


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Ukrainian", "uk"),
        ("Ukranian", "uk"),
        ("Castilian", "es"),
        ("greek", "el"),
        ("en_US", "en-US"),
        ("uk_UA.UTF-8", None),
        ("EN", "en"),
        ("jp", "ja"),
        ("chi", "zh"),
        ("xx", None),
        ("", None),
        ("the English", None),
        ("українська", None),
    ],
)
def test_what_language_was_meant(text: str, language: str | None) -> None:
    """From its name, the code of its country, or a longer code."""
    assert meant_language(text) == language


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Ukraine", "UA"),
        ("ukrain", "UA"),
        ("ua", "UA"),
        ("uk", "GB"),
        ("usa", "US"),
        ("USSR", None),
        ("xx", None),
        ("Z", None),
        ("", None),
    ],
)
def test_what_country_was_meant(text: str, country: str | None) -> None:
    """From its name or its code in small letters."""
    assert meant_country(text) == country


def test_the_register_is_whole() -> None:
    """As many languages, scripts and regions as IANA has registered."""
    letters = string.ascii_lowercase
    two, three = (
        sum(is_language("".join(code)) for code in itertools.product(letters, repeat=n))
        for n in (2, 3)
    )
    private = 20 * 26
    assert two == 190
    assert three == 8_077 + private
    assert len(_subtags.SCRIPTS.split()) == 224
    assert len(_subtags.REGIONS.split(";")) - 1 == 303
    assert len(_subtags.VARIANTS.split()) == 134
    assert len(_subtags.EXTENDED.split()) == 256
    assert len(_subtags.WHOLE.split()) == 13


@given(st.text(max_size=20))
def test_no_text_is_too_odd_to_look_for_its_meaning(text: str) -> None:
    """What is offered is registered."""
    language, country = meant_language(text), meant_country(text)
    assert language is None or find_language_slip(language) is None
    assert country is None or is_registered("region", country)
