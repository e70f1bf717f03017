from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from vvoptimize.scenario.exact import ExactNumber, exact, exact_text

DECIMALS = st.decimals(allow_nan=False, allow_infinity=False, places=4)
FRACTIONS = st.fractions(max_denominator=1000)


@given(DECIMALS)
def test_decimal_keeps_its_value_exactly(number):
    assert exact(number) == Fraction(str(number))


@given(FRACTIONS)
def test_whole_numbers_are_ints_and_only_they(number):
    assert isinstance(exact(number), int) == (number.denominator == 1)


@given(DECIMALS)
def test_text_of_a_decimal_reads_back_as_the_same_number(number):
    assert Fraction(exact_text(exact(number))) == Fraction(number)


@given(FRACTIONS)
def test_text_of_any_fraction_reads_back_as_the_same_number(number):
    assert Fraction(exact_text(exact(number))) == number


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (Fraction(5, 2), "2.5"),
        (Fraction(-1, 20), "-0.05"),
        (Fraction(1, 3), "1/3"),
        (Fraction(1, 8), "0.125"),
        (100, "100"),
        (0, "0"),
    ],
)
def test_text_is_a_decimal_when_it_ends(number, text):
    assert exact_text(number) == text


@pytest.mark.parametrize("value", [True, 0.5, "3", None, [], Fraction])
def test_what_is_not_an_exact_number_is_refused(value):
    with pytest.raises(ValidationError, match="decimal"):
        TypeAdapter(ExactNumber).validate_python(value)


def test_decimal_of_a_file_becomes_exact():
    assert TypeAdapter(ExactNumber).validate_python(Decimal("0.10")) == Fraction(1, 10)
