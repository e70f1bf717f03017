"""From the parts of one formula to functions of its index variables.

A number adds itself to an accumulator times a factor, so that sums and products of any
depth build no affine values in between; a truth gives its test. Data is folded on the
way: what rests on data alone comes out as a plain number or a certain test, or as
nothing but missing figures.
"""

from vvoptimize.ruleset.compile.compiler import Compiler
from vvoptimize.ruleset.compile.numbers import least
from vvoptimize.ruleset.compile.scope import (
    Adds,
    Env,
    Lookups,
    Table,
    Tests,
    Value,
    value_of,
)

__all__ = [
    "Adds",
    "Compiler",
    "Env",
    "Lookups",
    "Table",
    "Tests",
    "Value",
    "least",
    "value_of",
]
