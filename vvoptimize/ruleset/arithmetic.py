"""Building affine values exactly, and folding what rests on data into plain numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from vvoptimize.ruleset.ground import (
    Affine,
    Comparison,
    Leaf,
    Magnitude,
    Negation,
    Relation,
    Truth,
    Unknown,
)
from vvoptimize.scenario.exact import Exact, exact

if TYPE_CHECKING:
    from collections.abc import Iterable

Quantity: TypeAlias = Exact | Affine
"""A plain number where data decides it, else an affine value."""

_NEVER_NEGATIVE = (int, Truth, Magnitude)


def missing(figures: Iterable[str]) -> Affine:
    """Give the value of figures nobody has given."""
    return Affine(unknown=(Unknown(None, tuple(figures)),))


def missing_figures(quantity: Quantity) -> tuple[str, ...]:
    """Name the figures a quantity lacks, each once, in order."""
    if not isinstance(quantity, Affine):
        return ()
    return tuple(dict.fromkeys(f for term in quantity.unknown for f in term.figures))


def only_missing(value: Affine) -> bool:
    """Tell whether a value is unknown whatever is decided."""
    return not value.terms and all(term.leaf is None for term in value.unknown)


def of_atom(number: int, coefficient: Exact = 1) -> Affine:
    """Give an atom times a coefficient."""
    return Affine({number: coefficient})


class Accumulator:
    """Adds up affine values without building those in between."""

    __slots__ = ("_constant", "_terms", "_unknown")

    def __init__(self) -> None:
        self._terms: dict[Leaf, Exact] = {}
        self._constant: Exact = 0
        self._unknown: list[Unknown] = []

    def add_number(self, value: Exact) -> None:
        """Add a plain number."""
        self._constant += value

    def add(self, quantity: Quantity, factor: Exact) -> None:
        """Add a quantity times a factor."""
        if not isinstance(quantity, Affine):
            self._constant += quantity * factor
            return
        self._constant += quantity.constant * factor
        terms = self._terms
        for leaf, coefficient in quantity.terms.items():
            # Fractions are slow, so none is added to or multiplied by nothing.
            more = _times(coefficient, factor)
            terms[leaf] = terms[leaf] + more if leaf in terms else more
        if quantity.unknown and factor:
            self._unknown.extend(quantity.unknown)

    def add_missing(self, quantity: Quantity, figures: tuple[str, ...]) -> None:
        """Add a quantity times missing figures: unknown where it is not zero."""
        if not isinstance(quantity, Affine):
            if quantity:
                self._unknown.append(Unknown(None, figures))
            return
        self._unknown.extend(Unknown(leaf, figures) for leaf in _not_zero(quantity))
        self._unknown.extend(quantity.unknown)

    def result(self) -> Quantity:
        """Give the sum: a plain number when nothing is decided and nothing missing."""
        terms = {
            leaf: value if type(value) is int else exact(value)
            for leaf, value in self._terms.items()
            if value
        }
        constant = exact(self._constant)
        if not terms and not self._unknown:
            return constant
        return Affine(terms, constant, tuple(self._unknown))


def _times(number: Exact, factor: Exact) -> Exact:
    """Multiply; most factors are one or minus one, and fractions are slow."""
    if type(factor) is int:
        if factor == 1:
            return number
        if factor == -1:
            return -number
    return number * factor


def _not_zero(value: Affine) -> list[Leaf | None]:
    """Give leaves of which one is not zero exactly where the known value is not.

    None stands for what is never zero.
    """
    if not value.terms:
        return [None] if value.constant else []
    if not value.constant and len(value.terms) == 1:
        return [*value.terms]
    numbers = [*value.terms.values(), value.constant]
    one_sign = min(numbers) >= 0 or max(numbers) <= 0
    if one_sign and all(isinstance(leaf, _NEVER_NEGATIVE) for leaf in value.terms):
        return [None] if value.constant else [*value.terms]
    known = Affine(value.terms, value.constant)
    return [Truth(Negation(Comparison(known, Relation.ZERO)))]


def absolute(number: Exact) -> Exact:
    """Give the absolute value of a plain number."""
    return -number if number < 0 else number


def total(quantities: Iterable[Quantity]) -> Quantity:
    """Add up quantities."""
    accumulator = Accumulator()
    for quantity in quantities:
        accumulator.add(quantity, 1)
    return accumulator.result()


def as_affine(quantity: Quantity) -> Affine:
    """Give a quantity as an affine value."""
    return quantity if isinstance(quantity, Affine) else Affine(constant=quantity)
