"""Find who publishes a review, who wrote it, and who made the claim."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, cast

import attrs

from claimtrack.findings import quote
from claimtrack.interop._addresses import canonical_url, host_of, mend_address
from claimtrack.interop._claimants import kind_of
from claimtrack.interop._shelf import fits, foreign_id
from claimtrack.records import Alias, Source, SourceKind, name_key, words
from claimtrack.schema import is_array, is_object

if TYPE_CHECKING:
    from claimtrack.interop._filler import Reading
    from claimtrack.interop._leaves import Node

__all__ = [
    "KIND_TERMS",
    "Staff",
    "find_host",
    "is_staff",
    "read_claimants",
    "read_staff",
    "types_of",
]

_PAGES: Final = ("url", "@id", "sameAs")
"""Keys that may give the address of a publisher."""

KIND_TERMS: Final[dict[str, str]] = {
    kind: f"urn:claimtrack:v1:{kind}"
    for kind in words(SourceKind)
    # Its id would then depend on what the document says.
    if kind != "unnamed"
}
"""Kind of source → its `additionalType`, if that is a term of claimtrack."""

_KINDS: Final[dict[str, SourceKind]] = {
    term: cast("SourceKind", kind) for kind, term in KIND_TERMS.items()
}

_BODIES: Final = ("affiliation", "worksFor", "memberOf", "parentOrganization")


@attrs.frozen
class Staff:
    """The people and organizations that judge, publish and write a review.

    Attributes:
        by: id of the source that judges; None if nobody is named.
        publisher: id of the source that published the review.
        authors: ids of those who wrote it.
        host: the host of the publisher, or its name.
        names: normalized names of all of them.
        slugs: normalized last path segments of all their addresses.
    """

    by: str | None
    publisher: str | None
    authors: tuple[str, ...]
    host: str
    names: frozenset[str]
    slugs: frozenset[str]


def types_of(node: Node) -> tuple[str, ...]:
    """Return the types of an object by their names alone.

    >>> from claimtrack.interop._leaves import Node
    >>> types_of(Node({"@type": ["schema:Person", " Thing"]}))
    ('Person', 'Thing')
    """
    given = node.value.get("@type") if is_object(node.value) else None
    listed = given if is_array(given) else [given]
    return tuple(
        re.split(r"[/#:]", each.strip())[-1] for each in listed if isinstance(each, str)
    )


def read_staff(reading: Reading, review: Node) -> Staff:
    """Return the staff of a review, from its author and its publisher."""
    listed = {
        role: list(reading.objects(review.child(role)))
        for role in ("publisher", "author", "creator")
    }
    host = find_host(review)
    bodies: list[str] = []
    people: list[str] = []
    for role, nodes in listed.items():
        for node in nodes:
            is_person = role != "publisher" and _is_person(node, listed["publisher"])
            kind = _kind_of_staff(node) if is_person else "outlet"
            key = _source(reading, node, host, role="checker", kind=kind)
            if key is not None:
                (people if is_person else bodies).append(key)
    authors = [
        each
        for each in (*listed["author"], *listed["creator"])
        if not _is_person(each, listed["publisher"])
    ]
    by = _first_body(reading, authors, bodies) or next(iter([*bodies, *people]), None)
    names = {name_key(str(_name(each))) for v in listed.values() for each in v}
    return Staff(
        by=by,
        publisher=next(iter(bodies), None),
        authors=tuple(dict.fromkeys(people)),
        host=host,
        names=frozenset(names - {""}),
        slugs=frozenset(_slugs(listed)),
    )


def _is_person(node: Node, publishers: list[Node]) -> bool:
    """Return whether an author is a person: by type, or because of a publisher."""
    types = types_of(node)
    if types:
        return "Person" in types
    names = {name_key(str(_name(each))) for each in publishers}
    return bool(publishers) and name_key(str(_name(node))) not in names


def _kind_of_staff(node: Node) -> SourceKind:
    """Return person, or unresolved if a text joins several."""
    name = _name(node) or ""
    is_joint = not host_of(name) and kind_of(name) == "unresolved" and "," in name
    return "unresolved" if is_joint else "person"


def _first_body(reading: Reading, authors: list[Node], bodies: list[str]) -> str | None:
    """Return the first organization among the authors: it judges, whoever publishes."""
    named = {name_key(str(_name(each))) for each in authors}
    shelf = reading.shelf
    wanted = (key for key in bodies if name_key(shelf.field(key, "name")) in named)
    return next(wanted, None)


def find_host(review: Node) -> str:
    """Return the host of a review's publisher, or its name."""
    roles = ("publisher", "author")
    nodes = [each for role in roles for each in review.child(role).items()]
    for node in nodes:
        pages = [node.child(each).value for each in ("site", *_PAGES)]
        if isinstance(node.value, str):
            pages = [node.value]
        for page in pages:
            if isinstance(page, str) and host_of(mend_address(page)):
                return host_of(mend_address(page))
    url = review.child("url").value
    host = host_of(mend_address(url)) if isinstance(url, str) else ""
    name = nodes[0].child("name").value if nodes else ""
    return host or (name if isinstance(name, str) else "")


