"""Reading a base: another file, or the same files as they stand in a revision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.assignment import parse_assignment
from vvoptimize.classes import NamedTuple
from vvoptimize.cli.assignments import asked_assignment, names_file
from vvoptimize.cli.proposals.asked import names_file as is_base_file
from vvoptimize.errors import InputError, Problem, listed
from vvoptimize.explanation.proposal.against import Side
from vvoptimize.ruleset.reading import rules_of
from vvoptimize.ruleset.waivers import waivers_for
from vvoptimize.scenario.reading import parse_scenario
from vvoptimize.source import read_text
from vvoptimize.source.revision import revision

if TYPE_CHECKING:
    from collections.abc import Callable

    from vvoptimize.assignment import Assignment
    from vvoptimize.cli.proposals.asked import Asked
    from vvoptimize.scenario.model import Scenario

STANDARD_INPUT = "-"


class Base(NamedTuple):
    """A base, and what it is called.

    Attributes
    ----------
    commit
        None of a file.
    """

    name: str
    commit: str | None
    side: Side


class _Place(NamedTuple):
    """Where a base stands: its scenario's path, and how paths beside it are read."""

    path: str
    read: Callable[[str], str]
    label: Callable[[str], str]
    commit: str | None


def read_base(name: str, path: str, asked: Asked) -> Base:
    """Read a base with the rules and waivers that it names.

    Parameters
    ----------
    name
        A file, or a revision of the repository that holds the proposal.
    path
        Of the proposal.

    Raises
    ------
    InputError
        If it cannot be read, or has not the assignment that is asked for.
    """
    place = _place(name, path)
    file = parse_scenario(place.read(place.path), place.path)
    rules = rules_of(file, place.read)
    waivers = waivers_for(file, (), asked.today, place.read)
    called, assignment = _assignment(file.scenario, asked, place)
    return Base(name, place.commit, Side(file, rules, waivers, called, assignment))


def _place(name: str, path: str) -> _Place:
    if is_base_file(name):
        return _Place(name, read_text, lambda other: other, None)
    if path == STANDARD_INPUT:
        values = {"what": "SCENARIO", "wanted": "compared"}
        raise InputError([Problem("VV482", None, values)])
    found = revision(name, path)
    return _Place(found.label(path), found.read, found.label, found.commit)


def _assignment(
    scenario: Scenario, asked: Asked, place: _Place
) -> tuple[str, Assignment]:
    """Give the assignment that the proposal is held against."""
    if asked.base_assignment is not None:
        return asked_assignment(scenario, asked.base_assignment)
    wanted = asked.assignment
    if wanted is None or wanted in scenario.assignments:
        return asked_assignment(scenario, wanted)
    if wanted == STANDARD_INPUT:
        values = {"what": "--assignment", "wanted": "read_again"}
        raise InputError([Problem("VV482", None, values)])
    if names_file(wanted):
        label = place.label(wanted)
        return label, parse_assignment(place.read(label), label, scenario)
    known = listed(scenario.assignments) or "-"
    raise InputError([Problem("VV477", None, {"name": wanted, "known": known})])
