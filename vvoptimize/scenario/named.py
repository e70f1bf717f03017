"""The assignments of a scenario, by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.errors import InputError, Problem, listed, suggest

if TYPE_CHECKING:
    from vvoptimize.scenario.assignments import AssignmentEntry
    from vvoptimize.scenario.model import Scenario


def named_entry(scenario: Scenario, name: str) -> AssignmentEntry:
    """Give the entry that the scenario has under this name.

    Raises
    ------
    InputError
        If there is none; the message names those there are.
    """
    entry = scenario.assignments.get(name)
    if entry is not None:
        return entry
    values = {"name": name, "known": listed(scenario.assignments)}
    values["suggestion"] = suggest(name, scenario.assignments) or ""
    told = {key: value for key, value in values.items() if value}
    raise InputError([Problem("VV240", None, told)])
