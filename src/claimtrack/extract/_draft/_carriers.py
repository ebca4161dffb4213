"""Nesting of mentions, and the outlets that carry statements."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

import attrs

from claimtrack.extract._article import pieces
from claimtrack.extract._source_names import find_outlet, is_outlet_noun

if TYPE_CHECKING:
    from claimtrack.extract._article import Article
    from claimtrack.extract._grammar._paragraphs import Layout
    from claimtrack.extract._lexicon import Lexicon
    from claimtrack.extract._mention import Mention

__all__ = ["Carrier", "carrier_at", "find_carriers", "nest", "outlet_of"]

_CARRYING = frozenset({"assertion", "belief", "knowledge"})


@attrs.frozen
class Carrier:
    """An outlet that is responsible for a stretch of the article.

    Attributes:
        phrase: the words that name it.
        start: start of the stretch.
        end: end of the stretch.
        basis: carried-over inside a paragraph, inherited beyond it.
    """

    phrase: str
    start: int
    end: int
    basis: str


def nest(found: list[Mention], text: str, words: Lexicon) -> list[int | None]:
    """Return, for each mention, the innermost mention whose content contains its cue.

    Nothing nests in what is only wanted or planned. Linear except for sorting: contents
    are kept on a stack in text order.
    """
    size = [sum(end - start for start, end in pieces(m.content)) for m in found]
    events: list[tuple[int, int, int]] = []
    for i, mention in enumerate(found):
        if mention.attitude in _CARRYING:
            events += [(start, end, i) for start, end in pieces(mention.content)]
    events.sort(key=lambda event: (event[0], -event[1], event[2]))
    order = sorted(range(len(found)), key=lambda i: _place(found[i]))
    parents: list[int | None] = [None] * len(found)
    stack: list[tuple[int, int, int]] = []
    at = 0
    for i in order:
        place = _place(found[i])
        while at < len(events) and events[at][0] <= place:
            stack.append(events[at])
            at += 1
        stack = [event for event in stack if event[1] > place][-_DEEPEST:]
        holding = [
            event[2] for event in stack if event[2] != i and found[event[2]] != found[i]
        ]
        if holding:
            parents[i] = min(
                holding, key=lambda j: (size[j], found[j].rule != "relay", -j)
            )
    _join_relays(found, parents, text, words)
    return _without_circles(parents)


_DEEPEST = 50


def _place(mention: Mention) -> int:
    return pieces(mention.cue or mention.content)[0][0]


def _join_relays(
    found: list[Mention], parents: list[int | None], text: str, words: Lexicon
) -> None:
    """Join a relay to the verb with which it shares a content.

    In "X writes with reference to Y", X is responsible, and cites Y; in "X said,
    according to Y", it is Y who says so.
    """
    by_content: dict[object, int] = {}
    for i, mention in enumerate(found):
        if mention.rule != "relay":
            by_content.setdefault((mention.content, parents[i]), i)
    for i, mention in enumerate(found):
        outer = by_content.get((mention.content, parents[i]))
        if mention.rule != "relay" or outer is None or outer == i:
            continue
        if _cites(found[outer], mention, text, words):
            parents[i] = outer
        else:
            parents[outer] = i


def _cites(verb: Mention, relay: Mention, text: str, words: Lexicon) -> bool:
    """Return whether a verb's speaker cites a relay's source, or is cited by it."""
    cues = [text[start:end].lower() for start, end in pieces(relay.cue)]
    if not words.cites.isdisjoint(cues):
        return True
    speaker, other = (
        any(find_outlet(text[start:end], words) for start, end in pieces(each.source))
        for each in (verb, relay)
    )
    return speaker and not other


def _without_circles(parents: list[int | None]) -> list[int | None]:
    """Return the parents, without any that is inside its own child."""
    done: set[int] = set()
    for i in range(len(parents)):
        path: list[int] = []
        here: int | None = i
        while here is not None and here not in done:
            if here in path:
                parents[path[-1]] = None
                break
            path.append(here)
            here = parents[here]
        done.update(path)
    return parents


def find_carriers(
    article: Article,
    layout: Layout,
    found: list[Mention],
    parents: list[int | None],
    words: Lexicon,
) -> list[Carrier]:
    """Return which outlet carries which stretch of the text.

    An outlet named in the headline or the first paragraphs carries the article up to a
    subheading that resets it ("Background"); one that speaks later carries the rest of
    its paragraph.
    """
    text = article.text
    reset = {head.lower() for head in str(words.table["sections"]["reset"]).split("|")}
    stops = [a for a, b in layout.heads if text[a:b].strip(" :.").lower() in reset]
    body = [p for p in layout.paragraphs if p not in (layout.headline, layout.dateline)]
    early = body[min(1, len(body) - 1)][1] if body else 0
    publisher = (article.publisher or "").lower()
    starts = [p[0] for p in layout.paragraphs]
    carriers: list[Carrier] = []
    for i, mention in enumerate(found):
        phrase = outlet_of(article, mention, words)
        if (
            phrase is None
            or phrase.lower() == publisher
            or is_outlet_noun(phrase, words)
        ):
            continue
        outer = parents[i]
        if outer is not None and mention.rule != "relay":
            continue
        place = _place(mention)
        if place < early:
            if any(carrier.basis == "inherited" for carrier in carriers):
                continue
            stop = next((s for s in stops if s > place), len(text))
            carriers.append(Carrier(phrase, 0, stop, "inherited"))
        else:
            paragraph = layout.paragraphs[bisect_right(starts, place) - 1]
            carriers.append(
                Carrier(
                    phrase, pieces(mention.content)[-1][1], paragraph[1], "carried-over"
                )
            )
    return sorted(carriers, key=lambda carrier: (carrier.start, carrier.end))


def outlet_of(article: Article, mention: Mention, words: Lexicon) -> str | None:
    """Return the outlet that speaks in a mention, or to which somebody spoke."""
    for span in (mention.source, mention.addressee):
        for start, end in pieces(span):
            phrase = article.text[start:end]
            if find_outlet(phrase, words):
                return phrase
    return None


def carrier_at(carriers: list[Carrier], place: int) -> Carrier | None:
    """Return the carrier of a place: the closest before it."""
    at = bisect_right(carriers, place, key=lambda carrier: carrier.start)
    for carrier in reversed(carriers[max(0, at - _NEAR) : at]):
        if place < carrier.end:
            return carrier
    first = carriers[0] if carriers else None
    is_there = first is not None and first.start <= place < first.end
    return first if is_there else None


_NEAR = 8
