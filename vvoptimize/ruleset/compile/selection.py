"""Which cases a function over sets runs through."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import product
from typing import TYPE_CHECKING, TypeAlias

from vvoptimize.ruleset.compile.scope import Env
from vvoptimize.ruleset.ground import Undetermined
from vvoptimize.ruleset.tree import variables_in
from vvoptimize.ruleset.truth import FALSE

if TYPE_CHECKING:
    from vvoptimize.ruleset.compile.scope import Scope, Tests
    from vvoptimize.ruleset.tree import Aggregate, Expression

Doubt: TypeAlias = Undetermined | None
"""Whether a case is selected for certain, or why that is not known."""

Selection: TypeAlias = Callable[[Env], Iterator[tuple[Env, Doubt]]]
"""The cases selected; one dict is used for all."""

Chosen: TypeAlias = list[tuple[tuple[str, ...], Doubt]]
Chooser: TypeAlias = Callable[[Env], Iterable[tuple[tuple[str, ...], Doubt]]]


def selection(
    node: Aggregate, scope: Scope, truth: Callable[[Expression], Tests]
) -> Selection:
    """Give the function that walks the cases of a function over sets."""
    names = [binding.variable for binding in node.bindings]
    sets = [scope.elements(binding.set_name) for binding in node.bindings]
    chosen = _all(sets)
    if node.condition is not None:
        test = truth(node.condition)
        chosen = _remembered(_filter(names, sets, test), names, node.condition)

    return _over_one(names[0], chosen) if len(names) == 1 else _over(names, chosen)


def _over(names: list[str], chosen: Chooser) -> Selection:
    def cases(env: Env) -> Iterator[tuple[Env, Doubt]]:
        inner = dict(env)
        for elements, doubt in chosen(env):
            inner.update(zip(names, elements, strict=True))
            yield inner, doubt

    return cases


def _over_one(name: str, chosen: Chooser) -> Selection:
    """Walk one set, as most functions do."""

    def cases(env: Env) -> Iterator[tuple[Env, Doubt]]:
        inner = dict(env)
        for (inner[name],), doubt in chosen(env):
            yield inner, doubt

    return cases


def _all(sets: list[tuple[str, ...]]) -> Chooser:
    everything: Chosen = [(elements, None) for elements in product(*sets)]
    return lambda _env: everything


def _filter(
    names: list[str], sets: list[tuple[str, ...]], condition: Tests
) -> Callable[[Env], Chosen]:
    def filtered(env: Env) -> Chosen:
        inner, chosen = dict(env), []
        for elements in product(*sets):
            inner.update(zip(names, elements, strict=True))
            test = condition(inner)
            if test is not FALSE:
                doubt = test if isinstance(test, Undetermined) else None
                chosen.append((elements, doubt))
        return chosen

    return filtered


def _remembered(
    choose: Callable[[Env], Chosen], names: list[str], condition: Expression
) -> Chooser:
    """Choose once for all cases that the condition cannot tell apart."""
    outer = dict.fromkeys(name for name in variables_in(condition) if name not in names)
    known: dict[tuple[str, ...], Chosen] = {}

    def chosen(env: Env) -> Chosen:
        told = tuple([env[name] for name in outer if name in env])
        if len(told) == len(env):
            return choose(env)
        if told not in known:
            known[told] = choose(env)
        return known[told]

    return chosen
