"""The ground form of rules: the one thing that both readings read.

A rule text is unrolled into instances, and every formula into the few node kinds below.
Numbers are affine combinations of leaves; truth is built of comparisons. The evaluation
reads these nodes with the values of one assignment; the solver reads them as
constraints. Neither sees anything else of a rule.

A figure that nobody has published is not a number. It is kept as an `Unknown` term,
`figure * leaf`: where the leaf is zero the term is zero whatever the figure, elsewhere
the sum is unknown. Truth is three-valued accordingly (Kleene).
"""

from __future__ import annotations

from dataclasses import field
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from vvoptimize.classes import node

if TYPE_CHECKING:
    from collections.abc import Mapping

Index: TypeAlias = tuple[str, ...]


@node
class Unknown:
    """A figure nobody has given, times a leaf (or alone, when `leaf` is None)."""

    leaf: Leaf | None
    figures: tuple[str, ...]


@node
class Affine:
    """`(constant + sum(coefficient * leaf)) / scale`, plus unknown terms.

    An atom is its number in `Decisions.atoms`, and its value is the whole number of
    steps that it takes.

    Attributes
    ----------
    terms
        Whole, non-zero coefficient of each leaf.
    scale
        Whole and positive: what makes all coefficients and the constant whole.
    plain
        Whether every leaf is known to be an atom.
    """

    terms: Mapping[Leaf, int] = field(default_factory=dict)
    constant: int = 0
    unknown: tuple[Unknown, ...] = ()
    scale: int = 1
    plain: bool = False


@node
class Cell:
    """One value of a measure, shared by every formula that names it."""

    measure: str
    index: Index
    value: Affine


@node
class Least:
    """The smallest of one or more values."""

    values: tuple[Affine, ...]


@node
class Greatest:
    """The largest of one or more values."""

    values: tuple[Affine, ...]


@node
class Magnitude:
    """The absolute value."""

    value: Affine


@node
class Truth:
    """One where the test is true, zero where it is false."""

    test: Test


Leaf: TypeAlias = int | Cell | Least | Greatest | Magnitude | Truth


class Relation(StrEnum):
    """How a value compares with zero."""

    AT_MOST_ZERO = "<= 0"
    BELOW_ZERO = "< 0"
    ZERO = "== 0"


@node
class Comparison:
    """The value compared with zero."""

    value: Affine
    relation: Relation


@node
class Conjunction:
    """True where every test is; an empty one is true."""

    tests: tuple[Test, ...]


@node
class Disjunction:
    """True where some test is; an empty one is false."""

    tests: tuple[Test, ...]


@node
class Negation:
    """True where the test is false."""

    test: Test


@node
class Certain:
    """True or false whatever is decided."""

    value: bool


@node
class Undetermined:
    """Neither, whatever is decided: data that the test needs is missing."""

    figures: tuple[str, ...]


Test: TypeAlias = (
    Comparison | Conjunction | Disjunction | Negation | Certain | Undetermined
)
