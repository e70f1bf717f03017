"""What the things of a scenario are called, taken out of it as plain data."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from vvoptimize.report.model import (
    Element,
    Named,
    PassRow,
    ScenarioPart,
    StepName,
    TaskName,
    Words,
)
from vvoptimize.report.model_files import InputRow, LawRow, SetRow
from vvoptimize.ruleset.data import all_forms
from vvoptimize.ruleset.instances import STEP, STEPS
from vvoptimize.ruleset.rules import Rule, Sense, When
from vvoptimize.scenario.figure import value_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vvoptimize.ruleset.grounding import Grounding
    from vvoptimize.ruleset.instances import At
    from vvoptimize.ruleset.rules import Objective, RuleSet
    from vvoptimize.scenario.model import Scenario
    from vvoptimize.scenario.parts import Text


def words(text: Text) -> Words:
    """Give a text in both languages; one that is missing is served by the other."""
    return Words(text.get("nb"), text.get("en"))


def words_or_none(text: Text | None) -> Words | None:
    """Give a text that need not be there."""
    return None if text is None else words(text)


def scenario_part(grounding: Grounding) -> ScenarioPart:
    """Tell which scenario and which rules."""
    scenario = grounding.scenario
    return ScenarioPart(
        id=scenario.id,
        title=words(scenario.title),
        baseline=scenario.baseline,
        municipalities=tuple(
            Named(m.id, words(m.name)) for m in scenario.municipalities
        ),
        services=tuple(Named(s.id, words(s.name)) for s in scenario.services),
        tasks=tuple(
            TaskName(service.id, task.id, words(task.name))
            for service in scenario.services
            for task in service.tasks
        ),
        forms=tuple(
            Named(form, _form_name(form, grounding)) for form in all_forms(scenario)
        ),
        places=tuple(Named(p.id, words(p.name)) for p in scenario.places),
        passes=tuple(_passes(scenario)),
        rule_files=rule_files(grounding.rule_set),
        sets=set_rows(grounding.rule_set),
        inputs=tuple(
            InputRow(one.input_id, words_or_none(one.label), one.index)
            for one in grounding.rule_set.inputs.values()
        ),
        steps=tuple(
            StepName(one.id, words_or_none(one.name), one.date)
            for one in scenario.steps
        ),
    )


def _passes(scenario: Scenario) -> Iterator[PassRow]:
    network = scenario.roads_network
    closing = {road.pass_.name: road.pass_ for road in scenario.roads if road.pass_}
    for name in network.passes:
        closures = value_of(closing[name].closures_per_winter)
        yield PassRow(name, closures, network.cut_off(name))


def rule_files(rule_set: RuleSet) -> tuple[str, ...]:
    """Give the paths of the rule files, without detours."""
    return tuple(posixpath.normpath(path) for path in rule_set.paths)


def law_row(rule: Rule) -> LawRow | None:
    """Give the text that a rule was read from."""
    law = rule.law
    if law is None:
        return None
    note = words_or_none(law.note)
    return LawRow(law.law_id, words(law.title), law.as_of, law.in_force, note)


def set_rows(rule_set: RuleSet) -> tuple[SetRow, ...]:
    """Give the sets that rule files declare."""
    return tuple(
        SetRow(
            declared.set_id,
            words(declared.label),
            tuple(Named(id_, words(name)) for id_, name in declared.elements.items()),
        )
        for declared in rule_set.sets.values()
    )


def elements(at: At, principle: Rule | Objective) -> tuple[Element, ...]:
    """Give a case with the set that each variable runs over."""
    sets = {variable.name: variable.set_name for variable in principle.variables}
    sets[STEP] = STEPS
    return tuple(Element(variable, sets[variable], id_) for variable, id_ in at)


def name_of(element: Element, grounding: Grounding) -> Words:
    """Give what people call an element of a set."""
    scenario, declared = grounding.scenario, grounding.rule_set.sets
    if element.set == "services":
        return words(scenario.service(element.id).name)
    if element.set == "municipalities":
        return words(scenario.municipality(element.id).name)
    if element.set == STEPS:
        return step_name(scenario, element.id)
    if element.set in declared:
        return words(declared[element.set].elements[element.id])
    return _form_name(element.id, grounding)


def over_time(principle: Rule | Objective, scenario: Scenario) -> str | None:
    """Tell how what holds at each step becomes one number; None without steps."""
    if not scenario.steps:
        return None
    if principle.when is When.END:
        return "end"
    if isinstance(principle, Rule):
        return "each_step"
    return "worst_step" if principle.sense is Sense.LEXIMIN else "mean"


def step_name(scenario: Scenario, step_id: str) -> Words:
    """Give what people call a step: its own name, else its id."""
    step = next(one for one in scenario.steps if one.id == step_id)
    return Words(step.id, step.id) if step.name is None else words(step.name)


def _form_name(form: str, grounding: Grounding) -> Words:
    """Give what rule files call a legal form; its id where they do not."""
    name = grounding.rule_set.forms.get(form)
    return Words(form, form) if name is None else words(name)
