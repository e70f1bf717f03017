"""Building affine values exactly, and folding what rests on data into plain numbers."""

from __future__ import annotations

from fractions import Fraction
from math import gcd
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
    from collections.abc import Iterable, Mapping

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
    terms: dict[Leaf, int] = {number: coefficient.numerator}
    return Affine(terms, scale=coefficient.denominator, plain=True)


def of_leaf(leaf: Leaf) -> Affine:
    """Give the value of a leaf."""
    return Affine({leaf: 1})


def plain_number(value: Affine) -> Exact | None:
    """Give the number that a value is whatever is decided; None where there is none."""
    if value.terms or value.unknown:
        return None
    return ratio(value.constant, value.scale)


def ratio(numerator: int, denominator: int) -> Exact:
    """Divide whole numbers exactly."""
    if denominator == 1:
        return numerator
    return exact(Fraction(numerator, denominator))


class Accumulator:
    """Adds up affine values without building those in between.

    All numbers are whole, over one common scale: fractions are slow.
    """

    __slots__ = (
        "_borrowed",
        "_cancels",
        "_constant",
        "_plain",
        "_scale",
        "_terms",
        "_unknown",
    )

    def __init__(self) -> None:
        self._terms: dict[Leaf, int] = {}
        self._constant = 0
        self._scale = 1
        self._unknown: list[Unknown] = []
        self._plain = True
        self._borrowed = False  # the terms belong to a value
        self._cancels = False  # a leaf was added twice, so its terms may cancel

    def add_number(self, value: Exact) -> None:
        """Add a plain number."""
        self.add(value, 1)

    def add(self, quantity: Quantity, factor: Exact) -> None:
        """Add a quantity times a factor."""
        if not factor or not quantity:
            return
        if not isinstance(quantity, Affine):
            # Not multiplied as fractions, and the scale first: it may change the rest.
            denominator = quantity.denominator * factor.denominator
            times = 1 if denominator == self._scale else self._over(denominator)
            self._constant += quantity.numerator * factor.numerator * times
        else:
            denominator, times = quantity.scale * factor.denominator, factor.numerator
            if denominator != self._scale:
                times *= self._over(denominator)
            if quantity.constant:
                self._constant += quantity.constant * times
            if quantity.unknown or not quantity.plain:
                self._unknown.extend(quantity.unknown)
                self._plain = self._plain and not quantity.terms
            self._add_terms(quantity.terms, times)

    def _over(self, denominator: int) -> int:
        """Make the scale a multiple of a denominator: how many of it."""
        scale = self._scale
        if scale % denominator:
            times = denominator // gcd(scale, denominator)
            self._scale = scale = scale * times
            self._constant *= times
            self._terms = _multiplied(self._terms, times)
            self._borrowed = False
        return scale // denominator

    def _add_terms(self, added: Mapping[Leaf, int], times: int) -> None:
        terms = self._terms
        if not terms:
            self._borrowed = times == 1
            self._terms = added if times == 1 else _multiplied(added, times)  # type: ignore[assignment]
            return
        if self._borrowed:
            self._terms = terms = dict(terms)
            self._borrowed = False
        for leaf, term in added.items():
            if leaf in terms:
                terms[leaf] += times * term
                self._cancels = True
            else:
                terms[leaf] = times * term

    def add_missing(self, quantity: Quantity, figures: tuple[str, ...]) -> None:
        """Add a quantity times missing figures: unknown where it is not zero.

        Where the quantity is unknown itself, the product lacks both.
        """
        if not isinstance(quantity, Affine):
            if quantity:
                self._unknown.append(Unknown(None, figures))
            return
        self._unknown.extend(Unknown(leaf, figures) for leaf in _not_zero(quantity))
        self._unknown.extend(
            Unknown(term.leaf, tuple(dict.fromkeys(term.figures + figures)))
            for term in quantity.unknown
        )

    def result(self) -> Quantity:
        """Give the sum: a plain number when nothing is decided and nothing missing."""
        terms = self._terms
        if self._cancels:
            terms = {leaf: term for leaf, term in terms.items() if term}
        if not terms and not self._unknown:
            return ratio(self._constant, self._scale)
        self._borrowed = True
        constant, scale = self._constant, self._scale
        if scale > 1 and (grain := gcd(scale, constant, *terms.values())) > 1:
            constant, scale = constant // grain, scale // grain
            terms = {leaf: term // grain for leaf, term in terms.items()}
        return Affine(terms, constant, tuple(self._unknown), scale, self._plain)


def _multiplied(terms: Mapping[Leaf, int], times: int) -> dict[Leaf, int]:
    return {leaf: times * term for leaf, term in terms.items()}


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
    known = Affine(value.terms, value.constant, plain=value.plain)
    return [Truth(Negation(Comparison(known, Relation.ZERO)))]


def absolute(number: Exact) -> Exact:
    """Give the absolute value of a plain number."""
    return -number if number < 0 else number


def total(quantities: Iterable[Quantity]) -> Quantity:
    """Add up quantities."""
    accumulator = Accumulator()
    for quantity in quantities:
        if quantity:  # most of what is added up is not there
            accumulator.add(quantity, 1)
    return accumulator.result()


def as_affine(quantity: Quantity) -> Affine:
    """Give a quantity as an affine value."""
    if isinstance(quantity, Affine):
        return quantity
    return Affine(constant=quantity.numerator, scale=quantity.denominator, plain=True)
