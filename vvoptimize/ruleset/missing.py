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
    known = (root for root in roots if not _all_given(root))
    return tuple(dict.fromkeys(f for node in _nodes(known) for f in _own(node)))


def _all_given(root: Affine | Test) -> bool:
    """Tell whether nothing lacks, as of most values can be seen at once."""
    return isinstance(root, Affine) and root.plain and not root.unknown


def atoms_in(root: Affine | Test) -> tuple[int, ...]:
    """List the atoms that a value or a test hangs on, each once, in order."""
    values = (node for node in _nodes([root]) if isinstance(node, Affine))
    return tuple(sorted({leaf for value in values for leaf in _atoms(value)}))


def _atoms(value: Affine) -> Iterator[int]:
    leaves = (*value.terms, *(term.leaf for term in value.unknown))
    return (leaf for leaf in leaves if isinstance(leaf, int))


def _nodes(roots: Iterable[Affine | Test]) -> Iterator[Affine | Test]:
    """Walk all that values and tests are made of, each node once."""
    seen: set[Affine | Test] = set()
    waiting = list(roots)[::-1]
    while waiting:
        node = waiting.pop()
        if node not in seen:
            seen.add(node)
            yield node
            inside = [x.value if isinstance(x, Cell) else x for x in parts(node)]
            waiting.extend(inside[::-1])


def _own(node: Affine | Test) -> Iterator[str]:
    if isinstance(node, Undetermined):
        yield from node.figures
    elif isinstance(node, Affine):
        for term in node.unknown:
            yield from term.figures
