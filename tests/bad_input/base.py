"""A valid region with rules and a proposal: what the broken files are made from."""

from dataclasses import dataclass
from pathlib import Path

from tests.scenario.example import EXAMPLE, mutated

SCENARIO_FILE = "region.yaml"
RULES_FILE = "rules.yaml"
PROPOSAL_FILE = "proposal.yaml"

RULES = """\
schema: vvoptimize/rules/v1
title: Made-up principles
units: [point]
parameters:
  base_share: {unit: "1", value: 0.5, range: [0, 1], status: proposed, label: Base}
  tolerance: {unit: FTE, value: 1, range: [0, 10], label: Tolerance, status: adopted,
    set_by: Councils, case: 12/22, date: 2022-03-04}
inputs:
  rate: {unit: "1"}
  demand: {index: [municipalities], unit: point}
  fit: {index: [services, municipalities], unit: "1"}
measures:
  change:
    for_each: {m: municipalities}
    unit: FTE
    expr: sum(workplaces[s, m] - workplaces_today[s, m] for s in services)
  loss:
    for_each: {m: municipalities}
    unit: FTE
    expr: max(0, -change[m])
cost_keys:
- id: by-share
  clause: "9"
  reading: All pay alike.
  for_each: {s: services, m: municipalities}
  weight: base_share
rules:
- id: decided-stands
  clause: "5.6"
  reading: What is decided stands.
  authority: agreement
  kind: require
  for_each: {s: services, m: municipalities}
  where: pinned[s, m]
  require: host[s, m]
  message: {nb: "{s} flytter fra {m}.", en: "{s} leaves {m}."}
- id: bearable-loss
  clause: "5.5"
  reading: Nobody loses more than can be borne.
  authority: agreement
  kind: prefer
  for_each: {a: municipalities}
  measure: loss[a]
  at_most: tolerance
- id: under-test
  clause: "1"
  reading: Anything.
  authority: advice
  kind: prefer
  for_each: {a: municipalities, m: municipalities, s: services}
  require: |
    joint[s] or a != m
objectives:
- id: balance
  clause: "5.5"
  reading: The worst off comes out as well as possible.
  for_each: {m: municipalities}
  leximin: change[m]
"""

PROPOSAL = """\
title: The working group's proposal
hosts: {plan: alfa, care: alfa, web: gamma}
tasks: {plan: {desk: beta}}
delivery: {care: network}
workplaces:
  care: {alfa: 1, beta: 2}
  web: {alfa: 1, gamma: 1.5}
forms: {plan: board-form}
pays: {plan: {alfa: 80, beta: 50, gamma: 50}}
"""

BASE = {SCENARIO_FILE: EXAMPLE, RULES_FILE: RULES, PROPOSAL_FILE: PROPOSAL}


@dataclass(frozen=True)
class Case:
    """One broken input.

    Attributes
    ----------
    file
        The file that is not as in the base.
    place
        `file:line:column` of the first problem, None where it has no place.
    suggestion
        The name that the hint must ask for.
    """

    name: str
    file: str
    content: bytes
    code: str
    place: str | None
    suggestion: str | None = None


def changed(
    file: str,
    name: str,
    old: str,
    new: str,
    code: str,
    suggestion: str | None = None,
    *,
    told_in: str | None = None,
) -> Case:
    """Make a case by one change of a base file.

    Parameters
    ----------
    new
        With the mark `«` where the problem is to be told.
    told_in
        Place of the problem when that is in another file.
    """
    text, at = mutated(old, new, BASE[file])
    place = told_in or f"{file}:{at}"
    return Case(name, file, text.encode(), code, place, suggestion)


def write_base(folder: Path) -> None:
    """Write the valid files."""
    for name, text in BASE.items():
        (folder / name).write_text(text, encoding="utf-8")
