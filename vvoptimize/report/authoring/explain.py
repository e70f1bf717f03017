"""From a rule to its explanation: in words, over a scenario, and with its numbers."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from vvoptimize.report.authoring.model import ExplainReport, GroundRow, MeasureRow
from vvoptimize.report.model import Words
from vvoptimize.report.names import elements, scenario_part, words_or_none
from vvoptimize.report.parameters import parameter_rows
from vvoptimize.report.principles import principle_row
from vvoptimize.report.sentence.sentence import sentence
from vvoptimize.ruleset.rules import CostKey, Objective, Rule
from vvoptimize.ruleset.world import sets_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vvoptimize.authoring.formulas import Owner
    from vvoptimize.ruleset.grounding import Grounding
    from vvoptimize.ruleset.instances import At
    from vvoptimize.ruleset.rules import RuleSet


def explain_report(
    principle: Rule | Objective | CostKey,
    rule_set: RuleSet,
    grounding: Grounding | None,
) -> ExplainReport:
    """Explain a rule, an objective or a cost key.

    Parameters
    ----------
    rule_set
        With the scenario's own numbers, where there is one.
    """
    return ExplainReport(
        scenario=None if grounding is None else scenario_part(grounding),
        principle=principle_row(principle, rule_set, grounding),
        sentence=_said(principle, rule_set),
        measures=tuple(_measures(principle, rule_set)),
        ground=_ground(principle, grounding),
        parameters=parameter_rows(rule_set),
    )


def _said(owner: Owner, rule_set: RuleSet) -> Words:
    return Words(sentence(owner, rule_set, "nb"), sentence(owner, rule_set, "en"))


def _measures(
    principle: Rule | Objective | CostKey, rule_set: RuleSet
) -> Iterator[MeasureRow]:
    """Give the measures that are rested on, in file order."""
    for name, measure in rule_set.measures.items():
        if name in principle.reads:
            unit = None if measure.unit is None else str(measure.unit)
            label = words_or_none(measure.label)
            yield MeasureRow(name, label, unit, _said(measure, rule_set))


def _ground(
    principle: Rule | Objective | CostKey, grounding: Grounding | None
) -> GroundRow | None:
    if grounding is None or isinstance(principle, CostKey):
        return None
    cases = dict.fromkeys(_cases(principle, grounding))
    excepted = _excepted(principle, grounding)
    every = _every(principle, grounding)
    left_out = (at for at in every if at not in cases and at not in excepted)
    return GroundRow(
        tuple(elements(at, principle) for at in cases),
        tuple(elements(at, principle) for at in excepted),
        tuple(elements(at, principle) for at in left_out),
    )


def _cases(principle: Rule | Objective, grounding: Grounding) -> Iterator[At]:
    if isinstance(principle, Rule):
        for instance in grounding.model.instances:
            if instance.rule.rule_id == principle.rule_id:
                yield instance.at
    else:
        for ground in grounding.model.objectives:
            if ground.objective.objective_id == principle.objective_id:
                yield from (party.at for party in ground.parties)


def _excepted(principle: Rule | Objective, grounding: Grounding) -> list[At]:
    if not isinstance(principle, Rule):
        return []
    return [
        case.at
        for case in grounding.model.excepted
        if case.rule.rule_id == principle.rule_id
    ]


def _every(principle: Rule | Objective, grounding: Grounding) -> Iterator[At]:
    """Give every combination of elements, whether it falls under the rule or not."""
    sets = sets_of(grounding.scenario, grounding.rule_set.sets)
    names = [variable.name for variable in principle.variables]
    among = [sets[variable.set_name] for variable in principle.variables]
    for chosen in product(*among):
        yield tuple(zip(names, chosen, strict=True))
