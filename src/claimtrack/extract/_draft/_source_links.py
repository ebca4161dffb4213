"""Build one link of a chain: its source, its words, and its attitude."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

import attrs

from claimtrack.extract._article import pieces
from claimtrack.extract._draft._carriers import carrier_at
from claimtrack.extract._draft._material import clip_span, is_subject, phrase_of
from claimtrack.extract._source_names import is_outlet_noun, is_pronoun
from claimtrack.records import Candidate, Link
from claimtrack.when import When

if TYPE_CHECKING:
    from claimtrack.extract._draft._material import Material
    from claimtrack.extract._lexicon import Lexicon
    from claimtrack.extract._mention import Mention
    from claimtrack.records import CueBasis, Factuality, Mode

__all__ = ["link_of"]

_MARKS: Final = '"“”«»„'
_SPOKEN: Final = ("bare-quote", "follow-up", "speaker")
"""Rules whose content is somebody's own words, based on layout alone."""


def link_of(
    mention: Mention, material: Material, links: tuple[Link, ...], *, nested: bool
) -> Link:
    """Return the link of a mention's source.

    Args:
        mention: the mention.
        material: the material of the draft; a new source is added to its dossier.
        links: the links of the chain so far.
        nested: whether the mention is in the content of another.
    """
    text, words = material.text, material.words
    phrase = phrase_of(mention, text)
    fields = _without_source(mention, material)
    if phrase is None:
        return attrs.evolve(fields, candidates=_unsaid(mention, material), source=None)
    place = pieces(mention.cue or mention.content)[0][0]
    carrier = carrier_at(material.carriers, place)
    if is_outlet_noun(phrase, words) and carrier:
        material.doubts.carried(place, carrier.phrase, "carried-over")
        outlet = material.register.find(carrier.phrase).id
        return attrs.evolve(fields, source=outlet, mention=phrase)
    start = pieces(mention.source)[0][0]
    if is_pronoun(phrase, words):
        chosen = material.candidates.of(phrase, start, links if nested else ())
        names = [_name_of(each, material) for each in chosen]
        material.doubts.pronoun(mention, phrase, names)
        candidates = [Candidate(source=each) for each in chosen]
        return attrs.evolve(fields, candidates=candidates, source=None, mention=phrase)
    source = material.register.find(phrase, is_subject=is_subject(mention, text, words))
    if source.kind == "unnamed" and source.count and source.count.max is None:
        material.doubts.plural(mention, phrase)
    material.candidates.add(source.id or "", start, phrase)
    is_whole = phrase in (source.name, source.description)
    return attrs.evolve(fields, source=source.id, mention=None if is_whole else phrase)


def _unsaid(mention: Mention, material: Material) -> list[Candidate]:
    """Return the possible speakers of a statement without a named one."""
    if mention.rule != "bare-quote":
        material.doubts.nobody_named(mention)
        return []
    material.doubts.speakerless(mention)
    place = pieces(mention.content)[0][0]
    return [Candidate(source=each) for each in material.candidates.speakers(place)]


def _name_of(source_id: str, material: Material) -> str:
    source = material.dossier[source_id]
    name = getattr(source, "name", None) or getattr(source, "description", None)
    return name or source_id


def _without_source(mention: Mention, material: Material) -> Link:
    """Return a link without its source: cue, basis, mode, attitude, date."""
    basis: CueBasis = "explicit"
    if mention.cue is None:
        basis = "carried-over" if mention.rule == "follow-up" else "absent"
    elif mention.rule in ("headline", "speaker"):
        basis = "punctuation"
    cue = clip_span(mention.cue, material.text)
    return Link(
        source="_",
        cue=cue,
        cue_basis=basis,
        mode=_mode(mention, material.text),
        attitude=mention.attitude,
        negated=mention.negated,
        factuality=_factuality(cue, material.words),
        at=_said_at(mention, material),
    )


def _factuality(cue: str | None, words: Lexicon) -> Factuality | None:
    if cue is None:
        return None
    tokens = cue.lower().split()
    for value, forms in words.table.get("factuality", {}).items():
        if any(word in str(forms).split() for word in tokens):
            return cast("Factuality", value)
    return None


def _said_at(mention: Mention, material: Material) -> When | None:
    """Return the words of time directly after the cue: "reported in April"."""
    if mention.cue is None:
        return None
    end = pieces(mention.cue)[-1][1]
    match = material.words.time.match(material.text, end)
    if match is None:
        return None
    return When(text=match[1], relative_to=material.document)


def _mode(mention: Mention, text: str) -> Mode | None:
    texts = [text[start:end].strip() for start, end in pieces(mention.content)]
    if mention.rule in _SPOKEN:
        return "direct"
    if all(t[:1] in _MARKS and t.rstrip(" .,!?")[-1:] in _MARKS for t in texts):
        return "direct"
    return "mixed" if any(mark in t for t in texts for mark in _MARKS) else "indirect"
