"""Functions over sets: many cases of a column made one."""

from __future__ import annotations

from itertools import compress
from typing import TYPE_CHECKING

from vvoptimize.classes import NamedTuple
from vvoptimize.ruleset.columns.arithmetic import product
from vvoptimize.ruleset.columns.column import FAULT, UNTOLD, Column, joined_doubt
from vvoptimize.ruleset.columns.truths import is_false, opposite, some

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from vvoptimize.ruleset.columns.column import Doubt
    from vvoptimize.scenario.exact import Exact


class Runs(NamedTuple):
    """How many cases of a larger frame, one after the other, belong to each case."""

    cases: int
    size: int

    def of(self, numbers: Sequence[Exact]) -> Iterator[Sequence[Exact]]:
        """Give the numbers of each run."""
        size = self.size
        return (numbers[i * size : (i + 1) * size] for i in range(self.cases))

    def doubt(self, doubt: Doubt) -> Doubt:
        """Join what is lacked within each run."""
        found: dict[int, dict[str, None]] = {}
        for place in sorted(doubt):
            run = found.setdefault(place // self.size, {})
            run.update(dict.fromkeys(doubt[place]))
        return {run: tuple(figures) for run, figures in found.items()}


def _of_chosen(column: Column, chosen: Column | None) -> Column:
    """Leave out what is lacked where nothing is asked of a case."""
    if chosen is None or not column.doubt:
        return column
    asked = column.doubt.items()
    doubt = {i: told for i, told in asked if not is_false(chosen, i)}
    return column._replace(doubt=doubt)


def totals(column: Column, chosen: Column | None, runs: Runs) -> Column:
    """Add up each run, what of it is chosen."""
    asked = _of_chosen(column, chosen)
    counted = asked if chosen is None else product(chosen, asked)
    numbers = list(map(sum, runs.of(counted.numbers)))
    return Column(numbers, counted.scale, runs.doubt(counted.doubt))


def extremes(
    choose: Callable[..., Exact | None],
    column: Column,
    chosen: Column | None,
    runs: Runs,
) -> Column:
    """Give the extreme of each run; in doubt where nothing of it is chosen."""
    counted: Iterable[Iterable[Exact]] = runs.of(column.numbers)
    doubt = _of_chosen(column, chosen).doubt
    if chosen is not None:
        counted = map(compress, counted, runs.of(chosen.numbers))
        doubt = joined_doubt([chosen.doubt, doubt])
    found = [choose(numbers, default=None) for numbers in counted]
    empty = {run: UNTOLD for run, number in enumerate(found) if number is None}
    return Column(
        [number or 0 for number in found], column.scale, {**empty, **runs.doubt(doubt)}
    )


def all_of(truth: Column, chosen: Column | None, runs: Runs) -> Column:
    """Tell of each run whether all that is chosen is true."""
    asked = _of_chosen(truth, chosen)
    asked = asked if chosen is None else some([opposite(chosen), asked])
    known = asked.numbers
    if asked.doubt:  # what is in doubt does not make it false
        known = [one or i in asked.doubt for i, one in enumerate(known)]
    numbers = list(map(all, runs.of(known)))
    doubt = runs.doubt(asked.doubt)
    open_ = {run: told for run, told in doubt.items() if numbers[run] or FAULT in told}
    return Column(numbers, 1, open_)


def any_of(truth: Column, chosen: Column | None, runs: Runs) -> Column:
    """Tell of each run whether something that is chosen is true."""
    return opposite(all_of(opposite(truth), chosen, runs))