def _slugs(listed: dict[str, list[Node]]) -> set[str]:
    """Return the last path segment of each author's address, letters only."""
    found: set[str] = set()
    for node in listed["author"] + listed["creator"]:
        url = node.child("url").value
        if isinstance(url, str):
            found.add(_letters(canonical_url(mend_address(url)).rpartition("/")[2]))
    return found - {""}


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", name_key(text))


def _name(node: Node) -> str | None:
    """Return a name without marking it as taken."""
    if isinstance(node.value, str):
        return node.value
    for key in ("name", "legalName", "alternateName", "site", "url", "@id"):
        for each in node.child(key).items():
            plain = each.value
            if is_object(plain):
                plain = each.child("@value").value
            if isinstance(plain, str) and fits(Source, "name", plain):
                return plain
    return None


def _source(
    reading: Reading,
    node: Node,
    host: str,
    *,
    role: str,
    kind: SourceKind,
) -> str | None:
    """Return the id of a source with all its data; None if it has no name."""
    name = _name(node)
    if name is None or not fits(Source, "name", name):
        reading.note("CT722", node, "somebody is listed without a name")
        return None
    key = foreign_id("source", host, role, kind, name)
    reading.shelf.begin(Source, key, kind=kind, name=name)
    if isinstance(node.value, str):
        reading.leaves.take(node, key, "name")
        address = mend_address(node.value)
        if role == "checker" and host_of(address):
            reading.shelf.fill(key, "url", address)
        return key
    _take_name(reading, node, key, name)
    _describe(reading, node, key, host)
    return key


def _take_name(reading: Reading, node: Node, key: str, name: str) -> None:
    """Take every name of a source: its own name and others."""
    for field in ("name", "legalName", "alternateName"):
        for each in node.child(field).items():
            place = each.child("@value") if is_object(each.value) else each
            if not isinstance(place.value, str):
                message = f"expected a name, got {quote(each.value)}"
                reading.note("CT722", each, message)
            elif place.value == name:
                reading.leaves.take(place, key, "name")
            elif place.value and fits(Source, "aka", [place.value]):
                reading.shelf.append(key, "aka", Alias(text=place.value))
                reading.leaves.take(place, key, "aka")


def _describe(reading: Reading, node: Node, key: str, host: str) -> None:
    """Take the other data of a source."""
    reading.address(key, "url", node.child("url"))
    site = node.child("site")
    if isinstance(site.value, str):
        address = mend_address(site.value)
        if reading.shelf.fill(key, "url", address):
            is_exact = address == site.value
            reading.leaves.take(site, key, "url", is_exact=is_exact)
    reading.address(key, "same_as", node.child("sameAs"), is_list=True)
    for field in ("image", "logo"):
        reading.address(key, "image", node.child(field), is_list=True)
    reading.text(key, "role", node.child("jobTitle"))
    for field in _BODIES:
        for body in reading.objects(node.child(field)):
            inner = _source(reading, body, host, role="claimant", kind="organization")
            if inner is not None and inner != key:
                reading.shelf.append(key, "affiliations", inner)


def read_claimants(reading: Reading, node: Node, staff: Staff) -> list[str]:
    """Return the ids of those who made a claim.

    The fact-checker, or the author of the review, is ignored if named by mistake.
    """
    found: list[str] = []
    for each in reading.objects(node):
        name = _name(each)
        if name is not None and is_staff(name, staff):
            message = f"{quote(name)} published or wrote the review"
            reading.note("CT731", each, message)
            _take_staff(reading, each, name, staff)
            continue
        by_name = kind_of(name or "", types_of(each), _traits(each))
        given = each.child("additionalType")
        kind = _KINDS.get(str(given.value), by_name)
        key = _source(reading, each, reading.scope, role="claimant", kind=kind)
        if key is not None:
            found.append(key)
            if given.value in _KINDS:
                reading.leaves.take(given, key, "kind", is_exact=False)
    return list(dict.fromkeys(found))


def is_staff(name: str, staff: Staff) -> bool:
    """Return whether a name is that of the checker, or from an author's address."""
    letters = _letters(name)
    return name_key(name) in staff.names or any(
        letters.startswith(slug) for slug in staff.slugs
    )


def _take_staff(reading: Reading, node: Node, name: str, staff: Staff) -> None:
    """Name staff known only by an address, or note that the name is already known."""
    place = node if isinstance(node.value, str) else node.child("name")
    letters = _letters(name)
    for key in (*staff.authors, staff.by, staff.publisher):
        if key is None:
            continue
        there = reading.shelf.field(key, "name")
        slug = _letters(canonical_url(mend_address(there)).rpartition("/")[2])
        if host_of(there) and letters.startswith(slug):
            reading.shelf.records[key][1]["name"] = name
            there = name
        if there == name:
            reading.leaves.take(place, key, "name")
            return


def _traits(node: Node) -> frozenset[str]:
    """Return the names of the keys that describe a person or organization."""
    value = node.value
    if not is_object(value):
        return frozenset()
    return frozenset(key for key, each in value.items() if each not in (None, "", []))
