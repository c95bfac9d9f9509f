"""Where the service asks for a key, the page asks the person, and keeps the key until the tab is closed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.page.desk import ARTICLE, Desk
from tests.web.server import Server, running

KEY = "a-key-of-some-length"


@pytest.fixture(scope="module")
def guarded() -> Iterator[Server]:
    with running(TRANSCRIPT_KEYS=f"desk:{KEY}") as server:
        yield server


def test_a_key_is_asked_for_once(browser: Browser, guarded: Server) -> None:
    context = browser.new_context(base_url=f"http://127.0.0.1:{guarded.port}/")
    page = context.new_page()
    desk = Desk(page, guarded)
    page.goto("./")
    page.get_by_label("Text of the interview").fill(ARTICLE)
    page.get_by_role("button", name="Show who speaks").click()
    page.locator("#given-key").fill("a-wrong-key-of-length")
    page.get_by_role("button", name="Go on").click()
    expect(page.locator("#ask-key")).to_be_visible()
    page.locator("#given-key").fill(KEY)
    page.get_by_role("button", name="Go on").click()
    expect(page.locator("#work")).to_be_visible()
    desk.person("Ines Vidal").get_by_label("Role").select_option("other")
    desk.wait_for_corrections(1)
    page.reload()
    desk.wait_for_corrections(1)
    context.close()


def test_who_has_no_key_is_told_so(browser: Browser, guarded: Server) -> None:
    context = browser.new_context(base_url=f"http://127.0.0.1:{guarded.port}/")
    page = context.new_page()
    page.goto("./")
    page.get_by_label("Text of the interview").fill(ARTICLE)
    page.get_by_role("button", name="Show who speaks").click()
    page.get_by_role("button", name="Cancel").click()
    expect(page.locator("#problem")).to_contain_text("Send a key that is known here")
    expect(page.get_by_label("Text of the interview")).to_have_value(ARTICLE)
    context.close()
