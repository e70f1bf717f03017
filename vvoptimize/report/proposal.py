"""From checked files to the report of a proposed change."""

from __future__ import annotations

from collections import Counter
from operator import itemgetter
from typing import TYPE_CHECKING

from vvoptimize.explanation.proposal.changes import Change
from vvoptimize.explanation.proposal.checked import worst
from vvoptimize.report.assessment import assessment_part, title_of
from vvoptimize.report.build import check_part
from vvoptimize.report.model import Named, Words
from vvoptimize.report.model_base import (
    BasePart,
    CaseChangeRow,
    ChangeCount,
    FigureChangeRow,
    GainRow,
    IdleWaiver,
    MovedHost,
    OrderRow,
    OwnVerdictRow,
    StartRow,
    TextChangeRow,
    ThingRow,
)
from vvoptimize.report.model_proposal import FilePart, ProblemRow, ProposalReport
from vvoptimize.report.names import elements, words, words_or_none
from vvoptimize.report.rows import Made
from vvoptimize.ruleset.rules import RuleKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from typing import TypeAlias

    from vvoptimize.errors import Problem
    from vvoptimize.explanation.proposal.against import AgainstBase, OwnVerdict
    from vvoptimize.explanation.proposal.changes import CaseChange
    from vvoptimize.explanation.proposal.checked import Checked, Compared
    from vvoptimize.explanation.proposal.fair import Gain, ObjectiveOrder
    from vvoptimize.report.model import AssessmentPart
    from vvoptimize.report.model_rules import InstanceRow
    from vvoptimize.report.rows import CaseRows
    from vvoptimize.ruleset.waivers import WrittenWaiver
    from vvoptimize.scenario.exact import Exact
    from vvoptimize.solution.assessed import Assessed

    Weight: TypeAlias = tuple[bool, bool]


def proposal_report(files: Sequence[Checked]) -> ProposalReport:
    """Report what came of checking files."""
    return ProposalReport(
        worst(one.exit_code for one in files), tuple(map(_file, files))
    )


def _file(one: Checked) -> FilePart:
    if one.assessed is None:
        problems = tuple(map(problem_row, one.problems))
        return FilePart(one.path, one.exit_code, problems, None, None, None)
    check = check_part(one.assessed)
    compared, optimum = one.compared, one.optimum
    base = None if compared is None else base_part(compared, check.assessment)
    if optimum is None:
        return FilePart(one.path, one.exit_code, (), check, base, None)
    # Only where it was asked for: it loads the solver.
    from vvoptimize.report.optimum import optimum_part

    beside = optimum_part(optimum, one.assessed.grounding)
    return FilePart(one.path, one.exit_code, (), check, base, beside)


def problem_row(problem: Problem) -> ProblemRow:
    """Give an error as data."""
    span = problem.span
    hints = problem.hint("nb"), problem.hint("en")
    return ProblemRow(
        problem.code,
        Words(problem.message("nb"), problem.message("en")),
        Words(hints[0], hints[1]) if hints[0] and hints[1] else None,
        None if span is None else span.path,
        None if span is None else span.line,
        None if span is None else span.column,
    )


def base_part(compared: Compared, now: AssessmentPart) -> BasePart:
    """Report a proposal beside its base.

    Parameters
    ----------
    now
        The proposal by the rules of the base: what it withholds is withheld here.
    """
    found = compared.found
    base, scenario = found.base, found.now.grounding.scenario
    cases = case_rows(found.changes, assessment_of(base), now)
    theirs = base.grounding.scenario
    return BasePart(
        name=compared.name,
        commit=compared.commit,
        path=base.grounding.file.document.path,
        assignment=base.name,
        title=title_of(base),
        blocking=len(found.blocking),
        excused=sum(change.excused for change in found.changes),
        let_through=sum(one.let_through for one in found.own_verdicts),
        counts=tuple(_counts(found.changes)),
        cases=cases,
        objectives=tuple(_order(order, found) for order in found.orders),
        gains=tuple(map(_gain, found.gains)),
        moved=tuple(MovedHost(*moved) for moved in found.facts.moved),
        starts=tuple(StartRow(*start) for start in found.facts.starts),
        figures=tuple(_figures(found)),
        added=tuple(ThingRow(*thing) for thing in found.facts.added),
        removed=tuple(ThingRow(*thing) for thing in found.facts.removed),
        texts=tuple(TextChangeRow(*change) for change in found.texts),
        own_verdicts=tuple(map(_own, found.own_verdicts)),
        idle_waivers=tuple(map(_idle, found.idle)),
        municipalities=tuple(
            Named(m.id, words(m.name))
            for m in theirs.municipalities
            if m.id not in scenario.municipality_ids
        ),
        services=tuple(
            Named(s.id, words(s.name))
            for s in theirs.services
            if s.id not in scenario.service_ids
        ),
    )


def _counts(changes: Sequence[CaseChange]) -> Iterator[ChangeCount]:
    counted = Counter(
        (one.change, one.rule.kind is RuleKind.REQUIRE) for one in changes
    )
    for change in Change:
        yield ChangeCount(change.value, counted[change, True], counted[change, False])


def _figures(found: AgainstBase) -> Iterator[FigureChangeRow]:
    """Tell the figures that differ; of those that may identify people, only which."""
    judged = (found.now.grounding.rule_set, found.own.grounding.rule_set)
    guarded = {
        ("inputs", name)
        for rules in judged
        for name, one in rules.inputs.items()
        if one.withhold_below is not None
    }
    for path, base, now in found.facts.figures:
        if tuple(path.split(".")[:2]) in guarded:
            yield FigureChangeRow(path, None, None, withheld=True)
        else:
            yield FigureChangeRow(path, base, now, withheld=False)


