"""Scalars as YAML 1.2's core schema reads them, with numbers exact.

PyYAML's own rules are those of YAML 1.1, which turn `NO` into false, `0301` into 193
and `12:30:45` into 45045; here all of these are text.
"""

import re
from decimal import Decimal

from vvoptimize.classes import record

MAX_DIGITS = 15
LARGEST = Decimal("1e12")
SMALLEST = Decimal("1e-6")

_WORDS: dict[str, bool | None] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True,
    "false": False, "False": False, "FALSE": False,
}  # fmt: skip
_NUMBER_START = frozenset("+-.0123456789")
# A leading zero makes it text: 0301 is a municipality's number, not a quantity.
_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]*)")
_DECIMAL = re.compile(
    r"[-+]?((0|[1-9][0-9]*)(\.[0-9]*)?|\.[0-9]+)([eE][-+]?[0-9]+)?", re.ASCII
)
# What nearly all numbers look like: neither too long, too large nor too small.
_USUAL_INTEGER = re.compile(r"0|[1-9][0-9]{0,11}")
_USUAL_DECIMAL = re.compile(r"(?:0|[1-9][0-9]{0,8})\.[0-9]{1,6}")
_NOT_FINITE = re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")

Scalar = str | int | Decimal | bool | None


@record
class RefusedNumber:
    """A number that cannot be used, and the code of the problem that says why."""

    code: str


def resolve(text: str) -> Scalar | RefusedNumber:
    """The value of a plain (unquoted) scalar.

    Examples
    --------
    >>> resolve("NO"), resolve("0301"), resolve("12:30:45"), resolve("1_000")
    ('NO', '0301', '12:30:45', '1_000')
    >>> resolve("28"), resolve("0.30"), resolve("true"), resolve("~")
    (28, Decimal('0.30'), True, None)
    """
    if text in _WORDS:
        return _WORDS[text]
    if text[0] not in _NUMBER_START:
        return text
    if _USUAL_INTEGER.fullmatch(text):
        return int(text)
    if _USUAL_DECIMAL.fullmatch(text):
        return Decimal(text) or Decimal(0)
    if _INTEGER.fullmatch(text):
        return _integer(text)
    if _DECIMAL.fullmatch(text):
        return _decimal(text)
    return RefusedNumber("VV127") if _NOT_FINITE.fullmatch(text) else text


def _integer(text: str) -> int | RefusedNumber:
    # Converting is quadratic in length, so the digits are counted first.
    if len(text.lstrip("+-")) > MAX_DIGITS:
        return RefusedNumber("VV126")
    number = int(text)
    return number if abs(number) <= LARGEST else RefusedNumber("VV125")


def _decimal(text: str) -> Decimal | RefusedNumber:
    mantissa, _, exponent = text.lower().partition("e")
    digits = mantissa.lstrip("+-").replace(".", "").lstrip("0")
    if len(digits) > MAX_DIGITS:
        return RefusedNumber("VV126")
    if not digits:
        return Decimal(0)
    if len(exponent) > 4:  # far outside the range, and slow for Decimal to compare
        return RefusedNumber("VV125")
    number = Decimal(text)
    in_range = SMALLEST <= abs(number) <= LARGEST
    return number if in_range else RefusedNumber("VV125")
