"""Rows that are made when they are asked for are those that would be made at once."""

from fractions import Fraction

import pytest

from tests.report.cases import SCENARIOS, UNKNOWN, text
from tests.report.example import RULES, SCENARIO, assessed
from tests.report.test_withheld import report as with_people
from vvoptimize.assignment import named_assignment
from vvoptimize.evaluation.verdicts import InstanceVerdict, Verdict
from vvoptimize.explanation.evidence import evidence_of
from vvoptimize.report import check_report, render_json
from vvoptimize.report.assessment import instance_row
from vvoptimize.report.rows import CaseRows, Made
from vvoptimize.ruleset.grounding import Grounding
from vvoptimize.ruleset.reading import parse_rules, read_rules
from vvoptimize.scenario.reading import read_scenario
from vvoptimize.solution.assessed import assess

RULE = parse_rules(RULES, "rules.yaml").rules[0]
JUDGED = [
    (Verdict.HOLDS, 4),
    (Verdict.BROKEN, -2),
    (Verdict.UNKNOWN, None),
    (Verdict.BROKEN, Fraction(-5, 2)),
    (Verdict.HOLDS, 0),
    (Verdict.BROKEN, -2),
    (Verdict.BROKEN, None),
]


def instances(pairs):
    """Give one case per pair of verdict and margin."""
    return tuple(
        InstanceVerdict(RULE, (("m", str(number)),), verdict, margin, margin, None)
        for number, (verdict, margin) in enumerate(pairs)
    )


def rows(pairs, made=None):
    """Give rows that are the numbers of their cases, and note those that are made."""
    noted = [] if made is None else made

    def make(place):
        noted.append(place)
        return place

    return of(make, instances(pairs))


def of(make, told):
    """Give the rows of cases of which nothing is withheld."""
    return CaseRows(make, told, [False] * len(told))


def judged_region():
    """Return a check of a scenario of the repository, with cases of every verdict."""
    path = SCENARIOS / "vestre-varanger.yaml"
    file = read_scenario(str(path))
    rule_set = read_rules([str(path.parent / one) for one in file.scenario.rules])
    given = named_assignment(file.scenario, next(iter(file.scenario.assignments)))
    return assess(rule_set, file, given)


# Sequences


def test_members_are_made_when_they_are_asked_for():
    made = []

    def make(number):
        made.append(number)
        return str(number)

    few = Made(make, range(9))[:2]

    assert (few, made) == (("0", "1"), [0, 1])


def test_it_is_a_sequence_like_any_other():
    three = Made(str, (1, 2, 3))

    assert three == ("1", "2", "3")
    assert three != ("1", "2")
    assert three != 3
    assert hash(three) == hash(Made(str, range(1, 4)))
    assert (three[-1], len(three), repr(three)) == ("3", 3, "('1', '2', '3')")
    assert [*reversed(three)] == ["3", "2", "1"]


# Cases of a rule


def test_cases_of_a_verdict_stay_in_order():
    assert rows(JUDGED).judged("broken") == [1, 3, 5, 6]
    assert rows(JUDGED).judged("waived") == []


@pytest.mark.parametrize("most", [0, 1, 2, 3, 4, 9])
def test_the_worst_come_first_and_the_first_of_equals(most):
    broken = [3, 1, 5, 6]  # one without amount counts as nothing short

    ordered = rows(JUDGED).judged("broken").worst_first(most)

    assert list(ordered[:most]) == broken[:most]
    assert sorted(ordered) == [1, 3, 5, 6]


def test_no_row_is_made_to_choose_others():
    made: list[int] = []

    worst = rows(JUDGED, made).judged("broken").measured.worst_first(1)

    assert made == []
    assert (worst[0], made) == (3, [3])


def test_a_limit_is_told_where_it_is_one():
    def limited(*limits):
        pairs = zip(instances(JUDGED), limits, strict=False)
        return of(str, [case._replace(limit=limit) for case, limit in pairs]).limit

    assert limited(None, 3, Fraction(3), None) == 3
    assert limited(0, 0) == 0
    assert limited(3, 4) is None
    assert limited(None) is None


@pytest.mark.parametrize("lang", ["nb", "en"])
def test_text_makes_but_few_of_the_rows(lang, monkeypatch):
    made = []

    def noted(case, grounding):
        made.append(case)
        return instance_row(case, grounding)

    monkeypatch.setattr("vvoptimize.report.assessment.instance_row", noted)
    judged = judged_region()

    told = text(check_report(judged), lang)

    cases = [case for rule in judged.evaluation.rules for case in rule.instances]
    assert told
    assert len(made) < len(cases) / 2


def test_neither_judging_nor_telling_unrolls_every_case(monkeypatch):
    def unrolled(_):
        raise AssertionError

    monkeypatch.setattr(Grounding, "model", property(unrolled))

    report = check_report(judged_region())

    assert text(report)
    assert render_json(report, timings=False)


@pytest.mark.parametrize("scenario", [SCENARIO, UNKNOWN])
def test_rows_are_those_that_are_made_of_every_case(scenario):
    judged = assessed("best", scenario)

    for rule, verdict in zip(
        check_report(judged).assessment.rules, judged.evaluation.rules, strict=True
    ):
        eager = [instance_row(case, judged.grounding) for case in verdict.instances]
        assert rule.instances == eager
        assert rule.tightest in [None, *eager]


# What may be told of them is what their rows tell.


def reports():
    """Give reports with numbers that are told, unknown and withheld."""
    for people in (
        "{alfa: 12, beta: 0, gamma: 5}",
        "{alfa: 12, beta: 4, gamma: 5}",
        "{alfa: 0, beta: 4, gamma: 0}",
        "{alfa: unknown, beta: 4, gamma: 30}",
    ):
        yield with_people(people)
    yield check_report(judged_region())


def test_what_is_chosen_without_rows_is_chosen_as_by_rows():
    for report in reports():
        for rule in report.assessment.rules:
            cases = rule.instances
            for verdict in ("holds", "broken", "waived", "unknown"):
                own = [case for case in cases if case.verdict == verdict]
                assert cases.judged(verdict) == own
                assert getattr(rule, verdict) == len(own)
            valued = [c for c in cases if c.value is not None or c.withheld]
            limits = {case.limit for case in cases} - {None}
            assert cases.measured == valued
            assert cases.limit == (limits.pop() if len(limits) == 1 else None)
            assert cases.withheld == any(case.withheld for case in cases)
            assert set(cases.missing) == {m for case in cases for m in case.missing}
            assert cases.worst_first(3)[:3] == tuple(sorted(cases, key=_margin)[:3])


def _margin(case):
    return (case.slack or 0) - (case.shortfall or 0)


def test_deciding_figures_are_those_that_more_than_shown_rules_need():
    seen = 0
    for report in (check_report(assessed("best", UNKNOWN)), *reports()):
        needs = {row: [need.kind for need in row.needs] for row in report.unknown}
        deciding = [row for row, kinds in needs.items() if set(kinds) != {"report"}]
        assert report.unknown.deciding == deciding
        seen += len(deciding)
    assert seen


def test_what_is_rested_on_is_the_same_whoever_knows_which_rules_apply():
    for judged in (judged_region(), assessed("best", UNKNOWN)):
        found = evidence_of(judged.grounding, judged.evaluation)

        assert found == evidence_of(judged.grounding)
        assert found.binding_on_proposed
