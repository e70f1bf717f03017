"""Nobody is left behind on the way: what is asked of every step, and who comes next."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

import vvoptimize
from tests.plans.small import (
    HEAD,
    NO_LOSS,
    PINNED,
    REQUIRED,
    assessed,
    cases,
    changed,
    margins,
    own_rules,
    shipped_rules,
)
from vvoptimize.errors import Problems
from vvoptimize.optimize import Infeasible
from vvoptimize.ruleset.waivers import Waivers, written_in
from vvoptimize.solution.assessed import Assessed, assess
from vvoptimize.source import parse

if TYPE_CHECKING:
    from vvoptimize.scenario.reading import ScenarioFile

TOGETHER = ("starts: {x: one, y: two}", "starts: {x: one, y: one}")
CLOSED = f"""\
- id: closed{REQUIRED}
  for_each: {{s: services}}
  where: start_closed[s]
  require: not starts[s]
"""
ANY = f"- id: any{REQUIRED}\n  require: count(joint[s] for s in services) >= 0\n"
WORST_OFF = """\
objectives:
- id: worst-off
  clause: "1"
  reading: x
  for_each: {m: municipalities}
  leximin: change[m]
"""
HISTORY = """\
schema: vvoptimize/scenario/v1
id: history
title: History
municipalities: [{id: a, name: A}, {id: b, name: B}, {id: c, name: C}]
steps:
- {id: past, date: 2026-01-01, taken: true}
- {id: next, date: 2027-01-01}
services:
- {id: x, name: X, workplaces_today: {a: 1, b: 1, c: 1}, total_after: 3}
- {id: y, name: Y, workplaces_today: {a: 1, b: 1, c: 0}, total_after: 2}
- {id: z, name: Z, workplaces_today: {a: 1, b: 1, c: 1}, total_after: 3}
pins:
- {service: x, host: HOST, step: past, reason: it runs}
"""
SOONEST = """\
- id: soonest
  clause: "1"
  reading: x
  maximise: sum(joint[s] for s in services)
