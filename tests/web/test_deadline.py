"""A limit on computing leaves the process as it was."""

from __future__ import annotations

import threading

import pytest
from flask.testing import FlaskClient

from tests.web.test_problems import PLAIN, TEXT, problem
from transcript.web import create_app
from transcript.web.deadline import limit
from transcript.web.problems import Problem


def spin(times: int) -> int:
    """Computing that costs, and that nothing but an interrupt ends early."""
    return sum(number % 7 for number in range(times))


def endless() -> None:
    while True:
        try:
            spin(1000)
        except Exception:  # noqa: S112 - a library that swallows everything
            continue


def test_work_that_does_not_end_is_ended() -> None:
    with pytest.raises(Problem) as caught, limit(0.05):
        endless()
    assert caught.value.kind.code == "too-costly"


def test_work_within_the_limit_is_left_alone() -> None:
    with limit(10):
        assert spin(1000) == sum(number % 7 for number in range(1000))


def test_after_an_interrupt_work_goes_on_as_before() -> None:
    for _ in range(3):
        with pytest.raises(Problem), limit(0.01):
            endless()
    assert spin(300_000) == spin(300_000)


def test_no_limit_is_no_limit() -> None:
    with limit(0):
        assert spin(1000) == sum(number % 7 for number in range(1000))


def test_a_thread_that_no_signal_reaches_works_without_limit() -> None:
    results = []

    def work() -> None:
        with limit(0.000001):
            results.append(spin(300_000))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert results == [spin(300_000)]


def test_a_conversion_that_takes_too_long_is_422_and_the_next_is_answered(client: FlaskClient) -> None:
    hasty = create_app({"conversion_seconds": 0.001}).test_client()
    problem(hasty.post("/v1/transcripts", data=TEXT * 20_000, headers=PLAIN), "too-costly")
    assert hasty.get("/health").status_code == 200
    assert client.post("/v1/transcripts", data=TEXT, headers=PLAIN).status_code == 200
