"""The services of a scenario, as the file describes them."""

from collections.abc import Mapping
from enum import StrEnum
from functools import cached_property
from typing import Annotated

from pydantic import Field, field_validator, model_validator
from pydantic.config import JsonDict
from pydantic_core import PydanticKnownError

from vvoptimize.scenario.exact import Exact, exact
from vvoptimize.scenario.figure import Figure, value_of
from vvoptimize.scenario.parts import Id, Names, Part, Text


class Flag(StrEnum):
    """What a service is, in the eyes of law and principles."""

    STATUTORY = "statutory"
    WELFARE = "welfare"
    PUBLIC_AUTHORITY = "public_authority"
    ROUND_THE_CLOCK = "round_the_clock"
    PRINCIPLE = "principle"


class Delivery(StrEnum):
    """Where the staff works: at the host, spread out, or to be decided."""

    CENTRAL = "central"
    NETWORK = "network"
    EITHER = "either"


class Employer(StrEnum):
    """Who employs the staff of a shared service."""

    HOST = "host"
    WORKPLACE = "workplace"


class Candidates(Part):
    """The municipalities that may host a service, and why they are few."""

    among: Names = Field((), description="every participant when left out")
    reason: Text | None = Field(None, description="why not every participant")

    @model_validator(mode="before")
    @classmethod
    def _from_list(cls, value: object) -> object:
        if isinstance(value, dict | Candidates):
            return value
        if isinstance(value, tuple):
            return {"among": value}
        raise PydanticKnownError("tuple_type")


class SharedToday(Part):
    """A service that is shared already, before anything is decided."""

    host: str = Field(description="id of the municipality that hosts it today")


class Task(Part):
    """A part of a service that may sit elsewhere than the host."""

    id: Id
    name: Text
    fte: Figure = Field(description="FTE, part of the service's total_after")
    candidates: Names = Field(
        (),
        description="municipalities where it may sit; every participant when left out",
    )


def _or_names(schema: JsonDict) -> None:
    """Let a list of names stand for a table."""
    table: JsonDict = {"additionalProperties": schema.pop("additionalProperties")}
    table["type"] = schema.pop("type")
    schema["anyOf"] = [{"type": "array", "items": {"type": "string"}}, table]


class Service(Part):
    """A service that municipalities share or may come to share.

    `participants`, `candidates` and the candidates of tasks are filled in when the
    file leaves them out. A municipality missing from a table is unknown there.
    """

    id: Id
    name: Text
    category: Text | None = Field(None, description="group of services in reports")
    flags: tuple[Annotated[Flag, Field(strict=False)], ...] = ()
    participants: Names = Field((), description="who takes part; all when left out")
    elsewhere: dict[str, Text] = Field(
        {},
        description="municipality: the other co-operation it has the service in",
    )
    candidates: Candidates = Field(
        default_factory=Candidates,
        description="who may host it; every participant when left out",
    )
    may_stay_unshared: bool = Field(
        default=False, description="true when staying as today is also allowed"
    )
    shared_today: SharedToday | None = None
    workplaces_today: dict[str, Figure] = Field(
        {}, description="FTE today by place of work"
    )
    employed_today: dict[str, Figure] = Field(
        {}, description="FTE today by employer; as workplaces_today when left out"
    )
    total_after: Figure | None = Field(None, description="FTE when shared")
    delivery: Annotated[Delivery, Field(strict=False)] = Field(
        Delivery.CENTRAL,
        description="central: all staff at the host; network: spread; either: decided",
    )
    employer: Annotated[Employer, Field(strict=False)] = Field(
        Employer.HOST, description="who employs the staff when shared"
    )
    tasks: tuple[Task, ...] = Field((), description="parts that may sit elsewhere")
    minimum_team: Figure | None = Field(None, description="FTE, least sound team")
    presence: dict[str, Figure] = Field(
        {}, description="days per week wished in each municipality"
    )
    cost_today: dict[str, Figure] = Field({}, description="NOK/year today")
    cost_after: Figure | None = Field(None, description="NOK/year when shared")
    cost_ramp: tuple[Figure, ...] = Field(
        (),
        description="with steps: NOK/year in the first, second, ... year after the "
        "start; cost_after from then on",
    )
    prerequisites: dict[str, Figure] = Field(
        {},
        description="services that are shared no later than this one, as a list; or "
        "service: 1 as a figure with its source",
        json_schema_extra=_or_names,
    )
    effort: Figure | None = Field(None, description="weeks of project work to start it")
    earliest: str | None = Field(None, description="id of the first step it may start")
    latest: str | None = Field(None, description="id of the last step it may start")
    forms: tuple[Id, ...] = Field((), description="lawful legal forms; one is given")
    form_today: Id | None = None
    temporary_funding: Figure | None = Field(
        None, description="NOK/year that will not last"
    )

    @field_validator("prerequisites", mode="before")
    @classmethod
    def _from_names(cls, value: object) -> object:
        names = isinstance(value, tuple) and all(isinstance(x, str) for x in value)
        return dict.fromkeys(value, 1) if names and isinstance(value, tuple) else value

    def has(self, flag: Flag) -> bool:
        """Tell whether the service carries the flag."""
        return flag in self.flags

    def task(self, task_id: str) -> Task:
        """Give the task with this id."""
        return next(task for task in self.tasks if task.id == task_id)

    @cached_property
    def employed_now(self) -> Mapping[str, Exact | None]:
        """The FTE each participant employs in the service today.

        One entry per participant, in their order; `None` is unknown. When the file has
        no `employed_today`, a service that is shared today employs everyone at its
        host, and any other where they work.
        """
        if self.employed_today or self.shared_today is None:
            table = self.employed_today or self.workplaces_today
            return {m: value_of(table.get(m)) for m in self.participants}
        staff = dict.fromkeys(self.participants, _known(0))
        return staff | {self.shared_today.host: self._workplaces_sum()}

    def _workplaces_sum(self) -> Exact | None:
        values = [value_of(self.workplaces_today.get(m)) for m in self.participants]
        known = [value for value in values if value is not None]
        return exact(sum(known)) if len(known) == len(values) else None


def _known(value: Exact) -> Exact | None:
    """Give the value with the type of one that may be unknown."""
    return value
