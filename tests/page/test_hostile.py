"""What stands in an interview, or in the name of its file, is text and stays text."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.page.desk import Desk

ATTACK = "<img src=x onerror=pwned=1>"
SCRIPT = "<script>pwned=1</script>"
TEXT = f"""\
A talk about {ATTACK} {SCRIPT}

Ann "{ATTACK}: Is it "quoted" & <b>bold</b>? javascript:pwned=1

Bo <svg/onload=pwned=1>: {SCRIPT} it is. [laughs {ATTACK}]

Ann "{ATTACK}: {{{{7*7}}}} ${{7*7}} still?

Bo <svg/onload=pwned=1>: </pre></textarea></template>{ATTACK} always.
"""
CAST = "Ann: Is it?\n\nBo: It is.\n\nAnn: Still?\n\nBo: Always.\n"


def harmless(desk: Desk) -> None:
    assert desk.page.evaluate("typeof pwned") == "undefined"
    assert desk.page.locator("main img, main script, main b, main svg, dialog img").count() == 0


def test_markup_in_a_text_stays_text(desk: Desk) -> None:
    desk.open(TEXT)
    shown = desk.page.locator("#segments").inner_text()
    for piece in (SCRIPT, ATTACK, "<b>bold</b>", "{{7*7}} ${7*7}", "</template>"):
        assert piece in shown
    desk.choose("</textarea>")
    expect(desk.page.locator("#place .excerpt")).to_contain_text("</pre></textarea></template>")
    harmless(desk)


def test_markup_in_names_stays_text(desk: Desk) -> None:
    desk.open(CAST)
    for kind, button in (("Name", "Rename"), ("Pseudonym", "Hide the name")):
        person = desk.page.locator("#cast > .person").first
        if not person.locator(".change").evaluate("change => change.open"):
            person.locator("summary").click()
        person.get_by_label(kind).fill(f"{kind} {ATTACK}")
        person.get_by_role("button", name=button).click()
        expect(desk.page.locator("#segments .who").first).to_contain_text(f"{kind} {ATTACK}")
        harmless(desk)
    desk.page.get_by_role("button", name="Export").click()
    for to in ("html", "podcast_html", "tei"):
        desk.page.get_by_label("Format").select_option(to)
        expect(desk.page.locator("#preview")).to_contain_text("&lt;img src=x onerror=pwned=1")
        harmless(desk)


def test_markup_in_a_file_name_stays_text(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / f"{ATTACK}.txt"
    path.write_text(CAST)
    desk.open_file(path)
    expect(desk.page.locator("#title")).to_have_text(path.name)
    desk.page.reload()
    expect(desk.page.locator("#title")).to_have_text(path.name)
    assert desk.exported("plain")[0].endswith(".txt")
    harmless(desk)


def test_markup_in_corrections_and_in_what_went_wrong_stays_text(desk: Desk, tmp_path: Path) -> None:
    desk.open(CAST)
    path = tmp_path / "kept.json"
    path.write_text(json.dumps({"corrections": [{"kind": "rename", "speaker": ATTACK, "name": ATTACK}]}))
    desk.page.locator("#load-corrections").set_input_files(path)
    expect(desk.page.locator("#corrections")).to_contain_text(f"“{ATTACK}” is called “{ATTACK}”")
    path.write_text(json.dumps({"corrections": [{"kind": ATTACK}]}))
    desk.page.locator("#load-corrections").set_input_files(path)
    expect(desk.page.locator("#problem")).to_contain_text("Must be one of")
    harmless(desk)


@pytest.mark.parametrize(
    "attempt",
    [
        "const s = document.createElement('script'); s.textContent = 'pwned=1'; document.body.append(s)",
        "document.body.innerHTML = '<img src=x onerror=pwned=1>'",
        "const a = document.createElement('a'); a.setAttribute('onclick', 'pwned=1'); a.click()",
    ],
)
def test_the_browser_would_refuse_what_got_through(desk: Desk, attempt: str) -> None:
    """The policy forbids scripts and markup from strings, should the page ever make such a mistake."""
    desk.page.goto("./")
    page = desk.page.context.new_page()  # not watched: the browser is to complain
    page.goto(desk.page.url)
    page.evaluate("text => { try { (0, eval)(text); } catch {} }", attempt)
    assert page.evaluate("typeof pwned") == "undefined"
