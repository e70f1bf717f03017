"""Which values of parameters count: those in force on a day, or a scenario's own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from vvoptimize.errors import listed, suggest
from vvoptimize.ruleset.declare import check_range
from vvoptimize.ruleset.parameters import Parameter, Setting

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vvoptimize.errors import Problems, Span
    from vvoptimize.ruleset.rules import RuleSet
    from vvoptimize.scenario.model import Override
    from vvoptimize.scenario.reading import ScenarioFile


def with_settings(
    rule_set: RuleSet, file: ScenarioFile, day: str | None, problems: Problems
) -> RuleSet:
    """Give the rule set with the values that count for a scenario, kept on record.

    Parameters
    ----------
    day
        On which dated values must be in force; None where the scenario has no day.
    """
    overrides = file.scenario.parameters
    _check_names(rule_set.parameters, file, problems)
    parameters = {
        name: _overridden(parameter, overrides[name], file, day, problems)
        if name in overrides
        else _in_force(parameter, file, day, problems)
        for name, parameter in rule_set.parameters.items()
    }
    return replace(rule_set, parameters=parameters)


def _check_names(
    parameters: Mapping[str, Parameter], file: ScenarioFile, problems: Problems
) -> None:
    known = [*parameters]
    for name in file.scenario.parameters:
        if name not in parameters:
            span = file.document.key_span(("parameters", name))
            near = suggest(name, known)
            told = listed(known) or None
            problems.add("VV358", span, name=name, known=told, suggestion=near)


def _in_force(
    parameter: Parameter, file: ScenarioFile, day: str | None, problems: Problems
) -> Parameter:
    if not parameter.is_dated:
        return parameter
    name = parameter.parameter_id
    if day is None:
        problems.add("VV246", file.document.span(()), name=name)
        return parameter
    setting = parameter.on(day)
    if setting is None:
        span, first = _day_span(file, day), parameter.settings[0].since
        problems.add("VV247", span, name=name, day=day, first=first)
        return parameter
    return replace(parameter, setting=setting)


def _day_span(file: ScenarioFile, day: str) -> Span:
    """Give the place of the day: a step's, or that of the scenario."""
    days = [step.date for step in file.scenario.steps]
    where = ("steps", days.index(day), "date") if day in days else ("baseline",)
    return file.document.span(where)


def _overridden(
    parameter: Parameter,
    override: Override,
    file: ScenarioFile,
    day: str | None,
    problems: Problems,
) -> Parameter:
    own = None if day is None else parameter.on(day)
    changed = replace(
        parameter,
        setting=Setting(override.value, None, override),
        overridden=own or parameter.settings[0],
        reason=override.reason,
    )
    span = file.document.span(("parameters", parameter.parameter_id))
    check_range(changed, changed.setting, span, problems)
    return changed
