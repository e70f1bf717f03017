"""From what was proved of rules to a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.report.authoring.model_prove import (
    ConflictRows,
    HostRow,
    MemberRow,
    ProvedRow,
    ProvedRuleRow,
    ProveReport,
    WitnessRow,
)
from vvoptimize.report.model import Share, TaskRow
from vvoptimize.report.names import elements, scenario_part, words, words_or_none

if TYPE_CHECKING:
    from vvoptimize.assignment import Assignment
    from vvoptimize.authoring.prove import Proofs, Proved, ProvedConflict, ProvedRule
    from vvoptimize.ruleset.atoms import Values
    from vvoptimize.ruleset.grounding import Grounding
    from vvoptimize.scenario.services import Service


def prove_report(proofs: Proofs, grounding: Grounding) -> ProveReport:
    """Report what rules can come to."""
    return ProveReport(
        scenario=scenario_part(grounding),
        stop=proofs.stop.value,
        impossible=proofs.impossible,
        rules=tuple(_rule(one) for one in proofs.rules),
        conflicts=tuple(_conflict(one) for one in proofs.conflicts),
        witnesses=tuple(
            _witness(number, values, grounding)
            for number, values in enumerate(proofs.witnesses, 1)
        ),
    )


def _rule(proved: ProvedRule) -> ProvedRuleRow:
    rule = proved.rule
    return ProvedRuleRow(
        id=rule.rule_id,
        clause=rule.citation.clause,
        label=words_or_none(rule.label),
        kind=rule.kind.value,
        can=proved.can.value,
        holds_in=_number(proved.holds_in),
        broken_in=_number(proved.broken_in),
        cases=tuple(_case(one) for one in proved.instances),
    )


def _case(one: Proved) -> ProvedRow:
    at = elements(one.instance.at, one.instance.rule)
    return ProvedRow(at, one.can.value, _number(one.holds_in), _number(one.broken_in))


def _number(witness: int | None) -> int | None:
    """Number witnesses from one, as people do."""
    return None if witness is None else witness + 1


def _conflict(found: ProvedConflict) -> ConflictRows:
    return ConflictRows(
        found.minimal,
        tuple(
            MemberRow(one.rule.rule_id, elements(one.at, one.rule))
            for one in found.instances
        ),
    )


def _witness(number: int, values: Values, grounding: Grounding) -> WitnessRow:
    assignment = grounding.decisions.decode(values)
    services = grounding.scenario.services
    return WitnessRow(number, tuple(_host(one, assignment) for one in services))


def _host(service: Service, assignment: Assignment) -> HostRow:
    host = assignment.hosts[service.id]
    network = service.id in assignment.networks
    workplaces = assignment.workplaces
    places = assignment.tasks
    return HostRow(
        service=service.id,
        host=host,
        delivery="unshared" if host is None else "network" if network else "central",
        form=assignment.forms.get(service.id),
        workplaces=tuple(
            Share(m, workplaces[service.id, m])
            for m in service.participants
            if (service.id, m) in workplaces
        ),
        tasks=tuple(
            TaskRow(task.id, words(task.name), places[service.id, task.id])
            for task in service.tasks
            if (service.id, task.id) in places
        ),
    )
