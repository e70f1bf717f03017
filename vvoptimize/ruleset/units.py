"""Units of measurement: algebra to check a formula before any number is known."""

from __future__ import annotations

import re
from collections import Counter

from vvoptimize.classes import record

BASE_UNITS = ("FTE", "NOK", "year", "min", "km", "person", "employee", "day", "week")
_FACTOR = re.compile(r"([A-Za-z][A-Za-z0-9_]*)(?:\^([1-9][0-9]?))?")


class UnitError(ValueError):
    """A unit's text that cannot be read; `unit` is the part at fault."""

    def __init__(self, unit: str) -> None:
        super().__init__(unit)
        self.unit = unit


@record
class Unit:
    """A product of base units with whole exponents; empty for a plain number.

    Examples
    --------
    >>> str(parse_unit("NOK/year").over(parse_unit("person")))
    'NOK/person/year'
    """

    exponents: tuple[tuple[str, int], ...] = ()

    def times(self, other: Unit) -> Unit:
        """Give the unit of a product."""
        return _unit(Counter(dict(self.exponents)), dict(other.exponents), 1)

    def over(self, other: Unit) -> Unit:
        """Give the unit of a quotient."""
        return _unit(Counter(dict(self.exponents)), dict(other.exponents), -1)

    def __str__(self) -> str:
        above = [_power(name, power) for name, power in self.exponents if power > 0]
        below = [_power(name, -power) for name, power in self.exponents if power < 0]
        return "/".join(["*".join(above) or "1", *below])


PLAIN = Unit()


def parse_unit(text: str, known: frozenset[str] = frozenset(BASE_UNITS)) -> Unit:
    """Read a unit such as `FTE`, `NOK/year`, `day/week`, `km^2` or `1`.

    Raises
    ------
    UnitError
        If a part is not one of the `known` base units.
    """
    exponents: Counter[str] = Counter()
    for position, part in enumerate(text.split("/")):
        for factor in part.split("*"):
            _count(factor.strip(), known, exponents, -1 if position else 1)
    return _unit(exponents, {}, 1)


def _count(factor: str, known: frozenset[str], into: Counter[str], sign: int) -> None:
    if factor == "1":
        return
    match = _FACTOR.fullmatch(factor)
    if match is None or match[1] not in known:
        raise UnitError(factor)
    into[match[1]] += sign * int(match[2] or 1)


def _unit(exponents: Counter[str], other: dict[str, int], sign: int) -> Unit:
    for name, power in other.items():
        exponents[name] += sign * power
    return Unit(tuple(sorted((n, p) for n, p in exponents.items() if p)))


def _power(name: str, power: int) -> str:
    return name if power == 1 else f"{name}^{power}"
