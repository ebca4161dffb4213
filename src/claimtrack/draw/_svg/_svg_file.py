"""Claims as a picture in SVG: one, or those of a dossier one below the other."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Final

import attrs

from claimtrack.disclosure import DRAFTED, for_others
from claimtrack.draw._draft_notice import count_drafts
from claimtrack.draw._drawn_claim import read_claims
from claimtrack.draw._svg._advance import measure
from claimtrack.draw._svg._ink import STYLE
from claimtrack.draw._svg._panel import SPACE, Panel, claim_panel
from claimtrack.draw._svg._text_lines import Wrapped, escape_markup, wrap
from claimtrack.draw._svg._text_lines import number_text as _n
from claimtrack.errors import DanglingReference
from claimtrack.lineage import Retraction
from claimtrack.records import to_id
from claimtrack.view import View

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claimtrack.dossier import Dossier
    from claimtrack.records import Identified

__all__ = ["draw_svg"]

SENTENCE: Final = 15
SENTENCE_HEIGHT: Final = 21
SENTENCE_WIDTH: Final = 560.0
SENTENCE_LINES: Final = 4
"""Size of the letters of a claim's sentence, pixels from line to line, pixels of a line
at most, and lines at most."""

BELOW: Final = 26.0
"""Pixels below a claim's picture."""

EDGE: Final = 8.0
"""Pixels beside a sentence."""


_NO_CLAIMS: Final = "This dossier has no claims."
_TITLE: Final = "What the claims of a dossier rest on"


@attrs.frozen
class _Part:
    """A part of a file: a sentence and the picture below it, or one of the two."""

    text: str
    panel: Panel | None = None
    label: str = ""

    def lines(self) -> Wrapped:
        """Return its sentence in lines."""
        if not self.text:
            return Wrapped(())
        text = f"{self.label}{self.text}"
        return wrap(text, SENTENCE, SENTENCE_WIDTH, SENTENCE_LINES)


class _Drawing(str):
    """The text of a picture, which a notebook shows as the picture."""

    __slots__ = ()

    def _repr_svg_(self) -> str:
        return str(self)


def draw_svg(
    dossier: Dossier,
    claim: str | Identified | None = None,
    *,
    include_private: bool = False,
    unreviewed: bool = False,
    retract: Iterable[str | Identified] = (),
    as_recorded: bool = False,
) -> str:
    """Return a picture in SVG of what stands behind a claim, or behind each of them.

    Rows lead from the publishers at the top over whom they cite to the origins. Every
    kind of source has a shape, and its word below its name; what all hangs on has a
    thick ring; an open end is broken off. The file stands by itself: it loads nothing,
    and is light or dark as the reader's screen is. A notebook shows it as a picture.

    Args:
        dossier: where the claims are.
        claim: the claim, or its id. All are drawn without it, one below the other,
            each under its sentence.
        include_private: draw also what is not for others.
        unreviewed: draw also what a tool drafted and nobody reviewed; the picture then
            says so.
        retract: sources, documents, attributions or claims, or their ids, that are
            shown as taken back: they are struck through, and what is lost with them
            is grey.
        as_recorded: also what the dossier's own notices of kind retraction name.

    Raises:
        DanglingReference: where an id leads nowhere, or to what others may not see.
        UnreviewedDraft: where others may have such drafts.

    >>> from claimtrack import Dossier
    >>> d = Dossier()
    >>> a = d.attribute(d.claim("It rains"), d.outlet("UNN").citing(d.person("Ann")))
    >>> svg = draw_svg(d, "c1")
    >>> svg.partition("<title")[2].partition("</title>")[0].partition(">")[2]
    'UNN &lt; Ann'
    """
    seen = for_others(dossier, include_private=include_private, unreviewed=unreviewed)
    view = View.of(seen)
    claims = seen.claims if claim is None else (view.claim(claim),)
    ids = [to_id(each) for each in retract]
    for each in ids:
        if each not in seen:
            raise DanglingReference(each)
    if as_recorded:
        targets = (e.target for e in seen.notices if e.kind == "retraction")
        ids += [each for each in targets if each in seen]
    retraction = Retraction.of(ids, view)
    panels = [
        (each, claim_panel(each, retraction, f"ct-{number}", is_described=True))
        for number, each in enumerate(read_claims(seen, claims), 1)
    ]
    parts = [
        _Part("", panel)
        if claim
        else _Part(read.claim.text, panel, label=f"{read.claim.id}: ")
        for read, panel in panels
    ]
    if not parts:
        parts = [_Part(_NO_CLAIMS)]
    drafts = count_drafts(dossier, seen)
    if drafts:
        parts.insert(0, _Part(f"{DRAFTED}: {drafts}"))
    return _Drawing(_file(seen.title or _TITLE, parts))


def _file(title: str, parts: Sequence[_Part]) -> str:
    """Return a file by itself: what it is made of, one below the other."""
    alone = parts[0].panel if len(parts) == 1 and not parts[0].text else None
    if alone is not None:
        head, end, rest = alone.inside.partition("</title>")
        return _root(alone.width, alone.height, f"img {alone.label}", head + end, rest)
    width, y = 0.0, EDGE
    drawn: list[str] = []
    for part in parts:
        lines = part.lines()
        drawn += _sentence(lines, part, y)
        width = max([width, *(measure(e, SENTENCE) + 3 * EDGE for e in lines.lines)])
        y += SENTENCE_HEIGHT * len(lines.lines)
        if part.panel is not None:
            drawn.append(part.panel.element(0, y))
            width = max(width, part.panel.width)
            y += part.panel.height
        y += BELOW
    head = f'<title id="ct-title">{escape_markup(title)}</title>'
    return _root(width, y, "group ct-title", head, "".join(drawn))


def _sentence(wrapped: Wrapped, part: _Part, y: float) -> Iterator[str]:
    """Yield the lines of a sentence; all of it comes up where they are not."""
    yield "<g>"
    if not wrapped.is_whole:
        yield f"<title>{escape_markup(part.label + part.text)}</title>"
    label = part.label
    for number, line in enumerate(wrapped.lines):
        base = y + SENTENCE_HEIGHT * number + SENTENCE
        yield f'<text class="sentence" x="{_n(EDGE)}" y="{_n(base)}">'
        if label and line.startswith(label) and _holds_right_to_left(line):
            # A label in Latin letters would turn round what stands behind it.
            line = line.removeprefix(label)  # noqa: PLW2901
            # Its blank would be lost beside a part that is turned.
            shown = escape_markup(label.rstrip())
            yield f'{shown}&#160;<tspan unicode-bidi="plaintext">'
            yield f"{escape_markup(line)}</tspan></text>"
        else:
            yield f"{escape_markup(line)}</text>"
        label = ""
    yield "</g>"


def _holds_right_to_left(line: str) -> bool:
    return any(unicodedata.bidirectional(sign) in ("R", "AL") for sign in line)


def _root(width: float, height: float, named: str, head: str, drawn: str) -> str:
    """Return the text of a file: its title, its style, its ground, what is drawn."""
    role, label = named.split(" ")
    size = f'width="{_n(width)}" height="{_n(height)}"'
    return (
        f'<svg xmlns="{SPACE}" class="ct-picture" role="{role}" '
        f'aria-labelledby="{label}" {size} viewBox="0 0 {_n(width)} {_n(height)}">'
        f'{head}<style>{STYLE}</style><rect class="ground" {size}/>{drawn}</svg>\n'
    )
