"""Rules' own test cases, run: whether a rule means what its author says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.classes import record
from vvoptimize.errors import InputError, Problem, listed
from vvoptimize.evaluation.evaluate import judge
from vvoptimize.evaluation.values import Evaluator
from vvoptimize.evaluation.verdicts import RuleVerdict, Verdict
from vvoptimize.ruleset.cases import case_model
from vvoptimize.scenario.exact import exact_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vvoptimize.ruleset.rules import Case, ExpectedInstance, Rule, RuleSet
    from vvoptimize.scenario.exact import Exact


@record
class CaseResult:
    """One test case of a rule, run.

    Attributes
    ----------
    verdict
        None where the rule could not be unrolled over the case.
    problems
        How it differs from what was expected, each at its place; empty when it passed.
    """

    rule: Rule
    case: Case
    verdict: RuleVerdict | None
    problems: tuple[Problem, ...]

    @property
    def passed(self) -> bool:
        """Whether all is as expected."""
        return not self.problems


def run_cases(rule_set: RuleSet) -> tuple[CaseResult, ...]:
    """Run every test case of every rule, in file order."""
    return tuple(
        run_case(rule, case, rule_set) for rule in rule_set.rules for case in rule.cases
    )


def run_case(rule: Rule, case: Case, rule_set: RuleSet) -> CaseResult:
    """Run one test case of a rule."""
    try:
        unrolled = case_model(rule, case, rule_set)
    except InputError as error:
        return CaseResult(rule, case, None, error.problems)
    evaluator = Evaluator(unrolled.values)
    judged = (judge(instance, evaluator) for instance in unrolled.model.instances)
    verdict = RuleVerdict(rule, tuple(judged), unrolled.model.excepted)
    return CaseResult(rule, case, verdict, tuple(_problems(rule, case, verdict)))


def _problems(rule: Rule, case: Case, verdict: RuleVerdict) -> Iterator[Problem]:
    if verdict.verdict != case.expect:
        values = {
            "rule": rule.rule_id,
            "case": case.name,
            "wanted": f"verdict_{case.expect}",
            "seen": f"verdict_{verdict.verdict}",
        }
        yield Problem("VV385", case.span, values)
    judged = {instance.at: instance for instance in verdict.instances}
    excepted = {instance.at for instance in verdict.excepted}
    for expected in case.at:
        instance = judged.get(expected.at)
        if expected.at in excepted:
            yield from _otherwise(case, expected, Verdict.EXCEPTED)
            yield from _other_amount(case, expected, Verdict.EXCEPTED, None)
        elif instance is None:
            known = [_told(at) for at in judged]
            values = {"at": _told(expected.at), "known": listed(known) or "-"}
            yield Problem("VV387", expected.span, values)
        else:
            yield from _otherwise(case, expected, instance.verdict)
            yield from _other_amount(case, expected, instance.verdict, instance.margin)


def _otherwise(
    case: Case, expected: ExpectedInstance, seen: Verdict
) -> Iterator[Problem]:
    """Tell of an instance that is judged otherwise than is expected."""
    if seen != case.expect:
        verdicts = {"wanted": f"verdict_{case.expect}", "seen": f"verdict_{seen}"}
        at = _told(expected.at)
        yield Problem("VV388", expected.span, {"at": at, **verdicts})


def _other_amount(
    case: Case, expected: ExpectedInstance, seen: Verdict, margin: Exact | None
) -> Iterator[Problem]:
    """Tell of an instance that is another distance from the limit than is expected."""
    judged_so = seen == case.expect
    if judged_so and expected.margin is not None and margin != expected.margin:
        found = "-" if margin is None else exact_text(margin)
        amounts = {"wanted": exact_text(expected.margin), "seen": found}
        at = _told(expected.at)
        yield Problem("VV389", expected.span, {"at": at, **amounts})


def _told(at: tuple[tuple[str, str], ...]) -> str:
    return ", ".join(f"{name}: {element}" for name, element in at)
