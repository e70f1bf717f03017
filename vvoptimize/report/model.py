"""What reports consist of: plain data, the same whatever the language.

None is a figure nobody has given, unless an attribute says otherwise. FTE, NOK/year and
minutes are exact numbers. Ids are those of the scenario and the rule files;
`ScenarioPart` has the names.

These are named tuples because a check counts its milliseconds: to make thirty frozen
dataclasses takes twenty.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
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


class SetRow(NamedTuple):
    """An index set that a rule file declares, with its elements."""

    id: str
    label: Words
    elements: tuple[Named, ...]


class InputRow(NamedTuple):
    """A table that rules ask the scenario for, and the sets it is indexed by."""

    id: str
    label: Words | None
    sets: tuple[str, ...]


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


class ScenarioPart(NamedTuple):
    """Which scenario a report is about, and by which rule files."""

    id: str
    title: Words
    baseline: str | None
    municipalities: tuple[Named, ...]
    services: tuple[Named, ...]
    tasks: tuple[TaskName, ...]
    places: tuple[Named, ...]
    passes: tuple[PassRow, ...]
    rule_files: tuple[str, ...]
    sets: tuple[SetRow, ...]
    inputs: tuple[InputRow, ...]


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


class InstanceRow(NamedTuple):
    """One case of a rule, judged.

    Attributes
    ----------
    at
        Which case.
    verdict
        `holds`, `broken` or `unknown`.
    slack, shortfall
        Distance to the limit in the rule's unit, where it holds and where it is broken.
        Both None where the rule has no amount.
    value, limit
        What was compared with what, for a rule that limits a measure.
    missing
        Figures for lack of which the verdict is unknown.
    message
        What the rule says when it is broken.
    withheld
        The numbers are known, but not told: see `RuleRow.withheld_below`.
    """

    at: tuple[Element, ...]
    verdict: str
    slack: Exact | None
    shortfall: Exact | None
    value: Exact | None
    limit: Exact | None
    missing: tuple[str, ...]
    message: Words | None
    withheld: bool


class ExceptionRow(NamedTuple):
    """An exception that the agreement itself makes from a rule.

    Attributes
    ----------
    cases
        Those that fall under it; None without a scenario.
    """

    clause: str
    quote: str | None
    reading: Words
    where: str
    cases: tuple[tuple[Element, ...], ...] | None


class RuleRow(NamedTuple):
    """A rule with its outcome.

    Attributes
    ----------
    authority
        Who sets the threshold: `law`, `agreement` or `advice`.
    kind
        `require`, `prefer` or `report`.
    relation
        `at_least`, `at_most` or `equals`: how a measure is held against its limit; None
        for a rule that requires a truth.
    verdict
        `holds`, `broken`, `unknown`, `excepted` (all its cases are) or
        `not_applicable`.
    cases, holds, broken, unknown
        How many cases it was applied to, and how many of each verdict.
    excepted
        How many cases besides are excepted by the agreement itself.
    tightest
        The case nearest its limit, or farthest beyond it.
    parameters
        Numbers of the parameters (see `ParameterRow`) that it rests on.
    proposed
        Those among them that nobody has adopted.
    assumed, figures
        How many assumed figures it may read, of how many in all.
    withheld_below
        Where its numbers may identify people: the least number told, other than 0. As
        many more are withheld as it takes for none to be worked out from the rest.
    in_all
        The sum of such numbers over all cases; None also where it is withheld.
    """

    id: str
    label: Words | None
    clause: str
    quote: str | None
    reading: Words
    authority: str
    kind: str
    unit: str | None
    relation: str | None
    verdict: str
    cases: int
    holds: int
    broken: int
    unknown: int
    excepted: int
    tightest: InstanceRow | None
    parameters: tuple[int, ...]
    proposed: tuple[int, ...]
    assumed: int
    figures: int
    withheld_below: Exact | None
    in_all: Exact | None
    instances: tuple[InstanceRow, ...]
    exceptions: tuple[ExceptionRow, ...]


class PartyRow(NamedTuple):
    """What one party gets; `at` is empty for an objective of one number."""

    at: tuple[Element, ...]
    value: Exact | None


class ObjectiveRow(NamedTuple):
    """An objective's values under an assignment, worst off first.

    Attributes
    ----------
    sense
        `leximin`, `minimise` or `maximise`.
    proposed, assumed, figures
        As of a rule.
    label
        None where the rule file has none; the id serves then.
    step
        Values count in whole steps, rounded down (up where less is better); None when
        every difference counts.
    """

    id: str
    clause: str
    quote: str | None
    label: Words | None
    sense: str
    unit: str
    step: Exact | None
    proposed: tuple[int, ...]
    assumed: int
    figures: int
    parties: tuple[PartyRow, ...]


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
    broken, unknown
        How many cases of binding rules are broken, or lack a figure.
    binding
        How many binding rules apply here.
    wishes, wishes_not_met
        How many rules that are wishes apply here, and how many of them are not met in
        every case.
    spread
        None when the change in some municipality is unknown.
    """

    name: str | None
    title: Words | None
    outcome: OutcomePart | None
    broken: int
    unknown: int
    binding: int
    wishes: int
    wishes_not_met: int
    services: tuple[ServiceRow, ...]
    municipalities: tuple[MunicipalityRow, ...]
    totals: TotalsPart
    spread: SpreadPart | None
    rules: tuple[RuleRow, ...]
    objectives: tuple[ObjectiveRow, ...]


