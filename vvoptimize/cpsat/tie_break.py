"""After the last objective: a published order leaves exactly one assignment."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from vvoptimize.cpsat.form import Form, total
from vvoptimize.cpsat.stages import Draft
from vvoptimize.solution.stages import Outcome, StageKind, StageResult

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vvoptimize.cpsat.hunt import Hunt
    from vvoptimize.ruleset.instances import TieBreak

LARGEST_CHUNK = 2**40


@dataclass(frozen=True, slots=True)
class BreakTie:
    """Make digits as small as can be, the first before the second, and so on."""

    tie: TieBreak

    @property
    def result(self) -> StageResult:
        """The tie-break's id and unit."""
        return StageResult(
            self.tie.tie_break_id, StageKind.TIE_BREAK, Outcome.UNKNOWN, self.tie.unit
        )

    def run(self, hunt: Hunt) -> Draft:
        """Minimise as many digits at a time as fit one number."""
        # An unknown figure has no say in a tie-break.
        digits = [replace(hunt.lowering.form(d), known=()) for d in self.tie.digits]
        reported = (digits[0],) if len(digits) == 1 else ()
        for number in packed([digit for digit in digits if digit.terms]):
            outcome, _ = hunt.minimise(number)
            if outcome is not Outcome.OPTIMAL:
                return Draft(replace(self.result, outcome=outcome), reported)
        return Draft(replace(self.result, outcome=Outcome.OPTIMAL), reported)


def packed(digits: Sequence[Form]) -> Iterator[Form]:
    """Write digits as few numbers, most significant first, each below 2^40."""
    chunk: list[Form] = []
    size = 1
    for digit in digits:
        width = digit.high - digit.low + 1
        if chunk and size * width > LARGEST_CHUNK:
            yield _number(chunk)
            chunk, size = [], 1
        chunk.append(digit)
        size *= width
    if chunk:
        yield _number(chunk)


def _number(digits: Sequence[Form]) -> Form:
    """Write digits as one number in mixed radix."""
    weight, parts = 1, []
    for digit in reversed(digits):
        parts.append(replace(digit.plus(-digit.low), scale=1).times(weight))
        weight *= digit.high - digit.low + 1
    return total(parts)
