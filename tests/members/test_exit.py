"""An exit from a plan in force: each number worked out by hand in a comment."""

from fractions import Fraction

import pytest

from tests.members.region import RULES, in_force, leaving
from vvoptimize.explanation.members.exit import Search, leave
from vvoptimize.explanation.members.notice import later
from vvoptimize.explanation.members.plans import added_up
from vvoptimize.explanation.members.staff import OwnStaff, StaffMove
from vvoptimize.scenario.shares import JointPart


def moves_of(found, service):
    return [move for move in found.staff.moves if move.service == service]


def test_the_one_who_leaves_takes_back_its_part_of_the_staff():
    # A quarter of the 6 FTE of `net` is 1.5: less than the 2 that work in Beta, so 0.5
    # must move. A quarter of the 3 of `desk` is 0.75, to the nearest tenth 0.8.
    found = leaving("beta")

    assert found.staff.own == (
        OwnStaff("net", "beta", 2, Fraction(3, 2)),
        OwnStaff("desk", "beta", 1, Fraction(4, 5)),
    )
    assert [own.lacks for own in found.staff.own] == [Fraction(1, 2), Fraction(1, 5)]


def test_staff_of_a_leaving_host_waits_for_a_new_employer():
    # Beta hosts `net` and employs all its staff: 1.5 stay with it, the rest do not.
    found = leaving("beta")

    assert moves_of(found, "net") == [
        StaffMove("net", "beta", "beta", None, Fraction(1, 2), moves=True),
        StaffMove("net", "alfa", "beta", None, 3, moves=False),
        StaffMove("net", "gamma", "beta", None, 1, moves=False),
    ]


def test_staff_taken_back_from_a_central_service_moves_home():
    found = leaving("beta")

    assert moves_of(found, "desk") == [
        StaffMove("desk", "alfa", "alfa", "beta", Fraction(4, 5), moves=True)
    ]


def test_no_staff_is_made_or_lost():
    found = leaving("alfa", how=JointPart.SCALED)

    # What is left of `net` is 6 less half of it, and nobody works in Alfa any more.
    left = found.standing.services[0].workplaces
    assert added_up([fte for _, fte in left]) == 3
    assert [m for m, _ in left] == ["beta", "gamma"]


def test_cost_that_does_not_fall_away_is_shared_by_the_rest_to_the_krone():
    # `desk` costs 901, of which Beta pays three tenths: 270. Four tenths of today's
    # cost are Beta's, so 360 fall away, and the others pay 90 less.
    found = leaving("beta")
    row = next(row for row in found.money if row.service == "desk")

    assert (row.paid, row.falls_away, row.left_to_others) == (270, 360, -90)
    assert row.alone == 400


def test_where_nothing_falls_away_all_that_was_paid_is_left_to_the_others():
    found = leaving("gamma", how=JointPart.UNCHANGED)

    assert all(row.falls_away == 0 for row in found.money)
    assert added_up([row.left_to_others for row in found.money]) == added_up(
        [change.pays_change for change in found.changes]
    )


@pytest.mark.parametrize("how", JointPart)
@pytest.mark.parametrize("leaver", ["alfa", "beta", "gamma"])
@pytest.mark.parametrize("search", [False, True])
def test_what_is_left_to_the_others_is_what_they_pay_more(leaver, how, search):
    found = leaving(leaver, how=how, search=search)

    left = added_up([row.left_to_others for row in found.money])
    assert left == added_up([change.pays_change for change in found.changes])


def test_a_service_that_loses_its_host_is_as_today_until_another_is_found():
    found = leaving("beta")

    assert found.lost == ("net",)
    assert found.new.search is Search.NOT_ASKED
    assert found.standing.assignment.hosts["net"] is None
    assert found.standing.services[0].workplaces == (("alfa", 4), ("gamma", 2))
    assert not found.stands


def test_a_plan_without_a_guest_stands():
    found = leaving("gamma", search=True)

    assert found.stands
    assert found.new.search is Search.NOT_NEEDED


