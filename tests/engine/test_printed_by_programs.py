"""What programs print: times, brackets and handles around a name; and what only looks like it."""

from __future__ import annotations

import pytest

from transcript.model import Turn
from transcript.pipeline import read, structure

WORDS = (
    "So where did you grow up?",
    "On the coast. We had two boats.",
    "Did you go out on them yourself?",
    "Every morning, I think. My father took me along.",
    "What did you catch?",
    "Mostly herring, and later some mackerel too.",
    "And who bought it?",
    "The people in the village. My aunt ran the shop.",
    "Do you miss it?",
    "I do, but I would not go back.",
)
NAMES = ("Maria Olsen", "Ben Hart")
NUMBERED = ("Speaker 1", "Speaker 2")
RECOGNISED = ("SPEAKER_00", "SPEAKER_01")


def turns(text: str) -> tuple[Turn, ...]:
    return structure(read(text.encode())).turns


def said(text: str) -> list[tuple[str | None, str]]:
    """Each turn: who speaks, by the printed name of the speaker, and the words."""
    document = structure(read(text.encode()))
    names = {speaker.id: speaker.name for speaker in document.speakers}
    return [(names[turn.speaker] if turn.speaker else None, turn.text) for turn in document.turns]


def spoken(names: tuple[str, str] = NAMES) -> list[tuple[str | None, str]]:
    return [(names[index % 2], words) for index, words in enumerate(WORDS)]


def printed(form: str, names: tuple[str, str] = NAMES, between: str = "\n\n") -> str:
    """The conversation in this form; ``{at}`` is a time code, ``{clock}`` a time of day, ``{s}`` seconds."""
    pieces = []
    for index, words in enumerate(WORDS):
        second = index * 17 + 5
        at = f"{second // 60}:{second % 60:02}"
        pieces.append(
            form.format(
                name=names[index % 2],
                words=words,
                at=at,
                hours=f"00:{second // 60:02}:{second % 60:02}",
                clock=f"9:{index + 8:02}",
                s=f"{second + 0.8:.1f}",
                t=f"{second + 12.5:.1f}",
                spoken=f"{second // 60} minutes {second % 60} seconds",
            )
        )
    return between.join(pieces)


@pytest.mark.parametrize("between", ["\n", "\n\n"])
@pytest.mark.parametrize("names", [NAMES, NUMBERED, RECOGNISED])
@pytest.mark.parametrize(
    "form",
    [
        "[{name}] {words}",
        "[{name}] [{at}] {words}",
        "[{name}] ({hours}) {words}",
        "[{name} - {hours}] {words}",
        "[{hours}] [{name}] {words}",
        "[{s}s -> {t}s] [{name}] {words}",
    ],
)
def test_a_name_in_brackets(form: str, names: tuple[str, str], between: str) -> None:
    assert said(printed(form, names, between)) == spoken(names)


def test_captions_with_a_name_in_brackets() -> None:
    text = "\n\n".join(
        f"{index + 1}\n00:00:{index * 3:02},000 --> 00:00:{index * 3 + 2:02},000\n[{RECOGNISED[index % 2]}] {words}"
        for index, words in enumerate(WORDS)
    )
    assert said(text) == spoken(RECOGNISED)


@pytest.mark.parametrize(
    "words",
    [
        ["[laughter] That was it.", "[Music] And so on.", "[laughter] I know.", "[inaudible 0:05] the boat."] * 3,
        ["[softly] I know you.", "[aloud] Do you?", "[softly] I do.", "[aloud] You know."] * 3,
        ["[INFO] The job starts.", "[ERROR] No such file.", "[INFO] Trying again.", "[ERROR] Giving up."] * 3,
        ["[WARN] Do I know you?", "[INFO] I do.", "[ERROR] Who are you?", "[INFO] You are you."] * 3,
        ["[Step 1] I open the lid.", "[Step 2] Do you see it?", "[Step 1] You close it.", "[Step 2] I see."] * 3,
        ["[London] You may go there.", "[Paris] We saw it.", "[London] It is ours.", "[Paris] I ask."] * 3,
        ["[Added] You can do this.", "[Fixed] We broke it.", "[Added] Your own sign.", "[Fixed] I see it now."] * 3,
        ["[Gale Force] Wind at sea.", "[Light Air] I do.", "[Fresh Breeze] Hm.", "[Near Calm] You."],
    ],
)
def test_a_direction_or_a_level_in_brackets_is_nobody(words: list[str]) -> None:
    assert not turns("\n".join(words))


