"""Keeping to what is decided: as little of it as possible changes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from vvoptimize.ruleset.arithmetic import Accumulator, as_affine
from vvoptimize.ruleset.ground import Affine, Magnitude
from vvoptimize.ruleset.instances import TieBreak

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vvoptimize.ruleset.decisions import Decisions
    from vvoptimize.ruleset.grounding import Grounding
    from vvoptimize.scenario.model import Scenario
    from vvoptimize.scenario.under_way import UnderWay

FEWEST_CHANGED = "fewest-changed-hosts"
FEWEST_MOVED = "fewest-changed-starts"
LEAST_MOVED = "fewest-changed-workplaces"


def keeping(grounding: Grounding, decided: UnderWay) -> Grounding:
    """Give the grounding with goals that come before every wish and objective.

    Fewest services with another host, or shared where they were not, or the reverse;
    then fewest that start at another step; then least staff that works elsewhere than
    is decided.
    """
    scenario, decisions = grounding.scenario, grounding.decisions
    first = [TieBreak(FEWEST_CHANGED, (_hosts(scenario, decisions, decided),))]
    if decided.starts:
        starts = (_starts(scenario, decisions, decided),)
        first.append(TieBreak(FEWEST_MOVED, starts))
    if decided.workplaces:
        staff = (_workplaces(scenario, decisions, decided),)
        first.append(TieBreak(LEAST_MOVED, staff, "FTE"))
    return grounding.with_model(replace(grounding.model, first=tuple(first)))


def _hosts(scenario: Scenario, decisions: Decisions, decided: UnderWay) -> Affine:
    changed = Accumulator()
    for service in scenario.services:
        if service.id not in decided.hosts:
            continue
        host = decided.hosts[service.id]
        if host is None:
            changed.add(decisions.joint(service), 1)
        else:
            changed.add_number(1)
            changed.add(decisions.host(service, host), -1)
    return as_affine(changed.result())


def _starts(scenario: Scenario, decisions: Decisions, decided: UnderWay) -> Affine:
    """Count those that are shared and start at another step than is decided."""
    moved = Accumulator()
    for service in scenario.services:
        start = decided.starts.get(service.id)
        if start is not None:
            moved.add(decisions.joint(service), 1)
            moved.add(decisions.started_at(start).joint(service), -1)
    return as_affine(moved.result())


def _workplaces(scenario: Scenario, decisions: Decisions, decided: UnderWay) -> Affine:
    moved = Accumulator()
    for value in _differences(scenario, decisions, decided):
        moved.add(Affine({Magnitude(value): 1}), 1)
    return as_affine(moved.result())


def _differences(
    scenario: Scenario, decisions: Decisions, decided: UnderWay
) -> Iterator[Affine]:
    for service in scenario.services:
        for m, fte in decided.workplaces.get(service.id, {}).items():
            difference = Accumulator()
            difference.add(decisions.workplaces(service, m), 1)
            difference.add_number(-fte)
            value = as_affine(difference.result())
            if value.terms and not value.unknown:
                yield value
