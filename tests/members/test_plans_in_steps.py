"""Exit and entry where services start over time."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from vvoptimize.cli.run import run

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
