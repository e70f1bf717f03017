"""Exit and entry where services start over time."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import vvoptimize
from vvoptimize.assignment import named_assignment
from vvoptimize.cli.run import run
from vvoptimize.explanation.members.plans import PlanInForce
from vvoptimize.ruleset.reading import rules_of
from vvoptimize.ruleset.waivers import waivers_for
from vvoptimize.scenario.changed import changed
from vvoptimize.solution.assessed import assess
from vvoptimize.solution.stages import Limits

SCENARIOS = Path(__file__).parents[2] / "scenarios"
PLAN = str(SCENARIOS / "tiny-steps.yaml")


@pytest.fixture
def told(capsys):
    def told(*options: str) -> dict[str, Any]:
        assert run(["members", PLAN, "--format", "json", *options]) == 0
        report: dict[str, Any] = json.loads(capsys.readouterr().out)
        return report

    return told


def test_what_is_left_of_a_plan_keeps_its_steps(told):
    exits = told()["exits"]

    assert [one["leaver"] for one in exits] == ["askvik", "bjorkli", "granmo"]
    hosts = {one["leaver"]: one["search"] for one in exits}
    # Who hosts what has started takes it along: the other two cannot start at once.
    assert hosts == {"askvik": "found", "bjorkli": "found", "granmo": "infeasible"}


def test_who_joins_joins_the_plan_as_it_is(told):
    entry = told("--with", str(SCENARIOS / "members" / "dalen.yaml"))["entry"]

    assert entry is not None


def test_a_waiver_that_names_no_step_counts_for_those_who_remain(tmp_path):
    waiver = tmp_path / "waivers.yaml"
    waiver.write_text(
        "schema: vvoptimize/waivers/v1\n"
        "waivers:\n"
        "- rule: no-heavy-loss\n"
        "  at: {m: bjorkli}\n"
        "  reason: Agreed\n"
        "  decided_by: The councils\n"
        '  case: "12/26"\n'
        "  date: 2026-01-01\n"
        "  expires: 2030-12-31\n"
        "  covers: 1\n",
        encoding="utf-8",
    )
    plan = plan_of(str(waiver))
    left = changed(plan.scenario, assignments={})
    kept = plan.waivers_in(left)
    assert kept is not None
    assert len(kept.written) == 1


def plan_of(waiver: str) -> PlanInForce:
    file = vvoptimize.read_scenario(PLAN)
    rules, granted = rules_of(file), waivers_for(file, (waiver,), "2026-06-01")
    assignment = named_assignment(file.scenario, "fair-in-the-end")
    judged = assess(rules, file, assignment, waivers=granted)
    return PlanInForce(file, rules, granted, judged, Limits())
