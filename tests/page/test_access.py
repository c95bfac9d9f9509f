"""For everybody: axe objects to nothing, the keyboard does all that the mouse does, and writing runs its way."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.page.conftest import NewPage
from tests.page.desk import ARTICLE, Desk
from tests.web.server import Server

WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
LOOKS = [
    pytest.param({"viewport": size, "color_scheme": scheme}, id=f"{size['width']}-{scheme}")
    for size in (WIDE, NARROW)
    for scheme in ("light", "dark")
]


def objections(page: Page) -> list[str]:
    """What axe objects to, each with the elements."""
    response = Axe().run(page).response
    assert response["passes"]
    return [f"{rule['id']}: {[node['html'][:120] for node in rule['nodes'][:3]]}" for rule in response["violations"]]


@pytest.mark.parametrize("look", LOOKS)
def test_axe_objects_to_nothing(new_page: NewPage, server: Server, look: dict[str, object]) -> None:
    desk = Desk(new_page(bypass_csp=True, **look), server)  # axe is put into the page as a script
    desk.page.goto("./")
    expect(desk.page.get_by_role("button", name="Try an example")).to_be_visible()
    assert objections(desk.page) == []
    desk.open()
    assert objections(desk.page) == []
    place = desk.choose("With forty sheep")
    assert objections(desk.page) == []
    place.get_by_role("button", name="Nobody speaks here").click()
    for name in ("Editor", "Marta Vidal"):
        desk.person(name)
    desk.page.locator("#corrections-panel").evaluate("panel => { panel.open = true; }")
    desk.wait_for_corrections(1)
    desk.page.locator("#json-panel summary").click()
    assert objections(desk.page) == []
    desk.page.get_by_role("button", name="Export").click()
    desk.page.get_by_text("About the interview").click()
    desk.page.get_by_label("Format").select_option("vtt")
    expect(desk.page.locator("#take-problem")).to_be_visible()
    assert objections(desk.page) == []


def test_axe_objects_to_nothing_in_what_the_form_alone_gives(new_page: NewPage) -> None:
    page = new_page(bypass_csp=True)
    page.route("**/main.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
    page.goto("./")
    page.get_by_label("Text of the interview").fill(ARTICLE)
    page.get_by_role("button", name="Show who speaks").click()
    expect(page.locator(".turn.nobody")).to_be_visible()
    assert objections(page) == []


@pytest.mark.parametrize("look", LOOKS)
def test_no_width_scrolls_sideways(new_page: NewPage, server: Server, look: dict[str, object]) -> None:
    desk = Desk(new_page(**look), server)
    desk.open(ARTICLE.replace("carried", "carried" * 30))
    desk.choose("With forty sheep")
    width = desk.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert width == 0


def test_the_keyboard_alone_opens_corrects_and_takes(desk: Desk) -> None:
    page, keys = desk.page, desk.page.keyboard
    page.goto("./")
    page.get_by_label("Text of the interview").focus()
    page.get_by_label("Text of the interview").fill(ARTICLE)
    page.get_by_role("button", name="Show who speaks").focus()
    keys.press("Enter")
    expect(page.locator("#title")).to_be_focused()
    page.locator("#segments [tabindex='0']").focus()
    keys.press("End")
    keys.press("Home")
    keys.press("n")  # the first doubt after the beginning
    keys.press("n")
    while "With forty sheep" not in (page.locator(".segment:has(:focus) .said").text_content() or ""):
        keys.press("n")
    expect(page.locator("#place")).to_be_visible()
    keys.press("Tab")
    expect(page.locator("#place .excerpt")).to_be_focused()
    keys.press("Tab")
    keys.press("m")  # chooses Marta
    page.locator("#place button.primary").focus()
    keys.press("Enter")
    desk.wait_for_corrections(1)
    assert desk.corrections()[0]["speaker"] == "Marta Vidal"
    expect(desk.segment("With forty sheep").locator(".who button")).to_be_focused()
    keys.press("Control+z")
    desk.wait_for_corrections(0)


def test_several_turns_are_taken_with_shift(desk: Desk) -> None:
    desk.open()
    desk.segment("Were you alone").locator(".who button").focus()
    desk.page.keyboard.press("Enter")
    desk.page.keyboard.press("Escape")
    desk.page.keyboard.press("Shift+ArrowDown")
    desk.page.keyboard.press("Shift+ArrowDown")
    expect(desk.page.locator("#segments > .chosen")).to_have_count(3)
    desk.page.keyboard.press("Shift+Enter")
    place = desk.page.locator("#place")
    expect(place).to_contain_text("3 turns")
    place.get_by_label("Whose words are these?").select_option(label="Ines Vidal")
    place.get_by_role("button", name="Assign").click()
    desk.wait_for_corrections(1)
    (made,) = desk.corrections()
    assert (made["start"], made["end"]) == (ARTICLE.index("Were you"), ARTICLE.index("\n\nEditor: Do you"))
    assert [name for name, words in desk.turns() if words in ("Were you alone?", "With forty sheep.")] == [
        "Ines Vidal"
    ] * 2


def test_the_mouse_takes_several_with_shift_too(desk: Desk) -> None:
    desk.open()
    desk.choose("Were you alone")
    desk.segment("Supper is ready").locator(".said").click(modifiers=["Shift"])
    expect(desk.page.locator("#segments > .chosen")).to_have_count(3)
    expect(desk.page.locator("#place")).to_contain_text("3 turns")


def test_what_happens_is_told_to_those_who_listen(desk: Desk) -> None:
    desk.open()
    ines = desk.person("Ines Vidal")
    ines.get_by_label("Name").fill("Inés")
    ines.get_by_role("button", name="Rename").click()
    expect(desk.page.get_by_role("status")).to_have_text("“Ines Vidal, keeper” is called “Inés”.")
    expect(desk.person("Inés").locator("summary")).to_be_focused()
    assert "Inés" in (desk.page.locator("#strip").get_attribute("aria-label") or "")


HEBREW = """\
מראיינת: מתי נפתחה המאפייה?

אורי לביא: באביב של 1971. (צוחק)

מראיינת: מי אפה?

אורי לביא: דודתי, ואחר כך כולם.
"""


def test_writing_from_right_to_left_runs_so(desk: Desk) -> None:
    desk.open(HEBREW)
    assert desk.turns()[1] == ("אורי לביא", "באביב של 1971. (צוחק)")
    directions = desk.page.locator("#segments .said p").evaluate_all(
        "paragraphs => paragraphs.map(paragraph => getComputedStyle(paragraph).direction)"
    )
    assert set(directions) == {"rtl"}
    edge = desk.page.locator("#segments > .turn").first.evaluate("turn => getComputedStyle(turn).borderRightWidth")
    assert edge == "3px"


def test_words_are_told_apart_without_colours(new_page: NewPage, server: Server) -> None:
    """In the colours that a reader forces, every turn still has its name, and every segment its kind."""
    desk = Desk(new_page(forced_colors="active"), server)
    desk.open()
    heads = desk.segments.evaluate_all("items => items.map(item => item.querySelector('button').innerText)")
    assert all(heads)
