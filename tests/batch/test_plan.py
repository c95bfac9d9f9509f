"""What there is to do, and what must not be done."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from transcript.batch.listing import Listed
from transcript.batch.plan import Plan
from transcript.batch.rows import Row
from transcript.batch.work import Before, Item


def planned(
    paths: Iterable[str], *, formats: Sequence[str] = ("json",), fold: bool = True, taken: Sequence[str] = ()
) -> tuple[list[str], dict[str, str | None]]:
    """The paths to do, and the reasons for those that are refused."""
    with Plan(formats, fold=fold) as plan:
        plan.add((Listed(Item(path, 1)) for path in paths), taken=taken)
        return [item.path for item in plan.to_do()], {row.path: row.reason for row in plan.refused()}


def test_each_document_is_done_once_in_the_order_of_its_path() -> None:
    assert planned(["b.txt", "a.txt", "b.txt", "a/z.txt"]) == (["a.txt", "a/z.txt", "b.txt"], {})


def test_documents_that_would_become_one_file_are_all_refused() -> None:
    assert planned(["a.txt", "a.vtt", "b.txt", "x/a.txt"]) == (
        ["b.txt", "x/a.txt"],
        {
            "a.txt": "not converted, because a.vtt would become the same file",
            "a.vtt": "not converted, because a.txt would become the same file",
        },
    )


def test_of_three_each_is_refused() -> None:
    assert set(planned(["a.txt", "a.vtt", "a.srt"])[1]) == {"a.txt", "a.vtt", "a.srt"}


def test_one_format_may_take_the_place_of_another() -> None:
    assert set(planned(["a.txt", "a.podcast.txt"], formats=["json", "podcast"])[1]) == {"a.txt", "a.podcast.txt"}


def test_on_this_machine_case_and_accents_make_no_other_file() -> None:
    names = ["a.txt", "A.vtt", "é.txt", "e\u0301.vtt"]
    assert planned(names)[0] == []
    assert set(planned(names, fold=False)[1]) == {"é.txt", "e\u0301.vtt"}


def test_no_result_takes_the_place_of_the_ledger() -> None:
    assert planned(["ledger.txt"], formats=["convokit"], taken=["ledger.jsonl"]) == (
        [],
        {"ledger.txt": "not converted, because the ledger would become the same file"},
    )


def test_a_name_that_is_not_in_unicode_is_refused_and_shown() -> None:
    assert planned(["caf\udce9.txt"]) == ([], {"caf\\udce9.txt": "its name is not in Unicode: rename it"})


def test_a_problem_of_the_listing_is_a_refusal() -> None:
    with Plan(["json"], fold=True) as plan:
        plan.add([Listed(Item("x/"), "this folder cannot be listed: Permission denied")])
        assert list(plan.refused()) == [Row("x/", "refused", "this folder cannot be listed: Permission denied")]
        assert plan.size == (1, 0)


def test_the_last_row_of_a_document_says_whether_it_is_settled() -> None:
    with Plan(["json"], fold=True) as plan:
        plan.add(Listed(Item(path)) for path in ("a.txt", "b.txt", "c.txt", "d.txt"))
        done = Row("a.txt", "done", sha256="1", asked="2", written=("json",))
        plan.settle(
            [
                done,
                Row("b.txt", "done", sha256="3", asked="4", written=("json",)),
                Row("b.txt", "failed", "unreadable"),
                Row("c.txt", "partial", "vtt: no times", sha256="5", asked="6", written=("json", "tei")),
                Row("gone.txt", "done", sha256="7", asked="8", written=("json",)),
            ]
        )
        assert [item.before for item in plan.to_do()] == [
            Before("1", "2", ("json",)),
            None,
            Before("5", "6", ("json", "tei")),
            None,
        ]
