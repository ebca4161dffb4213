"""What grew on the way, clause by clause, with every chain held against every other."""

from __future__ import annotations

from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Final

import attrs

from claimtrack import Attribution, Claim, Document, Dossier, Link, Source
from lineage_oracle._joining import class_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["Drifted", "drifts"]

SURE: Final = {"CT": 3, "PR": 2, "PS": 1}
ATTITUDES: Final = ("desire", "intention", "belief", "assertion", "knowledge")
RULES: Final = (
    "off-record",
    "deep-background",
    "not-for-attribution",
    "background",
    "on-record",
)
IMPLIED: Final = {
    "assertion": "CT+",
    "knowledge": "CT+",
    "belief": "PR+",
    "intention": "Uu",
    "desire": "Uu",
}
PRECEDENCE: Final = (
    "person",
    "outlet",
    "organization",
    "group",
    "unnamed",
    "crowd",
    "platform",
    "unresolved",
)


@attrs.frozen
class Drifted:
    """One drift; `was` has all that may be named, a single value where there is one."""

    kind: str
    attribution: str
    link: int
    related: frozenset[str]
    was: frozenset[str]
    now: str | None


@attrs.frozen
class Voice:
    """Neighbouring links of one source."""

    source: str | None
    links: tuple[Link, ...]
    places: tuple[int, ...]
    spoke_in: frozenset[str]


class Told:
    """A dossier, read anew for each question."""

    def __init__(self, dossier: Dossier) -> None:
        """Keep it."""
        self.dossier = dossier
        # One that nobody is on record for gives a date and nothing else.
        self.all = [
            each
            for each in dossier.attributions
            if len(each.chain) > 1
            or each.chain[0].source is not None
            or each.chain[0].candidates is not None
        ]

    def same(self, kinds: tuple[str, ...], key: str, of: type) -> frozenset[str]:
        """Return the class of an id."""
        pairs = [
            (each.subject, each.object)
            for each in self.dossier.relations
            if each.kind in kinds and isinstance(self.dossier[each.subject], of)
        ]
        return class_of(key, pairs)

    def who(self, key: str | None) -> str | None:
        """Return the least id of a source."""
        return None if key is None else min(self.same(("same-as",), key, Source))

    def what(self, claim: str) -> str:
        """Return the least id of a claim's class."""
        return min(self.same(("same-as", "translation-of"), claim, Claim))

    def records(self, source: str) -> list[Source]:
        """Return all records of a source."""
        keys = self.same(("same-as",), source, Source)
        return [each for each in self.dossier.sources if each.id in keys]

    def kind(self, source: str) -> str:
        """Return the kind that counts."""
        kinds = {each.kind for each in self.records(source)}
        return next(each for each in PRECEDENCE if each in kinds)

    def original(self, paper: str) -> str:
        """Return the document that is a copy of none of its class."""
        kinds = ("copied-from", "translation-of")
        family = self.same(kinds, paper, Document)
        copies = {each.subject for each in self.dossier.relations if each.kind in kinds}
        return min(family - copies or family)

    def led_to(self, claim: str, kind: str) -> list[set[str]]:
        """Return the classes a claim leads to: by one step, by two, and so on."""
        seen, levels = {self.what(claim)}, [{self.what(claim)}]
        for _ in self.dossier.claims:
            level = {
                self.what(each.object)
                for each in self.dossier.relations
                if each.kind == kind and self.what(each.subject) in levels[-1]
            } - seen
            seen |= level
            levels.append(level)
        return levels[1:]

    def circle(self, source: str) -> set[str]:
        """Return whoever counts as a source."""
        circle = {source}
        for _ in self.dossier.sources:
            for each in self.dossier.sources:
                key = min(self.same(("same-as",), each.id, Source))
                wholes = {self.who(one) for one in each.affiliations}
                if wholes & circle:
                    circle.add(key)
                if key in circle and self.kind(key) == "group":
                    circle |= {str(self.who(member)) for member in each.members}
        return circle

    def voices(self, attribution: Attribution) -> list[Voice]:
        """Return the runs of links up to the last that is not ascribed throughout."""
        links = enumerate(attribution.chain)
        found: list[Voice] = []
        for key, placed in groupby(links, lambda e: self.who(e[1].source) or e[0]):
            run = list(placed)
            spoke = {
                link.document or (attribution.document if place == 0 else None)
                for place, link in run
            }
            found.append(
                Voice(
                    key if isinstance(key, str) else None,
                    tuple(link for _, link in run),
                    tuple(at for at, link in run if at == 0 or not is_ascribed(link)),
                    frozenset(each for each in spoke if each),
                )
            )
        while not found[-1].places:
            found.pop()
        return found

    def origins(self, voice: Voice) -> set[str]:
        """Return what speaks for itself where a chain ends with a voice."""
        if voice.source is None:
            return set()
        bases = {each.basis for each in voice.links} - {"unknown"} or {"unknown"}
        kind = self.kind(voice.source)
        found: set[str] = set()
        if kind in ("person", "organization", "group", "unnamed"):
            found |= {voice.source} if bases - {"hearsay"} else set()
        elif kind == "outlet":
            if bases & {"witnessed", "participant"}:
                found.add(voice.source)
            if "document" in bases:
                papers = {
                    self.original(paper)
                    for each in voice.links
                    if each.basis == "document"
                    for paper in each.evidence
                }
                found |= papers or {voice.source}
        return found


