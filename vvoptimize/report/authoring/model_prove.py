"""What is reported of proofs about rules; read with `report.authoring.model`."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from vvoptimize.classes import NamedTuple, record

if TYPE_CHECKING:
    from vvoptimize.report.model import Element, ScenarioPart, Share, TaskRow, Words


class HostRow(NamedTuple):
    """What a witness says of a service; `host` is None where it is not shared.

    Attributes
    ----------
    delivery
        `central` at the host, `network`, or `unshared`.
    workplaces
        Of a network, where its size is known; else they follow from host and tasks.
    """

    service: str
    host: str | None
    delivery: str
    form: str | None
    workplaces: tuple[Share, ...]
    tasks: tuple[TaskRow, ...]


class WitnessRow(NamedTuple):
    """An assignment that shows something to be possible, by its number."""

    number: int
    hosts: tuple[HostRow, ...]


class ProvedRow(NamedTuple):
    """What one case can come to; witnesses by their numbers, None where there is none.

    Attributes
    ----------
    can
        `both`, `never_broken`, `never_holds`, `undecided` (a figure is missing) or
        `stopped` (before proof).
    """

    at: tuple[Element, ...]
    can: str
    holds_in: int | None
    broken_in: int | None


class ProvedRuleRow(NamedTuple):
    """What a rule can come to over all its cases: it holds where all of them do."""

    id: str
    clause: str
    label: Words | None
    kind: str
    can: str
    holds_in: int | None
    broken_in: int | None
    cases: tuple[ProvedRow, ...]


class MemberRow(NamedTuple):
    """One case of a required rule that conflicts with others."""

    id: str
    at: tuple[Element, ...]


class ConflictRows(NamedTuple):
    """Cases that cannot be kept together; `minimal` where each is proved needed."""

    minimal: bool
    members: tuple[MemberRow, ...]


@record
class ProveReport:
    """What rules can come to in a scenario, whatever is decided.

    Attributes
    ----------
    stop
        `proved`, or what stopped the search: `time`, `work` or `interrupted`.
    """

    kind: ClassVar[str] = "prove"
    scenario: ScenarioPart
    stop: str
    impossible: bool
    rules: tuple[ProvedRuleRow, ...]
    conflicts: tuple[ConflictRows, ...]
    witnesses: tuple[WitnessRow, ...]
