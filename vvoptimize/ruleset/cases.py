"""A rule's own test case as a ground model: the small world that it gives, unrolled.

Decision tables become atoms with one possible assignment, so that both readings can
judge a case: the evaluation with `CaseModel.values`, the solver by the structure.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from functools import partial
from itertools import product
from typing import TYPE_CHECKING

from vvoptimize.classes import node
from vvoptimize.ruleset.arithmetic import Accumulator, Quantity, missing, of_atom
from vvoptimize.ruleset.atoms import Atom, AtomKind, Values
from vvoptimize.ruleset.ground import Relation
from vvoptimize.ruleset.instances import (
    ExceptedInstance,
    GroundModel,
    RuleInstance,
)
from vvoptimize.ruleset.magnitude import check_magnitudes
from vvoptimize.ruleset.truth import compare
from vvoptimize.ruleset.unroll import Unroller
from vvoptimize.ruleset.unrolled import rule_instances
from vvoptimize.ruleset.vocabulary import TABLES, Signature
from vvoptimize.ruleset.world import World

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vvoptimize.ruleset.data import Table
    from vvoptimize.ruleset.ground import Index, Test
    from vvoptimize.ruleset.rules import Case, Input, Rule, RuleSet
    from vvoptimize.scenario.exact import Exact


@node
class CaseModel:
    """A case unrolled.

    Attributes
    ----------
    values
        Of the atoms: the only assignment that the model's structure leaves.
    unroller
        Unrolls parts of the rule's formulas over the same world, to show their values.
    """

    model: GroundModel
    values: Values
    unroller: Unroller


def case_model(rule: Rule, case: Case, rule_set: RuleSet) -> CaseModel:
    """Unroll a rule over one of its cases.

    Raises
    ------
    InputError
        If a part of the rule has no value there, as a quotient by zero.
    """
    atoms = _FixedAtoms()
    tables = dict(_tables(rule_set, case))
    world = World(
        case.sets,
        {
            name: partial(_table, name, case, of, rule_set.inputs.get(name), atoms)
            for name, of in tables.items()
        },
        {name: parameter.value for name, parameter in rule_set.parameters.items()}
        | {**case.parameters},
    )
    computed = {
        name: measure
        for name, measure in rule_set.measures.items()
        if name not in tables
    }
    unroller = Unroller(world, computed)
    found = tuple(rule_instances(rule, unroller))
    model = GroundModel(
        atoms=tuple(atoms.atoms),
        structure=tuple(atoms.structure()),
        instances=tuple(i for i in found if isinstance(i, RuleInstance)),
        objectives=(),
        tie_breaks=(),
        excepted=tuple(i for i in found if isinstance(i, ExceptedInstance)),
    )
    check_magnitudes(model)
    return CaseModel(model, tuple(atoms.values), unroller)


def _tables(rule_set: RuleSet, case: Case) -> Iterator[tuple[str, Signature]]:
    """Give all tables of a case; a measure that is given is a table like any other."""
    yield from TABLES.items()
    for name, declared in rule_set.inputs.items():
        yield name, Signature(declared.index, declared.unit)
    for name, measure in rule_set.measures.items():
        if name in case.tables:
            index = tuple(variable.set_name for variable in measure.variables)
            decides = name in rule_set.deciding
            yield name, Signature(index, measure.unit, decides)


def _table(
    name: str, case: Case, of: Signature, declared: Input | None, atoms: _FixedAtoms
) -> Table:
    """Give a table of a case; what a rules file says of an input holds there too."""
    known = {} if declared is None else declared.known
    default = None if declared is None else declared.default
    given = {**known, **case.tables.get(name, {})}
    free = atoms if of.decides else None
    return {
        index: _quantity(name, index, given.get(index, default), free)
        for index in product(*(case.sets[set_name] for set_name in of.index))
    }


def _quantity(
    name: str, index: Index, value: Exact | None, atoms: _FixedAtoms | None
) -> Quantity:
    if value is None:
        return missing((f"{name}[{', '.join(index)}]",))
    return value if atoms is None else atoms.add(name, index, value)


@dataclass(slots=True)
class _FixedAtoms:
    atoms: list[Atom] = field(default_factory=list)
    values: list[int] = field(default_factory=list)

    def add(self, name: str, index: Index, value: Exact) -> Quantity:
        """Add an atom that stands for a given value, which may be negative or fine."""
        amount = Fraction(value)
        step = Fraction(1 if amount >= 0 else -1, amount.denominator)
        steps = abs(amount.numerator)
        upper = max(steps, 1)
        self.atoms.append(Atom(AtomKind.WORKPLACES, (name, *index), upper, abs(step)))
        self.values.append(steps)
        return of_atom(len(self.atoms) - 1, step)

    def structure(self) -> Iterator[Test]:
        """Give the truths that leave each atom its one value."""
        for number, value in enumerate(self.values):
            accumulator = Accumulator()
            accumulator.add(of_atom(number), 1)
            accumulator.add_number(-value)
            yield compare(accumulator.result(), Relation.ZERO)
