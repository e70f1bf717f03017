"""A formula with the value of each of its parts, and where each part stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.classes import NamedTuple
from vvoptimize.ruleset import tree

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vvoptimize.authoring.probe import Env, Probe, Value
    from vvoptimize.ruleset.rules import Formula
    from vvoptimize.ruleset.tree import Expression


class Part(NamedTuple):
    """A part's value, and the offset in the text of what names or joins it."""

    offset: int
    value: Value


class Picture(NamedTuple):
    """A formula of a rule, in one case: `role` is `where`, `formula`, `limit`, ..."""

    role: str
    text: str
    parts: tuple[Part, ...]


def picture(role: str, formula: Formula, probe: Probe, env: Env) -> Picture:
    """Give the values of a formula's parts in a case."""
    parts = dict.fromkeys(_parts(formula.tree, formula, probe, env))
    return Picture(role, formula.text, tuple(sorted(parts, key=lambda one: one.offset)))


def _parts(
    node: Expression, formula: Formula, probe: Probe, env: Env
) -> Iterator[Part]:
    """Give the value of each part; what is inside a `for` has many, and shows none."""
    source = formula.source
    if not isinstance(node, tree.Number) and probe.known(node, source, env):
        value = probe.value(node, source, env)
        yield Part(_offset(node, formula.text), value)
    if not isinstance(node, tree.Aggregate):
        for part in tree.parts_of(node):
            yield from _parts(part, formula, probe, env)


def _offset(node: Expression, text: str) -> int:
    """Give where a part is shown: under its (last) sign, or its first letter."""
    match node:
        case tree.Arithmetic(operator=operator, right=right):
            return sign_before(text, right.at, operator)
        case tree.Chain(operands=(*_, last), orders=(*_, order)):
            return sign_before(text, last.at, order)
        case tree.Logic(connective=connective, operands=(*_, last)):
            return sign_before(text, last.at, connective)
        case _:
            return node.at


def sign_before(text: str, at: int, sign: str) -> int:
    """Find the sign that stands before what starts at an offset."""
    return text.rindex(sign, 0, at)
