"""Rules and objectives as ground instances."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from vvoptimize.errors import InputError, Problem
from vvoptimize.ruleset.arithmetic import as_affine, missing
from vvoptimize.ruleset.compile import value_of
from vvoptimize.ruleset.ground import Affine, Certain, Undetermined
from vvoptimize.ruleset.instances import (
    ExceptedInstance,
    GroundObjective,
    Party,
    RuleInstance,
    Sides,
)
from vvoptimize.ruleset.margin import Margins, at_least_zero, margins
from vvoptimize.ruleset.truth import TRUE, conjunction
from vvoptimize.scenario.exact import exact_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from vvoptimize.ruleset.compile import Env, Tests
    from vvoptimize.ruleset.ground import Test
    from vvoptimize.ruleset.instances import At
    from vvoptimize.ruleset.rules import (
        Bound,
        Formula,
        Objective,
        Rule,
        RuleException,
    )
    from vvoptimize.ruleset.unroll import Unroller
    from vvoptimize.scenario.exact import Exact

    Builder: TypeAlias = Callable[[At, Env], RuleInstance]


def rule_instances(
    rule: Rule, unroller: Unroller
) -> Iterator[RuleInstance | ExceptedInstance]:
    """Give every case that a rule applies to; what is in doubt is undetermined."""
    build = case_builder(rule, unroller)
    for at, env in unroller.cases(rule.variables):
        case = build(at, env)
        if case is not None:
            yield case


def case_builder(
    rule: Rule, unroller: Unroller
) -> Callable[[At, Env], RuleInstance | ExceptedInstance | None]:
    """Give the function that builds one case of a rule, None where it has none."""
    build = _builder(rule, unroller)
    applies = _condition(rule.where, unroller)
    excepts = [(one, unroller.truth(one.where)) for one in rule.exceptions]

    def case(at: At, env: Env) -> RuleInstance | ExceptedInstance | None:
        test = applies(env)
        if _is_false(test):
            return None
        exception, doubts = _excepted(env, excepts)
        if exception is not None:
            return ExceptedInstance(rule, at, exception)
        if isinstance(test, Undetermined) or doubts:
            # What may be excepted is neither that nor simply required.
            return RuleInstance(rule, at, conjunction([test, *doubts]), None)
        return build(at, env)

    return case


def _excepted(
    env: Env, excepts: list[tuple[RuleException, Tests]]
) -> tuple[RuleException | None, list[Test]]:
    """Give the first exception that covers a case, else those that may do so."""
    doubts: list[Test] = []
    for exception, covers in excepts:
        test = covers(env)
        if isinstance(test, Undetermined):
            doubts.append(test)
        elif not _is_false(test):
            return exception, []
    return None, doubts


def _condition(where: Formula | None, unroller: Unroller) -> Tests:
    return (lambda _env: TRUE) if where is None else unroller.truth(where)


def _is_false(test: Test) -> bool:
    return isinstance(test, Certain) and not test.value


def _builder(rule: Rule, unroller: Unroller) -> Builder:
    if rule.bound is None:
        return _truth_builder(rule, unroller)
    return _bound_builder(rule, rule.bound, unroller)


def _bound_builder(rule: Rule, bound: Bound, unroller: Unroller) -> Builder:
    measure, limit = unroller.adds(rule.formula), unroller.adds(bound.limit)
    tolerance = None if bound.tolerance is None else unroller.number(bound.tolerance)
    margin_of = margins(bound.relation, measure, limit, tolerance)
    sides = Sides(value_of(measure), value_of(limit))

    def build(at: At, env: Env) -> RuleInstance:
        margin = margin_of(env)
        return RuleInstance(rule, at, at_least_zero(margin), as_affine(margin), sides)

    return build


def _truth_builder(rule: Rule, unroller: Unroller) -> Builder:
    truth = unroller.truth(rule.formula)
    margins = None if rule.unit is None else Margins()

    def build(at: At, env: Env) -> RuleInstance:
        test = truth(env)
        margin = None if margins is None else margins.of(test)
        return RuleInstance(rule, at, test, margin)

    return build


def ground_objective(objective: Objective, unroller: Unroller) -> GroundObjective:
    """Give an objective with its parties; one in doubt has an unknown value."""
    build = party_builder(objective, unroller)
    found = (build(at, env) for at, env in unroller.cases(objective.variables))
    parties = tuple(party for party in found if party is not None)
    return GroundObjective(objective, parties, counted_step(objective, unroller))


def party_builder(
    objective: Objective, unroller: Unroller
) -> Callable[[At, Env], Party | None]:
    """Give the function that builds one party; None where it is none."""
    value = unroller.number(objective.formula)
    applies = _condition(objective.where, unroller)

    def party(at: At, env: Env) -> Party | None:
        test = applies(env)
        if _is_false(test):
            return None
        if isinstance(test, Undetermined):
            return Party(at, missing(test.figures))
        return Party(at, as_affine(value(env)))

    return party


def counted_step(objective: Objective, unroller: Unroller) -> Exact | None:
    """Give the step below which differences do not count, None when all do.

    Raises
    ------
    InputError
        If the step is unknown or negative.
    """
    if objective.step is None:
        return None
    step = unroller.number(objective.step)({})
    if isinstance(step, Affine) or step < 0:
        at = objective.step.span(objective.step.tree.at)
        seen = {} if isinstance(step, Affine) else {"value": exact_text(step)}
        code = "VV376" if seen else "VV375"
        raise InputError([Problem(code, at, seen)])
    return step or None
