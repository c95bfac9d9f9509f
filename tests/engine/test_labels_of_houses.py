"""How houses, parliaments and programs print a label: each page is one convention, and beside it what looks like it."""

from __future__ import annotations

import pytest

from tests.engine.test_who_speaks import said


def _talk(one: str, other: str, turns: int = 8) -> str:
    """Two in turn, each label with what parts it from the words."""
    return "\n\n".join(f"{one if n % 2 else other}It is number {n}, and that is so." for n in range(turns))


@pytest.mark.parametrize(
    ("one", "other", "people"),
    [
        ("ГОЛОВА. ", "МОРОЗЕНКО О.О. ", ("ГОЛОВА", "МОРОЗЕНКО О.О.")),
        ("O SR. PRESIDENTE - CAIO MATOS - PXY - ", "A SRA. BIA LINS - PQR - ", ("CAIO MATOS", "A SRA. BIA LINS")),
        ("@maria: ", "@tom.k: ", ("maria", "tom.k")),
        ("spk00: ", "spk01: ", ("spk00", "spk01")),
        ("I - ", "R - ", ("I", "R")),
        ("– Anna Lind: ", "– Bo Dunn: ", ("Anna Lind", "Bo Dunn")),
        ("MR. ROE: ", "MR. NANCE: ", ("MR. ROE", "MR. NANCE")),
        ("C.R. ", "M.T. ", ("C.R.", "M.T.")),
    ],
)
def test_a_label(one: str, other: str, people: tuple[str, str]) -> None:
    found = said(_talk(one, other))
    assert [who for who, _ in found] == [people[1], people[0]] * 4
    assert {words for _, words in found} == {f"It is number {n}, and that is so." for n in range(8)}


@pytest.mark.parametrize(
    "text",
    [
        "I - It is the first point.\n\nII - It is the second point.\n\nIII - It is the third.\n\nIV - It is the last.",
        "J.R. Hale came home. He sat.\n\nJ.R. Hale went out.\n\nC.D. Roe saw him.\n\nC.D. Roe told it.",
        "- Cost: high, I think.\n- Size: small.\n- Weight: little.\n- Price: none.\n- Colour: red.",
        "See the list.\n\n@home: it is warm.\n\nThe rest of the page goes on, and says more than that.",
        "ИВАНОВ И.И. О мостах. М., 1974.\n\nПЕТРОВ П.П. О реках. М., 1981.\n\nСИДОРОВ С.С. О лодках. М., 1990.",
    ],
)
def test_what_only_looks_like_it(text: str) -> None:
    assert said(text) == []


def test_an_office_may_stand_behind_the_name_on_its_line() -> None:
    calls = "\n\n".join(
        f"Operator\nThe next question, number {n}, please.\n\nRob Hale - President & CEO\nIt is {n}, and I thank you."
        for n in range(3)
    )
    assert [who for who, _ in said(calls)] == ["Operator", "Rob Hale"] * 3
    assert said(calls.replace("\nThe", "\n\nThe").replace("\nIt", "\n\nIt")) == said(calls)
    points = "Plan 1\n\nCost - high\nWe pay it all.\n\nPlan 2\n\nCost - low\nWe pay half.\n\nPlan 3\n\nRisk - none"
    assert said(points) == []


def test_a_heading_of_another_level_than_the_names_is_a_heading() -> None:
    talk = "\n\n".join(f"#### {'Ann' if n % 2 else 'Ben'}\n\nIt is {n}, I think." for n in range(6))
    assert said(f"### Episode Transcript\n\nA talk on trains, in two parts.\n\n{talk}") == said(talk)
    assert [who for who, _ in said(talk)] == ["Ben", "Ann"] * 3


def test_somebody_stands_plain_among_names_in_bold() -> None:
    talk = "\n\n".join(f"**{'Ann Hale' if n % 2 else 'Ben Roe'}**\nIt is {n}, I think." for n in range(6))
    text = f"{talk}\n\nUnknown Speaker\nYou do not.\n\n**Ann Hale**\nI do."
    assert said(text)[-2:] == [("Unknown Speaker", "You do not."), ("Ann Hale", "I do.")]
    assert said(text.replace("Unknown Speaker", "Unknown waters"))[-2][0] == "Ann Hale"


def test_a_number_alone_above_a_label_is_nobodys() -> None:
    text = "\n\n".join(f"{n}.\n\nAnn: Is it {n}?\n\nBen: It is {n}, I think." for n in range(1, 5))
    assert [words for _, words in said(text)][1::2] == [f"It is {n}, I think." for n in range(1, 5)]
