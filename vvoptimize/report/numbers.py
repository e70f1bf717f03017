"""Numbers as people write them in a language: rounded for the eye, never silently."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.report.catalogue import say, word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vvoptimize.scenario.exact import Exact

NO_BREAK = "\u00a0"
MINUS = "\u2212"
ROUNDED = "≈"

_SEPARATORS = {"nb": (NO_BREAK, ","), "en": (",", ".")}
# Decimals at most, by the unit's first factor.
_PLACES = {"NOK": 0, "min": 1, "km": 1}
_OTHERWISE = 2


def number(value: Exact, lang: str, *, places: int = 2, signed: bool = False) -> str:
    """Write a number with at most so many decimals.

    Rounds half to even, and says so with `≈` where rounding loses something. A number
    nearer zero than one keeps two digits, so nothing is ever rounded to zero.

    Examples
    --------
    >>> number(Fraction(-25, 2), "nb", signed=True), number(Fraction(1, 3), "en")
    ('−12,5', '≈0.33')
    """
    shown = _places(value, places)
    return _written(value, lang, shown, _needed(value, shown), signed=signed)


def column(
    values: Sequence[Exact | None], lang: str, unit: str, *, signed: bool = False
) -> list[str]:
    """Write the numbers of a column with the same number of decimals."""
    shown = [0 if v is None else _places(v, places_of(unit)) for v in values]
    pairs = list(zip(values, shown, strict=True))
    pad = max((_needed(v, p) for v, p in pairs if v is not None), default=0)
    return [
        say(lang, "unknown")
        if v is None
        else _written(v, lang, max(p, pad), pad, signed=signed)
        for v, p in pairs
    ]


def amount(
    value: Exact | None, unit: str | None, lang: str, *, signed: bool = False
) -> str:
    """Write a number with its unit, which a line break cannot part.

    Examples
    --------
    >>> amount(Fraction(1, 2), "FTE", "nb").replace(NO_BREAK, " ")
    '0,5 årsverk'
    """
    unit = unit or "1"
    told = bare(value, unit, lang, signed=signed)
    name = "" if value is None else unit_name(unit, lang, one=value == 1)
    return f"{told}{NO_BREAK}{name}" if name else told


def bare(value: Exact | None, unit: str, lang: str, *, signed: bool = False) -> str:
    """Write a number as its unit asks, without the unit."""
    if value is None:
        return say(lang, "unknown")
    return number(value, lang, places=places_of(unit), signed=signed)


def count(number_of: int, key: str, lang: str, **values: str) -> str:
    """Give the text of `key.one` or `key.many`, in which `{n}` is the number."""
    form = "one" if number_of == 1 else "many"
    return say(lang, f"{key}.{form}", n=number(number_of, lang), **values)


def places_of(unit: str) -> int:
    """Give the decimals at most of a number in a unit."""
    return _PLACES.get(unit.split("/", 1)[0], _OTHERWISE)


def unit_name(unit: str, lang: str, *, one: bool = False) -> str:
    """Give a unit's name; empty for a plain number, a declared unit as it stands.

    Examples
    --------
    >>> unit_name("day/week", "nb"), unit_name("NOK/person/year", "nb")
    ('dager/uke', 'kr/innbygger/år')
    """
    if unit == "1":
        return ""
    above, *below = unit.split("/")
    names = [_factors(above, lang, many=not one), *(_factors(b, lang) for b in below)]
    return "/".join(names).replace(" ", NO_BREAK)


def _factors(text: str, lang: str, *, many: bool = False) -> str:
    return "*".join(_factor(part, lang, many=many) for part in text.split("*"))


def _factor(text: str, lang: str, *, many: bool) -> str:
    name, _, power = text.partition("^")
    known = word(lang, f"unit.{name}.many") if many else None
    told = known or word(lang, f"unit.{name}") or name
    return f"{told}^{power}" if power else told


def _places(value: Exact, places: int) -> int:
    """Give the decimals at most: more where two digits of a small number need them."""
    if isinstance(value, int):
        return places
    above, below = abs(value.numerator), value.denominator
    while 0 < above * 10**places < 10 * below and above < below:
        places += 1
    return places


def _needed(value: Exact, places: int) -> int:
    """Count the decimals that say something, of at most `places`."""
    if isinstance(value, int):
        return 0
    digits = _digits(_rounded(value, places)[0], places)
    return len(digits[len(digits) - places :].rstrip("0")) if places else 0


def _written(value: Exact, lang: str, places: int, pad: int, *, signed: bool) -> str:
    rounded, lost = _rounded(value, places)
    digits = _digits(rounded, places)
    whole, rest = digits[: len(digits) - places], digits[len(digits) - places :]
    thousands, point = _SEPARATORS[lang]
    decimals = rest.rstrip("0").ljust(pad, "0")
    told = _grouped(whole, thousands) + (point + decimals if decimals else "")
    return (ROUNDED if lost else "") + _sign(rounded, signed=signed) + told


def _rounded(value: Exact, places: int) -> tuple[int, bool]:
    """Round half to even; also tell whether that loses something.

    In whole numbers, as fractions are slow.
    """
    below = value.denominator
    whole, rest = divmod(value.numerator * 10**places, below)
    if 2 * rest > below or (2 * rest == below and whole % 2):
        whole += 1
    return whole, rest != 0


def _digits(rounded: int, places: int) -> str:
    return str(abs(rounded)).rjust(places + 1, "0")


def _sign(value: int, *, signed: bool) -> str:
    if value < 0:
        return MINUS
    return "+" if signed and value > 0 else ""


def _grouped(digits: str, separator: str) -> str:
    head = len(digits) % 3
    groups = [digits[:head]] if head else []
    groups += [digits[i : i + 3] for i in range(head, len(digits), 3)]
    return separator.join(groups)
