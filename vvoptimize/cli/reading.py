"""What a command works on: a scenario with its rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.ruleset.reading import read_rules, rules_of
from vvoptimize.scenario.reading import ScenarioFile, read_scenario

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vvoptimize.ruleset.rules import RuleSet


def read_both(path: str, rule_files: Sequence[str]) -> tuple[ScenarioFile, RuleSet]:
    """Read a scenario, and the rules it names or those given instead."""
    scenario = read_scenario(path)
    rules = read_rules(rule_files) if rule_files else rules_of(scenario)
    return scenario, rules
