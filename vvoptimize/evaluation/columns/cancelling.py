"""Whether a value may stand against itself, so that it need not be known.

What is unknown less itself is nothing. Only the ground form has the algebra to see it.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from vvoptimize.ruleset.tree import (
    Aggregate,
    Call,
    Chain,
    Logic,
    Lookup,
    Name,
    Not,
    names_in,
    parts_of,
    variables_in,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vvoptimize.ruleset.rules import RuleSet
    from vvoptimize.ruleset.tree import Expression

_TERMS = (Call, Chain, Logic, Not, Aggregate)
"""Parts that may be one term of a sum, whatever they are made of."""


class Cancelling:
    """Looks for terms that one case of some formulas may count twice.

    Parameters
    ----------
    tables
        Names of the tables of decisions.
    """

    def __init__(self, rule_set: RuleSet, tables: Iterable[str]) -> None:
        self._measures = rule_set.measures
        self._cells = rule_set.deciding
        self._decided = rule_set.deciding.union(tables)

    def may_be(self, formulas: Iterable[Expression]) -> bool:
        """Tell whether a decided term may stand against itself."""
        terms = [term for node in formulas for term in self._terms(node, frozenset())]
        read = Counter(terms)
        if any(count > 1 for count in read.values()):
            return True
        cells = [term for term in read if isinstance(term, str)]
        return any(self.may_be([self._measures[c].formula.tree]) for c in cells)

    def _terms(self, node: Expression, over: frozenset[str]) -> Iterator[str | int]:
        """Give every term that is decided, twice where a function repeats it.

        Parameters
        ----------
        over
            Variables that functions over sets, which the part stands in, run through.
        """
        if isinstance(node, Lookup | Name):
            name = node.table if isinstance(node, Lookup) else node.name
            if name in self._cells:
                yield from _counted(name, node, over)
        elif isinstance(node, _TERMS) and not self._decided.isdisjoint(names_in(node)):
            yield from _counted(id(node), node, over)
        if isinstance(node, Aggregate):
            over |= {binding.variable for binding in node.bindings}
        for part in parts_of(node):
            yield from self._terms(part, over)


def _counted(
    term: str | int, node: Expression, over: frozenset[str]
) -> list[str | int]:
    return [term] if over <= set(variables_in(node)) else [term, term]
