"""Tables of two indices, from rows that tell only what is not zero."""

from __future__ import annotations

from functools import lru_cache
from itertools import product, repeat
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from vvoptimize.ruleset.arithmetic import Quantity
    from vvoptimize.ruleset.ground import Index

Row: TypeAlias = "Mapping[str, Quantity]"


def table_of(
    first: tuple[str, ...], second: tuple[str, ...], rows: Iterable[Row]
) -> dict[Index, Quantity]:
    """Give the whole table, zeroes and all.

    Parameters
    ----------
    first, second
        The elements that each index runs through.
    rows
        One for each element of the first, by element of the second.
    """
    zeroes, size = _zeroes(first, second), len(second)
    table, indices = zeroes.copy(), tuple(zeroes)
    for i, row in enumerate(rows):
        if row:
            cells = map(row.get, second, repeat(0))
            table.update(zip(indices[i * size : (i + 1) * size], cells, strict=True))
    return table


# A copy is made at once, and shares the indices, of which a region has thousands.
@lru_cache(maxsize=4)
def _zeroes(first: tuple[str, ...], second: tuple[str, ...]) -> dict[Index, Quantity]:
    return dict.fromkeys(product(first, second), 0)
