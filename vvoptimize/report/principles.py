"""Rules, objectives and cost keys as the files give them, as rows of a report."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, assert_never

from vvoptimize.report.exceptions import exception_rows
from vvoptimize.report.names import (
    law_row,
    rule_files,
    scenario_part,
    set_rows,
    words,
    words_or_none,
)
from vvoptimize.report.parameters import numbers_of, parameter_rows
from vvoptimize.report.reports import PrincipleRow, RulesReport, VariableRow
from vvoptimize.report.waivers import waiver_rows
from vvoptimize.ruleset.rules import CostKey, Objective, Rule

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vvoptimize.report.model import (
        Words,
    )
    from vvoptimize.report.model_rules import (
        ExceptionRow,
    )
    from vvoptimize.ruleset.grounding import Grounding
    from vvoptimize.ruleset.rules import Formula, RuleSet


def rules_part(rule_set: RuleSet, grounding: Grounding | None) -> RulesReport:
    """List all that rule files say; with ground counts where there is a scenario."""
    if grounding is not None:
        rule_set = grounding.rule_set
    cases = _cases(grounding)

    def rows(
        principles: Sequence[Rule | Objective | CostKey],
    ) -> tuple[PrincipleRow, ...]:
        return tuple(_row(one, rule_set, grounding, cases) for one in principles)

    return RulesReport(
        scenario=None if grounding is None else scenario_part(grounding),
        rule_files=rule_files(rule_set),
        sets=set_rows(rule_set),
        rules=rows(rule_set.rules),
        objectives=rows(rule_set.objectives),
        cost_keys=rows(rule_set.cost_keys),
        parameters=parameter_rows(rule_set),
        waivers=() if grounding is None else waiver_rows(grounding, None),
    )


def principle_row(
    principle: Rule | Objective | CostKey,
    rule_set: RuleSet,
    grounding: Grounding | None,
) -> PrincipleRow:
    """Give one rule, objective or cost key as the files give it."""
    return _row(principle, rule_set, grounding, _cases(grounding))


def _cases(grounding: Grounding | None) -> Counter[str] | None:
    if grounding is None:
        return None
    counts = Counter(i.rule.rule_id for i in grounding.model.instances)
    for ground in grounding.model.objectives:
        counts[ground.objective.objective_id] = len(ground.parties)
    return counts


def _row(
    principle: Rule | Objective | CostKey,
    rule_set: RuleSet,
    grounding: Grounding | None,
    cases: Counter[str] | None,
) -> PrincipleRow:
    id_, kind, authority, unit, limit, formula = _own(principle)
    step = getattr(principle, "step", None)
    counted = cases is not None and not isinstance(principle, CostKey)
    return PrincipleRow(
        id=id_,
        kind=kind,
        clause=principle.citation.clause,
        quote=principle.citation.quote,
        reading=words(principle.citation.reading),
        label=_label(principle),
        law=law_row(principle) if isinstance(principle, Rule) else None,
        authority=authority,
        unit=unit,
        for_each=tuple(VariableRow(v.name, v.set_name) for v in principle.variables),
        where=None if principle.where is None else principle.where.one_line,
        formula=formula.one_line,
        limit=limit,
        step=None if step is None else step.one_line,
        parameters=numbers_of(_parameters(principle, rule_set), rule_set),
        cases=cases[id_] if cases is not None and counted else None,
        exceptions=_exceptions(principle, grounding),
    )


def _exceptions(
    principle: Rule | Objective | CostKey, grounding: Grounding | None
) -> tuple[ExceptionRow, ...]:
    if not isinstance(principle, Rule):
        return ()
    if grounding is None:
        return exception_rows(principle, None)
    excepted = [i for i in grounding.model.excepted if i.rule is principle]
    return exception_rows(principle, excepted)


_Own = tuple[str, str, str | None, str | None, str | None, "Formula"]


def _own(principle: Rule | Objective | CostKey) -> _Own:
    """Give id, kind, authority, unit, limit and formula."""
    match principle:
        case Rule(rule_id=id_, kind=kind, authority=authority, formula=formula):
            unit = None if principle.unit is None else str(principle.unit)
            return id_, kind.value, authority.value, unit, _limit(principle), formula
        case Objective(objective_id=id_, sense=sense, formula=formula):
            return id_, sense.value, None, str(principle.unit), None, formula
        case CostKey(key_id=id_, weight=weight):
            return id_, "cost_key", None, None, None, weight
        case _:
            assert_never(principle)


def _limit(rule: Rule) -> str | None:
    if rule.bound is None:
        return None
    limit = f"{rule.bound.relation}: {rule.bound.limit.one_line}"
    tolerance = rule.bound.tolerance
    return limit if tolerance is None else f"{limit}; tolerance: {tolerance.one_line}"


def _label(principle: Rule | Objective | CostKey) -> Words | None:
    return None if isinstance(principle, CostKey) else words_or_none(principle.label)


def _parameters(
    principle: Rule | Objective | CostKey, rule_set: RuleSet
) -> tuple[str, ...]:
    if isinstance(principle, CostKey):
        return tuple(name for name in rule_set.parameters if name in principle.reads)
    return principle.parameters
