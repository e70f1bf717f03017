"""A small region with a case of every verdict, and what a gate says of it."""

from vvoptimize.assignment import named_assignment
from vvoptimize.errors import Problems
from vvoptimize.explanation.case_place import CasePlaces, Written
from vvoptimize.report import check_report
from vvoptimize.report.gate.build import gate_check
from vvoptimize.report.gate.model import GateReport
from vvoptimize.ruleset.reading import parse_rules
from vvoptimize.ruleset.waivers import Waivers, written_in
from vvoptimize.scenario.reading import parse_scenario
from vvoptimize.solution.assessed import assess
from vvoptimize.source import parse

PATH = "proposals/region.yaml"
RULES_PATH = "proposals/rules.yaml"

SCENARIO = """\
schema: vvoptimize/scenario/v1
id: region
title: {nb: En region, en: A region}
language: en
municipalities:
- {id: alfa, name: Alfa, population: 200}
- {id: beta, name: Bêta, population: 200}
- {id: gamma, name: Gamma, population: 300}
services:
- id: plan
  name: {nb: Plan, en: Planning}
  flags: [welfare]
  delivery: network
  workplaces_today: {alfa: 2, beta: 1, gamma: 1}
  total_after: 4
- id: care
  name: {nb: Omsorg, en: Care}
  flags: [statutory]
  candidates: {among: [alfa, beta], reason: x}
  may_stay_unshared: true
  workplaces_today: {alfa: 1, beta: 2, gamma: unknown}
  total_after: 3
- id: web
  name: Web
  may_stay_unshared: true
  workplaces_today: {alfa: 1, beta: 0, gamma: 0}
  total_after: 1
assignments:
  chosen:
    title: {nb: Valgt, en: Chosen}
    hosts: {plan: alfa, care: alfa}
    unshared: [web]
    workplaces: {plan: {alfa: 3.5, beta: 0.5}}
"""

RULES = """\
schema: vvoptimize/rules/v1
parameters:
  many: {unit: person, value: 250, range: [0, 999], status: adopted, label: x,
    set_by: x, case: x, date: 2026-01-01}
  least: {unit: FTE, value: 1, range: [0, 9], status: proposed, label: x}
rules:
- id: network-presence
  label: {nb: Nettverk, en: Network}
  clause: "5.3"
  quote: ansatte i alle kommuner
  reading: {nb: Minst så mange årsverk, en: At least so many FTE}
  authority: agreement
  kind: require
  for_each: {s: services, m: municipalities}
  where: welfare[s]
  measure: workplaces[s, m]
  at_least: least
  except:
  - clause: "5.4"
    reading: {nb: Ikke her, en: Not here}
    where: population[m] > many
  message: {nb: "{m} mangler {shortfall}.", en: "{m} lacks {shortfall}."}
- id: all-host
  clause: "5.5"
  reading: {nb: Alle er vert, en: All host}
  authority: advice
  kind: prefer
  for_each: {m: municipalities}
  measure: sum(host[s, m] for s in services)
  at_least: "1"
- id: no-loss
  clause: "5.6"
  reading: {nb: Ingen taper omsorg, en: Nobody loses care}
  authority: agreement
  kind: require
  for_each: {m: municipalities}
  measure: sum(workplaces[s, m] - workplaces_today[s, m] for s in services)
  at_least: -least
- id: statutory-shared
  clause: "5.7"
  reading: {nb: Lovpålagt deles, en: Statutory is shared}
  authority: law
  kind: require
  for_each: {s: services}
  require: implies(statutory[s], joint[s])
- id: nothing-of-principle
  clause: "5.8"
  reading: {nb: Gjelder ingen her, en: Applies to nothing here}
  authority: law
  kind: require
  for_each: {s: services}
  where: principle[s]
  require: not joint[s]
"""

WAIVERS = """\
schema: vvoptimize/waivers/v1
waivers:
- rule: network-presence
  at: {s: plan, m: beta}
  covers: 0.5
  reason: {nb: Stillingen er lyst ut, en: The post is advertised}
  decided_by: {nb: Rådet, en: The council}
  case: 12/26
  date: 2026-01-01
  expires: 2026-12-31
"""


def judged(scenario=SCENARIO, rules=RULES, waivers=WAIVERS, name="chosen"):
    """Judge a named assignment, with waivers on a day of 2026."""
    problems = Problems()
    written = tuple(written_in(parse(waivers, "proposals/waivers.yaml"), problems))
    problems.raise_if_any()
    file = parse_scenario(scenario, PATH)
    return assess(
        parse_rules(rules, RULES_PATH),
        file,
        named_assignment(file.scenario, name),
        name=name,
        waivers=Waivers(written, "2026-06-01"),
    )


def gate(assessed=None, *, language="en", changes=None, exit_code=1):
    """Give what a gate says of one assignment."""
    assessed = assessed or judged()
    check = gate_check(
        assessed, check_report(assessed), language=language, changes=changes
    )
    return GateReport(language, (check,), (), exit_code)


def case_of(report, rule_id, **at):
    """Find one case in a report of one assignment."""
    (rule,) = [rule for rule in report.checks[0].rules if rule.id == rule_id]
    (case,) = [c for c in rule.cases if {e.variable: e.id for e in c.at} == at]
    return case


def place_of(assessed, rule_id, **at):
    """Find the value that a case hangs on, of one that holds too."""
    document = assessed.grounding.file.document
    places = CasePlaces(
        assessed.grounding, Written(document, ("assignments", assessed.name))
    )
    (rule,) = [r for r in assessed.evaluation.rules if r.rule.rule_id == rule_id]
    found = [case for case in rule.instances if dict(case.at) == at]
    return places.of(found[0]) if found else places.about(tuple(at.items()))
