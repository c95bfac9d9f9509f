"""Paste, look, correct, take: and what is taken is what the API answers."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import expect

from tests.documents import SAMPLE
from tests.page.desk import ARTICLE, Desk
from transcript import write
from transcript.cli import cli
from transcript.formats import FORMATS

WRITTEN = [row for row in FORMATS if row.writes]


def test_the_turns_are_those_of_the_api(desk: Desk) -> None:
    desk.open()
    document = json.loads(desk.answer(text=ARTICLE))
    names = {speaker["id"]: speaker["name"] for speaker in document["speakers"]}
    expected = [
        (names.get(segment["speaker"], "Nobody is named"), segment["text"].replace("\n\n", ""))
        for segment in document["segments"]
        if segment["kind"] == "turn"
    ]
    assert desk.turns() == expected
    assert ("Nobody is named", "With forty sheep.") in expected
    expect(desk.page.locator("#title")).to_have_text("Two Keepers, One Light")
    expect(desk.page.locator("#facts")).to_contain_text("turns")


def test_what_is_no_turn_is_told_apart(desk: Desk) -> None:
    desk.open()
    expect(desk.segment("The Storm")).to_have_class(re.compile("heading"))
    expect(desk.segment("This conversation")).to_have_class(re.compile("passage back"))
    expect(desk.page.locator(".aside")).to_have_text("(laughs)")
    expect(desk.page.locator(".bound")).to_have_text(["The interview begins", "The interview ends"])
    colours = desk.page.locator("#cast > .person[data-number]").evaluate_all(
        "people => people.map(person => getComputedStyle(person.querySelector('.swatch')).backgroundColor)"
    )
    assert len(set(colours)) == len(colours) >= 3


def test_a_doubt_leads_to_its_turn_and_its_place_in_the_source(desk: Desk) -> None:
    """Emoji before the place take two units of JavaScript each, and one code point."""
    desk.open()
    desk.page.locator("#review button", has_text="Vidal may be").click()
    place = desk.segment("With forty sheep").locator("#place")
    expect(place).to_contain_text("may be Ines Vidal or Marta Vidal")
    expect(place.locator("mark.label")).to_have_text("Vidal:")
    expect(place.locator("mark.words")).to_have_text("With forty sheep.")
    start = ARTICLE.index("Vidal: With")
    line = ARTICLE[:start].count("\n") + 1
    expect(place.locator(".where")).to_contain_text(f"characters {start} to {start + 24} of the source, line {line}")


def test_what_was_skipped_is_shown_as_skipped(desk: Desk) -> None:
    desk.open("**Ann:** Is it *really* on?\n\n**Bo:** It is.\n\n**Ann:** Still?\n\n**Bo:** Always.\n")
    place = desk.choose("Is it really on?")
    expect(place.locator("mark.skipped").first).to_have_text("*")
    expect(place.locator(".excerpt")).to_contain_text("Is it *really* on?")


def corrected(desk: Desk) -> None:
    """Every kind of correction, with the mouse."""
    place = desk.choose("With forty sheep")
    place.get_by_label("Whose words are these?").select_option(label="Marta Vidal")
    place.get_by_role("button", name="Assign").click()
    desk.wait_for_corrections(1)
    ines = desk.person("Ines Vidal")
    ines.get_by_label("Name").fill("Inés Vidal")
    ines.get_by_role("button", name="Rename").click()
    desk.wait_for_corrections(2)
    desk.person("Marta Vidal").get_by_label("Role").select_option("other")
    desk.wait_for_corrections(3)
    desk.person("Voice").get_by_role("button", name="words nobody speaks").click()
    desk.wait_for_corrections(4)
    desk.choose("This conversation").get_by_role("button", name="The interview ends here").click()
    desk.wait_for_corrections(5)
    desk.choose("For thirty years").get_by_role("button", name="The interview begins here").click()
    desk.wait_for_corrections(6)
    editor = desk.person("Editor")
    editor.get_by_role("button", name="somebody else: Editor, Coast & Country").click()
    desk.wait_for_corrections(7)
    other = desk.person("Editor, Coast & Country")
    other.get_by_label("Same person as").select_option(label="Editor")
    other.get_by_role("button", name="Merge").click()
    desk.wait_for_corrections(8)
    marta = desk.person("Marta Vidal")
    marta.get_by_label("Pseudonym").fill("Keeper B")
    marta.get_by_role("button", name="Hide the name").click()
    desk.wait_for_corrections(9)


SHEEP = ARTICLE.index("With forty sheep.")
MADE = [
    {
        "kind": "assign",
        "start": ARTICLE.index("With forty"),
        "end": ARTICLE.index("\n\nVoice"),
        "speaker": "Marta Vidal",
    },
    {"kind": "rename", "speaker": "Ines Vidal, keeper", "name": "Inés Vidal"},
    {"kind": "role", "speaker": "Marta Vidal", "role": "other"},
    {"kind": "not-a-speaker", "speaker": "Voice", "becomes": "passage"},
    {"kind": "end", "at": len(ARTICLE) - 1},
    {"kind": "begin", "at": ARTICLE.index("For thirty")},
    {"kind": "split", "label": "Editor, Coast & Country"},
    {"kind": "merge", "speakers": ["Editor", "Editor, Coast & Country"]},
    {"kind": "pseudonymise", "speaker": "Marta Vidal", "name": "Keeper B"},
]


def test_every_correction_is_that_of_the_api(desk: Desk, tmp_path: Path) -> None:
    """What is exported is what the API makes of text and corrections, and the command line of the file."""
    desk.open()
    corrected(desk)
    assert desk.corrections() == MADE
    assert {name for name, _ in desk.turns()} == {"Editor", "Inés Vidal", "Keeper B"}
    expected = desk.answer(text=ARTICLE, corrections=MADE)
    assert desk.exported("json") == ("Two Keepers_ One Light.json", expected)
    desk.page.keyboard.press("Escape")
    with desk.page.expect_download() as coming:
        desk.page.locator("#save-corrections").click()
    assert coming.value.suggested_filename == "Two Keepers_ One Light.corrections.json"
    coming.value.save_as(tmp_path / "kept.json")
    (tmp_path / "article.txt").write_text(ARTICLE)
    arguments = ["convert", str(tmp_path / "article.txt"), "--to", "tei", "--corrections", str(tmp_path / "kept.json")]
    replayed = CliRunner().invoke(cli, arguments)
    assert replayed.exit_code == 0
    tei = desk.answer("tei", text=ARTICLE, corrections=MADE, metadata={"filename": "article.txt"})
    assert replayed.stdout_bytes == tei


def test_whoever_is_hidden_can_still_be_corrected(desk: Desk) -> None:
    """Pseudonyms come last, so a correction after one means the speaker by the printed label."""
    desk.open()
    marta = desk.person("Marta Vidal")
    marta.get_by_label("Pseudonym").fill("Keeper B")
    marta.get_by_role("button", name="Hide the name").click()
    desk.wait_for_corrections(1)
    desk.person("Keeper B").get_by_label("Role").select_option("other")
    desk.wait_for_corrections(2)
    assert desk.corrections()[1] == {"kind": "role", "speaker": "Marta Vidal", "role": "other"}
    expect(desk.page.locator("#corrections .unmatched")).to_have_count(0)


def test_undo_and_redo(desk: Desk) -> None:
    desk.open()
    before = desk.turns()
    place = desk.choose("With forty sheep")
    place.get_by_label("Whose words are these?").select_option(label="somebody else…")
    place.get_by_label("Name").fill("Old Vidal")
    place.get_by_role("button", name="Assign").click()
    desk.wait_for_corrections(1)
    after = desk.turns()
    assert ("Old Vidal", "With forty sheep.") in after
    desk.page.get_by_role("button", name="Undo").click()
    desk.wait_for_corrections(0)
    assert desk.turns() == before
    desk.page.locator("#title").click()
    desk.page.keyboard.press("Control+Shift+z")
    desk.wait_for_corrections(1)
    assert desk.turns() == after
    desk.page.keyboard.press("Control+z")
    desk.wait_for_corrections(0)
    expect(desk.page.get_by_role("button", name="Undo")).to_be_disabled()


def test_one_correction_may_be_taken_back_alone(desk: Desk) -> None:
    desk.open()
    corrected(desk)
    desk.page.get_by_role("button", name="Take back: “Voice” is no speaker").click()
    desk.wait_for_corrections(8)
    assert desk.corrections() == [correction for correction in MADE if correction["kind"] != "not-a-speaker"]
    assert "Voice" in {name for name, _ in desk.turns()}


def test_the_work_survives_a_reload_until_it_is_given_up(desk: Desk) -> None:
    desk.open()
    corrected(desk)
    turns = desk.turns()
    desk.page.reload()
    desk.wait_for_corrections(9)
    assert (desk.turns(), desk.corrections()) == (turns, MADE)
    expect(desk.page.get_by_role("button", name="Undo")).to_be_enabled()
    desk.page.once("dialog", lambda dialog: dialog.accept())
    desk.page.get_by_role("button", name="New").click()
    expect(desk.page.get_by_label("Text of the interview")).to_be_focused()
    desk.page.reload()
    expect(desk.page.get_by_role("button", name="Try an example")).to_be_visible()
    expect(desk.page.locator("#work")).to_be_hidden()


def test_corrections_from_a_file_are_made_and_what_finds_nothing_is_said(desk: Desk, tmp_path: Path) -> None:
    desk.open()
    path = tmp_path / "kept.json"
    path.write_text(json.dumps({"corrections": [MADE[1], {"kind": "rename", "speaker": "Nobody", "name": "X"}]}))
    desk.page.locator("#load-corrections").set_input_files(path)
    desk.wait_for_corrections(2)
    assert "Inés Vidal" in {name for name, _ in desk.turns()}
    expect(desk.page.locator("#corrections .unmatched")).to_contain_text("no speaker has that label or name")


def test_a_file_of_corrections_that_makes_no_sense_changes_nothing(desk: Desk, tmp_path: Path) -> None:
    desk.open()
    path = tmp_path / "kept.json"
    path.write_text('{"corrections": [{"kind": "rename"}]}')
    desk.page.locator("#load-corrections").set_input_files(path)
    expect(desk.page.locator("#problem")).to_contain_text("corrections.0.speaker: Missing data")
    desk.wait_for_corrections(0)


@pytest.mark.parametrize("row", WRITTEN, ids=lambda row: row.name)
def test_every_format_is_exported_as_the_api_writes_it(desk: Desk, row: object) -> None:
    name = row.name  # type: ignore[attr-defined]
    desk.open()
    desk.page.get_by_role("button", name="Export").click()
    desk.page.get_by_label("Format").select_option(name)
    options = {}
    if name in ("vtt", "srt", "podcast"):
        expect(desk.page.locator("#take-problem")).to_contain_text("time")
        desk.page.get_by_label("make them up").fill("150")
        desk.page.get_by_label("make them up").press("Tab")
        options = {"words_per_minute": 150}
    file, data = desk.exported(name)
    assert file == f"Two Keepers_ One Light{row.suffix}"  # type: ignore[attr-defined]
    assert data == desk.answer(name, text=ARTICLE, options=options)
    shown = desk.page.locator("#preview").text_content() or ""
    assert name == "docx" or shown == data.decode("utf-8-sig")[:20_000]


def test_what_is_known_of_the_interview_goes_into_every_format(desk: Desk) -> None:
    desk.open()
    desk.page.get_by_role("button", name="Export").click()
    desk.page.get_by_text("About the interview").click()
    desk.page.get_by_label("Title").fill("The Keepers")
    date = desk.page.get_by_label("Date")
    date.fill("May 1962")
    date.press("Tab")
    expect(desk.page.locator("#e-date")).to_contain_text("Must be a date")
    date.fill("1962-05")
    date.press("Tab")
    expect(desk.page.locator("#e-date")).to_be_empty()
    file, data = desk.exported("tei")
    assert file == "The Keepers.tei.xml"
    assert data == desk.answer("tei", text=ARTICLE, metadata={"title": "The Keepers", "date": "1962-05"})


def test_what_is_previewed_can_be_copied(desk: Desk) -> None:
    desk.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    desk.open()
    desk.page.get_by_role("button", name="Export").click()
    desk.page.get_by_label("Format").select_option("markdown")
    expect(desk.page.locator("#preview")).to_contain_text("**Editor:**")
    desk.page.get_by_role("button", name="Copy").click()
    expect(desk.page.get_by_role("button", name="Copied")).to_be_visible()
    assert desk.page.evaluate("navigator.clipboard.readText()") == desk.answer("markdown", text=ARTICLE).decode()


@pytest.mark.parametrize("suffix", [".docx", ".tei.xml", ".json", ".vtt"])
def test_a_file_of_any_format_is_read(desk: Desk, tmp_path: Path, suffix: str) -> None:
    row = next(row for row in WRITTEN if row.suffix == suffix)
    path = tmp_path / f"ferry{suffix}"
    path.write_bytes(write(SAMPLE, row.name))
    desk.open_file(path)
    assert ("Wray", "When did you first take the boat out?") in desk.turns()
    place = desk.choose("When did you first")
    if suffix in (".docx", ".vtt"):
        expect(place.locator("mark.words")).to_contain_text("When did you first")
    else:
        expect(place.locator(".excerpt")).to_have_text("A file of this format keeps the turns and not their source.")
    desk.person("Wray").get_by_label("Role").select_option("other")
    desk.wait_for_corrections(1)
    assert desk.exported("markdown")[0] == "ferry.md" if suffix != ".tei.xml" else True


def test_a_file_is_dropped_anywhere(desk: Desk) -> None:
    desk.page.goto("./")
    expect(desk.page.get_by_role("button", name="Try an example")).to_be_visible()
    desk.page.evaluate(
        """text => {
            const dataTransfer = new DataTransfer();
            dataTransfer.items.add(new File([text], "keepers.txt", { type: "text/plain" }));
            for (const kind of ["dragover", "drop"]) {
                document.querySelector(".promises").dispatchEvent(
                    new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true }));
            }
        }""",
        ARTICLE,
    )
    expect(desk.page.locator("#work")).to_be_visible()
    assert ("Nobody is named", "With forty sheep.") in desk.turns()


def test_a_text_without_speakers_says_so(desk: Desk) -> None:
    desk.open("It rained all day, and the streets were empty.\n\nNobody came.\n")
    expect(desk.page.locator("#facts")).to_contain_text("nobody was found to speak")
    expect(desk.page.locator("#notes")).to_contain_text("no convention by which this text would name its speakers")


def test_what_cannot_be_read_is_said_and_the_text_stays(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "broken.docx"
    path.write_bytes(b"PK\x03\x04 and no more")
    desk.page.goto("./")
    desk.page.get_by_label("Text of the interview").fill("Ann: Yes.")
    desk.page.get_by_label("or a file").set_input_files(path)
    expect(desk.page.locator("#problem")).to_be_visible()
    expect(desk.page.get_by_label("Text of the interview")).to_have_value("Ann: Yes.")
