"""CT801: whether a dossier says who an unnamed source is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import attrs

from claimtrack.disclosure._contacts import contacts_in
from claimtrack.disclosure._joined import Named
from claimtrack.disclosure._naming import Names
from claimtrack.findings import CODES, Finding, clip, sort_findings
from claimtrack.records import PRIVATE_IN_CONTEXT, FrozenMapping, Source, to_id
from claimtrack.view import IDENTIFIED, View, group_pairs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from collections.abc import Set as AbstractSet

    from claimtrack.dossier import Dossier
    from claimtrack.records import Foreign
    from claimtrack.view import Sources

__all__ = ["check", "names_of", "what_tells"]

_CODE: Final = "CT801"

_A_NAME: Final = "the name of an identified source that it is not affiliated with"

_TEXTS: Final = ("id", "description", "role", "note")
"""Fields of an unnamed source that people write; `ext` is looked through as well."""

_MINTED: Final = re.compile("unnamed-[0-9]+")
"""Ids that dossiers give to unnamed sources. They derive from nothing, even where there
is an outlet called "24"."""

_REMOVE: Final = "Remove it."
_TAKE_OUT: Final = (
    "Take it out, or where the text says so add whom it names to the affiliations."
)
_FIXES: Final = {
    "id": "Give the source an id that derives from nothing, such as unnamed-1.",
    "note": "Take it out: who it is stands in no field.",
    "ext": "Take it out: who it is stands in no field.",
}
"""Field → what to do, where it differs from the rest."""


def check(dossier: Dossier) -> tuple[Finding, ...]:
    """Return where a dossier says who an unnamed source is (CT801), sorted by place.

    That is where same-as joins it to an identified source (a person, an organization,
    an outlet or a group); where it has ``same_as``, ``url``, ``aka`` or ``image``; and
    where its id, description, role, note or ext holds an e-mail address, a telephone
    number, or the name or an alias of an identified source. Names are looked for as
    whole words, whatever the case and the accents. Those of its affiliations may stand
    there, and so may those of what same-as joins to these.

    No finding shows a value: neither what was found nor whose it is. Where the id gives
    the source away, the finding does not name the record either, and its place says
    which it is.

    Linear in the dossier, its names and its texts.

    >>> from claimtrack.dossier import Dossier
    >>> d = Dossier()
    >>> trump = d.person("Donald Trump", aka=["Trump"])
    >>> aide = d.unnamed("a Trump aide")
    >>> [finding.field for finding in check(d)]
    ['source.description']
    >>> from attrs import evolve
    >>> changed = d.replace(evolve(aide, affiliations=[trump]))
    >>> check(d)
    ()

    Source: the principle that a dossier is not a vault; see SECURITY.md.
    """
    sources = View.of(dossier).sources
    unnamed = [each for each in sources.all if each.kind == "unnamed"]
    if not unnamed:
        return ()
    named = Named.of(sources)
    class_of = named.classes.least_of
    names = names_of(sources, class_of)
    places = {key: f"/records/{index}" for index, key in enumerate(dossier)}
    faults: list[tuple[str, _Fault]] = []
    for source in unnamed:
        own = {class_of(each) for each in source.affiliations}
        found = _faults_of(source, places[source.id], names, own)
        faults += [(source.id, each) for each in found]
    for relation, key in named.naming:
        end = "subject" if relation.subject == key else "object"
        message = "same-as joins an unnamed source to an identified one"
        place = places[to_id(relation)]
        faults.append((key, _Fault(f"relation.{end}", place, message, _REMOVE)))
    # Where an id says who it is, a finding that named the record would tell.
    telling = {key for key, each in faults if each.field == "source.id"}
    return sort_findings(
        [each.finding(None if key in telling else key) for key, each in faults]
    )


@attrs.frozen
class _Fault:
    """A finding in the making: everything but the record that it names.

    Attributes:
        field: which field it is about ("source.role").
        place: JSON Pointer to the record with this field.
        message: what is wrong.
        fix: what to do.
    """

    field: str
    place: str
    message: str
    fix: str

    def finding(self, record: str | None) -> Finding:
        """Return the finding that this is."""
        return Finding.of(
            _CODE,
            self.message,
            fix=self.fix,
            record=None if record is None else clip(record),
            pointer=f"{self.place}/{self.field.partition('.')[2]}",
            field=self.field,
            rule=CODES[_CODE].name,
        )


def _faults_of(
    source: Source, place: str, names: Names, own: AbstractSet[str]
) -> Iterator[_Fault]:
    """Yield a fault for each field that says who an unnamed source is.

    Args:
        source: the source.
        place: JSON Pointer to it.
        names: those of the identified sources.
        own: the sources whose names may stand there.
    """
    for field in sorted(PRIVATE_IN_CONTEXT["unnamed"]):
        if getattr(source, field):
            message = f"an unnamed source has {field}, which can say who it is"
            yield _Fault(f"source.{field}", place, message, _REMOVE)
    texts = {field: [getattr(source, field) or ""] for field in _TEXTS}
    texts["ext"] = list(_texts_in(source.ext))
    if _MINTED.fullmatch(source.id):
        del texts["id"]
    for field, held in texts.items():
        said = what_tells(held, names, own)
        if said:
            message = f"the {field} of an unnamed source holds {said}"
            yield _Fault(
                f"source.{field}", place, message, _FIXES.get(field, _TAKE_OUT)
            )


def names_of(sources: Sources, class_of: Callable[[str], str]) -> Names:
    """Return the names of identified sources, by what same-as makes one."""
    return Names.of(
        group_pairs(
            (class_of(each.id), name)
            for each in sources.all
            if each.kind in IDENTIFIED
            for name in (each.label, *(alias.text for alias in each.aka))
        )
    )


def what_tells(texts: Iterable[str], names: Names, own: AbstractSet[str]) -> str:
    """Return what of texts says who somebody is, in words; empty for nothing."""
    held = list(texts)
    named = any(names.are_in(each, own) for each in held)
    contacts = dict.fromkeys(what for each in held for what in contacts_in(each))
    return " and ".join([*([_A_NAME] if named else []), *contacts])


def _texts_in(foreign: FrozenMapping) -> Iterator[str]:
    """Yield the texts of foreign data, each after the key that it stands under."""
    todo: list[tuple[str, Foreign]] = list(foreign.items())
    while todo:
        key, value = todo.pop()
        if isinstance(value, FrozenMapping):
            todo.extend(value.items())
        elif isinstance(value, tuple):
            todo.extend((key, each) for each in value)
        is_text = isinstance(value, (str, int)) and not isinstance(value, bool)
        yield f"{key}: {value}" if is_text else key
