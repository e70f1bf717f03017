"""How many formulas name each shared value."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from vvoptimize.ruleset.ground import Affine, Cell
from vvoptimize.ruleset.parts import parts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vvoptimize.ruleset.ground import Test
    from vvoptimize.ruleset.instances import GroundModel


def cell_uses(model: GroundModel) -> Counter[Cell]:
    """Count the formulas that name each cell, each formula once."""
    uses: Counter[Cell] = Counter()
    seen: set[Affine | Test] = set()
    waiting: list[Affine | Test] = list(_roots(model))
    while waiting:
        node = waiting.pop()
        # Most values are sums of atoms alone, in which there is nothing to find.
        atoms_only = isinstance(node, Affine) and node.plain and not node.unknown
        if not atoms_only and node not in seen:
            seen.add(node)
            for part in parts(node):
                if isinstance(part, Cell):
                    uses[part] += 1
                    waiting.append(part.value)
                else:
                    waiting.append(part)
    return uses


def _roots(model: GroundModel) -> Iterator[Affine | Test]:
    yield from model.structure
    for instance in model.instances:
        if instance.margin is not None:
            yield instance.margin
        if instance.sides is None:  # else the test compares the margin, and no more
            yield instance.test
        if instance.relaxation is not None:
            yield instance.relaxation.test
    for objective in model.objectives:
        for party in objective.parties:
            yield party.value
    for tie_break in (*model.first, *model.tie_breaks):
        yield from tie_break.digits
