"""Claims as a picture in SVG: one, or those of a dossier one below the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimtrack.disclosure import public
from claimtrack.draw._drawn_claim import read_claims
from claimtrack.draw._svg._advance import measure
from claimtrack.draw._svg._ink import STYLE
from claimtrack.draw._svg._lettering import escape_markup, wrap
from claimtrack.draw._svg._lettering import number_text as _n
from claimtrack.draw._svg._panel import SPACE, Panel, claim_panel
from claimtrack.errors import DanglingReference
from claimtrack.lineage import Retraction
from claimtrack.records import to_id
from claimtrack.view import View

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claimtrack.dossier import Dossier
    from claimtrack.draw._drawn_claim import Reading
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
    unreviewed: bool = False,  # noqa: ARG001  # the gate for drafts is not there yet
    retract: Iterable[str | Identified] = (),
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
        unreviewed: draw also what a tool has drafted and nobody has reviewed.
        retract: sources, documents, attributions or claims, or their ids, that are
            shown as taken back: they are struck through, and what is lost with them
            is grey.

    Raises:
        DanglingReference: where an id leads nowhere, or to what others may not see.

    >>> from claimtrack import Dossier
    >>> d = Dossier()
    >>> a = d.attribute(d.claim("It rains"), d.outlet("UNN").citing(d.person("Ann")))
    >>> svg = draw_svg(d, "c1")
    >>> svg.partition("<title")[2].partition("</title>")[0].partition(">")[2]
    'UNN &lt; Ann'
    """
    seen = dossier if include_private else public(dossier)
    view = View.of(seen)
    claims = seen.claims if claim is None else (view.claim(claim),)
    ids = [to_id(each) for each in retract]
    for each in ids:
        if each not in seen:
            raise DanglingReference(each)
    retraction = Retraction.of(ids, view)
    panels = [
        (each, claim_panel(each, retraction, f"ct-{number}", is_described=True))
        for number, each in enumerate(read_claims(seen, claims), 1)
    ]
    if claim is not None:
        return _Drawing(_alone(panels[0][1]))
    return _Drawing(_below_each_other(seen, panels))


def _alone(panel: Panel) -> str:
    """Return a file with one picture."""
    label = f' role="img" aria-labelledby="{panel.label}"'
    return _file(panel.width, panel.height, label, panel.inside)


def _below_each_other(dossier: Dossier, panels: Sequence[tuple[Reading, Panel]]) -> str:
    """Return a file with several pictures, each under its sentence."""
    width, y = 0.0, EDGE
    parts = [f"<title>{escape_markup(dossier.title or 'What claims rest on')}</title>"]
    for read, panel in panels:
        wrapped = wrap(
            f"{read.claim.id}: {read.claim.text}",
            SENTENCE,
            SENTENCE_WIDTH,
            SENTENCE_LINES,
        )
        parts.append("<g>")
        if not wrapped.is_whole:
            parts.append(f"<title>{escape_markup(read.claim.text)}</title>")
        parts += _sentence(wrapped.lines, y)
        y += SENTENCE_HEIGHT * len(wrapped.lines)
        parts += ["</g>", panel.element(0, y)]
        y += panel.height + BELOW
        longest = max(measure(each, SENTENCE) for each in wrapped.lines)
        width = max(width, panel.width, longest + 2 * EDGE)
    if not panels:
        parts += _sentence(["This dossier has no claims."], y)
        width, y = 2 * EDGE + measure("This dossier has no claims.", SENTENCE), 40.0
    return _file(width, y, "", "".join(parts))


def _sentence(lines: Iterable[str], y: float) -> Iterator[str]:
    for number, line in enumerate(lines):
        base = y + SENTENCE_HEIGHT * number + SENTENCE
        yield f'<text class="sentence" x="{_n(EDGE)}" y="{_n(base)}">'
        yield f"{escape_markup(line)}</text>"


def _file(width: float, height: float, label: str, inside: str) -> str:
    """Return a file by itself: its ground, its style, and what is drawn."""
    size = f'width="{_n(width)}" height="{_n(height)}"'
    title, end, rest = inside.partition("</title>")
    return (
        f'<svg xmlns="{SPACE}" class="ct-picture"{label} {size} '
        f'viewBox="0 0 {_n(width)} {_n(height)}">{title}{end}<style>{STYLE}</style>'
        f'<rect class="ground" {size}/>{rest}</svg>\n'
    )