def test_a_broken_rule_is_told_with_its_shortfall():
    # Unchanged, `net` costs Alfa 5/8 and Beta 3/8 of 6 million: Beta then pays 2.25
    # million for what costs it 2 million today, and 338 for what costs it 400.
    found = leaving("gamma", how=JointPart.UNCHANGED)

    assert [(case.at, case.margin) for case in found.broken] == [
        ((("m", "beta"),), 2_000_400 - 2_250_338)
    ]


def test_a_new_plan_changes_only_the_host_that_is_lost():
    found = leaving("beta", search=True)

    assert found.new.search is Search.FOUND
    assert found.new.changed == (("net", "beta", "alfa"),)
    assert (found.new.fewest, found.new.proved) == (True, True)
    assert found.final.evaluation.broken == ()


def test_nobody_left_who_may_host():
    changes = ("  delivery: either\n", "  delivery: either\n  candidates: [beta]\n")

    found = leaving("beta", changes, search=True)

    assert found.hostless == ("net",)
    assert found.lost == ()
    assert found.final.assignment.hosts["net"] is None


def test_a_service_with_one_participant_left_ends_and_each_takes_back_its_own():
    found = leaving("beta", *TWO)

    assert found.ended == ("desk",)
    assert moves_of(found, "desk") == []
    assert found.staff.own[-2:] == (
        OwnStaff("desk", "alfa", 2, 3),
        OwnStaff("desk", "beta", 1, 0),
    )
    assert found.standing.assignment.hosts["desk"] is None


