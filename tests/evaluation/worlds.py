"""Rules judged in small worlds that their test cases give."""

from tests.ruleset.region import rules
from vvoptimize.evaluation.cases import CaseResult, run_cases
from vvoptimize.evaluation.verdicts import InstanceVerdict

DECLARED = """\
parameters:
  limit: {unit: FTE, value: 2, range: [0, 9], status: proposed, label: x}
  leeway: {unit: FTE, value: 1, range: [0, 9], status: proposed, label: x}
measures:
  gain:
    for_each: {m: municipalities}
    unit: FTE
    expr: sum(workplaces[s, m] - workplaces_today[s, m] for s in services)
  gains: {for_each: {m: municipalities}, unit: bool, expr: "gain[m] > 0"}
rules:
"""


def run(body: str, given: str, expect: str = "holds", at: str = "[]") -> CaseResult:
    """Run one case of one rule, over `s` in {x} and `m` in {a, b} where not said."""
    sets = "" if "services" in given else "services: [x], municipalities: [a, b], "
    entry = (
        '- {id: r, clause: "1", reading: x, authority: advice, kind: require, '
        f"{body}, tests: [{{name: one, given: {{{sets}{given}}}, "
        f"expect: {expect}, at: {at}}}]}}\n"
    )
    (result,) = run_cases(rules(DECLARED + entry))
    return result


def verdict(body: str, given: str) -> str:
    """Give the verdict of the rule."""
    result = run(body, given)
    assert result.verdict is not None, [p.render() for p in result.problems]
    return result.verdict.verdict.value


def only(body: str, given: str) -> InstanceVerdict:
    """Give the only instance of the rule."""
    result = run(body, given)
    assert result.verdict is not None, [p.render() for p in result.problems]
    (instance,) = result.verdict.instances
    return instance
