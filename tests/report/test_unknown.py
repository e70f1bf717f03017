"""Each missing figure is told with its place in the scenario and what it opens."""

import json
from dataclasses import replace

import pytest

import vvoptimize
from tests.report.cases import flat
from tests.report.example import RULES, SCENARIO, assessed, solution
from vvoptimize.cpsat.doubt import doubts
from vvoptimize.cpsat.session import Session
from vvoptimize.explanation.figure_place import line_of
from vvoptimize.report import check_report, render_json, solve_report
from vvoptimize.scenario.reading import parse_scenario
from vvoptimize.solution.doubts import Doubt, Extent

NO_TEAM = SCENARIO.replace("  minimum_team: 2\n", "", 1)
NO_COST = SCENARIO.replace("cost_after: 900000", "cost_after: unknown")
IKT_TEAM = "services.ikt.minimum_team"
# Two of three hosts of a service leave its smallest team open; the third has none.
HANGS = """
schema: vvoptimize/scenario/v1
id: hangs
title: Hangs
municipalities: [{id: a, name: Alfa}, {id: b, name: Beta}, {id: c, name: Gamma}]
services:
- id: s
  name: Service
  minimum_team: unknown
  total_after: 2
  workplaces_today: {a: 1, b: 1, c: unknown}
"""
HANGING = """
schema: vvoptimize/rules/v1
rules:
- id: team
  clause: "1"
  reading: x
  authority: agreement
  kind: require
  for_each: {s: services, m: municipalities}
  where: candidate[s, m]
  measure: workplaces[s, m]
  at_least: minimum_team[s] * host[s, m]
"""


def content(report):
    return json.loads(render_json(report, timings=False))


def at(text, needle):
    return text[: text.index(needle)].count("\n") + 1


@pytest.mark.parametrize(
    ("path", "needle"),
    [
        (IKT_TEAM, "- id: ikt"),  # not there: where it is missing from
        ("services.arkiv.cost_after", "cost_after: unknown"),
        ("services.ikt.workplaces_today.alfa", "workplaces_today: {alfa: 1, beta: 1.5"),
        ("services.ikt.presence.alfa", "- id: ikt"),
        ("services.vern.tasks.vakt.fte", "tasks: [{id: vakt"),
        ("municipalities.beta.population", "{id: beta, name: Beta"),
        ("municipalities.beta.area", "{id: beta, name: Beta"),
        ("cost_keys for ikt", None),
        ("roads a-c", None),
    ],
)
def test_a_missing_figure_has_a_line_in_the_scenario(path, needle):
    text = NO_COST.replace("  minimum_team: 2\n", "", 1)
    file = parse_scenario(text, "small.yaml")

    assert line_of(path, file) == (None if needle is None else at(text, needle))


def test_an_input_that_is_left_out_is_missing_from_the_inputs():
    text = SCENARIO + "inputs: {rate: {alfa: 1}}\n"
    file = parse_scenario(text, "small.yaml")

    assert line_of("inputs.rate.beta", file) == at(text, "inputs: {rate")


def test_a_check_tells_where_a_missing_figure_belongs():
    told = flat(check_report(assessed("best", NO_TEAM)))
    line = at(NO_TEAM, "- id: ikt")

    assert (
        f"Mangler: minste forsvarlige gruppe (IKT) ({IKT_TEAM}, linje {line} i"
        " scenariet)." in told
    )


def test_a_check_names_only_figures_that_matter_for_the_assignment():
    # The smallest team of IT matters where IT is hosted, and nowhere else.
    report = content(check_report(assessed("best", NO_TEAM)))

    (row,) = report["unknown"]
    assert row["path"] == IKT_TEAM
    assert [need["id"] for need in row["needs"]] == ["sound-team"]
    assert [e["id"] for e in row["needs"][0]["at"]] == ["ikt", "gamma"]
    assert row["needs"][0]["extent"] is None


def test_what_is_unknown_is_counted_before_what_is_broken():
    report = check_report(assessed("adopted", NO_TEAM))
    told = flat(report)

    assert told.index("kan ikke avgjøres") < told.index("Brutt: ")
    part = content(report)["assessment"]
    keys = list(part)
    assert keys.index("unknown") < keys.index("broken")
    assert part["unknown"] == 1
    assert part["broken"] > 0


def test_a_rule_that_is_broken_in_one_case_and_open_in_another_tells_both():
    rules = RULES.replace("  at_least: -tolerance", "  at_least: 0", 1)
    text = SCENARIO.replace("{alfa: 1, beta: 1.5, gamma: 2}", "{alfa: 1, beta: 1.5}")

    row = content(check_report(assessed("adopted", text, rules)))["assessment"]["rules"]
    told = flat(check_report(assessed("adopted", text, rules)))

    assert (row[1]["unknown"], row[1]["verdict"]) == (1, "broken")
    assert "Ukjent: Gammavær." in told