def test_a_direction_in_brackets_is_the_speakers() -> None:
    text = "\n".join(f"[{RECOGNISED[index % 2]}] [laughs] {words}" for index, words in enumerate(WORDS))
    found = turns(text)
    assert [turn.text for turn in found] == [f"[laughs] {words}" for words in WORDS]
    assert all(turn.directions for turn in found)


@pytest.mark.parametrize(
    "form",
    [
        "[{s}s - {t}s] {name}: {words}",
        "{name} [{s}s - {t}s]: {words}",
        "{s}–{t}  {name}: {words}",
        "[{s} --> {t}] {name}: {words}",
        "[{hours}.000 --> {hours}.900] {name}: {words}",
        "[{s}s] {name}: {words}",
    ],
)
def test_seconds_beside_a_label_are_its_time(form: str) -> None:
    text = printed(form, RECOGNISED, "\n")
    assert said(text) == spoken(RECOGNISED)
    times = [turn.time.start for turn in turns(text) if turn.time]
    assert times[0] in (5.0, 5.8)
    assert len(times) == len(WORDS)


@pytest.mark.parametrize("years", ["(1990s)", "(1980s–1990s)", "[2.1]", "(12)"])
def test_other_numbers_beside_a_label_are_no_time(years: str) -> None:
    text = "\n\n".join(f"{NAMES[index % 2]} {years}: {words}" for index, words in enumerate(WORDS))
    assert all(turn.time is None for turn in turns(text))


@pytest.mark.parametrize("names", [NAMES, NUMBERED, ("maja_k", "ben"), ("Dr. Ines Roth", "Lars B. Vik, Acme")])
@pytest.mark.parametrize("between", ["\n", "\n\n"])
@pytest.mark.parametrize(
    "form",
    [
        "{name}\n({hours})\n{words}",
        "{name}\n({hours}) {words}",
        "{name}\n{at}\n{words}",
        "{name}\n\n{at}\n{words}",
        "{name}\n{clock}\n\n{words}",
        "{name}\n  {clock} AM\n{words}",
        "{name}\n[({hours})](https://video.example/watch?v=a&t=5) {words}",
        "**{name}**\n[({hours})](https://video.example/watch?v=a&t=5)\n{words}",
        "{name}\n11/5 {clock} AM\n{words}",
        "{name}\nNov 5, 2026 {clock} am\n{words}",
    ],
)
def test_a_name_and_a_time_below_it(form: str, between: str, names: tuple[str, str]) -> None:
    text = printed(form, names, between)
    found = turns(text)
    assert [turn.text for turn in found] == list(WORDS)
    assert [turn.speaker for turn in found[:2]] * 5 == [turn.speaker for turn in found]
    assert all(turn.time and turn.time.code for turn in found)


@pytest.mark.parametrize(
    "form", ["{name}\n  {clock} PM\n{words}", "{name}  {clock} PM\n{words}", "[{clock} p.m.] {name}\n{words}"]
)
def test_half_a_day_makes_a_time_one_of_the_day(form: str) -> None:
    times = [turn.time for turn in turns(printed(form)) if turn.time]
    assert {time.kind for time in times} == {"wall-clock"}
    assert times[0].start == 21 * 3600 + 8 * 60


def test_an_address_sent_in_a_chat_is_what_its_sender_says() -> None:
    words = [*WORDS[:4], "Here: https://boats.example/two", *WORDS[5:]]
    text = "\n".join(f"{NAMES[index % 2]}\n9:{index + 10}\n\n{said}" for index, said in enumerate(words))
    assert [turn.text for turn in turns(text)] == words


def test_captions_pasted_as_text_name_nobody() -> None:
    lines = ["so we went out", "on the boat that day", "yeah", "and my father said", "yeah", "we should go home now"]
    assert not turns("\n".join(f"{line}\n0:{index + 10}" for index, line in enumerate(lines * 2)))
    assert not turns("\n".join(f"{line} {index}\n0:{index + 10}" for index, line in enumerate(lines * 2)))


def test_the_times_of_a_programme_name_nobody() -> None:
    text = "\n\n".join(
        f"{stop}\n9:{10 + index}\nPlatform {index}" for index, stop in enumerate(["Arden", "Boll", "Cray"])
    )
    assert not turns(text)


