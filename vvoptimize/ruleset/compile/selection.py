"""Which cases a function over sets runs through."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import product
from typing import TYPE_CHECKING, TypeAlias

from vvoptimize.ruleset.compile.scope import Env
from vvoptimize.ruleset.ground import Undetermined
from vvoptimize.ruleset.truth import FALSE, TRUE

if TYPE_CHECKING:
    from vvoptimize.ruleset.compile.scope import Scope, Tests
    from vvoptimize.ruleset.tree import Aggregate, Expression

Selection: TypeAlias = Callable[[Env], Iterator[tuple[Env, Undetermined | None]]]
"""The cases selected, each with the doubt whether it is; one dict is used for all."""


def selection(
    node: Aggregate, scope: Scope, truth: Callable[[Expression], Tests]
) -> Selection:
    """Give the function that walks the cases of a function over sets."""
    names = [binding.variable for binding in node.bindings]
    sets = [scope.elements(binding.set_name) for binding in node.bindings]
    condition = None if node.condition is None else truth(node.condition)

    def cases(env: Env) -> Iterator[tuple[Env, Undetermined | None]]:
        inner = dict(env)
        for elements in product(*sets):
            inner.update(zip(names, elements, strict=True))
            test = TRUE if condition is None else condition(inner)
            if isinstance(test, Undetermined):
                yield inner, test
            elif test is not FALSE:
                yield inner, None

    return cases
