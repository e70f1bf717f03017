"""A small region whose exits can be worked out by hand."""

from vvoptimize.assignment import named_assignment
from vvoptimize.explanation.members.exit import Exit, leave
from vvoptimize.explanation.members.plans import PlanInForce
from vvoptimize.ruleset.reading import parse_rules
from vvoptimize.scenario.reading import ScenarioFile, parse_scenario
from vvoptimize.scenario.shares import JointPart
from vvoptimize.solution.assessed import assess
from vvoptimize.solution.stages import Limits

RULES = """
schema: vvoptimize/rules/v1
inputs:
  notice: {index: [services], unit: year}
measures:
  gain:
    for_each: {m: municipalities}
    unit: NOK/year
    expr: sum(pays_today[s, m] - pays[s, m] for s in services)
cost_keys:
- id: by-inhabitants
  clause: "9"
  reading: by inhabitants
  for_each: {s: services, m: municipalities}
  weight: population[m]
rules:
- id: nobody-loses
  clause: "5"
  reading: nobody pays more than today
  authority: agreement
  kind: require
  for_each: {m: municipalities}
  measure: gain[m]
  at_least: 0
objectives:
- id: travel
  clause: "2"
  reading: least travel
  minimise: |
    sum(minutes[m, h] * host[s, h]
    for s in services for m in municipalities for h in municipalities)
membership:
  entry: {clause: "11", reading: all agree, agree: all}
  exit: {clause: "12", reading: as agreed, notice: notice}
"""

# Of `net` beta has 2 of 8 FTE and NOK 2 million of 8; it is a network hosted by beta.
# Of `desk`, all at alfa, beta has 1 of 4 FTE and 400 of 1000 NOK.
SCENARIO = """
schema: vvoptimize/scenario/v1
id: region
title: Region
sources: {ssb: {title: SSB}}
municipalities:
- {id: alfa, name: Alfa, place: a, population: 500}
- {id: beta, name: Beta, place: b, population: 300}
- {id: gamma, name: Gamma, place: c, population: 200}
places: [{id: a, name: A}, {id: b, name: B}, {id: c, name: C}]
roads:
- {from: a, to: b, km: 10, minutes: 10}
- {from: b, to: c, km: 30, minutes: 30}
services:
- id: net
  name: Net
  delivery: either
  workplaces_today: {alfa: 4, beta: 2, gamma: 2}
  total_after: 6
  cost_today: {alfa: 4000000, beta: 2000000, gamma: 2000000}
  cost_after: 6000000
- id: desk
  name: Desk
  workplaces_today: {alfa: 2, beta: 1, gamma: 1}
  total_after: 3
  cost_today: {alfa: 400, beta: 400, gamma: 200}
  cost_after: 901
inputs:
  notice: {net: 1.5, desk: 1}
assignments:
  now:
    hosts: {net: beta, desk: alfa}
    delivery: {net: network}
    workplaces: {net: {alfa: 3, beta: 2, gamma: 1}}
"""


def scenario_file(*changes: tuple[str, str]) -> ScenarioFile:
    """Give the region with some of its text replaced."""
    text = SCENARIO
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return parse_scenario(text, "region.yaml")


def in_force(*changes: tuple[str, str], rules: str = RULES) -> PlanInForce:
    """Give the plan `now` of the region as the one in force."""
    file, rule_set = scenario_file(*changes), parse_rules(rules, "rules.yaml")
    plan = named_assignment(file.scenario, "now")
    assessed = assess(rule_set, file, plan, name="now")
    return PlanInForce(file, rule_set, None, assessed, Limits())


def leaving(
    leaver: str,
    *changes: tuple[str, str],
    how: JointPart = JointPart.SCALED,
    search: bool = False,
    rules: str = RULES,
) -> Exit:
    """Work out what follows when somebody leaves the plan `now`."""
    plan = in_force(*changes, rules=rules)
    return leave(plan, leaver, how, today="2026-01-31", search=search)
