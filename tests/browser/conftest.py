"""A browser for the tests of this folder: one that is on this machine."""

from __future__ import annotations

import contextlib
import shutil
from typing import TYPE_CHECKING, Final

import pytest
from playwright.sync_api import Browser, sync_playwright

from visits import Visitor

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NAMES: Final = ("chromium", "chromium-browser", "google-chrome")

ARGUMENTS: Final = ("--no-sandbox", "--disable-background-networking")
"""As root chromium needs the first; without the second it calls its maker."""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Yield a browser that is on this machine."""
    path = next(filter(None, map(shutil.which, NAMES)), None)
    assert path is not None, f"none of {', '.join(NAMES)} is on this machine"
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(
            executable_path=path, args=list(ARGUMENTS), timeout=120_000
        )
        yield opened
        opened.close()


@pytest.fixture
def visit(browser: Browser, tmp_path: Path) -> Iterator[Visitor]:
    """Yield what opens a page."""
    with contextlib.ExitStack() as exits:
        yield Visitor(browser, tmp_path, exits)
