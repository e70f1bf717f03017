"""Machine formats of a plan in steps: one case per step, each at its own value."""

from __future__ import annotations

from tests.plans.small import HEAD, NO_LOSS, PLAN
from vvoptimize.assignment import named_assignment
from vvoptimize.explanation.case_place import CasePlaces, Written
from vvoptimize.explanation.proposal.facts import fact_changes
from vvoptimize.explanation.proposal.values import changed_values
from vvoptimize.report import check_report
from vvoptimize.report.gate.build import gate_check
from vvoptimize.report.gate.model import GateReport
from vvoptimize.report.gate.tap import render
from vvoptimize.ruleset.reading import parse_rules
from vvoptimize.scenario.reading import parse_scenario
from vvoptimize.solution.assessed import Assessed, assess


def judged(text: str) -> Assessed:
    file = parse_scenario(text, "plan.yaml")
    assignment = named_assignment(file.scenario, "proposed")
    rules = parse_rules(HEAD + NO_LOSS, "rules.yaml")
    return assess(rules, file, assignment, name="proposed")


def stands(text: str, base: str | None = None) -> dict[str, str]:
    """Give the stretch of the file at which each case stands."""
    now = judged(text)
    changed = None
    if base is not None:
        before = judged(base)
        changed = changed_values(before, now, fact_changes(before, now))
    document = now.grounding.file.document
    written = Written(document, ("assignments", "proposed"))
    places = CasePlaces(now.grounding, written, changed)
    lines = text.split("\n")
    return {
        " ".join(id_ for _, id_ in case.at): lines[place.line - 1][
            place.column - 1 : place.end_column - 1
        ]
        for rule in now.evaluation.rules
        for case in rule.instances
        for place in [places.of(case)]
    }


def test_case_at_a_step_stands_at_what_starts_then():
    found = stands(PLAN)

    # At the first step all hangs on when each service starts; the last is the end.
    assert found["b one"] == "one"
    assert found["b two"] == "b"


def test_start_that_was_moved_is_where_the_case_stands():
    later = PLAN.replace("starts: {x: one, y: two}", "starts: {x: two, y: two}")

    assert stands(later, PLAN)["a one"] == "two"


def test_host_that_was_moved_is_where_the_case_stands():
    base = PLAN.replace("hosts: {x: a, y: b}", "hosts: {x: b, y: b}")

    assert stands(PLAN, base)["a two"] == "a"


def test_every_step_is_a_test_of_its_own():
    assessed = judged(PLAN)
    check = gate_check(assessed, check_report(assessed), language="en")

    lines = render(GateReport("en", (check,), (), 1)).splitlines()

    assert "ok 1 - plan proposed no-loss m=a, step=one" in lines
    assert "not ok 2 - plan proposed no-loss m=b, step=one" in lines
