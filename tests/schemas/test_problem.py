"""The problem documents of the service keep their schema."""

from __future__ import annotations

import pytest
from marshmallow import ValidationError

from schemas import ProblemSchema
from transcript.web.problems import KINDS, Problem


@pytest.mark.parametrize("code", KINDS)
def test_every_kind_of_problem_keeps_the_schema(code: str) -> None:
    body = Problem(
        code,
        "So it is.",
        errors={"/segments/3/start": ["Must come after start."]},
        place={"line": 1, "column": 4, "offset": 3},
        available=[{"name": "json", "media_type": "application/json"}],
    ).body()
    assert ProblemSchema().load(body) == body


def test_a_problem_without_a_status_is_none() -> None:
    with pytest.raises(ValidationError, match="status"):
        ProblemSchema().load({"type": "/problems/not-found", "title": "There is nothing at this address"})
