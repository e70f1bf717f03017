"""What a part of a checked formula gives: a truth, an element, or a number."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, assert_never

from vvoptimize.ruleset import tree
from vvoptimize.ruleset.tree import Function
from vvoptimize.ruleset.vocabulary import TABLES

if TYPE_CHECKING:
    from collections.abc import Collection

    from vvoptimize.ruleset.rules import RuleSet
    from vvoptimize.ruleset.tree import Expression

_TRUTHS = frozenset({Function.ANY, Function.ALL, Function.IMPLIES})


class Gives(Enum):
    """What a part gives."""

    NUMBER = "number"
    TRUTH = "truth"
    ELEMENT = "element"


def given_by(node: Expression, variables: Collection[str], rule_set: RuleSet) -> Gives:
    """Tell what a part of a formula gives, where some index variables are known."""
    match node:
        case tree.Chain() | tree.Logic() | tree.Not():
            return Gives.TRUTH
        case tree.Call(function=function) | tree.Aggregate(function=function):
            return Gives.TRUTH if function in _TRUTHS else Gives.NUMBER
        case tree.Name(name=name) if name in variables:
            return Gives.ELEMENT
        case tree.Name(name=name) | tree.Lookup(table=name):
            return Gives.TRUTH if is_truth(name, rule_set) else Gives.NUMBER
        case tree.Number() | tree.Negative() | tree.Arithmetic():
            return Gives.NUMBER
        case _:
            assert_never(node)


def is_truth(name: str, rule_set: RuleSet) -> bool:
    """Tell a table, an input or a measure of truths from one of numbers."""
    if name in TABLES:
        return TABLES[name].unit is None
    declared = rule_set.inputs.get(name) or rule_set.measures.get(name)
    return declared is not None and declared.unit is None
