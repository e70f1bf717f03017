"""What the shipped scenario says of the assignment that was really adopted."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from math import floor
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import vvoptimize
from vvoptimize.explanation.compare import compare_with
from vvoptimize.ruleset.reading import rules_of

if TYPE_CHECKING:
    from vvoptimize.scenario.exact import Exact

PATH = Path(__file__).parents[2] / "scenarios" / "vestre-varanger.yaml"
PIN = "- {{service: {service}, host: {host}, reason: adopted}}"


def scenario() -> vvoptimize.ScenarioFile:
    return vvoptimize.read_scenario(str(PATH))


def with_adopted_hosts() -> vvoptimize.ScenarioFile:
    hosts = vvoptimize.named_assignment(scenario().scenario, "adopted").hosts
    pins = [PIN.format(service=service, host=host) for service, host in hosts.items()]
    text = PATH.read_text("utf-8").replace(
        "\nassignments:", "\npins:\n" + "\n".join(pins) + "\nassignments:"
    )
    return vvoptimize.parse_scenario(text, str(PATH))


def test_staff_of_the_adopted_assignment_is_placed_as_well_as_the_rules_allow():
    solution = vvoptimize.solve(with_adopted_hosts())

    adopted = vvoptimize.named_assignment(scenario().scenario, "adopted")
    assert dict(adopted.workplaces) == dict(solution.assignment.workplaces)
    assert solution.outcome is vvoptimize.Outcome.OPTIMAL


def test_the_adopted_assignment_keeps_every_binding_rule():
    adopted = vvoptimize.check(scenario(), "adopted")

    assert adopted.evaluation.broken == ()
    assert adopted.evaluation.unknown == ()


def test_one_town_hosting_all_breaks_the_hosting_rules():
    all_in_one = vvoptimize.check(scenario(), "tana-hosts-all")

    broken = {i.rule.rule_id for i in all_in_one.evaluation.broken}
    assert {
        "everyone-does-something",
        "nobody-hosts-everything",
        "shared-shrinkage",
    } <= broken


def test_the_first_difference_from_the_optimum_is_named():
    solution = vvoptimize.solve(scenario())
    (adopted,) = [other for other in solution.others if other.name == "adopted"]

    difference = compare_with(solution.assessed, adopted).difference

    assert difference is not None
    # As scenarios/README.md tells it.
    assert difference.stage_id == "least-travel"
    assert difference.ours_is_better
    assert (difference.ours, difference.theirs) == (480, 500)
    assert levels(solution.assessed) == levels(adopted)
    assert (travel(solution.assessed), travel(adopted)) == (480, 500)


def levels(assessed: vvoptimize.Assessed) -> list[list[int]]:
    """Whole steps of each leximin objective, from the worst off."""
    return [
        sorted(
            floor(Fraction(party.value or 0) / (outcome.step or 1))
            for party in outcome.parties
        )
        for outcome in assessed.evaluation.objectives[:2]
    ]


def travel(assessed: vvoptimize.Assessed) -> Exact | None:
    (party,) = assessed.evaluation.objectives[2].parties
    return party.value


def test_an_assignment_that_leaves_a_service_out_is_refused():
    adopted = vvoptimize.named_assignment(scenario().scenario, "adopted")
    partly = replace(adopted, hosts=dict(list(adopted.hosts.items())[1:]))

    with pytest.raises(vvoptimize.InputError, match="VV401"):
        vvoptimize.evaluate(rules_of(scenario()), scenario(), partly)
