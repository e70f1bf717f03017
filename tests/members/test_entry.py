"""An entry to a plan in force: each number worked out by hand in a comment."""

from fractions import Fraction

import pytest

from tests.members.region import RULES, in_force
from vvoptimize.errors import InputError
from vvoptimize.explanation.members.entry import join
from vvoptimize.scenario.member import parse_member

MEMBER = """
schema: vvoptimize/member/v1
municipality: {id: delta, name: Delta, place: d, population: 200}
places: [{id: d, name: D}]
roads: [{from: d, to: a, km: 5, minutes: 5}]
services:
  net: {workplaces_today: 2, cost_today: 2000000}
"""


def joining(*changes: tuple[str, str], rules: str = RULES, region=()):
    plan = in_force(*region, rules=rules)
    return join(plan, member(plan, *changes))


def member(plan, *changes: tuple[str, str]):
    text = MEMBER
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return parse_member(text, "delta.yaml", plan.scenario)


def test_staff_and_cost_grow_in_proportion_where_the_file_gives_none():
    # Six of eight posts are left when shared, and six of eight million: so too of the
    # two posts and two million of Delta. They are spread: its own work at home.
    found = joining()

    service = found.joined.grounding.scenario.service("net")
    assert service.total_after.value == Fraction(15, 2)
    assert service.cost_after.value == 7_500_000
    assert dict(found.joined.services[0].workplaces)["delta"] == Fraction(3, 2)
    assert found.worked_out == ("net",)


def test_the_newcomer_pays_by_the_key_and_is_told_its_gain():
    # A sixth of 7.5 million: 1.25 million against 2 million today.
    found = joining()

    assert found.newcomer.pays == 1_250_000
    assert found.newcomer.gains == 750_000


def test_nobody_already_in_pays_more():
    # Alfa paid 5/10 of 6 million and pays 5/12 of 7.5 million: 3.125 million, more.
    # With a cost of 7.2 million in all nobody pays more or less than before.
    dearer = joining()
    equal = joining(("cost_today: 2000000", "cost_today: 2000000, cost_after: 7200000"))

    assert [c.pays_change for c in dearer.changes] == [125_000, 75_000, 50_000]
    assert [c.pays_change for c in equal.changes] == [0, 0, 0]


def test_a_krone_more_is_more():
    found = joining(("cost_today: 2000000", "cost_today: 2000000, cost_after: 7200001"))

    assert sum(c.pays_change for c in found.changes) + found.newcomer.pays == 1_200_001


def test_given_figures_count_before_those_worked_out():
    found = joining(
        ("workplaces_today: 2", "workplaces_today: 2, total_after: 8"),
        ("cost_today: 2000000", "cost_today: 2000000, cost_after: 7000000"),
    )

    assert found.joined.grounding.scenario.service("net").total_after.value == 8
    assert dict(found.joined.services[0].workplaces)["delta"] == 2
    assert found.worked_out == ()


def test_fewer_staff_with_a_newcomer_are_spread_as_before():
    found = joining(("workplaces_today: 2", "workplaces_today: 2, total_after: 3"))

    staff = dict(found.joined.services[0].workplaces)
    assert sum(staff.values()) == 3
    assert staff["delta"] == 0


def test_a_service_it_does_not_join_stays_as_it_was():
    found = joining()

    assert found.services == ("net",)
    desk = found.joined.grounding.scenario.service("desk")
    assert desk.participants == ("alfa", "beta", "gamma")


def test_all_who_are_in_must_agree_where_the_rules_say_so():
    assert joining().agree == ("alfa", "beta", "gamma")


def test_those_who_share_the_services_must_agree_where_the_rules_say_so():
    rules = RULES.replace("agree: all", "agree: participants")
    only_two = (
        "  delivery: either\n",
        "  delivery: either\n  participants: [alfa, beta]\n",
    )
    two = (
        only_two,
        ("{alfa: 4, beta: 2, gamma: 2}", "{alfa: 4, beta: 2}"),
        (
            "{alfa: 4000000, beta: 2000000, gamma: 2000000}",
            "{alfa: 4000000, beta: 2000000}",
        ),
        ("{alfa: 3, beta: 2, gamma: 1}", "{alfa: 4, beta: 2}"),
    )

    assert joining(rules=rules, region=two).agree == ("alfa", "beta")