# Cases


class ChangeRows(Made[CaseChangeRow]):
    """Cases in a base and now as rows.

    Parameters
    ----------
    weigh
        Tells of a case whether it blocks, and whether it is excused.
    """

    def __init__(
        self,
        make: Callable[[CaseChange], CaseChangeRow],
        changes: Sequence[CaseChange],
        weigh: Callable[[CaseChange], Weight],
    ) -> None:
        super().__init__(make, changes)
        self._weigh = weigh

    @property
    def blocking(self) -> tuple[str, ...]:
        """The clauses of those that stop the proposal, each once."""
        stop = (one.rule for one in self._of if self._weigh(one)[0])
        return tuple(dict.fromkeys(rule.citation.clause for rule in stop))

    @property
    def telling(self) -> Made[CaseChangeRow]:
        """Those that differ or are broken, of rules that do more than show.

        First those that stop the proposal, then those that are excused.
        """
        told = []
        for one in self._of:
            kind, (blocks, excused) = one.rule.kind, self._weigh(one)
            if kind is not RuleKind.REPORT and (
                one.change is not Change.SAME or excused
            ):
                order = (not blocks, not excused, kind is not RuleKind.REQUIRE)
                told.append((order, one))
        told.sort(key=itemgetter(0))
        return Made(self._make, [one for _, one in told])


def weight(change: CaseChange) -> Weight:
    """Tell whether a case blocks, and whether it is excused."""
    return change.blocks, change.excused


def case_rows(
    changes: Sequence[CaseChange],
    base: AssessmentPart,
    now: AssessmentPart,
    weigh: Callable[[CaseChange], Weight] = weight,
) -> ChangeRows:
    """Give a row for each case; what either side withholds is withheld."""
    before, after = _by_rule(base), _by_rule(now)

    def row(change: CaseChange) -> CaseChangeRow:
        id_, at = change.rule.rule_id, change.at
        one, other = before.get(id_), after.get(id_)
        was = None if one is None else one.of(at)
        is_ = None if other is None else other.of(at)
        return _case(change, was, is_, weigh(change))

    return ChangeRows(row, changes, weigh)


def assessment_of(assessed: Assessed) -> AssessmentPart:
    """Give the part of a report that tells every verdict."""
    from vvoptimize.explanation.evidence import evidence_of

    return assessment_part(
        assessed, evidence_of(assessed.grounding, assessed.evaluation).principles
    )


def _by_rule(part: AssessmentPart) -> Mapping[str, CaseRows]:
    return {rule.id: rule.instances for rule in part.rules}


def _case(
    change: CaseChange,
    base: InstanceRow | None,
    now: InstanceRow | None,
    weight: Weight,
) -> CaseChangeRow:
    rule = change.rule
    blocks, excused = weight
    before, after = _margin(base), _margin(now)
    return CaseChangeRow(
        rule=rule.rule_id,
        label=words_or_none(rule.label),
        clause=rule.citation.clause,
        authority=rule.authority.value,
        kind=rule.kind.value,
        binding=rule.kind is RuleKind.REQUIRE,
        unit=None if rule.unit is None else str(rule.unit),
        at=elements(change.at, rule),
        change=change.change.value,
        base=None if change.was is None else change.was.value,
        now=None if change.is_ is None else change.is_.value,
        base_margin=before,
        margin=after,
        by=None if before is None or after is None else after - before,
        blocks=blocks,
        excused=excused,
        withheld=any(row is not None and row.withheld for row in (base, now)),
        message=None if now is None else now.message,
    )


def _margin(row: InstanceRow | None) -> Exact | None:
    if row is None:
        return None
    return row.slack if row.shortfall is None else -row.shortfall


def _own(one: OwnVerdict) -> OwnVerdictRow:
    return OwnVerdictRow(
        rule=one.rule.rule_id,
        label=words_or_none(one.rule.label),
        clause=one.rule.citation.clause,
        at=elements(one.at, one.rule),
        by_base=None if one.by_base is None else one.by_base.value,
        by_own=None if one.by_own is None else one.by_own.value,
        binds_in_base=one.binds_in_base,
        binds_in_own=one.binds_in_own,
        let_through=one.let_through,
    )


# Whom it is for


def _order(order: ObjectiveOrder, found: AgainstBase) -> OrderRow:
    from vvoptimize.report.search import difference_row

    objective, difference = order.objective, order.difference
    told = (
        None if difference is None else difference_row(difference, found.now.grounding)
    )
    return OrderRow(
        id=objective.objective_id,
        label=words_or_none(objective.label),
        clause=objective.citation.clause,
        sense=objective.sense.value,
        order=order.order.value,
        difference=told,
        only_base=tuple(elements(at, objective) for at in order.only_base),
        only_now=tuple(elements(at, objective) for at in order.only_now),
    )


def _gain(gain: Gain) -> GainRow:
    return GainRow(
        gain.municipality,
        gain.in_base,
        gain.in_now,
        gain.workplaces_base,
        gain.workplaces_now,
        gain.workplaces,
        gain.pays_base,
        gain.pays_now,
        gain.pays,
    )


def _idle(written: WrittenWaiver) -> IdleWaiver:
    entry = written.entry
    at = tuple(sorted(entry.at.items()))
    return IdleWaiver(entry.rule, at, entry.date, entry.expires)