@pytest.mark.parametrize("names", [NAMES, ("Maria", "Ben"), NUMBERED])
@pytest.mark.parametrize("between", ["\n", "\n\n"])
@pytest.mark.parametrize("form", ["{at} - {name} (Acme)\n{words}", "{at} | {name}\n{words}", "{at} – {name}\n{words}"])
def test_a_time_and_a_bar_before_a_name(form: str, between: str, names: tuple[str, str]) -> None:
    text = printed(form, names, between)
    assert said(text) == spoken(names)
    assert all(turn.time for turn in turns(text))


@pytest.mark.parametrize("bar", [" - ", " | "])
def test_the_chapters_of_a_recording_name_nobody(bar: str) -> None:
    chapters = ["Intro", "Boat Building", "Herring", "The Shop", "Village Market", "Going Back", "Outro"]
    text = "\n".join(f"{index}:05{bar}{title}" for index, title in enumerate(chapters))
    assert not turns(text)
    assert not turns(text.replace("\n", "\nWe talk of this and that, and what you do.\n"))
    parts = "\n".join(f"{index}:05{bar}{part}\nI tell you of it." for index, part in enumerate(["News", "Sport"] * 4))
    assert not [turn for turn in turns(parts) if turn.label]


@pytest.mark.parametrize("names", [NAMES, ("Maria", "Ben"), RECOGNISED, ("Ines Maria Roth", "Ines Carla Vik")])
@pytest.mark.parametrize("between", ["\n", "\n\n"])
@pytest.mark.parametrize(
    "form",
    [
        "**{name}** ({hours}) {words}",
        "**{name}** [{at}] {words}",
        "{name} [{hours}] {words}",
        "{name} ({at}) {words}",
        "[{hours}] **{name}** {words}",
    ],
)
def test_a_time_between_a_name_and_its_words(form: str, between: str, names: tuple[str, str]) -> None:
    text = printed(form, names, between)
    assert said(text) == spoken(names)
    assert all(turn.time and turn.time.code for turn in turns(text))


@pytest.mark.parametrize("names", [NAMES, ("Maria", "Ben"), RECOGNISED])
def test_a_time_and_a_name_without_a_colon(names: tuple[str, str]) -> None:
    assert said(printed("[{hours}] {name} {words}", names, "\n")) == spoken(names)


def test_a_name_without_a_colon_that_opens_one_line_leaves_all_unsaid() -> None:
    text = printed("[{hours}] {name} {words}", NAMES, "\n")
    assert not turns(text + "\n[00:05:00] Lars Vik I was there too.\n" + text.replace("[00:", "[01:"))


@pytest.mark.parametrize(
    "line",
    [
        "[{at}] So I went out. {words}",  # no name, and always the same word
        "Matthew ({verse}:{index}) Blessed are you, I say.",
        "see below ({at}) {words}",
        "Budget ({at}) The money is spent.",
    ],
)
def test_a_time_beside_other_words_names_nobody(line: str) -> None:
    lines = [line.format(at=f"{index}:05", words=words, verse=5, index=index + 10) for index, words in enumerate(WORDS)]
    assert not [turn for turn in turns("\n".join(lines)) if turn.label]


def test_verses_of_two_books_are_no_talk() -> None:
    verses = [f"{book} ({chapter}:{verse}) I say to you, go." for book in ("Mark", "Luke") for chapter in (3, 1)
              for verse in (10, 11)]  # fmt: skip
    assert not turns("\n".join(verses))


@pytest.mark.parametrize("names", [NAMES, ("maja_k", "ben"), ("maja#1234", "ben#0001")])
@pytest.mark.parametrize("between", ["\n", "\n\n"])
@pytest.mark.parametrize(
    "form",
    [
        "{name}, [12/03/2026 {clock}]\n{words}",
        "{name}, [12.03.2026 {clock}:07]:\n{words}",
        "{name}, [Mar 12, 2026 at {clock} PM]:\n{words}",
        "[05/11/2026 {clock} AM] {name}\n{words}",
        "[05-Nov-26 0{clock} AM] {name}\n{words}",
        "{name} — Today at {clock} AM\n{words}",
    ],
)
def test_a_name_and_a_date_above_the_words(form: str, between: str, names: tuple[str, str]) -> None:
    text = printed(form, names, between)
    assert said(text) == spoken(names)
    assert {turn.time.kind for turn in turns(text) if turn.time} == {"wall-clock"}


