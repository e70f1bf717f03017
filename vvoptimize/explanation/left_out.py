"""Why a service that might be shared is left as it is today."""

from __future__ import annotations

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
from vvoptimize.solution.stages import Limits, Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vvoptimize.cpsat.results import Conflict
    from vvoptimize.explanation.compare import Comparison
    from vvoptimize.ruleset.ground import Test
    from vvoptimize.ruleset.instances import GroundModel
    from vvoptimize.scenario.services import Service
    from vvoptimize.solution.solution import Solution


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
        start, beside ours; None where there is none, or a limit was reached.
    """

    service: str
    possible: bool | None
    conflict: Conflict | None = None
    beside: Comparison | None = None


def left_out(solution: Solution) -> tuple[LeftOut, ...]:
    """Find what kept each unshared service out of a proved plan.

    One thread and seed, whatever the solution was found with: the same is told. A time
    limit that the search was given holds for what is asked of each service too.
    """
    ours = solution.assessed
    if solution.outcome is not Outcome.OPTIMAL:
        return ()
    limits = replace(solution.limits, workers=1, seed=0)
    unshared = (s for s in _services(ours) if ours.assignment.hosts[s.id] is None)
    return tuple(_why(service, ours, limits) for service in unshared)


def _services(ours: Assessed) -> tuple[Service, ...]:
    return ours.grounding.scenario.services


def _why(service: Service, ours: Assessed, limits: Limits) -> LeftOut:
    grounding = ours.grounding
    shared = is_one(grounding.decisions.joint(service))
    model = _also(grounding.model, (shared,))
    # Ours is near: a hint saves looking for a first plan.
    found = search(_required(model), limits, hint=ours.values)
    outcome = found.stages[0].outcome
    if outcome is Outcome.INFEASIBLE:
        conflict = minimal_conflict(model, limits)
        return LeftOut(service.id, possible=False, conflict=conflict)
    if outcome is not Outcome.OPTIMAL:
        return LeftOut(service.id, possible=None)
    return LeftOut(service.id, True, beside=_beside(service, model, ours, limits))


def _required(model: GroundModel) -> GroundModel:
    """Leave of a model only what every plan must keep."""
    kept = (i for i in model.instances if i.rule.kind is RuleKind.REQUIRE)
    return replace(model, instances=tuple(kept), objectives=(), tie_breaks=(), first=())


def _also(model: GroundModel, tests: tuple[Test, ...]) -> GroundModel:
    return replace(model, structure=(*model.structure, *tests))


def _beside(
    service: Service, model: GroundModel, ours: Assessed, limits: Limits
) -> Comparison | None:
    """Share a service as well as possible, with all others as they are."""
    near = _also(model, tuple(_others_stay(service, ours)))
    result = search(near, limits, hint=ours.values)
    if result.values is None or result.outcome is not Outcome.OPTIMAL:
        return None
    grounding = ours.grounding
    assignment = grounding.decisions.decode(result.values)
    evaluation = evaluate(grounding, result.values)
    theirs = Assessed(grounding, assignment, result.values, evaluation)
    return compare_with(ours, theirs)


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
