"""Values of the parts of a formula, in one case of a rule."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, TypeAlias

from vvoptimize.authoring.shapes import Gives, given_by
from vvoptimize.errors import InputError
from vvoptimize.evaluation.values import Evaluator
from vvoptimize.ruleset.arithmetic import as_affine
from vvoptimize.ruleset.rules import Formula

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from vvoptimize.ruleset import tree
    from vvoptimize.ruleset.cases import CaseModel
    from vvoptimize.ruleset.rules import RuleSet
    from vvoptimize.ruleset.tree import Expression
    from vvoptimize.scenario.exact import Exact
    from vvoptimize.source import FormulaSource

    Env: TypeAlias = Mapping[str, str]

Value: TypeAlias = "Exact | bool | str | None"
"""A number, a truth, an element's id; None is unknown."""


class Probe:
    """Evaluates any part of a formula over the world of a test case."""

    def __init__(self, case: CaseModel, rule_set: RuleSet) -> None:
        self._unroller = case.unroller
        self._evaluator = Evaluator(case.values)
        self._rule_set = rule_set

    def value(self, node: Expression, source: FormulaSource, env: Env) -> Value:
        """Give the value of a part.

        Raises
        ------
        InputError
            If it has none there, as a quotient by zero.
        """
        match given_by(node, env, self._rule_set):
            case Gives.TRUTH:
                return self.truth(node, source, env)
            case Gives.ELEMENT:
                return env[node.name]  # type: ignore[union-attr]
            case Gives.NUMBER:
                of = self._unroller.number(Formula(node, source))
                return self._evaluator.value(as_affine(of(dict(env))))

    def truth(self, node: Expression, source: FormulaSource, env: Env) -> bool | None:
        """Give the truth of a part that is one."""
        test = self._unroller.truth(Formula(node, source))(dict(env))
        return self._evaluator.truth(test)

    def within(
        self, node: tree.Aggregate, source: FormulaSource, env: Env
    ) -> Iterator[Env]:
        """Give the variables in each of the elements that an aggregate runs over."""
        sets = [self._unroller.elements(one.set_name) for one in node.bindings]
        names = [one.variable for one in node.bindings]
        for elements in product(*sets):
            inner = {**env, **dict(zip(names, elements, strict=True))}
            chosen = node.condition is None or self.truth(node.condition, source, inner)
            if chosen is not False:
                yield inner

    def known(self, node: Expression, source: FormulaSource, env: Env) -> bool:
        """Tell whether a part has a value at all, be it unknown."""
        try:
            self.value(node, source, env)
        except InputError:
            return False
        return True
