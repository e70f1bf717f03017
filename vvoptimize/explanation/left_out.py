"""Why a service that might be shared is left as it is today."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING

from vvoptimize.classes import record
from vvoptimize.cpsat.conflict import minimal_conflict
from vvoptimize.cpsat.search import search
from vvoptimize.evaluation.evaluate import evaluate
from vvoptimize.explanation.compare import compare_with
from vvoptimize.ruleset.ground import Relation
from vvoptimize.ruleset.rules import RuleKind
from vvoptimize.ruleset.truth import compare, is_one
from vvoptimize.solution.assessed import Assessed
from vvoptimize.solution.stages import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vvoptimize.cpsat.results import Conflict
    from vvoptimize.explanation.compare import Comparison
    from vvoptimize.ruleset.ground import Test
    from vvoptimize.ruleset.instances import GroundModel
    from vvoptimize.scenario.services import Service
    from vvoptimize.solution.solution import Solution
    from vvoptimize.solution.stages import Limits


@record
class LeftOut:
    """A service that stays unshared.

    Attributes
    ----------
    possible
        Whether some plan that keeps every binding rule shares it (proved); None where a
        limit left that open.
    conflict
        Where none does: binding rules that cannot all be kept if it is shared.
    beside
        The best plan that shares it and has every other service with the same host and
        start, beside ours; None where there is none.
    settled
        Whether that is known: False where a limit was reached first.
    """

    service: str
    possible: bool | None
    conflict: Conflict | None = None
    beside: Comparison | None = None
    settled: bool = True


def left_out(solution: Solution) -> tuple[LeftOut, ...]:
    """Find what kept each unshared service out of a proved plan.

    One thread and seed, whatever the solution was found with: the same is told. Of a
    time limit what the search left of it is used; a limit on work holds for each
    question.
    """
    ours = solution.assessed
    if solution.outcome is not Outcome.OPTIMAL:
        return ()
    budget = _Budget(solution)
    unshared = (s for s in _services(ours) if ours.assignment.hosts[s.id] is None)
    return tuple(_why(service, ours, budget) for service in unshared)


class _Budget:
    """What the search left of its time limit."""

    def __init__(self, solution: Solution) -> None:
        self._limits = replace(solution.limits, workers=1, seed=0)
        self._started = time.perf_counter() - solution.seconds

    def left(self) -> Limits:
        """Give the limits of the next question."""
        if self._limits.seconds is None:
            return self._limits
        spent = time.perf_counter() - self._started
        return replace(self._limits, seconds=max(self._limits.seconds - spent, 0))


def _services(ours: Assessed) -> tuple[Service, ...]:
    return ours.grounding.scenario.services


def _why(service: Service, ours: Assessed, budget: _Budget) -> LeftOut:
    grounding = ours.grounding
    shared = is_one(grounding.decisions.joint(service))
    model = _also(grounding.model, (shared,))
    # Ours is near: a hint saves looking for a first plan.
    found = search(_required(model), budget.left(), hint=ours.values)
    outcome = found.stages[0].outcome
    if outcome is Outcome.INFEASIBLE:
        conflict = minimal_conflict(model, budget.left())
        return LeftOut(service.id, possible=False, conflict=conflict)
    if outcome is not Outcome.OPTIMAL:
        return LeftOut(service.id, possible=None, settled=False)
    return _beside(service, model, ours, budget)


def _required(model: GroundModel) -> GroundModel:
    """Leave of a model only what every plan must keep."""
    kept = (i for i in model.instances if i.rule.kind is RuleKind.REQUIRE)
    return replace(model, instances=tuple(kept), objectives=(), tie_breaks=(), first=())


def _also(model: GroundModel, tests: tuple[Test, ...]) -> GroundModel:
    return replace(model, structure=(*model.structure, *tests))


def _beside(
    service: Service, model: GroundModel, ours: Assessed, budget: _Budget
) -> LeftOut:
    """Share a service as well as possible, with all others as they are."""
    found = LeftOut(service.id, possible=True)
    near = _also(model, tuple(_others_stay(service, ours)))
    result = search(near, budget.left(), hint=ours.values)
    if result.outcome is Outcome.INFEASIBLE:
        return found
    if result.values is None or result.outcome is not Outcome.OPTIMAL:
        return replace(found, settled=False)
    grounding = ours.grounding
    assignment = grounding.decisions.decode(result.values)
    evaluation = evaluate(grounding, result.values)
    theirs = Assessed(grounding, assignment, result.values, evaluation)
    return replace(found, beside=compare_with(ours, theirs))


def _others_stay(service: Service, ours: Assessed) -> Iterator[Test]:
    decisions = ours.grounding.decisions
    for other in _services(ours):
        host = ours.assignment.hosts[other.id]
        if other.id == service.id:
            continue
        if host is None:
            yield compare(decisions.joint(other), Relation.ZERO)
            continue
        yield is_one(decisions.host(other, host))
        start = ours.assignment.starts.get(other.id)
        if start is not None:
            yield is_one(decisions.started_at(start).joint(other))
