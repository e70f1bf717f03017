"""Small plans written out, and what rules say of them at each step."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import vvoptimize
from vvoptimize.assignment import named_assignment
from vvoptimize.ruleset.reading import read_rules
from vvoptimize.solution.assessed import assess

if TYPE_CHECKING:
    from vvoptimize.evaluation.verdicts import InstanceVerdict
    from vvoptimize.ruleset.rules import RuleSet
    from vvoptimize.solution.assessed import Assessed

SHIPPED = str(Path(__file__).parents[2] / "rules" / "vestre-varanger-steps.yaml")
PLAN = """\
schema: vvoptimize/scenario/v1
id: plan
title: Plan
municipalities: [{id: a, name: A, population: 2}, {id: b, name: B, population: 1}]
steps:
- {id: one, date: 2027-01-01}
- {id: two, date: 2028-07-01}
services:
- {id: x, name: X, workplaces_today: {a: 2, b: 1}, total_after: 3}
- {id: y, name: Y, workplaces_today: {a: 1, b: 3}, total_after: 4}
assignments:
  proposed: {hosts: {x: a, y: b}, starts: {x: one, y: two}}
"""
HEAD = """\
schema: vvoptimize/rules/v1
measures:
  change:
    for_each: {m: municipalities}
    unit: FTE
    expr: sum(workplaces[s, m] - workplaces_today[s, m] for s in services)
rules:
"""
REQUIRED = """
  clause: "1"
  reading: x
  authority: agreement
  kind: require"""
NO_LOSS = f"""\
- id: no-loss{REQUIRED}
  for_each: {{m: municipalities}}
  measure: change[m]
  at_least: 0
"""
PINNED = f"""\
- id: pinned{REQUIRED}
  for_each: {{s: services, m: municipalities}}
  where: pinned[s, m]
  require: host[s, m]
"""


def changed(*changes: tuple[str, str], text: str = PLAN) -> str:
    """Give a plan with each of the changes, each at one place."""
    for old, new in changes:
        assert text.count(old) == 1, f"{text.count(old)} times: {old}"
        text = text.replace(old, new)
    return text


def own_rules(*rules: str, head: str = HEAD) -> RuleSet:
    """Give rules written out."""
    return vvoptimize.parse_rules(head + "".join(rules), "rules.yaml")


def shipped_rules(*more: str) -> RuleSet:
    """Give the shipped rules about steps, and some written out."""
    own = {"rules.yaml": HEAD + "".join(more)} if more else {}
    paths = [SHIPPED, *own]
    return read_rules(
        paths, lambda path: own.get(path) or Path(path).read_text("utf-8")
    )


def assessed(plan: str, rules: RuleSet, name: str = "proposed") -> Assessed:
    """Judge a named assignment of a plan."""
    file = vvoptimize.parse_scenario(plan, "plan.yaml")
    return assess(rules, file, named_assignment(file.scenario, name))


def cases(found: Assessed) -> dict[str, InstanceVerdict]:
    """Give each case by its rule and what it is of, such as `no-loss a one`."""
    return {
        " ".join([case.rule.rule_id, *(element for _, element in case.at)]): case
        for rule in found.evaluation.rules
        for case in rule.instances
    }


def margins(plan: str, rules: RuleSet, rule: str) -> dict[str, object]:
    """Give the margin of each case of a rule."""
    return {
        name.removeprefix(f"{rule} "): case.margin
        for name, case in cases(assessed(plan, rules)).items()
        if name.startswith(f"{rule} ")
    }


def verdicts(plan: str, rules: RuleSet, rule: str) -> dict[str, str]:
    """Give the verdict of each case of a rule."""
    return {
        name.removeprefix(f"{rule} "): case.verdict.value
        for name, case in cases(assessed(plan, rules)).items()
        if name.startswith(f"{rule} ")
    }
