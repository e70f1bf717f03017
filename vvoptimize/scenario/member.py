"""A municipality that may join: what a file says of it."""

from typing import Literal

from pydantic import Field

from vvoptimize.errors import InputError, Problems
from vvoptimize.scenario.changed import changed
from vvoptimize.scenario.checking import Checks
from vvoptimize.scenario.connected import joined_parts
from vvoptimize.scenario.figure import Figure
from vvoptimize.scenario.figure_checks import check_figure
from vvoptimize.scenario.figures import Where
from vvoptimize.scenario.model import Municipality, Place, Road, Scenario, Source
from vvoptimize.scenario.parts import Part
from vvoptimize.source import Document, parse_into, read_text, validate

UNITS = {
    "workplaces_today": "FTE",
    "employed_today": "FTE",
    "presence": "day/week",
    "cost_today": "NOK/year",
    "total_after": "FTE",
    "cost_after": "NOK/year",
}
"""The figures of a service in a member's file, with their unit."""


class MemberService(Part):
    """One service that the newcomer would take part in."""

    candidate: bool = Field(
        default=False, description="whether it may host the service"
    )
    workplaces_today: Figure | None = Field(None, description="its FTE today")
    employed_today: Figure | None = Field(
        None, description="FTE it employs today; as workplaces_today when left out"
    )
    presence: Figure | None = Field(None, description="days per week wished")
    cost_today: Figure | None = Field(None, description="its NOK/year today")
    total_after: Figure | None = Field(
        None, description="FTE of the whole service with it; in proportion if left out"
    )
    cost_after: Figure | None = Field(
        None,
        description="NOK/year of the whole service with it; in proportion if left out",
    )


class Member(Part):
    """A whole file: a municipality, how to get there, and what it would share."""

    schema_: Literal["vvoptimize/member/v1"] = Field(alias="schema")
    municipality: Municipality
    sources: dict[str, Source] = Field({}, description="besides those of the scenario")
    places: tuple[Place, ...] = Field((), description="besides those of the scenario")
    roads: tuple[Road, ...] = Field((), description="besides those of the scenario")
    services: dict[str, MemberService] = Field(
        min_length=1,
        description="service of the scenario: what the newcomer has and wishes",
    )


def read_member(path: str, scenario: Scenario) -> Member:
    """Read the file of a municipality that may join a scenario.

    Raises
    ------
    InputError
        With everything that is wrong, each with its position.
    """
    return parse_member(read_text(path), path, scenario)


def parse_member(text: str, path: str, scenario: Scenario) -> Member:
    """Read it from a text; `path` is what messages call it.

    Raises
    ------
    InputError
        With everything that is wrong, each with its position.
    """
    problems = Problems()
    document = parse_into(text, path, problems)
    member = None if document is None else validate(document, Member, problems)
    if document is not None and member is not None:
        _check(member, scenario, document, problems)
    if member is None or problems:
        raise InputError(problems)
    return member


def _check(
    member: Member, scenario: Scenario, document: Document, problems: Problems
) -> None:
    both = changed(
        scenario,
        places=(*scenario.places, *member.places),
        roads=(*scenario.roads, *member.roads),
        sources={**scenario.sources, **member.sources},
    )
    checks = Checks(both, document, problems)
    newcomer = member.municipality
    if newcomer.id in scenario.municipality_ids:
        checks.add("VV463", ("municipality", "id"), id=newcomer.id)
    for name in member.sources:
        if name in scenario.sources:
            where = ("sources", name)
            checks.add_at_key("VV464", where, id=name, where="sources")
    _check_places(checks, member, scenario)
    for s in member.services:
        checks.known_key("VV202", ("services", s), s, scenario.service_ids)
    if newcomer.population is not None:
        where = ("municipality", "population")
        check_figure(checks, where, newcomer.population, "person")
    _check_figures(checks, member)


def _check_places(checks: Checks, member: Member, scenario: Scenario) -> None:
    known = {place.id for place in scenario.places}
    for i, place in enumerate(member.places):
        if place.id in known:
            checks.add("VV464", ("places", i, "id"), id=place.id, where="places")
        known.add(place.id)
    places = [place.id for place in checks.scenario.places]
    ends_known = True
    for i, road in enumerate(member.roads):
        for key, end in (("from", road.from_), ("to", road.to)):
            known_end = checks.known("VV203", ("roads", i, key), end, places)
            ends_known = ends_known and known_end
    centre = member.municipality.place
    if centre is None:
        if places:
            checks.add("VV209", ("municipality",), id=member.municipality.id)
    elif checks.known("VV203", ("municipality", "place"), centre, places):
        _check_way(checks, centre, places, ends_known=ends_known)


def _check_way(
    checks: Checks, centre: str, places: list[str], *, ends_known: bool
) -> None:
    """Check that roads lead from the newcomer to the others."""
    if not ends_known or not checks.scenario.roads:
        return
    part_of = joined_parts(checks.scenario.roads, places)
    if part_of[centre] != 0:
        where = ("municipality", "place")
        checks.add("VV211", where, first=places[0], apart=centre)


def _check_figures(checks: Checks, member: Member) -> None:
    for i, road in enumerate(member.roads):
        for key, unit in (("km", "km"), ("minutes", "min")):
            _check_one(checks, ("roads", i, key), getattr(road, key), unit)
        if road.pass_ is not None:
            where = ("roads", i, "pass", "closures_per_winter")
            closures = road.pass_.closures_per_winter
            _check_one(checks, where, closures, "closures/winter")
    for s, service in member.services.items():
        for key, unit in UNITS.items():
            _check_one(checks, ("services", s, key), getattr(service, key), unit)


def _check_one(checks: Checks, where: Where, figure: Figure | None, unit: str) -> None:
    if figure is not None:
        check_figure(checks, where, figure, unit)
