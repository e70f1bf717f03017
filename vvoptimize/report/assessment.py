"""An assignment that has been judged, as rows of a report."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from vvoptimize.evaluation.verdicts import InstanceVerdict, RuleVerdict, Verdict
from vvoptimize.report.exceptions import exception_rows
from vvoptimize.report.messages import message
from vvoptimize.report.model import (
    AssessmentPart,
    Elsewhere,
    OutcomePart,
    ServiceRow,
    Share,
    SpreadPart,
    TaskRow,
    Words,
)
from vvoptimize.report.model_rules import (
    InstanceRow,
    ObjectiveRow,
    PartyRow,
    RuleRow,
)
from vvoptimize.report.names import (
    elements,
    law_row,
    over_time,
    words,
    words_or_none,
)
from vvoptimize.report.parameters import numbers_of
from vvoptimize.report.region import municipality_row, totals_of
from vvoptimize.report.rows import CaseRows
from vvoptimize.report.waivers import waiver_number
from vvoptimize.report.withheld import Guard, guard_of, told_of, too_small
from vvoptimize.ruleset.rules import RuleKind, Sense

if TYPE_CHECKING:
    from vvoptimize.evaluation.municipalities import ServiceOutcome
    from vvoptimize.evaluation.verdicts import ObjectiveOutcome
    from vvoptimize.explanation.evidence import RuleEvidence
    from vvoptimize.report.model import MunicipalityRow
    from vvoptimize.report.model_steps import StepwisePart
    from vvoptimize.ruleset.grounding import Grounding
    from vvoptimize.scenario.assignments import AssignmentEntry
    from vvoptimize.scenario.services import Service
    from vvoptimize.solution.assessed import Assessed


def assessment_part(
    assessed: Assessed, evidence: tuple[RuleEvidence, ...]
) -> AssessmentPart:
    """Build all rows of a judged assignment.

    Parameters
    ----------
    evidence
        What each rule rests on.
    """
    rests_on = {row.principle_id: row for row in evidence}
    evaluation, grounding = assessed.evaluation, assessed.grounding
    municipalities = municipality_rows(assessed)
    wishes = [rule for rule in evaluation.of_kind(RuleKind.PREFER) if rule.instances]
    binding = [rule for rule in evaluation.of_kind(RuleKind.REQUIRE) if rule.instances]
    return AssessmentPart(
        name=assessed.name,
        title=title_of(assessed),
        outcome=outcome_of(assessed),
        unknown=len(evaluation.unknown),
        broken=len(evaluation.broken),
        waived=len(evaluation.waived),
        binding=len(binding),
        wishes=len(wishes),
        wishes_not_met=sum(rule.verdict is Verdict.BROKEN for rule in wishes),
        services=service_rows(assessed),
        municipalities=municipalities,
        totals=totals_of(municipalities),
        spread=_spread(assessed),
        rules=tuple(
            _rule(rule, rests_on[rule.rule.rule_id], grounding)
            for rule in evaluation.rules
        ),
        objectives=tuple(
            _objective(outcome, rests_on[_id(outcome)], grounding)
            for outcome in evaluation.objectives
        ),
        plan=_plan(assessed),
    )


def _plan(assessed: Assessed) -> StepwisePart | None:
    if not assessed.grounding.scenario.steps:
        return None
    from vvoptimize.report.steps import stepwise_part  # few scenarios have steps

    return stepwise_part(assessed)


def title_of(assessed: Assessed) -> Words | None:
    """Give the title of a named assignment that has one."""
    entry = _entry(assessed)
    return None if entry is None else words_or_none(entry.title)


def outcome_of(assessed: Assessed) -> OutcomePart | None:
    """Give what became of a named assignment, where the scenario says so."""
    entry = _entry(assessed)
    found = None if entry is None else entry.outcome
    if found is None:
        return None
    return OutcomePart(
        result=found.result,
        by=words(found.by),
        date=found.date,
        reason=words_or_none(found.reason),
        source=found.source,
    )


def _entry(assessed: Assessed) -> AssignmentEntry | None:
    if assessed.name is None:
        return None
    return assessed.grounding.scenario.assignments.get(assessed.name)


def _spread(assessed: Assessed) -> SpreadPart | None:
    found = assessed.fairness
    if found is None:
        return None
    return SpreadPart(found.lowest, found.highest, found.spread, found.to_move)


# Municipalities and services


def municipality_rows(assessed: Assessed) -> tuple[MunicipalityRow, ...]:
    """One per municipality, in file order."""
    return tuple(municipality_row(outcome) for outcome in assessed.municipalities)


def service_rows(assessed: Assessed) -> tuple[ServiceRow, ...]:
    """One per service, in file order."""
    services = assessed.grounding.scenario.services
    pairs = zip(services, assessed.services, strict=True)
    return tuple(_service(service, outcome, assessed) for service, outcome in pairs)


def _service(
    service: Service, outcome: ServiceOutcome, assessed: Assessed
) -> ServiceRow:
    scenario, assignment = assessed.grounding.scenario, assessed.assignment
    narrowed = set(service.candidates.among) != set(service.participants)
    some = len(service.participants) < len(scenario.municipalities)
    pins = [pin for pin in scenario.pins if pin.service == service.id]
    today = service.shared_today
    return ServiceRow(
        service=service.id,
        host=outcome.host,
        host_today=None if today is None else today.host,
        delivery=_delivery(outcome),
        form=assignment.forms.get(service.id),
        employer=service.employer.value,
        workplaces=tuple(Share(m, value) for m, value in outcome.workplaces),
        change_employer=outcome.change_employer,
        pinned=words(pins[0].reason) if pins else None,
        participants=service.participants if some else (),
        elsewhere=tuple(Elsewhere(m, words(t)) for m, t in service.elsewhere.items()),
        candidates=service.candidates.among if narrowed else (),
        candidates_reason=words_or_none(service.candidates.reason),
        tasks=tuple(_tasks(service, assessed)),
    )


def _delivery(outcome: ServiceOutcome) -> str:
    if outcome.host is None:
        return "unshared"
    return "network" if outcome.network else "central"


def _tasks(service: Service, assessed: Assessed) -> list[TaskRow]:
    places = assessed.assignment.tasks
    return [
        TaskRow(task.id, words(task.name), places[service.id, task.id])
        for task in service.tasks
        if (service.id, task.id) in places
    ]


# Rules and objectives


def _rule(
    verdict: RuleVerdict, rests_on: RuleEvidence, grounding: Grounding
) -> RuleRow:
    rule, tightest = verdict.rule, verdict.tightest
    guard = guard_of(verdict, grounding.rule_set)
    instances = case_rows(verdict, guard, grounding)
    return RuleRow(
        id=rule.rule_id,
        label=words_or_none(rule.label),
        clause=rule.citation.clause,
        quote=rule.citation.quote,
        reading=words(rule.citation.reading),
        law=law_row(rule),
        authority=rule.authority.value,
        kind=rule.kind.value,
        unit=None if rule.unit is None else str(rule.unit),
        relation=None if rule.bound is None else rule.bound.relation,
        verdict=verdict.verdict.value,
        cases=len(verdict.instances),
        unknown=verdict.count(Verdict.UNKNOWN),
        holds=verdict.count(Verdict.HOLDS),
        broken=verdict.count(Verdict.BROKEN),
        waived=verdict.count(Verdict.WAIVED),
        excepted=len(verdict.excepted),
        tightest=_row_of(tightest, verdict, instances),
        parameters=numbers_of(grounding.rule_set.rests_on(rule), grounding.rule_set),
        proposed=numbers_of(rests_on.proposed, grounding.rule_set),
        assumed=rests_on.assumed,
        figures=rests_on.figures,
        withheld_below=guard.below,
        in_all=guard.in_all,
        instances=instances,
        exceptions=exception_rows(rule, verdict.excepted),
    )


def case_rows(verdict: RuleVerdict, guard: Guard, grounding: Grounding) -> CaseRows:
    """Give the cases of a rule, each with what may be told of it."""

    @cache
    def row(place: int) -> InstanceRow:
        found = instance_row(verdict.instances[place], grounding)
        return guarded(found, guard, hidden=guard.cases[place])

    return CaseRows(row, told_of(verdict, guard), guard.cases)


def _row_of(
    case: InstanceVerdict | None, verdict: RuleVerdict, rows: CaseRows
) -> InstanceRow | None:
    """Give the row of one of a rule's cases."""
    return None if case is None else rows[verdict.instances.index(case)]