ALWAYS = Doubt("sound-team", (("s", "ikt"), ("m", "alfa")), Extent.ALWAYS, (IKT_TEAM,))


@pytest.mark.parametrize(
    ("doubt", "nb", "en"),
    [
        (
            ALWAYS,
            "IKT, Alfa: kan ikke avgjøres, hva som enn velges.",
            "cannot be decided, whatever is chosen.",
        ),
        (
            ALWAYS._replace(extent=Extent.SOME),
            "kan ikke avgjøres ved noen valg, men ved andre.",
            "cannot be decided with some choices, but with others.",
        ),
        (
            ALWAYS._replace(
                extent=Extent.SOME, hosts=(("ikt", "alfa"), ("ikt", "beta"))
            ),
            "kan stå uavgjort når Alfa eller Beta er vert for IKT, ellers ikke.",
            "may stay open when Alfa or Beta hosts IKT, and not otherwise.",
        ),
        (
            ALWAYS._replace(
                extent=Extent.SOME, hosts=(("ikt", "alfa"), ("vern", "gamma"))
            ),
            "når Alfa er vert for IKT og Gammavær er vert for Barnevern, ellers",
            "when Alfa hosts IKT and Gammavær hosts Child welfare, and not",
        ),
        (
            ALWAYS._replace(extent=Extent.OPEN),
            "om det gjelder alle valg, ble ikke klart før søket stoppet.",
            "whether that goes for every choice was not settled before",
        ),
    ],
)
def test_a_search_tells_for_which_choices_a_figure_matters(doubt, nb, en):
    ours = assessed("best", NO_TEAM)
    report = solve_report(solution(ours, others=(), doubts=(doubt,)))

    assert nb in flat(report)
    assert en in flat(report, "en")
    (row,) = content(report)["unknown"]
    assert (row["path"], row["needs"][0]["extent"]) == (IKT_TEAM, doubt.extent)
    assert [tuple(host.values()) for host in row["needs"][0]["hosts"]] == [*doubt.hosts]


def test_cases_of_one_rule_that_are_told_alike_are_told_together():
    two = [ALWAYS, ALWAYS._replace(at=(("s", "ikt"), ("m", "beta")))]
    told = flat(solve_report(solution(others=(), doubts=tuple(two))))

    assert "Punkt 5.5 sound-team, IKT, Alfa; IKT, Beta: kan ikke avgjøres" in told


def solved(text):
    scenario = vvoptimize.parse_scenario(text, "hangs.yaml")
    return vvoptimize.solve(scenario, vvoptimize.parse_rules(HANGING, "rules.yaml"))


def test_a_case_undecided_whatever_is_decided_is_not_told_as_if_choice_could_mend_it():
    # Each of the three hosts leaves its own case open, and one of them must host: no
    # single case is open whatever is decided, but some case always is.
    report = solve_report(solved(HANGS))
    found = content(report)

    assert not found["proved"]
    assert [need["extent"] for need in found["unknown"][0]["needs"]] == ["some"] * 3
    assert found["unknown_always"] == 0
    one = HANGS.replace("[{id: a, name: Alfa}, ", "[").replace("{a: 1, b: 1", "{b: 1")
    only = one.replace("{id: b, name: Beta}, ", "").replace("{b: 1, c", "{c")
    alone = solve_report(solved(only))
    assert content(alone)["unknown_always"] == 1
    assert (
        "1 tilfelle av bindende regler kan ikke avgjøres (hva som enn velges)"
        in flat(alone)
    )


def test_hosts_with_which_a_case_is_open_are_found():
    found = content(solve_report(solved(HANGS)))["unknown"][0]

    told = {
        need["at"][1]["id"]: [h["municipality"] for h in need["hosts"]]
        for need in found["needs"]
    }
    assert told == {"a": ["a"], "b": ["b"], "c": ["c"]}


def test_where_nothing_is_open_nothing_is_looked_for():
    known = HANGS.replace("minimum_team: unknown", "minimum_team: 1")

    assert solved(known).doubts == ()
    assert content(solve_report(solved(known)))["unknown"] == []


def test_a_search_that_was_stopped_leaves_open_what_it_did_not_settle():
    found = solved(HANGS)
    session = Session(vvoptimize.Limits())
    session.interrupt()

    left = doubts(found.assessed.grounding.model, session, found.assessed.values)

    assert {doubt.extent for doubt in left} == {Extent.OPEN}
    assert len(left) == len(found.doubts)
    report = solve_report(replace(found, doubts=left))
    assert content(report)["unknown_always"] is None