def test_the_dates_of_a_diary_name_nobody() -> None:
    entries = [
        f"[05/11/2026 9:{index + 10} AM] {'Home' if index % 2 else 'Work'}\nI went and you came." for index in range(9)
    ]
    assert not [turn for turn in turns("\n".join(entries)) if turn.label]


def test_the_dates_of_a_list_name_nobody() -> None:
    towns = ["Arden", "Boll", "Cray", "Arden", "Dorn", "Esk"]
    text = "\n".join(f"{town}, 12/03/2026 9:{index + 10}\nYou may come in." for index, town in enumerate(towns))
    assert not turns(text)


@pytest.mark.parametrize("form", ["{name}\n{spoken}\n{words}", "{name}\n{spoken}{at}\n{name} {spoken}\n{words}"])
def test_a_time_that_is_printed_to_be_read_aloud(form: str) -> None:
    text = printed(form, NAMES, "\n")
    assert said(text) == spoken()
    assert turns(text)[1].time.start == 22.0  # type: ignore[union-attr]


@pytest.mark.parametrize("names", [("maria", "ben_h"), ("maria.olsen", "Ben-2")])
@pytest.mark.parametrize("form", ["@{name}: {words}", "@{name}:\n{words}", "{name}> {words}"])
def test_a_handle(form: str, names: tuple[str, str]) -> None:
    assert said(printed(form, names, "\n\n")) == spoken(names)


@pytest.mark.parametrize(
    "lines",
    [
        ["mysql> select you from me;", "    -> where i = 1;", "mysql> select i;", "    -> limit 1;"] * 4,
        ["irb> puts 1", "irb> puts 2", "sh> ls", "irb> puts 3", "sh> cd x", "sh> ls"] * 2,
        ["File > Open", "File > Save", "Edit > Copy", "Edit > Paste"] * 2,
        ["@todo: ask me", "@param: you", "Some words here.", "@return: i"] * 1,
    ],
)
def test_a_prompt_or_a_menu_is_nobody(lines: list[str]) -> None:
    assert not turns("\n".join(lines))


@pytest.mark.parametrize(
    ("form", "names", "verb"),
    [
        ("{name} {verb}:\n\n{words}", ("You", "ChatGPT"), "said"),
        ("##### {name} {verb}:\n{words}", ("You", "ChatGPT"), "said"),
        ("**{name} {verb}:**\n\n{words}", ("Du", "ChatGPT"), "hat gesagt"),
        ("{name} {verb} :\n{words}", ("Vous", "Le Chat"), "a dit"),
    ],
)
def test_a_talk_with_a_program(form: str, names: tuple[str, str], verb: str) -> None:
    text = printed(form.replace("{verb}", verb), names)
    text = text.replace("Du hat", "Du hast").replace("Vous a dit", "Vous avez dit")
    assert said(text) == spoken(names)


@pytest.mark.parametrize("names", [("He", "She"), ("Maria", "Ben"), ("You", "he")])
def test_a_novel_says_who_said_too(names: tuple[str, str]) -> None:
    assert not [turn for turn in turns(printed("{name} said:\n\n{words}", names)) if turn.label]


@pytest.mark.parametrize("form", ["{name}: {words} #{hours}-5#", "{name}: {words} #{hours}#"])
def test_a_stamp_between_hashes_is_a_time(form: str) -> None:
    found = turns(printed(form))
    assert [turn.text.split(" #")[0] for turn in found] == list(WORDS)
    assert [turn.directions[0].time for turn in found][:2] == [5.0, 22.0]
    assert {turn.directions[0].type for turn in found} == {"timecode"}


def test_a_stamp_alone_says_when_the_next_begins() -> None:
    found = turns(printed("{name}: {words}\n#{hours}-5#"))
    assert [turn.text for turn in found] == list(WORDS)
    assert [turn.time.start for turn in found[1:3] if turn.time] == [5.0, 22.0]


def test_a_stamp_between_hashes_before_a_label_is_its_time() -> None:
    text = printed("#{hours}-5# {name}: {words}", between="\n")
    assert said(text) == spoken()
    assert turns(text)[1].time.start == 22.0  # type: ignore[union-attr]


def test_a_number_behind_a_hash_is_a_word() -> None:
    text = printed("{name}: {words} It is #5 of #12:30 there.")
    assert not any(turn.directions for turn in turns(text))


