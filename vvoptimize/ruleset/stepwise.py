"""A rule's text read at every step, and objectives over time.

Nothing in a rule mentions time: the step is one more index, which stands last in what
tells a case from others.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

from vvoptimize.errors import Problems
from vvoptimize.ruleset.arithmetic import Accumulator, as_affine, plain_number
from vvoptimize.ruleset.choices import Choices
from vvoptimize.ruleset.compile import least
from vvoptimize.ruleset.instances import STEP, GroundObjective, Party
from vvoptimize.ruleset.rules import RuleKind, Sense, When
from vvoptimize.ruleset.state import State, state_at
from vvoptimize.ruleset.unrolled import ground_objective, rule_instances
from vvoptimize.scenario.starts import happened

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from vvoptimize.ruleset.ground import Affine
    from vvoptimize.ruleset.instances import At, ExceptedInstance, RuleInstance
    from vvoptimize.ruleset.rules import Objective, Rule, RuleSet
    from vvoptimize.ruleset.state import Pays, Sets
    from vvoptimize.scenario.model import Scenario
    from vvoptimize.scenario.reading import ScenarioFile


def step_states(
    rule_set: RuleSet, file: ScenarioFile, sets: Sets, pays: Pays, problems: Problems
) -> tuple[State, ...]:
    """Give the state at every step; empty where something is wrong."""
    _check_read(rule_set, file, problems)
    choices = Choices(file.scenario)
    states: list[State] = []
    for step in file.scenario.steps:
        own = Problems()
        state = state_at(rule_set, file, sets, pays, step, choices, own)
        if own or state is None:
            problems.extend(own)  # at the next step it would be told again
            return ()
        states.append(state)
    return tuple(states)


def _check_read(rule_set: RuleSet, file: ScenarioFile, problems: Problems) -> None:
    """Refuse limits and the like that no required rule reads: they would not bind."""
    required = (r for r in rule_set.rules if r.kind is RuleKind.REQUIRE)
    read = {name for rule in required for name in rule.reads}
    for table, where in _bindings(file.scenario):
        if table not in read:
            key = str(where[-1])
            problems.add("VV293", file.document.key_span(where), key=key)


def _bindings(scenario: Scenario) -> Iterator[tuple[str, tuple[str | int, ...]]]:
    """Give the table by which each part of a plan binds, with its place in the file."""
    for i, step in enumerate(scenario.steps):
        for key in ("services", "staff", "effort"):
            if getattr(step.limits, key) is not None:
                yield f"{key}_limit", ("steps", i, "limits", key)
    for i, service in enumerate(scenario.services):
        if service.prerequisites:
            yield "prerequisite", ("services", i, "prerequisites")
        for key in ("earliest", "latest"):
            if getattr(service, key) is not None:
                yield "start_closed", ("services", i, key)
    yield from _of_pins(scenario)


def _of_pins(scenario: Scenario) -> Iterator[tuple[str, tuple[str | int, ...]]]:
    past = happened(scenario)
    for i, pin in enumerate(scenario.pins):
        if pin.step is not None:
            yield "start_closed", ("pins", i, "step")
            if pin.host is None and pin.service not in past:  # else it stands anyhow
                yield "start_due", ("pins", i, "step")


def instances_over_time(
    rule: Rule, states: Sequence[State]
) -> Iterator[RuleInstance | ExceptedInstance]:
    """Give every case of a rule at every step to come, or at the end alone."""
    for state in _asked(rule, states):
        for instance in rule_instances(rule, state.unroller):
            yield replace(instance, at=_at_step(instance.at, state))


def _asked(principle: Rule | Objective, states: Sequence[State]) -> Sequence[State]:
    if principle.when is When.END:
        return states[-1:]
    return [state for state in states if state.step and not state.step.taken]


def _at_step(at: At, state: State) -> At:
    return at if state.step is None else (*at, (STEP, state.step.id))


def objective_over_time(
    objective: Objective, states: Sequence[State]
) -> GroundObjective:
    """Give an objective over the steps to come.

    A party of a leximin has the value of its worst step; what is minimised or maximised
    counts for as long as each step lasts.
    """
    asked = _asked(objective, states)
    found = [ground_objective(objective, state.unroller) for state in asked]
    if objective.sense is Sense.LEXIMIN:
        parties = tuple(_worst(found))
    else:
        parties = (_mean(found, asked, states[-1].scenario),)
    return GroundObjective(objective, parties, found[-1].step)


def _worst(found: Sequence[GroundObjective]) -> Iterator[Party]:
    values: dict[At, list[Affine]] = {}
    for ground in found:
        for party in ground.parties:
            values.setdefault(party.at, []).append(party.value)
    for at, over_time in values.items():
        yield Party(at, _least(over_time))


def _least(values: Sequence[Affine]) -> Affine:
    numbers = ((value, plain_number(value)) for value in values)
    return as_affine(
        least([value if number is None else number for value, number in numbers])
    )


def _mean(
    found: Sequence[GroundObjective], asked: Sequence[State], scenario: Scenario
) -> Party:
    """Give the mean over time, from the first of the steps to the horizon."""
    lasts = days_of_steps(scenario)
    days = [lasts[state.step.id] for state in asked if state.step is not None]
    accumulator = Accumulator()
    for ground, part in zip(found, days, strict=True):
        for party in ground.parties:
            accumulator.add(party.value, Fraction(part, sum(days)))
    return Party((), as_affine(accumulator.result()))


def days_of_steps(scenario: Scenario) -> Mapping[str, int]:
    """Count the days from each step to the next, from the last to the horizon."""
    days = [date.fromisoformat(step.date) for step in scenario.steps]
    days.append(horizon_of(scenario))
    lasts = [(after - before).days for before, after in pairwise(days)]
    return {step.id: n for step, n in zip(scenario.steps, lasts, strict=True)}


def horizon_of(scenario: Scenario) -> date:
    """Give the day to which the last step counts: one year after it, if not told."""
    if scenario.horizon is not None:
        return date.fromisoformat(scenario.horizon)
    last = date.fromisoformat(scenario.steps[-1].date)
    leap = (last.month, last.day) == (2, 29)
    return last.replace(year=last.year + 1, day=28 if leap else last.day)
