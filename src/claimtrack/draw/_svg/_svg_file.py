"""Claims as a picture in SVG: one claim, or all of a dossier below each other."""

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
"""For the sentence of a claim: size of letters, pixels from line to line, most pixels
of a line, and most lines."""

BELOW: Final = 26.0
"""Pixels below a claim's picture."""

EDGE: Final = 8.0
"""Pixels to the left of a sentence."""


_NO_CLAIMS: Final = "This dossier has no claims."
_TITLE: Final = "What the claims of a dossier rest on"


@attrs.frozen
class _Part:
    """A part of a file: a sentence with the picture below it, or only one of them."""

    text: str
    panel: Panel | None = None
    label: str = ""

    def lines(self) -> Wrapped:
        """Return its sentence, broken into lines."""
        if not self.text:
            return Wrapped(())
        text = f"{self.label}{self.text}"
        return wrap(text, SENTENCE, SENTENCE_WIDTH, SENTENCE_LINES)


class _Drawing(str):
    """The SVG text of a picture, which a notebook shows as the picture."""

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
    """Return a picture in SVG of the chains behind a claim, or behind all claims.

    Rows lead from the publishers at the top, through the sources that they cite, to the
    origins. Every kind of source has its own shape, and a word below its name. A thick
    ring marks a source without which no path is left, and an open end is broken off.
    The file is self-contained: it loads nothing, and follows the light or dark mode of
    the screen. A notebook shows it as a picture.

    Args:
        dossier: the dossier with the claims.
        claim: the claim, or its id. If left out, all claims are drawn below each other,
            each under its sentence.
        include_private: whether to draw also what is not for others.
        unreviewed: whether to draw also what a tool drafted and nobody reviewed; the
            picture then says so.
        retract: sources, documents, attributions or claims, or their ids, that are
            shown as retracted: they are struck through, and what is lost with them is
            grey.
        as_recorded: whether to retract also everything that the dossier's own notices
            of kind retraction name.

    Raises:
        DanglingReference: if an id is not in the dossier, or is private.
        UnreviewedDraft: if the public part of the dossier has such drafts.

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
    """Return a complete file, with its parts below each other."""
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
    """Yield the lines of a sentence, with all of it as a tooltip if it is cut."""
    yield "<g>"
    if not wrapped.is_whole:
        yield f"<title>{escape_markup(part.label + part.text)}</title>"
    label = part.label
    for number, line in enumerate(wrapped.lines):
        base = y + SENTENCE_HEIGHT * number + SENTENCE
        yield f'<text class="sentence" x="{_n(EDGE)}" y="{_n(base)}">'
        if label and line.startswith(label) and _holds_right_to_left(line):
            # A label in Latin letters would reverse the order of what comes after it.
            line = line.removeprefix(label)  # noqa: PLW2901
            # Its space would be lost next to a reversed part.
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
    """Return the text of a file: title, style, background, and what is drawn."""
    role, label = named.split(" ")
    size = f'width="{_n(width)}" height="{_n(height)}"'
    return (
        f'<svg xmlns="{SPACE}" class="ct-picture" role="{role}" '
        f'aria-labelledby="{label}" {size} viewBox="0 0 {_n(width)} {_n(height)}">'
        f'{head}<style>{STYLE}</style><rect class="ground" {size}/>{drawn}</svg>\n'
    )
