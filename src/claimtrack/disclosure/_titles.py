"""Titles and forms of address that may accompany a name that reveals somebody.

A small table. Because of a missing title, "Count Moreau" counts as a description.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimtrack.disclosure._name_words import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.disclosure._name_words import Words

__all__ = ["without_titles"]

MOST: Final = 8
"""Maximum number of words of titles on each side of a name."""

_TITLES: Final = {
    "en": (
        "ambassador, captain, chancellor, chief, colonel, congressman, congresswoman, "
        "dame, doctor, dr, former, general, governor, judge, king, lady, lieutenant, "
        "lord, madam, major, mayor, minister, miss, mister, mr, mrs, ms, mx, officer, "
        "president, prime minister, prince, princess, prof, professor, queen, "
        "representative, rep, secretary, sen, senator, sergeant, sir, the, "
        "vice president"
    ),
    "uk": (
        "генерал, губернатор, депутат, депутатка, доктор, канцлер, капітан, король, "
        "майор, мер, міністерка, міністр, пан, пані, полковник, посол, "
        "прем'єр-міністр, прем'єрка, президент, президентка, професор, професорка, "
        "сенатор, суддя"
    ),
    "ru": (
        "г-жа, г-н, генерал, господин, госпожа, "  # noqa: RUF001  Russian
        "губернатор, депутат, доктор, канцлер, капитан, король, майор, министр, "
        "мэр, полковник, посол, "
        "премьер-министр, президент, профессор, сенатор, судья"
    ),
    "de": (
        "botschafter, botschafterin, bundeskanzler, bundeskanzlerin, das, der, die, "
        "dr, frau, general, herr, hauptmann, kanzler, kanzlerin, minister, ministerin, "
        "oberst, präsident, präsidentin, prof, richter, richterin, senator, senatorin"
    ),
    "fr": (
        "ambassadeur, ambassadrice, capitaine, colonel, dr, docteur, docteure, "
        "général, juge, l, la, le, les, m, madame, mademoiselle, maire, maître, me, "
        "ministre, mlle, mme, monsieur, premier ministre, première ministre, "
        "président, présidente, professeur, professeure, sénateur, sénatrice"
    ),
    "es": (
        "alcalde, alcaldesa, capitán, coronel, d, don, doña, dr, dra, el, embajador, "
        "embajadora, general, jueza, juez, la, las, los, ministra, ministro, "
        "presidenta, presidente, primer ministro, primera ministra, profesor, "
        "profesora, rey, reina, senador, senadora, señor, señora, señorita, sr, sra, "
        "srta"
    ),
    "pl": (
        "ambasador, burmistrz, doktor, dr, generał, kanclerz, kapitan, król, major, "
        "minister, ministra, pan, pani, premier, prezydent, prof, profesor, "
        "pułkownik, sędzia, senator"
    ),
}
"""Language → titles, forms of address and definite articles.

Source: usage in the news of each language; written for this check.
"""

_WORDS: Final = frozenset(
    words_of(title) for listed in _TITLES.values() for title in listed.split(", ")
)
_BACKWARDS: Final = frozenset(each[::-1] for each in _WORDS)
_LENGTHS: Final = tuple(sorted({len(each) for each in _WORDS}))


def without_titles(words: Words) -> Iterator[Words]:
    """Yield words unchanged, and without the titles before and after them.

    >>> sorted(map(" ".join, without_titles(words_of("Mr President Trump"))))
    ['mr president trump', 'president trump', 'trump']
    """
    stops = _after_titles(words[::-1], _BACKWARDS)
    for start in _after_titles(words, _WORDS):
        for stop in stops:
            if start + stop < len(words):
                yield words[start : len(words) - stop]


def _after_titles(words: Words, titles: frozenset[Words]) -> list[int]:
    """Return the possible word counts of a row of titles at the beginning."""
    found = [0]
    for start in found:
        for end in [start + length for length in _LENGTHS]:
            if end <= MOST and end not in found and words[start:end] in titles:
                found.append(end)
    return found
