"""Rules' own cases through both readings, and what they cover."""

from pathlib import Path

import pytest

from tests.ruleset.region import rules
from vvoptimize.authoring.cases import Reading, RuleRun, run_rules
from vvoptimize.cpsat.builder import Builder
from vvoptimize.ruleset.reading import parse_rules, read_rules
from vvoptimize.ruleset.syntax import written

ROOT = Path(__file__).parents[2]
SHIPPED = sorted((ROOT / "rules").glob("*.yaml"))
SOUND = ROOT / "tests" / "authoring" / "sound.yaml"

RULE = """\
rules:
- id: r
  clause: "1"
  reading: x
  authority: advice
  kind: require
"""


def run(body: str, tests: str) -> RuleRun:
    cases = "".join(f"  - {{name: case, {one}}}\n" for one in tests.split("\n") if one)
    (found,) = run_rules(rules(f"{RULE}{body}\n  tests:\n{cases}"), Reading.BOTH)
    return found


def codes(found: RuleRun) -> list[list[str]]:
    return [[problem.code for problem in case.problems] for case in found.cases]


@pytest.mark.parametrize("path", [*SHIPPED, SOUND], ids=lambda path: path.stem)
def test_cases_of_shipped_rules_pass_in_both_readings(path) -> None:
    runs = run_rules(read_rules([str(path)]), Reading.BOTH)

    assert [case.problems for one in runs for case in one.cases if case.problems] == []


def test_a_reading_that_differs_is_told(monkeypatch) -> None:
    monkeypatch.setattr(Builder, "_when_false", lambda *_: None)

    runs = run_rules(read_rules([str(SOUND)]), Reading.BOTH)

    problems = [p.code for one in runs for case in one.cases for p in case.problems]
    assert set(problems) == {"VV436"}


def test_readings_are_not_compared_where_only_one_is_asked_for(monkeypatch) -> None:
    monkeypatch.setattr(Builder, "_when_false", lambda *_: None)

    runs = run_rules(read_rules([str(SOUND)]), Reading.EVALUATION)

    assert [p for one in runs for case in one.cases for p in case.problems] == []


def test_a_case_without_a_value_is_told_and_shows_nothing() -> None:
    found = run(
        "  for_each: {s: services}\n  require: joint[s] or 1 / cost_after[s] > 0",
        "given: {services: [a], joint: {a: 1}, cost_after: {a: 0}}, expect: holds",
    )

    assert codes(found) == [["VV350"]]
    assert found.cases[0].shown == ()


def test_a_case_that_is_left_out_shows_why() -> None:
    found = run(
        "  for_each: {s: services}\n  where: statutory[s]\n  require: joint[s]",
        "given: {services: [a], statutory: {a: 0}, joint: {a: 1}}, expect: holds",
    )

    assert codes(found) == [["VV385"]]
    (shown,) = found.cases[0].shown
    assert shown.at == (("s", "a"),)
    assert [picture.role for picture in shown.pictures] == ["where"]
    assert [part.value for part in shown.pictures[0].parts] == [False]


def test_parts_have_numbers_truths_elements_and_what_is_unknown() -> None:
    found = run(
        "  for_each: {a: municipalities, b: municipalities}\n  require: a == b or "
        "implies(separated[a, b], -population[a] / 2 > population[b])",
        "given: {municipalities: [x, y], population: {x: 3}, "
        "separated: {x: {y: 1}}}, expect: holds, at: [{a: x, b: y}]",
    )

    formula = found.cases[0].shown[0].pictures[0]
    told = [(formula.text[part.offset :][:2], part.value) for part in formula.parts]
    assert [value for _, value in told][:4] == ["x", False, "y", None]
    assert ("se", True) in told
    assert ("po", 3) in told
    assert ("po", None) in told


BRANCHES = [
    # An `and` is decided by the one that is false.
    ("statutory[s] and joint[s]", [(1, 1)], ["statutory[s]", "joint[s]"]),
    ("statutory[s] and joint[s]", [(1, 0)], ["statutory[s]"]),
    ("statutory[s] and joint[s]", [(1, 0), (0, 1)], []),
    ("statutory[s] and joint[s]", [(0, 0)], ["statutory[s]", "joint[s]"]),
    # An `or` by the one that is true.
    ("statutory[s] or joint[s]", [(0, 1)], ["statutory[s]"]),
    ("statutory[s] or joint[s]", [(1, 1)], ["statutory[s]", "joint[s]"]),
    ("statutory[s] or joint[s]", [(0, 1), (1, 0)], []),
    # `implies(a, b)` is `not a or b`.
    ("implies(statutory[s], joint[s])", [(1, 0)], ["statutory[s]", "joint[s]"]),
    ("implies(statutory[s], joint[s])", [(0, 0)], ["joint[s]"]),
    ("implies(statutory[s], joint[s])", [(0, 0), (1, 1)], []),
    # Within a `for`, each element counts.
    (
        "any(statutory[t] and joint[t] for t in services) and joint[s]",
        [(1, 0)],
        [
            "any(statutory[t] and joint[t] for t in services)",
            "joint[s]",
            "statutory[t]",
        ],
    ),
    (
        "sum(1 for t in services if statutory[t] and not welfare[t]) > 5 or joint[s]",
        [(0, 1)],
        [
            "sum(1 for t in services if statutory[t] and not welfare[t]) > 5",
            "not welfare[t]",
        ],
    ),
]


@pytest.mark.parametrize(("formula", "worlds", "left"), BRANCHES)
def test_a_branch_that_no_case_needs_is_told(formula, worlds, left) -> None:
    tests = "\n".join(
        f"given: {{services: [a], statutory: {{a: {statutory}}}, welfare: {{a: 0}}, "
        f"joint: {{a: {joint}}}}}, expect: holds"
        for statutory, joint in worlds
    )

    found = run(f"  for_each: {{s: services}}\n  require: {formula}", tests)

    told = [written(branch.part) for branch in found.coverage.never_decided]
    assert told == left


def test_coverage_counts_verdicts_and_the_limit() -> None:
    rule_set = parse_rules(SOUND.read_text("utf-8"), "sound.yaml")

    found = run_rules(rule_set, Reading.EVALUATION)[0].coverage

    assert found.verdicts == {"holds": 2, "broken": 1, "unknown": 1}
    assert found.on_limit == 1


def test_cases_that_an_exception_takes_out_are_counted() -> None:
    found = run(
        "  for_each: {s: services}\n  require: joint[s]\n"
        "  except: [{clause: '2', reading: x, where: 'statutory[s]'}]",
        "given: {services: [a], statutory: {a: 1}, joint: {a: 0}}, expect: excepted",
    )

    assert codes(found) == [[]]
    assert found.cases[0].shown == ()
    assert found.coverage.verdicts == {"excepted": 1}
