"""A second interpreter, independent of grounding and evaluation.

It walks the typed tree of a formula with plain fractions over one `Assignment`, and
works out every decision table from the assignment itself. `None` is unknown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from itertools import product
from typing import TYPE_CHECKING

from vvoptimize.ruleset import tree
from vvoptimize.ruleset.tree import Function, Operator, Order
from vvoptimize.scenario.figure import Figure
from vvoptimize.scenario.services import Delivery, Employer, Service

if TYPE_CHECKING:
    from vvoptimize.assignment import Assignment
    from vvoptimize.ruleset.rules import Rule, RuleSet
    from vvoptimize.scenario.exact import Exact
    from vvoptimize.scenario.model import Scenario

Number = Fraction | None
Truth = bool | None
Env = dict[str, str]


def figure(given: Figure | None) -> Number:
    return None if given is None or given.value is None else Fraction(given.value)


def plus(*numbers: Number) -> Number:
    known = [number for number in numbers if number is not None]
    return sum(known, Fraction(0)) if len(known) == len(numbers) else None


def times(a: Number, b: Number) -> Number:
    if a == 0 or b == 0:
        return Fraction(0)
    return None if a is None or b is None else a * b


def negated(truth: Truth) -> Truth:
    return None if truth is None else not truth


def every(truths: list[Truth]) -> Truth:
    if False in truths:
        return False
    return None if None in truths else True


def some(truths: list[Truth]) -> Truth:
    return negated(every([negated(truth) for truth in truths]))


class Reference:
    """Evaluates formulas of one rule set under one assignment of one scenario."""

    def __init__(
        self, rule_set: RuleSet, scenario: Scenario, assignment: Assignment
    ) -> None:
        self.rule_set = rule_set
        self.scenario = scenario
        self.assignment = assignment
        self.sets = {
            "services": [service.id for service in scenario.services],
            "municipalities": [m.id for m in scenario.municipalities],
            "forms": sorted({f for s in scenario.services for f in forms_of(s)}),
        }

    # Rules

    def cases(self, variables: list[tuple[str, str]]) -> Iterator[Env]:
        for elements in product(*(self.sets[set_name] for _, set_name in variables)):
            names = [name for name, _ in variables]
            yield dict(zip(names, elements, strict=True))

    def verdicts(self, rule: Rule) -> Mapping[tuple[tuple[str, str], ...], str]:
        found = {}
        for env in self.cases([(v.name, v.set_name) for v in rule.variables]):
            applies = True if rule.where is None else self.truth(rule.where.tree, env)
            if applies is not False:
                truth = None if applies is None else self.holds(rule, env)
                word = {True: "holds", False: "broken", None: "unknown"}[truth]
                found[tuple(env.items())] = word
        return found

    def holds(self, rule: Rule, env: Env) -> Truth:
        if rule.bound is None:
            return self.truth(rule.formula.tree, env)
        margin = self.margin(rule, env)
        return None if margin is None else margin >= 0

    def margin(self, rule: Rule, env: Env) -> Number:
        assert rule.bound is not None
        value = self.number(rule.formula.tree, env)
        limit = self.number(rule.bound.limit.tree, env)
        if value is None or limit is None:
            return None
        if rule.bound.relation == "at_least":
            return value - limit
        if rule.bound.relation == "at_most":
            return limit - value
        leeway: Number = Fraction(0)
        if rule.bound.tolerance is not None:
            leeway = self.number(rule.bound.tolerance.tree, env)
        return None if leeway is None else leeway - abs(value - limit)

    # Numbers

    def number(self, node: tree.Expression, env: Env) -> Number:
        match node:
            case tree.Number(value=value):
                return Fraction(value)
            case tree.Name(name=name):
                return self.looked_up(name, ())
            case tree.Lookup(table=table, indices=indices):
                return self.looked_up(
                    table, tuple(env[index.name] for index in indices)
                )
            case tree.Negative(value=inner):
                return times(Fraction(-1), self.number(inner, env))
            case tree.Arithmetic(operator=operator, left=left, right=right):
                return self.arithmetic(
                    operator, self.number(left, env), self.number(right, env)
                )
            case tree.Call(function=Function.ABS, arguments=(argument,)):
                value_ = self.number(argument, env)
                return None if value_ is None else abs(value_)
            case tree.Call(function=Function.MIN | Function.MAX as function):
                return extreme(
                    function, [self.number(part, env) for part in node.arguments]
                )
            case tree.Aggregate(
                function=Function.SUM | Function.COUNT | Function.MIN | Function.MAX
            ):
                return self.aggregate(node, env)
            case _:
                truth = self.truth(node, env)
                return None if truth is None else Fraction(truth)

    def arithmetic(self, operator: Operator, left: Number, right: Number) -> Number:
        match operator:
            case Operator.PLUS:
                return plus(left, right)
            case Operator.MINUS:
                return plus(left, times(Fraction(-1), right))
            case Operator.TIMES:
                return times(left, right)
            case Operator.OVER:
                return times(left, None if right is None else 1 / right)

    def inner(self, node: tree.Aggregate, env: Env) -> Iterator[tuple[Env, Truth]]:
        bindings = [(binding.variable, binding.set_name) for binding in node.bindings]
        for more in self.cases(bindings):
            inner = env | more
            counts = (
                True if node.condition is None else self.truth(node.condition, inner)
            )
            if counts is not False:
                yield inner, counts

    def aggregate(self, node: tree.Aggregate, env: Env) -> Number:
        cases = list(self.inner(node, env))
        parts = [self.number(node.body, inner) for inner, _ in cases]
        if node.function in (Function.MIN, Function.MAX):
            doubtful = any(counts is None for _, counts in cases)
            return None if doubtful else extreme(node.function, parts)
        weights = [None if counts is None else Fraction(1) for _, counts in cases]
        return plus(*(times(w, p) for w, p in zip(weights, parts, strict=True)))

    # Truths

    def truth(self, node: tree.Expression, env: Env) -> Truth:
        match node:
            case tree.Chain():
                return self.chain(node, env)
            case tree.Logic(connective=connective, operands=operands):
                parts = [self.truth(operand, env) for operand in operands]
                return every(parts) if connective == "and" else some(parts)
            case tree.Not(operand=operand):
                return negated(self.truth(operand, env))
            case tree.Call(function=Function.IMPLIES, arguments=(premise, conclusion)):
                first, then = self.truth(premise, env), self.truth(conclusion, env)
                return some([negated(first), then])
            case tree.Aggregate(function=Function.ANY):
                return some(
                    [
                        every([counts, self.truth(node.body, inner)])
                        for inner, counts in self.inner(node, env)
                    ]
                )
            case tree.Aggregate(function=Function.ALL):
                return every(
                    [
                        some([negated(counts), self.truth(node.body, inner)])
                        for inner, counts in self.inner(node, env)
                    ]
                )
            case _:
                number = self.number(node, env)
                return None if number is None else number == 1

    def chain(self, node: tree.Chain, env: Env) -> Truth:
        if isinstance(node.operands[0], tree.Name) and node.operands[0].name in env:
            names = [
                env[part.name] for part in node.operands if isinstance(part, tree.Name)
            ]
            pairs = zip(names, names[1:], node.orders, strict=False)
            return all((a == b) == (order == "==") for a, b, order in pairs)
        numbers = [self.number(operand, env) for operand in node.operands]
        return every(
            [
                compared(a, order, b)
                for a, order, b in zip(numbers, node.orders, numbers[1:], strict=False)
            ]
        )

    # Names

    def looked_up(self, name: str, index: tuple[str, ...]) -> Number:
        if name in self.rule_set.parameters:
            return Fraction(self.rule_set.parameters[name].value)
        if name in self.rule_set.measures:
            measure = self.rule_set.measures[name]
            names = [variable.name for variable in measure.variables]
            return self.number(
                measure.formula.tree, dict(zip(names, index, strict=True))
            )
        if name in self.rule_set.inputs:
            return self.supplied(name, index)
        return self.table(name, *index)

    def supplied(self, name: str, index: tuple[str, ...]) -> Number:
        found: object = self.scenario.inputs.get(name)
        for key in index:
            found = found.get(key) if isinstance(found, Mapping) else None
        return figure(found) if isinstance(found, Figure) else None

    def table(self, name: str, *index: str) -> Number:
        first = index[0]
        if name == "population":
            return figure(self.scenario.municipality(first).population)
        if name in ("minutes", "km", "separated"):
            way: Callable[[str, str], Exact | None] = getattr(
                self.scenario.roads_network, name
            )
            found = way(*index)
            return None if found is None else Fraction(found)
        service = self.scenario.service(first)
        more = index[1] if len(index) > 1 else ""
        answer: Number = getattr(self, name)(service, more)
        return answer

    def statutory(self, service: Service, _: str) -> Number:
        return Fraction("statutory" in service.flags)

    def participant(self, service: Service, m: str) -> Number:
        return Fraction(m in service.participants)

    def staff_after(self, service: Service, _: str) -> Number:
        return figure(service.total_after)

    def workplaces_today(self, service: Service, m: str) -> Number:
        if m not in service.participants:
            return Fraction(0)
        return figure(service.workplaces_today.get(m))

    def employed_today(self, service: Service, m: str) -> Number:
        if m not in service.participants:
            return Fraction(0)
        if service.employed_today:
            return figure(service.employed_today.get(m))
        if service.shared_today is None:
            return self.workplaces_today(service, m)
        if service.shared_today.host != m:
            return Fraction(0)
        return plus(*(self.workplaces_today(service, p) for p in service.participants))

    def pays_today(self, service: Service, m: str) -> Number:
        if m not in service.participants:
            return Fraction(0)
        return figure(service.cost_today.get(m))

    def joint(self, service: Service, _: str) -> Number:
        return Fraction(self.assignment.hosts[service.id] is not None)

    def host(self, service: Service, m: str) -> Number:
        return Fraction(self.assignment.hosts[service.id] == m)

    def network(self, service: Service, _: str) -> Number:
        return Fraction(service.id in self.assignment.networks)

    def tasks(self, service: Service, m: str) -> Number:
        places = self.assignment.tasks
        here = [t for t in service.tasks if places.get((service.id, t.id)) == m]
        return Fraction(len(here))

    def form(self, service: Service, form: str) -> Number:
        if not service.forms and self.assignment.hosts[service.id] is not None:
            return None
        return Fraction(self.assignment.forms.get(service.id) == form)

    def workplaces(self, service: Service, m: str) -> Number:
        if self.assignment.hosts[service.id] is None:
            return self.workplaces_today(service, m)
        if m not in service.participants:
            return Fraction(0)
        central = service.delivery is Delivery.CENTRAL
        if not central and figure(service.total_after) is None:
            return None
        if service.id in self.assignment.networks:
            return Fraction(self.assignment.workplaces[(service.id, m)])
        return self.at_host(service, m)

    def at_host(self, service: Service, m: str) -> Number:
        is_host = self.host(service, m)
        staff = times(is_host, figure(service.total_after))
        for task in service.tasks:
            here = Fraction(self.assignment.tasks[(service.id, task.id)] == m)
            staff = plus(
                staff, times(plus(here, times(Fraction(-1), is_host)), figure(task.fte))
            )
        return staff

    def employed(self, service: Service, m: str) -> Number:
        if self.assignment.hosts[service.id] is None:
            return self.employed_today(service, m)
        if service.employer is Employer.WORKPLACE:
            return self.workplaces(service, m)
        return times(self.host(service, m), figure(service.total_after))

    def pays(self, service: Service, m: str) -> Number:
        if self.assignment.hosts[service.id] is None:
            return self.pays_today(service, m)
        if m not in service.participants:
            return Fraction(0)
        return self.shares(service).get(m)

    def shares(self, service: Service) -> Mapping[str, Number]:
        cost = figure(service.cost_after)
        key = next(iter(self.rule_set.cost_keys), None)
        if cost is None or key is None:
            return {}
        s, m = (
            v.name
            for v in sorted(key.variables, key=lambda v: v.set_name, reverse=True)
        )
        weights = {
            p: self.number(key.weight.tree, {s: service.id, m: p})
            for p in service.participants
        }
        whole = plus(*weights.values())
        if whole is None:
            return {}
        quotas = {p: cost * (w or 0) / whole for p, w in weights.items()}
        shares = {p: Fraction(quota.__floor__()) for p, quota in quotas.items()}
        while sum(shares.values()) < cost:  # one krone at a time to the worst served
            p = max(quotas, key=lambda one: quotas[one] - shares[one])
            shares[p] += 1
        return shares


def forms_of(service: Service) -> list[str]:
    return [*service.forms, *([service.form_today] if service.form_today else [])]


def extreme(function: Function, numbers: list[Number]) -> Number:
    known = [number for number in numbers if number is not None]
    if len(known) < len(numbers):
        return None
    return min(known) if function is Function.MIN else max(known)


def compared(a: Number, order: Order, b: Number) -> Truth:
    if a is None or b is None:
        return None
    return {
        Order.AT_MOST: a <= b,
        Order.LESS: a < b,
        Order.AT_LEAST: a >= b,
        Order.MORE: a > b,
        Order.EQUAL: a == b,
        Order.UNEQUAL: a != b,
    }[order]
