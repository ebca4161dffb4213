"""Defaults that a sheet sets for all attributions, and their effect on each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from claimtrack.notation._bullets import Bullets
from claimtrack.notation._drafts import Draft
from claimtrack.notation._signs import COMMAS
from claimtrack.notation._slips import Slip, meant
from claimtrack.records import Attribution, CueBasis, Mode, words
from claimtrack.schema import JsonValue, is_array, read_record

if TYPE_CHECKING:
    from claimtrack.notation._chains import Step
    from claimtrack.notation._cursor import Cursor, Name
    from claimtrack.notation._drafts import Span
    from claimtrack.records import Recorded

__all__ = ["AttributionDefaults"]


@attrs.define
class AttributionDefaults:
    """Values that apply to attributions unless they state others.

    Attributes:
        mode: mode of every step after the head.
        cue_basis: cue basis of every step with a cue.
        read: id of the document that was read.
        documents: the documents by id.
        reports: source id → the document in which the source says what it says.
        texts: document id → the name of the file with its text, and that name's place.
        drafted: who or what drafted the sheet: name and date.
        reviewed: who reviewed it: name and date.
        named_read: the document named by "read:", and the place of its name.
        is_none_read: whether "read:" says that no document was read.
    """

    mode: str | None = None
    cue_basis: str | None = None
    read: str | None = None
    documents: dict[str, Draft] = attrs.Factory(dict[str, "Draft"])
    reports: dict[str, str] = attrs.Factory(dict[str, str])
    texts: dict[str, tuple[str, "Span"]] = attrs.Factory(dict[str, tuple[str, "Span"]])
    drafted: tuple[str, JsonValue] | None = None
    reviewed: tuple[str, JsonValue] | None = None
    named_read: tuple["Name", "Span"] | None = None
    is_none_read: bool = False

    def read_defaults(self, cursor: Cursor) -> None:
        """Read the defaults after "unless said:"."""
        known = (*words(Mode), *words(CueBasis))
        while True:
            start = cursor.at
            word = cursor.word().casefold()
            if word in words(Mode):
                self.mode = word
            elif word in words(CueBasis):
                self.cue_basis = word
            else:
                near = meant(word, known)
                hint = f'; did you mean "{near}"?' if near else ""
                problem = f'"{word}" is neither a mode nor a cue basis{hint}'
                raise Slip(problem, start, cursor.at, code="CT031")
            if not cursor.takes(COMMAS):
                break
        cursor.end()

    def publisher(self, document: JsonValue) -> JsonValue:
        """Return the id of a document's publisher; None if there is none."""
        draft = self.documents.get(str(document))
        return None if draft is None else draft.data.get("publisher")

    def finish(self, draft: Draft) -> None:
        """Set the chain of an attribution, its excerpts and how it was recorded."""
        steps = draft.steps
        publisher = self.publisher(draft.data.get("document"))
        first = steps[0]
        is_nobody = len(steps) == 1 and first.fields.get("candidates", "") is None
        is_headless = not (
            is_nobody
            or first.is_by
            or publisher is None
            or first.fields.get("source") == publisher
        )
        head: list[JsonValue] = [publisher] if is_headless else []
        links: list[JsonValue] = list(head)
        for step in steps:
            if is_nobody:
                step.fields.pop("candidates")
            elif step.fields.get("candidates", "") is None:
                step.fields["candidates"] = []
            links.append(self._link(step, is_head=not links or is_nobody))
        draft.data["chain"] = links
        for index, step in enumerate(steps):
            draft.places["chain", index + len(head)] = (step.start, step.end)
        self._excerpts(draft, len(head))
        self._recorded(draft)

    def _link(self, step: Step, *, is_head: bool) -> dict[str, JsonValue]:
        fields = step.fields
        if not is_head and self.mode and not _is_set(step, "mode"):
            fields["mode"] = self.mode
        if self.cue_basis and "cue" in fields and not _is_set(step, "cue_basis"):
            fields["cue_basis"] = self.cue_basis
        report = self.reports.get(str(fields.get("source")))
        if not is_head and report is not None and not _is_set(step, "document"):
            fields["document"] = report
        if step.is_round and fields.get("attitude", "assertion") == "assertion":
            fields.setdefault("ascribed", True)
        return fields

    def _excerpts(self, draft: Draft, offset: int) -> None:
        made: list[JsonValue] = [*draft.spots]
        for index, step in enumerate(draft.steps, offset):
            for role, place in (("cue", step.cue_place), ("source", step.name_place)):
                if place is not None:
                    start, end = place
                    made.append(
                        {"start": start, "end": end, "role": role, "link": index}
                    )
        further = draft.data.get("excerpts")
        if is_array(further):
            made.extend(further)
        if made:
            draft.data["excerpts"] = made

    def _recorded(self, draft: Draft) -> None:
        data = draft.data
        if "recorded" in data:
            if data["recorded"] is None:
                del data["recorded"]
        elif draft.bullet != "-":
            data["recorded"] = self._says(draft.bullet)

    def _says(self, bullet: str) -> dict[str, JsonValue]:
        """Return what a bullet says about how something was recorded."""
        is_draft = bullet == "~"
        made: dict[str, JsonValue] = {"method": "tool" if is_draft else "human"}
        tool, drafted_at = self.drafted or (None, None)
        by, reviewed_at = self.reviewed or (None, None)
        said = {
            "tool": tool,
            "by": None if is_draft else by,
            "at": drafted_at if is_draft else reviewed_at,
        }
        made.update((key, value) for key, value in said.items() if value is not None)
        return made

    def bullets(self) -> Bullets:
        """The meaning of bullets in this sheet."""
        drafted, accepted = (_recorded_of(self._says(each)) for each in "~+")
        return Bullets(drafted, accepted)


def _recorded_of(said: JsonValue) -> Recorded | None:
    """Return how something was recorded; None if a date is invalid."""
    data: dict[str, JsonValue] = {"claim": "c", "chain": ["s"], "recorded": said}
    record, _ = read_record({"type": "attribution", **data})
    return record.recorded if isinstance(record, Attribution) else None


def _is_set(step: Step, field: str) -> bool:
    return field in step.fields or field in step.unset
