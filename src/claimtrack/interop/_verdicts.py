"""Translate verdicts with maps for publishers, labels and numbers."""

from __future__ import annotations

import functools
import re
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from importlib import resources
from typing import TYPE_CHECKING, Final

import attrs

from claimtrack._file_names import read_file
from claimtrack.records import Normalized, VerdictAxis, name_key

if TYPE_CHECKING:
    from pathlib import Path

    from claimtrack.schema import JsonValue

__all__ = ["SCHEME", "Verdict", "VerdictMaps", "band_of", "load_verdict_maps"]

SCHEME: Final = "urn:claimtrack:v1:verdicts"
"""The scheme of claimtrack's own codes."""

VERACITY: Final = ("false", "mostly-false", "half-true", "mostly-true", "true")
"""Codes of the axis veracity, the worst first."""

_BOUNDS: Final = (0.0, 0.375, 0.625, 1.0)
"""Fractions of a scale at which the veracity code changes; both ends have their own.

The middle of five even steps is half-true.
"""


@attrs.frozen
class Verdict:
    """The meaning of a verdict on one axis.

    Attributes:
        axis: veracity, completeness, authenticity or status.
        code: the term.
        method: the map that gave it, with its version.
        rule: the entry of the map that decided.
    """

    axis: VerdictAxis
    code: str
    method: str
    rule: str

    def to_normalized(self) -> Normalized:
        """Return it in the form that a record has."""
        return Normalized(
            scheme=SCHEME,
            axis=self.axis,
            code=self.code,
            method=self.method,
            rule=self.rule[:1000],
        )

    def steps_from(self, other: Verdict) -> int:
        """Return the distance between two veracity codes; 0 for other axes.

        A misleading claim does not count as true.
        """
        mine = _AS_VERACITY.get(self.code, self.code)
        if mine not in VERACITY or other.code not in VERACITY:
            return 0
        return abs(VERACITY.index(mine) - VERACITY.index(other.code))


_AS_VERACITY: Final = {
    "misleading": "mostly-false",
    "altered": "false",
    "miscaptioned": "false",
}
"""Code → the veracity code it counts as in a comparison with a number."""


def band_of(share: float) -> str:
    """Return the code for a fraction of a scale, where 0 is worst and 1 is best.

    >>> band_of(0), band_of(0.25), band_of(0.5), band_of(1)
    ('false', 'mostly-false', 'half-true', 'true')
    """
    if share <= _BOUNDS[0]:
        return VERACITY[0]
    if share >= _BOUNDS[-1]:
        return VERACITY[-1]
    return VERACITY[1 + sum(share >= bound for bound in _BOUNDS[1:-1])]


@attrs.frozen
class Entry:
    """One line of a map.

    Attributes:
        codes: axis and code of each meaning of the label.
        inside: whether it also counts inside a longer text, between word boundaries.
    """

    codes: tuple[tuple[VerdictAxis, str], ...]
    inside: bool = False


@attrs.frozen
class _Match:
    """A label found in a text.

    Attributes:
        entry: its meaning.
        rule: its words.
        start: number of words before it.
    """

    entry: Entry
    rule: str
    start: int


@attrs.frozen
class VerdictMaps:
    """Meanings of verdicts by publisher and by label.

    Attributes:
        publishers: host → label → entry.
        labels: label → entry.
        contrasts: words that take back part of what comes before them.
        negations: words that reverse what comes after them.
        version: version of the maps.
    """

    publishers: Mapping[str, Mapping[str, Entry]]
    labels: Mapping[str, Entry]
    contrasts: frozenset[str]
    negations: frozenset[str]
    version: str

    def of_words(self, verdict: str, host: str = "") -> tuple[Verdict, ...]:
        """Return the meaning of a verdict; empty if it is not certain.

        A label counts as a whole, as the text before the first full stop or colon, or
        inside a text between word boundaries. The beginning of a label never counts.

        Args:
            verdict: the verdict as published.
            host: host of its publisher.

        >>> maps = load_verdict_maps()
        >>> [each.code for each in maps.of_words("FALSO: la foto es de 2019")]
        ['false']
        >>> [each.code for each in maps.of_words("True but misleading")]
        ['misleading']
        """
        label = label_key(verdict)
        entry = self.publishers.get(host, {}).get(label)
        if entry is not None:
            return _verdicts(entry, f"publisher map {self.version}", label)
        method = f"label map {self.version}"
        entry = self.labels.get(label)
        if entry is not None:
            return _verdicts(entry, method, label)
        head, tail = _split(verdict)
        entry = self.labels.get(head)
        if entry is not None and self._stays(entry, tail):
            return _verdicts(entry, method, head)
        return self._inside(label[:MOST], method)

    def _stays(self, entry: Entry, tail: str) -> bool:
        """Return whether the text after a label takes back nothing of it."""
        words = tail.split()
        if not words or words[0] in self.contrasts:
            return False
        if not _speaks_for(entry):
            return True
        return not self.contrasts.intersection(words) and not self._matches(tail)

    def _inside(self, text: str, method: str) -> tuple[Verdict, ...]:
        """Return the meaning of a text if its labels only speak against the claim."""
        found = self._matches(text)
        words = text.split()
        if not found or any(self._is_negated(each, words) for each in found):
            return ()
        if any(_speaks_for(each.entry) for each in found):
            # It may be accurate and misleading all the same.
            found = [each for each in found if each.entry.codes == _MISLEADING]
        elif self.contrasts.intersection(words[: found[-1].start]):
            return ()
        verdicts: dict[tuple[str, str], Verdict] = {}
        for each in found:
            if each.entry.inside:
                for one in _verdicts(each.entry, method, each.rule):
                    verdicts.setdefault((one.axis, one.code), one)
        axes = [axis for axis, _ in verdicts]
        return tuple(verdicts.values()) if len(set(axes)) == len(axes) else ()

    def _is_negated(self, match: _Match, words: list[str]) -> bool:
        before = words[max(0, match.start - NEAR) : match.start]
        return bool(self.negations.intersection(before))

    def _matches(self, text: str) -> list[_Match]:
        """Return the labels in a text, the longest if several share words."""
        words = text.split()
        found: list[_Match] = []
        start = 0
        while start < len(words):
            for length in range(min(LONGEST, len(words) - start), 0, -1):
                rule = " ".join(words[start : start + length])
                entry = self.labels.get(rule)
                if entry is not None:
                    found.append(_Match(entry, rule, start))
                    start += length
                    break
            else:
                start += 1
        return found


