"""From a scenario and its rules to a proved and re-checked assignment.

The whole flow on one screen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.assignment import Assignment, named_assignment
from vvoptimize.classes import record
from vvoptimize.errors import (
    InfeasibleError,
    InputError,
    NoIncumbentError,
    Problem,
    listed,
)
from vvoptimize.ruleset.grounding import Grounding, ground
from vvoptimize.ruleset.keep import keeping
from vvoptimize.ruleset.reading import rules_of
from vvoptimize.ruleset.waivers import waivers_for
from vvoptimize.solution.assessed import Assessed, assess, judge, judge_all
from vvoptimize.solution.recheck import confirm
from vvoptimize.solution.solution import Solution
from vvoptimize.solution.stages import Limits, Outcome

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from vvoptimize.cpsat.results import Conflict, Progress, SearchResult
    from vvoptimize.ruleset.rules import RuleSet
    from vvoptimize.ruleset.waivers import Waivers
    from vvoptimize.scenario.reading import ScenarioFile
    from vvoptimize.scenario.under_way import UnderWay


@record
class Infeasible:
    """What `InfeasibleError` carries as its conflict."""

    grounding: Grounding
    conflict: Conflict


def solve(
    scenario: ScenarioFile,
    rules: RuleSet | None = None,
    *,
    limits: Limits | None = None,
    waivers: Sequence[str] = (),
    today: str | None = None,
    keep: UnderWay | None = None,
    on_progress: Callable[[Progress], None] | None = None,
) -> Solution:
    """Find the fairest assignment that keeps every required rule, and prove it.

    Parameters
    ----------
    scenario
        As `read_scenario` gives it.
    rules
        The rule set; the files that the scenario names when left out.
    limits
        How long to search; without limit, on one thread, when left out.
    waivers
        Files of waivers, besides those that the scenario names.
    today
        The day, as `2026-01-31`, on which waivers must be in force; needed where there
        are any.
    keep
        A plan under way: before every wish and objective, as little of it as possible
        changes. What binds, as a pin does, moves only where a waiver lets it.
    on_progress
        Told of every solve.

    Returns
    -------
    Solution
        Always with a complete assignment, judged again without the solver.

    Raises
    ------
    InputError
        If rules and scenario do not fit each other.
    InfeasibleError
        If no assignment keeps every required rule (proved); with a minimal conflict.
    NoIncumbentError
        If the search stopped before it found any assignment.
    InternalError
        If the two readings of a rule differ.
    """
    granted = waivers_for(scenario, waivers, today)
    return solve_with(
        scenario,
        rules or rules_of(scenario),
        granted,
        keep=keep,
        limits=limits,
        on_progress=on_progress,
    )


def solve_with(
    scenario: ScenarioFile,
    rules: RuleSet,
    granted: Waivers | None,
    *,
    keep: UnderWay | None = None,
    limits: Limits | None = None,
    on_progress: Callable[[Progress], None] | None = None,
) -> Solution:
    """Do as `solve` does, with waivers that have been read.

    Parameters
    ----------
    keep
        What is decided: before every wish and objective, as little of it as possible
        changes.
    """
    from vvoptimize.cpsat.search import search  # OR-Tools takes half a second to load

    limits = limits or Limits()
    grounding = ground(rules, scenario, waivers=granted)
    _refuse_silence(grounding)
    if keep is not None:
        grounding = keeping(grounding, keep)
    others = tuple(_named(grounding, rules, granted))
    result = search(grounding.model, limits, on_progress=on_progress)
    assessed = _assessed(grounding, result, limits)
    confirm(assessed, result.stages, limits)
    return Solution(
        assessed=assessed,
        outcome=result.outcome,
        stop=result.stop,
        stages=result.stages,
        limits=limits,
        others=others,
        doubts=result.doubts,
        solves=result.statistics.solves,
        seconds=result.statistics.seconds,
    )


def _refuse_silence(grounding: Grounding) -> None:
    """Refuse rules that ask nothing here: an answer to nothing would look proved."""
    asked = grounding.rule_set.rules or not grounding.rule_set.objectives
    if asked and not grounding.model.instances:
        where = grounding.file.document.span(("rules",))
        raise InputError([Problem("VV405", where)])


def _assessed(grounding: Grounding, result: SearchResult, limits: Limits) -> Assessed:
    if result.outcome is Outcome.INFEASIBLE:
        raise _infeasible(grounding, limits)
    if result.values is None:
        raise NoIncumbentError([Problem("VV403", None, {"stop": result.stop.value})])
    assignment = grounding.decisions.decode(result.values)
    judged = judge_all(grounding, result.values)
    return Assessed(grounding, assignment, result.values, judged)


def _infeasible(grounding: Grounding, limits: Limits) -> InfeasibleError:
    from vvoptimize.cpsat.conflict import minimal_conflict

    conflict = minimal_conflict(grounding.model, limits)
    rules = dict.fromkeys(instance.rule.rule_id for instance in conflict.instances)
    problem = Problem("VV402", None, {"rules": listed(rules) or "-"})
    return InfeasibleError([problem], Infeasible(grounding, conflict))


def _named(
    grounding: Grounding, rules: RuleSet, waivers: Waivers | None
) -> Iterator[Assessed]:
    """Judge every named assignment of a scenario, in file order."""
    for name in grounding.scenario.assignments:
        assignment = named_assignment(grounding.scenario, name)
        if assignment.pays:
            yield assess(rules, grounding.file, assignment, name=name, waivers=waivers)
        else:
            yield judge(grounding, assignment, name=name)


def check(
    scenario: ScenarioFile,
    name: str,
    rules: RuleSet | None = None,
    *,
    waivers: Sequence[str] = (),
    today: str | None = None,
) -> Assessed:
    """Judge a named assignment; no solver is loaded.

    Parameters
    ----------
    waivers, today
        As in `solve`.

    Raises
    ------
    InputError
        If there is no such assignment, or rules, scenario and waivers do not fit each
        other.
    """
    assignment = named_assignment(scenario.scenario, name)
    granted = waivers_for(scenario, waivers, today)
    rules = rules or rules_of(scenario)
    return assess(rules, scenario, assignment, name=name, waivers=granted)


def evaluate(
    rules: RuleSet,
    scenario: ScenarioFile,
    assignment: Assignment,
    *,
    waivers: Sequence[str] = (),
    today: str | None = None,
) -> Assessed:
    """Judge any assignment; no solver is loaded.

    Parameters
    ----------
    waivers, today
        As in `solve`.

    Raises
    ------
    InputError
        If it is no assignment of this scenario, or rules, scenario and waivers do not
        fit each other.
    """
    granted = waivers_for(scenario, waivers, today)
    return assess(rules, scenario, assignment, waivers=granted)
