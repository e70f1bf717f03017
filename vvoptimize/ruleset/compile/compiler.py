"""The two halves of a formula's compiler, each of which needs the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.ruleset.compile.numbers import Numbers
from vvoptimize.ruleset.compile.scope import Scope
from vvoptimize.ruleset.compile.truths import Truths

if TYPE_CHECKING:
    from vvoptimize.ruleset.compile.scope import Adds, Lookups, Tests, Value
    from vvoptimize.ruleset.rules import Formula
    from vvoptimize.ruleset.tree import Expression


class Compiler:
    """Turns the parts of one formula into functions."""

    def __init__(self, lookups: Lookups, formula: Formula) -> None:
        scope = Scope(lookups, formula)
        self._root = formula.tree
        self._numbers = Numbers(scope, self._test)
        self._truths = Truths(scope, self._adds, self._test)

    def number(self) -> Value:
        """Give the function that evaluates the formula; a truth counts as 0 or 1."""
        return self._numbers.number(self._root)

    def adds(self) -> Adds:
        """Give the function that adds the formula's value, times a factor."""
        return self._adds(self._root)

    def truth(self) -> Tests:
        """Give the function that gives the formula's test."""
        return self._test(self._root)

    def _adds(self, node: Expression) -> Adds:
        return self._numbers.adds(node)

    def _test(self, node: Expression) -> Tests:
        return self._truths.test(node)
