"""The JSON Schema of scenarios knows plans in steps."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator, Draft202012Validator

from tests.plans.small import PLAN, changed
from vvoptimize.scenario.schema import scenario_schema

VALIDATORS = [Draft7Validator, Draft202012Validator]
SCENARIOS = Path(__file__).parents[2] / "scenarios"
IN_STEPS = sorted(
    path.name
    for path in SCENARIOS.glob("*.yaml")
    if "\nsteps:" in path.read_text("utf-8")
)
X_ENDS = "total_after: 3}"


@cache
def schema() -> dict[str, object]:
    return scenario_schema()


def errors(validator: type[Any], text: str) -> list[object]:
    # YAML reads days as dates, which JSON does not have.
    content = json.loads(json.dumps(yaml.safe_load(text), default=str))
    return list(validator(schema()).iter_errors(content))


def test_a_shipped_scenario_is_in_steps():
    assert "vestre-varanger-steps.yaml" in IN_STEPS


@pytest.mark.parametrize("validator", VALIDATORS)
@pytest.mark.parametrize("name", IN_STEPS)
def test_shipped_plan_is_valid_by_the_schema(validator, name):
    assert errors(validator, (SCENARIOS / name).read_text("utf-8")) == []


@pytest.mark.parametrize("validator", VALIDATORS)
@pytest.mark.parametrize(
    "said",
    [
        "prerequisites: [y]",
        "prerequisites: {y: 1}",
        "prerequisites: {y: unknown}",
        "prerequisites: {y: {value: 1, later: [{from: 2028-01-01, value: 0}]}}",
        "cost_ramp: [100, unknown, {value: 3, quality: derived}]",
        "effort: 4, earliest: one, latest: two",
        "cost_after: {value: 1, later: [{from: 2028-01-01, value: unknown}]}",
    ],
)
def test_schema_knows_what_a_service_says_of_time(validator, said):
    assert errors(validator, changed((X_ENDS, f"total_after: 3, {said}}}"))) == []


@pytest.mark.parametrize("validator", VALIDATORS)
@pytest.mark.parametrize(
    ("old", "new"),
    [
        (X_ENDS, "total_after: 3, prerequisites: y}"),
        (X_ENDS, "total_after: 3, prerequisites: [1]}"),
        (X_ENDS, "total_after: 3, prerequisites: {y: often}}"),
        (X_ENDS, "total_after: 3, cost_ramp: 100}"),
        (X_ENDS, "total_after: {value: 3, later: [{value: 1}]}}"),
        (X_ENDS, "total_after: {value: 3, later: {from: 2028-01-01, value: 1}}}"),
        ("{id: one, date: 2027-01-01}", "{id: one}"),
        (
            "{id: one, date: 2027-01-01}",
            "{id: one, date: 2027-01-01, taken: yes please}",
        ),
        (
            "{id: one, date: 2027-01-01}",
            "{id: one, date: 2027-01-01, limits: {fte: 3}}",
        ),
        ("starts: {x: one, y: two}", "starts: [x, y]"),
    ],
)
def test_malformed_plan_is_refused_by_the_schema(validator, old, new):
    assert errors(validator, PLAN) == []
    assert errors(validator, changed((old, new))) != []
