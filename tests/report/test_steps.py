"""A plan in steps as text in both languages, and as JSON."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

import vvoptimize
from tests.evaluation.test_steps import RULES, judged
from tests.report.cases import flat, text
from vvoptimize.report import check_report, render_json, solve_report
from vvoptimize.report.model import Words
from vvoptimize.report.text.voice import Voice

TINY = "scenarios/tiny-steps.yaml"
UNFAIR = "fair-in-the-end"
STAFF = ("services: 2, staff: 3, effort: 9", "services: 2, staff: unknown, effort: 9")
NO_PIN = ("pins:\n- {service: x, host: a, step: one, reason: done}\n", "")
NOTHING_YET = (
    (", taken: true", ""),
    NO_PIN,
    ("starts: {y: two}", "starts: {x: one, y: two}"),
)


def tiny():
    return check_report(vvoptimize.check(vvoptimize.read_scenario(TINY), UNFAIR))


def part(told: str, heading: str) -> list[str]:
    """Return the lines below a heading, up to the next empty one."""
    lines = told.splitlines()
    below = lines[lines.index(heading) + 1 :]
    return below[: below.index("")]


def test_steps_tell_what_starts_its_host_and_its_day():
    assert part(text(tiny(), "en"), "THE PLAN, STEP BY STEP") == [
        "Step    Date            Starts         Host",
        "first   1 January 2026  Records        Granmo",
        "        Has happened.",
        "second  1 January 2027  Child welfare  Bjørkli",
        "        Used of the limits: services 1 of 1.",
        "third   1 January 2028  IT services    Askvik",
        "        Used of the limits: services 1 of 1.",
        "A mean over the plan counts 730 days, from 1 January 2027 to 31 December"
        " 2028.",
    ]


def test_the_timeline_is_words_in_columns():
    assert part(text(tiny()), "TIDSLINJE")[:4] == [
        "Tjeneste   januar 2026  januar 2027  januar 2028",
        "Arkiv      starter      felles       felles",
        "Barnevern  i dag        starter      felles",
        "IKT        i dag        i dag        starter",
    ]


def test_each_municipality_has_a_line_of_its_own_at_each_step():
    heading = "EACH MUNICIPALITY AT EACH STEP: FTE THERE AND EMPLOYED, NOK PER YEAR"

    lines = part(text(tiny(), "en"), heading)[1:]

    assert len(lines) == 9
    assert lines[3].split() == [
        "January",
        "2027",
        "Askvik",
        "0",
        "3",
        "−3",
        "3",
        "6,000,000",
        "0",
    ]
    assert lines[4].split() == [
        "January",
        "2027",
        "Bjørkli",
        "1",
        "6",
        "+3",
        "6",
        "3,500,000",
        "−500,000",
    ]


def test_history_tells_what_each_gave_and_got():
    heading = "GITT OG FÅTT I STEGENE SOM ER GJENNOMFØRT, I ÅRSVERK; KRONER I ÅRET"

    lines = part(text(tiny()), heading)

    assert " ".join(lines[-3].split()) == "Askvik ingen 1 0 1 0 0"
    assert " ".join(lines[-1].split()) == "Granmo Arkiv 0 1 0 1 +500 000"


def test_a_broken_case_names_municipality_and_step():
    assert "Broken: Askvik in January 2027. Askvik loses 1 FTE more" in flat(
        tiny(), "en"
    )
    assert "Brutt: Askvik i januar 2027." in flat(tiny(), "nb")


def test_a_step_with_a_name_or_within_a_month_is_told_with_both():
    report = check_report(judged(("date: 2028-07-01", "date: 2028-07-15")))

    assert "the whole region on 15 July 2028 (Later)" in flat(report, "en")
    assert "hele området den 15. juli 2028 (Later)" in flat(report, "nb")


def test_a_name_that_only_repeats_the_month_is_not_told_twice():
    name = "name: {nb: juli 2028, en: July 2028}"
    report = check_report(judged(("name: Later", name)))

    assert "the whole region in July 2028," in flat(report, "en")


def test_a_step_at_which_nothing_starts_says_so_and_unshared_services_are_named():
    told = flat(check_report(judged()), "en")

    assert "three 1 January 2029 nothing" in told
    assert "Starts at no step: Z." in told


def test_limits_are_told_with_what_is_used_of_them():
    told = flat(check_report(judged()), "en")
    unknown = flat(check_report(judged(STAFF)), "en")

    assert (
        "Used of the limits: services 1 of 2; FTE that change employer 1 of 3; weeks of"
        " project work 7 of 9." in told
    )
    assert "FTE that change employer 1 of unknown" in unknown


def test_without_a_step_that_has_happened_there_is_no_history():
    told = flat(check_report(judged(*NOTHING_YET)), "en")

    assert "GIVEN AND GOT" not in told
    assert "Has happened" not in told


def test_objectives_say_how_they_count_over_time():
    told = flat(tiny(), "en")

    assert "in «Balanced workplaces» at the worst step: Askvik (−3 FTE)" in told
    assert "Each counts by its worst step." in told
    assert "The mean over the plan, by days." in told


def test_stages_say_so_too_and_other_plans_are_told_apart_by_their_starts():
    solved = solve_report(vvoptimize.solve(vvoptimize.read_scenario(TINY)))
    told = flat(solved, "en")

    assert [stage.over for stage in solved.stages if stage.over] == [
        "worst_step",
        "mean",
    ]
    assert "«Earliest benefit» 1,000,000 NOK/year proved The mean over the plan" in told
    assert (
        "Other starts: IT services: in January 2028, not in January 2027; Child"
        " welfare: in January 2027, not in January 2028." in told
    )


def test_json_has_the_plan():
    content = json.loads(render_json(tiny(), timings=False))
    plan = content["assessment"]["plan"]

    assert content["scenario"]["steps"][1] == {
        "id": "second",
        "name": None,
        "date": "2027-01-01",
    }
    assert (plan["horizon"], plan["days"]) == ("2028-12-31", 730)
    assert [step["days"] for step in plan["steps"]] == [None, 365, 365]
    assert plan["steps"][1]["starts"] == [{"service": "barnevern", "host": "bjorkli"}]
    assert plan["steps"][1]["limits"] == [
        {"kind": "services", "unit": "1", "limit": 1, "used": 1}
    ]
    assert plan["steps"][1]["municipalities"][0]["workplaces_change"] == -3
    assert plan["history"][2] == {
        "municipality": "granmo",
        "hosts": ["arkiv"],
        "workplaces_given": 0,
        "workplaces_got": 1,
        "employed_given": 0,
        "employed_got": 1,
        "gains": 500000,
    }


@pytest.mark.parametrize("key", ["plan", "steps", "starts", "over"])
def test_json_without_steps_has_nothing_of_it(key):
    solved = vvoptimize.solve(vvoptimize.read_scenario("scenarios/tiny.yaml"))

    assert f'"{key}":' not in render_json(solve_report(solved), timings=False)


@pytest.mark.parametrize("lang", ["nb", "en"])
@pytest.mark.parametrize("width", [40, 80])
def test_no_line_is_wider_than_the_page(lang, width):
    told = text(tiny(), lang, width=width)

    assert max(len(line) for line in told.splitlines()) <= width


def test_a_message_tells_the_number_that_is_in_force_at_the_step():
    limit = """\
