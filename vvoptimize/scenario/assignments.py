"""Decisions written in a file: named assignments and pins."""

from typing import Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from vvoptimize.errors import shown
from vvoptimize.scenario.exact import ExactNumber
from vvoptimize.scenario.parts import LooseDate, Part, Text

# The pydantic bridge of `source` makes problems of this code.
SAYS_NOTHING = "VV295"


class OutcomeEntry(Part):
    """What became of an assignment when somebody decided on it."""

    result: Literal["adopted", "rejected"]
    by: Text = Field(description="who decided, as a council")
    date: LooseDate | None = None
    reason: Text | None = Field(None, description="why, or on what conditions")
    source: str | None = Field(None, description="id of an entry under sources")


class AssignmentEntry(Part):
    """An assignment as a file gives it: every service is hosted or unshared."""

    title: Text | None = None
    source: str | None = Field(None, description="id of an entry under sources")
    date: LooseDate | None = None
    outcome: OutcomeEntry | None = Field(
        None, description="adopted or rejected, where it is decided"
    )
    hosts: dict[str, str] = Field({}, description="service: host")
    starts: dict[str, str] = Field(
        {}, description="service: id of the step at which it starts, with steps"
    )
    unshared: tuple[str, ...] = Field((), description="services that stay as today")
    tasks: dict[str, dict[str, str]] = Field(
        {}, description="service: {task: municipality}; with the host when left out"
    )
    delivery: dict[str, Literal["central", "network"]] = Field(
        {}, description="for services whose delivery is either"
    )
    workplaces: dict[str, dict[str, ExactNumber]] = Field(
        {}, description="service: {municipality: FTE}; needed for a network"
    )
    forms: dict[str, str] = Field({}, description="service: legal form")
    pays: dict[str, dict[str, ExactNumber]] = Field(
        {}, description="service: {municipality: NOK/year}; instead of the cost key"
    )


class Pin(Part):
    """A host that is decided already, or when a service starts, with the reason."""

    service: str
    host: str | None = Field(
        None, description="may be left out where a step says when it starts"
    )
    step: str | None = Field(
        None, description="with steps: id of the one at which it starts"
    )
    reason: Text
    source: str | None = Field(None, description="id of an entry under sources")

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if self.host is None and self.step is None:
            context = {"code": SAYS_NOTHING, "service": shown(self.service)}
            raise PydanticCustomError(SAYS_NOTHING, SAYS_NOTHING, context)
        return self
