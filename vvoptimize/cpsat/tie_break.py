"""Tie-breaks: the stages that make the answer unique."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from vvoptimize.classes import record
from vvoptimize.cpsat.form import Form, total
from vvoptimize.cpsat.stages import Draft
from vvoptimize.ruleset.ground import Relation
from vvoptimize.solution.stages import Outcome, StageKind, StageResult

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from vvoptimize.cpsat.builder import Builder
    from vvoptimize.cpsat.form import Literal
    from vvoptimize.cpsat.hunt import Hunt
    from vvoptimize.ruleset.instances import TieBreak

CHUNK = 2**40
"""Digits are packed into one number as long as it has fewer values than this."""


@record
class BreakTie:
    """One tie-break: the smallest digits, the first before the second, and so on."""

    tie_break: TieBreak

    @property
    def result(self) -> StageResult:
        """The tie-break's id and unit."""
        return StageResult(
            self.tie_break.tie_break_id,
            StageKind.TIE_BREAK,
            Outcome.UNKNOWN,
            self.tie_break.unit,
            missing=self.tie_break.missing,
        )

    def run(self, hunt: Hunt) -> Draft:
        """Minimise chunk by chunk; now and then ask whether the rest is settled."""
        forms = tuple(hunt.lowering.form(digit) for digit in self.tie_break.digits)
        outcome = _minimise_all(hunt, pack([digit_of(form) for form in forms]))
        shown = forms if len(forms) == 1 else ()
        return Draft(replace(self.result, outcome=outcome), shown)


def _minimise_all(hunt: Hunt, chunks: Sequence[Chunk]) -> Outcome:
    check = 0
    for position, chunk in enumerate(chunks):
        rest = chunks[position:]
        # Asked at chunks 0, 1, 3, 7, ...: it costs little, and mostly ends the matter.
        if position == check and len(rest) > 1:
            check = 2 * check + 1
            if _settled(hunt, [digit for chunk in rest for digit in chunk.digits]):
                _lock(hunt, rest)
                return Outcome.OPTIMAL
        outcome, _ = hunt.minimise(chunk.number)
        if outcome is not Outcome.OPTIMAL:
            return outcome
    return Outcome.OPTIMAL


def _settled(hunt: Hunt, digits: Sequence[Form]) -> bool:
    """Tell whether no assignment has smaller digits; where one has, keep it."""
    values = hunt.full()
    question = hunt.question()
    smaller = _smaller(question, digits, [digit.at(values) for digit in digits])
    question.require_one(smaller)
    answer = hunt.ask(question)
    if answer.values is not None:
        hunt.incumbent = answer.values
    return answer.outcome is Outcome.INFEASIBLE


def _smaller(
    question: Builder, digits: Sequence[Form], values: Sequence[int]
) -> list[Literal]:
    """Give literals that say: equal up to some digit, and smaller there."""
    places: list[Literal] = []
    equal_before = question.true
    equal_since: list[Literal] = []
    for digit, value in zip(digits, values, strict=True):
        above = digit.plus(-value)
        if value > digit.low:
            equal_before = question.both([equal_before, *equal_since])
            equal_since = []
            less = question.holds(above, Relation.BELOW_ZERO)
            places.append(question.both([equal_before, less]))
        equal_since.append(question.holds(above, Relation.ZERO))
    return places


def _lock(hunt: Hunt, chunks: Sequence[Chunk]) -> None:
    values = hunt.full()
    for chunk in chunks:
        for digit in chunk.digits:
            hunt.builder.require(digit.plus(-digit.at(values)), Relation.ZERO)


@record
class Chunk:
    """Consecutive digits, and the one number that orders them the same way."""

    digits: tuple[Form, ...]
    number: Form


def digit_of(form: Form) -> Form:
    """Count a value from zero on its own grid; a missing figure has no say in it."""
    grain = math.gcd(*form.terms.values()) or 1
    terms = {number: term // grain for number, term in form.terms.items()}
    low = -((form.constant - form.low) // grain)
    high = (form.high - form.constant) // grain
    return Form(terms, -low, 1, 0, high - low)


def pack(digits: Iterable[Form]) -> list[Chunk]:
    """Pack digits, mixed-radix, into few numbers; those of one value drop out."""
    chunks: list[Chunk] = []
    packed: list[Form] = []
    for digit in digits:
        if digit.high == 0:
            continue
        if packed and _places([*packed, digit]) > CHUNK:
            chunks.append(_chunk(packed))
            packed = []
        packed.append(digit)
    return [*chunks, _chunk(packed)] if packed else chunks


def _places(digits: Sequence[Form]) -> int:
    return math.prod(digit.high + 1 for digit in digits)


def _chunk(digits: Sequence[Form]) -> Chunk:
    weighted: list[Form] = []
    weight = 1
    for digit in reversed(digits):
        weighted.append(digit.times(weight))
        weight *= digit.high + 1
    return Chunk(tuple(digits), total(weighted))
