"""Whether a value may stand against itself, so that it need not be known.

What is unknown less itself is nothing. Only the ground form has the algebra to see it.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from vvoptimize.ruleset.tree import Aggregate, Lookup, Name, parts_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vvoptimize.ruleset.rules import RuleSet
    from vvoptimize.ruleset.tree import Expression


def may_cancel(formulas: Iterable[Expression], rule_set: RuleSet) -> bool:
    """Tell whether one case of these formulas may read a decided measure twice."""
    read = Counter(name for node in formulas for name in _read(node, frozenset()))
    decided = [name for name in read if name in rule_set.deciding]
    if any(read[name] > 1 for name in decided):
        return True
    within = (rule_set.measures[name].formula.tree for name in decided)
    return any(may_cancel([formula], rule_set) for formula in within)


def _read(node: Expression, over: frozenset[str]) -> Iterator[str]:
    """Give every name that is read, twice where a function over sets repeats it.

    Parameters
    ----------
    over
        Variables that functions over sets, which the part stands in, run through.
    """
    if isinstance(node, Lookup | Name):
        name, indices = (
            (node.table, {index.name for index in node.indices})
            if isinstance(node, Lookup)
            else (node.name, set())
        )
        yield from [name] * (1 if over <= indices else 2)
    if isinstance(node, Aggregate):
        over |= {binding.variable for binding in node.bindings}
    for part in parts_of(node):
        yield from _read(part, over)
