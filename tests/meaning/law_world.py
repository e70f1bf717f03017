"""A small region to hold against the law: three municipalities, three services."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import vvoptimize
from vvoptimize.ruleset.reading import read_rules

if TYPE_CHECKING:
    from vvoptimize.ruleset.rules import RuleSet

PACK = Path(__file__).parents[2] / "rules" / "kommuneloven.yaml"

REGION = """\
schema: vvoptimize/scenario/v1
id: three
title: Three municipalities
baseline: 2026-06-01
municipalities:
- {id: alfa, name: Alfa}
- {id: beta, name: Beta}
- {id: gamma, name: Gamma}
services:
- id: vern
  name: {nb: Barnevern, en: Child welfare}
  flags: [statutory, public_authority]
  forms: [host-administrative, ko, ipr]
- id: plan
  name: {nb: Plan, en: Planning}
  flags: [statutory, principle]
  forms: [host-board, host-administrative]
- id: lonn
  name: {nb: Lønn, en: Payroll}
  forms: [ko, iks]
inputs:
  special_law_bar: {vern: 0, plan: 0, lonn: 0}
  child_welfare: {vern: 1, plan: 0, lonn: 0}
  social_services: {vern: 0, plan: 0, lonn: 0}
  health_and_care: {vern: 0, plan: 0, lonn: 0}
  nav: {vern: 0, plan: 0, lonn: 0}
  planning: {vern: 0, plan: 1, lonn: 0}
  planning_competence: {alfa: 1, beta: 1, gamma: 1}
  leader_in_place: {vern: 1}
  covered_at_all_times: {vern: {alfa: 1, beta: 1, gamma: 1}}
  account_given: {vern: {alfa: 1, beta: 1, gamma: 1}}
  private_holds: {vern: {leader: 0, deputy: 0, decisions: 0, representation: 0}}
  measure_costs_in_key: {vern: 0}
  sami_area: {alfa: 0, beta: 1, gamma: 0}
  sami_service: {vern: 1, plan: 1, lonn: 1}
  sami_capacity: {alfa: 1, beta: 1, gamma: 0}
  board_members: {plan: {alfa: 2, beta: 2, gamma: 2}}
  representatives:
    lonn: {alfa: 1, beta: 1, gamma: 1}
    vern: {alfa: 1, beta: 1, gamma: 1}
"""
GOOD = """\
hosts: {vern: alfa, plan: beta, lonn: alfa}
forms: {vern: host-administrative, plan: host-board, lonn: ko}
"""


@cache
def pack() -> RuleSet:
    """Give the law pack."""
    return read_rules([str(PACK)])


def region(*changes: tuple[str, str]) -> vvoptimize.ScenarioFile:
    """Give the region with parts of its text replaced."""
    text = REGION
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return vvoptimize.parse_scenario(text, "three.yaml")
