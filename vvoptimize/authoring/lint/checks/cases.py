"""L3xx: test cases that do not show what a rule means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.authoring.lint.page import Finding
from vvoptimize.classes import NamedTuple
from vvoptimize.evaluation.cases import run_case
from vvoptimize.evaluation.verdicts import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vvoptimize.authoring.lint.subject import Subject
    from vvoptimize.ruleset.rules import Case, Rule, RuleSet


class _Shown(NamedTuple):
    """What a case shows; one that fails shows what it expects."""

    verdict: str
    on_limit: bool


def case_findings(subject: Subject) -> Iterator[Finding]:
    """Find rules whose cases do not show where they hold and where they do not."""
    for rule in subject.rule_set.rules:
        shown = [_shown(rule, case, subject.rule_set) for case in rule.cases]
        for code, values in _lacking(rule, shown):
            told = {"rule": f"`{rule.rule_id}`", **values}
            yield Finding(code, subject.sources.span(rule.rule_id), told)


def _shown(rule: Rule, case: Case, rule_set: RuleSet) -> _Shown:
    result = run_case(rule, case, rule_set)
    if result.verdict is None or not result.passed:
        return _Shown(case.expect, any(one.margin == 0 for one in case.at))
    instances = result.verdict.instances
    return _Shown(result.verdict.verdict, any(one.margin == 0 for one in instances))


def _lacking(rule: Rule, shown: list[_Shown]) -> Iterator[tuple[str, dict[str, str]]]:
    verdicts = {one.verdict for one in shown}
    if not shown:
        yield "L301", {}
    elif len(verdicts) == 1 and len(shown) > 1:
        verdict = f"verdict_{verdicts.pop()}"
        yield "L305", {"n": str(len(shown)), "verdict": verdict}
    else:
        if Verdict.HOLDS not in verdicts:
            yield "L302", {}
        if Verdict.BROKEN not in verdicts:
            yield "L303", {}
        # One that never holds is not on the limit either, which is told above.
        on_limit = any(one.on_limit for one in shown)
        if Verdict.HOLDS in verdicts and rule.unit is not None and not on_limit:
            yield "L304", {}
