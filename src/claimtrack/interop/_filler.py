"""Read a foreign document: fill fields, and note departures from the format."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import attrs

from claimtrack.dossier import Dossier
from claimtrack.errors import InvalidRecord
from claimtrack.findings import Finding, quote
from claimtrack.interop._addresses import mend_address
from claimtrack.interop._leaves import Leaves, Node, to_pointer
from claimtrack.interop._shelf import Shelf, fits
from claimtrack.records import Attribution, Document, meant_language
from claimtrack.schema import is_object
from claimtrack.when import When

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Dated", "Reading"]

TEXT_KEYS: Final = ("@value", "name", "text", "headline")
"""Keys of an object that may hold the text if a text is expected."""

ADDRESS_KEYS: Final = ("url", "contentUrl", "@id", "@value")
"""Keys of an object that may hold the address if an address is expected."""

_MARKUP: Final = re.compile(
    r"</?[a-z][^<>]*>|&(?:[a-z]{2,8}|#[0-9]{2,6});", re.IGNORECASE
)

_MOJIBAKE: Final = re.compile("[\u00c2\u00c3][\u0080-\u00bf]|\u00e2\u20ac|\ufffd")
"""UTF-8 that was read as Latin-1 or Windows-1252, and characters lost before that."""


@attrs.frozen
class Dated:
    """A date in a document.

    Attributes:
        when: the date.
        place: its place.
        is_exact: whether `when` keeps the date as written.
    """

    when: When
    place: Node
    is_exact: bool


@attrs.define
class Reading:
    """A document that is being read.

    Attributes:
        leaves: its leaves, and which of them are in fields.
        shelf: the records being built.
        base: its address, which relative addresses are resolved against.
        named: objects that can be referred to inside it, by "@id".
        scope: the scope of claimants' names: the host of a publisher.
        has_chains: whether a review may have a chain, in chain notation.
        chains: pairs of a claim's id and a chain for it.
        findings: findings so far.
    """

    leaves: Leaves
    shelf: Shelf = attrs.Factory(Shelf)
    base: str = ""
    named: dict[str, Node] = attrs.Factory(dict[str, Node])
    scope: str = ""
    has_chains: bool = False
    chains: list[tuple[str, Node]] = attrs.Factory(list["tuple[str, Node]"])
    findings: list[Finding] = attrs.Factory(list[Finding])

    def note(
        self, code: str, node: Node, message: str, *, record: str | None = None
    ) -> None:
        """Note a departure from the format, at its place in the document."""
        pointer = to_pointer(node.steps)
        self.findings.append(Finding.of(code, message, pointer=pointer, record=record))

    def resolve(self, node: Node) -> Node:
        """Return the target of a reference inside the document, or the value itself."""
        value = node.value
        if not is_object(value) or not set(value) <= {"@id", "@type"}:
            return node
        key = value.get("@id")
        if not isinstance(key, str):
            return node
        target = self.named.get(key)
        if target is None:
            message = f"nothing in the document has the @id {quote(key)}"
            self.note("CT737", node, message)
            return node
        return target

    def first(self, node: Node, *, keys: tuple[str, ...] = ()) -> Node | None:
        """Return the first item of a possible list, and note if there are more.

        Args:
            node: the value.
            keys: the keys of an object that may hold an expected plain value.
        """
        items = [each for each in node.items() if each.value not in ("", {})]
        if not items:
            return None
        if len(items) > 1:
            message = f"expected one value, got a list of {len(items)}"
            self.note("CT722", node, message)
        found = self.resolve(items[0])
        if keys and is_object(found.value):
            self.note("CT722", found, "expected a plain value, got an object")
            inner = (found.child(key) for key in keys)
            plain = (each for each in inner if _is_plain(each.value))
            return next(plain, None)
        return found

    def objects(self, node: Node) -> Iterator[Node]:
        """Yield each item, with references inside the document resolved."""
        for each in node.items():
            if each.value not in ("", {}):
                yield self.resolve(each)

    def plain_text(self, node: Node) -> tuple[str, Node] | None:
        """Return a text that can be kept, and its place; None if there is none."""
        found = self.first(node, keys=TEXT_KEYS)
        if found is None or not _is_plain(found.value):
            if found is not None:
                message = f"expected text, got {quote(found.value)}"
                self.note("CT722", found, message)
            return None
        if not isinstance(found.value, str):
            return _written(found.value), found
        if _MARKUP.search(found.value):
            message = f"the text has markup in it: {quote(found.value)}"
            self.note("CT735", found, message)
        if _MOJIBAKE.search(found.value):
            message = f"the text was decoded wrongly: {quote(found.value)}"
            self.note("CT736", found, message)
        return found.value, found

    def text(self, key: str, field: str, node: Node) -> str | None:
        """Fill a field with a text, and return the text if the field now has it."""
        found = self.plain_text(node)
        if found is None:
            return None
        text, place = found
        if self.shelf.fill(key, field, text):
            is_text = isinstance(place.value, str)
            self.leaves.take(place, key, field, is_exact=is_text)
            return text
        self._not_filled(key, field, place)
        return None

    def address(
        self, key: str, field: str, node: Node, *, is_list: bool = False
    ) -> None:
        """Fill a field with an address, or add every address to a list field."""
        first = None if is_list else self.first(node, keys=ADDRESS_KEYS)
        places = self._addresses(node) if is_list else [first] if first else []
        for place in places:
            given = place.value
            if not isinstance(given, str):
                self.note("CT722", place, f"expected an address, got {quote(given)}")
                continue
            mended = mend_address(given, self.base)
            add = self.shelf.append if is_list else self.shelf.fill
            if add(key, field, mended):
                is_exact = mended == given
                self.leaves.take(place, key, field, is_exact=is_exact, item=mended)
                if mended != given:
                    message = f"{quote(given)} is read as {quote(mended)}"
                    self.note("CT727", place, message)
            elif self.shelf.field(key, field) and not is_list:
                self._not_filled(key, field, place)
            else:
                self.note("CT728", place, f"{quote(given)} is not a full address")

    def addresses(self, node: Node) -> Iterator[str]:
        """Yield the addresses in an object or a text, without marking them as taken."""
        places = [node]
        if is_object(node.value):
            keys = ("url", "accessedOnUrl", "contentUrl", "embedUrl", "@id")
            places = [each for key in keys for each in node.child(key).items()]
        for each in places:
            if isinstance(each.value, str):
                mended = mend_address(each.value, self.base)
                if fits(Document, "url", mended):
                    yield mended

    def _addresses(self, node: Node) -> Iterator[Node]:
        for each in self.objects(node):
            if is_object(each.value):
                inner = (each.child(key) for key in ADDRESS_KEYS)
                yield from (one for one in inner if isinstance(one.value, str))
            elif each.value:
                yield each

    def when(self, node: Node) -> Dated | None:
        """Return a date as written; None if there is none."""
        found = self.first(node, keys=("@value",))
        if found is None:
            return None
        given = found.value
        if not isinstance(given, str) or not given.strip():
            self.note("CT724", found, f"expected a date as text, got {quote(given)}")
            return None
        try:
            when = When.from_text(given)
        except InvalidRecord as error:
            self.note("CT724", found, error.problem)
            try:
                when = When(text=given)
            except InvalidRecord:
                return None
        if not fits(Document, "published", when):
            return None
        # A plain EDTF date needs no separate text.
        return Dated(when, found, is_exact=given in (when.edtf, when.text))

    def take_date(self, dated: Dated, key: str, field: str) -> When:
        """Note that a field has a date, and return the date."""
        shown = dated.when.text or dated.when.edtf
        is_exact = dated.is_exact
        self.leaves.take(dated.place, key, field, is_exact=is_exact, item=shown)
        return dated.when

    def date(self, key: str, field: str, node: Node) -> When | None:
        """Fill a field with a date, and return the date."""
        dated = self.when(node)
        if dated is None:
            return None
        if self.shelf.fill(key, field, dated.when):
            return self.take_date(dated, key, field)
        self._not_filled(key, field, dated.place)
        return dated.when

    def language(self, key: str, node: Node) -> None:
        """Fill the language of a record, if the value is a language."""
        found = self.first(node, keys=("alternateName", "@value", "name"))
        if found is None or not isinstance(found.value, str):
            return
        tag = found.value.strip().replace("_", "-")
        if self.shelf.fill(key, "lang", tag):
            self.leaves.take(found, key, "lang", is_exact=tag == found.value)
        elif self.shelf.field(key, "lang") is not None:
            self._not_filled(key, "lang", found)
        else:
            near = meant_language(tag)
            hint = f'. Did you mean "{near}"?' if near else ""
            self.note("CT738", found, f"{quote(tag)} is not a language{hint}")

    def chain(self, claim: str, node: Node) -> None:
        """Note a chain for a claim, if it can be read as a chain."""
        if not self.has_chains or not isinstance(node.value, str):
            return
        try:
            Dossier().parse_chain(node.value)
        except InvalidRecord as error:
            self.note("CT748", node, error.problem, record=claim)
            return
        self.leaves.take(node, claim, "chain", is_exact=False)
        self.chains.append((claim, node))

    def to_dossier(self) -> Dossier:
        """Return the records that were read, with the chains."""
        dossier = self.shelf.to_dossier()
        for claim, node in self.chains:
            try:
                chain = dossier.parse_chain(node.value)
            except InvalidRecord as error:
                # Ambiguity only matters among the sources of the table.
                self.note("CT748", node, error.problem, record=claim)
                continue
            dossier.add(Attribution(claim=claim, chain=chain))
        return dossier

    def _not_filled(self, key: str, field: str, place: Node) -> None:
        there = self.shelf.field(key, field)
        if there is not None and not isinstance(there, tuple):
            message = (
                f"the {field} is {quote(place.value)} here, but {quote(str(there))} "
                "elsewhere in the document"
            )
            self.note("CT742", place, message, record=key)
        else:
            message = f"the field {field} cannot hold {quote(place.value)}"
            self.note("CT734", place, message, record=key)


def _is_plain(value: object) -> bool:
    """Return whether a value can be read as text."""
    if isinstance(value, str):
        return value != ""
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _written(value: object) -> str:
    """Return a number as text; Python refuses to write out the longest ones."""
    try:
        return str(value)
    except ValueError:
        return ""
