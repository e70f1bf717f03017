"""A scenario without one of its municipalities."""

from fractions import Fraction

import pytest

from tests.members.region import RULES, in_force, scenario_file
from vvoptimize.errors import InputError, Problems
from vvoptimize.explanation.members.exit import leave
from vvoptimize.ruleset.reading import parse_rules
from vvoptimize.ruleset.waivers import Waivers, written_in
from vvoptimize.scenario.leaving import without
from vvoptimize.scenario.shares import JointPart, staff_part
from vvoptimize.source import parse


def left(leaver, *changes, how=JointPart.SCALED):
    return without(scenario_file(*changes).scenario, leaver, how).scenario


def test_the_scenario_itself_is_not_changed():
    file = scenario_file()
    kept = file.scenario.service_ids, file.scenario.service("net").employed_now

    without(file.scenario, "beta", JointPart.SCALED)

    assert file.scenario == scenario_file().scenario
    assert (
        file.scenario.service_ids,
        file.scenario.service("net").employed_now,
    ) == kept


def test_nothing_of_the_one_who_leaves_is_left():
    scenario = left("beta")

    assert scenario.municipality_ids == ("alfa", "gamma")
    for service in scenario.services:
        assert "beta" not in service.participants
        assert "beta" not in service.candidates.among
        assert set(service.workplaces_today) == {"alfa", "gamma"}
        assert set(service.cost_today) == {"alfa", "gamma"}


def test_roads_stay_so_that_the_others_still_reach_each_other():
    assert left("beta").roads_network.minutes("alfa", "gamma") == 40


def test_unchanged_a_joint_service_keeps_its_staff_and_cost():
    before, after = scenario_file().scenario, left("beta", how=JointPart.UNCHANGED)

    for service in before.services:
        assert after.service(service.id).total_after == service.total_after
        assert after.service(service.id).cost_after == service.cost_after


def test_a_scaled_figure_says_that_it_is_assumed_and_between_what():
    figure = left("beta").service("net").total_after

    assert (figure.value, figure.low, figure.high) == (
        Fraction(9, 2),
        Fraction(9, 2),
        6,
    )
    assert figure.quality == "assumed"
    assert figure.reason is not None


def test_staff_of_tasks_is_not_scaled_away():
    # A quarter of six is 1.5, but all but one are bound to a task.
    task = (
        "  total_after: 6\n",
        "  total_after: 6\n  tasks: [{id: t, name: T, fte: 5}]\n",
    )

    assert staff_part(scenario_file(task).scenario.service("net"), "beta") == 1


def test_who_has_no_staff_today_has_no_part():
    nobody = (
        "workplaces_today: {alfa: 4, beta: 2, gamma: 2}",
        "workplaces_today: {alfa: 0, beta: 0, gamma: 0}",
    )

    assert staff_part(scenario_file(nobody).scenario.service("net"), "beta") == 0


@pytest.mark.parametrize(
    ("leaver", "employed"),
    [("alfa", {"beta": 0, "gamma": 0}), ("beta", {"alfa": 3, "gamma": 0})],
    ids=["the host of today", "another"],
)
def test_who_employs_today_follows_the_host_of_today(leaver, employed):
    # All four of `desk` are employed by Alfa today; one works in Beta and goes with it.
    shared = ("- id: desk\n", "- id: desk\n  shared_today: {host: alfa}\n")

    assert left(leaver, shared).service("desk").employed_now == employed


def test_pins_of_the_one_who_leaves_go_and_others_stay():
    pins = (
        "assignments:",
        "pins:\n- {service: net, host: beta, reason: x}\n"
        "- {service: desk, host: alfa, reason: y}\nassignments:",
    )

    assert [pin.service for pin in left("beta", pins).pins] == ["desk"]


def test_inputs_about_the_one_who_leaves_go():
    inputs = (
        "  notice: {net: 1.5, desk: 1}",
        "  wish: {net: {alfa: 1, beta: 2}}\n  size: {alfa: 1, beta: 2}\n  plain: 3",
    )

    assert left("beta", inputs).inputs["size"].keys() == {"alfa"}
    assert left("beta", inputs).inputs["wish"]["net"].keys() == {"alfa"}
    assert left("beta", inputs).inputs["plain"].value == 3


