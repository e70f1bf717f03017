from fractions import Fraction

from tests.cpsat.models import affine, exactly
from vvoptimize.ruleset.ground import Cell, Greatest, Least, Magnitude, Truth
from vvoptimize.ruleset.intervals import LARGEST, Interval, Intervals

HALF = Fraction(1, 2)
BOUNDS = Intervals([1, 1, 4])
SMALL = affine({0: 3, 1: -HALF, 2: Fraction(1, 3)}, Fraction(1, 4))


def test_atoms_range_from_zero_to_their_upper():
    assert BOUNDS.of(SMALL) == Interval(-3, 55, 12)
    assert BOUNDS.of(affine({0: 2, 2: 5}, -1)) == Interval(-1, 21, 1)
    assert BOUNDS.of(affine({}, HALF)) == Interval(1, 1, 2)


def test_shared_values_and_truths_keep_their_bounds():
    cell = Cell("c", (), SMALL)
    truth = Truth(exactly(SMALL))

    assert BOUNDS.of(affine({cell: -2, truth: 7})) == Interval(-110, 90, 12)


def test_least_and_greatest_take_the_least_and_greatest_of_both_ends():
    values = (affine({2: 1}, -1), affine({0: 1}, HALF))

    assert BOUNDS.of_leaf(Least(values)) == Interval(-2, 3, 2)
    assert BOUNDS.of_leaf(Greatest(values)) == Interval(1, 6, 2)


def test_a_magnitude_is_never_negative():
    assert BOUNDS.of_leaf(Magnitude(affine({2: 1}, -3))) == Interval(0, 3)
    assert BOUNDS.of_leaf(Magnitude(affine({2: 1}, 2))) == Interval(2, 6)
    assert BOUNDS.of_leaf(Magnitude(affine({2: -1}, -2))) == Interval(2, 6)
    assert BOUNDS.of_leaf(2) == Interval(0, 4)


def test_what_fits_the_solver_is_a_matter_of_scale_and_width():
    assert Interval(0, LARGEST - 1).fits
    assert not Interval(0, LARGEST).fits
    assert not Interval(-(LARGEST // 2), LARGEST // 2).fits
    assert not Interval(0, LARGEST // 2, 2).over(4).fits
    assert Interval(-5, -1, 8).fits
