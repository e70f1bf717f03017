"""What reports consist of: plain data, the same whatever the language.

None is a figure nobody has given, unless an attribute says otherwise. FTE, NOK/year and
minutes are exact numbers. Ids are those of the scenario and the rule files;
`ScenarioPart` has the names.

These are named tuples because a check counts its milliseconds: to make thirty frozen
dataclasses takes twenty.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.classes import NamedTuple

if TYPE_CHECKING:
    from vvoptimize.report.model_files import InputRow, SetRow
    from vvoptimize.report.model_rules import ObjectiveRow, RuleRow
    from vvoptimize.report.model_steps import StepwisePart
    from vvoptimize.scenario.exact import Exact


class Words(NamedTuple):
    """A text in bokmål and English."""

    nb: str
    en: str

    def get(self, lang: str) -> str:
        """Give the text in a language."""
        return self.nb if lang == "nb" else self.en


class Named(NamedTuple):
    """An id of the scenario and what people call it."""

    id: str
    name: Words


class TaskName(NamedTuple):
    """What people call a task of a service."""

    service: str
    id: str
    name: Words


class PassRow(NamedTuple):
    """A mountain pass that closes, and what it then keeps apart.

    Attributes
    ----------
    closures
        Per winter; None is unknown.
    groups
        Ids of municipalities that can still reach each other by road; one group when
        nobody is cut off.
    """

    name: str
    closures: Exact | None
    groups: tuple[tuple[str, ...], ...]


class StepName(NamedTuple):
    """A step of a plan: the name that the file gives it, if any, and its day."""

    id: str
    name: Words | None
    date: str


class ScenarioPart(NamedTuple):
    """Which scenario a report is about, and by which rule files.

    Attributes
    ----------
    steps
        Only of a scenario that has steps.
    """

    id: str
    title: Words
    baseline: str | None
    municipalities: tuple[Named, ...]
    services: tuple[Named, ...]
    tasks: tuple[TaskName, ...]
    forms: tuple[Named, ...]
    places: tuple[Named, ...]
    passes: tuple[PassRow, ...]
    rule_files: tuple[str, ...]
    sets: tuple[SetRow, ...]
    inputs: tuple[InputRow, ...]
    steps: tuple[StepName, ...] = ()


class Element(NamedTuple):
    """The value of one index variable, and the set that it is an element of."""

    variable: str
    set: str
    id: str


class Share(NamedTuple):
    """What one municipality has of something; None is unknown."""

    municipality: str
    value: Exact | None


class TaskRow(NamedTuple):
    """Where a part of a shared service sits."""

    id: str
    name: Words
    municipality: str


class Elsewhere(NamedTuple):
    """A municipality that has a service in another co-operation."""

    municipality: str
    where: Words


class ServiceRow(NamedTuple):
    """Who provides one service.

    Attributes
    ----------
    host, host_today
        None where the service is, or is today, unshared.
    delivery
        `central`, `network` or `unshared`.
    workplaces
        FTE, one per participant.
    employer
        `host` or `workplace`: who employs the staff of the service when it is shared.
    change_employer
        FTE that leave the employer of today: where hosts employ, all that are employed
        elsewhere than at the host.
    pinned
        Why the host was decided beforehand; None where it was not.
    participants
        Who takes part, where not everybody in the scenario does; else empty.
    elsewhere
        Who has the service in another co-operation, and in which.
    candidates
        Who may host, where not every participant may; else empty.
    """

    service: str
    host: str | None
    host_today: str | None
    delivery: str
    form: str | None
    employer: str
    workplaces: tuple[Share, ...]
    change_employer: Exact | None
    pinned: Words | None
    participants: tuple[str, ...]
    elsewhere: tuple[Elsewhere, ...]
    candidates: tuple[str, ...]
    candidates_reason: Words | None
    tasks: tuple[TaskRow, ...]


class MunicipalityRow(NamedTuple):
    """What an assignment means for one municipality: FTE, NOK/year, minutes.

    Attributes
    ----------
    gains
        What it pays less than today, negative when more.
    travel
        Minutes by road to the farthest host; `farthest` is the service it is for. Both
        are None when it takes part in nothing shared.
    """

    municipality: str
    hosts: tuple[str, ...]
    workplaces_before: Exact | None
    workplaces_after: Exact | None
    workplaces_change: Exact | None
    employed_before: Exact | None
    employed_after: Exact | None
    pays_today: Exact | None
    pays: Exact | None
    gains: Exact | None
    travel: Exact | None
    farthest: str | None


class TotalsPart(NamedTuple):
    """Sums over all municipalities, as in `MunicipalityRow`; None if any is unknown."""

    workplaces_before: Exact | None
    workplaces_after: Exact | None
    workplaces_change: Exact | None
    employed_before: Exact | None
    employed_after: Exact | None
    pays_today: Exact | None
    pays: Exact | None
    gains: Exact | None


class SpreadPart(NamedTuple):
    """How evenly the change in workplaces is spread, in FTE.

    Attributes
    ----------
    to_move
        What would have to move for all to change alike; 0 is perfectly even.
    """

    lowest: Exact
    highest: Exact
    spread: Exact
    to_move: Exact


class OutcomePart(NamedTuple):
    """What became of a named assignment: it is for councils to decide, not for rules.

    Attributes
    ----------
    result
        `adopted` or `rejected`.
    by
        Who decided.
    date
        Year, month or day; None where it is not known.
    reason
        Why, or on what conditions.
    source
        Id of where this is told.
    """

    result: str
    by: Words
    date: str | None
    reason: Words | None
    source: str | None


class AssessmentPart(NamedTuple):
    """An assignment judged by the rules and measured for each municipality.

    Attributes
    ----------
    name, title
        Of a named assignment; None for one that was found.
    outcome
        None where nobody has decided on it, or nobody has said so.
    unknown, broken, waived
        How many cases of binding rules lack a figure, are broken, or are not kept but
        have a waiver that covers it.
    binding
        How many binding rules apply here.
    wishes, wishes_not_met
        How many rules that are wishes apply here, and how many of them are not met in
        every case.
    spread
        None when the change in some municipality is unknown.
    plan
        Only of a scenario that has steps; all else is then as it is in the end.
    """

    name: str | None
    title: Words | None
    outcome: OutcomePart | None
    unknown: int
    broken: int
    waived: int
    binding: int
    wishes: int
    wishes_not_met: int
    services: tuple[ServiceRow, ...]
    municipalities: tuple[MunicipalityRow, ...]
    totals: TotalsPart
    spread: SpreadPart | None
    rules: tuple[RuleRow, ...]
    objectives: tuple[ObjectiveRow, ...]
    plan: StepwisePart | None = None
