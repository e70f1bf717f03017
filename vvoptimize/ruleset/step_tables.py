"""What a scenario says of one step: what may start then, and how much of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from vvoptimize.ruleset.arithmetic import missing
from vvoptimize.ruleset.rows import table_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from vvoptimize.ruleset.arithmetic import Quantity
    from vvoptimize.ruleset.ground import Index
    from vvoptimize.ruleset.rows import Row
    from vvoptimize.scenario.assignments import Pin
    from vvoptimize.scenario.figure import Figure
    from vvoptimize.scenario.model import Scenario
    from vvoptimize.scenario.services import Service
    from vvoptimize.scenario.steps import Step

LIMITS = ("services", "staff", "effort")


def step_tables(
    scenario: Scenario, step: Step | None
) -> Mapping[str, Callable[[], dict[Index, Quantity]]]:
    """Give a builder of each table, by name; without steps there are no limits."""
    limits = {
        name: partial(_limit, name, step)
        for key in LIMITS
        for name in (f"{key}_limited", f"{key}_limit")
    }
    return {
        "prerequisite": partial(_prerequisites, scenario),
        "start_closed": partial(_closed, scenario, step),
        "start_due": partial(_due, scenario, step),
        **limits,
    }


def _limit(name: str, step: Step | None) -> dict[Index, Quantity]:
    key, _, what = name.partition("_")
    figure: Figure | None = None if step is None else getattr(step.limits, key)
    if what == "limited":
        return {(): int(figure is not None)}
    if step is None or figure is None:
        return {(): 0}  # read only where there is a limit
    path = f"steps.{step.id}.limits.{key}"
    return {(): missing((path,)) if figure.value is None else figure.value}


def _prerequisites(scenario: Scenario) -> dict[Index, Quantity]:
    services = scenario.service_ids
    return table_of(services, services, map(_needed, scenario.services))


def _needed(service: Service) -> Row:
    path = f"services.{service.id}.prerequisites"
    return {
        t: missing((f"{path}.{t}",)) if figure.value is None else figure.value
        for t, figure in service.prerequisites.items()
    }


def _closed(scenario: Scenario, step: Step | None) -> dict[Index, Quantity]:
    """Say which services may not start: too early, too late, or decided otherwise."""
    pinned = {pin.service: pin.step for pin in scenario.pins}
    return {
        (s.id,): int(
            step is not None and not _is_open(s, pinned.get(s.id), step, scenario)
        )
        for s in scenario.services
    }


def _due(scenario: Scenario, step: Step | None) -> dict[Index, Quantity]:
    """Say which services are pinned to this step, or to one before it."""
    due = {
        pin.service
        for pin in scenario.pins
        if step is not None and pin.step is not None and binds_at(pin, step, scenario)
    }
    return {(s,): int(s in due) for s in scenario.service_ids}


def _is_open(
    service: Service, pinned: str | None, step: Step, scenario: Scenario
) -> bool:
    order = [one.id for one in scenario.steps]
    now = order.index(step.id)
    first = order.index(pinned or service.earliest or order[0])
    last = order.index(pinned or service.latest or order[-1])
    return first <= now <= last


def binds_at(pin: Pin, step: Step, scenario: Scenario) -> bool:
    """Tell whether a pinned host must host by a step; without one of its own, at last.

    Parameters
    ----------
    pin
        A decision already made.
    """
    order = [one.id for one in scenario.steps]
    return order.index(pin.step or order[-1]) <= order.index(step.id)
