"""A small region with a bit of everything that a report tells."""

from fractions import Fraction

from vvoptimize.assignment import named_assignment
from vvoptimize.cpsat.results import Conflict, Statistics
from vvoptimize.ruleset.grounding import ground
from vvoptimize.ruleset.reading import parse_rules
from vvoptimize.scenario.reading import parse_scenario
from vvoptimize.solution.assessed import assess
from vvoptimize.solution.solution import Solution
from vvoptimize.solution.stages import (
    Limits,
    Outcome,
    PartyValue,
    StageKind,
    StageResult,
    Stop,
)

RULES = """
schema: vvoptimize/rules/v1
parameters:
  tolerance:
    unit: FTE
    value: 0.5
    range: [0, 5]
    status: proposed
    label: {nb: Tap som alltid tåles, en: Loss that is always tolerated}
  base_share:
    unit: "1"
    value: 0.3
    range: [0, 0.5]
    status: adopted
    set_by: {nb: Kommunestyrene, en: The municipal councils}
    case: 12/21
    date: 2021-12-16
    label: {nb: Del som deles likt, en: Share split equally}
measures:
  change:
    for_each: {m: municipalities}
    unit: FTE
    expr: sum(workplaces[s, m] - workplaces_today[s, m] for s in services)
  gain:
    for_each: {m: municipalities}
    unit: NOK/year
    expr: sum(pays_today[s, m] - pays[s, m] for s in services)
cost_keys:
- id: key
  clause: "9.1"
  reading: {nb: Del likt resten etter folketall, en: Part equal and the rest by head}
  for_each: {s: services, m: municipalities}
  weight: |
    base_share / count(participant[s, k] for k in municipalities)
    + (1 - base_share) * population[m] / sum(population[k] for k in municipalities)
rules:
- id: added-value
  clause: "5.1"
  quote: merverdi for alle
  reading: {nb: Ingen betaler mer enn i dag, en: Nobody pays more than today}
  authority: agreement
  kind: require
  for_each: {m: municipalities}
  measure: gain[m]
  at_least: 0
  message: {nb: "{m} sparer {value}.", en: "{m} saves {value}."}
- id: not-at-expense
  clause: "5.6"
  quote: ingen på bekostning av andre
  reading: {nb: Ingen taper mer enn toleransen, en: Nobody loses beyond the tolerance}
  authority: agreement
  kind: require
  for_each: {m: municipalities}
  measure: change[m]
  at_least: -tolerance
  message:
    nb: "{m} endres med {value}, og grensen er {limit}; det mangler {shortfall}."
    en: "{m} changes by {value} and the limit is {limit}; {shortfall} is lacking."
- id: pins-kept
  clause: "5.6"
  reading: {nb: Bestemte verter står fast, en: Decided hosts stay}
  authority: agreement
  kind: require
  for_each: {s: services, m: municipalities}
  where: pinned[s, m]
  require: host[s, m]
  message: {nb: "{s} er ikke i {m}.", en: "{s} is not in {m}."}
- id: sound-team
  clause: "5.5"
  reading: {nb: Verten har en gruppe, en: The host has a team}
  authority: law
  kind: require
  for_each: {s: services, m: municipalities}
  where: candidate[s, m]
  measure: workplaces[s, m]
  at_least: minimum_team[s] * host[s, m]
- id: everyone-hosts
  clause: "5.5"
  reading: {nb: Alle er vert, en: All host}
  authority: advice
  kind: prefer
  for_each: {m: municipalities}
  measure: sum(host[s, m] for s in services)
  at_least: "1"
  message: {nb: "{m} er ikke vert for noe.", en: "{m} hosts nothing."}
- id: principles-stay
  clause: "4.5"
  reading: {nb: Gjelder ingen her, en: Applies to nothing here}
  authority: law
  kind: require
  for_each: {s: services}
  where: principle[s]
  require: not joint[s]
objectives:
- id: balanced
  clause: "5.5"
  quote: balansert fordeling
  reading: {nb: Den dårligste først, en: The worst off first}
  for_each: {m: municipalities}
  leximin: change[m]
  step: tolerance
  label: {nb: Balanserte arbeidsplasser, en: Balanced workplaces}
- id: cheap
  clause: "5.1"
  reading: {nb: Billig, en: Cheap}
  minimise: sum(pays[s, m] for s in services for m in municipalities)
"""

