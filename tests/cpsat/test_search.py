"""Stages in order, each optimum locked, one answer."""

from __future__ import annotations

import signal
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.cpsat import strategies
from tests.cpsat.models import (
    affine,
    all_atoms,
    at_least,
    exactly,
    instance,
    model,
    not_negative,
    objective,
    one_of,
)
from tests.cpsat.reference import assignments, truth_of, value_of
from vvoptimize.cpsat.search import search
from vvoptimize.ruleset.ground import (
    Affine,
    Cell,
    Certain,
    Comparison,
    Relation,
    Undetermined,
    Unknown,
)
from vvoptimize.ruleset.rules import RuleKind, Sense
from vvoptimize.solution.stages import Limits, Outcome, StageKind, Stop

if TYPE_CHECKING:
    from vvoptimize.cpsat.results import Progress
    from vvoptimize.ruleset.instances import RuleInstance

HALF = Fraction(1, 2)
SOFT = RuleKind.PREFER


def stages(ground, **limits):
    return {stage.stage_id: stage for stage in search(ground, Limits(**limits)).stages}


def test_stages_come_in_order_and_each_keeps_what_those_before_it_reached():
    ground = model(
        [1, 1, 1],
        [one_of([0, 1, 2])],
        [
            at_least("soft", Affine({0: -2}), kind=SOFT),
            instance(
                "not-both", Comparison(Affine({1: 1, 2: 1}, -1), Relation.AT_MOST_ZERO)
            ),
        ],
        [
            objective(Sense.MAXIMISE, Affine({0: 5, 1: 2, 2: 2}), name="most"),
            objective(Sense.MINIMISE, affine({1: HALF, 2: 1}), name="least"),
        ],
    )

    result = search(ground, Limits())

    assert result.values == (0, 1, 0)
    assert (result.outcome, result.stop) == (Outcome.OPTIMAL, Stop.PROVED)
    told = [(s.stage_id, s.kind, s.outcome, s.value, s.bound) for s in result.stages]
    assert told == [
        ("require", StageKind.REQUIRE, Outcome.OPTIMAL, None, None),
        ("soft", StageKind.PREFER, Outcome.OPTIMAL, 0, 0),
        ("most", StageKind.MAXIMISE, Outcome.OPTIMAL, 2, 2),
        ("least", StageKind.MINIMISE, Outcome.OPTIMAL, HALF, HALF),
        ("atoms", StageKind.TIE_BREAK, Outcome.OPTIMAL, None, None),
    ]
    assert result.statistics.solves == sum(stage.solves for stage in result.stages)


def test_a_soft_rule_adds_shortfalls_up_over_its_instances():
    ground = model(
        [1, 1, 2],
        [one_of([0, 1])],
        [
            at_least("soft", Affine({0: -3, 2: 1}, 1), kind=SOFT),
            at_least("soft", Affine({1: -4, 2: -1}), kind=SOFT),
            at_least("soft", affine({}, -HALF), kind=SOFT),
            at_least("soft", Affine({0: 1}, 5), kind=SOFT),
        ],
    )

    result = search(ground, Limits())

    # One of the first two must fall short by two in all, whatever the third atom is.
    soft = result.stages[1]
    assert (soft.value, soft.bound, soft.unit) == (2 + HALF, 2 + HALF, "FTE")
    assert result.values == (1, 0, 0)


def test_a_soft_rule_without_amounts_counts_what_is_broken():
    ground = model(
        [1, 1],
        [one_of([0, 1])],
        [
            instance("soft", exactly(Affine({0: 1}, -1)), kind=SOFT),
            instance("soft", exactly(Affine({1: 1}, -1)), kind=SOFT),
            instance("soft", Undetermined(("quality",)), kind=SOFT),
        ],
    )

    soft = stages(ground)["soft"]

    assert (soft.value, soft.missing) == (1, ("quality",))
    assert soft.outcome is Outcome.FEASIBLE


def test_as_few_soft_instances_as_possible_are_left_undetermined():
    figure = Unknown(0, ("distance",))
    ground = model(
        [1, 1],
        [one_of([0, 1])],
        [
            at_least("soft", Affine({1: -2}), kind=SOFT),
            at_least("soft", Affine({0: -1}, 0, (figure,)), kind=SOFT),
            instance("soft", Undetermined(("rent",)), kind=SOFT),
            instance(
                "lost", exactly(Affine({}, 0, (Unknown(None, ("x",)),))), kind=SOFT
            ),
        ],
    )

    told = stages(ground)

    # Atom 0 would leave the second case open, so atom 1 is taken at a cost of 2.
    assert (told["soft"].value, told["soft"].missing) == (2, ("distance", "rent"))
    assert told["lost"].missing == ("x",)