parameters:
  most:
    unit: FTE
    range: [0, 9]
    label: x
    values:
    - {from: 2026-01-01, value: 5, status: proposed}
    - {from: 2029-01-01, value: 1, status: proposed}
rules:
- {id: most-there, clause: "2", reading: x, authority: agreement, kind: require,
   for_each: {m: municipalities}, at_most: most,
   measure: "sum(workplaces[s, m] for s in services) + most",
   message: "{m} may have {most}."}
"""
    report = check_report(judged(rules=RULES.replace("rules:\n", limit, 1)))
    (rule,) = (rule for rule in report.assessment.rules if rule.id == "most-there")

    broken = {case.at[-1].id: case.message for case in rule.instances[1::2]}

    assert broken == {
        "two": Words("B may have 5\u00a0årsverk.", "B may have 5\u00a0FTE."),
        "three": Words("B may have 1\u00a0årsverk.", "B may have 1\u00a0FTE."),
    }


def test_values_that_are_only_shown_are_parted_from_the_year():
    shown = """\
rules:
- {id: there, clause: "2", reading: x, authority: agreement, kind: report,
   for_each: {m: municipalities}, at_most: "sum(staff_after[s] for s in services)",
   measure: "sum(workplaces[s, m] for s in services)"}
"""
    report = check_report(judged(rules=RULES.replace("rules:\n", shown, 1)))

    assert "In FTE: A in July 2028 (Later): 4;" in flat(report, "en")


def test_a_service_that_another_plan_never_starts_is_told():
    file = vvoptimize.read_scenario(TINY)
    solved = solve_report(vvoptimize.solve(file))
    (other,) = solved.others
    never = other.starts[0]._replace(theirs=None)
    report = replace(solved, others=(other._replace(starts=(never,)),))

    told = flat(report, "en")

    assert "Other starts: IT services: at no step, not in January 2027." in told


def test_a_step_of_another_scenario_is_told_by_its_id():
    assert Voice("en", None).at_step("spring") == "at step spring"
    assert Voice("nb", None).at_step("spring") == "i steget spring"


def test_what_nobody_has_recorded_of_the_past_is_not_told_as_a_fact():
    content = Path(TINY).read_text(encoding="utf-8")
    for old, new in (
        ("  host: granmo\n", ""),
        ("en: Records}\n", "en: Records}\n  delivery: either\n"),
    ):
        assert old in content
        content = content.replace(old, new)
    file = vvoptimize.parse_scenario(content[: content.index("assignments:")], TINY)

    report = solve_report(vvoptimize.solve(file))

    told = flat(report, "en")
    assert told.count("Not recorded in the scenario: who hosts Records.") == 2
    assert told.count("where the staff works of Records.") == 2
    assert "Ikke ført i scenariet: hvem som er vert for Arkiv." in flat(report, "nb")
    plan = json.loads(render_json(report, timings=False))["assessment"]["plan"]
    assert plan["hosts_not_recorded"] == plan["staff_not_recorded"] == ["arkiv"]


def test_a_past_that_is_recorded_needs_no_such_word():
    assert "Not recorded" not in flat(tiny(), "en")
