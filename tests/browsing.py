"""Pages in a real Chromium: the one that the system installed, never one from the network."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = [
    "--no-sandbox",  # CI and containers run as root
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


@dataclass
class Visit:
    """An open page, what it wrote to the console or threw, every address it asked for, and alerts it made."""

    page: Page
    console: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    alerts: list[str] = field(default_factory=list)


@contextmanager
def started() -> Iterator[Browser]:
    """Run the system's Chromium without a window; skips the test where there is none."""
    if not CHROMIUM.exists():
        pytest.skip(f"no Chromium at {CHROMIUM}")
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - not for those who skip

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=ARGUMENTS)
        yield browser
        browser.close()


@contextmanager
def visitor(browser: Browser) -> Iterator[Callable[..., Visit]]:
    """Give a function that opens an address, or the file at a path, in a fresh context with any of its options."""
    contexts = []

    def visit(where: str | Path, **options: Any) -> Visit:
        context = browser.new_context(**options)
        contexts.append(context)
        seen = Visit(context.new_page())
        page = seen.page
        page.set_default_timeout(10_000)
        page.on("console", lambda message: seen.console.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: seen.console.append(f"thrown: {error}"))
        page.on("request", lambda request: seen.requests.append(request.url))
        page.on("dialog", lambda dialog: (seen.alerts.append(dialog.message), dialog.dismiss()))
        page.goto(where if isinstance(where, str) else where.as_uri())
        return seen

    yield visit
    for context in contexts:
        context.close()


def complaints(page: Page) -> list[str]:
    """What axe-core finds wrong with the page as it stands, a line each."""
    from axe_playwright_python.sync_playwright import Axe  # noqa: PLC0415 - as above

    found = Axe().run(page).response["violations"]
    return [f"{one['id']}: {node['html'][:200]}" for one in found for node in one["nodes"]]


def overflows(page: Page) -> bool:
    """Whether the page is wider than its window, so that it scrolls sideways."""
    return bool(page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"))
