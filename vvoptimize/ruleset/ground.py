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

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vvoptimize.scenario.exact import Exact

Index: TypeAlias = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unknown:
    """A figure nobody has given, times a leaf (or alone, when `leaf` is None)."""

    leaf: Leaf | None
    figures: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Affine:
    """`constant + sum(coefficient * leaf)`, plus unknown terms.

    `terms` maps each leaf to a non-zero coefficient. An atom is its number in
    `Decisions.atoms`, and its value is the whole number of steps that it takes.
    """

    terms: Mapping[Leaf, Exact] = field(default_factory=dict)
    constant: Exact = 0
    unknown: tuple[Unknown, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Cell:
    """One value of a measure, shared by every formula that names it."""

    measure: str
    index: Index
    value: Affine


@dataclass(frozen=True, slots=True, eq=False)
class Least:
    """The smallest of one or more values."""

    values: tuple[Affine, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Greatest:
    """The largest of one or more values."""

    values: tuple[Affine, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Magnitude:
    """The absolute value."""

    value: Affine


@dataclass(frozen=True, slots=True, eq=False)
class Truth:
    """One where the test is true, zero where it is false."""

    test: Test


Leaf: TypeAlias = int | Cell | Least | Greatest | Magnitude | Truth


class Relation(StrEnum):
    """How a value compares with zero."""

    AT_MOST_ZERO = "<= 0"
    BELOW_ZERO = "< 0"
    ZERO = "== 0"


@dataclass(frozen=True, slots=True, eq=False)
class Comparison:
    """The value compared with zero."""

    value: Affine
    relation: Relation


@dataclass(frozen=True, slots=True, eq=False)
class Conjunction:
    """True where every test is; an empty one is true."""

    tests: tuple[Test, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Disjunction:
    """True where some test is; an empty one is false."""

    tests: tuple[Test, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Negation:
    """True where the test is false."""

    test: Test


@dataclass(frozen=True, slots=True, eq=False)
class Certain:
    """True or false whatever is decided."""

    value: bool


@dataclass(frozen=True, slots=True, eq=False)
class Undetermined:
    """Neither, whatever is decided: data that the test needs is missing."""

    figures: tuple[str, ...]


Test: TypeAlias = (
    Comparison | Conjunction | Disjunction | Negation | Certain | Undetermined
)
