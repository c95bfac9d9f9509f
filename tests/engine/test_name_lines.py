"""Names on lines of their own, in the dress of houses and programs, and lines that only look like names."""

from __future__ import annotations

import pytest

from tests.engine.test_who_speaks import said


def test_names_in_capitals_need_no_blank_lines() -> None:
    text = (
        "ANNE-MARIE PELL\nBonjour, Luc MORO.\nLUC MORO, MEUNIER\nBonjour.\nANNE-MARIE PELL\n"
        "Vous avez un moulin ?\nLUC MORO\nDix ans.\nEt un four.\nANNE-MARIE PELL\nMerci.\nLUC MORO\nMerci à vous.\n"
    )
    assert [who for who, _ in said(text)] == ["ANNE-MARIE PELL", "LUC MORO"] * 3
    assert said(text)[3][1].split("\n") == ["Dix ans.", "Et un four."]


def test_one_heading_in_capitals_is_no_name() -> None:
    text = "THE OLD MILL\nIt stands by the river.\nIt is warm.\nTHE NEW MILL\nIt stands on the hill.\nIt is cold.\n"
    assert said(text) == []


@pytest.mark.parametrize("sign", ["- ", ""], ids=["both are items", "names are items"])
def test_names_may_be_items_of_a_list(sign: str) -> None:
    talk = [
        ("森", "水車はどこですか。"),
        ("林", "川です。"),
        ("森", "朝ですか。"),
        ("林", "はい"),
        ("森", "毎日?"),
        ("林", "はい"),
    ]
    text = "".join(f"- {name}\n{sign}{words}\n" for name, words in [*talk, ("森", "そう。"), ("林", "はい")])
    assert said(text) == [*talk, ("森", "そう。"), ("林", "はい")]


def test_points_that_recur_are_no_names() -> None:
    bought = "Rye\n- Salt\n- Rye\n- Salt\n- Oats\n- Rye\n- Salt\n- Oats\n- Rye\n- Oats\n- Salt\n- Rye\n- Salt\n"
    assert said(f"We bought, in turn:\n- {bought}") == []


def test_speeches_that_are_counted_have_their_names() -> None:
    text = (
        "Anf. 7 Åsa Moe (S)\n\nHerr talman! Kvarnen står stilla.\n\nAnf. 8 Bo Lund (M) replik\n\nVarför?\n\n"
        "Anf. 9 Åsa Moe (S) replik\n\nVattnet är slut.\n"
    )
    assert [who for who, _ in said(text)] == ["Åsa Moe", "Bo Lund", "Åsa Moe"]
    assert said("Anf. 7 kronor per kilo, sade hon.\n\nDet var allt.\n\nAnf. 8 och 9 ströks.\n") == []


def test_lines_in_capitals_that_go_on_are_no_names() -> None:
    text = (
        "NO WARRANTY OF ANY KIND,\nEXPRESS OR IMPLIED\nIS GIVEN HERE.\nUSE IT.\nNO WARRANTY OF ANY KIND\nEXPRESS OR\n"
    )
    assert said(text * 3) == []
