"""Create a first sheet for an article."""

from __future__ import annotations

import re
from typing import Final

from claimtrack.notation._written_values import write_text

__all__ = ["begin_sheet"]

_LONGEST_TITLE: Final = 200
_HOW: Final = """\
# Declare who speaks, one a line:   Bloomberg: outlet   or   ??officials: EU officials
# Then write what they say, and under it who says so on whose word:
#   - The port will close.
#     body: Bloomberg “reported” < ??officials “told”
#       > will close for a year
# `claimtrack check` says what is missing.
"""


def begin_sheet(article: str, name: str) -> str:
    """Return a sheet for an article: head, document, one empty claim.

    Args:
        article: its text; the first line is used as the title.
        name: the name of its file, as written after "text:".

    >>> print(begin_sheet("Port to close", "a.txt").partition("#")[0], end="")
    title: Port to close
    <BLANKLINE>
    article [article]: Port to close
      text: a.txt
    <BLANKLINE>
    """
    first = next((e.strip() for e in article.splitlines() if e.strip()), "Article")
    title = re.sub(r"\s+", " ", first).lstrip("\ufeff")[:_LONGEST_TITLE].strip()
    shown = write_text(title or "Article", indent="  ", before="document")
    said = write_text(name, indent="  ")
    return (
        f"title: {shown}\n\narticle [article]: {shown}\n  text: {said}\n\n"
        f"{_HOW}\n- [c1] Write the claim here.\n"
    )
