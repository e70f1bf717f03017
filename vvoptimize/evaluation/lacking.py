"""Which missing figures keep a value or a test from being decided, here and now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.ruleset.ground import Affine, Cell, Undetermined
from vvoptimize.ruleset.parts import parts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vvoptimize.evaluation.values import Evaluator
    from vvoptimize.ruleset.ground import Test


def lacking(root: Affine | Test, evaluator: Evaluator) -> tuple[str, ...]:
    """List the figures that are missing where it matters, each once, in order.

    A figure that counts for nothing under the assignment, as the smallest team of one
    that does not host, is left out.
    """
    seen: set[Affine | Test] = set()
    found: dict[str, None] = {}
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if node in seen or _is_known(node, evaluator):
            continue
        seen.add(node)
        found.update(dict.fromkeys(_own(node, evaluator)))
        inside = [x.value if isinstance(x, Cell) else x for x in parts(node)]
        waiting.extend(inside[::-1])
    return tuple(found)


def _is_known(node: Affine | Test, evaluator: Evaluator) -> bool:
    if isinstance(node, Affine):
        return evaluator.value(node) is not None
    return evaluator.truth(node) is not None


def _own(node: Affine | Test, evaluator: Evaluator) -> Iterator[str]:
    if isinstance(node, Undetermined):
        yield from node.figures
    elif isinstance(node, Affine):
        for term in node.unknown:
            if evaluator.counts(term):
                yield from term.figures