TWO = (
    (
        "- id: desk\n  name: Desk\n",
        "- id: desk\n  name: Desk\n  participants: [alfa, beta]\n",
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


def test_who_takes_no_part_in_a_service_leaves_it_as_it_is():
    found = leaving("gamma", *TWO)

    assert found.ended == ()
    assert [row.service for row in found.money] == ["net"]


def test_infeasible_without_the_one_who_leaves_is_proved_with_its_conflict():
    found = leaving("alfa", how=JointPart.UNCHANGED, search=True)

    assert found.new.search is Search.INFEASIBLE
    assert {case.rule.rule_id for case in found.new.conflict} == {"nobody-loses"}
    assert found.final is found.standing


def test_unknown_staff_is_told_and_counts_for_nothing():
    found = leaving(
        "beta",
        ("total_after: 6\n", "total_after: unknown\n"),
        (
            "    delivery: {net: network}\n"
            "    workplaces: {net: {alfa: 3, beta: 2, gamma: 1}}\n",
            "",
        ),
    )

    assert found.staff.unknown == ("net",)
    assert found.staff.own[0].lacks is None


def test_unknown_cost_stays_unknown():
    found = leaving("beta", ("cost_after: 901", "cost_after: unknown"))
    row = next(row for row in found.money if row.service == "desk")

    assert (row.paid, row.left_to_others) == (None, None)


def test_the_longest_notice_gives_the_earliest_day():
    # `net` has one and a half years, and a month ends when it has no such day.
    assert leaving("beta").notice.earliest == "2027-07-31"


@pytest.mark.parametrize(
    "changes",
    [
        (("{net: 1.5, desk: 1}", "{net: 1.5}"),),
        (("{net: 1.5, desk: 1}", "{net: unknown, desk: 1}"),),
    ],
    ids=["left out", "unknown"],
)
def test_without_every_notice_the_earliest_day_is_unknown(changes):
    assert leaving("beta", *changes).notice.earliest is None


def test_without_terms_in_the_rules_the_notice_is_unknown():
    rules = RULES[: RULES.index("membership:")]

    assert leaving("beta", rules=rules).notice.earliest is None


@pytest.mark.parametrize(
    ("years", "day"),
    [
        (0, "2024-02-29"),
        (1, "2025-02-28"),
        (Fraction(1, 2), "2024-08-29"),
        (Fraction(1, 100), "2024-03-29"),
        (7975, "9999-02-28"),
        (7976, None),
    ],
)
def test_a_day_some_years_later(years, day):
    assert later("2024-02-29", years) == day


def test_a_staff_employed_where_it_works_changes_employer_only_when_it_moves():
    found = leaving(
        "beta", ("  delivery: either\n", "  delivery: either\n  employer: workplace\n")
    )

    assert moves_of(found, "net") == [
        StaffMove("net", "beta", "beta", None, Fraction(1, 2), moves=True)
    ]


def test_what_works_elsewhere_is_taken_back_when_too_few_work_at_home():
    # Gamma's part of `net` is 1.5 and 1 works there: half a post comes from the others,
    # who have 3 and 2: three tenths and two tenths.
    found = leaving("gamma")

    assert moves_of(found, "net") == [
        StaffMove("net", "gamma", "beta", "gamma", 1, moves=False),
        StaffMove("net", "alfa", "beta", "gamma", Fraction(3, 10), moves=True),
        StaffMove("net", "beta", "beta", "gamma", Fraction(1, 5), moves=True),
    ]


def test_exits_do_not_depend_on_each_other():
    plan = in_force()

    first = leave(plan, "beta", JointPart.SCALED, today="2026-01-31", search=False)
    leave(plan, "gamma", JointPart.SCALED, today="2026-01-31", search=False)
    again = leave(plan, "beta", JointPart.SCALED, today="2026-01-31", search=False)

    assert first.money == again.money
    assert first.changes == again.changes


ALONE = (
    ("  name: Desk\n", "  name: Desk\n  participants: [beta]\n"),
    ("workplaces_today: {alfa: 2, beta: 1, gamma: 1}", "workplaces_today: {beta: 1}"),
    ("cost_today: {alfa: 400, beta: 400, gamma: 200}", "cost_today: {beta: 400}"),
    ("{net: beta, desk: alfa}", "{net: beta, desk: beta}"),
)


def test_a_service_of_the_leaver_alone_falls_away_whole():
    found = leaving("beta", *ALONE)
    row = next(row for row in found.money if row.service == "desk")

    assert found.ended == ("desk",)
    assert (row.paid, row.falls_away, row.left_to_others) == (901, 901, 0)


TASK = (
    "  total_after: 6\n",
    "  total_after: 6\n  tasks: [{id: help, name: Help, fte: 1}]\n",
)


@pytest.mark.parametrize(
    ("at", "leaver", "then"),
    [("alfa", "gamma", "alfa"), ("gamma", "gamma", "beta")],
    ids=["task of another", "task of the one who leaves"],
)
def test_a_task_of_the_one_who_leaves_goes_to_the_host(at, leaver, then):
    placed = (
        "    delivery: {net",
        f"    tasks: {{net: {{help: {at}}}}}\n    delivery: {{net",
    )

    found = leaving(leaver, TASK, placed)

    assert found.standing.assignment.tasks["net", "help"] == then


def test_staff_that_all_worked_with_the_one_who_leaves_is_put_at_the_host():
    # All six of `net` work in Gamma; its part is 1.5, and 4.5 go to Beta, the host.
    gathered = ("{alfa: 3, beta: 2, gamma: 1}", "{alfa: 0, beta: 0, gamma: 6}")

    found = leaving("gamma", gathered)

    assert dict(found.standing.services[0].workplaces) == {
        "alfa": 0,
        "beta": Fraction(9, 2),
    }


def test_an_unshared_service_stays_unshared_as_far_as_can_be():
    unshared = (
        ("  name: Desk\n", "  name: Desk\n  may_stay_unshared: true\n"),
        ("hosts: {net: beta, desk: alfa}", "hosts: {net: beta}\n    unshared: [desk]"),
    )

    found = leaving("beta", *unshared, search=True)

    assert found.final.assignment.hosts["desk"] is None
    assert [service for service, *_ in found.new.changed] == ["net"]


def test_staff_of_today_that_nobody_knows_leaves_the_part_unknown():
    unknown = ("workplaces_today: {alfa: 2, beta: 1, gamma: 1}", "workplaces_today: {}")

    found = leaving("beta", unknown)

    assert found.staff.unknown == ("desk",)


def test_a_network_of_unknown_size_stays_one():
    network = (
        ("  delivery: either\n", "  delivery: network\n"),
        ("total_after: 6\n", "total_after: unknown\n"),
    )

    found = leaving("gamma", *network)

    assert "net" in found.standing.assignment.networks
    assert found.standing.assignment.workplaces == {}
    assert found.staff.unknown == ("net",)
