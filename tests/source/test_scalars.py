from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vvoptimize.source.scalars import RefusedNumber, resolve

TEXTS = [
    "NO", "no", "yes", "on", "ja", "0301", "007.5", "-01", "12:30:45", "1_000", "1 000",
    "2022-01-01", "0x1F", "0o17", "1,5", "inf", "nan", "Infinity", "1e", "e5", ".", "-",
    "+", "--1", "1.2.3", "٣", "½", "1e5x", "TRue", "Nil", "+.", "-.e5",
]  # fmt: skip


@pytest.mark.parametrize("text", TEXTS)
def test_what_is_no_plain_number_is_text(text: str) -> None:
    assert resolve(text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", None), ("~", None), ("null", None), ("true", True), ("False", False),
        ("0", 0), ("-0", 0), ("+5", 5), ("28", 28), ("-17", -17),
        ("1000000000000", 10**12), ("0.30", Decimal("0.30")), ("-.5", Decimal("-0.5")),
        ("5.", Decimal(5)), ("1e3", Decimal(1000)), ("2.5E-2", Decimal("0.025")),
        ("0e999999999", Decimal(0)), ("0.000001", Decimal("0.000001")),
    ],
)  # fmt: skip
def test_core_scalars_have_exact_values(text: str, expected: object) -> None:
    value = resolve(text)

    assert value == expected
    assert type(value) is type(expected)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("1e308", "VV125"), ("1000000000001", "VV125"), ("0.0000009", "VV125"),
        ("-1e12345678", "VV125"), ("1e-99999", "VV125"), ("1e99999999999999", "VV125"),
        ("1234567890123456", "VV126"), ("0.1234567890123456", "VV126"),
        (".inf", "VV127"), ("-.Inf", "VV127"), (".nan", "VV127"),
    ],
)  # fmt: skip
def test_odd_numbers_are_refused(text: str, code: str) -> None:
    assert resolve(text) == RefusedNumber(code)


@given(st.integers(-(10**12), 10**12))
def test_whole_number_comes_back(number: int) -> None:
    assert resolve(str(number)) == number


@given(st.decimals(-(10**6), 10**6, places=6).filter(bool))
def test_decimal_comes_back_exactly(number: Decimal) -> None:
    text = f"{number:f}"

    assert resolve(text) == number
    assert str(resolve(text)) == str(Decimal(text))


@given(st.text())
def test_any_text_has_a_value(text: str) -> None:
    value = resolve(text)

    assert isinstance(value, str | int | Decimal | RefusedNumber | None)
    assert not isinstance(value, str) or value == text
