"""Tables of a language, loaded once and looked up by word."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, Final, cast

import attrs

from claimtrack.records import Attitude

__all__ = [
    "LANGUAGES",
    "Cue",
    "Flag",
    "Lexicon",
    "flags_of",
    "is_participle",
    "lexicon",
]

LANGUAGES: Final = ("en", "ru", "uk")
"""Tags of the languages that have tables."""


class Flag:
    """Possible roles of a word, as bits."""

    DET = 1
    PREP = 2
    SUB = 4
    COORD = 8
    AUX = 16
    NEG = 32
    SUBJ = 64
    OBJ = 128
    REL = 256
    ADV = 512
    TIME = 1024
    WH = 2048
    THAT = 4096
    TO = 8192
    HAVE = 16384
    BE = 32768
    TITLE = 65536
    CAP = 1 << 17
    NUM = 1 << 18
    QUOTE = 1 << 19
    PUNCT = 1 << 20
    PEOPLE = 1 << 21
    DOCUMENT = 1 << 22
    BODY = 1 << 23
    OUTLET = 1 << 24
    CUE = 1 << 25
    VERB = 1 << 26
    MODIFIER = 1 << 27
    WHEN = 1 << 28
    ADJUNCT = 1 << 29


_WORDS: Final = {
    "determiners": Flag.DET,
    "prepositions": Flag.PREP,
    "subordinators": Flag.SUB,
    "coordinators": Flag.COORD,
    "auxiliaries": Flag.AUX,
    "negation": Flag.NEG,
    "subjects": Flag.SUBJ,
    "objects": Flag.OBJ,
    "relatives": Flag.REL,
    "adverbs": Flag.ADV,
    "times": Flag.TIME,
    "wh": Flag.WH,
    "that": Flag.THAT,
    "to": Flag.TO,
    "have": Flag.HAVE,
    "be": Flag.BE,
    "titles": Flag.TITLE,
    "common_verbs": Flag.VERB,
    "modifiers": Flag.MODIFIER,
    "when": Flag.WHEN,
    "adjuncts": Flag.ADJUNCT,
}
_UNNAMED: Final = {
    "people": Flag.PEOPLE,
    "documents": Flag.DOCUMENT,
    "collective": Flag.BODY,
}


@attrs.frozen
class Cue:
    """One reading of a verb form, noun or phrase that introduces a source.

    Attributes:
        attitude: the source's attitude to what follows.
        frames: what may follow or precede it (clause, that, wh, quote, trailing, told,
            to, object).
        column: which form of the verb: base, third, past, participle, gerund.
        document: only documents are its subject ("the study shows").
        somebody: its subject is often something that cannot speak ("the move means").
    """

    attitude: Attitude
    frames: frozenset[str]
    column: str
    document: bool = False
    somebody: bool = False


def is_participle(word: str, flag: int) -> bool:
    """Return whether a word only modifies the noun before it: "briefed", "close".

    Args:
        word: the word in lower case.
        flag: its possible roles.
    """
    return bool(word.endswith("ed") or flag & Flag.MODIFIER) and not flag & Flag.PEOPLE


def flags_of(word: str, words: Lexicon) -> int:
    """Return the possible roles of a word; "co-leader" has those of "leader".

    Args:
        word: the word as in the text.
        words: the tables.
    """
    low = word.lower().rstrip(".")
    flag = words.flags.get(low)
    if flag is None:
        _, hyphen, last = low.rpartition("-")
        flag = words.flags.get(last, 0) & Flag.PEOPLE if hyphen else 0
    return flag


@attrs.frozen
class Lexicon:
    """The tables of a language, by lower-case word.

    Attributes:
        lang: its tag.
        cues: readings of each form.
        nouns: attitude of nouns that introduce a clause ("the claim that").
        phrases: cues of several words, by their first word; the longest first.
        relays: phrases that cite without a verb, such as "according to", by first word.
        flags: possible roles of each word.
        table: the whole table as in the file.
        infinitives: endings of infinitives, if no word precedes them.
        triggers: words of which a sentence needs one to say who says something.
        token: a word or a sign.
        time: words of time directly after a cue; group 1 is the time itself.
        said: verbs of saying, in forms that are not nouns.
        outlets: names of outlets found in the article itself.
        long_titles: names of outlets that contain small words; each is one item.
        cites: phrases that cite the words of somebody whom the speaker names.
        amid: words that may be inside such a phrase.
        officials: forms that report what several people, or nobody in particular, said.
        has_cases: whether nouns have cases, so that word order means less.
    """

    lang: str
    cues: dict[str, tuple[Cue, ...]]
    nouns: dict[str, Attitude]
    phrases: dict[str, tuple[tuple[tuple[str, ...], Cue], ...]]
    relays: dict[str, tuple[tuple[str, ...], ...]]
    flags: dict[str, int]
    table: dict[str, Any]
    infinitives: tuple[str, ...]
    triggers: frozenset[str]
    token: re.Pattern[str]
    time: re.Pattern[str]
    said: frozenset[str] = frozenset()
    outlets: frozenset[str] = frozenset()
    long_titles: frozenset[str] = frozenset()
    cites: frozenset[str] = frozenset()
    amid: frozenset[str] = frozenset()
    officials: frozenset[str] = frozenset()
    has_cases: bool = False

    def with_titles_in(self, text: str) -> Lexicon:
        """Return the tables to read a text with, in which each long title is one item.

        Nearly no text has one, and to look for them at each word takes time.
        """
        titles = sorted(self.long_titles, key=lambda each: (-len(each), each))
        held = [each for each in titles if each in text]
        if not held:
            return self
        whole = "".join(rf"\b{re.escape(each)}\b|" for each in held)
        return attrs.evolve(self, token=re.compile(whole + self.token.pattern))

    def relay_at(self, items: list[str], i: int) -> int:
        """Return the number of items of a relay phrase at item i; 0 if there is none.

        It may include words that describe its source: "by early data".
        """
        rows = self.relays.get(items[i], ())
        for row in rows:
            if tuple(items[i : i + len(row)]) == row:
                return len(row)
        if len(rows) and items[i + 1 : i + 2] and items[i + 1] in self.amid:
            for row in rows:
                if tuple(items[i + 2 : i + 1 + len(row)]) == row[1:] != ():
                    return len(row) + 1
        return 0

    def listed(self, group: str, key: str) -> frozenset[str]:
        """Return the words of one entry."""
        return _listed(self.lang, group, key)


@cache
def _listed(lang: str, group: str, key: str) -> frozenset[str]:
    return frozenset(str(lexicon(lang).table.get(group, {}).get(key, "")).split())


def _read_cues(table: dict[str, Any]) -> dict[str, tuple[Cue, ...]]:
    columns: list[str] = table["columns"]
    cues: dict[str, list[Cue]] = {}
    for group in table["verbs"]:
        frames = frozenset(cast("list[str]", group["frames"]))
        subject = group.get("subject")
        for row in group["forms"]:
            for column, form in zip(columns, row.split(), strict=False):
                cue = Cue(
                    group["attitude"],
                    frames,
                    column,
                    subject == "document",
                    subject == "somebody",
                )
                cues.setdefault(form, []).append(cue)
    # Two verbs of a pair may have the same present forms.
    return {form: tuple(dict.fromkeys(readings)) for form, readings in cues.items()}


def _officials(table: dict[str, Any]) -> frozenset[str]:
    """Return the verb forms for which "in the ministry" names the speaker."""
    columns: list[int] = table.get("several", [])
    return frozenset(
        form
        for group in table["verbs"]
        for row in group["forms"]
        for at, form in enumerate(row.split())
        if at in columns or group.get("subject") == "nobody"
    )


def _by_first(
    phrases: list[tuple[tuple[str, ...], Cue]],
) -> dict[str, tuple[tuple[tuple[str, ...], Cue], ...]]:
    first: dict[str, list[tuple[tuple[str, ...], Cue]]] = {}
    for words, cue in sorted(phrases, key=lambda item: -len(item[0])):
        first.setdefault(words[0], []).append((words, cue))
    return {word: tuple(rows) for word, rows in first.items()}


def _read_flags(table: dict[str, Any], cues: dict[str, Any]) -> dict[str, int]:
    flags: dict[str, int] = dict.fromkeys(cues, Flag.CUE)
    for group, entries in (("words", _WORDS), ("unnamed", _UNNAMED)):
        for key, flag in entries.items():
            for word in table[group].get(key, "").split():
                flags[word] = flags.get(word, 0) | flag
    for word in table["outlets"]["nouns"].split():
        flags[word] = flags.get(word, 0) | Flag.OUTLET
    return flags


@cache
def lexicon(lang: str) -> Lexicon:
    """Return the tables of a language.

    >>> lexicon("en").cues["insisted"][0].attitude
    'assertion'

    Raises:
        LookupError: for a language that has no table.
    """
    import tomllib  # noqa: PLC0415  # nothing may be drafted
    from importlib.resources import files  # noqa: PLC0415

    tag = lang.split("-", maxsplit=1)[0].lower()
    if tag not in LANGUAGES:
        names = ", ".join(LANGUAGES)
        message = f"there are no tables for language {lang!r}. Use one of: {names}."
        raise LookupError(message)
    file = files("claimtrack.extract").joinpath(f"{tag}.toml")
    table = tomllib.loads(file.read_text("utf-8"))
    cues = _read_cues(table)
    phrases: list[tuple[tuple[str, ...], Cue]] = []
    for group in table.get("phrases", ()):
        cue = Cue(group["attitude"], frozenset(group["frames"]), "past")
        phrases += [(tuple(form.split()), cue) for form in group["forms"]]
    relays: dict[str, list[tuple[str, ...]]] = {}
    for form in sorted(table["relay"]["before"], key=lambda words: -len(words)):
        relays.setdefault(form.split()[0], []).append(tuple(form.split()))
    titles = "|".join(sorted(table["words"].get("titles", "").split(), key=len)[::-1])
    short = rf"(?:{titles})\.(?=\s)|" if titles else ""
    inner = "-‑" if tag == "en" else "-‑'’ʼ"
    times = "|".join(sorted(table["words"]["times"].split(), key=len)[::-1])
    return Lexicon(
        lang=tag,
        time=re.compile(
            rf"\s+((?:[^\W\d_]{{1,8}}\s+){{0,2}}(?:{times})\b(?:\s+\d{{1,2}}\b)?)",
            re.IGNORECASE,
        ),
        cues=cues,
        nouns={w: a for a, ws in table["nouns"].items() for w in ws.split()},
        phrases=_by_first(phrases),
        relays={word: tuple(rows) for word, rows in relays.items()},
        flags=_read_flags(table, cues),
        table=table,
        infinitives=tuple(table["words"].get("infinitives", "").split()) or ("\0",),
        long_titles=frozenset(table["outlets"].get("titles", ())),
        cites=frozenset(table["relay"]["cites"]),
        officials=_officials(table),
        has_cases="cases" in table,
        amid=frozenset(
            word
            for key in ("between", "owners")
            for word in table["relay"].get(key, "").split()
        ),
        said=frozenset(
            form
            for form, readings in cues.items()
            for cue in readings
            if cue.column == "past" and "trailing" in cue.frames
        ),
        triggers=frozenset(
            [
                *cues,
                *(w for ws in table["nouns"].values() for w in ws.split()),
                *(max(row, key=len) for row, _ in phrases),
                *(max(row, key=len) for rows in relays.values() for row in rows),
            ]
        ),
        token=re.compile(
            rf"(?i:{short}(?:[^\W\d_]\.){{2,}})|\d+(?:[.,:]\d+)*(?:-[а-яёіїєґ]+)?"
            rf"|[^\W_]+(?:[{inner}][^\W_]+)*|['’][^\W\d_]+|[^\w\s]|_"
        ),
    )