MOST: Final = 240
"""Characters of a text that are searched for a verdict, which comes first."""

LONGEST: Final = 6
"""Words of the longest label that is searched for inside a text."""

NEAR: Final = 3
"""Number of words before a label in which a negation is searched for."""

_MISLEADING: Final = (("completeness", "misleading"),)

_FOR: Final = frozenset(
    {"true", "mostly-true", "half-true", "correct-attribution", "original"}
)
"""Codes that speak for a claim."""


def _verdicts(entry: Entry, method: str, rule: str) -> tuple[Verdict, ...]:
    return tuple(Verdict(axis, code, method, rule) for axis, code in entry.codes)


def _speaks_for(entry: Entry) -> bool:
    return any(code in _FOR for _, code in entry.codes)


_ENDS: Final = re.compile(r"[.:;!|।。：！،]|\s[-–—]\s|,\s|，")  # noqa: RUF001

_MARKS: Final = re.compile("[\u064b-\u065f\u0670\u0640]")
"""Arabic vowel signs and the elongation mark, which many writers leave out."""

_ARABIC: Final = str.maketrans(
    "\u0623\u0625\u0622\u0649\u0629", "\u0627\u0627\u0627\u064a\u0647"
)
"""Arabic letters with two spellings: alef with a sign, yeh, teh."""


@functools.lru_cache(maxsize=4096)
def label_key(text: str) -> str:
    r"""Return the comparison form of a label: lower-case words without accents.

    >>> label_key(" Não_é bem assim!"), label_key("FALSE.\r")
    ('nao e bem assim', 'false')
    """
    plain = _MARKS.sub("", name_key(text)).translate(_ARABIC)
    spread = unicodedata.normalize("NFD", plain)
    # Latin, Greek and Cyrillic accents; elsewhere a mark may be a vowel.
    bare = re.sub("[\u0300-\u036f]", "", spread)
    composed = unicodedata.normalize("NFC", bare)
    return " ".join(_spaced(composed).split())


def _spaced(text: str) -> str:
    """Return a text with blanks for everything but letters, digits and vowel signs."""
    return "".join(
        c if c.isalnum() or unicodedata.category(c) in ("Mn", "Mc") or c == "'" else " "
        for c in text
    )


def _split(verdict: str) -> tuple[str, str]:
    """Return the label before the first full stop or colon, and the rest."""
    parts = _ENDS.split(verdict.strip(), maxsplit=1)
    tail = parts[1] if len(parts) > 1 else ""
    return label_key(parts[0]), label_key(tail)


@functools.cache
def load_verdict_maps(*more: Path) -> VerdictMaps:
    """Return the maps that come with claimtrack, extended by your own files.

    A later file overrides earlier ones for a label or a publisher.

    Args:
        more: TOML files of the same form.

    >>> load_verdict_maps().labels["falso"].codes
    (('veracity', 'false'),)

    Raises:
        OSError: when a file cannot be read.
        ValueError: if a file is not valid TOML, or has an unknown axis.
    """
    folder = resources.files("claimtrack.interop") / "maps"
    texts = [
        (folder / name).read_text(encoding="utf-8")
        for name in ("verdict-labels.toml", "verdict-publishers.toml")
    ]
    texts += [read_file(each).decode() for each in more]
    publishers: dict[str, dict[str, Entry]] = {}
    labels: dict[str, Entry] = {}
    contrasts: set[str] = set()
    negations: set[str] = set()
    versions: list[str] = []
    for text in texts:
        data = tomllib.loads(text)
        versions.append(str(data.get("version", "?")))
        contrasts.update(label_key(each) for each in data.get("contrasts", ()))
        negations.update(label_key(each) for each in data.get("negations", ()))
        labels.update(_entries(data.get("labels", {})))
        for host, table in data.get("publishers", {}).items():
            publishers.setdefault(host, {}).update(_entries(table))
    return VerdictMaps(
        publishers,
        labels,
        frozenset(contrasts),
        frozenset(negations),
        "+".join(versions),
    )


def _entries(table: JsonValue) -> Iterable[tuple[str, Entry]]:
    """Yield label and entry of every line of a table."""
    for name, line in table.items():
        codes = tuple(_code(each) for each in name.split("+")) if name else ()
        for each in line:
            inside = bool(each.get("inside", False))
            for words in each["words"]:
                yield label_key(words), Entry(codes, inside)


def _code(name: str) -> tuple[VerdictAxis, str]:
    axis, _, code = name.strip().partition(":")
    normalized = Normalized(scheme=SCHEME, axis=axis, code=code)  # type: ignore[arg-type]
    return normalized.axis, normalized.code
