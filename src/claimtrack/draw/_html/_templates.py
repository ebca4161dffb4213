"""Read templates, style and script from the package, and put them together into a page.

This is the only module that uses Jinja2. Values that a template prints are escaped, and
hidden characters in them are shown. Style and script are inserted unchanged, so that
the content security policy can name them by the hash of their bytes.
"""

from __future__ import annotations

import base64
import functools
import hashlib
import json
from importlib import resources
from typing import TYPE_CHECKING, Final

from claimtrack.draw._html._spans import Html, aside, inline, plain, visible
from claimtrack.draw._svg import STYLE, as_entities
from claimtrack.errors import MissingExtra

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jinja2 import Environment

    from claimtrack.schema import JsonValue

__all__ = ["embed_json", "environment", "fill"]

_FOLDER: Final = resources.files("claimtrack.draw._html")

_IN_SCRIPTS: Final = str.maketrans(
    {char: f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}
)
"""Characters that could end a script or open a comment in it, as JSON escapes."""


def fill(template: str, values: Mapping[str, object]) -> str:
    """Return a page: a template with its values, its style, its script and its policy.

    Args:
        template: the name of the template: "report" or "index".
        values: the values that it prints.

    Raises:
        MissingExtra: if Jinja2 is not installed.
    """
    style, script = _asset("report.css") + STYLE, _asset("report.js")
    policy = (
        f"default-src 'none'; script-src '{_hash(script)}'; "
        f"style-src '{_hash(style)}'; base-uri 'none'; form-action 'none'; "
        "require-trusted-types-for 'script'; trusted-types 'none'"
    )
    page = environment().get_template(f"{template}.html")
    return page.render(
        {**values, "style": Html(style), "script": Html(script), "policy": Html(policy)}
    )


def embed_json(data: JsonValue) -> Html:
    r"""Return JSON that is safe inside a script: nothing in it can end the script.

    A build that prints the page does not read any of it as a command either.

    >>> embed_json({"a": "</script>"})
    '{"a":"\\u003c/script\\u003e"}'
    """
    text = json.dumps(data, ensure_ascii=True, separators=(",", ":"), sort_keys=False)
    apart = text.replace("::", r":\u003a").replace("##", r"#\u0023")
    return Html(apart.translate(_IN_SCRIPTS))


@functools.cache
def environment() -> Environment:
    """Return the Jinja2 environment that reads the templates."""
    try:
        import jinja2  # noqa: PLC0415  # the extra may be missing
    except ImportError as error:
        raise MissingExtra("report", ("jinja2",)) from error
    made = jinja2.Environment(
        loader=jinja2.FunctionLoader(_asset),
        autoescape=True,
        finalize=_shown,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["aside"] = aside
    made.filters["inline"] = inline
    made.filters["plain"] = plain
    return made


def _shown(value: object) -> object:
    """Return a value as a template prints it: visible, and without build commands."""
    if isinstance(value, str) and not hasattr(value, "__html__"):
        return Html(as_entities(visible(value)))
    return value


@functools.cache
def _asset(name: str) -> str:
    """Return the text of a file of this package."""
    return _FOLDER.joinpath(name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    """Return the hash by which a policy names a script or a style."""
    digest = hashlib.sha256(text.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"
