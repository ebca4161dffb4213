"""The pages of the documentation: nothing stale, no link that leads nowhere."""

from __future__ import annotations

import html
import json
import re
import runpy
from pathlib import Path
from types import SimpleNamespace
from typing import Final

import pytest

from claimtrack import Dossier
from claimtrack.draw import report
from claimtrack.schema import bundle_schema

TOP: Final = Path(__file__).parents[2]
GENERATE: Final = runpy.run_path(str(TOP / "docs/reference/generate.py"))
BUNDLES: Final[dict[str, str]] = GENERATE["bundles"]()
PAGES: Final = sorted(
    [
        *TOP.glob("*.md"),
        *(each for each in TOP.glob("docs/**/*.md") if "_build" not in each.parts),
    ]
)

_LINK: Final = re.compile(r"\[[^\]\[]*\]\(([^)\s]+)\)")
_FENCE: Final = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
_HEADING: Final = re.compile(r"^#+ +(.*)$", re.MULTILINE)


def name_of(page: Path) -> str:
    """Return what a test case is called."""
    return str(page.relative_to(TOP))


def anchors_of(page: Path) -> set[str]:
    """Return what can be linked to in a page, as GitHub and MyST name it."""
    headings = _HEADING.findall(_FENCE.sub("", page.read_text(encoding="utf-8")))
    return {
        re.sub(r"[^\w\- ]", "", each.lower()).strip().replace(" ", "-")
        for each in headings
    }


@pytest.mark.parametrize("name", sorted(GENERATE["pages"]()))
def test_generated_pages_are_what_the_code_says(name: str) -> None:
    """Reference pages, the signatures of the public API among them, are up to date."""
    page = TOP / "docs/reference" / name
    expected = GENERATE["pages"]()[name]
    assert page.read_text(encoding="utf-8") == expected, (
        "run: uv run python docs/reference/generate.py"
    )


@pytest.mark.parametrize("name", BUNDLES)
def test_bundles_are_what_the_schemas_say(name: str) -> None:
    """They are written together with the pages."""
    assert (TOP / name).read_text(encoding="utf-8") == BUNDLES[name], (
        "run: uv run python docs/reference/generate.py"
    )
    key = name.rpartition("/")[2].removesuffix(".schema.json")
    assert json.loads(BUNDLES[name]) == bundle_schema(key)


def test_the_picture_of_echoes_shows_todays_figures() -> None:
    """They stand in its description, as the code computes them."""
    script = runpy.run_path(str(TOP / "docs/explanation/echoes.py"))
    picture = script["PICTURE"].read_text(encoding="utf-8")
    assert html.escape(json.dumps(script["figures"]()), quote=False) in picture, (
        "run: uv run --group docs python docs/explanation/echoes.py"
    )


def test_the_site_has_the_report_of_the_example(tmp_path: Path) -> None:
    """Where the how-to leads to it; a build that failed has none."""
    write = runpy.run_path(str(TOP / "docs/conf.py"))["write_report"]
    app = SimpleNamespace(srcdir=str(TOP / "docs"), outdir=str(tmp_path))
    write(app, RuntimeError())
    assert not [*tmp_path.iterdir()]
    write(app, None)
    (page,) = tmp_path.iterdir()
    example = Dossier.load(TOP / "examples/us-air-cover.claims.json")
    assert page.read_text(encoding="utf-8") == report(example)
    how_to = (TOP / "docs/how-to/send-a-report.md").read_text(encoding="utf-8")
    assert f'href="../{page.name}"' in how_to


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_links_inside_the_repository_lead_somewhere(page: Path) -> None:
    """To a file that is there, and to a heading that it has."""
    text = _FENCE.sub("", page.read_text(encoding="utf-8"))
    broken: list[str] = []
    for link in _LINK.findall(text):
        if re.match(r"[a-z]+:", link):
            continue
        file, _, anchor = link.partition("#")
        target = (page.parent / file).resolve() if file else page
        is_known = not anchor or anchor in anchors_of(target)
        if not target.exists() or not is_known:
            broken.append(link)
    assert broken == []


@pytest.mark.parametrize(
    "page", [each for each in PAGES if "docs" in each.parts], ids=name_of
)
def test_every_page_says_whom_it_is_for(page: Path) -> None:
    """In its first paragraph, so that others need not read on."""
    first = next(
        part
        for part in page.read_text(encoding="utf-8").split("\n\n")
        if not part.startswith(("#", "<!--"))
    )
    assert re.search(r"\bfor\b", first, re.IGNORECASE), first


def test_security_names_tests_that_there_are() -> None:
    """A promise is held by the test beside it, and not by one that is gone."""
    text = (TOP / "SECURITY.md").read_text(encoding="utf-8")
    named = re.findall(r"`(tests/[\w/]+\.py)(?:::(\w+))?`", text)
    assert len(named) > 5
    for file, name in named:
        code = (TOP / file).read_text(encoding="utf-8")
        assert f"def {name}" in code if name else code


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_the_index_leads_to_every_page(page: Path) -> None:
    """A page that nothing links to is lost."""
    others = "".join(each.read_text(encoding="utf-8") for each in PAGES if each != page)
    is_entry = page.name in {"README.md", "index.md", "CHANGELOG.md", "SECURITY.md"}
    assert is_entry or page.name in others or page.stem in others
