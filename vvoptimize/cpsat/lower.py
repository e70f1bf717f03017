"""Ground rules as CP-SAT constraints.

The twin of the evaluation: both read the same nodes, and neither knows the other.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, assert_never

from vvoptimize.classes import NamedTuple
from vvoptimize.cpsat.builder import Builder
from vvoptimize.cpsat.form import Form, added, common_scale, multiplied
from vvoptimize.cpsat.uses import cell_uses
from vvoptimize.ruleset.ground import (
    Affine,
    Cell,
    Certain,
    Comparison,
    Conjunction,
    Disjunction,
    Greatest,
    Least,
    Magnitude,
    Negation,
    Relation,
    Truth,
    Undetermined,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from vvoptimize.cpsat.builder import Given
    from vvoptimize.cpsat.form import Literal
    from vvoptimize.ruleset.ground import Leaf, Test, Unknown
    from vvoptimize.ruleset.instances import GroundModel

INLINED_TERMS = 4
"""A shared value with more terms than this gets a variable of its own."""


class Verdict(NamedTuple):
    """Three-valued truth: where neither literal is true, the test is undetermined."""

    is_true: Literal
    is_false: Literal


class Lowering:
    """Lowers the nodes of one ground model, each once.

    Parameters
    ----------
    model
        Its structure is posted at once; its rule instances are left to the caller.

    Attributes
    ----------
    builder
        The CP-SAT model; its first variables are the atoms.
    """

    def __init__(self, model: GroundModel) -> None:
        self.builder = Builder.over(atom.upper for atom in model.atoms)
        self._uses = cell_uses(model)
        self._forms: dict[Affine, Form] = {}
        self._leaves: dict[Leaf, Form] = {}
        self._verdicts: dict[Test, Verdict] = {}
        self._zeros: dict[Leaf, Literal] = {}
        for test in model.structure:
            self.require(test)

    # Tests

    def require(self, test: Test, given: Given = ()) -> None:
        """Post that a test is not false, where all the given literals are true.

        An undetermined test passes; where no figure is missing, the test must be true.
        """
        match test:
            case Comparison(value=value, relation=relation):
                form = self._forms.get(value) or self._affine(value)
                self.builder.require(form, relation, (*given, *form.known))
            case Conjunction(tests=tests):
                for part in tests:
                    self.require(part, given)
            case Disjunction(tests=tests):
                self._require_some(tests, given)
            case Negation(test=inner):
                self._refute(inner, given)
            case Certain(value=value):
                self.builder.require_one((), (*given, *self._never(value)))
            case Undetermined():
                pass
            case _:
                assert_never(test)

    def _refute(self, test: Test, given: Given) -> None:
        """Post that a test is not true."""
        match test:
            case Comparison(value=value, relation=relation):
                form = self._forms.get(value) or self._affine(value)
                self.builder.require_not(form, relation, (*given, *form.known))
            case Conjunction(tests=tests):
                self._require_some(tuple(map(Negation, tests)), given)
            case Disjunction(tests=tests):
                for part in tests:
                    self._refute(part, given)
            case Negation(test=inner):
                self.require(inner, given)
            case Certain(value=value):
                self.builder.require_one((), (*given, *self._never(not value)))
            case Undetermined():
                pass
            case _:
                assert_never(test)

    def _require_some(self, tests: Sequence[Test], given: Given) -> None:
        """Post that not all tests are false: where all but one are, that one holds."""
        if not tests:
            self.builder.require_one((), given)
            return
        *others, last = tests
        self.require(last, (*given, *(self.verdict(test).is_false for test in others)))

    def _never(self, condition: bool) -> Given:
        """Give conditions under which a constraint never binds, where there is need."""
        return (self.builder.false,) if condition else ()

    def verdict(self, test: Test) -> Verdict:
        """Give the literals of a test's truth, exact in both directions."""
        if test not in self._verdicts:
            self._verdicts[test] = self._reified(test)
        return self._verdicts[test]

    def _reified(self, test: Test) -> Verdict:
        both, either = self.builder.both, self.builder.either
        match test:
            case Comparison():
                return self._compared(test)
            case Conjunction(tests=tests):
                parts = [self.verdict(part) for part in tests]
                return Verdict(
                    both(part.is_true for part in parts),
                    either(part.is_false for part in parts),
                )
            case Disjunction(tests=tests):
                parts = [self.verdict(part) for part in tests]
                return Verdict(
                    either(part.is_true for part in parts),
                    both(part.is_false for part in parts),
                )
            case Negation(test=inner):
                is_true, is_false = self.verdict(inner)
                return Verdict(is_false, is_true)
            case Certain(value=value):
                literal = self.builder.true if value else self.builder.false
                return Verdict(literal, ~literal)
            case Undetermined():
                return Verdict(self.builder.false, self.builder.false)
            case _:
                assert_never(test)

    def certain(self, test: Test) -> bool:
        """Tell whether a test is true or false in every assignment."""
        match test:
            case Comparison(value=value):
                return not self.form(value).known
            case Conjunction(tests=tests) | Disjunction(tests=tests):
                return all(map(self.certain, tests))
            case Negation(test=inner):
                return self.certain(inner)
            case Certain():
                return True
            case Undetermined():
                return False
            case _:
                assert_never(test)

    def _compared(self, test: Comparison) -> Verdict:
        form = self.form(test.value)
        if self.builder.false in form.known:
            return Verdict(self.builder.false, self.builder.false)
        holds = self.builder.holds(form, test.relation)
        if not form.known:
            return Verdict(holds, ~holds)
        both = self.builder.both
        return Verdict(both((*form.known, holds)), both((*form.known, ~holds)))

    # Values

    def form(self, value: Affine) -> Form:
        """Give the linear form of a value.

        Where a figure is missing the numbers count its terms as zero, and the form's
        `known` says that they mean nothing.
        """
        form = self._forms.get(value)
        if form is None:
            form = self._forms[value] = self._affine(value)
        return form

    def _affine(self, value: Affine) -> Form:
        if value.plain and not value.unknown:
            terms, constant = value.terms, value.constant
            low, high = self.builder.reach(terms, constant)  # type: ignore[arg-type]
            return Form(terms, constant, value.scale, low, high)  # type: ignore[arg-type]
        return self._combined(value)

    def _combined(self, value: Affine) -> Form:
        """Lower a value with shared leaves or missing figures."""
        known = [self._absent(term) for term in value.unknown]
        parts: list[tuple[Form, int]] = []
        own: dict[int, int] = {}
        for leaf, coefficient in value.terms.items():
            if isinstance(leaf, int):
                own[leaf] = coefficient
            else:
                parts.append((self._leaf(leaf), coefficient))
        inner = math.lcm(*[part.scale for part, _ in parts])
        constant, scale = value.constant * inner, value.scale * inner
        pieces = [multiplied(own, inner)]
        for part, coefficient in parts:
            times = coefficient * (inner // part.scale)
            constant += times * part.constant
            pieces.append(multiplied(part.terms, times))
            known += part.known
        pieces = [piece for piece in pieces if piece]
        terms = pieces[0] if len(pieces) == 1 else added(pieces)
        conditions = self._conditions(known) if known else ()
        return self.builder.form(terms, constant, scale, conditions)

    def _absent(self, term: Unknown) -> Literal:
        """Where a term with a missing figure is zero whatever the figure."""
        return self.builder.false if term.leaf is None else self.zero(term.leaf)

    def _conditions(self, literals: Iterable[Literal]) -> tuple[Literal, ...]:
        """Keep the literals that matter, each once."""
        return tuple(x for x in dict.fromkeys(literals) if x != self.builder.true)

    def zero(self, leaf: Leaf) -> Literal:
        """Give the literal that is true where a leaf is known and zero."""
        if leaf not in self._zeros:
            compared = Comparison(Affine({leaf: 1}), Relation.ZERO)
            self._zeros[leaf] = self.verdict(compared).is_true
        return self._zeros[leaf]

    def _leaf(self, leaf: Cell | Least | Greatest | Magnitude | Truth) -> Form:
        if leaf not in self._leaves:
            self._leaves[leaf] = self._lowered(leaf)
        return self._leaves[leaf]

    def _lowered(self, leaf: Cell | Least | Greatest | Magnitude | Truth) -> Form:
        match leaf:
            case Cell(value=value):
                return self._cell(leaf, self.form(value))
            case Least(values=values):
                return self._least([self.form(value) for value in values])
            case Greatest(values=values):
                opposite = [self.form(value).times(-1) for value in values]
                return self._least(opposite).times(-1)
            case Magnitude(value=value):
                return self._magnitude(self.form(value))
            case Truth(test=test):
                return self._truth(self.verdict(test))
            case _:
                assert_never(leaf)

    def _cell(self, cell: Cell, form: Form) -> Form:
        shared = self._uses[cell] > 1 and len(form.terms) > INLINED_TERMS
        return self.builder.single(form) if shared else form

    def _least(self, forms: Sequence[Form]) -> Form:
        scale = common_scale(forms)
        known = self._conditions(x for form in forms for x in form.known)
        parts = [form.rescaled(scale) for form in forms]
        ceiling = min(parts, key=lambda part: part.high)
        # What can never be the smallest is left out.
        parts = [x for x in parts if x is ceiling or x.low < ceiling.high]
        if len(parts) == 1:
            return ceiling.known_where(known)
        number = self.builder.least(parts)
        low = min(part.low for part in parts)
        return Form({number: 1}, 0, scale, low, ceiling.high, known)

    def _magnitude(self, form: Form) -> Form:
        if form.low >= 0:
            return form
        if form.high <= 0:
            return form.times(-1)
        number = self.builder.magnitude(form)
        reach = max(-form.low, form.high)
        return Form({number: 1}, 0, form.scale, 0, reach, form.known)

    def _truth(self, verdict: Verdict) -> Form:
        decided = self.builder.either(verdict)
        count = self.builder.count([verdict.is_true])
        return count.known_where(self._conditions([decided]))
