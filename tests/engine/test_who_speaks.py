"""Whose words are whose: small pages, each with one thing that makes a careless reader give words to another."""

from __future__ import annotations

import pytest

from transcript.pipeline import read, structure


def said(text: str) -> list[tuple[str | None, str]]:
    """Each turn: who speaks, by the printed name of the speaker, and the words."""
    document = structure(read(text.encode()))
    names = {speaker.id: speaker.name for speaker in document.speakers}
    return [(names[turn.speaker] if turn.speaker else None, turn.text) for turn in document.turns]


@pytest.mark.parametrize(
    "name",
    ["Ellen Price", "PRICE", "Mr. Price", "Joe Place", "ZEIT", "ZEIT ONLINE", "The Times", "Photo", "Music Week"],
)
def test_a_name_may_hold_a_word_that_heads_fields(name: str) -> None:
    text = "\n\n".join(f"Host: Why is it {i}?\n\n{name}: It is {i}, I think." for i in range(8))
    assert [who for who, _ in said(text)] == ["Host", name] * 8


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("John Smith", "John Smith Jr."),
        ("Cole Sr.", "Cole Jr."),
        ("M. Roy", "Mme Roy"),
        ("Hr. Braun", "Fr. Braun"),
        ("Pan Nowak", "Pani Nowak"),
        ("Господин Гербер", "Госпожа Гербер"),
        ("Sister Cole", "Brother Cole"),
        ("Rep. Cole", "Sen. Cole"),
        ("Col. Cole", "Capt. Cole"),
        ("Mary Cole (mother)", "Mary Cole (daughter)"),
    ],
)
def test_two_people_of_one_name_stay_two(one: str, other: str) -> None:
    text = "\n\n".join(f"Interviewer: When?\n\n{one}: In May {i}.\n\n{other}: In June {i}." for i in range(2))
    assert len(structure(read(text.encode())).speakers) == 3


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Dr. Anya Petrova, Expert", "Dr.Petrova"),
        ("Lt. Col. Cole", "Col. Cole"),
        ("Mary Cole (mother)", "Mary Cole"),
        ("Senator Kyl", "Mr. Kyl"),
    ],
)
def test_two_labels_of_one_person_are_one(one: str, other: str) -> None:
    text = (
        f"Interviewer: When?\n\n{one}: In May.\n\nInterviewer: Sure?\n\n{other}: Yes.\n\nInterviewer: So?\n\n{one}: So."
    )
    assert len({who for who, _ in said(text)}) == 2


@pytest.mark.parametrize("indent", [0, 5, 16])
@pytest.mark.parametrize("label", ["MS. PELL", "THE COURT", "THE COURT REPORTER", "THE VIDEOGRAPHER"])
def test_an_objection_is_not_the_witness(label: str, indent: int) -> None:
    text = (
        "Q. Were you there?\nA. Yes.\nQ. When was that?\nA. In May.\nQ. Were you alone?\nA. No.\n"
        f"{' ' * indent}{label}: Objection.\nA. No, I was not.\nQ. Fine.\nA. Yes.\n"
    )
    assert (label, "Objection.") in said(text)


def test_a_hard_wrap_before_a_colon_is_no_label() -> None:
    text = (
        "WATKINS: We had a cow, two pigs and, thank\nGod: flour. That was all.\n\nHALE: Really?\n\n"
        "WATKINS: I said to\nMother: he is home. She cried.\n\nHALE: And?\n\nWATKINS: Nothing.\n\nHALE: I see."
    )
    assert {who for who, _ in said(text)} == {"WATKINS", "HALE"}


def test_a_line_without_a_stop_does_not_hide_the_next_label() -> None:
    text = "Ann: well\nBob: what\nAnn: so you know\nBob: no\nAnn: right\nBob: ok\n"
    assert [who for who, _ in said(text)] == ["Ann", "Bob"] * 3


def test_a_change_of_speaker_without_a_name_is_nobodys() -> None:
    text = ">> ANCHOR: Still raining?\n>> Yes.\n>> ANCHOR: Thanks.\n>> REPORTER: Bye.\n>> ANCHOR: Bye.\n"
    assert said(text)[1] == (None, "Yes.")