def test_without_terms_nobody_knows_who_must_agree():
    assert joining(rules=RULES[: RULES.index("membership:")]).agree is None


def test_a_rule_that_breaks_with_the_newcomer_is_told():
    # Delta has it for a krone today, and would pay a sixth of 6,000,001.
    found = joining(("cost_today: 2000000", "cost_today: 1"))

    assert (("m", "delta"),) in [case.at for case in found.broken]
    assert found.newcomer.gains < 0


def test_unknown_cost_of_the_newcomer_leaves_all_payments_unknown():
    found = joining((", cost_today: 2000000", ""))

    assert found.newcomer.gains is None
    assert all(change.pays_change is None for change in found.changes)


def test_a_shared_service_keeps_its_employer_of_today():
    shared = ("- id: desk\n", "- id: desk\n  shared_today: {host: alfa}\n")
    found = joining(
        (
            "  net: {",
            "  desk: {workplaces_today: 1, employed_today: 2, cost_today: 1}\n  net: {",
        ),
        region=(shared,),
    )

    service = found.joined.grounding.scenario.service("desk")
    assert service.employed_now == {"alfa": 4, "beta": 0, "gamma": 0, "delta": 2}


FAULTS = {
    "in already": ("id: delta", "id: beta", "VV463"),
    "place that is there": (
        "{id: d, name: D}",
        "{id: a, name: A}, {id: d, name: D}",
        "VV464",
    ),
    "source that is there": (
        "places:",
        "sources: {ssb: {title: SSB}}\nplaces:",
        "VV464",
    ),
    "unknown service": ("  net: {", "  nett: {", "VV202"),
    "unknown end of a road": ("to: a", "to: q", "VV203"),
    "unknown centre": ("place: d,", "place: q,", "VV203"),
    "no centre": (" place: d,", "", "VV209"),
    "no road": ("roads: [{from: d, to: a, km: 5, minutes: 5}]\n", "", "VV211"),
    "another unit": (
        "workplaces_today: 2",
        "workplaces_today: {value: 2, unit: km}",
        "VV224",
    ),
    "negative": ("population: 200", "population: -1", "VV221"),
    "unknown source": (
        "minutes: 5",
        "minutes: {value: 5, source: q, quality: reported}",
        "VV205",
    ),
    "unknown key": ("cost_today:", "costs_today:", "VV100"),
    "no service": (
        "  net: {workplaces_today: 2, cost_today: 2000000}",
        "  {}",
        "VV142",
    ),
    "another schema": ("member/v1", "scenario/v1", "VV103"),
    "an assumption without range": (
        "km: 5",
        "km: {value: 5, quality: assumed}",
        "VV222",
    ),
    "closures": (
        "minutes: 5",
        "minutes: 5, pass: {name: P, closures_per_winter: -1}",
        "VV221",
    ),
    "no YAML": ("schema: vvoptimize/member/v1", "schema: [", "VV114"),
}


@pytest.mark.parametrize(("old", "new", "code"), FAULTS.values(), ids=FAULTS)
def test_fault_in_the_file_is_told_at_its_place(old, new, code):
    with pytest.raises(InputError) as caught:
        joining((old, new))

    told = caught.value.problems
    assert code in [problem.code for problem in told]
    assert all(problem.span and problem.span.path == "delta.yaml" for problem in told)


def test_an_unknown_service_is_told_with_the_one_that_was_meant():
    with pytest.raises(InputError) as caught:
        joining(("  net: {", "  nett: {"))

    assert "`net`" in caught.value.render("en")


def test_a_region_without_places_takes_a_newcomer_without_one():
    region = (
        (", place: a,", ","),
        (", place: b,", ","),
        (", place: c,", ","),
        ("places: [{id: a, name: A}, {id: b, name: B}, {id: c, name: C}]\n", ""),
        ("roads:\n- {from: a, to: b, km: 10, minutes: 10}\n", ""),
        ("- {from: b, to: c, km: 30, minutes: 30}\n", ""),
    )
    found = joining(
        (", place: d,", ","),
        ("places: [{id: d, name: D}]\n", ""),
        ("roads: [{from: d, to: a, km: 5, minutes: 5}]\n", ""),
        (", population: 200", ""),
        region=region,
    )

    assert found.newcomer.pays is None
