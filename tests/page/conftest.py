"""The service as it runs, and a browser to look at it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.page.desk import Desk
from tests.web.server import Server, running

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
MISSING = "There is no Chromium here: install it, or name it in the environment variable CHROMIUM."
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

NewPage = Callable[..., Page]


@pytest.fixture(scope="package")
def server() -> Iterator[Server]:
    with running() as server:
        yield server


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip(MISSING)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def new_page(browser: Browser, server: Server) -> Iterator[NewPage]:
    """Opens a page in a browser of its own; what it should never do fails the test."""
    contexts, wrong = [], []
    origin = f"http://127.0.0.1:{server.port}/"

    def watch_request(request: Any) -> None:
        if not request.url.startswith((origin, "blob:")):
            wrong.append(f"asked for {request.url}")

    def watch_console(message: Any) -> None:
        expected = "the server responded with a status of" in message.text  # a problem document
        if message.type in ("error", "warning") and not expected:
            wrong.append(f"said {message.text}")

    def make(**options: Any) -> Page:
        context = browser.new_context(**{"base_url": origin, "accept_downloads": True, **options})
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(20_000)
        page.on("request", watch_request)
        page.on("console", watch_console)
        page.on("pageerror", lambda error: wrong.append(f"threw {error}"))
        return page

    yield make
    for context in contexts:
        context.close()
    assert wrong == []


@pytest.fixture
def desk(new_page: NewPage, server: Server) -> Desk:
    """Somebody at the page, who has opened nothing yet."""
    return Desk(new_page(), server)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """A skip is a quiet letter; this is not."""
    if CHROMIUM is None:
        terminalreporter.write_line(f"THE PAGE WAS NOT TRIED. {MISSING}", red=True, bold=True)