class SettingRow(NamedTuple):
    """One value of a parameter, and who set it.

    Attributes
    ----------
    since
        The day from which it is in force; None for always.
    set_by
        Who adopted it; of a proposed one who proposes it. None is not stated.
    case, date
        Of the adoption; None for a proposed one.
    """

    value: Exact
    since: str | None
    status: str
    set_by: Words | None
    case: str | None
    date: str | None


class ParameterRow(NamedTuple):
    """A number that somebody has set, in its unit.

    Attributes
    ----------
    number
        Place in the rule files, from 1: rules refer to it.
    value, status
        The value that counts here: in force at the baseline, or the scenario's own.
    low, high
        What it may be set to.
    authority
        Who can set it: `law`, `agreement` or `advice`.
    status
        `proposed` until those it binds have adopted it, then `adopted`.
    set
        Who set the value that counts.
    overridden
        The rule file's own value, when the scenario sets another; else None.
    reason
        Why the scenario sets another.
    settings
        The rule file's own values, in order of time.
    """

    number: int
    id: str
    label: Words
    unit: str
    value: Exact
    low: Exact
    high: Exact
    authority: str
    status: str
    set: SettingRow
    overridden: Exact | None
    reason: Words | None
    settings: tuple[SettingRow, ...]


class WarningRow(NamedTuple):
    """A binding rule that applies here and rests on numbers nobody has adopted.

    Attributes
    ----------
    proposed
        Their numbers (see `ParameterRow`).
    """

    rule: str
    label: Words | None
    clause: str
    proposed: tuple[int, ...]


class FigureRow(NamedTuple):
    """A figure that is assumed: its path in the scenario, with ids, and its range.

    Attributes
    ----------
    value, low, high
        None where it may identify people: the scenario has it, a report does not.
    """

    path: str
    value: Exact | None
    low: Exact | None
    high: Exact | None
    reason: Words | None


class QualityCount(NamedTuple):
    """How many known figures are of one quality."""

    quality: str
    figures: int


class EvidencePart(NamedTuple):
    """What a report owes to assumptions.

    Attributes
    ----------
    missing
        Paths of figures that are unknown, or that a rule needs and the scenario lacks.
    used
        Numbers of the parameters that what is reported rests on.
    """

    figures: int
    qualities: tuple[QualityCount, ...]
    missing: tuple[str, ...]
    assumed: tuple[FigureRow, ...]
    parameters: tuple[ParameterRow, ...]
    used: tuple[int, ...]
