"""The scenario: a region's facts, validated and immutable."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Annotated, Literal, TypeAlias

from pydantic import Discriminator, Field, Tag, model_validator

from vvoptimize.scenario.adoption import Adoption
from vvoptimize.scenario.assignments import AssignmentEntry, Pin
from vvoptimize.scenario.defaults import with_defaults
from vvoptimize.scenario.exact import ExactNumber
from vvoptimize.scenario.figure import Figure, FoundedFigure
from vvoptimize.scenario.figures import Where, walk_figures
from vvoptimize.scenario.parts import (
    AT_LEAST_ONE,
    NOT_EMPTY,
    Day,
    Id,
    Line,
    LooseDate,
    MunicipalityNumber,
    Part,
    Text,
)
from vvoptimize.scenario.services import Service
from vvoptimize.scenario.steps import Step

if TYPE_CHECKING:
    from vvoptimize.scenario.roads import RoadNetwork


class Override(Adoption):
    """Another value for a parameter of the rules: the reason, and who set it."""

    value: ExactNumber
    reason: Text | None = None
    source: str | None = Field(None, description="id of an entry under sources")

    @model_validator(mode="before")
    @classmethod
    def _from_plain_number(cls, value: object) -> object:
        return value if isinstance(value, dict | Override) else {"value": value}


class Source(Part):
    """Where figures and decisions come from."""

    title: Text
    url: str | None = None
    date: LooseDate | None = None
    note: Text | None = None


class Municipality(Part):
    """A municipality of the region."""

    id: Id
    name: Text
    number: MunicipalityNumber | None = None
    place: str | None = Field(None, description="id of its centre under places")
    population: Figure | None = Field(None, description="persons")


class Place(Part):
    """A place that roads join: a centre or a junction."""

    id: Id
    name: Text
    lat: ExactNumber | None = None
    lon: ExactNumber | None = None


class Pass(Part):
    """A mountain pass that closes in winter; roads over it share its name."""

    name: Line
    closures_per_winter: Figure | None = None


class Road(Part):
    """A road between two places, the same in both directions."""

    from_: str = Field(alias="from", description="id of a place")
    to: str = Field(description="id of a place")
    km: Figure | None = None
    minutes: Figure | None = None
    pass_: Pass | None = Field(None, alias="pass", description="closes in winter")


def _shape(value: object) -> str:
    table = isinstance(value, Mapping) and "value" not in value
    return "table" if table else "figure"


_Figure = Annotated[Figure, Tag("figure")]
_Cells = Annotated[
    _Figure | Annotated[dict[str, Figure], Tag("table")], Discriminator(_shape)
]
_Row = Annotated[
    _Figure | Annotated[dict[str, _Cells], Tag("table")], Discriminator(_shape)
]
# At most three indices, as in `for_each`.
Input: TypeAlias = Annotated[
    _Figure | Annotated[dict[str, _Row], Tag("table")], Discriminator(_shape)
]


class Scenario(Part):
    """A region: municipalities, roads, services, and decisions already made.

    Attribute names are the keys of the file, with an underscore behind `schema`,
    `from` and `pass`. Lists keep the order of the file.
    """

    schema_: Literal["vvoptimize/scenario/v1"] = Field(alias="schema")
    id: Id
    title: Text
    language: Literal["nb", "en"] = Field("nb", description="language of reports")
    baseline: Day | None = None
    rules: tuple[Line, ...] = Field((), description="paths, relative to this file")
    waivers: tuple[Line, ...] = Field(
        (), description="paths of files with waivers, relative to this file"
    )
    parameters: dict[str, Override] = Field(
        {}, description="other values for parameters of the rules"
    )
    sources: dict[str, Source] = Field(
        {}, description="what figures and decisions name as their source"
    )
    municipalities: Annotated[tuple[Municipality, ...], NOT_EMPTY] = Field(
        json_schema_extra=AT_LEAST_ONE
    )
    places: tuple[Place, ...] = ()
    roads: tuple[Road, ...] = ()
    services: Annotated[tuple[Service, ...], NOT_EMPTY] = Field(
        json_schema_extra=AT_LEAST_ONE
    )
    steps: tuple[Step, ...] = Field(
        (), description="the days on which services may start, in order"
    )
    horizon: Day | None = Field(
        None,
        description="with steps: the day to which the last one counts in what adds up "
        "over time; one year after it when left out",
    )
    assignments: dict[str, AssignmentEntry] = Field(
        {}, description="named assignments: adopted, proposed and the like"
    )
    pins: tuple[Pin, ...] = Field((), description="hosts that are decided already")
    inputs: dict[str, Input] = Field(
        {}, description="figures for the inputs that rules declare"
    )

    @model_validator(mode="before")
    @classmethod
    def _fill_defaults(cls, data: object) -> object:
        return with_defaults(data)

    def figures(self) -> Iterator[tuple[Where, FoundedFigure]]:
        """Give every figure with its path in the file."""
        return ((where, figure) for where, figure, _ in walk_figures(self))

    def service(self, service_id: str) -> Service:
        """Give the service with this id."""
        return self._services[service_id]

    def municipality(self, municipality_id: str) -> Municipality:
        """Give the municipality with this id."""
        return self._municipalities[municipality_id]

    @cached_property
    def service_ids(self) -> tuple[str, ...]:
        """The ids of the services, in the order of the file."""
        return tuple(service.id for service in self.services)

    @cached_property
    def municipality_ids(self) -> tuple[str, ...]:
        """The ids of the municipalities, in the order of the file."""
        return tuple(municipality.id for municipality in self.municipalities)

    @cached_property
    def roads_network(self) -> "RoadNetwork":
        """The roads as a graph, built when first asked for."""
        # networkx is slow to import, and most commands never ask for a route.
        from vvoptimize.scenario.roads import RoadNetwork

        return RoadNetwork.of(self)

    @cached_property
    def _services(self) -> Mapping[str, Service]:
        # Of two with one id, which is refused later, the first counts.
        return {service.id: service for service in reversed(self.services)}

    @cached_property
    def _municipalities(self) -> Mapping[str, Municipality]:
        return {municipality.id: municipality for municipality in self.municipalities}
