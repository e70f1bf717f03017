"""What a rule's cases cover: verdicts, the limit, and branches that decided.

A part of an `and` decides where it alone is false, a part of an `or` where it alone is
true, and `implies(a, b)` is `not a or b`. A part that decides in no case could be left
out of the formula, and every case would still pass.
"""

from __future__ import annotations

from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING

from vvoptimize.authoring.formulas import formulas_of
from vvoptimize.classes import NamedTuple
from vvoptimize.errors import InputError
from vvoptimize.ruleset import tree
from vvoptimize.ruleset.tree import Connective, Function

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from vvoptimize.authoring.formulas import Owned
    from vvoptimize.authoring.probe import Env, Probe
    from vvoptimize.evaluation.verdicts import RuleVerdict
    from vvoptimize.ruleset.rules import Formula, Rule
    from vvoptimize.ruleset.tree import Expression


class Shown(NamedTuple):
    """A case that could be run: its verdict, and what its formulas come to."""

    verdict: RuleVerdict
    probe: Probe
    envs: tuple[Env, ...]


class Branch(NamedTuple):
    """A part of an `and`, an `or` or an `implies`, and where it stands."""

    role: str
    formula: Formula
    part: Expression


class Coverage(NamedTuple):
    """What the cases of a rule cover.

    Attributes
    ----------
    verdicts
        How many cases end with each verdict.
    on_limit
        How many instances are exactly on the limit.
    never_decided
        Branches that decided in no case.
    """

    rule: Rule
    verdicts: Mapping[str, int]
    on_limit: int
    never_decided: tuple[Branch, ...]


def coverage(rule: Rule, shown: Sequence[Shown]) -> Coverage:
    """Tell what cases cover of a rule."""
    instances = chain.from_iterable(one.verdict.instances for one in shown)
    return Coverage(
        rule,
        Counter(one.verdict.verdict.value for one in shown),
        sum(instance.margin == 0 for instance in instances),
        tuple(
            branch
            for owned in formulas_of(rule)
            for branch in _never_decided(owned, shown)
        ),
    )


def _never_decided(owned: Owned, shown: Sequence[Shown]) -> Iterator[Branch]:
    formula = owned.formula
    for around, node in _joined(formula.tree, ()):
        decided: set[int] = set()
        for one in shown:
            for env in _envs(owned, one):
                decided |= _deciding(node, around, formula, one.probe, env)
        for number, part in enumerate(tree.parts_of(node)):
            if number not in decided:
                yield Branch(owned.role, formula, part)


def _joined(
    node: Expression, around: tuple[tree.Aggregate, ...]
) -> Iterator[tuple[tuple[tree.Aggregate, ...], Expression]]:
    """Give each node that joins truths, with the aggregates around it."""
    if isinstance(node, tree.Logic) or _is_implies(node):
        yield around, node
    if isinstance(node, tree.Aggregate):
        # A condition is seen for every element, the body for those it leaves.
        whole = node if node.condition is None else _without_condition(node)
        if node.condition is not None:
            yield from _joined(node.condition, (*around, whole))
        yield from _joined(node.body, (*around, node))
    else:
        for part in tree.parts_of(node):
            yield from _joined(part, around)


def _is_implies(node: Expression) -> bool:
    return isinstance(node, tree.Call) and node.function is Function.IMPLIES


def _without_condition(node: tree.Aggregate) -> tree.Aggregate:
    return tree.Aggregate(node.at, node.function, node.body, node.bindings, None)


def _envs(owned: Owned, shown: Shown) -> Iterator[Env]:
    """Give the cases of the world; only a `where` is asked of those it leaves out."""
    if owned.role == "where":
        yield from shown.envs
    else:
        yield from (dict(instance.at) for instance in shown.verdict.instances)


def _deciding(
    node: Expression,
    around: Sequence[tree.Aggregate],
    formula: Formula,
    probe: Probe,
    env: Env,
) -> set[int]:
    """Give the numbers of the parts that decide somewhere in a case."""
    if around:
        first, *rest = around
        inner = probe.within(first, formula.source, env)
        found = (_deciding(node, rest, formula, probe, one) for one in inner)
        return set(chain.from_iterable(found))
    try:
        parts = tree.parts_of(node)
        truths = [probe.truth(part, formula.source, env) for part in parts]
    except InputError:  # a part has no value there
        return set()
    return set(_decided_by(node, truths))


def _decided_by(node: Expression, truths: Sequence[bool | None]) -> Iterator[int]:
    """Give the part that alone makes an `and` false, or an `or` true."""
    if not isinstance(node, tree.Logic):
        truths = [None if truths[0] is None else not truths[0], *truths[1:]]
    is_and = isinstance(node, tree.Logic) and node.connective is Connective.AND
    for number, truth in enumerate(truths):
        others = [*truths[:number], *truths[number + 1 :]]
        alone = all(other is is_and for other in others)
        if alone and truth is (not is_and):
            yield number
