"""Which figures, that nobody has given, a value or a test rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.ruleset.ground import Affine, Cell, Undetermined
from vvoptimize.ruleset.parts import parts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vvoptimize.ruleset.ground import Test


def missing_figures(roots: Iterable[Affine | Test]) -> tuple[str, ...]:
    """List the missing figures, each once, in order of appearance."""
    seen: set[Affine | Test] = set()
    found: dict[str, None] = {}
    waiting = list(roots)[::-1]
    while waiting:
        node = waiting.pop()
        if node not in seen:
            seen.add(node)
            found.update(dict.fromkeys(_own(node)))
            inside = [x.value if isinstance(x, Cell) else x for x in parts(node)]
            waiting.extend(inside[::-1])
    return tuple(found)


def _own(node: Affine | Test) -> Iterator[str]:
    if isinstance(node, Undetermined):
        yield from node.figures
    elif isinstance(node, Affine):
        for term in node.unknown:
            yield from term.figures
