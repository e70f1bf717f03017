"""Whole levels that tell values apart, as fine as they differ or as matters."""

from __future__ import annotations

import math
from fractions import Fraction
from typing import TYPE_CHECKING

from vvoptimize.classes import record
from vvoptimize.cpsat.form import Form, common_scale, total
from vvoptimize.ruleset.ground import Relation
from vvoptimize.scenario.exact import exact

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vvoptimize.cpsat.builder import Builder
    from vvoptimize.scenario.exact import Exact


@record
class Levels:
    """Values as whole levels: level `v` stands for `origin + v * unit` and up.

    Attributes
    ----------
    forms
        Of each value, with its level as numerator.
    coarse
        Whether values of the same level may differ.
    """

    forms: tuple[Form, ...]
    origin: Exact
    unit: Exact
    coarse: bool

    def ceiling(self, level: int) -> Exact:
        """Give the number that no value of this level exceeds."""
        above = level + 1 if self.coarse else level
        return exact(Fraction(self.origin + above * self.unit))


def levels(builder: Builder, forms: Sequence[Form], step: Exact | None) -> Levels:
    """Cut values into levels of one step, or of their common grid when step is None."""
    if step is None:
        return _grid(builder, forms)
    floors = [steps_of(builder, form.times(-1), step).times(-1) for form in forms]
    return Levels(tuple(floors), 0, step, coarse=True)


def steps_of(builder: Builder, form: Form, step: Exact) -> Form:
    """Count the steps in a value, a started one as whole."""
    parts = form.times(step.denominator)
    size = step.numerator * form.scale
    low, high = -(-parts.low // size), -(-parts.high // size)
    if not parts.terms:
        return Form({}, high, 1, high, high)
    number = builder.new(low, high, lambda values: -(-parts.at(values) // size))
    # Between zero and one step is missing: size * n - size < value <= size * n.
    steps = Form({number: -size}, 0, 1, -size * high, -size * low)
    missing = total(
        [Form(parts.terms, parts.constant, 1, parts.low, parts.high), steps]
    )
    builder.require(missing, Relation.AT_MOST_ZERO)
    builder.require(missing.plus(size).times(-1), Relation.BELOW_ZERO)
    return Form({number: 1}, 0, 1, low, high)


def _grid(builder: Builder, forms: Sequence[Form]) -> Levels:
    scale = common_scale(forms)
    parts = [builder.single(form).rescaled(scale) for form in forms]
    origin = parts[0].constant
    apart = [part.constant - origin for part in parts]
    grain = math.gcd(*apart, *[term for part in parts for term in part.terms.values()])
    grain = grain or 1
    return Levels(
        tuple(_divided(part.plus(-origin), grain) for part in parts),
        exact(Fraction(origin, scale)),
        exact(Fraction(grain, scale)),
        coarse=False,
    )


def _divided(form: Form, grain: int) -> Form:
    terms = {number: term // grain for number, term in form.terms.items()}
    low, high = -(-form.low // grain), form.high // grain
    return Form(terms, form.constant // grain, 1, low, high)
