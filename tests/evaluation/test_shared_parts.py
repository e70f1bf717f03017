"""What many formulas share is worked out once, and deep measures do not overflow."""

import pytest

from tests.ruleset.region import grounded, rule
from vvoptimize.assignment import parse_assignment
from vvoptimize.evaluation.evaluate import evaluate
from vvoptimize.evaluation.trace import trace
from vvoptimize.evaluation.values import Evaluator
from vvoptimize.ruleset.missing import missing_figures

WHOLE = """\
hosts: {plan: alfa, care: beta, web: gamma}
unshared: [duty]
workplaces: {web: {alfa: 0.5, beta: 2}}
forms: {plan: host-form}
"""
# Each measure names the one before it twice, so there are billions of ways down.
TWICE = {
    "a truth": ("bool", "joint_one", "{it} and (joint_one or {it})", "{it}"),
    "a denied truth": ("bool", "joint_one", "not ({it} and not {it})", "{it}"),
    "a comparison": ("bool", "roles > 1", "{it} or roles > 1 and {it}", "{it}"),
    "a number": ("1", "roles", "max({it}, 1 - {it})", "{it} >= 1"),
    "a sum": ("1", "roles", "{it} / 2 + {it} / 2", "{it} >= 1"),
    "a count": (
        "1",
        "roles",
        "count({it} > 0 or {it} < 0 for f in forms)",
        "{it} >= 0",
    ),
    "a spread": ("1", "roles", "abs({it} - roles) + abs({it})", "{it} >= 0"),
}


@pytest.mark.parametrize("name", TWICE)
def test_measures_that_name_each_other_twice_are_judged_and_traced(name: str) -> None:
    unit, first, more, required = TWICE[name]
    measures = "measures:\n"
    measures += "  roles: {unit: '1', expr: 'count(joint[s] for s in services)'}\n"
    measures += "  joint_one: {unit: bool, expr: 'any(joint[s] for s in services)'}\n"
    measures += f"  m0: {{unit: '{unit}', expr: '{first}'}}\n"
    for i in range(1, 25):
        text = more.format(it=f"m{i - 1}")
        measures += f"  m{i}: {{unit: '{unit}', expr: '{text}'}}\n"
    body = f"require: '{required.format(it='m24')}'"

    grounding = grounded(f"{measures}rules:\n{rule(body)}")

    assignment = parse_assignment(WHOLE, "a.yaml", grounding.scenario)
    values = grounding.decisions.encode(assignment)
    (instance,) = grounding.model.instances
    assert evaluate(grounding, values).rules[0].verdict.value == "holds"
    assert missing_figures([instance.test]) == ()
    assert trace(instance, Evaluator(values), grounding).value is not None
