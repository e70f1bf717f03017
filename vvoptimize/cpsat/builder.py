"""A CP-SAT model in which every variable follows from the atoms.

Each helper variable is posted in both directions and carries its definition. So an
assignment of the atoms has exactly one completion, which serves as a complete hint,
and no helper multiplies solutions.
"""

from __future__ import annotations

import gc
import math
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeAlias

from ortools.sat.python import cp_model

from vvoptimize.cpsat.fault import fault
from vvoptimize.cpsat.form import Form, truth
from vvoptimize.cpsat.relations import NOT_SO, SO, domain, is_so, settled
from vvoptimize.ruleset.ground import Relation
from vvoptimize.ruleset.intervals import LARGEST

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from vvoptimize.cpsat.form import Literal
    from vvoptimize.cpsat.relations import Limits

Definition: TypeAlias = "Callable[[Sequence[int]], int]"
"""A variable's value, from those of all variables before it."""

Given: TypeAlias = "tuple[Literal, ...]"
"""Literals under which a constraint is posted: it binds where all are true."""

LARGE = 5_000
"""Variables from which on a copy of a model is worth freeing at once."""


@dataclass(eq=False, repr=False)
class Builder:
    """A model under construction; variables and literals are whole numbers.

    Attributes
    ----------
    atoms
        How many variables are atoms: they come first.
    variables, bounds
        Of every variable, by its number.
    definitions
        Of every variable after the atoms.
    true, false
        Literals that are always so.
    """

    model: cp_model.CpModel = field(default_factory=cp_model.CpModel)
    atoms: int = 0
    variables: list[cp_model.IntVar] = field(default_factory=list)
    bounds: list[tuple[int, int]] = field(default_factory=list)
    definitions: list[Definition] = field(default_factory=list)
    conjunctions: dict[frozenset[Literal], Literal] = field(default_factory=dict)
    hinted: list[int] = field(default_factory=list)
    true: Literal = 0

    @property
    def false(self) -> Literal:
        """The literal that is never true."""
        return ~self.true

    @classmethod
    def over(cls, uppers: Iterable[int]) -> Builder:
        """Start a model with atoms from zero to each of the numbers."""
        builder = cls()
        builder.bounds = [(0, upper) for upper in uppers]
        boolean = builder.model.new_bool_var
        builder.variables = [
            boolean("") if upper == 1 else builder._variable(low, upper)
            for low, upper in builder.bounds
        ]
        builder.atoms = len(builder.variables)
        builder.true = builder.new(1, 1, lambda _: 1)
        return builder

    def branch(self) -> Builder:
        """Copy the model, to ask a question that leaves no trace in this one."""
        if len(self.variables) > LARGE:
            gc.collect(0)  # a model holds on to itself: frees the last question's
        # A copy keeps the variables' numbers, so their handles serve both models.
        return replace(
            self,
            model=self.model.clone(),
            variables=self.variables.copy(),
            bounds=self.bounds.copy(),
            definitions=self.definitions.copy(),
            conjunctions=self.conjunctions.copy(),
            hinted=self.hinted.copy(),
        )

    # Variables

    def new(self, low: int, high: int, definition: Definition) -> int:
        """Add a variable; the caller posts what its definition says."""
        self.definitions.append(definition)
        self.variables.append(self._variable(low, high))
        self.bounds.append((low, high))
        return len(self.variables) - 1

    def _variable(self, low: int, high: int) -> cp_model.IntVar:
        if low == 0 and high == 1:
            return self.model.new_bool_var("")
        if max(high, 0) - min(low, 0) >= LARGEST:
            detail = f"numbers from {low} to {high} are too large"
            raise fault(detail)
        return self.model.new_int_var(low, high, "")

    def complete(self, atoms: Sequence[int]) -> list[int]:
        """Give the values of all variables, from those of the atoms."""
        values = list(atoms)
        for definition in self.definitions:
            values.append(definition(values))
        return values

    def read(self, value: Callable[[cp_model.IntVar], int]) -> tuple[int, ...]:
        """Read the atoms' values from a solver."""
        return tuple(map(value, self.variables[: self.atoms]))

    def hint(self, atoms: tuple[int, ...]) -> None:
        """Hint every variable; those added since the same hint are completed."""
        if atoms != tuple(self.hinted[: self.atoms]):
            self.model.clear_hints()  # type: ignore[no-untyped-call]
            self.hinted = []
        if len(self.hinted) < len(self.variables):
            full = self.complete(atoms)
            for number in range(len(self.hinted), len(full)):
                self.model.add_hint(self.variables[number], full[number])
            self.hinted = full

    # Literals

    def both(self, literals: Iterable[Literal]) -> Literal:
        """Give the literal that is true where all of them are."""
        wanted: dict[Literal, None] = dict.fromkeys(literals)
        wanted.pop(self.true, None)
        if self.false in wanted or any(~literal in wanted for literal in wanted):
            return self.false
        if not wanted:
            return self.true
        if len(wanted) == 1:
            return next(iter(wanted))
        key = frozenset(wanted)
        if key not in self.conjunctions:
            self.conjunctions[key] = self._conjunction(tuple(wanted))
        return self.conjunctions[key]

    def either(self, literals: Iterable[Literal]) -> Literal:
        """Give the literal that is true where one of them is."""
        return ~self.both(~literal for literal in literals)

    def _conjunction(self, literals: tuple[Literal, ...]) -> Literal:
        result = self.new(0, 1, lambda v: int(all(truth(x, v) for x in literals)))
        for literal in literals:
            self._require_clause((~result, literal))
        self._require_clause((result, *(~literal for literal in literals)))
        return result

    def holds(self, form: Form, relation: Relation) -> Literal:
        """Give the literal that is true exactly where the numerator is so."""
        if (same := self._static(form, relation)) is not None:
            return same
        result = self.new(0, 1, lambda v: int(is_so(form.at(v), relation)))
        self._when_true(result, form, relation)
        self._when_false(result, form, relation)
        return result

    def at_least(self, form: Form, bound: int) -> Literal:
        """Give the literal that is true exactly where the numerator is at least so."""
        return ~self.holds(form.plus(-bound), Relation.BELOW_ZERO)

    def _static(self, form: Form, relation: Relation) -> Literal | None:
        """Give the literal that says the same without a constraint, if any does."""
        if (always := settled(form, relation)) is not None:
            return self.true if always else self.false
        if len(form.terms) != 1:
            return None
        ((number, coefficient),) = form.terms.items()
        if self.bounds[number] != (0, 1):
            return None
        at_zero = is_so(form.constant, relation)
        at_one = is_so(form.constant + coefficient, relation)
        return {
            (False, False): self.false,
            (False, True): number,
            (True, False): ~number,
            (True, True): self.true,
        }[at_zero, at_one]

    def _when_true(self, literal: Literal, form: Form, relation: Relation) -> None:
        self._linear(form, SO[relation], (literal,))

    def _when_false(self, literal: Literal, form: Form, relation: Relation) -> None:
        self._linear(form, NOT_SO[relation], (~literal,))

    # Values

    def form(
        self, terms: Mapping[int, int], constant: int, scale: int, known: Given = ()
    ) -> Form:
        """Give a linear form in lowest terms, with the bounds of its numerator."""
        if scale > 1 and (grain := math.gcd(scale, constant, *terms.values())) > 1:
            constant, scale = constant // grain, scale // grain
            terms = {number: term // grain for number, term in terms.items()}
        low, high = self.reach(terms, constant)
        return Form(terms, constant, scale, low, high, known)

    def reach(self, terms: Mapping[int, int], constant: int) -> tuple[int, int]:
        """Give bounds of a sum."""
        low = high = constant
        bounds = self.bounds
        for number, term in terms.items():
            least, most = bounds[number]
            if term < 0:
                least, most = most, least
            low += term * least
            high += term * most
        return low, high

    def single(self, form: Form) -> Form:
        """Give the same value by one variable, on the coarsest grid that holds it."""
        if len(form.terms) <= 1:
            return form
        grain = math.gcd(*form.terms.values())
        terms = {number: term // grain for number, term in form.terms.items()}
        low = -((form.constant - form.low) // grain)
        high = (form.high - form.constant) // grain
        reduced = Form(terms, 0, 1, low, high)
        number = self.new(low, high, reduced.at)
        self._linear(_minus(reduced, number), SO[Relation.ZERO], ())
        return Form(
            {number: grain}, form.constant, form.scale, form.low, form.high, form.known
        )

    def least(self, forms: Sequence[Form]) -> int:
        """Give the variable that equals the smallest numerator."""
        low, high = min(f.low for f in forms), min(f.high for f in forms)
        number = self.new(low, high, lambda v: min(form.at(v) for form in forms))
        self.model.add_min_equality(
            self.variables[number], [self.expression(form) for form in forms]
        )
        return number

    def magnitude(self, form: Form) -> int:
        """Give the variable that equals the absolute numerator."""
        number = self.new(0, max(-form.low, form.high), lambda v: abs(form.at(v)))
        self.model.add_abs_equality(self.variables[number], self.expression(form))
        return number

    def count(self, literals: Iterable[Literal]) -> Form:
        """Give the number of true literals, each as often as it is listed."""
        constant = 0
        terms: dict[int, int] = {}
        for literal in literals:
            constant += literal < 0
            number = ~literal if literal < 0 else literal
            terms[number] = terms.get(number, 0) + (-1 if literal < 0 else 1)
        constant += terms.pop(self.true, 0)
        terms = {number: term for number, term in terms.items() if term}
        low = constant + sum(min(term, 0) for term in terms.values())
        high = constant + sum(max(term, 0) for term in terms.values())
        return Form(terms, constant, 1, low, high)

    def expression(self, form: Form) -> cp_model.LinearExpr:
        """Give the numerator to the solver."""
        return self._sum(form.terms) + form.constant

    # Constraints

    def require(self, form: Form, relation: Relation, given: Given = ()) -> None:
        """Post that the numerator is so."""
        literal = self._static(form, relation)
        if literal is None:
            self._linear(form, SO[relation], given)
        else:
            self.require_one((literal,), given)

    def require_not(self, form: Form, relation: Relation, given: Given = ()) -> None:
        """Post that the numerator is not so."""
        literal = self._static(form, relation)
        if literal is None:
            self._linear(form, NOT_SO[relation], given)
        else:
            self.require_one((~literal,), given)

    def require_one(self, literals: Iterable[Literal], given: Given = ()) -> None:
        """Post that one of the literals is true."""
        clause = (*(~literal for literal in given), *literals)
        if self.true not in clause:
            self._require_clause(tuple(x for x in clause if x != self.false))

    def require_many(self, literals: Iterable[Literal], least: int) -> None:
        """Post that at least so many of the literals are true."""
        self.require(self.count(literals).plus(-least).times(-1), Relation.AT_MOST_ZERO)

    def minimise(self, form: Form) -> None:
        """Ask for the smallest numerator; this is the model's only objective."""
        self.model.minimize(self.expression(form))

    def _require_clause(self, literals: tuple[Literal, ...]) -> None:
        self.model.add_bool_or([self.handle(literal) for literal in literals])

    def _linear(self, form: Form, limits: Limits, given: Given) -> None:
        if self.false in given:
            return
        posted = self.model.add_linear_expression_in_domain(
            self._sum(form.terms), domain(limits, form.constant)
        )
        if given:
            posted.only_enforce_if([self.handle(literal) for literal in given])

    def handle(self, literal: Literal) -> cp_model.LiteralT:
        """Give OR-Tools' own object for a literal."""
        if literal >= 0:
            return self.variables[literal]
        return self.variables[~literal].negated()

    def _sum(self, terms: Mapping[int, int]) -> cp_model.LinearExpr:
        return cp_model.LinearExpr.weighted_sum(
            [self.variables[number] for number in terms], list(terms.values())
        )


def _minus(form: Form, number: int) -> Form:
    return Form({**form.terms, number: -1}, form.constant, 1, 0, 0)