def guarded(row: InstanceRow, guard: Guard, *, hidden: bool) -> InstanceRow:
    """Leave out the numbers of a case that are not to be told."""
    if guard.below is None:
        return row
    if row.limit is not None and too_small(row.limit, guard.below):
        row = _without_amounts(row)
    return _without_amounts(row)._replace(value=None, withheld=True) if hidden else row


def _without_amounts(row: InstanceRow) -> InstanceRow:
    """Leave out all from which a number could be worked out."""
    return row._replace(
        limit=None, slack=None, shortfall=None, message=None, exceeds=None
    )


def instance_row(case: InstanceVerdict, grounding: Grounding) -> InstanceRow:
    """Give one case of a rule, with what the rule says of it when it is broken."""
    rule, margin = case.rule, case.margin
    at = elements(case.at, rule)
    broken = case.verdict in (Verdict.BROKEN, Verdict.WAIVED)
    shortfall = -margin if margin is not None and broken else None
    numbers = {"value": case.value, "limit": case.limit, "shortfall": shortfall}
    return InstanceRow(
        at=at,
        verdict=case.verdict.value,
        slack=margin if case.verdict is Verdict.HOLDS else None,
        shortfall=shortfall,
        value=case.value,
        limit=case.limit,
        missing=case.missing,
        message=message(rule, at, numbers, grounding) if broken else None,
        withheld=False,
        waiver=waiver_number(case.waiver, grounding),
        exceeds=case.exceeds,
    )


def _id(outcome: ObjectiveOutcome) -> str:
    return outcome.objective.objective_id


def _objective(
    outcome: ObjectiveOutcome, rests_on: RuleEvidence, grounding: Grounding
) -> ObjectiveRow:
    objective = outcome.objective
    parties = [
        PartyRow(elements(party.at, objective), party.value)
        for party in outcome.parties
    ]
    return ObjectiveRow(
        id=objective.objective_id,
        clause=objective.citation.clause,
        quote=objective.citation.quote,
        label=words_or_none(objective.label),
        sense=objective.sense.value,
        unit=str(objective.unit),
        step=outcome.step,
        proposed=numbers_of(rests_on.proposed, grounding.rule_set),
        assumed=rests_on.assumed,
        figures=rests_on.figures,
        parties=tuple(_ranked(parties, objective.sense)),
        over=over_time(objective, grounding.scenario),
    )


def _ranked(parties: list[PartyRow], sense: Sense) -> list[PartyRow]:
    """Unknown first, then worst off first, in file order among equals."""
    sign = -1 if sense is Sense.MINIMISE else 1
    unknown = [party for party in parties if party.value is None]
    known = [(sign * p.value, p) for p in parties if p.value is not None]
    return unknown + [party for _, party in sorted(known, key=lambda pair: pair[0])]
