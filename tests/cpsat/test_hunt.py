"""What the stages share refuses to go on from nothing, or from a contradiction."""

from __future__ import annotations

import pytest

from tests.cpsat.models import model
from vvoptimize.cpsat.form import Form
from vvoptimize.cpsat.hunt import Hunt
from vvoptimize.cpsat.lower import Lowering
from vvoptimize.cpsat.session import Answer, Session
from vvoptimize.errors import InternalError
from vvoptimize.solution.stages import Limits, Outcome

ATOM = Form({0: 1}, 0, 1, 0, 1)


def hunt(incumbent: tuple[int, ...] | None) -> Hunt:
    return Hunt(Lowering(model([1])), Session(Limits()), incumbent)


def test_there_is_nothing_to_better_before_the_first_assignment():
    with pytest.raises(InternalError):
        hunt(None).minimise(ATOM)


def test_a_solver_that_loses_the_incumbent_is_not_believed():
    lost = hunt((1,))
    lost.builder.require_one((0,))
    lost.builder.require_one((~0,))

    with pytest.raises(InternalError):
        lost.minimise(ATOM)


@pytest.mark.parametrize(("found", "kept"), [((2,), (1,)), ((0,), (0,)), (None, (1,))])
def test_only_a_better_answer_replaces_the_incumbent(monkeypatch, found, kept):
    stage = Hunt(Lowering(model([2])), Session(Limits()), (1,))
    answer = Answer(Outcome.FEASIBLE, found, 0)
    monkeypatch.setattr(stage.session, "ask", lambda _: answer)

    outcome, bound = stage.minimise(Form({0: 1}, 0, 1, 0, 2))

    assert (stage.incumbent, outcome, bound) == (kept, Outcome.FEASIBLE, 0)
