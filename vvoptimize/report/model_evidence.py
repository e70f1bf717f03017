"""What a report tells of its evidence: figures, and what somebody has decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.classes import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vvoptimize.report.model import Element, Words
    from vvoptimize.scenario.exact import Exact


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


class HostRow(NamedTuple):
    """That a municipality hosts a service."""

    service: str
    municipality: str


class NeedRow(NamedTuple):
    """A case of a rule, or a party of an objective, that a missing figure leaves open.

    Attributes
    ----------
    kind
        Of the rule (`require`, `prefer` or `report`), or what the objective asks for.
    at
        Which case, or party.
    extent
        Of a search, over all assignments that keep the binding rules: `always` (proved:
        whatever is decided), `some` or `open` (not settled within the limits). None for
        an assignment that is judged alone.
    hosts
        With `some`: the hosts of certain services with which it may be open. Where any
        of these services has another host, or none, it is not. Empty where it does not
        hang on who hosts.
    """

    id: str
    kind: str
    label: Words | None
    clause: str
    at: tuple[Element, ...]
    extent: str | None
    hosts: tuple[HostRow, ...]


class UnknownRow(NamedTuple):
    """A figure that nobody has given, and what it leaves open.

    Attributes
    ----------
    path
        Its place in the scenario: keys, with ids instead of numbers in lists.
    line
        The line of the scenario file where it stands or would stand; None is unknown.
    """

    path: str
    line: int | None
    needs: Sequence[NeedRow]


class WaiverRow(NamedTuple):
    """A decision that one case of a rule need not be kept, or not wholly.

    Attributes
    ----------
    number
        Place in the files of waivers, from 1: cases refer to it.
    expires
        The last day on which it counts.
    covers
        The largest shortfall that it covers, in the rule's unit; None where there is no
        amount, and the case is not asked for at all.
    verdict
        Of the case: `waived`; `broken`, when it falls short by more; `holds` or
        `excepted`, when no waiver is needed; `unknown`. None where no assignment is
        judged.
    shortfall, exceeds
        What the case falls short, and how much of that is not covered; None is nothing,
        or no amount.
    """

    number: int
    rule: str
    label: Words | None
    clause: str
    unit: str | None
    at: tuple[Element, ...]
    reason: Words
    decided_by: Words
    case: str
    date: str
    expires: str
    covers: Exact | None
    verdict: str | None
    shortfall: Exact | None
    exceeds: Exact | None
