"""Exact numbers: whole numbers and fractions, never floats."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Annotated, TypeAlias

from pydantic import PlainValidator, WithJsonSchema
from pydantic_core import PydanticKnownError

Exact: TypeAlias = int | Fraction


def exact(number: int | Fraction | Decimal) -> Exact:
    """Give the same number as an `int` when it is whole, else as a `Fraction`.

    Parameters
    ----------
    number
        Any exact number; a decimal is read as it is written.

    Examples
    --------
    >>> exact(Decimal("2.50"))
    Fraction(5, 2)
    >>> exact(Decimal("3.0"))
    3
    """
    if isinstance(number, int):
        return number
    if type(number) is Fraction:
        return number.numerator if number.denominator == 1 else number
    return _as_written(number)


# A table of staff holds the same few decimals again and again, and fractions are slow.
@lru_cache(maxsize=1024)
def _as_written(number: Fraction | Decimal) -> Exact:
    numerator, denominator = number.as_integer_ratio()
    return numerator if denominator == 1 else Fraction(numerator, denominator)


def exact_text(number: Exact) -> str:
    """Write a number as people do: a decimal when it ends, else a fraction.

    Examples
    --------
    >>> exact_text(Fraction(5, 2)), exact_text(Fraction(-1, 3)), exact_text(7)
    ('2.5', '-1/3', '7')
    """
    number = Fraction(number)
    places = _decimal_places(number.denominator)
    if places is None:
        return f"{number.numerator}/{number.denominator}"
    digits = str(abs(number.numerator) * 10**places // number.denominator)
    digits = digits.rjust(places + 1, "0")
    sign = "-" if number < 0 else ""
    whole, rest = digits[: len(digits) - places], digits[len(digits) - places :]
    return f"{sign}{whole}.{rest}" if rest else f"{sign}{whole}"


def _decimal_places(denominator: int) -> int | None:
    """Count the decimals needed by a fraction, `None` when it never ends."""
    counts = dict.fromkeys((2, 5), 0)
    for prime in counts:
        while denominator % prime == 0:
            denominator //= prime
            counts[prime] += 1
    return max(counts.values()) if denominator == 1 else None


def read_number(value: object) -> Exact:
    """Accept an exact number from a file or from Python; refuse all else."""
    if isinstance(value, int | Fraction | Decimal) and not isinstance(value, bool):
        return exact(value)
    raise PydanticKnownError("decimal_type")


ExactNumber = Annotated[
    Exact, PlainValidator(read_number), WithJsonSchema({"type": "number"})
]