def test_a_soft_rule_that_nothing_can_decide_is_not_called_proved():
    lost = at_least("soft", Affine({0: 1}, 0, (Unknown(None, ("x",)),)), kind=SOFT)

    result = search(model([1], instances=[lost]), Limits())

    assert (result.stages[1].outcome, result.stages[1].missing) == (
        Outcome.FEASIBLE,
        ("x",),
    )
    assert result.outcome is Outcome.FEASIBLE


def test_a_soft_instance_that_data_breaks_counts_as_one():
    ground = model(
        [1],
        instances=[
            instance("soft", Certain(value=False), kind=SOFT),
            at_least("soft", Affine({0: 2}, -2), kind=SOFT),
        ],
    )

    soft = stages(ground)["soft"]

    assert (soft.value, soft.outcome) == (1, Outcome.OPTIMAL)


def test_as_few_required_instances_as_possible_are_left_undetermined():
    def needs(leaf: int, name: str) -> RuleInstance:
        return at_least(name, Affine({}, 0, (Unknown(leaf, (f"figure {leaf}",)),)))

    ground = model(
        [1, 1, 1],
        [not_negative(Affine({0: 1, 1: 1, 2: 1}, -1))],
        [needs(0, "a"), needs(0, "b"), needs(1, "c"), needs(1, "d"), needs(2, "e")],
    )

    result = search(ground, Limits())

    assert result.values == (0, 0, 1)
    assert result.stages[1].kind is StageKind.DECIDED
    assert (result.stages[1].value, result.stages[1].bound) == (1, 1)


def test_a_required_instance_that_nothing_can_decide_passes_and_is_counted():
    result = search(
        model([1], instances=[instance("x", Undetermined(("y",)))]), Limits()
    )

    assert result.outcome is Outcome.FEASIBLE
    assert (result.stages[1].value, result.stages[1].solves) == (1, 0)


@pytest.mark.parametrize("test", [Certain(False), not_negative(Affine({0: -1}, -1))])
def test_no_assignment_is_proved_infeasible(test):
    result = search(model([1, 1], instances=[instance("never", test)]), Limits())

    assert (result.outcome, result.values) == (Outcome.INFEASIBLE, None)
    assert [stage.outcome for stage in result.stages] == [Outcome.INFEASIBLE]
    assert result.stop is Stop.PROVED


@pytest.mark.parametrize(
    ("sense", "step", "constant", "values"),
    [
        # 0, 3 or 5 started steps of 2 or 3: what lies within a step does not count.
        (Sense.MINIMISE, 2, 1, (0, 0)),
        (Sense.MINIMISE, 3, -2, (0, 1)),
        (Sense.MAXIMISE, 2, 1, (1, 1)),
        (Sense.MAXIMISE, 5, 1, (0, 1)),
        (Sense.MAXIMISE, Fraction(1, 2), 0, (1, 1)),
    ],
)
def test_differences_below_the_step_do_not_count(sense, step, constant, values):
    # Atoms reach 0 (excluded where it would be best by far), 3, 4 or 7.
    keep = [not_negative(Affine({0: 1, 1: 1}, -1))] if constant == -2 else []
    goal = objective(sense, Affine({0: 3, 1: 4}, constant), step=step)

    result = search(model([1, 1], keep, objectives=[goal]), Limits())

    assert result.values == values
    stage = result.stages[1]
    assert stage.value == 3 * values[0] + 4 * values[1] + constant
    assert (stage.bound, stage.step) == (None, step)


def test_an_objective_that_lacks_a_figure_is_not_posed_and_the_others_are():
    lacking = Affine({0: 1}, 0, (Unknown(1, ("price",)),))
    ground = model(
        [1, 1],
        objectives=[
            objective(Sense.MINIMISE, lacking, name="cost"),
            objective(Sense.MAXIMISE, Affine({0: 1, 1: 1}), name="gain"),
        ],
    )

    result = search(ground, Limits())

    assert (result.stages[1].outcome, result.stages[1].missing) == (
        Outcome.UNKNOWN,
        ("price",),
    )
    assert result.stages[2].value == 2
    assert result.outcome is Outcome.FEASIBLE


@settings(max_examples=60)
@given(strategies.tests(2), strategies.affines(2), st.sampled_from(list(Sense)))
def test_any_rule_and_any_objective_agree_with_brute_force(test, value, sense):
    ground = model(
        strategies.UPPERS,
        instances=[instance("rule", test)],
        objectives=[objective(sense, value)],
    )
    every = assignments(ground.atoms)
    allowed = [v for v in every if truth_of(test, v) is not False]
    undecided = {v: truth_of(test, v) is None for v in allowed}
    fewest = min(undecided.values(), default=None)
    allowed = [v for v in allowed if undecided[v] == fewest]
    reached = {v: value_of(value, v) for v in allowed}

    result = search(ground, Limits())

    if None not in reached.values():
        sign = 1 if sense is Sense.MINIMISE else -1
        allowed.sort(key=lambda v: (sign * (reached[v] or 0), v))
    assert result.values == (allowed[0] if allowed else None)
    if allowed:
        assert bool(result.stages[-2].missing) == (None in reached.values())


