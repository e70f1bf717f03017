"""The solver is asked within limits, can be interrupted, and is not trusted blindly."""

from __future__ import annotations

import signal
import threading
from types import SimpleNamespace
from typing import Any, cast

import pytest
from ortools.sat.python import cp_model

from tests.cpsat.models import model, objective, one_of
from vvoptimize.cpsat import session as session_module
from vvoptimize.cpsat.builder import Builder
from vvoptimize.cpsat.search import search
from vvoptimize.cpsat.session import Session
from vvoptimize.errors import InternalError
from vvoptimize.ruleset.ground import Affine
from vvoptimize.ruleset.rules import Sense
from vvoptimize.solution.stages import Limits, Outcome, Stop


def question() -> Builder:
    return Builder.over([1, 1])


def balanced(services: int, parties: int):
    """Near-equal parts: easy to find an assignment, hopeless to prove the best."""
    structure = [
        one_of(s * parties + m for m in range(parties)) for s in range(services)
    ]
    weights = [10_007 + 7_919 * s * s % 9_973 for s in range(services)]
    values = [
        Affine({s * parties + m: weights[s] for s in range(services)})
        for m in range(parties)
    ]
    goal = objective(Sense.LEXIMIN, *values)
    return model([1] * (services * parties), structure, objectives=[goal])


def test_ctrl_c_while_solving_gives_the_incumbent():
    timer = threading.Timer(0.5, signal.raise_signal, [signal.SIGINT])
    timer.start()

    result = search(balanced(40, 6), Limits())

    timer.join()
    assert (result.outcome, result.stop) == (Outcome.FEASIBLE, Stop.INTERRUPTED)
    assert result.values is not None
    assert result.stages[-1].outcome is Outcome.UNKNOWN
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


@pytest.mark.parametrize(
    ("stage", "solves", "outcome"),
    [
        ("require", 0, Outcome.UNKNOWN),
        ("require", 1, Outcome.FEASIBLE),
        ("goal", 1, Outcome.FEASIBLE),
    ],
)
def test_ctrl_c_between_two_solves_ends_the_search_too(stage, solves, outcome):
    def press(progress):
        if (progress.stage_id, progress.solves) == (stage, solves):
            signal.raise_signal(signal.SIGINT)

    result = search(balanced(5, 2), Limits(), on_progress=press)

    assert (result.outcome, result.stop) == (outcome, Stop.INTERRUPTED)
    assert result.statistics.solves == solves


def test_a_program_with_its_own_answer_to_ctrl_c_keeps_it():
    heard = []
    old = signal.signal(signal.SIGINT, lambda *_: heard.append("own"))
    try:
        with Session(Limits()).interruptible():
            signal.raise_signal(signal.SIGINT)
    finally:
        signal.signal(signal.SIGINT, old)

    assert heard == ["own"]


def test_a_time_limit_is_told_as_time():
    result = search(balanced(40, 6), Limits(seconds=0.5))

    assert result.stop is Stop.TIME


def test_the_limit_that_is_nearest_is_told():
    assert search(balanced(40, 6), Limits(seconds=500, work=0.2)).stop is Stop.WORK
    assert search(balanced(40, 6), Limits(seconds=0.5, work=500)).stop is Stop.TIME


@pytest.mark.parametrize(
    ("limits", "stop"),
    [(Limits(seconds=0), Stop.TIME), (Limits(work=0), Stop.WORK)],
)
def test_nothing_is_asked_once_a_limit_is_used_up(limits, stop):
    session = Session(limits)

    assert session.ask(question()).outcome is Outcome.UNKNOWN
    assert (session.stop, session.solves) == (stop, 0)


def test_nothing_is_asked_after_a_stop():
    session = Session(Limits())
    session.interrupt()

    assert session.ask(question()).outcome is Outcome.UNKNOWN
    assert session.solves == 0


def test_it_can_be_asked_from_another_thread():
    answers = []

    def work():
        session = Session(Limits())
        with session.interruptible():
            answers.append(session.ask(question()))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()

    assert [answer.outcome for answer in answers] == [Outcome.OPTIMAL]


def test_an_invalid_model_is_an_internal_error():
    invalid = question()
    big = invalid.model.new_int_var(-(2**61), 2**61, "")
    invalid.model.add(4 * big <= 3)

    with pytest.raises(InternalError):
        Session(Limits()).ask(invalid)


def test_what_goes_wrong_in_the_solver_is_not_lost_in_its_thread():
    with pytest.raises(AttributeError):
        Session(Limits()).ask(cast("Builder", SimpleNamespace(model=None)))


@pytest.mark.parametrize(
    ("status", "outcome"),
    [
        (cp_model.OPTIMAL, Outcome.FEASIBLE),
        (cp_model.FEASIBLE, Outcome.FEASIBLE),
        (cp_model.INFEASIBLE, Outcome.UNKNOWN),
        (cp_model.UNKNOWN, Outcome.UNKNOWN),
    ],
)
def test_no_proof_is_taken_from_an_interrupted_solve(status, outcome):
    solver: Any = SimpleNamespace(value=lambda _: 0, best_objective_bound=0.0)

    answer = session_module._answer(solver, status, question(), interrupted=True)

    assert answer.outcome is outcome


@pytest.mark.parametrize(
    ("reported", "bound"),
    [
        (7.0, 7),
        (float("-inf"), None),
        (2.0**60, 2**60 - 2**10),
        (-(2.0**60), -(2**60) - 2**10),
    ],
)
def test_a_bound_beyond_what_floats_hold_claims_less(reported, bound):
    solver: Any = SimpleNamespace(best_objective_bound=reported)

    assert session_module._bound(solver) == bound
