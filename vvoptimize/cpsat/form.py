"""Linear forms with whole coefficients: what the solver sees of a value."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, TypeAlias

from vvoptimize.classes import node
from vvoptimize.ruleset.arithmetic import ratio

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from vvoptimize.scenario.exact import Exact

Literal: TypeAlias = int
"""A Boolean variable's number, or `~number` for its negation, as OR-Tools counts."""


@node
class Form:
    """The value `(constant + sum(coefficient * variable)) / scale`.

    Attributes
    ----------
    terms
        Whole, non-zero coefficient of each variable, by the variable's number.
    low, high
        Bounds of the numerator.
    known
        The value is a number only where all of these literals are true; where one is
        false, a figure that it rests on is missing.
    """

    terms: Mapping[int, int]
    constant: int
    scale: int
    low: int
    high: int
    known: tuple[Literal, ...] = ()

    def at(self, values: Sequence[int]) -> int:
        """Give the numerator for the values of all variables."""
        return self.constant + sum(
            [coefficient * values[number] for number, coefficient in self.terms.items()]
        )

    def value(self, values: Sequence[int]) -> Exact:
        """Give the value itself, exactly."""
        return ratio(self.at(values), self.scale)

    def plus(self, amount: int) -> Form:
        """Add a whole number to the numerator."""
        return Form(
            self.terms,
            self.constant + amount,
            self.scale,
            self.low + amount,
            self.high + amount,
            self.known,
        )

    def times(self, factor: int) -> Form:
        """Multiply the numerator by a non-zero whole number."""
        return self if factor == 1 else self._multiplied(factor, self.scale)

    def rescaled(self, scale: int) -> Form:
        """Write the same value over a multiple of its scale."""
        return (
            self
            if scale == self.scale
            else self._multiplied(scale // self.scale, scale)
        )

    def _multiplied(self, factor: int, scale: int) -> Form:
        low, high = self.low * factor, self.high * factor
        if factor < 0:
            low, high = high, low
        terms = multiplied(self.terms, factor)
        return Form(terms, self.constant * factor, scale, low, high, self.known)

    def known_where(self, literals: tuple[Literal, ...]) -> Form:
        """Give the same numerator, known where other literals are true."""
        return Form(
            self.terms, self.constant, self.scale, self.low, self.high, literals
        )


def common_scale(forms: Iterable[Form]) -> int:
    """Least scale over which all forms can be written."""
    return math.lcm(*[form.scale for form in forms])


def total(forms: Sequence[Form]) -> Form:
    """Add values up; known where each is."""
    scale = common_scale(forms)
    parts = [form.rescaled(scale) for form in forms]
    return Form(
        added(part.terms for part in parts),
        sum(part.constant for part in parts),
        scale,
        sum(part.low for part in parts),
        sum(part.high for part in parts),
        joined(part.known for part in parts),
    )


def multiplied(terms: Mapping[int, int], factor: int) -> Mapping[int, int]:
    """Multiply terms by a non-zero whole number."""
    if factor == 1:
        return terms
    return {number: factor * term for number, term in terms.items()}


def added(parts: Iterable[Mapping[int, int]]) -> dict[int, int]:
    """Add terms up, and drop those that cancel."""
    terms: dict[int, int] = {}
    for part in parts:
        for number, coefficient in part.items():
            terms[number] = terms.get(number, 0) + coefficient
    return {number: term for number, term in terms.items() if term}


def joined(parts: Iterable[tuple[Literal, ...]]) -> tuple[Literal, ...]:
    """All literals, each once, in order."""
    return tuple(dict.fromkeys(literal for part in parts for literal in part))


def truth(literal: Literal, values: Sequence[int]) -> bool:
    """Tell whether a literal is true, from the values of all variables."""
    return bool(values[literal]) if literal >= 0 else not values[~literal]