def test_dashes_among_labels_are_nobodys_and_points_of_a_list_are_the_speakers() -> None:
    talk = "Le Courrier : Vous êtes née ici ?\n\nLucie Mauret : Oui, ici.\n\n"
    asked = talk * 2 + "— Et les pères ?\n\n— Ils sont là.\n\n" + talk
    assert (None, "Et les pères ?") in said(asked)
    listed = talk + "Le Courrier : Pourquoi ?\n\nLucie Mauret : Deux raisons :\n\n— le vent,\n\n— la mer.\n\n" + talk
    assert {who for who, _ in said(listed)} == {"Le Courrier", "Lucie Mauret"}


@pytest.mark.parametrize(
    "label",
    [
        "Ann and Bob", "Ann Hale and Bob Hale", "Ann, Bob", "Ann's daughter", "A man in the audience",
        "Second reporter", "Voice from the back", "Caller from Ohio", "Question from the floor",
        "Mother of Ann", "Audience Member #2",
    ],
)  # fmt: skip
def test_somebody_who_speaks_once_is_neither_of_the_others(label: str) -> None:
    text = f"Ann: Hello there.\n\nBob: Hi.\n\nAnn: In May.\n\n{label}: We said yes.\n\nAnn: June.\n\nBob: Yes."
    assert [who for who, words in said(text) if words == "We said yes."] not in ([], ["Ann"], ["Bob"])


def test_points_of_a_list_are_no_people() -> None:
    text = (
        "Ann: Name some.\n\nBo: Three:\n\nSafety: wear a hat.\n\nSpeed: never run.\n\nAnn: Really?\n\nBo: Yes.\n\n"
        "Ann: Sure?\n\nBo: Quite."
    )
    assert {who for who, _ in said(text)} == {"Ann", "Bo"}


def test_four_capitals_may_be_a_surname() -> None:
    text = (
        "TELLER: Kay?\n\n(BEGIN VIDEO CLIP)\n\nHOLT: I will not resign.\n\n(END VIDEO CLIP)\n\n"
        "LUND (voice-over): Holt spoke.\n\nTELLER: And then?\n\nLUND: Silence.\n\nTELLER: Thanks."
    )
    assert [who for who, _ in said(text)] == ["TELLER", "HOLT", "LUND", "TELLER", "LUND", "TELLER"]


def test_an_initial_is_no_word_for_a_part() -> None:
    text = "\n\n".join(f"I. Vidal: I think {i}.\n\nM. Roth: No {i}." for i in range(4))
    assert all(
        speaker.role != "interviewer" for speaker in structure(read(text.encode())).speakers if "Vidal" in speaker.name
    )


def test_a_table_of_contents_is_nobodys() -> None:
    text = (
        "Contents\n\nRosa Meier: The Dairy ........ 3\nKarl Ott: The Mill ........ 9\n\n"
        "INT: Hello?\n\nRosa Meier: Yes.\n\nINT: Ok?\n\nRosa Meier: No.\n\nINT: And you?\n\nKarl Ott: Me too."
    )
    assert said(text)[0] == ("INT", "Hello?")


def test_two_lines_of_talk_are_an_interview_and_two_fields_are_none() -> None:
    assert said("Alice: Hello.\nBob: Hi there.") == [("Alice", "Hello."), ("Bob", "Hi there.")]
    assert said("Price: 30 dollars.\nColour: red.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[00:00.000 --> 00:02.000] [SPEAKER_00] Hello.\n[00:02.000 --> 00:03.000] [SPEAKER_01] Hi.\n"
         "[00:03.000 --> 00:05.000] [SPEAKER_00] Well?\n", ["SPEAKER_00", "SPEAKER_01", "SPEAKER_00"]),
        ("0:0:1.5 --> 0:0:4.0\nAnn Hale\nHello.\n\n0:0:4.0 --> 0:0:6.2\nBo Dunn\nHi.\n\n0:0:6.2 --> 0:0:8.0\nAnn Hale\n"
         "Well?\n\n0:0:8.0 --> 0:0:9.0\nBo Dunn\nYes.\n", ["Ann Hale", "Bo Dunn", "Ann Hale", "Bo Dunn"]),
        ("00:00:00 Speaker A\nHello there.\n\n00:00:04 Speaker B\nHi.\n\n00:00:08 Speaker A\nWell?\n",
         ["Speaker A", "Speaker B", "Speaker A"]),
        ("10:02:11 From Ann Hale to Everyone:\nhello all\n10:02:19 From Bo Dunn to Everyone:\nhi\n"
         "10:03:00 From Ann Hale to Everyone:\nbye\n", ["Ann Hale", "Bo Dunn", "Ann Hale"]),
        ("March 4, 2025, 10:02AM\n32m 11s\n\nMaya Osei   0:03\nHello.\n\n"
         "Rob Day   0:10\nHi.\n\nMaya Osei   0:13\nBye.\n",
         ["Maya Osei", "Rob Day", "Maya Osei"]),
    ],
)  # fmt: skip
def test_what_programs_print(text: str, expected: list[str]) -> None:
    assert [who for who, _ in said(text)] == expected


