"""A proposal beside the proven optimum, and whether another is better for everybody."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from vvoptimize.classes import NamedTuple
from vvoptimize.errors import (
    InfeasibleError,
    InternalError,
    NoIncumbentError,
    Problem,
)
from vvoptimize.evaluation.evaluate import evaluate
from vvoptimize.explanation.compare import all_differences
from vvoptimize.optimize import solve_with
from vvoptimize.ruleset.floor import better_for_all
from vvoptimize.ruleset.grounding import ground
from vvoptimize.ruleset.rules import Sense
from vvoptimize.solution.assessed import Assessed
from vvoptimize.solution.recheck import confirm
from vvoptimize.solution.stages import Outcome, Stop

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from vvoptimize.evaluation.verdicts import Evaluation
    from vvoptimize.explanation.compare import StageDifference
    from vvoptimize.ruleset.grounding import Grounding
    from vvoptimize.ruleset.instances import At
    from vvoptimize.ruleset.rules import Objective
    from vvoptimize.ruleset.waivers import Waivers
    from vvoptimize.scenario.exact import Exact
    from vvoptimize.solution.solution import Solution
    from vvoptimize.solution.stages import Limits

    Values = Mapping[tuple[str, At], Exact | None]


class Search(StrEnum):
    """What came of looking for the best assignment."""

    PROVED = "proved"
    FOUND = "found"  # but not proved best
    INFEASIBLE = "infeasible"  # proved: no assignment keeps every binding rule
    STOPPED = "stopped"  # a limit came before any was found


class ForAll(StrEnum):
    """Whether some assignment is better for everybody."""

    YES = "yes"  # one is: nobody has less, and somebody has more
    NO = "no"  # proved: none that keeps the binding rules is
    STOPPED = "stopped"  # a limit came before either was settled
    UNKNOWN = "unknown"  # for want of figures
    NOBODY = "nobody"  # no objective compares parties


class PartyGain(NamedTuple):
    """What a party has in the proposal, and in what is better for everybody."""

    objective: Objective
    at: At
    proposal: Exact
    better: Exact


class BetterForAll(NamedTuple):
    """The answer, with the assignment that is better, where one was found.

    Attributes
    ----------
    moved
        Services with another host there, as (service, host of the proposal, host
        there).
    missing
        Figures for lack of which it is unknown.
    """

    answer: ForAll
    better: Assessed | None = None
    parties: tuple[PartyGain, ...] = ()
    moved: tuple[tuple[str, str | None, str | None], ...] = ()
    missing: tuple[str, ...] = ()


class BesideOptimum(NamedTuple):
    """A proposal beside the best assignment by the same rules and figures.

    Attributes
    ----------
    solution
        None where none was found.
    differences
        Stage by stage in their order, ours being the best: the first one decides.
    """

    search: Search
    solution: Solution | None
    differences: tuple[StageDifference, ...]
    moved: tuple[tuple[str, str | None, str | None], ...]
    for_all: BetterForAll


def beside_optimum(
    proposal: Assessed, waivers: Waivers | None, limits: Limits
) -> BesideOptimum:
    """Find the best by the rules that the proposal was judged by; loads the solver.

    Parameters
    ----------
    waivers
        Those that it was judged by.
    limits
        Of each of the two searches by itself.
    """
    search, solution = _best(proposal.grounding, waivers, limits)
    for_all = _for_all(proposal, waivers, limits, solution)
    if solution is None:
        return BesideOptimum(search, None, (), (), for_all)
    best = solution.assessed
    return BesideOptimum(
        search,
        solution,
        tuple(all_differences(best, proposal)),
        tuple(_moved(proposal, best)),
        for_all,
    )


def _best(
    grounding: Grounding, waivers: Waivers | None, limits: Limits
) -> tuple[Search, Solution | None]:
    try:
        solution = solve_with(
            grounding.file, grounding.rule_set, waivers, limits=limits
        )
    except InfeasibleError:
        return Search.INFEASIBLE, None
    except NoIncumbentError:
        return Search.STOPPED, None
    proved = solution.outcome is Outcome.OPTIMAL
    return Search.PROVED if proved else Search.FOUND, solution


def _for_all(
    proposal: Assessed,
    waivers: Waivers | None,
    limits: Limits,
    solution: Solution | None,
) -> BetterForAll:
    mine = _values(proposal.evaluation)
    if not mine:
        return BetterForAll(ForAll.NOBODY)
    floors = {key: value for key, value in mine.items() if value is not None}
    if len(floors) < len(mine):
        return BetterForAll(ForAll.UNKNOWN, missing=_missing(proposal.evaluation))
    if solution is not None and _is_better(solution.assessed, floors):
        return _found(proposal, solution.assessed, floors)
    if solution is not None and solution.stop is Stop.INTERRUPTED:
        return BetterForAll(ForAll.STOPPED)  # who presses Ctrl-C wants no more
    return _searched(proposal, waivers, limits, floors)


def _searched(
    proposal: Assessed,
    waivers: Waivers | None,
    limits: Limits,
    floors: Mapping[tuple[str, At], Exact],
) -> BetterForAll:
    from vvoptimize.cpsat.search import search  # OR-Tools takes half a second to load

    grounding = proposal.grounding
    if proposal.assignment.pays:  # what is better need not be paid for in that way
        grounding = ground(grounding.rule_set, grounding.file, waivers=waivers)
    result = search(better_for_all(grounding.model, floors), limits)
    if result.outcome is Outcome.INFEASIBLE:
        return BetterForAll(ForAll.NO)
    if result.values is None:
        return BetterForAll(ForAll.STOPPED)
    assignment = grounding.decisions.decode(result.values)
    judged = evaluate(grounding, result.values)
    found = Assessed(grounding, assignment, result.values, judged)
    confirm(found, result.stages, limits)
    missing = _missing(judged)
    if missing or _newly_unknown(judged, proposal.evaluation):
        return BetterForAll(ForAll.UNKNOWN, missing=missing)
    if not _is_better(found, floors):  # the readings differ
        values = {"stage": "better for all", "model": "yes", "evaluation": "no"}
        raise InternalError([Problem("VV901", None, values)])
    return _found(proposal, found, floors)


def _newly_unknown(found: Evaluation, proposal: Evaluation) -> bool:
    """Tell whether a binding rule is undecided there that the proposal decides."""
    open_ = {(i.rule.rule_id, i.at) for i in proposal.unknown}
    return any((i.rule.rule_id, i.at) not in open_ for i in found.unknown)


def _is_better(other: Assessed, floors: Mapping[tuple[str, At], Exact]) -> bool:
    """Tell whether nobody has less than the floors, and somebody more."""
    values = _values(other.evaluation)
    more = False
    for key, floor in floors.items():
        value = values[key]
        if value is None or value < floor:
            return False
        more = more or value > floor
    return more


def _found(
    proposal: Assessed, better: Assessed, floors: Mapping[tuple[str, At], Exact]
) -> BetterForAll:
    values = _values(better.evaluation)
    objectives = {
        outcome.objective.objective_id: outcome.objective
        for outcome in better.evaluation.objectives
    }
    parties = tuple(
        PartyGain(objectives[id_], at, floor, value)
        for (id_, at), floor in floors.items()
        if (value := values[id_, at]) is not None
    )
    moved = tuple(_moved(proposal, better))
    return BetterForAll(ForAll.YES, better, parties, moved)


def _values(evaluation: Evaluation) -> Values:
    """Give what each party of each leximin objective has."""
    return {
        (outcome.objective.objective_id, party.at): party.value
        for outcome in evaluation.objectives
        if outcome.objective.sense is Sense.LEXIMIN
        for party in outcome.parties
    }


def _missing(evaluation: Evaluation) -> tuple[str, ...]:
    lacking = (
        figure
        for outcome in evaluation.objectives
        if outcome.objective.sense is Sense.LEXIMIN
        for party in outcome.parties
        for figure in party.missing
    )
    return tuple(dict.fromkeys(lacking))


def _moved(
    proposal: Assessed, other: Assessed
) -> Iterator[tuple[str, str | None, str | None]]:
    for service, host in proposal.assignment.hosts.items():
        theirs = other.assignment.hosts[service]
        if theirs != host:
            yield service, host, theirs
