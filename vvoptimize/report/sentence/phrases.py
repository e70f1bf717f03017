"""A formula's tree said in words: numbers as noun phrases, truths as clauses.

In bokmål a clause has the word order that follows `at`, `der` and `hvis`, and is only
put there.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, assert_never

from vvoptimize.authoring.shapes import Gives, given_by, is_truth
from vvoptimize.report import numbers
from vvoptimize.report.catalogue import joined, say, word
from vvoptimize.report.sentence.label import plain_label
from vvoptimize.ruleset import tree
from vvoptimize.ruleset.tree import Connective, Function, Operator, Order

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from vvoptimize.report.sentence.scope import Scope
    from vvoptimize.ruleset.rules import RuleSet
    from vvoptimize.ruleset.tree import Expression
    from vvoptimize.scenario.parts import Text

PLACES = 6

_OPERATORS = {
    Operator.PLUS: "plus",
    Operator.MINUS: "minus",
    Operator.TIMES: "times",
    Operator.OVER: "over",
}
_ORDERS = {
    Order.AT_MOST: "at_most",
    Order.LESS: "less",
    Order.AT_LEAST: "at_least",
    Order.MORE: "more",
    Order.EQUAL: "equal",
    Order.UNEQUAL: "unequal",
}
_OPPOSITES = {
    Order.AT_MOST: Order.MORE,
    Order.LESS: Order.AT_LEAST,
    Order.AT_LEAST: Order.LESS,
    Order.MORE: Order.AT_MOST,
    Order.EQUAL: Order.UNEQUAL,
    Order.UNEQUAL: Order.EQUAL,
}


class Phrases:
    """Says the formulas of one entry in one language."""

    def __init__(self, scope: Scope, rule_set: RuleSet, lang: str) -> None:
        self._scope = scope
        self._rule_set = rule_set
        self._lang = lang

    def say(self, key: str, **values: str) -> str:
        """Give a text of the catalogue."""
        return say(self._lang, f"say.{key}", **values)

    # Numbers

    def number(self, node: Expression) -> str:
        """Say a number; a truth counts as 1 or 0."""
        if self._is_truth(node):
            return self.say("one_if", t=self.truth(node))
        match node:
            case tree.Number(value=value):
                return numbers.number(value, self._lang, places=PLACES)
            case tree.Name(name=name):
                return self._named(name, ())
            case tree.Lookup(table=table, indices=indices):
                return self._named(table, indices)
            case tree.Negative(value=value):
                return self.say("negative", a=self._inner(value))
            case tree.Arithmetic():
                return self._arithmetic(node)
            case tree.Call():
                return self._call(node)
            case tree.Aggregate():
                return self._aggregate(node)
            case tree.Chain() | tree.Logic() | tree.Not():
                return self.say("one_if", t=self.truth(node))
            case _:
                assert_never(node)

    def _is_truth(self, node: Expression) -> bool:
        return given_by(node, (), self._rule_set) is Gives.TRUTH

    def _named(self, name: str, indices: Sequence[tree.Name]) -> str:
        """Say a parameter, a table, or what rule files declare."""
        parameter = self._rule_set.parameters.get(name)
        if parameter is not None:
            label = plain_label(parameter.label.get(self._lang))
            unit = str(parameter.unit)
            amount = numbers.amount(parameter.value, unit, self._lang)
            return self.say("parameter", label=label, amount=amount)
        return self._table("table", name, indices)

    def _table(self, kind: str, name: str, indices: Sequence[tree.Name]) -> str:
        places = {str(n): self._scope.the(one.name) for n, one in enumerate(indices)}
        if word(self._lang, f"say.{kind}.{name}") is not None:
            return self.say(f"{kind}.{name}", **places)
        key = "truth" if is_truth(name, self._rule_set) else "number"
        label = self.label(name)
        if not indices:
            return self.say(f"declared.{key}_alone", label=label)
        of = joined(self._lang, list(places.values()))
        return self.say(f"declared.{key}", label=label, of=of)

    def label(self, name: str) -> str:
        """Give the label of a measure or an input; its name where it has none."""
        declared = self._rule_set.measures.get(name) or self._rule_set.inputs.get(name)
        label: Text | None = None if declared is None else declared.label
        return name if label is None else plain_label(label.get(self._lang))

    def _arithmetic(self, node: tree.Arithmetic) -> str:
        if (factor := self._factor(node)) is not None:
            number, truth = factor
            return self.say("only_if", a=self.number(number), t=self.truth(truth))
        tight = node.operator in (Operator.TIMES, Operator.OVER)
        a = self._side(node.left, bracketed=tight and _is_sum(node.left))
        b = self._side(node.right, bracketed=_is_bracketed(node.operator, node.right))
        return self.say(_OPERATORS[node.operator], a=a, b=b)

    def _factor(self, node: Expression) -> tuple[Expression, Expression] | None:
        """Give what is multiplied by a truth, and the truth; else None."""
        match node:
            case tree.Arithmetic(operator=Operator.TIMES, left=left, right=right):
                for one, other in ((right, left), (left, right)):
                    truth = self._as_truth(one)
                    if truth is not None and self._as_truth(other) is None:
                        return other, truth
            case _:
                pass
        return None

    def _as_truth(self, node: Expression) -> Expression | None:
        """Give the truth that a number of 1 or 0 stands for: `1 - joint[s]` too."""
        if self._is_truth(node):
            return node
        match node:
            case tree.Arithmetic(
                at=at, operator=Operator.MINUS, left=tree.Number(value=1), right=truth
            ) if self._is_truth(truth):
                return tree.Not(at, truth)
            case _:
                return None

    def _side(self, node: Expression, *, bracketed: bool) -> str:
        """Say one side of arithmetic; a list or an `if` always has brackets."""
        told = self.number(node)
        listed = isinstance(node, tree.Call) and node.function is not Function.ABS
        chosen = listed or self._is_truth(node) or self._factor(node) is not None
        return self.say("bracketed", a=told) if bracketed or chosen else told

    def _inner(self, node: Expression) -> str:
        """Say a part that something is said of; of several parts it is bracketed."""
        several = isinstance(node, tree.Arithmetic | tree.Negative)
        return self._side(node, bracketed=several)

    def _call(self, node: tree.Call) -> str:
        match node.function:
            case Function.ABS:
                return self.say("magnitude", a=self.number(node.arguments[0]))
            case Function.MIN | Function.MAX:
                values = joined(self._lang, [self.number(a) for a in node.arguments])
                key = "least" if node.function is Function.MIN else "greatest"
                return self.say(key, values=values)
            case _:
                return self.say("one_if", t=self.truth(node))

    def _aggregate(self, node: tree.Aggregate) -> str:
        every = self._every(node)
        match node.function:
            case Function.COUNT:
                return self._count(node)
            case Function.SUM if isinstance(node.body, tree.Number):
                return self._times(node)
            case Function.SUM if self._is_truth(node.body):
                return self._count(node)
            case Function.MIN:
                return self.say("least_over", a=self.number(node.body), all=every)
            case Function.MAX:
                return self.say("greatest_over", a=self.number(node.body), all=every)
            case _:
                return self.say("sum", a=self._inner(node.body), all=every)

    def _count(self, node: tree.Aggregate) -> str:
        pairs = [(one.variable, one.set_name) for one in node.bindings]
        truths = [self.truth(node.body)]
        if node.condition is not None:
            truths.insert(0, self.truth(node.condition))
        told = joined(self._lang, truths)
        return self.say("count", all=self._scope.all(pairs), t=told)

    def _times(self, node: tree.Aggregate) -> str:
        """Say `sum(1 for x in set if ...)`, which counts."""
        pairs = [(one.variable, one.set_name) for one in node.bindings]
        told = self._scope.all(pairs)
        if node.condition is not None:
            told = self.say("where", all=told, t=self.truth(node.condition))
        counted = self.say("number_of", all=told)
        if node.body == tree.Number(node.body.at, 1):
            return counted
        return self.say("times", a=self.number(node.body), b=counted)

    def _every(self, node: tree.Aggregate) -> str:
        """Say what an aggregate runs over."""
        pairs = [(one.variable, one.set_name) for one in node.bindings]
        every = self.say("all", noun=self._scope.all(pairs))
        if node.condition is None:
            return every
        return self.say("chosen", all=every, t=self.truth(node.condition))

    # Truths

    def truth(self, node: Expression) -> str:
        """Say a truth as a clause."""
        match node:
            case tree.Name(name=name):
                return self._named(name, ())
            case tree.Lookup(table=table, indices=indices):
                return self._named(table, indices)
            case tree.Chain():
                return self._chain(node)
            case tree.Logic(connective=connective, operands=operands):
                return self._logic(connective, operands)
            case tree.Not(operand=operand):
                return self._not(operand)
            case tree.Call(arguments=arguments):
                given, then = (self._part(one) for one in arguments)
                return self.say("implies", a=given, b=then)
            case tree.Aggregate():
                return self._quantified(node)
            case tree.Number() | tree.Negative() | tree.Arithmetic():
                raise TypeError(node)  # checked formulas have none here
            case _:
                assert_never(node)

    def _chain(self, node: tree.Chain) -> str:
        pairs = zip(pairwise(node.operands), node.orders, strict=True)
        return joined(self._lang, [self._pair(a, order, b) for (a, b), order in pairs])

    def _pair(self, left: Expression, order: Order, right: Expression) -> str:
        if self._is_element(left) and self._is_element(right):
            key = "same" if order is Order.EQUAL else "other"
            return self.say(key, a=self._element(left), b=self._element(right))
        a, b = self.number(left), self.number(right)
        return self.say(f"order.{_ORDERS[order]}", a=a, b=b)

    def _is_element(self, node: Expression) -> bool:
        known = (self._rule_set.parameters, self._rule_set.inputs)
        known_too = self._rule_set.measures
        return (
            isinstance(node, tree.Name)
            and not any(node.name in names for names in known)
            and node.name not in known_too
        )

    def _element(self, node: Expression) -> str:
        return self._scope.the(node.name) if isinstance(node, tree.Name) else ""

    def _logic(self, connective: Connective, operands: Iterable[Expression]) -> str:
        *first, last = [self._part(one) for one in operands]
        joint = say(self._lang, "and" if connective is Connective.AND else "say.or")
        return f"{', '.join(first)} {joint} {last}"

    def _part(self, node: Expression) -> str:
        """Say a part of a joined truth; one that is joined itself is bracketed."""
        told = self.truth(node)
        joins = isinstance(node, tree.Logic) or (
            isinstance(node, tree.Call) and node.function is Function.IMPLIES
        )
        return self.say("bracketed", a=told) if joins else told

    def _not(self, node: Expression) -> str:
        match node:
            case tree.Lookup(table=table, indices=indices) if self._has_not(table):
                return self._table("not", table, indices)
            case tree.Chain(operands=(left, right), orders=(order,)):
                return self._pair(left, _OPPOSITES[order], right)
            case tree.Not(operand=operand):
                return self.truth(operand)
            case _:
                return self.say("not_so", t=self._part(node))

    def _has_not(self, table: str) -> bool:
        return word(self._lang, f"say.not.{table}") is not None

    def _quantified(self, node: tree.Aggregate) -> str:
        kind = "some" if node.function is Function.ANY else "each"
        pairs = [(one.variable, one.set_name) for one in node.bindings]
        chosen = self._scope.each(pairs, kind)
        if node.condition is not None:
            chosen = self.say("where", all=chosen, t=self.truth(node.condition))
        if kind == "some":
            return self.say("any", some=chosen, t=self.truth(node.body))
        return self.say("all_of", each=chosen, t=self.truth(node.body))


def _is_sum(node: Expression) -> bool:
    return isinstance(node, tree.Arithmetic) and node.operator in (
        Operator.PLUS,
        Operator.MINUS,
    )


def _is_bracketed(operator: Operator, right: Expression) -> bool:
    """Tell a right side that would be misread: a - (b + c), a / (b * c)."""
    if operator is Operator.PLUS:
        return False
    if operator is Operator.OVER:
        return isinstance(right, tree.Arithmetic | tree.Negative)
    return _is_sum(right) or isinstance(right, tree.Negative)
