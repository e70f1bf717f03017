"""Arithmetic on plain numbers, as whole numbers over whole numbers: fractions are slow.

Where an operand is decided or missing, or nothing can be divided by it, there is no
plain number, and the sum that works in general is asked.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeAlias

from vvoptimize.ruleset.arithmetic import ratio
from vvoptimize.ruleset.compile.scope import Env
from vvoptimize.ruleset.ground import Affine

if TYPE_CHECKING:
    from vvoptimize.ruleset.arithmetic import Quantity
    from vvoptimize.ruleset.compile.scope import Value
    from vvoptimize.scenario.exact import Exact

Pair: TypeAlias = tuple[int, int]
"""A number as a numerator over a denominator, which is positive."""

Pairs: TypeAlias = Callable[[Env], Pair | None]
"""Gives None where there is no plain number."""


def plain_or(plain: Callable[[Env], Exact | None], in_general: Value) -> Value:
    """Give the function that works out plain numbers, and leaves all else to a sum.

    A formula that has met a decision meets it again in other cases, so those are left
    to the sum at once.
    """
    rests_on_data = True

    def value(env: Env) -> Quantity:
        nonlocal rests_on_data
        number = plain(env) if rests_on_data else None
        if number is not None:
            return number
        rests_on_data = False
        return in_general(env)

    return value


def number_of(pairs: Pairs) -> Callable[[Env], Exact | None]:
    """Give the function that tells a pair as a number."""

    def number(env: Env) -> Exact | None:
        pair = pairs(env)
        return None if pair is None else ratio(*pair)

    return number


def known_number(value: Value) -> Callable[[Env], Exact | None]:
    """Give the function that tells a value only where it is a plain number."""

    def number(env: Env) -> Exact | None:
        quantity = value(env)
        return None if isinstance(quantity, Affine) else quantity

    return number


def pair_of(value: Value) -> Pairs:
    """Give the function that tells a value as a pair."""

    def pair(env: Env) -> Pair | None:
        number = value(env)
        if isinstance(number, int):
            return number, 1
        if isinstance(number, Affine):
            return None
        return number.as_integer_ratio()

    return pair


def pair_of_number(number: Exact) -> Pairs:
    """Give the function that tells one number."""
    pair = number.as_integer_ratio()
    return lambda _env: pair


def recalled(pairs: Pairs, outer: Sequence[str]) -> Pairs:
    """Work a part out once for all cases that it cannot tell apart.

    Parameters
    ----------
    outer
        The index variables on which it depends.
    """
    worked_out: dict[tuple[str, ...], Pair | None] = {}

    def pair(env: Env) -> Pair | None:
        told = tuple([env[name] for name in outer if name in env])
        if len(told) == len(env):
            return pairs(env)
        if told not in worked_out:
            worked_out[told] = pairs(env)
        return worked_out[told]

    return pair


def opposite(pairs: Pairs) -> Pairs:
    """Give the function that changes the sign."""

    def pair(env: Env) -> Pair | None:
        one = pairs(env)
        return None if one is None else (-one[0], one[1])

    return pair


def added(left: Pairs, right: Pairs) -> Pairs:
    """Give the function that adds."""

    def pair(env: Env) -> Pair | None:
        first = left(env)
        second = None if first is None else right(env)
        if first is None or second is None:
            return None
        (a, over), (b, under) = first, second
        return (a + b, over) if over == under else (a * under + b * over, over * under)

    return pair


def multiplied(left: Pairs, right: Pairs) -> Pairs:
    """Give the function that multiplies; what is multiplied by zero is not asked."""

    def pair(env: Env) -> Pair | None:
        first = left(env)
        if first is None or not first[0]:
            return first
        second = right(env)
        return None if second is None else (first[0] * second[0], first[1] * second[1])

    return pair


def divided(left: Pairs, by: Pairs) -> Pairs:
    """Give the function that divides; the divisor is asked first, as in a sum."""

    def pair(env: Env) -> Pair | None:
        divisor = by(env)
        if divisor is None or not divisor[0]:
            return None
        first = left(env)
        if first is None:
            return None
        sign = 1 if divisor[0] > 0 else -1
        return sign * first[0] * divisor[1], sign * first[1] * divisor[0]

    return pair
