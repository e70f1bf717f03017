"""Linear forms with whole coefficients: what the solver sees of a value."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING, TypeAlias

from vvoptimize.scenario.exact import Exact, exact

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

Literal: TypeAlias = int
"""A Boolean variable's number, or `~number` for its negation, as OR-Tools counts."""


@dataclass(frozen=True, slots=True, eq=False)
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
        return exact(Fraction(self.at(values), self.scale))

    def plus(self, amount: int) -> Form:
        """Add a whole number to the numerator."""
        return replace(
            self,
            constant=self.constant + amount,
            low=self.low + amount,
            high=self.high + amount,
        )

    def times(self, factor: int) -> Form:
        """Multiply the numerator by a non-zero whole number."""
        if factor == 1:
            return self
        low, high = sorted((self.low * factor, self.high * factor))
        terms = {number: factor * term for number, term in self.terms.items()}
        return replace(
            self, terms=terms, constant=self.constant * factor, low=low, high=high
        )

    def rescaled(self, scale: int) -> Form:
        """Write the same value over a multiple of its scale."""
        return replace(self.times(scale // self.scale), scale=scale)


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