def test_a_service_of_the_leaver_alone_goes_with_all_that_is_about_it():
    alone = (
        (
            "- id: desk\n  name: Desk\n",
            "- id: desk\n  name: Desk\n  participants: [beta]\n",
        ),
        (
            "workplaces_today: {alfa: 2, beta: 1, gamma: 1}",
            "workplaces_today: {beta: 1}",
        ),
        ("cost_today: {alfa: 400, beta: 400, gamma: 200}", "cost_today: {beta: 400}"),
        ("{net: beta, desk: alfa}", "{net: beta, desk: beta}"),
    )

    scenario = left("beta", *alone)

    assert scenario.service_ids == ("net",)
    assert scenario.inputs["notice"].keys() == {"net"}


ELSEWHERE = (
    (
        "- id: desk\n  name: Desk\n",
        "- id: desk\n  name: Desk\n  participants: [alfa, beta]\n"
        "  elsewhere: {gamma: Sør}\n",
    ),
    (
        "workplaces_today: {alfa: 2, beta: 1, gamma: 1}",
        "workplaces_today: {alfa: 2, beta: 1}",
    ),
    (
        "cost_today: {alfa: 400, beta: 400, gamma: 200}",
        "cost_today: {alfa: 400, beta: 400}",
    ),
)


def test_another_co_operation_goes_with_whoever_is_in_it():
    assert left("gamma", *ELSEWHERE).service("desk").elsewhere == {}
    assert left("beta", *ELSEWHERE).service("desk").elsewhere.keys() == {"gamma"}


@pytest.mark.parametrize(
    ("who", "code"),
    [("alfa", "VV468"), ("delta", "VV204")],
    ids=["takes part", "unknown"],
)
def test_another_co_operation_is_for_those_who_do_not_take_part(who, code):
    changes = [*ELSEWHERE]
    changes[0] = (changes[0][0], changes[0][1].replace("gamma: Sør", f"{who}: Sør"))

    with pytest.raises(InputError) as caught:
        scenario_file(*changes)

    assert [problem.code for problem in caught.value.problems] == [code]


def test_a_waiver_for_the_one_who_leaves_is_left_out():
    written = """
schema: vvoptimize/waivers/v1
waivers:
- {rule: nobody-loses, at: {m: beta}, covers: 9000000, reason: x, decided_by: y,
   case: z, date: 2025-01-01, expires: 2027-01-01}
- {rule: nobody-loses, at: {m: gamma}, covers: 9000000, reason: x, decided_by: y,
   case: z, date: 2025-01-01, expires: 2027-01-01}
"""
    problems = Problems()
    waivers = Waivers(
        tuple(written_in(parse(written, "w.yaml"), problems)), "2026-01-31"
    )
    plan = in_force()
    waived = type(plan)(plan.file, plan.rules, waivers, plan.assessed, plan.limits)

    found = leave(waived, "beta", JointPart.UNCHANGED, today="2026-01-31", search=True)

    assert [waiver.at for waiver in found.standing.grounding.waivers] == [
        (("m", "gamma"),)
    ]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("notice: notice}", "notice: notis}", "VV466"),
        ("unit: year}", "unit: person}", "VV467"),
        (
            "index: [services], unit: year",
            "index: [municipalities], unit: year",
            "VV467",
        ),
        ("agree: all", "agree: most", "VV103"),
    ],
)
def test_fault_in_what_rules_say_of_membership(old, new, code):
    assert old in RULES

    with pytest.raises(InputError) as caught:
        parse_rules(RULES.replace(old, new), "rules.yaml")

    assert [problem.code for problem in caught.value.problems] == [code]


def test_entry_is_said_in_one_file_only(tmp_path):
    from vvoptimize.ruleset.reading import read_rules

    one, two = tmp_path / "one.yaml", tmp_path / "two.yaml"
    one.write_text(RULES, "utf-8")
    two.write_text(
        "schema: vvoptimize/rules/v1\n"
        + RULES[RULES.index("membership:") :].replace(", notice: notice", ""),
        "utf-8",
    )

    with pytest.raises(InputError) as caught:
        read_rules([str(one), str(two)])

    assert [problem.code for problem in caught.value.problems] == ["VV465", "VV465"]


def test_what_a_joint_service_has_and_costs_may_be_left_out():
    nothing = (("  total_after: 3\n", ""), ("  cost_after: 901\n", ""))

    service = left("beta", *nothing).service("desk")

    assert (service.total_after, service.cost_after) == (None, None)


def test_rules_may_tell_of_exits_alone():
    exits = RULES.replace(
        '  entry: {clause: "11", reading: all agree, agree: all}\n', ""
    )

    membership = parse_rules(exits, "rules.yaml").membership

    assert membership.entry is None
    assert membership.exit is not None
