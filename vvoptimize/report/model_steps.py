"""What a report has of a plan in steps, besides where it ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.classes import NamedTuple

if TYPE_CHECKING:
    from vvoptimize.report.model import MunicipalityRow, TotalsPart
    from vvoptimize.scenario.exact import Exact


class StartRow(NamedTuple):
    """A service that starts, and its host."""

    service: str
    host: str


class StepLimit(NamedTuple):
    """What there is room for at a step, and what is used of it; None is unknown.

    Attributes
    ----------
    kind
        `services` that start, `staff` that change employer, or `effort`: project work.
    """

    kind: str
    unit: str
    limit: Exact | None
    used: Exact | None


class StepRow(NamedTuple):
    """The plan at one step: names and dates are in `ScenarioPart.steps`.

    Attributes
    ----------
    taken
        It has happened: rules are not asked of it, and it cannot change.
    days
        To the next step, or to the horizon: how much it counts in a mean over the plan.
        None of one that is taken: it does not count.
    change_employer
        FTE that leave their employer of today at this step.
    effort
        Weeks of project work for what starts at this step.
    limits
        Those that the scenario sets, in the order above.
    municipalities
        As things are from this step on, with all that has started by then.
    """

    step: str
    date: str
    taken: bool
    days: int | None
    starts: tuple[StartRow, ...]
    change_employer: Exact | None
    effort: Exact | None
    limits: tuple[StepLimit, ...]
    municipalities: tuple[MunicipalityRow, ...]
    totals: TotalsPart


class HistoryRow(NamedTuple):
    """What one municipality gave and got in the steps that have happened.

    Attributes
    ----------
    hosts
        Services that it hosts since.
    workplaces_given, workplaces_got
        FTE by place of work: what services took from it, and what others brought.
    employed_given, employed_got
        FTE by employer.
    gains
        NOK/year that it pays less since, negative when more.
    """

    municipality: str
    hosts: tuple[str, ...]
    workplaces_given: Exact | None
    workplaces_got: Exact | None
    employed_given: Exact | None
    employed_got: Exact | None
    gains: Exact | None


class StepwisePart(NamedTuple):
    """A plan in steps.

    Attributes
    ----------
    horizon
        The day to which the last step counts.
    days
        In all, from the first step to come to the horizon.
    unshared
        Services that start at no step.
    history
        One per municipality; empty where no step has happened.
    hosts_not_recorded, staff_not_recorded
        Services that have started, of which the scenario does not say who hosts, or
        where the staff works: there history is as this plan has it, and no fact.
    """

    horizon: str
    days: int
    steps: tuple[StepRow, ...]
    unshared: tuple[str, ...]
    history: tuple[HistoryRow, ...]
    hosts_not_recorded: tuple[str, ...]
    staff_not_recorded: tuple[str, ...]
