"""Interviews in which no label says who speaks: who asks and who answers, and pages that only look as if they had."""

from __future__ import annotations

import pytest

from tests.engine.test_who_speaks import said

ASKER, ANSWERER = "Interviewer", "Interviewee"

TALKS = {
    "tr": "Köye ne zaman döndünüz?|Geçen yaz.|Fırını nasıl buldunuz?|Boştu, açtım.|Yoruluyor musunuz?|Her gün.",
    "pl": "Kiedy pan wrócił?|Latem, byłem zmęczony.|Co pan zastał?|Pusty młyn.|Żałuje pan?|Nie, mnie tu dobrze.",
    "cs": "Kdy jste se vrátil?|V létě.|Co děláte ráno?|Peču chleba.|Nelitujete toho, vy sám?|Ani trochu.",
    "ro": "Când v-ați întors?|Vara trecută.|Ce faceți dimineața?|Coc pâine.|Aveți ajutor?|Pe fratele meu.",
    "nl": "Wanneer kwam u terug?|Vorige zomer.|Wat doet u nu?|Ik bak brood.|Bent u moe?|Elke dag.",
    "fi": "Milloin palasit, oletko varma?|Viime kesänä.|Leivotko joka päivä?|Kyllä.|Väsytkö sinä?|Minä en.",
    "el": "Πότε γυρίσατε;|Το καλοκαίρι.|Τι ψήνετε;|Ψωμί.|Σας κουράζει;|Όχι, εμένα όχι.",
    "uk": "Коли ви повернулися?|Улітку.|Що ви печете?|Хліб.|Чи ви втомлюєтеся?|Ні.",
    "vi": "Ông về đây khi nào?|Mùa hè.|Ông làm gì?|Tôi nướng bánh.|Ông có mệt không?|Không.",
    "id": "Kapan anda kembali?|Musim panas.|Apa yang anda buat?|Saya membuat roti.|Anda lelah?|Tidak.",
    "hi": "आप कब लौटे?|गर्मी में।|आप क्या बनाते हैं?|मैं रोटी बनाता हूँ।|आप थकते हैं?|नहीं।",
    "hu": "Mikor jött vissza?|Tavaly, mert hiányzott nekem a hegy.|Mit süt?|Kenyeret, ezt én tanultam meg."
    "|Fárasztó?|Elfáradtam néha.|Ki segít?|Senki.|Marad?|Szerintem igen.",
}


@pytest.mark.parametrize("between", ["\n\n", "\n"], ids=["blank lines", "none"])
@pytest.mark.parametrize("language", TALKS)
def test_paragraphs_in_turn_are_asked_and_answered_in_any_language(language: str, between: str) -> None:
    words = TALKS[language].split("|")
    assert said(between.join(words)) == [((ASKER, ANSWERER)[n % 2], line) for n, line in enumerate(words)]


@pytest.mark.parametrize(
    "text",
    [
        "Parolamı nasıl sıfırlarım?|Ayarlar menüsünü açınız.|Hesabımı nasıl silerim?|Destek ekibine yazınız."
        "|Faturam nerede?|Profil sayfanıza bakınız.",
        "Jak zmienić moje hasło?|Proszę otworzyć ustawienia.|Gdzie jest moja faktura?|Na swoim koncie widzisz listę."
        "|Jak usunąć moje konto?|Napisz do nas.",
        "What is yeast?|A fungus.|What is rye?|A grass.|What is a peel?|A flat shovel.|What is bran?|The husk."
        "|What is a crumb?|The inside.",
    ],
    ids=["tr", "pl", "a list of terms"],
)
def test_advice_and_terms_are_no_interview(text: str) -> None:
    assert said(text.replace("|", "\n\n")) == []
    assert said(text.replace("|", "\n")) == []


def test_what_closes_the_page_is_nobodys() -> None:
    talk = TALKS["nl"].replace("|", "\n\n")
    for closing in ("K. T.", "Das Gespräch führte Ines Roth.", "drucken | nach oben", "Zurück zur Seite"):
        assert said(f"{talk}\n\n{closing}") == said(talk)
    assert said(f"{talk}\n\nHeeft u spijt?\n\nNooit")[-1] == (ANSWERER, "Nooit")


def test_a_name_that_opens_the_first_paragraphs_is_that_of_the_side() -> None:
    first, second, *rest = TALKS["pl"].split("|")
    text = "\n".join([f"Ewa Lis: {first}", f"Jan Młynarz: {second}", *rest])
    assert [who for who, _ in said(text)] == ["Ewa Lis", "Jan Młynarz"] * 3


QUOTED = (
    "{}Kde pečiete?\n\n„V starom mlyne.\n\nJe tam teplo.“\n\nKto pomáha?\n\n„Brat.“\n\nPrečo ráno?\n\n„Lebo musím.“{}"
)


