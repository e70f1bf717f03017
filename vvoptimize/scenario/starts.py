"""When each service of an assignment starts, and where that is decided already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.errors import listed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vvoptimize.scenario.assignments import AssignmentEntry
    from vvoptimize.scenario.checking import Checks
    from vvoptimize.scenario.figures import Where
    from vvoptimize.scenario.model import Scenario
    from vvoptimize.scenario.steps import Step


def starts_of(scenario: Scenario, entry: AssignmentEntry) -> Mapping[str, str]:
    """Give the step at which each hosted service starts: as told, or as pinned."""
    pinned = {pin.service: pin.step for pin in scenario.pins if pin.step is not None}
    told = pinned | entry.starts
    return {s: told[s] for s in scenario.service_ids if s in entry.hosts and s in told}


def happened(scenario: Scenario) -> Mapping[str, tuple[str, str | None]]:
    """Give step and host of each service that has started already, by its pin.

    The host is None where it is not known.
    """
    taken = {step.id for step in scenario.steps if step.taken}
    return {
        pin.service: (pin.step, pin.host)
        for pin in scenario.pins
        if pin.step is not None and pin.step in taken
    }


def steps_to_come(scenario: Scenario) -> tuple[Step, ...]:
    """Give the steps that have not happened, in order."""
    return tuple(step for step in scenario.steps if not step.taken)


def possible_starts(scenario: Scenario, service_id: str) -> tuple[str, ...]:
    """Give the steps at which a service could start, whatever rules say of them.

    One that has started stays where it is; no other can start in the past.
    """
    past = happened(scenario).get(service_id)
    if past is not None:
        return (past[0],)
    return tuple(step.id for step in steps_to_come(scenario))


def check_starts(
    checks: Checks, where: Where, entry: AssignmentEntry, name: str
) -> None:
    """Add all that is wrong with when an assignment lets services start.

    Parameters
    ----------
    where
        Its place in the file that `checks` reads.
    name
        What messages call it.
    """
    scenario = checks.scenario
    at = (*where, "starts")
    if not scenario.steps:
        checks.add_at_key("VV289", at, key="starts")
        return
    ids = [step.id for step in scenario.steps]
    for s, step in entry.starts.items():
        known = checks.known_key("VV202", (*at, s), s, scenario.service_ids)
        if known and s not in entry.hosts:
            checks.add_at_key("VV233", (*at, s), key="starts", service=s)
        elif checks.known("VV284", (*at, s), step, ids) and known:
            _check_start(checks, (*at, s), s, step)
    starts = starts_of(scenario, entry)
    without = [s for s in entry.hosts if s in scenario.service_ids and s not in starts]
    if without:
        hosts = (*where, "hosts")
        checks.add_at_key("VV290", hosts, name=name, services=listed(without))
    _check_happened(checks, where, entry)


def _check_start(checks: Checks, where: Where, s: str, step: str) -> None:
    """Refuse to start in the past what did not."""
    possible = possible_starts(checks.scenario, s)
    if step not in possible:
        checks.add("VV291", where, service=s, step=step, known=listed(possible))


def _check_happened(checks: Checks, where: Where, entry: AssignmentEntry) -> None:
    """Refuse another host of what has started already."""
    for s, (step, host) in happened(checks.scenario).items():
        told = entry.hosts.get(s)
        if s in checks.scenario.service_ids and told != (host or told or ""):
            at = (*where, "hosts", s) if told else (*where, "hosts")
            checks.add_at_key("VV292", at, service=s, step=step, host=host or "-")
