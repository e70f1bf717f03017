"""A made-up region with every kind of service, and rules files to try on it."""

from vvoptimize.errors import InputError
from vvoptimize.ruleset.grounding import Grounding, ground
from vvoptimize.ruleset.reading import parse_rules
from vvoptimize.ruleset.rules import RuleSet
from vvoptimize.scenario.reading import ScenarioFile, parse_scenario

MARK = "«"

REGION = """\
schema: vvoptimize/scenario/v1
id: region
title: Region
municipalities:
- {id: alfa, name: Alfa, place: alfaby, population: 300}
- {id: beta, name: Beta, place: betaby, population: 200}
- {id: gamma, name: Gamma, place: gammaby, population: unknown}
places:
- {id: alfaby, name: Alfaby}
- {id: betaby, name: Betaby}
- {id: gammaby, name: Gammaby}
roads:
- {from: alfaby, to: betaby, km: 40, minutes: 35}
- {from: betaby, to: gammaby, km: unknown, minutes: 50,
   pass: {name: Fjellet, closures_per_winter: 9}}
services:
- id: plan
  name: Planning
  flags: [statutory]
  may_stay_unshared: true
  workplaces_today: {alfa: 2, beta: 1, gamma: unknown}
  total_after: 4
  tasks:
  - {id: maps, name: Maps, fte: 0.5}
  - {id: desk, name: Desk, fte: 1, candidates: [beta]}
  cost_today: {alfa: 100, beta: 50, gamma: 50}
  cost_after: 181
  forms: [host-form, board-form]
  form_today: own-form
- id: care
  name: Care
  flags: [welfare]
  participants: [alfa, beta]
  workplaces_today: {alfa: 1, beta: 2}
  total_after: 3
  delivery: either
  employer: workplace
  tasks:
  - {id: ward, name: Ward, fte: 0.5}
  cost_today: {alfa: 10, beta: unknown}
  cost_after: 20
- id: web
  name: Web
  candidates: [beta, gamma]
  may_stay_unshared: true
  workplaces_today: {alfa: 1, beta: 0, gamma: 0}
  employed_today: {beta: 1, alfa: 0, gamma: 0}
  total_after: 2.5
  delivery: network
  cost_after: 7
- id: duty
  name: Duty
  may_stay_unshared: true
  shared_today: {host: beta}
  workplaces_today: {alfa: 0, beta: 1.5, gamma: 0}
  total_after: unknown
"""

HEAD = "schema: vvoptimize/rules/v1\n"


def region(more: str = "") -> ScenarioFile:
    return parse_scenario(REGION + more, "region.yaml")


def rules(text: str) -> RuleSet:
    return parse_rules(HEAD + text, "rules.yaml")


def grounded(text: str, more: str = "") -> Grounding:
    return ground(rules(text), region(more))


def rule(body: str, rule_id: str = "r") -> str:
    """Give an entry of `rules:` in one line."""
    return (
        f'- {{id: {rule_id}, clause: "1", reading: x, authority: advice, '
        f"kind: require, {body}}}\n"
    )


def unmarked(text: str) -> tuple[str, str]:
    """Give the text without its mark, and the `line:column` where that was."""
    assert text.count(MARK) == 1
    before, _, after = text.partition(MARK)
    line = before.count("\n") + 1
    column = len(before) - (before.rfind("\n") + 1) + 1
    return before + after, f"{line}:{column}"


def faults(text: str) -> list[tuple[str, str]]:
    """Give code and `line:column` of all that is wrong with a rules file."""
    try:
        parse_rules(text, "rules.yaml")
    except InputError as error:
        return told(error)
    return []


def told(error: InputError) -> list[tuple[str, str]]:
    """Give code and `line:column` of each problem, whose text is complete."""
    for problem in error.problems:
        for language in ("nb", "en"):
            message = problem.render(language)
            assert "!}" not in message
            assert problem.message(language)[0] != "{"
    return [
        (problem.code, f"{problem.span.line}:{problem.span.column}")
        if problem.span is not None
        else (problem.code, "-")
        for problem in error.problems
    ]