def press_ctrl_c_at_goal(progress: Progress) -> None:
    if progress.stage_id == "goal":
        signal.raise_signal(signal.SIGINT)


@pytest.mark.parametrize("kind", ["minimise", "leximin"])
def test_a_stage_stopped_before_its_figures_are_settled_is_not_posed(kind):
    lacking = Affine({0: 1}, 0, (Unknown(1, ("price",)),))
    ground = model([1, 1], objectives=[objective(Sense(kind), lacking)])
    ground = replace(ground, structure=(exactly(Affine({1: 1})),))

    result = search(ground, Limits(), on_progress=press_ctrl_c_at_goal)

    assert (result.stages[1].outcome, result.stages[1].missing) == (Outcome.UNKNOWN, ())
    assert result.stop is Stop.INTERRUPTED


def test_a_figure_is_named_once_however_often_it_is_missing():
    shared = Affine({0: 1}, 0, (Unknown(None, ("b", "a")),))
    cells = [Cell("c", (), shared), Cell("d", (), shared)]
    goal = objective(Sense.MINIMISE, Affine(dict.fromkeys(cells, 1)))

    assert search(model([1], objectives=[goal]), Limits()).stages[1].missing == (
        "b",
        "a",
    )


def test_a_hint_does_not_change_the_answer():
    ground = model([1] * 4, [one_of(range(4))])

    answers = {
        search(ground, Limits(), hint=hint).values
        for hint in (None, (1, 0, 0, 0), (1, 1, 1, 1))
    }

    assert answers == {(0, 0, 0, 1)}


def test_progress_names_every_stage_and_counts_solves():
    goal = objective(Sense.LEXIMIN, Affine({0: 1}), Affine({1: 2}), name="fair")
    ground = model([1, 1], [one_of([0, 1])], objectives=[goal])
    told: list[Progress] = []

    search(ground, Limits(), on_progress=told.append)

    assert list(dict.fromkeys(p.stage_id for p in told)) == ["require", "fair", "atoms"]
    assert [p.solves for p in told] == sorted(p.solves for p in told)
    assert {(p.stage, p.stages) for p in told} == {(1, 3), (2, 3), (3, 3)}
    assert max(p.ranks for p in told) == 2


def crowded():
    """Many assignments are equally fair: only the tie-break tells them apart."""
    services, parties = range(12), range(4)
    structure = [one_of(s * 4 + m for m in parties) for s in services]
    values = [Affine({s * 4 + m: 2 + s % 3 for s in services}) for m in parties]
    goal = objective(Sense.LEXIMIN, *values, step=2)
    return model([1] * 48, structure, objectives=[goal], tie_breaks=[all_atoms(48)])


def test_the_answer_is_the_same_for_any_workers_and_seed():
    runs = [(1, 0), (2, 0), (8, 0), *((1, seed) for seed in range(1, 10)), (2, 10)]

    answers = {search(crowded(), Limits(workers=w, seed=s)).values for w, s in runs}

    assert len(answers) == 1


def test_a_limit_reached_at_once_is_told_as_unknown():
    result = search(crowded(), Limits(work=1e-9))

    assert (result.outcome, result.values, result.stop) == (
        Outcome.UNKNOWN,
        None,
        Stop.WORK,
    )
    assert {stage.outcome for stage in result.stages} == {Outcome.UNKNOWN}
    assert [stage.solves for stage in result.stages] == [1, 0, 0]


def test_no_time_at_all_asks_nothing():
    result = search(crowded(), Limits(seconds=0))

    assert (result.outcome, result.stop) == (Outcome.UNKNOWN, Stop.TIME)
    assert result.statistics.solves == 0


@pytest.mark.parametrize("work", [0.0005, 0.001, 0.002, 0.004, 0.008, 0.03])
def test_any_limit_is_told_honestly(work):
    proved = search(crowded(), Limits())
    result = search(crowded(), Limits(work=work))

    assert (result.stop is Stop.PROVED) == (result.outcome is Outcome.OPTIMAL)
    if result.outcome is Outcome.OPTIMAL:
        assert result.values == proved.values
    for stage, truth in zip(result.stages, proved.stages, strict=True):
        if stage.outcome is Outcome.OPTIMAL:
            assert stage.value == truth.value
        elif stage.bound is not None:
            assert stage.bound >= (truth.value or 0)


def test_what_is_only_shown_neither_binds_nor_steers():
    shown = at_least("shown", Affine({0: -1}, -1), kind=RuleKind.REPORT)
    ground = model([1, 1], [one_of([0, 1])], [shown])

    found = search(ground, Limits())

    assert found.outcome is Outcome.OPTIMAL
    assert "shown" not in {stage.stage_id for stage in found.stages}
    assert found.values == search(model([1, 1], [one_of([0, 1])], []), Limits()).values
