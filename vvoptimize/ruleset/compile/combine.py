"""How the functions of a formula's parts are put together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.ruleset import tree
from vvoptimize.ruleset.arithmetic import missing_figures, only_missing
from vvoptimize.ruleset.compile.scope import value_of
from vvoptimize.ruleset.ground import Affine
from vvoptimize.ruleset.tree import variables_in
from vvoptimize.scenario.exact import exact

if TYPE_CHECKING:
    from vvoptimize.ruleset.arithmetic import Accumulator, Quantity
    from vvoptimize.ruleset.compile.scope import Adds, Env, Value
    from vvoptimize.scenario.exact import Exact


def both_times(left: Value, right: Value, adds: Adds) -> Value:
    """Multiply; two plain numbers without a sum."""
    in_general = value_of(adds)

    def value(env: Env) -> Quantity:
        first, second = left(env), right(env)
        if isinstance(first, Affine) or isinstance(second, Affine):
            return in_general(env)
        return exact(first * second)

    return value


def remembered(node: tree.Aggregate | tree.Arithmetic, adds: Adds) -> Adds:
    """Work a part out once for all cases that it cannot tell apart."""
    outer = told_apart_by(node)
    value = value_of(adds)
    known: dict[tuple[str, ...], Quantity] = {}

    def add(acc: Accumulator, env: Env, factor: Exact) -> None:
        told = tuple([env[name] for name in outer if name in env])
        if len(told) == len(env):
            adds(acc, env, factor)
            return
        if told not in known:
            known[told] = value(env)
        acc.add(known[told], factor)

    return add


def told_apart_by(node: tree.Aggregate | tree.Arithmetic) -> list[str]:
    """Give the index variables outside a part on which it depends."""
    bindings = node.bindings if isinstance(node, tree.Aggregate) else ()
    bound = {binding.variable for binding in bindings}
    return [name for name in dict.fromkeys(variables_in(node)) if name not in bound]


def sum_of(left: Adds, right: Adds) -> Adds:
    """Add both."""

    def add(acc: Accumulator, env: Env, factor: Exact) -> None:
        left(acc, env, factor)
        right(acc, env, factor)

    return add


def difference_of(left: Adds, right: Adds) -> Adds:
    """Add the left and subtract the right."""

    def add(acc: Accumulator, env: Env, factor: Exact) -> None:
        left(acc, env, factor)
        right(acc, env, -factor)

    return add


def product_of(left: Value, right: Value, adds_right: Adds) -> Adds:
    """Multiply; the checker has seen to it that one side rests on data."""

    def add(acc: Accumulator, env: Env, factor: Exact) -> None:
        by = left(env)
        if not isinstance(by, Affine):
            if by:
                adds_right(acc, env, _multiplied(by, factor))
            return
        times = right(env)
        if not isinstance(times, Affine):
            if times:
                acc.add(by, _multiplied(times, factor))
        elif only_missing(by):
            acc.add_missing(times, missing_figures(by))
        else:
            acc.add_missing(by, missing_figures(times))

    return add


def _multiplied(number: Exact, factor: Exact) -> Exact:
    """Multiply; the factor is mostly one, and fractions are slow."""
    return number if factor == 1 else number * factor
