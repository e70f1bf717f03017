from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vvoptimize.report.numbers import amount, column, number, unit_name

EXACT = st.one_of(
    st.integers(-(10**12), 10**12),
    st.fractions(-(10**6), 10**6, max_denominator=1000),
)


def read(told, lang):
    """Return the number that a text shows."""
    thousands, point = {"nb": ("\u00a0", ","), "en": (",", ".")}[lang]
    plain = told.lstrip("≈").replace(thousands, "").replace(point, ".")
    return Fraction(Decimal(plain.replace("−", "-")))


@pytest.mark.parametrize(
    ("value", "nb", "en"),
    [
        (1234567, "1\u00a0234\u00a0567", "1,234,567"),
        (Fraction(12345679, 10), "1\u00a0234\u00a0567,9", "1,234,567.9"),
        (Fraction(-25, 2), "−12,5", "−12.5"),
        (0, "0", "0"),
        (Fraction(1, 3), "≈0,33", "≈0.33"),
        (Fraction(-2, 3), "≈−0,67", "≈−0.67"),
        (Fraction(1, 3000), "≈0,00033", "≈0.00033"),
        (Fraction(5, 1000), "0,005", "0.005"),
        (Fraction(100001, 1000), "≈100", "≈100"),
    ],
)
def test_number_is_written_as_its_language_asks(value, nb, en):
    assert [number(value, "nb"), number(value, "en")] == [nb, en]


@pytest.mark.parametrize(
    ("value", "told"),
    [(Fraction(1225, 1000), "≈1.22"), (Fraction(1235, 1000), "≈1.24")],
)
def test_half_is_rounded_to_even_and_said_to_be_rounded(value, told):
    assert number(value, "en") == told


@given(EXACT, st.sampled_from(["nb", "en"]), st.integers(0, 3))
def test_number_that_is_not_said_to_be_rounded_is_exact(value, lang, places):
    told = number(value, lang, places=places)

    assert (read(told, lang) == value) == (not told.startswith("≈"))


@given(EXACT, st.sampled_from(["nb", "en"]))
def test_rounding_is_nearer_than_a_unit_of_the_last_place(value, lang):
    assert abs(read(number(value, lang), lang) - value) <= Fraction(1, 200)


@given(EXACT.filter(bool))
def test_nothing_is_rounded_to_zero(value):
    assert read(number(value, "en", places=0), "en") != 0


@pytest.mark.parametrize(("value", "told"), [(2, "+2"), (0, "0"), (-2, "−2")])
def test_signed_number_shows_its_sign_unless_it_is_zero(value, told):
    assert number(value, "nb", signed=True) == told


@pytest.mark.parametrize(
    ("value", "unit", "nb", "en"),
    [
        (Fraction(1, 2), "FTE", "0,5 årsverk", "0.5 FTE"),
        (1000, "NOK/year", "1 000 kr/år", "1,000 NOK/year"),
        (Fraction(1001, 2), "NOK/year", "≈500 kr/år", "≈500 NOK/year"),
        (90, "min", "90 min", "90 min"),
        (2, "day/week", "2 dager/uke", "2 days/week"),
        (1, "day/week", "1 dag/uke", "1 day/week"),
        (3, "1", "3", "3"),
        (3, None, "3", "3"),
        (3, "case", "3 case", "3 case"),
        (2, "km^2", "2 km^2", "2 km^2"),
        (None, "FTE", "ukjent", "unknown"),
    ],
)
def test_amount_has_the_unit_in_words(value, unit, nb, en):
    told = [amount(value, unit, lang).replace("\u00a0", " ") for lang in ("nb", "en")]

    assert told == [nb, en]


def test_amount_cannot_be_parted_by_a_line_break():
    assert " " not in amount(1234567, "NOK/person/year", "nb")


def test_plain_number_has_no_unit():
    assert unit_name("1", "nb") == ""


def test_column_has_the_same_number_of_decimals():
    values = (1, Fraction(5, 4), None, Fraction(-1, 3))

    assert column(values, "en", "FTE") == ["1.00", "1.25", "unknown", "≈−0.33"]


def test_column_of_whole_numbers_has_no_decimals():
    assert column([1, -2], "en", "FTE", signed=True) == ["+1", "−2"]


def test_empty_column_is_empty():
    assert column([], "nb", "FTE") == []
