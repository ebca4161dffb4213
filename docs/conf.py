"""How the documentation is built: Sphinx with MyST, the furo theme, strictly."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx import addnodes

from claimtrack import Dossier, __version__
from claimtrack.draw import report

if TYPE_CHECKING:
    from docutils import nodes  # type: ignore[import-untyped]
    from sphinx.application import Sphinx

project = "claimtrack"
author = "The claimtrack authors"
project_copyright = "The claimtrack authors, Apache-2.0"
release = __version__

extensions = ["myst_parser"]
exclude_patterns = ["_build"]
html_theme = "furo"
html_title = "claimtrack"
html_theme_options = {"navigation_with_keys": True}
# A word in a sentence stays what it is; output of commands is shown as it is printed.
smartquotes = False

myst_heading_anchors = 3
nitpicky = True


def offer_pages_outside(app: Sphinx, doctree: nodes.document) -> None:
    """Let links to Markdown files of the repository, as SECURITY.md, download them.

    MyST takes them for pages, which they are not: they stand outside this folder.
    """
    for link in list(doctree.findall(addnodes.pending_xref)):
        target = str(link.get("reftarget", ""))
        if link.get("refdomain") == "doc" and Path(target).is_absolute():
            place = Path(os.path.relpath(f"{target}.md", app.srcdir)).as_posix()
            file = addnodes.download_reference(
                "", "", *link.children, reftarget=f"/{place}"
            )
            link.replace_self(file)


def write_report(app: Sphinx, error: Exception | None) -> None:
    """Put the report of the example into the site."""
    if error is None:
        example = Path(app.srcdir).parent / "examples" / "us-air-cover.claims.json"
        page = report(Dossier.load(example))
        Path(app.outdir, "us-air-cover.html").write_text(page, encoding="utf-8")


def setup(app: Sphinx) -> None:
    """Connect what is our own; before Sphinx collects the files to download."""
    app.connect("build-finished", write_report)
    app.connect("doctree-read", offer_pages_outside, priority=400)
