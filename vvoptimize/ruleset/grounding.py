"""A rule set unrolled over a scenario: the one front end of both readings."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from vvoptimize.classes import node
from vvoptimize.errors import Problems
from vvoptimize.ruleset.data import data_tables
from vvoptimize.ruleset.decisions import Decisions
from vvoptimize.ruleset.in_force import with_settings
from vvoptimize.ruleset.inputs import input_tables
from vvoptimize.ruleset.instances import (
    ExceptedInstance,
    GroundModel,
    RuleInstance,
)
from vvoptimize.ruleset.magnitude import check_magnitudes
from vvoptimize.ruleset.payments import payments
from vvoptimize.ruleset.rules import RuleKind
from vvoptimize.ruleset.size import check_size
from vvoptimize.ruleset.tie_break import tie_breaks
from vvoptimize.ruleset.unroll import Unroller
from vvoptimize.ruleset.unrolled import ground_objective, rule_instances
from vvoptimize.ruleset.world import World, sets_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from vvoptimize.ruleset.arithmetic import Quantity
    from vvoptimize.ruleset.ground import Index
    from vvoptimize.ruleset.rules import Rule, RuleSet
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
    """

    file: ScenarioFile
    rule_set: RuleSet
    decisions: Decisions
    model: GroundModel
    not_applicable: tuple[Rule, ...]
    waivers: tuple[Waiver, ...] = ()

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
    scenario = file.scenario
    rule_set = with_settings(rule_set, file, scenario.baseline, problems)
    sets = sets_of(scenario, rule_set.sets)
    check_size(rule_set, sets, problems)
    _check_pins(rule_set, file, problems)
    inputs = input_tables(rule_set.inputs, file, sets, problems)
    problems.raise_if_any()
    values = {name: parameter.value for name, parameter in rule_set.parameters.items()}
    builders = {**data_tables(scenario), **inputs}
    facts = Unroller(World(sets, builders, values), rule_set.measures)
    shares = payments(file, rule_set.cost_keys, facts, problems)
    problems.raise_if_any()
    outright: Iterable[tuple[Index, Quantity]] = (pays or {}).items()
    given = {**shares, **dict(outright)}
    decisions = Decisions(scenario, given)
    unroller = facts.with_decisions(decisions.tables(), rule_set.deciding)
    found = [i for rule in rule_set.rules for i in rule_instances(rule, unroller)]
    accepted: tuple[Waiver, ...] = ()
    if waivers is not None:
        from vvoptimize.ruleset.waive import relaxed  # few scenarios have any

        found, accepted = relaxed(found, waivers, rule_set.rules, sets, problems)
        problems.raise_if_any()
    grounding = _grounding(file, rule_set, decisions, unroller, found)
    return replace(grounding, waivers=accepted)


def _grounding(
    file: ScenarioFile,
    rule_set: RuleSet,
    decisions: Decisions,
    unroller: Unroller,
    found: Sequence[RuleInstance | ExceptedInstance],
) -> Grounding:
    model = GroundModel(
        atoms=decisions.atoms,
        structure=decisions.structure,
        instances=tuple(i for i in found if isinstance(i, RuleInstance)),
        objectives=tuple(ground_objective(o, unroller) for o in rule_set.objectives),
        tie_breaks=tie_breaks(file.scenario, decisions),
        excepted=tuple(i for i in found if isinstance(i, ExceptedInstance)),
    )
    check_magnitudes(model)
    with_cases = {i.rule.rule_id for i in found}
    silent = tuple(rule for rule in rule_set.rules if rule.rule_id not in with_cases)
    return Grounding(file, rule_set, decisions, model, silent)


def _check_pins(rule_set: RuleSet, file: ScenarioFile, problems: Problems) -> None:
    """Refuse pins that no required rule reads: they would silently not bind."""
    read = any(
        "pinned" in r.reads for r in rule_set.rules if r.kind is RuleKind.REQUIRE
    )
    if file.scenario.pins and not read:
        problems.add("VV368", file.document.key_span(("pins",)))
