"""A small made-up region whose file uses every part of the format."""

from vvoptimize.scenario.reading import ScenarioFile, parse_scenario

PATH = "region.yaml"
MARK = "«"

EXAMPLE = """\
schema: vvoptimize/scenario/v1
id: region
title: {nb: Regionen, en: The region}
language: en
baseline: 2022-01-01
rules: [rules.yaml]
parameters:
  base_share: {value: 0.3, reason: agreed, source: register}
  tolerance: 1.5
sources:
  register: {title: The register, url: "https://example.org", date: 2022}
municipalities:
- {id: alfa, name: Alfa, number: 5628, place: alfaby, population: 300}
- {id: beta, name: Beta, number: "0301", place: betaby, population: unknown}
- id: gamma
  name: {nb: Gamma, en: Gamma}
  place: gammaby
  population: {value: 200.0, unit: person, quality: official, source: register}
places:
- {id: alfaby, name: Alfaby, lat: 70.5, lon: 28}
- {id: betaby, name: Betaby}
- {id: gammaby, name: Gammaby}
- {id: junction, name: Junction}
roads:
- {from: alfaby, to: junction, km: 40.5, minutes: 35}
- from: junction
  to: betaby
  km: 30
  minutes: 30
  pass: {name: Betafjell, closures_per_winter: 19}
- from: junction
  to: gammaby
  km: 20
  minutes: {value: 20, quality: assumed, low: 15, high: 25, reason: a guess}
  pass: {name: Gammafjell, closures_per_winter: unknown}
services:
- id: plan
  name: Planning
  category: development
  flags: [statutory, principle]
  workplaces_today: {alfa: 2, beta: 1, gamma: 1.5}
  total_after: 4
  tasks:
  - {id: maps, name: Maps, fte: 0.5}
  - {id: desk, name: Desk, fte: 1, candidates: [beta]}
  minimum_team: 2
  presence: {beta: 1}
  cost_today: {alfa: 100, beta: 50, gamma: 50}
  cost_after: 180
  forms: [host-form, board-form]
  form_today: own-form
  temporary_funding: 20
- id: care
  name: Care
  participants: [alfa, beta]
  candidates: {among: [alfa], reason: only one is near}
  may_stay_unshared: true
  shared_today: {host: beta}
  workplaces_today: {alfa: 1, beta: 2}
  total_after: 3
  delivery: either
  employer: workplace
  forms: [host-form]
- id: web
  name: Web
  candidates: [beta, gamma]
  workplaces_today: {alfa: 1}
  employed_today: {beta: 1}
  total_after: 2.5
  delivery: network
assignments:
  adopted:
    title: As adopted
    source: register
    date: 2022-06-16
    outcome: {result: adopted, by: the councils, date: 2022, source: register}
    hosts: {plan: alfa, web: gamma}
    unshared: [care]
    tasks: {plan: {desk: beta}}
    workplaces:
      web: {alfa: 1, gamma: 1.5}
    forms: {plan: board-form}
    pays: {plan: {alfa: 80, beta: 50, gamma: 50}}
  spread:
    hosts: {plan: beta, care: alfa, web: beta}
    delivery: {care: network}
    workplaces:
      care: {alfa: 2, beta: 1}
      web: {beta: 2.5}
pins:
- {service: web, host: gamma, reason: decided, source: register}
inputs:
  rate: 0.25
  demand: {alfa: 10, beta: {value: 5, quality: derived}}
  fit:
    plan: {alfa: -1, beta: 2}
"""


def example() -> ScenarioFile:
    return parse_scenario(EXAMPLE, PATH)


def mutated(old: str, new: str, text: str = EXAMPLE) -> tuple[str, str]:
    """Give the text with one change, and the `line:column` of the mark in it."""
    assert text.count(old) == 1, f"{text.count(old)} times: {old}"
    marked = text.replace(old, new)
    before, _, after = marked.partition(MARK)
    line = before.count("\n") + 1
    column = len(before) - (before.rfind("\n") + 1) + 1
    return before + after, f"{line}:{column}"