def is_ascribed(link: Link) -> bool:
    """Return whether somebody else tells it of the source."""
    return link.attitude != "assertion" if link.ascribed is None else link.ascribed


def own(link: Link) -> str:
    """Return the value of a link by itself."""
    return link.factuality or IMPLIED[link.attitude]


def is_surer(now: str, was: str) -> bool:
    """Return whether a value is more certain, or committed to the other polarity."""
    if {now[-1], was[-1]} == {"+", "-"}:
        return True
    return SURE.get(now[:2], 0) * (now[-1] != "u") > SURE.get(was[:2], 0) * (
        was[-1] != "u"
    )


def value(links: Iterable[Link]) -> str:
    """Return the value of links, the step into the first left aside."""
    listed = list(links)
    last = own(listed[-1])
    if all(each.stance != "denies" for each in listed[1:]):
        return last
    return "CT-" if last.endswith("u") else f"{last[:2]}-"


def step(stance: str, inner: str) -> str:
    """Return what a step makes of a value."""
    if stance == "endorses":
        return inner
    if stance == "denies":
        return inner.translate(str.maketrans("+-", "-+"))
    return "Uu"


def strongest(values: set[str], now: str) -> frozenset[str]:
    """Return the most certain of values, if possible of the polarity of another."""
    top = max(SURE.get(each[:2], 0) * (each[-1] != "u") for each in values)
    kept = {e for e in values if SURE.get(e[:2], 0) * (e[-1] != "u") == top}
    return frozenset({e for e in kept if e[-1] == now[-1]} or kept)


def drifts(dossier: Dossier) -> set[Drifted]:
    """Return everything that drifts."""
    told = Told(dossier)
    return {
        each
        for attribution in told.all
        for find in (recorded, passed_on, anonymity, headline)
        for each in find(told, attribution)
    }


def recorded(_: Told, attribution: Attribution) -> Iterator[Drifted]:
    """Yield links that are recorded as surer than what is further in."""
    *outer, last = attribution.chain
    inner, taken = own(last), last.stance
    for place in reversed(range(len(outer))):
        composed = step(taken, inner)
        inner, taken = outer[place].factuality or composed, outer[place].stance
        if is_surer(inner, composed):
            yield Drifted(
                "factuality",
                str(attribution.id),
                place,
                frozenset(),
                frozenset({composed}),
                inner,
            )


