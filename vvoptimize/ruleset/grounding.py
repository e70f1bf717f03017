"""A rule set unrolled over a scenario: the one front end of both readings."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from vvoptimize.classes import node
from vvoptimize.errors import Problems
from vvoptimize.ruleset.instances import (
    ExceptedInstance,
    GroundModel,
    RuleInstance,
)
from vvoptimize.ruleset.magnitude import check_magnitudes
from vvoptimize.ruleset.rules import RuleKind
from vvoptimize.ruleset.size import check_size
from vvoptimize.ruleset.state import whole_state
from vvoptimize.ruleset.tie_break import tie_breaks
from vvoptimize.ruleset.unrolled import ground_objective, rule_instances
from vvoptimize.ruleset.world import sets_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from vvoptimize.ruleset.arithmetic import Quantity
    from vvoptimize.ruleset.decisions import Decisions
    from vvoptimize.ruleset.ground import Index
    from vvoptimize.ruleset.instances import GroundObjective
    from vvoptimize.ruleset.rules import Rule, RuleSet
    from vvoptimize.ruleset.state import Pays, Sets, State
    from vvoptimize.ruleset.waivers import Waiver, Waivers
    from vvoptimize.scenario.exact import Exact
    from vvoptimize.scenario.model import Scenario
    from vvoptimize.scenario.reading import ScenarioFile


@node
class Grounding:
    """A scenario with its rules, ready to be evaluated or solved.

    Attributes
    ----------
    rule_set
        With the scenario's own parameter values.
    model
        What both readings read.
    not_applicable
        Rules that no case of this scenario falls under.
    waivers
        In the order of their files; each is matched with a case.
    states
        One for each step, those that have happened too; one without steps. What is said
        of the whole plan is said of the last.
    """

    file: ScenarioFile
    rule_set: RuleSet
    decisions: Decisions
    model: GroundModel
    not_applicable: tuple[Rule, ...]
    waivers: tuple[Waiver, ...] = ()
    states: tuple[State, ...] = ()

    @property
    def scenario(self) -> Scenario:
        """The scenario."""
        return self.file.scenario


def ground(
    rule_set: RuleSet,
    file: ScenarioFile,
    pays: Mapping[tuple[str, str], Exact] | None = None,
    waivers: Waivers | None = None,
) -> Grounding:
    """Unroll a rule set over a scenario.

    Parameters
    ----------
    pays
        NOK/year by [service, municipality] for joint services whose payments are given
        outright, as an assignment may; elsewhere the cost key says.
    waivers
        As `waivers_for` gives them.

    Raises
    ------
    InputError
        If rules, scenario and waivers do not fit each other.
    """
    problems = Problems()
    sets = sets_of(file.scenario, rule_set.sets)
    times = max(1, len(file.scenario.steps))
    check_size(rule_set, sets, problems, times)
    _check_pins(rule_set, file, problems)
    outright: Mapping[Index, Quantity] = dict((pays or {}).items())
    states = _states(rule_set, file, sets, outright, problems)
    problems.raise_if_any()
    found = list(_instances(rule_set, states))
    accepted: tuple[Waiver, ...] = ()
    if waivers is not None:
        from vvoptimize.ruleset.waive import relaxed  # few scenarios have any

        steps = tuple(step.id for step in file.scenario.steps)
        found, accepted = relaxed(found, waivers, rule_set.rules, sets, problems, steps)
        problems.raise_if_any()
    grounding = _grounding(file, states, found)
    return replace(grounding, waivers=accepted)


def _states(
    rule_set: RuleSet, file: ScenarioFile, sets: Sets, pays: Pays, problems: Problems
) -> tuple[State, ...]:
    """Give every state that rules are asked of; empty where something is wrong."""
    if file.scenario.steps:
        from vvoptimize.ruleset.stepwise import step_states  # few scenarios have any

        return step_states(rule_set, file, sets, pays, problems)
    state = whole_state(rule_set, file, sets, pays, problems)
    return () if state is None else (state,)


def _instances(
    rule_set: RuleSet, states: tuple[State, ...]
) -> Iterator[RuleInstance | ExceptedInstance]:
    if states[-1].step is None:
        for rule in rule_set.rules:
            yield from rule_instances(rule, states[-1].unroller)
    else:
        from vvoptimize.ruleset.stepwise import instances_over_time

        for rule in rule_set.rules:
            yield from instances_over_time(rule, states)


def _grounding(
    file: ScenarioFile,
    states: tuple[State, ...],
    found: Sequence[RuleInstance | ExceptedInstance],
) -> Grounding:
    last = states[-1]
    model = GroundModel(
        atoms=last.decisions.atoms,
        structure=last.decisions.structure,
        instances=tuple(i for i in found if isinstance(i, RuleInstance)),
        objectives=tuple(_objectives(states)),
        tie_breaks=tie_breaks(last.scenario, last.decisions),
        excepted=tuple(i for i in found if isinstance(i, ExceptedInstance)),
        steps=tuple(s.step.id for s in states if s.step and not s.step.taken),
    )
    check_magnitudes(model)
    with_cases = {i.rule.rule_id for i in found}
    silent = tuple(r for r in last.rule_set.rules if r.rule_id not in with_cases)
    return Grounding(file, last.rule_set, last.decisions, model, silent, states=states)


def _objectives(states: tuple[State, ...]) -> Iterator[GroundObjective]:
    last = states[-1]
    if last.step is None:
        for objective in last.rule_set.objectives:
            yield ground_objective(objective, last.unroller)
    else:
        from vvoptimize.ruleset.stepwise import objective_over_time

        for objective in last.rule_set.objectives:
            yield objective_over_time(objective, states)


def _check_pins(rule_set: RuleSet, file: ScenarioFile, problems: Problems) -> None:
    """Refuse pins that no required rule reads: they would silently not bind."""
    read = any(
        "pinned" in r.reads for r in rule_set.rules if r.kind is RuleKind.REQUIRE
    )
    hosts = any(pin.host is not None for pin in file.scenario.pins)
    if hosts and not read:
        problems.add("VV368", file.document.key_span(("pins",)))
