"""One state of affairs that rules are asked of: the whole, or a plan at one step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.classes import node
from vvoptimize.ruleset.data import cost_after, data_tables
from vvoptimize.ruleset.decisions import Decisions
from vvoptimize.ruleset.in_force import with_settings
from vvoptimize.ruleset.inputs import input_tables
from vvoptimize.ruleset.payments import payments
from vvoptimize.ruleset.ramp import Ramp, full_years
from vvoptimize.ruleset.unroll import Unroller
from vvoptimize.ruleset.world import World
from vvoptimize.scenario.changed import changed
from vvoptimize.scenario.reading import ScenarioFile

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from vvoptimize.errors import Problems
    from vvoptimize.ruleset.arithmetic import Quantity
    from vvoptimize.ruleset.choices import Choices
    from vvoptimize.ruleset.ground import Index
    from vvoptimize.ruleset.rules import RuleSet
    from vvoptimize.scenario.figures import Where
    from vvoptimize.scenario.model import Scenario
    from vvoptimize.scenario.services import Service
    from vvoptimize.scenario.steps import Step

    Sets = Mapping[str, tuple[str, ...]]
    Pays = Mapping[Index, Quantity]


@node
class State:
    """What rules see.

    Attributes
    ----------
    step
        None without steps.
    scenario
        With the figures that hold then.
    rule_set
        With the parameter values in force then.
    """

    step: Step | None
    scenario: Scenario
    rule_set: RuleSet
    decisions: Decisions
    unroller: Unroller


def whole_state(
    rule_set: RuleSet, file: ScenarioFile, sets: Sets, pays: Pays, problems: Problems
) -> State | None:
    """Give the state of a scenario without steps; None where something is wrong."""
    scenario = file.scenario
    own = with_settings(rule_set, file, scenario.baseline, problems)
    facts = _facts(own, file, sets, None, problems)
    if facts is None:
        return None
    shares = payments(file, own.cost_keys, facts, problems)
    decisions = Decisions(scenario, {**shares, **pays})
    unroller = facts.with_decisions(decisions.tables(), own.deciding)
    return State(None, scenario, own, decisions, unroller)


def state_at(
    rule_set: RuleSet,
    file: ScenarioFile,
    sets: Sets,
    pays: Pays,
    step: Step,
    choices: Choices,
    problems: Problems,
) -> State | None:
    """Give the state of a plan at a step; None where something is wrong.

    Parameters
    ----------
    choices
        The atoms, which all steps share.
    """
    from vvoptimize.scenario.later import scenario_on

    scenario = scenario_on(file.scenario, step.date)
    then = ScenarioFile(scenario, file.document)
    own = with_settings(rule_set, then, step.date, problems)
    order = [one.id for one in scenario.steps]
    place = order.index(step.id)
    now = scenario.steps[place]  # with the limits of that day
    facts = _facts(own, then, sets, now, problems)
    if facts is None:
        return None
    shares = payments(then, own.cost_keys, facts, problems)
    started = tuple(order[: place + 1])
    ramp = _ramp(own, then, facts, now, pays, problems)
    decisions = Decisions(scenario, {**shares, **pays}, choices, started, ramp)
    unroller = facts.with_decisions(decisions.tables(), own.deciding)
    return State(now, scenario, own, decisions, unroller)


def _facts(
    rule_set: RuleSet,
    file: ScenarioFile,
    sets: Sets,
    step: Step | None,
    problems: Problems,
) -> Unroller | None:
    inputs = input_tables(rule_set.inputs, file, sets, problems)
    if problems:
        return None
    values = {name: parameter.value for name, parameter in rule_set.parameters.items()}
    builders = {**data_tables(file.scenario, step), **inputs}
    return Unroller(World(sets, builders, values), rule_set.measures)


def _ramp(
    rule_set: RuleSet,
    file: ScenarioFile,
    facts: Unroller,
    now: Step,
    pays: Pays,
    problems: Problems,
) -> Ramp:
    """Share out what services cost that are in their first years."""
    costs: dict[tuple[str | None, str], Quantity] = {}
    paid: dict[tuple[str | None, str, str], Quantity] = {}
    for start in file.scenario.steps:
        young = tuple(_young(file.scenario, start, now))
        shares = payments(file, rule_set.cost_keys, facts, problems, young)
        for (s, m), amount in shares.items():
            paid[start.id, s, m] = pays.get((s, m), amount)
        costs |= {(start.id, service.id): cost_after(service) for _, service in young}
    return Ramp(costs, paid)


def _young(
    scenario: Scenario, start: Step, now: Step
) -> Iterator[tuple[Where, Service]]:
    """Give services that started then as they cost now, where that is not for good.

    Each with the place of that cost in the file.
    """
    if start.date > now.date:
        return
    year = full_years(start.date, now.date)
    for i, service in enumerate(scenario.services):
        if year < len(service.cost_ramp):
            where = ("services", i, "cost_ramp", year)
            yield where, changed(service, cost_after=service.cost_ramp[year])
