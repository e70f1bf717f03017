"""Exceptions that the agreement itself makes: counted and told, never dropped."""

import pytest

from tests.evaluation.test_evaluate import WHOLE
from tests.evaluation.worlds import DECLARED, run
from tests.ruleset.region import HEAD, faults, grounded, region, rule, rules, unmarked
from vvoptimize.assignment import parse_assignment
from vvoptimize.errors import InputError
from vvoptimize.evaluation.evaluate import evaluate
from vvoptimize.evaluation.verdicts import Verdict
from vvoptimize.solution.assessed import assess

PAIRS = "for_each: {s: services, m: municipalities}"
LIMIT = f"{PAIRS}, measure: 'workplaces[s, m]', at_most: limit"
HEAD_OF_IT = 'clause: "11.2", reading: y'
BROKEN = "workplaces: {x: {a: 2.5, b: 1}}"


def excepted(*conditions: str) -> str:
    entries = ", ".join(f"{{{HEAD_OF_IT}, where: '{c}'}}" for c in conditions)
    return f"{LIMIT}, except: [{entries}]"


@pytest.mark.parametrize(
    ("today", "expect"), [("0.9", "excepted"), ("1", "excepted"), ("1.1", "broken")]
)
def test_the_limit_of_an_exception_is_exact(today: str, expect: str) -> None:
    result = run(
        excepted("workplaces_today[s, m] <= leeway"),
        f"workplaces_today: {{x: {{a: {today}, b: 1}}}}, {BROKEN}",
        expect,
    )

    assert result.passed, [p.render() for p in result.problems]


def test_instances_under_an_exception_are_told_one_by_one_with_their_clause() -> None:
    result = run(
        excepted("statutory[s] and participant[s, m]"),
        f"participant: {{x: {{a: 1, b: 0}}}}, statutory: {{x: 1}}, {BROKEN}",
        "holds",
        "[{s: x, m: b, slack: 1}]",
    )

    assert result.passed
    assert result.verdict is not None
    (one,) = result.verdict.excepted
    assert dict(one.at) == {"s": "x", "m": "a"}
    assert one.exception.citation.clause == "11.2"
    assert [dict(i.at)["m"] for i in result.verdict.instances] == ["b"]


def test_a_rule_all_of_whose_cases_are_excepted_says_so() -> None:
    result = run(
        excepted("statutory[s]"),
        f"statutory: {{x: 1}}, {BROKEN}",
        "excepted",
        "[{s: x, m: a}, {s: x, m: b}]",
    )

    assert result.passed
    assert result.verdict is not None
    assert result.verdict.verdict is Verdict.EXCEPTED
    assert result.verdict.instances == ()


@pytest.mark.parametrize("given", [BROKEN, "workplaces: {x: {a: 1, b: 1}}"])
def test_what_may_be_excepted_is_neither_that_nor_required(given: str) -> None:
    result = run(excepted("statutory[s]"), given, "unknown")

    assert result.passed
    assert result.verdict is not None
    assert [i.missing for i in result.verdict.instances] == [("statutory[x]",)] * 2


@pytest.mark.parametrize(
    ("conditions", "expect"),
    [
        (("statutory[s]", "welfare[s]"), "excepted"),  # the second for certain
        (("welfare[s]", "statutory[s]"), "excepted"),
        (("statutory[s]", "not welfare[s]"), "unknown"),
        (("welfare[s] and statutory[s]",), "unknown"),
        (("not welfare[s] and statutory[s]",), "broken"),
    ],
)
def test_of_several_exceptions_one_that_is_certain_settles_it(
    conditions: tuple[str, ...], expect: str
) -> None:
    assert run(excepted(*conditions), f"welfare: {{x: 1}}, {BROKEN}", expect).passed


def test_the_first_exception_that_covers_a_case_is_the_one_that_is_told() -> None:
    body = (
        f"{LIMIT}, except: [{{clause: '1', reading: y, where: 'statutory[s]'}}, "
        "{clause: '2', reading: y, where: 'welfare[s]'}, "
        "{clause: '3', reading: y, where: 'welfare[s]'}]"
    )

    result = run(body, f"statutory: {{x: 0}}, welfare: {{x: 1}}, {BROKEN}")

    assert result.verdict is not None
    assert {i.exception.citation.clause for i in result.verdict.excepted} == {"2"}


def test_where_the_rule_does_not_apply_nothing_is_excepted() -> None:
    body = excepted("statutory[s]") + ", where: 'welfare[s]'"

    given = f"statutory: {{x: 1}}, welfare: {{x: 0}}, {BROKEN}"
    assert run(body, given, "not_applicable").passed


def test_where_it_is_not_known_whether_the_rule_applies_an_exception_settles_it() -> (
    None
):
    body = excepted("statutory[s]") + ", where: 'welfare[s]'"

    assert run(body, f"statutory: {{x: 1}}, {BROKEN}", "excepted").passed
    assert run(body, f"statutory: {{x: 0}}, {BROKEN}", "unknown").passed


@pytest.mark.parametrize(
    ("expect", "at", "codes"),
    [
        ("holds", "[]", ["VV385"]),
        ("excepted", "[{s: x, m: a, slack: 1}]", ["VV389"]),
        ("broken", "[{s: x, m: a}]", ["VV385", "VV388"]),
    ],
)
def test_a_case_that_expects_something_else_fails(expect, at, codes) -> None:
    result = run(excepted("statutory[s]"), f"statutory: {{x: 1}}, {BROKEN}", expect, at)

    assert [problem.code for problem in result.problems] == codes
    for problem in result.problems:
        assert "!}" not in problem.render("nb") + problem.render("en")


FAULTS = {
    "VV102": "{clause: '1', where: '1 == 1'«}",
    "VV330": "{clause: '1', reading: y, where: '«statutry[s]'}",
    "VV334": "{clause: '1', reading: y, where: '«population[m] > limit'}",
    "VV339": "{clause: '1', reading: y, where: '«population[m]'}",
    "VV343": "{clause: '1', reading: y, where: '«joint[s]'}",
}


@pytest.mark.parametrize("code", FAULTS)
def test_an_exception_is_checked_as_a_where_is(code: str) -> None:
    body = f"{LIMIT}, except: [{FAULTS[code]}]"
    text = HEAD + DECLARED + rule(body)
    if code in ("VV102",):
        text = text.replace("«", "")
        assert [found for found, _ in faults(text)] == [code]
    else:
        text, place = unmarked(text)
        assert faults(text) == [(code, place)]


def test_an_exception_counts_among_what_the_rule_rests_on() -> None:
    (one,) = rules(DECLARED + rule(excepted("1 * leeway > 0"))).rules

    assert one.parameters == ("limit", "leeway")


def test_excepted_cases_of_a_scenario_are_judged_by_neither_reading() -> None:
    grounding = grounded(DECLARED + rule(excepted("statutory[s] or not statutory[s]")))

    (verdict,) = evaluate(grounding, ()).rules

    assert grounding.model.instances == ()
    assert verdict.verdict is Verdict.EXCEPTED
    assert len(verdict.excepted) == 12
    assert grounding.not_applicable == ()


def test_a_check_in_which_all_is_excepted_applied_no_rule() -> None:
    text = rules(DECLARED + rule(excepted("1 == 1")))

    with pytest.raises(InputError) as caught:
        assess(text, region(), parse_assignment(WHOLE, "a.yaml", region().scenario))

    assert [problem.code for problem in caught.value.problems] == ["VV405"]