"""


def file_of(text: str) -> ScenarioFile:
    return vvoptimize.parse_scenario(text, "plan.yaml")


def test_plan_that_is_fair_at_the_end_and_unfair_midway_is_refused():
    found = assessed(changed(), own_rules(NO_LOSS))

    (broken,) = found.evaluation.broken
    assert broken.at == (("m", "b"), ("step", "one"))
    assert broken.margin == -1
    assert [m.change for m in found.municipalities] == [0, 0]  # at the end


def test_the_same_plan_is_well_where_only_the_end_is_asked():
    found = assessed(changed(), own_rules(NO_LOSS, "  at: end\n"))

    assert found.evaluation.broken == ()


def test_search_starts_together_what_would_be_unfair_apart():
    solution = vvoptimize.solve(file_of(changed()), own_rules(NO_LOSS))

    starts = solution.assignment.starts
    assert starts["x"] == starts["y"]
    assert solution.assignment.hosts == {"x": "a", "y": "b"}


def test_there_is_no_plan_where_the_order_must_be_unfair():
    # Y must start first, and until X follows A has lost to B, or B to A.
    plan = changed(
        ("total_after: 3", "total_after: 3, earliest: two"),
        ("total_after: 4", "total_after: 4, latest: one"),
    )

    with pytest.raises(vvoptimize.InfeasibleError) as caught:
        vvoptimize.solve(file_of(plan), own_rules(NO_LOSS, CLOSED))

    infeasible = caught.value.conflict
    assert isinstance(infeasible, Infeasible)
    named = {
        (one.rule.rule_id, dict(one.at)["step"])
        for one in infeasible.conflict.instances
    }
    assert {rule for rule, _ in named} == {"no-loss", "closed"}
    assert ("no-loss", "one") in named


@pytest.mark.parametrize(
    ("gave", "got"), [("a", {"b", "c"}), ("b", {"a", "c"}), ("c", {"a", "b"})]
)
def test_who_gave_way_in_a_step_taken_comes_first_in_the_next(gave, got):
    # The host of X gained two from the others; each of them gave one.
    text = HISTORY.replace("HOST", gave)

    solution = vvoptimize.solve(file_of(text), own_rules(PINNED, CLOSED, WORST_OFF))

    hosts = solution.assignment.hosts
    assert hosts["x"] == gave
    assert {hosts["y"], hosts["z"]} == got


def test_with_no_history_each_of_three_gets_one():
    text = HISTORY.replace(", taken: true", "").partition("pins:")[0]

    solution = vvoptimize.solve(file_of(text), own_rules(ANY, WORST_OFF))

    assert set(solution.assignment.hosts.values()) == {"a", "b", "c"}


@pytest.mark.parametrize(
    ("day", "second", "margin"),
    [
        # Before 2024 two municipalities are to have a part, and four from then on.
        ("2023-06-01", "a", -1),
        ("2023-06-01", "b", 0),
        # But never more than there are shared services.
        ("2024-06-01", "a", -1),
        ("2024-06-01", "b", 0),
    ],
)
def test_host_roles_are_spread_by_the_date_of_each_step(day, second, margin):
    plan = changed(
        ("2027-01-01", "2023-02-01"),
        ("2028-07-01", day),
        ("hosts: {x: a, y: b}", f"hosts: {{x: a, y: {second}}}"),
    )

    found = margins(plan, shipped_rules(), "hosts-in-time")

    assert found == {"one": 0, "two": margin}


def test_more_are_to_have_a_part_from_the_day_that_the_value_changes():
    more = "- {id: z, name: Z, total_after: 1, workplaces_today: {a: 1}}\nassignments:"
    people = "[{id: a, name: A, population: 2}, {id: b, name: B, population: 1}]"
    third = people.replace("]", ", {id: c, name: C, population: 1}]")
    plan = changed(
        (people, third),
        ("2027-01-01", "2023-12-31"),
        ("2028-07-01", "2024-01-01"),
        ("assignments:", more),
        (
            "hosts: {x: a, y: b}, starts: {x: one, y: two}",
            "hosts: {x: a, y: b, z: a}, starts: {x: one, y: one, z: one}",
        ),
    )

    assert margins(plan, shipped_rules(), "hosts-in-time") == {"one": 0, "two": -1}


def waived(at: str, covers: str = "1") -> Assessed:
    entry = (
        "schema: vvoptimize/waivers/v1\nwaivers:\n"
        f"- {{rule: no-loss, at: {at}, reason: x, decided_by: x, case: x, "
        f"date: 2026-01-01, expires: 2026-12-31, covers: {covers}}}\n"
    )
    problems = Problems()
    written = tuple(written_in(parse(entry, "waivers.yaml"), problems))
    problems.raise_if_any()
    file = file_of(changed())
    proposed = vvoptimize.named_assignment(file.scenario, "proposed")
    waivers = Waivers(written, "2026-06-01")
    return assess(own_rules(NO_LOSS), file, proposed, waivers=waivers)


@pytest.mark.parametrize(
    ("at", "verdict"),
    [
        ("{m: b}", "waived"),  # at every step
        ("{m: b, step: one}", "waived"),
        ("{m: b, step: two}", "broken"),
        ("{m: a}", "broken"),
    ],
)
def test_waiver_covers_its_own_step_or_all_of_them(at, verdict):
    found = cases(waived(at))

    assert found["no-loss b one"].verdict == verdict


@pytest.mark.parametrize(
    ("covers", "verdict"), [("0.9", "broken"), ("1", "waived"), ("1.1", "waived")]
)
def test_waiver_covers_no_more_than_it_says_at_its_step(covers, verdict):
    assert (
        cases(waived("{m: b, step: one}", covers))["no-loss b one"].verdict == verdict
    )


@pytest.mark.parametrize(
    ("at", "code"),
    [
        ("{m: b, step: three}", "VV413"),
        ("{step: one}", "VV412"),
        ("{m: b, s: x}", "VV412"),
    ],
)
def test_waiver_of_no_case_is_refused(at, code):
    with pytest.raises(vvoptimize.InputError) as caught:
        waived(at)

    assert [problem.code for problem in caught.value.problems] == [code]


def test_answer_is_the_same_whatever_the_seeds(tmp_path):
    plan = changed(
        ("title: Plan", "title: Plan\nrules: [rules.yaml]"),
        (
            "total_after: 3}",
            "total_after: 3, delivery: network, may_stay_unshared: true}",
        ),
        (
            "assignments:\n  proposed: {hosts: {x: a, y: b}, "
            "starts: {x: one, y: two}}\n",
            "",
        ),
    )
    (tmp_path / "plan.yaml").write_text(plan, encoding="utf-8")
    rules = HEAD + NO_LOSS + WORST_OFF + SOONEST
    (tmp_path / "rules.yaml").write_text(rules, encoding="utf-8")
    solve = [
        sys.executable,
        "-m",
        "vvoptimize",
        "solve",
        "plan.yaml",
        "--format",
        "json",
    ]

    answers = {
        subprocess.run(
            [*solve, "--seed", seed, "--workers", workers],
            cwd=tmp_path,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        )
        .stdout.replace(f'"seed": {seed}'.encode(), b"")
        .replace(f'"workers": {workers}'.encode(), b"")
        for seed, workers in (("0", "1"), ("7", "1"), ("42", "2"))
    }

    (answer,) = answers
    assert b'"hosts"' in answer
