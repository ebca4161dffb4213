"""What verdicts mean in our terms: maps of publishers, of labels, and of numbers."""

from __future__ import annotations

import functools
import re
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from importlib import resources
from typing import TYPE_CHECKING, Final

import attrs

from claimtrack.records import Normalized, VerdictAxis, name_key

if TYPE_CHECKING:
    from pathlib import Path

    from claimtrack.schema import JsonValue

__all__ = ["SCHEME", "Verdict", "VerdictMaps", "band_of", "load_verdict_maps"]

SCHEME: Final = "urn:claimtrack:v1:verdicts"
"""The scheme of our own codes."""

VERACITY: Final = ("false", "mostly-false", "half-true", "mostly-true", "true")
"""The codes of the axis veracity, the worst first."""

_BOUNDS: Final = (0.0, 0.375, 0.625, 1.0)
"""Shares of a scale at which the codes of veracity change; the ends are by themselves.

The middle of five even steps is half-true."""


@attrs.frozen
class Verdict:
    """What a verdict means on an axis.

    Attributes:
        axis: veracity, completeness, authenticity or status.
        code: the term.
        method: which map found it, with its version.
        rule: what in the map decided.
    """

    axis: VerdictAxis
    code: str
    method: str
    rule: str

    def to_normalized(self) -> Normalized:
        """Return it as a record has it."""
        return Normalized(
            scheme=SCHEME,
            axis=self.axis,
            code=self.code,
            method=self.method,
            rule=self.rule[:1000],
        )

    def steps_from(self, other: Verdict) -> int:
        """Return how far two codes of veracity are apart, 0 on another axis.

        A claim that misleads is not true.
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
"""What a number that says the contrary contradicts."""


def band_of(share: float) -> str:
    """Return the code of a share of a scale, 0 being its worst and 1 its best.

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
        codes: axis and code of each thing that the label says.
        inside: whether it counts inside a longer text too, between word boundaries.
    """

    codes: tuple[tuple[VerdictAxis, str], ...]
    inside: bool = False


@attrs.frozen
class _Match:
    """A label that was found in a text.

    Attributes:
        entry: what it says.
        rule: its words.
        start: how many words are before it.
    """

    entry: Entry
    rule: str
    start: int


@attrs.frozen
class VerdictMaps:
    """What verdicts mean: by publisher, by label.

    Attributes:
        publishers: host → label → entry.
        labels: label → entry.
        contrasts: words that take something back of what is before them.
        negations: words that turn what is after them round.
        version: which state of the maps.
    """

    publishers: Mapping[str, Mapping[str, Entry]]
    labels: Mapping[str, Entry]
    contrasts: frozenset[str]
    negations: frozenset[str]
    version: str

    def of_words(self, verdict: str, host: str = "") -> tuple[Verdict, ...]:
        """Return what a verdict means, nothing where that is not sure.

        A label counts as a whole, or as what stands before the first full stop or
        colon, or inside a text between word boundaries; never by how it begins.

        Args:
            verdict: as it was published.
            host: of its publisher.

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
        """Return whether what follows a label takes nothing back of it."""
        words = tail.split()
        if not words or words[0] in self.contrasts:
            return False
        if not _speaks_for(entry):
            return True
        return not self.contrasts.intersection(words) and not self._matches(tail)

    def _inside(self, text: str, method: str) -> tuple[Verdict, ...]:
        """Return what a text says, where its words speak against the claim alone."""
        found = self._matches(text)
        words = text.split()
        if not found or any(self._is_negated(each, words) for each in found):
            return ()
        if any(_speaks_for(each.entry) for each in found):
            # It may be true, and misleads all the same.
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
        """Return the labels in a text, the longest where several share words."""
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
"""Characters of a text in which a verdict is looked for: it comes first."""

LONGEST: Final = 6
"""Words of the longest label that is looked for inside a text."""

NEAR: Final = 3
"""Words before a label among which one may turn it round."""

_MISLEADING: Final = (("completeness", "misleading"),)

_FOR: Final = frozenset(
    {"true", "mostly-true", "half-true", "correct-attribution", "original"}
)
"""Codes that say something for a claim."""


def _verdicts(entry: Entry, method: str, rule: str) -> tuple[Verdict, ...]:
    return tuple(Verdict(axis, code, method, rule) for axis, code in entry.codes)


def _speaks_for(entry: Entry) -> bool:
    return any(code in _FOR for _, code in entry.codes)


_ENDS: Final = re.compile(r"[.:;!|।。：！،]|\s[-–—]\s|,\s|，")  # noqa: RUF001

_MARKS: Final = re.compile("[\u064b-\u065f\u0670\u0640]")
"""Vowel signs and the stretching line of Arabic, which many leave out."""

_ARABIC: Final = str.maketrans(
    "\u0623\u0625\u0622\u0649\u0629", "\u0627\u0627\u0627\u064a\u0647"
)
"""Letters of Arabic that are written in two ways: alef with a sign, yeh, teh."""


@functools.lru_cache(maxsize=4096)
def label_key(text: str) -> str:
    r"""Return what a label is compared by: words in lower case, without accents.

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
    """Return a text with blanks for all that is no letter, number or vowel sign."""
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
    """Return the maps that come with claimtrack, with those of files of one's own.

    What a later file says of a label or a publisher counts.

    Args:
        more: TOML files of the same form.

    >>> load_verdict_maps().labels["falso"].codes
    (('veracity', 'false'),)

    Raises:
        OSError: where a file cannot be read.
        ValueError: where it is no TOML, or has an axis that there is not.
    """
    folder = resources.files("claimtrack.interop") / "maps"
    texts = [
        (folder / name).read_text(encoding="utf-8")
        for name in ("verdict-labels.toml", "verdict-publishers.toml")
    ]
    texts += [each.read_text(encoding="utf-8") for each in more]
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
