"""From what follows of entry and exit to a report."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from vvoptimize.report.assessment import municipality_rows, service_rows, title_of
from vvoptimize.report.model import Named
from vvoptimize.report.model_members import (
    BrokenThen,
    ChangeRow,
    ConflictCase,
    CostRow,
    EntryPart,
    ExitPart,
    NoticeRow,
    OwnRow,
    PlanPart,
    TermsPart,
)
from vvoptimize.report.model_search import MovedRow
from vvoptimize.report.names import elements, scenario_part, words, words_or_none
from vvoptimize.report.reports import MembersReport
from vvoptimize.report.search import broken_row
from vvoptimize.scenario.exact import exact
from vvoptimize.scenario.figure import value_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from vvoptimize.explanation.members.entry import Entry
    from vvoptimize.explanation.members.exit import Exit
    from vvoptimize.explanation.members.money import Change, MoneyRow
    from vvoptimize.explanation.members.plans import PlanInForce
    from vvoptimize.ruleset.instances import RuleInstance
    from vvoptimize.scenario.exact import Exact
    from vvoptimize.scenario.model import Scenario
    from vvoptimize.scenario.shares import JointPart
    from vvoptimize.solution.assessed import Assessed


def exits_part(
    plan: PlanInForce, exits: Sequence[Exit], how: JointPart
) -> MembersReport:
    """Report what follows of each of several exits."""
    return MembersReport(
        scenario=scenario_part(plan.assessed.grounding),
        plan=_plan(plan),
        joint_part=how.value,
        exits=tuple(_exit(one) for one in exits),
        entry=None,
    )


def entry_part(entry: Entry) -> MembersReport:
    """Report what follows of an entry."""
    return MembersReport(
        scenario=scenario_part(entry.joined.grounding),
        plan=_plan(entry.plan),
        joint_part=None,
        exits=(),
        entry=_entry(entry),
    )


def _plan(plan: PlanInForce) -> PlanPart:
    assessed = plan.assessed
    return PlanPart(
        name=assessed.name,
        title=title_of(assessed),
        proved=plan.proved,
        outright=bool(plan.assignment.pays),
        broken=len(assessed.evaluation.broken),
        unknown=len(assessed.evaluation.unknown),
        services=service_rows(assessed),
        municipalities=municipality_rows(assessed),
    )


def _exit(found: Exit) -> ExitPart:
    scenario = found.plan.scenario
    changes = tuple(_change(change, scenario) for change in found.changes)
    new, notice = found.new, found.notice
    return ExitPart(
        leaver=found.leaver,
        stands=found.stands,
        lost=found.lost,
        ended=found.ended,
        hostless=found.hostless,
        broken=tuple(_broken(found.plan.assessed, found.standing)),
        unknown=len(found.standing.evaluation.unknown),
        search=new.search.value,
        changed=tuple(MovedRow(*change) for change in new.changed),
        fewest=new.fewest,
        proved=new.proved,
        conflict=tuple(_conflict(case) for case in new.conflict),
        staff=found.staff.moves,
        own_staff=tuple(OwnRow(*own, own.lacks) for own in found.staff.own),
        staff_unknown=found.staff.unknown,
        costs=tuple(_costs(found.money)),
        services=service_rows(found.final),
        changes=changes,
        total=_total(changes),
        notice_given=notice.given,
        notices=tuple(NoticeRow(*years) for years in notice.years),
        earliest=notice.earliest,
    )


def _broken(before: Assessed, then: Assessed) -> Iterable[BrokenThen]:
    """Give the broken cases, those that were broken before last."""
    known = {(case.rule.rule_id, case.at) for case in before.evaluation.broken}
    rows = [
        BrokenThen(
            broken_row(case, then.grounding),
            (case.rule.rule_id, case.at) in known,
        )
        for case in then.evaluation.broken
    ]
    return sorted(rows, key=lambda row: row.already)


def _conflict(case: RuleInstance) -> ConflictCase:
    rule = case.rule
    return ConflictCase(
        rule=rule.rule_id,
        clause=rule.citation.clause,
        label=words_or_none(rule.label),
        at=elements(case.at, rule),
    )


def _costs(rows: Sequence[MoneyRow]) -> Iterable[CostRow]:
    told = [
        CostRow(row.service, row.paid, row.falls_away, row.left_to_others, row.alone)
        for row in rows
    ]
    yield from told
    if told:
        columns = ("paid", "falls_away", "left_to_others", "alone")
        yield CostRow(None, *(_sum(getattr(r, c) for r in told) for c in columns))


def _change(change: Change, scenario: Scenario) -> ChangeRow:
    people = value_of(scenario.municipality(change.municipality).population)
    return ChangeRow(
        municipality=change.municipality,
        workplaces=change.workplaces,
        workplaces_then=change.workplaces_then,
        workplaces_change=change.workplaces_change,
        pays=change.pays,
        pays_then=change.pays_then,
        pays_change=change.pays_change,
        head=_per(change.pays, people),
        head_then=_per(change.pays_then, people),
    )


def _per(amount: Exact | None, people: Exact | None) -> Exact | None:
    return None if amount is None or not people else exact(Fraction(amount) / people)


def _total(rows: Sequence[ChangeRow]) -> ChangeRow:
    """Add up; per inhabitant there is nothing to add up."""
    return ChangeRow(
        municipality="",
        workplaces=_sum(row.workplaces for row in rows),
        workplaces_then=_sum(row.workplaces_then for row in rows),
        workplaces_change=_sum(row.workplaces_change for row in rows),
        pays=_sum(row.pays for row in rows),
        pays_then=_sum(row.pays_then for row in rows),
        pays_change=_sum(row.pays_change for row in rows),
        head=None,
        head_then=None,
    )


def _sum(values: Iterable[Exact | None]) -> Exact | None:
    listed = list(values)
    known = [value for value in listed if value is not None]
    return exact(sum(known)) if len(known) == len(listed) else None


def _entry(entry: Entry) -> EntryPart:
    newcomer = entry.member.municipality
    changes = tuple(_change(c, entry.plan.scenario) for c in entry.changes)
    terms = entry.plan.rules.membership.entry
    return EntryPart(
        newcomer=Named(newcomer.id, words(newcomer.name)),
        services=entry.services,
        outcome=municipality_rows(entry.joined)[-1],
        changes=changes,
        total=_total(changes),
        pays_more=tuple(
            c.municipality
            for c in changes
            if c.pays_change is not None and c.pays_change > 0
        ),
        unknown_payers=tuple(c.municipality for c in changes if c.pays_change is None),
        broken=tuple(_broken(entry.plan.assessed, entry.joined)),
        unknown=len(entry.joined.evaluation.unknown),
        worked_out=entry.worked_out,
        terms=None
        if terms is None or entry.agree is None
        else TermsPart(
            clause=terms.citation.clause,
            quote=terms.citation.quote,
            reading=words(terms.citation.reading),
            agree=entry.agree,
        ),
    )
