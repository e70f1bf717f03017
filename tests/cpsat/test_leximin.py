"""The ladder against brute force."""

from __future__ import annotations

from fractions import Fraction
from math import floor
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.cpsat.models import affine, at_least, exactly, model, objective, one_of
from tests.cpsat.reference import assignments, truth_of, value_of
from vvoptimize.cpsat.search import search
from vvoptimize.ruleset.ground import Affine, Cell, Truth, Unknown
from vvoptimize.ruleset.rules import Sense
from vvoptimize.solution.stages import Limits, Outcome, StageKind, Stop

if TYPE_CHECKING:
    from vvoptimize.ruleset.atoms import Values
    from vvoptimize.ruleset.instances import GroundModel
    from vvoptimize.scenario.exact import Exact
    from vvoptimize.solution.stages import StageResult

CASES = yaml.safe_load(
    (Path(__file__).parents[1] / "data" / "leximin_discrete.yaml").read_text("utf-8")
)["cases"]


def allocation(rows: list[list[int]], step: Exact | None = None) -> GroundModel:
    """Each item to one party; a party's value is the sum of what it gets."""
    items = range(len(rows[0]))
    parties = range(len(rows))
    structure = [one_of(item * len(rows) + m for m in parties) for item in items]
    sums = [
        Affine({item * len(rows) + m: rows[m][item] for item in items if rows[m][item]})
        for m in parties
    ]
    values = [
        Affine({Cell("got", (f"m{m}",), total): 1}) for m, total in enumerate(sums)
    ]
    goal = objective(Sense.LEXIMIN, *values, step=step)
    return model([1] * (len(items) * len(rows)), structure, objectives=[goal])


def goal_of(ground: GroundModel, limits: Limits | None = None) -> StageResult:
    result = search(ground, limits or Limits())
    (stage,) = [stage for stage in result.stages if stage.stage_id == "goal"]
    return stage


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_published_vectors_come_out_exactly(case):
    stage = goal_of(allocation(case["values"]))

    assert [party.value for party in stage.parties] == case["leximin_sorted"]
    assert (stage.outcome, stage.kind) == (Outcome.OPTIMAL, StageKind.LEXIMIN)
    assert stage.ranks_proved == len(case["values"])
    assert stage.value == stage.bound == case["leximin_sorted"][0]
    assert stage.step is None


def levels(ground: GroundModel, values: Values, step: Exact | None) -> list[Exact]:
    reached = [value_of(party.value, values) for party in ground.objectives[0].parties]
    known = [value for value in reached if value is not None]
    assert len(known) == len(reached)
    return sorted(known if step is None else [floor(value / step) for value in known])


NUMBERS = st.sampled_from([-3, -1, 1, 2, 5, Fraction(1, 2), Fraction(-7, 3)])
VALUES = st.builds(
    affine,
    st.dictionaries(st.integers(0, 4), NUMBERS, max_size=5),
    st.sampled_from([-2, 0, 1, Fraction(1, 4)]),
)


@settings(max_examples=60)
@given(
    st.lists(VALUES, min_size=1, max_size=5),
    st.sampled_from([None, 1, 2, Fraction(1, 2), Fraction(3, 2)]),
)
def test_random_vectors_match_brute_force_with_and_without_a_step(values, step):
    structure = [one_of([0, 1, 2])]
    ground = model(
        [1, 1, 1, 1, 2],
        structure,
        objectives=[objective(Sense.LEXIMIN, *values, step=step)],
    )
    allowed = [v for v in assignments(ground.atoms) if truth_of(structure[0], v)]

    result = search(ground, Limits())

    assert result.values is not None
    best = max(levels(ground, v, step) for v in allowed)
    assert levels(ground, result.values, step) == best
    # Of all the best, the answer is the one whose atoms are lexicographically smallest.
    ties = [v for v in allowed if levels(ground, v, step) == best]
    assert result.values == min(ties)
    (stage,) = [stage for stage in result.stages if stage.stage_id == "goal"]
    assert [p.value for p in stage.parties] == levels(ground, result.values, None)
    assert stage.ranks_proved == len(values)


def test_saturation_would_be_wrong():
    # Either may be the one at 1: fixing any single party there loses the optimum.
    structure = [one_of([0, 1, 2])]
    first = Affine({0: 1, 1: 1, 2: 2})
    second = Affine({0: 3, 1: 5, 2: 1})

    ground = model(
        [1] * 3, structure, objectives=[objective(Sense.LEXIMIN, first, second)]
    )

    assert [p.value for p in goal_of(ground).parties] == [1, 5]


def test_parties_are_told_worst_off_first_and_equals_in_file_order():
    fixed = [Affine({}, constant) for constant in (4, 1, 4, 0)]

    stage = goal_of(model([1], objectives=[objective(Sense.LEXIMIN, *fixed)]))

    assert [party.at[0][1] for party in stage.parties] == ["m3", "m1", "m0", "m2"]
    assert stage.solves == 0


def test_no_parties_is_nothing_to_prove():
    stage = goal_of(model([1], objectives=[objective(Sense.LEXIMIN)]))

    assert (stage.outcome, stage.value, stage.parties) == (Outcome.OPTIMAL, None, ())


def missing(leaf: int | None) -> Affine:
    return Affine({1: 1}, 0, (Unknown(leaf, ("cost of ict",)),))


def test_a_party_whose_figure_is_missing_keeps_the_stage_from_being_posed():
    goal = objective(Sense.LEXIMIN, missing(0), Affine({0: 1}))

    stage = goal_of(model([1, 1], objectives=[goal]))

    assert stage.outcome is Outcome.UNKNOWN
    assert stage.missing == ("cost of ict",)
    assert stage.value is stage.bound is None


def test_a_missing_figure_that_no_allowed_assignment_needs_is_no_hindrance():
    rule = at_least("never", Affine({0: -1}))
    goal = objective(Sense.LEXIMIN, missing(0), Affine({1: 2}))

    stage = goal_of(model([1, 1], instances=[rule], objectives=[goal]))

    assert stage.outcome is Outcome.OPTIMAL
    assert [party.value for party in stage.parties] == [1, 2]


def test_a_truth_that_rests_on_a_missing_figure_is_found_out():
    truth = Truth(exactly(Affine({0: 1}, 0, (Unknown(None, ("area", "rent")),))))
    goal = objective(Sense.LEXIMIN, Affine({truth: 1}))

    assert goal_of(model([1], objectives=[goal])).missing == ("area", "rent")


HARD = [[(7 * m + 11 * item) % 23 + 5 for item in range(30)] for m in range(12)]


def test_a_limit_on_work_keeps_the_incumbent_and_tells_what_is_proved():
    result = search(allocation(HARD), Limits(work=0.003))

    (stage,) = [stage for stage in result.stages if stage.stage_id == "goal"]
    assert (result.outcome, result.stop) == (Outcome.FEASIBLE, Stop.WORK)
    assert result.values is not None
    assert stage.outcome is Outcome.FEASIBLE
    assert stage.ranks_proved < len(HARD)
    assert stage.value == stage.parties[0].value
    assert stage.bound is not None
    assert stage.bound > stage.value
    assert result.stages[-1].outcome is Outcome.UNKNOWN