def passed_on(told: Told, a: Attribution) -> Iterator[Drifted]:
    """Yield what is passed on more strongly than in a document on the way."""
    source, last, end = told.who(a.chain.last.source), a.chain.last, len(a.chain) - 1
    seen = {a.document, None}
    for place, link in enumerate(a.chain):
        if link.document in seen or source is None:
            continue
        seen.add(link.document)
        there = [
            b
            for b in told.all
            if b.document == link.document and told.who(b.chain.last.source) == source
        ]
        same = [b for b in there if told.what(b.claim) == told.what(a.claim)]
        ids = frozenset(str(b.id) for b in same)
        if not same:
            yield from wording(told, a, there, place)
            continue
        now, values = value(a.chain[place:]), {value(b.chain) for b in same}
        if all(is_surer(now, was) for was in values):
            was = strongest(values, now)
            yield Drifted("factuality", str(a.id), end, ids, was, now)
        felt = max((b.chain.last.attitude for b in same), key=ATTITUDES.index)
        if ATTITUDES.index(last.attitude) > ATTITUDES.index(felt):
            was = frozenset[str]({felt})
            yield Drifted("attitude", str(a.id), end, ids, was, last.attitude)
        rules = max(rank(b.chain.last) for b in same)
        if rank(last) > rules:
            was = frozenset({RULES[rules]})
            rule = None if last.ground_rules == "unknown" else last.ground_rules
            yield Drifted("ground-rules", str(a.id), end, ids, was, rule)


def rank(link: Link) -> int:
    """Return how loose the rules are."""
    known = link.ground_rules if link.ground_rules != "unknown" else "on-record"
    return RULES.index(known)


def wording(
    told: Told, a: Attribution, there: list[Attribution], place: int
) -> Iterator[Drifted]:
    """Yield that a claim is stronger than those that are there."""
    for level in told.led_to(a.claim, "stronger-than"):
        weaker = [b for b in there if told.what(b.claim) in level]
        if weaker:
            ids = frozenset(str(b.id) for b in weaker)
            claims = frozenset(b.claim for b in weaker)
            yield Drifted("wording", str(a.id), place, ids, claims, a.claim)
            return


def anonymity(told: Told, a: Attribution) -> Iterator[Drifted]:
    """Yield that the unnamed people of an outlet are gone."""
    *before, last = told.voices(a)
    x = last.source
    if not before or x is None or told.kind(x) != "outlet" or a.document is None:
        return
    relied: set[tuple[str, str]] = set()
    for b in told.all:
        if told.what(b.claim) != told.what(a.claim) or b.document is None:
            continue
        spoken = told.voices(b)
        for voice, after in pairwise(spoken):
            if voice.source != x or not after.source:
                continue
            if told.kind(after.source) != "unnamed":
                continue
            if b.document == a.document:
                return
            differ = voice.spoke_in and last.spoke_in
            if not differ or voice.spoke_in & last.spoke_in:
                relied.add((str(b.id), after.source))
    if relied:
        ids = frozenset(key for key, _ in relied)
        was = frozenset(source for _, source in relied)
        yield Drifted("anonymity", str(a.id), last.places[-1], ids, was, None)


def headline(told: Told, h: Attribution) -> Iterator[Drifted]:
    """Yield what a headline has that its body has not."""
    body = [
        b for b in told.all if b.placement != "headline" and b.document == h.document
    ]
    if h.placement != "headline" or not body:
        return
    end = len(h.chain) - 1
    same = [b for b in body if told.what(b.claim) == told.what(h.claim)]
    if not same:
        yield from wording(told, h, body, end)
    now, values = value(h.chain), {value(b.chain) for b in same}
    ids = frozenset(str(b.id) for b in same)
    if values and all(is_surer(now, was) for was in values):
        yield Drifted("headline", str(h.id), end, ids, strongest(values, now), now)
    voice = told.voices(h)[-1]
    origins = told.origins(voice)
    if not origins:
        return
    covered, compared = ends(told, same), set(ids)
    for kind in ("stronger-than", "inferred-from"):
        nearest: set[str] = set()
        for level in told.led_to(h.claim, kind):
            chains = [b for b in body if told.what(b.claim) in level]
            covered |= ends(told, chains)
            nearest = nearest or {str(b.id) for b in chains}
        compared |= nearest
    if not covered & (told.circle(str(voice.source)) | origins):
        yield Drifted(
            "headline",
            str(h.id),
            voice.places[-1],
            frozenset(compared),
            frozenset(),
            voice.source,
        )


def ends(told: Told, chains: Iterable[Attribution]) -> set[str]:
    """Return the sources that end chains or may, and the documents they rest on."""
    found: set[str] = set()
    for each in chains:
        last = told.voices(each)[-1]
        found |= told.origins(last)
        if last.source is not None:
            found.add(last.source)
        guesses = last.links[-1].candidates or ()
        found |= {str(told.who(guess.source)) for guess in guesses}
    return found