@pytest.mark.parametrize("marks", ["„“", '""', "»«", "“”", "””", "«»"])
def test_the_answer_in_quotation_marks_closes_with_them(marks: str) -> None:
    text = QUOTED.format("Chlieb\n\n„Pečiem,“ hovorí Ján Mlynár.\n\n", "\n\nJán Mlynár. Narodený v Brezne.")
    turns = said(text.translate({ord("„"): marks[0], ord("“"): marks[1]}))
    assert [who for who, _ in turns] == [ASKER, ANSWERER] * 3
    assert turns[1][1] == f"{marks[0]}V starom mlyne.\n\nJe tam teplo.{marks[1]}"
    assert turns[-1][1] == f"{marks[0]}Lebo musím.{marks[1]}"


@pytest.mark.parametrize(
    "text",
    [
        '"Where is the peel?"\n\n"On the wall."\n\n"And the rye?"\n\n"Gone."\n\n"All of it?"\n\n"All."',
        "Is the mill lost?\n\n“No,” says Ann Pell.\n\nShe bought it in May. The roof was gone.\n\nThe town paid"
        " for the wheel.\n\n“It was cheap,” says a man.\n\nWhat now?\n\n“Bread,” she says.\n\nHe nods.\n\n“And beer.”"
        "\n\nNobody knows when.\n\n“In June,” she says.\n\nIs it true?\n\n“Yes,” he says.",
    ],
    ids=["a story", "a report"],
)
def test_quotations_elsewhere_are_no_answers(text: str) -> None:
    assert said(text) == []


DASHED = "– Hvor baker du?\n\n– I mølla.\n\n{}– Hvem hjelper?\n\n– Bror min.\n\n– Hvorfor så tidlig?\n\n– Jeg må.\n\n{}"


def test_an_answer_goes_on_below_its_dash() -> None:
    more = "Det høres enkelt ut. Men de fleste ovner er kalde."
    assert said(DASHED.format(more + "\n\n", ""))[1] == (ANSWERER, f"I mølla.\n\n{more}")
    for caption in ("Navn: Arne Lund", "Foto: Kari Moe", "Arne Lund i mølla"):
        assert said(DASHED.format(caption + "\n\n", "")) == said(DASHED.format("", ""))


@pytest.mark.parametrize(
    "told",
    [
        "Lund setter seg ved vinduet.",
        "Han setter seg ved vinduet.",
        "Ler høyt.",
    ],
)
def test_what_the_reporter_tells_between_dashes_is_nobodys(told: str) -> None:
    text = "Baker Arne Lund står opp klokka tre.\n\n" + DASHED.format(told + "\n\n", "")
    assert told not in "".join(words for _, words in said(text))


def test_where_the_reporter_tells_once_no_paragraph_between_dashes_is_an_answer() -> None:
    told = "Lund setter seg ved vinduet.", "Det blir stille i mølla en lang stund."
    text = "Baker Arne Lund står opp klokka tre.\n\n" + DASHED.format(
        f"{told[0]}\n\n", f"{told[1]}\n\n– Ja vel?\n\n– Ja."
    )
    assert not any(words in spoken for _, spoken in said(text) for words in told)


def test_dashes_that_ask_nothing_are_no_talk_of_two() -> None:
    text = "\n\n".join(
        f"{name}, Pori\n\n– Pidin leivästä {n}." for n, name in enumerate(("Aino", "Eero", "Ilmi", "Oiva") * 2)
    )
    assert said(text) == []
    assert said("\n\n".join(f"– Se {n} oli hyvä." for n in range(8))) == []


def test_the_stroke_that_draws_letters_out_is_a_dash() -> None:
    text = "ـ أين تخبز؟\n– في الطاحونة.\nـ من يساعدك؟\n– أخي.\nـ لماذا باكرا؟\n– لأنني أنا الخباز.\n"
    assert said(text)[2:4] == [(ASKER, "من يساعدك؟"), (ANSWERER, "أخي.")]


def test_hyphens_that_ask_you_stand_before_questions() -> None:
    text = (
        "- Where do you bake?\nIn the mill.\nIt is warm.\n- Do you sleep?\nNo.\n- Who helps you?\nNobody.\n"
        "- You mind?\nNo.\n"
    )
    assert said(text)[:3] == [
        (ASKER, "Where do you bake?"),
        (ANSWERER, "In the mill.\n\nIt is warm."),
        (ASKER, "Do you sleep?"),
    ]
    listed = (
        "- Where is my bill?\nOn your page.\n- How do I pay?\nBy card.\n- Where is my key?\nIn your mail.\n"
        "- Can I leave?\nYes.\n"
    )
    assert said(listed) == []


