"""CT801, CT806: find out whether a dossier reveals or hints at an unnamed source."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import attrs

from claimtrack.disclosure._contacts import contacts_in
from claimtrack.disclosure._handles import has_handle
from claimtrack.disclosure._joined import Named
from claimtrack.findings import CODES, Finding, clip, quote, sort_findings
from claimtrack.records import (
    PRIVATE_IN_CONTEXT,
    Attribution,
    FrozenMapping,
    Source,
    to_id,
)
from claimtrack.view import View

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from collections.abc import Set as AbstractSet

    from claimtrack.disclosure._identities import Names
    from claimtrack.dossier import Dossier
    from claimtrack.records import Foreign

__all__ = ["check", "what_tells"]

_IDENTITY: Final = "CT801"
_NEAR: Final = "CT806"

_A_NAME: Final = "the name of an identified source that it is not affiliated with"
_ONLY_A_NAME: Final = "nothing but the name of an identified source"

_HIDDEN: Final = ("id", "note", "ext")
"""Fields of an unnamed source in which any name reveals who the source is."""

_TOLD: Final = ("description", "role")
"""Fields worded like the text: a name inside them only shows whom a source is near."""

_LONGEST: Final = 80
"""Maximum number of characters of a name that a message shows."""

_MINTED: Final = re.compile("unnamed-[0-9]+")
"""Ids that dossiers give to unnamed sources. They are not derived from anything,
even if there is an outlet called "24"."""

_REMOVE: Final = "Remove it."
_TAKE_OUT: Final = "Remove it; describe the source as the text does."
_FIXES: Final = {
    "id": "Give the source an id that is not derived from anything, such as unnamed-1.",
    "note": "Remove it: no field may say who the source is.",
    "ext": "Remove it: no field may say who the source is.",
}
"""Field → what to do, where it differs from the general advice."""


def check(dossier: Dossier | View) -> tuple[Finding, ...]:
    """Return findings where a dossier reveals an unnamed source, sorted by place.

    CT801 is reported if same-as joins the source to an identified source (a person, an
    organization, an outlet or a group); if it has ``same_as``, ``url``, ``aka`` or
    ``image``; if its id, note or ext contains the name or an alias of an identified
    source that it is not affiliated with; if its description or role is such a name,
    alone or with a title; and if any of its texts contains an e-mail address, a
    telephone number or a handle.

    CT806 is reported if its description or role names a person that it is not
    affiliated with, as in "people close to Donald Trump". It shows the name, except for
    a source on deep background. Names of organizations, outlets and groups are allowed
    there: "a White House official" is a description.

    Names are searched for as whole words, ignoring case and accents. Sources that
    same-as joins to an affiliation count as affiliations too.

    CT801 shows no value: neither what was found nor whose it is. If the id reveals the
    source, no finding names the record or a person; its place shows which record it is.

    Linear in the dossier, its names and its texts.

    Args:
        dossier: the dossier, or its view.

    >>> from claimtrack.dossier import Dossier
    >>> d = Dossier()
    >>> trump = d.person("Donald Trump", aka=["Trump"])
    >>> aide = d.unnamed("a Trump aide")
    >>> [(finding.code, finding.field) for finding in check(d)]
    [('CT806', 'source.description')]
    >>> from attrs import evolve
    >>> changed = d.replace(evolve(aide, affiliations=[trump]))
    >>> check(d)
    ()

    Source: the principle that a dossier is not a vault; see SECURITY.md.
    """
    view = dossier if isinstance(dossier, View) else View.of(dossier)
    sources = view.sources
    unnamed = [each for each in sources.all if each.kind == "unnamed"]
    if not unnamed:
        return ()
    named = Named.of(sources)
    names = named.names()
    places = {key: f"/records/{index}" for index, key in enumerate(view.records)}
    faults: list[tuple[str, _Fault]] = []
    for source in unnamed:
        own = {named.classes.least_of(each) for each in source.affiliations}
        place = places[source.id]
        faults += [(source.id, each) for each in _faults_of(source, place, names, own)]
    for relation, key in named.naming:
        end = "subject" if relation.subject == key else "object"
        message = "same-as joins an unnamed source to an identified one"
        place = places[to_id(relation)]
        faults.append((key, _Fault(f"relation.{end}", place, message, _REMOVE)))
    # If an id reveals the source, a finding that named the record would too.
    telling = {key for key, each in faults if each.field == "source.id"}
    nearby = [
        (source.id, field, people)
        for source in unnamed
        for own in [{named.classes.least_of(each) for each in source.affiliations}]
        for field in _TOLD
        if (people := named.people_in(getattr(source, field), names, own))
    ]
    silent = telling | _on_deep_background(view) if nearby else telling
    for key, field, people in nearby:
        fault = _nearness(field, places[key], () if key in silent else people)
        faults.append((key, fault))
    return sort_findings(
        [each.finding(None if key in telling else key) for key, each in faults]
    )


def _on_deep_background(view: View) -> set[str]:
    """Return the sources that spoke on deep background in any chain."""
    return {
        each
        for attribution in view.all(Attribution)
        for link in attribution.chain
        if link.ground_rules == "deep-background" and link.source is not None
        for each in view.sources.members_of(link.source)
    }


@attrs.frozen
class _Fault:
    """A finding in the making: everything but the record that it names.

    Attributes:
        field: the field it is about ("source.role").
        place: JSON Pointer to the record with this field.
        message: what is wrong.
        fix: what to do; the code's own advice if empty.
        code: code of the finding.
    """

    field: str
    place: str
    message: str
    fix: str = ""
    code: str = _IDENTITY

    def finding(self, record: str | None) -> Finding:
        """Return the finding, with the record that it names."""
        steps = self.field.split(".")[1:]
        return Finding.of(
            self.code,
            self.message,
            fix=self.fix,
            record=None if record is None else clip(record),
            pointer="/".join([self.place, *steps]),
            field=self.field,
            rule=CODES[self.code].name,
        )


def _nearness(field: str, place: str, names: tuple[str, ...]) -> _Fault:
    """Return the fault of a field that names people, with the names if allowed."""
    listed = " and ".join(quote(each, _LONGEST) for each in names)
    whom = listed or "a person"
    message = f"the {field} of an unnamed source names {whom}, outside its affiliations"
    return _Fault(f"source.{field}", place, message, code=_NEAR)


def _faults_of(
    source: Source, place: str, names: Names, own: AbstractSet[str]
) -> Iterator[_Fault]:
    """Yield a fault for each field that reveals an unnamed source.

    Args:
        source: the source.
        place: JSON Pointer to it.
        names: the names of the identified sources.
        own: the sources whose names are allowed.
    """
    for field in sorted(PRIVATE_IN_CONTEXT["unnamed"]):
        if getattr(source, field):
            message = f"an unnamed source has {field}, which can say who it is"
            yield _Fault(f"source.{field}", place, message, _REMOVE)
    for field, held in _texts_of(source).items():
        said = _ways_to_reach(held)
        if field in _HIDDEN and any(names.are_in(each, own) for each in held):
            said.insert(0, _A_NAME)
        if field in _TOLD and any(names.is_one(each, own) for each in held):
            said.insert(0, _ONLY_A_NAME)
        if said:
            message = f"the {field} of an unnamed source contains {' and '.join(said)}"
            fix = _FIXES.get(field, _TAKE_OUT)
            yield _Fault(f"source.{field}", place, message, fix)


def _texts_of(source: Source) -> dict[str, list[str]]:
    """Return the free texts of an unnamed source, by field."""
    given = {field: getattr(source, field) for field in (*_HIDDEN[:2], *_TOLD)}
    if _MINTED.fullmatch(source.id):
        del given["id"]
    if source.anonymity is not None:
        given["anonymity.reason"] = source.anonymity.reason
    texts = {field: [text] for field, text in given.items() if text}
    return {**texts, "ext": list(_texts_in(source.ext))}


def what_tells(texts: Iterable[str], names: Names, own: AbstractSet[str]) -> str:
    """Return, in words, what in texts reveals somebody; empty for nothing."""
    held = list(texts)
    named = [_A_NAME] if any(names.are_in(each, own) for each in held) else []
    return " and ".join([*named, *_ways_to_reach(held)])


def _ways_to_reach(texts: list[str]) -> list[str]:
    """Return the kinds of contacts in texts."""
    found = list(dict.fromkeys(what for each in texts for what in contacts_in(each)))
    return [*found, "a handle"] if any(map(has_handle, texts)) else found


def _texts_in(foreign: FrozenMapping) -> Iterator[str]:
    """Yield the texts of foreign data, each after its key."""
    todo: list[tuple[str, Foreign]] = list(foreign.items())
    while todo:
        key, value = todo.pop()
        if isinstance(value, FrozenMapping):
            todo.extend(value.items())
        elif isinstance(value, tuple):
            todo.extend((key, each) for each in value)
        is_text = isinstance(value, (str, int)) and not isinstance(value, bool)
        yield f"{key}: {value}" if is_text else key