def people(text: str) -> list[tuple[str, str | None]]:
    """Each speaker: the name and the role."""
    return [(speaker.name, speaker.role) for speaker in structure(read(text.encode())).speakers]


def test_fields_above_say_who_a_label_is_and_open_no_turn() -> None:
    text = (
        "The Night Desk\n\nHost: Mark Hale\nGuest: Tess Orley\n\nHOST: Welcome back. Why here?\n\n"
        "GUEST: A bus, mostly.\n\nHOST: And then?\n\nGUEST: Then the mill.\n"
    )
    assert people(text) == [("Mark Hale", "interviewer"), ("Tess Orley", "interviewee")]
    assert said(text)[0] == ("Mark Hale", "Welcome back. Why here?")


def test_fields_above_say_what_part_initials_and_names_have() -> None:
    text = (
        "Interviewee: Mary Doyle\nInterviewer: Sam Reed\n\nSR: So where were you born.\n\nMD: In Cork.\n\n"
        "SR: Go on.\n\nMD: My mother kept hens.\n\nSR: I see.\n\nMD: They were good hens.\n"
    )
    assert people(text) == [("Sam Reed", "interviewer"), ("Mary Doyle", "interviewee")]
    same = text.replace("SR:", "Sam Reed:").replace("MD:", "Doyle:")
    assert people(same) == [("Sam Reed", "interviewer"), ("Doyle", "interviewee")]
    two = text.replace("Interviewer: Sam Reed", "Interviewer: Sam Reed\nInterviewer: Sol Rand")
    assert people(two)[0][0] == "SR"  # either may be meant


def test_where_nobody_is_found_it_is_said_whether_it_looks_like_talk() -> None:
    talk = structure(read("\n\n".join(f"Ĉu la tago {n} estis longa?\n\nJes, tre longa." for n in range(8)).encode()))
    essay = structure(read("\n\n".join(f"The day was long, and number {n} was longer." for n in range(16)).encode()))
    assert not talk.turns
    assert not essay.turns
    assert "every other line asks" in talk.notes[0].message
    assert talk.confidence < essay.confidence


@pytest.mark.parametrize(
    "name", ["Đại sứ Knapp", "Ministr vnitra Jan Roth", "De heer Nijhof (PvdX)", "Saeed golnaz", "Jean-luc petit"]
)
def test_words_in_small_letters_may_stand_in_a_name(name: str) -> None:
    text = "\n\n".join(f"Ana Torres: Why is it {i}?\n\n{name}: It is {i}, no doubt." for i in range(6))
    assert len({who for who, _ in said(text)}) == 2


def test_a_remark_that_opens_three_paragraphs_is_no_person() -> None:
    text = "\n\n".join(
        f"Ana Torres: Why is it {i}?\n\nBo Dunn: It is {i}, I think, and that is so.\n\nFun fact: it was {i} before."
        for i in range(3)
    )
    assert {who for who, _ in said(text)} == {"Ana Torres", "Bo Dunn"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Q82 Chair", "Chair"),
        ("Maria Silva (she/her)", "Maria Silva"),
        ("김갑수 앵커 (이하 앵커)", "앵커"),
        ("THE MINISTER OF STATE FOR PORTS (SHRI NITIN RAO)", "SHRI NITIN RAO"),
    ],
)
def test_what_stands_beside_a_name_makes_no_other_person(one: str, other: str) -> None:
    text = "\n\n".join(
        f"{label}: It is {i}, I think.\n\nTess Orley: And {i} is enough."
        for i, label in enumerate([one, other, one, other])
    )
    assert len({who for who, _ in said(text)}) == 2


def test_a_headline_above_the_talk_opens_no_turn() -> None:
    talk = "\n\n".join(f"Ana Torres: Why is it {i}?\n\nPetrova: It is {i}, I think." for i in range(4))
    text = f"Petrova: Peace is a long road\n\nA talk on a train, recorded in May.\n\n{talk}"
    assert said(text)[0] == ("Ana Torres", "Why is it 0?")
    assert said(f"Petrova: I begin, if I may.\n\nA train passes.\n\n{talk}")[0][0] == "Petrova"


