"""Pages in a browser, and what must never go wrong in one."""

from __future__ import annotations

import contextlib
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

import attrs
import pytest
from playwright.sync_api import (
    Browser,
    ConsoleMessage,
    Dialog,
    Page,
    sync_playwright,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Scheme", "Visit", "Visitor", "browser", "visit"]

Scheme = Literal["light", "dark"]

NAMES: Final = ("chromium", "chromium-browser", "google-chrome")

_LOOKS: Final = 600
"""Looks at a page until it is as it should be, a tenth of a second apart."""

ARGUMENTS: Final = ("--no-sandbox", "--disable-background-networking")
"""As root chromium needs the first; without the second it calls its maker."""

VIOLATIONS: Final = """
window.violations = [];
document.addEventListener("securitypolicyviolation", (event) => {
  window.violations.push(event.violatedDirective + " " + event.blockedURI);
});
"""


@attrs.define
class Visit:
    """A page in a browser, and what went wrong in it.

    Attributes:
        page: the page.
        address: where its file is.
        troubles: errors, requests for anything but its file, dialogs.
    """

    page: Page
    address: str
    troubles: list[str]

    def go(self, fragment: str = "") -> None:
        """Go to a place of the page, as a link from elsewhere does."""
        self.page.goto("about:blank")
        self.page.goto(f"{self.address}{fragment}")

    def until(self, condition: str) -> None:
        """Wait until an expression of JavaScript is true, for a minute at most.

        What Playwright has for this is kept out by the policy of our pages.
        """
        for _ in range(_LOOKS):
            if self.page.evaluate(condition):
                return
            self.page.wait_for_timeout(100)
        message = f"not within a minute: {condition}"
        raise AssertionError(message)

    def assert_calm(self) -> None:
        """Assert that nothing went wrong."""
        violations = self.page.evaluate("window.violations")
        assert (self.troubles, violations) == ([], [])


@attrs.define
class Visitor:
    """Opens pages."""

    browser: Browser
    folder: Path
    exits: contextlib.ExitStack
    number: int = 0

    def __call__(
        self,
        text: str,
        *,
        width: int = 1_280,
        height: int = 900,
        scheme: Scheme = "light",
        has_script: bool = True,
        timeout: int = 60_000,
    ) -> Visit:
        """Open a page in a window of its own."""
        self.number += 1
        file = self.folder / f"page{self.number}.html"
        file.write_text(text, encoding="utf-8", newline="")
        context = self.browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme=scheme,
            java_script_enabled=has_script,
        )
        self.exits.callback(context.close)
        context.add_init_script(VIOLATIONS)
        page = context.new_page()
        page.set_default_timeout(timeout)
        visit = Visit(page, file.as_uri(), [])

        def hear(message: ConsoleMessage) -> None:
            visit.troubles.append(f"console {message.type}: {message.text}")

        def dismiss(dialog: Dialog) -> None:
            visit.troubles.append(f"dialog: {dialog.message}")
            dialog.dismiss()

        page.on("console", hear)
        page.on("dialog", dismiss)
        page.on("pageerror", lambda error: visit.troubles.append(str(error)))
        page.on(
            "request",
            lambda each: (
                None
                if each.url.startswith((visit.address, "about:"))
                else visit.troubles.append(f"request: {each.url}")
            ),
        )
        page.goto(visit.address)
        return visit


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
