"""A plan in steps, as the file describes it: the days on which services may start."""

from pydantic import Field

from vvoptimize.scenario.figure import Figure
from vvoptimize.scenario.parts import Day, Id, Part, Text


class StepLimits(Part):
    """What can be done at one step at most; what is left out has no limit."""

    services: Figure | None = Field(None, description="services that start")
    staff: Figure | None = Field(None, description="FTE that change employer")
    effort: Figure | None = Field(
        None, description="weeks of project work, as the services' effort adds up to"
    )


class Step(Part):
    """A day on which shared services may start; what starts goes on to the end."""

    id: Id
    date: Day
    name: Text | None = Field(None, description="the id when left out")
    taken: bool = Field(
        default=False, description="it has happened: what started is pinned to it"
    )
    limits: StepLimits = Field(default_factory=StepLimits)
