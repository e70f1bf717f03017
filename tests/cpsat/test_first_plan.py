"""A first plan in steps, found part by part."""

from __future__ import annotations

from dataclasses import replace

import vvoptimize
from tests.plans.test_replanning import REGION, RULES
from vvoptimize.cpsat.first_plan import first_plan
from vvoptimize.cpsat.search import search
from vvoptimize.cpsat.session import Session
from vvoptimize.evaluation.values import Evaluator
from vvoptimize.ruleset.grounding import ground
from vvoptimize.ruleset.reading import parse_rules
from vvoptimize.solution.stages import Limits, Stop

ONE_AT_A_TIME = """\
- id: one-at-a-time
  clause: "5"
  reading: x
  authority: agreement
  kind: require
  require: count(starts[s] for s in services) <= 1
objectives:
"""


def grounded(rules: str):
    file = vvoptimize.parse_scenario(REGION, "plan.yaml")
    return ground(parse_rules(rules, "rules.yaml"), file)


def test_what_is_found_is_a_plan_that_keeps_the_rules_of_every_step():
    model = grounded(RULES).model

    plan = first_plan(model, Session(Limits()))

    assert plan is not None
    assert plan.keeps_all
    evaluator = Evaluator(plan.values)
    assert all(evaluator.truth(test) is True for test in model.structure)
    assert all(evaluator.truth(i.binding) is True for i in model.instances)


def test_without_an_end_there_is_no_plan():
    rules = RULES.replace("at_most: 2", "at_most: 0")

    assert first_plan(grounded(rules).model, Session(Limits())) is None


def test_an_end_that_no_order_leads_to_is_still_a_hint():
    # Three services that must be shared, and two steps.
    model = grounded(RULES.replace("objectives:\n", ONE_AT_A_TIME)).model

    plan = first_plan(model, Session(Limits()))

    assert plan is not None
    assert not plan.keeps_all
    evaluator = Evaluator(plan.values)
    assert all(evaluator.truth(test) is True for test in model.structure)
    assert not all(evaluator.truth(i.binding) is True for i in model.instances)


def test_a_limit_that_is_reached_is_told_by_the_session():
    session = Session(Limits(work=0))

    assert first_plan(grounded(RULES).model, session) is None
    assert session.stop is Stop.WORK


def test_a_first_plan_that_keeps_all_is_not_looked_for_again():
    model = replace(grounded(RULES).model, objectives=(), tie_breaks=())

    result = search(model, Limits())

    assert result.values is not None
    assert result.statistics.solves == 2  # how it ends, and the order
