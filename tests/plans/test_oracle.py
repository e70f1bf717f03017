"""The search for a plan against all plans of small scenarios, hosts and order alike."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import pytest

import vvoptimize
from tests.plans.by_hand import ByHand, shortfall, unknown
from tests.plans.random_plans import random_plan, random_rules, text_of
from vvoptimize.ruleset.grounding import ground
from vvoptimize.ruleset.rules import Sense
from vvoptimize.scenario.exact import Exact
from vvoptimize.solution.assessed import judge
from vvoptimize.solution.stages import StageKind

if TYPE_CHECKING:
    from tests.plans.by_hand import Goal, Plan, Verdicts
    from vvoptimize.solution.assessed import Assessed
    from vvoptimize.solution.solution import Solution

MOST = 2_000  # plans of one scenario that are looked at by hand
SEEDS = range(60)


def case(seed: int) -> tuple[ByHand, vvoptimize.ScenarioFile, str]:
    chance = Random(seed)
    content, rules = random_plan(chance), random_rules(chance)
    file = vvoptimize.parse_scenario(text_of(content), "plan.yaml")
    return ByHand(content, rules), file, rules.text


def verdicts(assessed: Assessed) -> Verdicts:
    return {
        (one.rule.rule_id, one.at): (one.verdict, one.margin)
        for rule in assessed.evaluation.rules
        for one in rule.instances
    }


def goals(assessed: Assessed) -> list[Goal]:
    return [
        {party.at: party.value for party in outcome.parties}
        for outcome in assessed.evaluation.objectives
    ]


@pytest.mark.parametrize("seed", SEEDS)
def test_every_step_is_judged_as_the_ordinary_scenario_that_it_is(seed: int):
    by_hand, file, rules = case(seed)
    grounding = ground(vvoptimize.parse_rules(rules, "rules.yaml"), file)
    plans = by_hand.plans()

    for plan in Random(seed).sample(plans, min(5, len(plans))):
        assessed = judge(grounding, by_hand.assignment(plan))

        assert verdicts(assessed) == by_hand.verdicts(plan)
        assert goals(assessed) == by_hand.goals(plan)


@pytest.mark.parametrize("seed", SEEDS)
def test_no_plan_is_better_than_the_answer(seed: int):
    by_hand, file, text = case(seed)
    rules = vvoptimize.parse_rules(text, "rules.yaml")
    if len(by_hand.plans()) > MOST:
        return

    best = by_hand.best()

    if not best:
        with pytest.raises(vvoptimize.InfeasibleError):
            vvoptimize.solve(file, rules)
        return
    solution = vvoptimize.solve(file, rules)
    if "unknown" not in file.document.text:
        best = by_hand.first(best)
    (answer,) = (
        plan for plan in best if by_hand.assignment(plan) == solution.assignment
    )
    assert verdicts(solution.assessed) == by_hand.verdicts(answer)
    assert goals(solution.assessed) == by_hand.goals(answer)
    assert staged(solution) == expected(by_hand, answer, solution)


def staged(solution: Solution) -> dict[str, list[Exact | None]]:
    """Give what the search says that each stage before the tie-breaks reached."""
    return {
        stage.stage_id: [party.value for party in stage.parties] or [stage.value]
        for stage in solution.stages
        if stage.kind not in (StageKind.REQUIRE, StageKind.TIE_BREAK)
        and not stage.missing
    }


def expected(
    by_hand: ByHand, answer: Plan, solution: Solution
) -> dict[str, list[Exact | None]]:
    found, reached = by_hand.verdicts(answer), dict[str, list[Exact | None]]()
    for name in staged(solution):
        if name == "decided":
            reached[name] = [unknown(found, by_hand.required)]
        elif name.startswith("r"):
            reached[name] = [shortfall(found, name)]
    for goal, ground_objective in zip(
        by_hand.goals(answer), by_hand.objectives, strict=True
    ):
        objective = ground_objective.objective
        if objective.objective_id in staged(solution):
            values = list(goal.values())
            if objective.sense is Sense.LEXIMIN:
                values.sort()
            reached[objective.objective_id] = values
    return reached


def test_most_of_the_random_plans_are_looked_at():
    counts = [len(case(seed)[0].plans()) for seed in SEEDS]

    assert sum(count <= MOST for count in counts) >= len(SEEDS) * 2 // 3
    assert sum(counts) >= 10_000