SCENARIO = """
schema: vvoptimize/scenario/v1
id: small
title: {nb: Tre kommuner, en: Three municipalities}
baseline: 2022-01-01
rules: [rules.yaml]
parameters: {tolerance: {value: 1, reason: Avtalt i møte}}
sources: {ssb: {title: SSB}}
municipalities:
- id: alfa
  name: Alfa
  place: a
  population: {value: 1001, quality: official, source: ssb}
- {id: beta, name: Beta, place: b, population: 2000}
- {id: gamma, name: Gammavær, place: c, population: 3500}
places: [{id: a, name: A}, {id: b, name: B}, {id: c, name: C}]
roads:
- {from: a, to: b, km: 60, minutes: 55.5}
- {from: b, to: c, km: 90, minutes: 80}
services:
- id: ikt
  name: IKT
  workplaces_today: {alfa: 1, beta: 1.5, gamma: 2}
  total_after: 4
  minimum_team: 2
  cost_today: {alfa: 1000000, beta: 1500000, gamma: 2234567}
  cost_after:
    {value: 4000000, quality: assumed, low: 3000000, high: 5000000, reason: Anslag}
- id: vern
  name: {nb: Barnevern, en: Child welfare}
  delivery: network
  workplaces_today: {alfa: 2, beta: 2, gamma: 4}
  total_after: 8
  minimum_team: 1
  tasks: [{id: vakt, name: Vakt, fte: 1, candidates: [beta]}]
  cost_today: {alfa: 2000000, beta: 2000000, gamma: 4000000}
  cost_after: 6500001
- id: arkiv
  name: {nb: Arkiv, en: Archive}
  may_stay_unshared: true
  candidates: {among: [alfa, beta], reason: Magasinet er der}
  workplaces_today: {alfa: 1, beta: 0.5, gamma: 0.5}
  total_after: 1.5
  minimum_team: 1
  cost_today: {alfa: 500000, beta: 250000, gamma: 250000}
  cost_after: 900000
assignments:
  best:
    hosts: {ikt: gamma, vern: beta, arkiv: alfa}
    tasks: {vern: {vakt: beta}}
    workplaces: {vern: {alfa: 2.5, beta: 3, gamma: 2.5}}
  adopted:
    title: {nb: Vedtatt i 2022, en: Adopted in 2022}
    hosts: {ikt: gamma, vern: gamma}
    unshared: [arkiv]
    tasks: {vern: {vakt: beta}}
    workplaces: {vern: {alfa: 0, beta: 2, gamma: 6}}
pins: [{service: ikt, host: gamma, reason: Bestemt i 2021}]
"""


def scenario_file(text=SCENARIO):
    """Return a parsed scenario."""
    return parse_scenario(text, "small.yaml")


def assessed(name="best", scenario=SCENARIO, rules=RULES):
    """Return a named assignment, judged."""
    file = scenario_file(scenario)
    assignment = named_assignment(file.scenario, name)
    return assess(parse_rules(rules, "rules.yaml"), file, assignment, name=name)


def stages_of(ours, outcome=Outcome.OPTIMAL, bound=None, missing=()):
    """Return what a search would say of an assignment's objectives."""
    balanced, cheap = ours.evaluation.objectives
    parties = sorted(
        (PartyValue(p.at, p.value) for p in balanced.parties if p.value is not None),
        key=lambda party: party.value,
    )
    proved = outcome is Outcome.OPTIMAL
    least = parties[0].value if parties else None
    return (
        StageResult("decided", StageKind.DECIDED, Outcome.OPTIMAL, "1", 0, 0),
        StageResult(
            "balanced",
            StageKind.LEXIMIN,
            outcome,
            "FTE",
            least,
            least if proved else bound,
            tuple(parties),
            len(parties) if proved else 1,
            Fraction(1, 2),
            7,
            missing,
        ),
        StageResult(
            "cheap",
            StageKind.MINIMISE,
            Outcome.OPTIMAL if proved else Outcome.UNKNOWN,
            "NOK/year",
            cheap.parties[0].value if proved else None,
            cheap.parties[0].value if proved else None,
        ),
        StageResult(
            "fewest-change-employer",
            StageKind.TIE_BREAK,
            Outcome.OPTIMAL if proved else Outcome.UNKNOWN,
            "FTE",
            Fraction(5, 2) if proved else None,
            Fraction(5, 2) if proved else None,
        ),
    )


def solution(
    ours=None,
    stages=None,
    stop=Stop.PROVED,
    others=("adopted",),
    limits=None,
    doubts=(),
):
    """Return an answer, as if it had been searched for."""
    ours = ours or assessed()
    stages = stages or stages_of(ours)
    proved = all(stage.outcome is Outcome.OPTIMAL for stage in stages)
    return Solution(
        assessed=ours,
        outcome=Outcome.OPTIMAL if proved else Outcome.FEASIBLE,
        stop=stop,
        stages=stages,
        limits=limits or Limits(),
        others=tuple(assessed(name) for name in others),
        doubts=doubts,
        solves=12,
        seconds=0.25,
    )


def conflict(minimal=True):
    """Return a grounding and a conflict of two of its rule instances."""
    grounding = ground(parse_rules(RULES, "rules.yaml"), scenario_file())
    of_rule = {i.rule.rule_id: i for i in reversed(grounding.model.instances)}
    members = (of_rule["not-at-expense"], of_rule["pins-kept"])
    needs = (Fraction(1, 2), None)
    return grounding, Conflict(members, needs, minimal, Statistics(3, 0.1, 0.1))
