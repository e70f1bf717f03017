"""Rules' own test cases, through both readings, with what they show and cover."""

from __future__ import annotations

from enum import StrEnum
from itertools import islice
from typing import TYPE_CHECKING

from vvoptimize.authoring.coverage import Coverage, Shown, coverage
from vvoptimize.authoring.formulas import formulas_of
from vvoptimize.authoring.picture import Picture, picture
from vvoptimize.authoring.probe import Probe
from vvoptimize.classes import NamedTuple
from vvoptimize.errors import Problem
from vvoptimize.evaluation.cases import CaseResult, run_case
from vvoptimize.evaluation.verdicts import RuleVerdict, Verdict
from vvoptimize.ruleset.cases import CaseModel, case_model
from vvoptimize.scenario.exact import exact_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vvoptimize.evaluation.verdicts import InstanceVerdict
    from vvoptimize.ruleset.instances import At
    from vvoptimize.ruleset.rules import ExpectedInstance, Rule, RuleSet
    from vvoptimize.scenario.exact import Exact

TRUTHS = {Verdict.HOLDS: True, Verdict.BROKEN: False, Verdict.UNKNOWN: None}


class Reading(StrEnum):
    """Which readings a case is run through."""

    EVALUATION = "evaluation"
    BOTH = "both"


class ShownInstance(NamedTuple):
    """An instance that is not as expected: its formulas with their values."""

    at: At
    pictures: tuple[Picture, ...]


class CaseRun(NamedTuple):
    """A case that has been run.

    Attributes
    ----------
    problems
        How it differs from what is expected, or one reading from the other.
    shown
        The instances that differ; empty where the case passed.
    """

    result: CaseResult
    problems: tuple[Problem, ...]
    shown: tuple[ShownInstance, ...]


class RuleRun(NamedTuple):
    """A rule with all its cases run."""

    rule: Rule
    cases: tuple[CaseRun, ...]
    coverage: Coverage


def run_rules(rule_set: RuleSet, reading: Reading) -> tuple[RuleRun, ...]:
    """Run every case of every rule."""
    return tuple(_run_rule(rule, rule_set, reading) for rule in rule_set.rules)


def _run_rule(rule: Rule, rule_set: RuleSet, reading: Reading) -> RuleRun:
    runs: list[CaseRun] = []
    shown: list[Shown] = []
    for case in rule.cases:
        result = run_case(rule, case, rule_set)
        if result.verdict is None:
            runs.append(CaseRun(result, result.problems, ()))
            continue
        model = case_model(rule, case, rule_set)
        probe = Probe(model, rule_set)
        envs = tuple(env for _, env in model.unroller.cases(rule.variables))
        shown.append(Shown(result.verdict, probe, envs))
        runs.append(_run(result, result.verdict, model, probe, reading))
    return RuleRun(rule, tuple(runs), coverage(rule, shown))


def _run(
    result: CaseResult,
    verdict: RuleVerdict,
    model: CaseModel,
    probe: Probe,
    reading: Reading,
) -> CaseRun:
    problems = list(result.problems)
    differing = []
    if reading is Reading.BOTH:
        for at, problem in _differences(result, verdict, model):
            differing.append(at)
            problems.append(problem)
    amiss = [] if result.passed else _amiss(result, verdict, model)
    ats = dict.fromkeys([*amiss, *differing])
    applied = {instance.at for instance in verdict.instances}
    shown = (
        ShownInstance(at, tuple(_pictures(result.rule, probe, at, at in applied)))
        for at in ats
    )
    return CaseRun(result, tuple(problems), tuple(shown))


# The solver's reading


def _differences(
    result: CaseResult, verdict: RuleVerdict, model: CaseModel
) -> Iterator[tuple[At, Problem]]:
    """Tell where the solver reads the case otherwise."""
    from vvoptimize.cpsat.cases import solver_readings  # OR-Tools is slow to load

    truths = [TRUTHS[instance.verdict] for instance in verdict.instances]
    readings = solver_readings(model.model, truths)
    for instance, truth, read in zip(verdict.instances, truths, readings, strict=True):
        if (read.truth, read.margin) != (truth, instance.margin):
            values = {
                "at": _told(instance.at),
                "seen": f"verdict_{instance.verdict}",
                "margin": _amount(instance.margin),
                "other": f"verdict_{_verdict(read.truth)}",
                "amount": _amount(read.margin),
            }
            yield instance.at, Problem("VV436", result.case.span, values)


def _verdict(truth: bool | None) -> Verdict:
    return next(verdict for verdict, known in TRUTHS.items() if known is truth)


def _amount(margin: Exact | None) -> str:
    return "-" if margin is None else exact_text(margin)


def _told(at: At) -> str:
    return ", ".join(f"{name}: {element}" for name, element in at) or "-"


# What is shown of a failure


def _amiss(result: CaseResult, verdict: RuleVerdict, model: CaseModel) -> Iterator[At]:
    """Give the instances that are not as expected; the tightest where none is named."""
    case = result.case
    judged = {instance.at: instance for instance in verdict.instances}
    for expected in case.at:
        seen = judged.get(expected.at)
        if seen is None or _differs(seen, expected, case.expect):
            yield expected.at
    if verdict.verdict != case.expect:
        yield from _telling(result.rule, verdict, model)


def _differs(seen: InstanceVerdict, expected: ExpectedInstance, verdict: str) -> bool:
    told = expected.margin
    return seen.verdict != verdict or (told is not None and seen.margin != told)


def _telling(rule: Rule, verdict: RuleVerdict, model: CaseModel) -> Iterator[At]:
    """Give the instance that tells the verdict; any case where none applies."""
    if verdict.tightest is not None:
        yield verdict.tightest.at
    elif not verdict.instances:
        cases = model.unroller.cases(rule.variables)
        yield from (at for at, _ in islice(cases, 1))


def _pictures(rule: Rule, probe: Probe, at: At, applies: bool) -> Iterator[Picture]:
    """Show the formulas of a rule in a case; of one left out, why it is."""
    env = dict(at)
    for owned in formulas_of(rule):
        if applies or owned.role == "where":
            yield picture(owned.role, owned.formula, probe, env)
