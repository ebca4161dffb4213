"""Find mentions in one sentence: verbs, nouns and phrases of saying."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from claimtrack.extract._article import pieces
from claimtrack.extract._grammar._verb_groups import verb_group
from claimtrack.extract._rules._content_left import side_by_side
from claimtrack.extract._rules._cue_match import match_at, starts_relay
from claimtrack.extract._rules._cue_nouns import by_noun
from claimtrack.extract._rules._cue_verbs import by_verb
from claimtrack.extract._rules._relay_phrases import by_relay

if TYPE_CHECKING:
    from claimtrack.extract._grammar._unit import Unit
    from claimtrack.extract._lexicon import Lexicon
    from claimtrack.extract._mention import Mention

__all__ = ["mentions_of"]


def mentions_of(unit: Unit, words: Lexicon) -> list[Mention]:
    """Return the mentions of one sentence, in order of their cues."""
    found: list[Mention] = []
    flags = unit.flags
    i = 0
    previous: tuple[int, int] | None = None
    while i < len(flags):
        relay = starts_relay(unit, i, words)
        match = None if relay else match_at(unit, i, words)
        if relay:
            mention = by_relay(unit, i, relay, words)
            i += relay
        elif match is None:
            mention = None
            found += by_noun(unit, i, words)
            i += 1
        else:
            group = verb_group(unit, match.first)
            mention = by_verb(unit, match, group, words, previous)
            if mention is None:
                found += by_noun(unit, i, words)
            else:
                previous = next(iter(pieces(mention.source)), previous)
            i = match.last + 1
        if mention is not None and mention.rule == "relay":
            mention = _on_word_of(mention, found, unit, words)
        if mention is not None and found:
            found[-1], mention = side_by_side(unit, found[-1], mention, words)
        if mention is not None:
            found.append(mention)
    return found


def _on_word_of(
    relay: Mention, found: list[Mention], unit: Unit, words: Lexicon
) -> Mention:
    """Return a relay with the content of the speaker who cites its source.

    In "X reported that CONTENT, citing Y", X cites Y for everything that X reports.
    """
    cue = slice(*pieces(relay.cue)[0])
    place, end = pieces(relay.content)[0]
    if unit.text[cue].lower() not in words.cites:
        return relay
    outer: Mention | None = None
    for each in found:
        start = pieces(each.cue or each.content)[0][0]
        is_held = outer is not None and start < pieces(outer.content)[-1][1]
        says = each.attitude == "assertion" and each.rule != "relay"
        is_behind = start < pieces(each.content)[0][0]
        if place <= start < end and is_behind and says and not is_held:
            outer = each
    return relay if outer is None else attrs.evolve(relay, content=outer.content)
