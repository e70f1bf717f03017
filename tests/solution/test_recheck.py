"""What the solver claims is believed only where both other readings say the same."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import vvoptimize
from vvoptimize.errors import InternalError
from vvoptimize.evaluation.verdicts import RuleVerdict, Verdict
from vvoptimize.ruleset.rules import RuleKind
from vvoptimize.solution.recheck import confirm
from vvoptimize.solution.stages import StageKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from vvoptimize.evaluation.verdicts import InstanceVerdict
    from vvoptimize.solution.assessed import Assessed
    from vvoptimize.solution.solution import Solution

MINIMISE = StageKind.MINIMISE
TINY = Path(__file__).parents[2] / "scenarios" / "tiny.yaml"


@cache
def solution() -> Solution:
    return vvoptimize.solve(vvoptimize.read_scenario(str(TINY)))


def otherwise(
    change: Callable[[tuple[InstanceVerdict, ...]], tuple[InstanceVerdict, ...]],
) -> Assessed:
    """Give the answer with the first binding rule judged otherwise."""
    assessed = solution().assessed
    rules = list(assessed.evaluation.rules)
    number = next(
        i for i, rule in enumerate(rules) if rule.rule.kind is RuleKind.REQUIRE
    )
    rules[number] = RuleVerdict(rules[number].rule, change(rules[number].instances))
    evaluation = assessed.evaluation._replace(rules=tuple(rules))
    return replace(assessed, evaluation=evaluation)


def claims(assessed: Assessed) -> object:
    with pytest.raises(InternalError) as caught:
        confirm(assessed, solution().stages, solution().limits)
    assert {problem.code for problem in caught.value.problems} == {"VV901"}
    return json.loads(caught.value.reproducer or "{}")["differences"]


def test_the_answer_is_confirmed() -> None:
    confirm(solution().assessed, solution().stages, solution().limits)


def test_a_case_judged_otherwise_than_its_ground_form_is_a_fault() -> None:
    def broken(cases: tuple[InstanceVerdict, ...]) -> tuple[InstanceVerdict, ...]:
        return (cases[0]._replace(verdict=Verdict.BROKEN), *cases[1:])

    assert claims(otherwise(broken))


def test_a_case_that_is_not_judged_is_a_fault() -> None:
    assert claims(otherwise(lambda cases: cases[1:]))


def test_what_is_unknown_contradicts_nothing() -> None:
    def unknown(cases: tuple[InstanceVerdict, ...]) -> tuple[InstanceVerdict, ...]:
        return (cases[0]._replace(verdict=Verdict.UNKNOWN), *cases[1:])

    confirm(otherwise(unknown), solution().stages, solution().limits)


def test_a_stage_that_claims_another_value_is_a_fault() -> None:
    stages = list(solution().stages)
    number = next(i for i, stage in enumerate(stages) if stage.kind is MINIMISE)
    stages[number] = replace(stages[number], value=(stages[number].value or 0) + 1)

    with pytest.raises(InternalError):
        confirm(solution().assessed, stages, solution().limits)