def test_a_record_that_has_lost_its_line_breaks_keeps_questions_and_answers_apart() -> None:
    text = "MR JAY: Your name, please? " + " ".join(f"A. It is number {i}. Q. And then, was it {i}?" for i in range(4))
    assert [who for who, _ in said(text)] == ["MR JAY", *["A", "Q"] * 4]
    assert said("He took vitamin A. It helped. He took plan B. It did not. " * 5) == []


def test_questions_from_the_floor_are_not_the_moderators() -> None:
    text = "Moderator: Hattie Orley\n\n" + "\n\n".join(
        f"Moderator: Next, number {i}.\n\nQ (Doug): Who pays for {i}?\n\nRosa Meier: We all do, I think."
        for i in range(3)
    )
    assert {who for who, _ in said(text)} == {"Hattie Orley", "Q", "Rosa Meier"}


def test_a_turn_quoted_in_an_article_ends_with_the_quotation() -> None:
    text = (
        "The records of the mill have been found.\n\n> CLERK: Who opened the sluice?\n>\n> MILLER: I did.\n>\n"
        "> And I closed it.\n\nNobody had asked him before.\n\n"
        "> CLERK: When?\n>\n> MILLER: At night.\n\nThe mill stood still."
    )
    assert said(text) == [
        ("CLERK", "Who opened the sluice?"),
        ("MILLER", "I did.\n\nAnd I closed it."),
        ("CLERK", "When?"),
        ("MILLER", "At night."),
    ]


def test_a_quotation_within_a_turn_does_not_end_it() -> None:
    text = "".join(
        f"CLERK: Who opened it?\n\nMILLER: The law says:\n\n> A sluice is shut.\n\nSo it was shut on day {day}.\n\n"
        for day in range(3)
    )
    assert said(text)[-1] == ("MILLER", "The law says:\n\nA sluice is shut.\n\nSo it was shut on day 2.")


def test_what_stands_outside_the_quotation_marks_of_a_dialogue_is_told() -> None:
    text = "".join(
        f"Ada: “Is gate {gate} open?”\n\nBen: “It is.”\n\n“And it stays so.”\n\nBen hung up. I never met him.\n\n"
        for gate in range(3)
    )
    assert said(text) == [turn for gate in range(3) for turn in (
        ("Ada", f"“Is gate {gate} open?”"), ("Ben", "“It is.”\n\n“And it stays so.”")
    )]  # fmt: skip


def test_one_turn_that_quotes_is_no_dialogue_in_quotation_marks() -> None:
    text = "".join(f"Ada: Is gate {n} open?\n\nBen: “Open”, it says.\n\nI looked.\n\n" for n in range(3))
    assert said(text)[1] == ("Ben", "“Open”, it says.\n\nI looked.")


def test_no_two_people_have_one_id() -> None:
    people = ("Col. Cole", "Capt. Cole", "Ann")
    text = "\n\n".join(f"{people[n % 3]}: It is number {n}, I think." for n in range(12))
    speakers = structure(read(text.encode())).speakers
    assert len({speaker.id for speaker in speakers}) == len(speakers) == 3
    names = "\n\n".join(f"**李明：** 你在哪裡 {n}？\n\n王芳　我在家 {n}，很好。" for n in range(4))
    told = "\n\n".join(f"**問題 {n} 是什麼，您說？**\n\n我說是 {n}，很好。" for n in range(6))
    for page in (
        names,
        f"**李明：** 您在哪裡？\n\n**王芳：** 我在家。\n\n{told}",
        f"**Ann:** Where?\n\n**Interviewer:** I am.\n\n{told}",
    ):
        found = structure(read(page.encode())).speakers
        assert len({speaker.id for speaker in found}) == len(found)


def test_a_time_that_ends_before_it_begins_has_no_end() -> None:
    text = "Ann Hale (1:05 - 0:59):\nIs it so?\n\nBo Dunn (1:10 - 1:20):\nIt is.\n\nAnn Hale (1:21 - 1:22):\nGood."
    times = [turn.time for turn in structure(read(text.encode())).turns]
    assert [(time.start, time.end) for time in times if time] == [(65, None), (70, 80), (81, 82)]
