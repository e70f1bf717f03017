"""Random ground nodes over a few atoms."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import strategies as st

from tests.cpsat.models import affine
from vvoptimize.ruleset import ground as g

UPPERS = (1, 1, 1, 2)
COEFFICIENTS = (-2, -1, 1, 2, 3, Fraction(1, 2), Fraction(-3, 2), Fraction(1, 3))
FIGURES = ("population",)

numbers = st.integers(0, len(UPPERS) - 1)


def leaves(depth: int) -> st.SearchStrategy[g.Leaf]:
    if depth == 0:
        return numbers
    values = affines(depth - 1)
    several = st.lists(values, min_size=1, max_size=3).map(tuple)
    return st.one_of(
        numbers,
        numbers,
        values.map(lambda value: g.Cell("measure", (), value)),
        several.map(g.Least),
        several.map(g.Greatest),
        values.map(g.Magnitude),
        tests(depth - 1).map(g.Truth),
    )


def affines(depth: int) -> st.SearchStrategy[g.Affine]:
    terms = st.dictionaries(leaves(depth), st.sampled_from(COEFFICIENTS), max_size=5)
    constants = st.one_of(st.integers(-3, 3), st.just(Fraction(1, 2)))
    missing = st.one_of(
        st.just(()),
        st.just(()),
        st.just(()),
        st.one_of(numbers, leaves(depth), st.none()).map(
            lambda leaf: (g.Unknown(leaf, FIGURES),)
        ),
    )
    return st.builds(affine, terms, constants, missing, plain=st.booleans())


def tests(depth: int) -> st.SearchStrategy[g.Test]:
    comparisons = st.builds(
        g.Comparison, affines(depth), st.sampled_from(list(g.Relation))
    )
    if depth == 0:
        return comparisons
    several = st.lists(tests(depth - 1), max_size=3).map(tuple)
    return st.one_of(
        comparisons,
        comparisons,
        several.map(g.Conjunction),
        several.map(g.Disjunction),
        tests(depth - 1).map(g.Negation),
        st.booleans().map(g.Certain),
        st.just(g.Undetermined(FIGURES)),
    )
