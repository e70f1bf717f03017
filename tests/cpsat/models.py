"""Ground models built by hand, with stand-ins for what the search reads of a rule."""

from __future__ import annotations

from math import lcm
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

from ortools.sat.python import cp_model

from vvoptimize.ruleset.atoms import Atom, AtomKind
from vvoptimize.ruleset.ground import Affine, Comparison, Relation
from vvoptimize.ruleset.instances import (
    GroundModel,
    GroundObjective,
    Party,
    RuleInstance,
    TieBreak,
)
from vvoptimize.ruleset.rules import Objective, Rule, RuleKind, Sense

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from vvoptimize.cpsat.builder import Builder
    from vvoptimize.ruleset.ground import Leaf, Test, Unknown
    from vvoptimize.scenario.exact import Exact


def affine(
    terms: Mapping[Leaf, Exact],
    constant: Exact = 0,
    unknown: tuple[Unknown, ...] = (),
    *,
    plain: bool = True,
) -> Affine:
    """A value with fractions, as whole numbers over one scale; an atom is an `int`."""
    scale = lcm(constant.denominator, *(x.denominator for x in terms.values()))
    whole = {leaf: int(number * scale) for leaf, number in terms.items()}
    only_atoms = plain and all(isinstance(leaf, int) for leaf in terms)
    return Affine(whole, int(constant * scale), unknown, scale, only_atoms)


def atoms(*uppers: int) -> tuple[Atom, ...]:
    return tuple(
        Atom(AtomKind.WORKPLACES, (f"s{number}", "m"), upper)
        for number, upper in enumerate(uppers)
    )


def rule(rule_id: str, kind: RuleKind, unit: str | None = "FTE") -> Rule:
    return cast("Rule", SimpleNamespace(rule_id=rule_id, kind=kind, unit=unit))


def instance(
    name: str,
    test: Test,
    margin: Affine | None = None,
    kind: RuleKind = RuleKind.REQUIRE,
) -> RuleInstance:
    return RuleInstance(rule(name, kind), (("m", name),), test, margin)


def at_least(name: str, margin: Affine, **others: RuleKind) -> RuleInstance:
    """A rule that a margin is not below zero."""
    return instance(name, not_negative(margin), margin, **others)


def not_negative(value: Affine) -> Comparison:
    opposite = {leaf: -number for leaf, number in value.terms.items()}
    return Comparison(
        Affine(opposite, -value.constant, value.unknown, value.scale, value.plain),
        Relation.AT_MOST_ZERO,
    )


def exactly(value: Affine) -> Comparison:
    return Comparison(value, Relation.ZERO)


def one_of(numbers: Iterable[int]) -> Comparison:
    return exactly(Affine(dict.fromkeys(numbers, 1), -1))


def objective(
    sense: Sense, *values: Affine, step: Exact | None = None, name: str = "goal"
) -> GroundObjective:
    stand_in = SimpleNamespace(objective_id=name, sense=sense, unit="FTE")
    parties = tuple(
        Party((("m", f"m{number}"),), value) for number, value in enumerate(values)
    )
    return GroundObjective(cast("Objective", stand_in), parties, step)


def model(
    uppers: Sequence[int],
    structure: Iterable[Test] = (),
    instances: Iterable[RuleInstance] = (),
    objectives: Iterable[GroundObjective] = (),
    tie_breaks: Iterable[TieBreak] | None = None,
) -> GroundModel:
    """A model whose last tie-break lists all atoms, unless others are given."""
    if tie_breaks is None:
        tie_breaks = [all_atoms(len(uppers))]
    return GroundModel(
        atoms(*uppers),
        tuple(structure),
        tuple(instances),
        tuple(objectives),
        tuple(tie_breaks),
    )


def all_atoms(count: int) -> TieBreak:
    return TieBreak("atoms", tuple(Affine({number: 1}) for number in range(count)))


class _Collector(cp_model.CpSolverSolutionCallback):
    def __init__(self, builder: Builder) -> None:
        super().__init__()
        self._variables = builder.variables
        self.found: list[list[int]] = []

    def on_solution_callback(self) -> None:
        self.found.append([self.value(variable) for variable in self._variables])


def solutions(builder: Builder) -> list[list[int]]:
    """Values of all variables, helpers too, in every solution of a model."""
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.enumerate_all_solutions = True
    collector = _Collector(builder)
    status = solver.solve(builder.model, collector)
    assert status in {cp_model.OPTIMAL, cp_model.INFEASIBLE}
    return sorted(collector.found)
