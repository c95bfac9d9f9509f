"""An interview of 200,000 words: it is all there, what is out of sight is not drawn, the way to a doubt is short."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.page.desk import Desk

WORDS = "we went down to the water every morning before the others were awake and counted the boats "
TURNS = 5_400


def long_interview() -> str:
    turns = []
    for number in range(TURNS):
        name, words = ("Nora Beck", "Why?") if number % 2 == 0 else ("Ivo Lund", WORDS * (1 + number % 7))
        turns.append(f"{name}: {number} {words.strip()}.")
    turns[TURNS - 100] = "Beck: I am one of two. And then?"
    turns[2] = "Paula Beck: I am the other."
    turns[4] = "Paula Beck: Again?"
    return "\n\n".join(turns)


def paste(desk: Desk, text: str) -> None:
    """As a clipboard does it, at once and not by letters."""
    desk.page.set_default_timeout(60_000)
    desk.page.goto("./")
    desk.page.get_by_label("Text of the interview").evaluate("(field, text) => { field.value = text; }", text)
    desk.page.get_by_role("button", name="Show who speaks").click()
    expect(desk.page.locator("#work")).to_be_visible(timeout=60_000)


def test_a_long_interview_is_whole_and_only_what_is_seen_is_drawn(desk: Desk) -> None:
    text = long_interview()
    assert len(text.split()) > 200_000
    paste(desk, text)
    expect(desk.page.locator("#segments > .turn")).to_have_count(TURNS)
    drawn = desk.page.evaluate(
        "[...document.querySelectorAll('#segments > .turn .said p')]"
        ".filter(paragraph => paragraph.checkVisibility({ contentVisibilityAuto: true })).length"
    )
    assert 0 < drawn < 200
    estimated = desk.page.evaluate("document.querySelector('#segments').scrollHeight")
    real = desk.page.evaluate(
        """() => {
            const list = document.querySelector("#segments");
            for (const item of list.children) item.style.contentVisibility = "visible";
            return list.scrollHeight;
        }"""
    )
    assert 0.8 < estimated / real < 1.25  # so that the bar at the side hardly moves while one scrolls


def test_the_way_to_a_doubt_at_the_end_is_one_key(desk: Desk) -> None:
    paste(desk, long_interview())
    desk.page.locator("#review button", has_text="Beck").first.click()
    item = desk.segment("I am one of two")
    expect(item).to_be_in_viewport()
    expect(item.locator("#place mark.label")).to_have_text("Beck:")
    item.get_by_label("Whose words are these?").select_option(label="Nora Beck")
    item.get_by_role("button", name="Assign").click()
    desk.wait_for_corrections(1)
    expect(item.locator(".who")).to_contain_text("Nora Beck")
    expect(item).to_be_in_viewport()