@pytest.mark.parametrize("label", ["Q:", "Q.", "**Q:**", "Q1.", "Frage:", "В:", "問：", "Question:", "Interviewer:"])
@pytest.mark.parametrize("between", ["\n", "\n\n"], ids=["below", "blank line"])
def test_one_who_asks_is_not_given_the_answers(label: str, between: str) -> None:
    text = "\n\n".join(f"{label} Where is mill {n}?{between}By the river.\n\nI see it {n} times." for n in range(4))
    turns = said(text)
    assert [words for _, words in turns[0::2]] == [f"Where is mill {n}?" for n in range(4)]
    assert {who for who, _ in turns[1::2]} == {ANSWERER}
    assert ANSWERER not in {who for who, _ in turns[0::2]}


def test_where_answers_are_labelled_the_labels_tell() -> None:
    asked = "\n\n".join(
        f"Q: Where is mill {n}?\n\n{{}} By the river.\n\nQ: And then?\n\n{{}} I went on." for n in range(3)
    )
    for label in ("A:", "Ann Pell:"):
        turns = said(asked.replace("{}", label))
        assert {who for who, _ in turns[1::2]} == {label[:-1]}
        assert len(turns) == 12


def test_answers_of_several_who_are_named_in_brackets_are_nobodys() -> None:
    text = "".join(
        f"[{name} / baker]\nQ. Is it warm?\nYes.\nQ. Do you sleep?\nNo.\n" for name in ("Ann Pell", "Bo Lund")
    )
    assert [who for who, _ in said(text)][1::2] == [None] * 4


def test_advice_to_readers_is_nobodys() -> None:
    text = "".join(f"Q: How do I bake loaf {n}?\nHeat your oven, and you wait.\n" for n in range(4))
    assert {who for who, _ in said(text)} <= {None}


BETWEEN = (
    "{}\n\nAnn Pell: We bought it.\n\n{}\n\nBo Lund: In May.\n\nAnn Pell: In June.\n\n{}\n\nA.P.: Rye.\n\n{}\n\n"
    "B.L.: Yes."
)


def test_questions_between_labels_are_turns_of_somebody_unnamed() -> None:
    questions = "How did it begin?", "When was that?", "What do you bake?", "Every day?"
    turns = said(BETWEEN.format(*questions))
    assert [words for who, words in turns if who is None] == list(questions)
    assert turns[1] == ("Ann Pell", "We bought it.")


def test_an_answer_may_end_in_a_question() -> None:
    told = "It was dark.", "Who knows?", "We had rye.", "Or was it oats?"
    assert None not in {who for who, _ in said(BETWEEN.format(*told))}
    asked = BETWEEN.replace("In May.", "In May?").format("Well?", "When was that?", "What now?", "Every day?")
    assert None not in {who for who, _ in said(asked)}


NUMBERED = (
    "1. Do you bake?\nYes.\n2. Who taught you?\nMy aunt.\nShe was strict.\n3. Tell me of the mill.\nIt is warm.\n"
    "4. What do you need?\nThree things:\n1) rye,\n2) salt.\n5. And time?\nI have time.\n6. Every day?\nNearly.\n"
)


def test_numbered_questions_need_no_blank_lines() -> None:
    turns = said(NUMBERED)
    assert [who for who, _ in turns] == [ASKER, ANSWERER] * 6
    assert turns[3][1] == "My aunt.\n\nShe was strict."
    assert turns[5] == (ANSWERER, "It is warm.")


def test_a_quiz_is_no_interview() -> None:
    assert said("".join(f"{n}. What is the name of river {n}?\nIt is called Lune.\n" for n in range(1, 9))) == []


def test_the_last_line_may_be_a_credit_without_a_blank_line() -> None:
    text = TALKS["nl"].replace("|", "\n\n")
    assert said(text + "\nFoto: Jan Bakker") == said(text)
    assert said(text + "\nOf niet.")[-1] == (ANSWERER, "Elke dag.\nOf niet.")


def test_words_that_recur_before_or_above_paragraphs_are_labels_of_somebody() -> None:
    talk = TALKS["nl"].split("|")
    for one, other in (("C.R. ", "M.T. "), ("Redactie\n", "Bakker Smit\n")):
        text = "\n\n".join((one, other)[n % 2] + words for n, words in enumerate(talk))
        assert not {who for who, _ in said(text)} & {ASKER, ANSWERER}


def test_who_says_good_morning_may_be_named() -> None:
    greeting = "J.-P. Bakker.- Goedemorgen, welkom.\n\nGoedemorgen.\n\n"
    assert said(greeting + TALKS["nl"].replace("|", "\n\n"))[:3] == [
        (ASKER, "Goedemorgen, welkom."),
        (ANSWERER, "Goedemorgen."),
        (ASKER, "Wanneer kwam u terug?"),
    ]


def test_one_whose_label_asks_may_go_on_where_others_have_labels() -> None:
    text = "".join(
        f"Moderator: Shall we bake loaf {n}?\n\nI would say so.\n\nAnn Pell: Loaf {n} is done.\n\n" for n in range(4)
    )
    assert ANSWERER not in {who for who, _ in said(text)}
