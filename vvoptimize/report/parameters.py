"""Parameters and figures that an answer rests on, as rows of a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.report.model_evidence import (
    EvidencePart,
    FigureRow,
    ParameterRow,
    QualityCount,
    SettingRow,
    WarningRow,
)
from vvoptimize.report.names import words, words_or_none
from vvoptimize.scenario.figures import figure_path

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from vvoptimize.explanation.evidence import Evidence
    from vvoptimize.ruleset.grounding import Grounding
    from vvoptimize.ruleset.parameters import Parameter, Setting
    from vvoptimize.ruleset.rules import Objective, Rule, RuleSet
    from vvoptimize.source.tree import Path


def parameter_rows(rule_set: RuleSet) -> tuple[ParameterRow, ...]:
    """One per parameter, numbered in file order."""
    parameters = rule_set.parameters.values()
    return tuple(_parameter(i, p) for i, p in enumerate(parameters, 1))


def numbers_of(ids: Iterable[str], rule_set: RuleSet) -> tuple[int, ...]:
    """Give the numbers of parameters, in order."""
    numbers = {id_: i for i, id_ in enumerate(rule_set.parameters, 1)}
    return tuple(sorted(numbers[id_] for id_ in ids))


def used_by(
    principles: Sequence[Rule | Objective], rule_set: RuleSet, *, money: bool
) -> tuple[int, ...]:
    """Give the numbers of the parameters that principles rest on.

    Parameters
    ----------
    money
        Whether what each pays is told besides: it rests on the cost keys.
    """
    ids = {id_ for p in principles for id_ in rule_set.rests_on(p)}
    if money:
        read = {name for key in rule_set.cost_keys for name in key.reads}
        ids |= read & rule_set.parameters.keys()
    return numbers_of(ids, rule_set)


def _parameter(number: int, parameter: Parameter) -> ParameterRow:
    overridden = parameter.overridden
    return ParameterRow(
        number=number,
        id=parameter.parameter_id,
        label=words(parameter.label),
        unit=str(parameter.unit),
        value=parameter.value,
        low=parameter.low,
        high=parameter.high,
        authority=parameter.authority.value,
        status=parameter.status.value,
        set=_setting(parameter.setting),
        overridden=None if overridden is None else overridden.value,
        reason=words_or_none(parameter.reason),
        settings=tuple(_setting(setting) for setting in parameter.settings),
    )


def _setting(setting: Setting) -> SettingRow:
    adoption = setting.adoption
    return SettingRow(
        value=setting.value,
        since=setting.since,
        status=adoption.status.value,
        set_by=words_or_none(adoption.set_by),
        case=adoption.case,
        date=adoption.date,
    )


def warning_rows(evidence: Evidence, grounding: Grounding) -> tuple[WarningRow, ...]:
    """One per binding rule that rests on numbers which nobody has adopted."""
    rules = {rule.rule_id: rule for rule in grounding.rule_set.rules}
    return tuple(
        WarningRow(
            rule=row.principle_id,
            label=words_or_none(rules[row.principle_id].label),
            clause=rules[row.principle_id].citation.clause,
            proposed=numbers_of(row.proposed, grounding.rule_set),
        )
        for row in evidence.binding_on_proposed
    )


def evidence_part(
    evidence: Evidence,
    grounding: Grounding,
    needed: Iterable[str],
    used: tuple[int, ...],
) -> EvidencePart:
    """Tell what an answer rests on.

    Parameters
    ----------
    needed
        Names of missing figures that rules or objectives turned out to need.
    used
        Numbers of the parameters that what is reported rests on.
    """
    scenario = grounding.scenario
    stated = (figure_path(path, scenario) for path, _ in evidence.unknown)
    return EvidencePart(
        figures=sum(evidence.qualities.values()),
        qualities=tuple(
            QualityCount(q.value, n) for q, n in evidence.qualities.items()
        ),
        missing=tuple(dict.fromkeys([*needed, *stated])),
        assumed=tuple(_assumed(evidence, grounding)),
        parameters=parameter_rows(grounding.rule_set),
        used=used,
    )


def _assumed(evidence: Evidence, grounding: Grounding) -> Iterator[FigureRow]:
    for path, figure in evidence.assumed:
        if figure.value is not None:
            told = not _withheld(path, grounding.rule_set)
            yield FigureRow(
                path=figure_path(path, grounding.scenario),
                value=figure.value if told else None,
                low=figure.low if told else None,
                high=figure.high if told else None,
                reason=words_or_none(figure.reason),
            )


def _withheld(path: Path, rule_set: RuleSet) -> bool:
    """Tell whether a figure is of an input whose small numbers are not published."""
    match path:
        case ("inputs", str(name), *_):
            return rule_set.inputs[name].withhold_below is not None
        case _:
            return False