@pytest.mark.parametrize(
    ("header", "form"),
    [
        ("| Speaker | Text |\n|---|---|\n", "| {name} | {words} |"),
        ("| Time | Speaker | Text |\n|:---|:---:|---:|\n", "| {at} | {name} | {words} |"),
        ("| Speaker | Time | Text |\n| --- | --- | --- |\n", "|{name}|{at}|{words}|"),
        ("| Topic | Who | Words |\n|---|---|---|\n", "| {clock} | {name} | {words} |"),
    ],
)
def test_a_table_with_a_row_a_turn(header: str, form: str) -> None:
    assert said(header + printed(form, between="\n")) == spoken()


@pytest.mark.parametrize(
    "table",
    [
        "| Town | Boats |\n|---|---|\n" + "| Arden | two |\n| Boll | three |\n" * 5,
        "| Part | Kind | Note |\n|---|---|---|\n" + "| Hull | Oak | You may paint it. |\n| Mast | Fir | I did. |\n" * 5,
        "| Speaker | Side | Note |\n|---|---|---|\n" + "| Ann | left | You may go. |\n| Bo | right | I did. |\n" * 5,
        "Ann | yes, I do\nBo | no, you do\n" * 5,
    ],
)
def test_other_tables_name_nobody(table: str) -> None:
    assert not turns(table)


def test_an_empty_cell_is_the_same_speaker() -> None:
    text = printed("| {name} | {words} |", between="\n").replace("| Ben Hart | Every", "| | Every")
    found = said("| Name | Text |\n|---|---|\n" + text)
    assert ("Maria Olsen", f"{WORDS[2]}\n\n{WORDS[3]}") in found


@pytest.mark.parametrize("form", ["- {name}\n- {words}", "- {name}\n{words}", "• {name}\n\n{words}"])
@pytest.mark.parametrize("names", [NAMES, ("佐伯", "森川")])
def test_a_name_as_an_item(form: str, names: tuple[str, str]) -> None:
    assert said(printed(form, names, "\n")) == spoken(names)


@pytest.mark.parametrize(
    "items",
    [
        ["- Pros\n- It floats and you can sit.", "- Cons\n- It leaks."] * 5,
        ["- Apples\n- Pears", "- Nuts\n- Apples"] * 5,
        ["- Maria\n- Do you row?", "- Maria\n- I ask again.", "- Ben\n- Yes."],
    ],
)
def test_the_heads_of_a_list_are_nobody(items: list[str]) -> None:
    assert not [turn for turn in turns("\n".join(items)) if turn.label]


def test_captions_as_the_items_of_a_list() -> None:
    text = printed("  • {name}: {words}\n\n  • And that is\n\n  • all of it.", ("ANN HALE", "BO VIK"))
    found = turns(text)
    assert [turn.text.split("\n")[0] for turn in found] == list(WORDS)
    assert len({turn.speaker for turn in found}) == 2


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_names_explained_in_a_list_are_nobody(between: str) -> None:
    items = ["NOAA: It watches the sea.", "ESA: It has a boat.", "JAXA: The third.", "CERN: No boats.", "FAA: Planes."]
    assert not turns("We asked four of them.\n\n" + between.join(f"• {item}" for item in items))


@pytest.mark.parametrize("names", [NAMES, NUMBERED])
@pytest.mark.parametrize("between", ["\n", "\n\n"])
@pytest.mark.parametrize(
    "form",
    [
        "{hours} {name}\n{words}",
        "[{clock} AM] {name}\n{words}",
        "{name} [{s}s - {t}s]\n{words}",
        "{name} · {at}\n{words}",
        "{name} @ {at}\n{words}",
        "**{name}**  [{clock} AM](https://chat.example/p1)\n{words}",
    ],
)
def test_a_name_and_a_time_above_the_words(form: str, between: str, names: tuple[str, str]) -> None:
    text = printed(form, names, between)
    assert said(text) == spoken(names)
    assert all(turn.time and turn.time.code for turn in turns(text))


def test_the_versions_of_a_program_are_no_times() -> None:
    heads = ["Install (1.5)", "Remove (1.5)", "Install (2.5)", "Remove (2.5)"] * 2
    assert not any(turn.time for turn in turns("\n\n".join(f"{head}\nDo you have it?" for head in heads)))
