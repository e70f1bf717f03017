"""Units multiply and divide as the algebra of exponents does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vvoptimize.ruleset.units import BASE_UNITS, PLAIN, Unit, UnitError, parse_unit

exponents = st.dictionaries(
    st.sampled_from(BASE_UNITS), st.integers(-3, 3).filter(bool), max_size=4
)
units = exponents.map(lambda powers: Unit(tuple(sorted(powers.items()))))


@given(units, units)
def test_product_is_commutative(a: Unit, b: Unit) -> None:
    assert a.times(b) == b.times(a)


@given(units, units, units)
def test_product_is_associative(a: Unit, b: Unit, c: Unit) -> None:
    assert a.times(b).times(c) == a.times(b.times(c))


@given(units, units)
def test_quotient_undoes_product(a: Unit, b: Unit) -> None:
    assert a.times(b).over(b) == a
    assert a.over(b).times(b) == a


@given(units)
def test_plain_number_changes_nothing(a: Unit) -> None:
    assert a.times(PLAIN) == a == a.over(PLAIN)
    assert a.over(a) == PLAIN


@given(units)
def test_text_is_read_back(a: Unit) -> None:
    assert parse_unit(str(a)) == a


@given(units, units)
def test_quotient_is_product_with_inverse(a: Unit, b: Unit) -> None:
    assert a.over(b) == a.times(PLAIN.over(b))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("1", "1"),
        ("FTE", "FTE"),
        ("NOK/year", "NOK/year"),
        ("NOK / year / person", "NOK/person/year"),
        ("km*km", "km^2"),
        ("km^2/km", "km"),
        ("1/year", "1/year"),
        ("year/year", "1"),
    ],
)
def test_unit_is_read_and_written(text: str, shown: str) -> None:
    assert str(parse_unit(text)) == shown


@pytest.mark.parametrize(
    "text", ["", "FTEs", "NOK//year", "km^0", "km^-1", "2", "km km"]
)
def test_text_that_is_no_unit_is_refused(text: str) -> None:
    with pytest.raises(UnitError):
        parse_unit(text)


def test_declared_unit_is_known() -> None:
    assert str(parse_unit("bed/day", frozenset({"bed", "day"}))) == "bed/day"
