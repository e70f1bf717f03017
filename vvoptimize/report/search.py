"""What a search proved, and the named assignments beside its answer, as rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.evaluation.values import Evaluator
from vvoptimize.evaluation.verdicts import Verdict
from vvoptimize.explanation.compare import compare_with
from vvoptimize.report.assessment import (
    instance_row,
    municipality_rows,
    outcome_of,
    service_rows,
    title_of,
)
from vvoptimize.report.model_rules import (
    PartyRow,
)
from vvoptimize.report.model_search import (
    BrokenRow,
    DifferenceRow,
    FirstDifference,
    MovedRow,
    MovedStart,
    OtherPart,
    StageRow,
    TieRow,
)
from vvoptimize.report.names import elements, over_time, words_or_none
from vvoptimize.ruleset.rules import RuleKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from vvoptimize.evaluation.verdicts import InstanceVerdict
    from vvoptimize.explanation.compare import PartyDifference, StageDifference
    from vvoptimize.report.model import Element
    from vvoptimize.ruleset.grounding import Grounding
    from vvoptimize.ruleset.instances import At
    from vvoptimize.ruleset.rules import Objective, Rule, RuleSet
    from vvoptimize.scenario.exact import Exact
    from vvoptimize.solution.assessed import Assessed
    from vvoptimize.solution.stages import StageResult


def stage_row(stage: StageResult, grounding: Grounding) -> StageRow:
    """Give one stage, with the rule or objective it is for."""
    principle = _principles(grounding.rule_set).get(stage.stage_id)
    return StageRow(
        id=stage.stage_id,
        kind=stage.kind.value,
        clause=None if principle is None else principle.citation.clause,
        label=words_or_none(getattr(principle, "label", None)),
        outcome=stage.outcome.value,
        unit=stage.unit,
        value=stage.value,
        bound=stage.bound,
        gap=_apart(stage.value, stage.bound),
        step=stage.step,
        ranks_proved=stage.ranks_proved,
        parties=tuple(PartyRow(_at(p.at, principle), p.value) for p in stage.parties),
        missing=stage.missing,
        over=None if principle is None else over_time(principle, grounding.scenario),
    )


def _principles(rule_set: RuleSet) -> Mapping[str, Rule | Objective]:
    return {
        **{rule.rule_id: rule for rule in rule_set.rules},
        **{objective.objective_id: objective for objective in rule_set.objectives},
    }


def _at(at: At, principle: Rule | Objective | None) -> tuple[Element, ...]:
    return () if principle is None else elements(at, principle)


def _apart(one: Exact | None, other: Exact | None) -> Exact | None:
    if one is None or other is None:
        return None
    return one - other if one >= other else other - one


def other_part(ours: Assessed, other: Assessed, *, proved: bool) -> OtherPart:
    """Put a named assignment beside ours.

    Parameters
    ----------
    proved
        Whether ours was proved at every stage: only then did a tie-break choose it.
    """
    compared = compare_with(ours, other)
    grounding, difference = other.grounding, compared.difference
    found = None if difference is None else difference_row(difference, grounding)
    if found is not None and found.kind == RuleKind.PREFER:
        found = found._replace(parties=tuple(_cases(found.stage, ours, other)))
    return OtherPart(
        name=other.name,
        title=title_of(other),
        outcome=outcome_of(other),
        moved=tuple(MovedRow(*moved) for moved in compared.moved),
        broken=tuple(broken_row(case, grounding) for case in compared.broken),
        unknown=len(compared.unknown),
        difference=found,
        tie=_tie(ours, other) if found is None and proved else None,
        services=service_rows(other),
        municipalities=municipality_rows(other),
        starts=tuple(_moved_starts(ours, other)),
    )


def _moved_starts(ours: Assessed, other: Assessed) -> Iterator[MovedStart]:
    for s in ours.assignment.hosts:
        mine, theirs = (one.assignment.starts.get(s) for one in (ours, other))
        if mine != theirs:
            yield MovedStart(s, mine, theirs)


def _tie(ours: Assessed, other: Assessed) -> TieRow | None:
    """Find the first tie-break by which two equals differ, where it chooses ours."""
    mine, theirs = Evaluator(ours.values), Evaluator(other.values)
    for tie_break in ours.grounding.model.tie_breaks:
        for digit in tie_break.digits:
            less, more = mine.value(digit), theirs.value(digit)
            if less is None or more is None or less == more:
                continue
            if less > more:
                return None
            told = (less, more) if len(tie_break.digits) == 1 else (None, None)
            return TieRow(tie_break.tie_break_id, tie_break.unit, *told)
    return None


def broken_row(case: InstanceVerdict, grounding: Grounding) -> BrokenRow:
    """Give a case of a binding rule that is broken."""
    rule = case.rule
    return BrokenRow(
        rule=rule.rule_id,
        clause=rule.citation.clause,
        quote=rule.citation.quote,
        unit=None if rule.unit is None else str(rule.unit),
        case=instance_row(case, grounding),
    )


def difference_row(found: StageDifference, grounding: Grounding) -> FirstDifference:
    """Give a stage at which two assignments differ."""
    principle = _principles(grounding.rule_set).get(found.stage_id)
    return FirstDifference(
        stage=found.stage_id,
        kind=found.kind.value,
        clause=None if principle is None else principle.citation.clause,
        label=words_or_none(getattr(principle, "label", None)),
        unit=found.unit,
        ours_is_better=found.ours_is_better,
        ours=found.ours,
        theirs=found.theirs,
        by=_apart(found.ours, found.theirs),
        rank=found.rank,
        parties=tuple(_party(party, principle) for party in found.parties),
    )


def _cases(rule_id: str, ours: Assessed, other: Assessed) -> Iterator[DifferenceRow]:
    """Give the cases of a soft rule that fall short by another amount."""
    both = zip(_of_rule(rule_id, ours), _of_rule(rule_id, other), strict=True)
    for mine, theirs in both:
        less, more = _short(mine), _short(theirs)
        if less != more:
            at = elements(mine.at, mine.rule)
            change = None if less is None or more is None else more - less
            yield DifferenceRow(at, less, more, change)


def _of_rule(rule_id: str, assessed: Assessed) -> tuple[InstanceVerdict, ...]:
    rules = assessed.evaluation.rules
    return next(r.instances for r in rules if r.rule.rule_id == rule_id)


def _short(case: InstanceVerdict) -> Exact | None:
    if case.verdict is Verdict.UNKNOWN:
        return None
    if case.verdict is Verdict.HOLDS:
        return 0
    return 1 if case.margin is None else -case.margin


def _party(party: PartyDifference, principle: Rule | Objective | None) -> DifferenceRow:
    ours, theirs = party.ours, party.theirs
    change = None if ours is None or theirs is None else theirs - ours
    return DifferenceRow(_at(party.at, principle), ours, theirs, change)
