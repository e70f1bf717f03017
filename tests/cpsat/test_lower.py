"""Lowered tests and values mean what they say, in every assignment."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings

from tests.cpsat import strategies
from tests.cpsat.models import affine, atoms, exactly, model, not_negative, solutions
from tests.cpsat.reference import assignments, truth_of, value_of
from vvoptimize.cpsat.builder import Builder
from vvoptimize.cpsat.form import truth
from vvoptimize.cpsat.lower import Lowering
from vvoptimize.errors import InternalError
from vvoptimize.ruleset import ground as g

UPPERS = strategies.UPPERS
EVERY = list(assignments(atoms(*UPPERS)))


def shared(value: g.Affine) -> Lowering:
    """A lowering in which cells of the value are shared, so that they get variables."""
    tests = [exactly(value), not_negative(value)]
    lowering = Lowering(model(UPPERS, instances=[]))
    lowering._uses.update(cell for test in tests for cell in cells(test.value))
    lowering._uses.update(cell for test in tests for cell in cells(test.value))
    return lowering


def cells(value: g.Affine) -> list[g.Cell]:
    return [leaf for leaf in value.terms if isinstance(leaf, g.Cell)]


def check_reified(test: g.Test) -> None:
    """One completion for each assignment, and both literals exact in it."""
    lowering = Lowering(model(UPPERS))
    verdict = lowering.verdict(test)
    found = solutions(lowering.builder)
    assert [tuple(values[: len(UPPERS)]) for values in found] == EVERY
    for values in found:
        literals = truth(verdict.is_true, values), truth(verdict.is_false, values)
        expected = truth_of(test, tuple(values[: len(UPPERS)]))
        assert literals == (expected is True, expected is False)
        assert lowering.builder.complete(values[: len(UPPERS)]) == values


@settings(max_examples=150)
@given(strategies.tests(2))
def test_reified_literals_match_the_reference_in_both_directions(test):
    check_reified(test)


@settings(max_examples=100)
@given(strategies.tests(2))
def test_a_required_test_excludes_exactly_where_it_is_false(test):
    lowering = Lowering(model(UPPERS))

    lowering.require(test)

    found = {tuple(values[: len(UPPERS)]) for values in solutions(lowering.builder)}
    assert found == {v for v in EVERY if truth_of(test, v) is not False}


@settings(max_examples=60)
@given(strategies.tests(2))
def test_a_test_under_a_literal_binds_only_where_it_is_true(test):
    lowering = Lowering(model(UPPERS))

    lowering.require(test, (0, ~1))

    found = {tuple(values[: len(UPPERS)]) for values in solutions(lowering.builder)}
    assert found == {
        v for v in EVERY if not (v[0] and not v[1]) or truth_of(test, v) is not False
    }


@settings(max_examples=100)
@given(strategies.affines(2))
def test_values_match_the_reference_and_keep_their_bounds(value):
    lowering = shared(value)
    form = lowering.form(value)

    for atoms_ in EVERY:
        values = lowering.builder.complete(atoms_)
        known = all(truth(literal, values) for literal in form.known)
        assert value_of(value, atoms_) == (form.value(values) if known else None)
        assert form.low <= form.at(values) <= form.high
    assert len(solutions(lowering.builder)) == len(EVERY)


SUM = g.Comparison(g.Affine({0: 2, 1: 1, 2: -3, 3: 1}, -1), g.Relation.AT_MOST_ZERO)


@pytest.mark.parametrize("direction", ["_when_true", "_when_false"])
def test_a_planted_half_reification_is_caught(monkeypatch, direction):
    check_reified(SUM)
    monkeypatch.setattr(Builder, direction, lambda *_: None)

    with pytest.raises(AssertionError):
        check_reified(SUM)


def test_a_shared_cell_becomes_one_variable_and_a_small_or_lone_one_none():
    wide = g.Cell("wide", (), g.Affine({0: 2, 1: 2, 2: 4, 3: 2, 4: 6}, 1))
    lone = g.Cell("lone", (), g.Affine({0: 1, 1: 1, 2: 1, 3: 1, 4: 1}))
    small = g.Cell("small", (), g.Affine({0: 1, 1: 1}))
    values = [g.Affine({wide: 1, small: 1}), g.Affine({wide: 1, small: 1, lone: 1})]
    lowering = Lowering(model([1] * 5, structure=map(not_negative, values)))

    before = len(lowering.builder.variables)
    form = lowering.form(affine({wide: Fraction(1, 2)}))

    assert len(lowering.builder.variables) == before == 5 + 1 + 1
    # On the coarsest grid: wide = 1 + 2 * variable.
    assert dict(form.terms) == {6: 2}
    assert (form.constant, form.scale) == (1, 2)


def test_a_single_yes_or_no_is_its_own_literal():
    lowering = Lowering(model([1, 1]))

    hosted = lowering.verdict(exactly(g.Affine({0: 1}, -1)))
    not_hosted = lowering.verdict(exactly(g.Affine({1: 5})))

    assert hosted == (0, ~0)
    assert not_hosted == (~1, 1)


def test_a_number_too_large_for_the_solver_is_refused():
    lowering = Lowering(model([1, 1]))

    with pytest.raises(InternalError):
        lowering.builder.single(lowering.form(g.Affine({0: 2**61, 1: 2**61 + 1})))
