"""A rule set unrolled over a scenario: the one front end of both readings."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

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
from vvoptimize.ruleset.unrolled import (
    case_builder,
    ground_objective,
    rule_instances,
)
from vvoptimize.ruleset.world import sets_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from vvoptimize.ruleset.arithmetic import Quantity
    from vvoptimize.ruleset.compile import Env
    from vvoptimize.ruleset.ground import Index
    from vvoptimize.ruleset.instances import At, GroundObjective
    from vvoptimize.ruleset.rules import Rule, RuleSet
    from vvoptimize.ruleset.state import Pays, Sets, State
    from vvoptimize.ruleset.waivers import Waiver, Waivers
    from vvoptimize.scenario.exact import Exact
    from vvoptimize.scenario.model import Scenario
    from vvoptimize.scenario.reading import ScenarioFile

    Case: TypeAlias = RuleInstance | ExceptedInstance
    Builder: TypeAlias = Callable[[At, Env], Case | None]


class Cases:
    """The ground cases of rules, unrolled rule by rule when they are asked for.

    Parameters
    ----------
    states
        One for each step; one without steps.
    """

    def __init__(self, states: tuple[State, ...]) -> None:
        self.states = states
        self._known: dict[str, tuple[Case, ...]] = {}
        self._builders: dict[str, Builder] = {}
        self._relaxed: dict[tuple[str, At], Case] = {}

    def of(self, rule: Rule) -> tuple[Case, ...]:
        """Give the cases of a rule, those that are excepted too."""
        if rule.rule_id not in self._known:
            self._known[rule.rule_id] = tuple(_unrolled(rule, self.states))
        if not self._relaxed:
            return self._known[rule.rule_id]
        cases, id_ = self._known[rule.rule_id], rule.rule_id
        return tuple(self._relaxed.get((id_, case.at), case) for case in cases)

    def one(self, rule: Rule, at: At) -> Case | None:
        """Give one case of a rule, without the others; None where there is none."""
        if (rule.rule_id, at) in self._relaxed:
            return self._relaxed[rule.rule_id, at]
        if rule.rule_id not in self._builders:
            self._builders[rule.rule_id] = self._builder(rule)
        return self._builders[rule.rule_id](at, dict(at))

    def _builder(self, rule: Rule) -> Builder:
        if self.states[-1].step is None and rule.rule_id not in self._known:
            return case_builder(rule, self.states[-1].unroller)
        known = {case.at: case for case in self.of(rule)}
        return lambda at, _env: known.get(at)

    def relax(self, waivers: Waivers, problems: Problems) -> tuple[Waiver, ...]:
        """Relax the cases that waivers cover; give the waivers that are sound."""
        from vvoptimize.ruleset.waive import relaxed  # few scenarios have any

        last = self.states[-1]
        rules, scenario = last.rule_set.rules, last.scenario
        sets = sets_of(scenario, last.rule_set.sets)
        steps = tuple(step.id for step in scenario.steps)
        found, accepted = relaxed(self.one, waivers, rules, sets, problems, steps)
        self._relaxed = found
        return accepted


class Grounding:
    """A scenario with its rules, ready to be evaluated or solved.

    Attributes
    ----------
    rule_set
        With the scenario's own parameter values.
    waivers
        In the order of their files; each is matched with a case.
    states
        One for each step, those that have happened too; one without steps. What is said
        of the whole plan is said of the last.
    """

    def __init__(
        self,
        file: ScenarioFile,
        cases: Cases,
        waivers: tuple[Waiver, ...] = (),
        model: GroundModel | None = None,
    ) -> None:
        self.file = file
        self.states = cases.states
        self.rule_set = self.states[-1].rule_set
        self.decisions = self.states[-1].decisions
        self.waivers = waivers
        self._cases = cases
        self._model = model

    @property
    def scenario(self) -> Scenario:
        """The scenario."""
        return self.file.scenario

    @property
    def model(self) -> GroundModel:
        """What both readings read: every case of every rule.

        Raises
        ------
        InputError
            If rules and scenario do not fit each other.
        """
        if self._model is None:
            self._model = _model(self.states, self._cases)
        return self._model

    def with_model(self, model: GroundModel) -> Grounding:
        """Give the same with another model."""
        return Grounding(self.file, self._cases, self.waivers, model)

    @property
    def not_applicable(self) -> tuple[Rule, ...]:
        """Rules that no case of this scenario falls under."""
        return tuple(r for r in self.rule_set.rules if not self._cases.of(r))

    def cases_of(self, rule: Rule) -> tuple[Case, ...]:
        """Give every ground case of a rule, those that are excepted too."""
        return self._cases.of(rule)

    def case(self, rule: Rule, at: At) -> Case | None:
        """Give one ground case of a rule; None where the rule is not about it."""
        return self._cases.one(rule, at)


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
    grounding = ground_later(rule_set, file, pays, waivers)
    check_magnitudes(grounding.model)
    return grounding


def ground_later(
    rule_set: RuleSet,
    file: ScenarioFile,
    pays: Mapping[tuple[str, str], Exact] | None = None,
    waivers: Waivers | None = None,
) -> Grounding:
    """Make all that is needed to unroll a rule set; what is asked for is unrolled.

    Numbers may be larger than a solver can hold. For the rest as `ground`, but that
    some errors come only when the model is asked for.
    """
    problems = Problems()
    sets = sets_of(file.scenario, rule_set.sets)
    times = max(1, len(file.scenario.steps))
    check_size(rule_set, sets, problems, times)
    _check_pins(rule_set, file, problems)
    outright: Mapping[Index, Quantity] = dict((pays or {}).items())
    states = _states(rule_set, file, sets, outright, problems)
    problems.raise_if_any()
    cases = Cases(states)
    accepted = () if waivers is None else cases.relax(waivers, problems)
    problems.raise_if_any()
    return Grounding(file, cases, accepted)


def _states(
    rule_set: RuleSet, file: ScenarioFile, sets: Sets, pays: Pays, problems: Problems
) -> tuple[State, ...]:
    """Give every state that rules are asked of; empty where something is wrong."""
    if file.scenario.steps:
        from vvoptimize.ruleset.stepwise import step_states  # few scenarios have any

        return step_states(rule_set, file, sets, pays, problems)
    state = whole_state(rule_set, file, sets, pays, problems)
    return () if state is None else (state,)


def _unrolled(rule: Rule, states: tuple[State, ...]) -> Iterable[Case]:
    if states[-1].step is None:
        return rule_instances(rule, states[-1].unroller)
    from vvoptimize.ruleset.stepwise import instances_over_time

    return instances_over_time(rule, states)


def _model(states: tuple[State, ...], cases: Cases) -> GroundModel:
    last = states[-1]
    found = [case for rule in last.rule_set.rules for case in cases.of(rule)]
    return GroundModel(
        atoms=last.decisions.atoms,
        structure=last.decisions.structure,
        instances=tuple(i for i in found if isinstance(i, RuleInstance)),
        objectives=tuple(_objectives(states)),
        tie_breaks=tie_breaks(last.scenario, last.decisions),
        excepted=tuple(i for i in found if isinstance(i, ExceptedInstance)),
        steps=tuple(s.step.id for s in states if s.step and not s.step.taken),
    )


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
