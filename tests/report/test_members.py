"""Entry and exit as text in both languages, and as JSON."""

import json

import pytest

from tests.members.region import RULES, in_force
from tests.members.test_entry import MEMBER
from tests.members.test_leaving import ELSEWHERE
from vvoptimize.explanation.members.entry import join
from vvoptimize.explanation.members.exit import leave
from vvoptimize.explanation.members.plans import PlanInForce
from vvoptimize.report import (
    check_report,
    entry_report,
    exits_report,
    render_json,
    render_text,
)
from vvoptimize.scenario.member import parse_member
from vvoptimize.scenario.shares import JointPart
from vvoptimize.solution.stages import Limits

SCALED, UNCHANGED = JointPart.SCALED, JointPart.UNCHANGED


def exits(*leavers, changes=(), how=SCALED, search=False, limits=None, rules=RULES):
    plan = in_force(*changes, rules=rules)
    if limits is not None:
        plan = PlanInForce(plan.file, plan.rules, None, plan.assessed, limits, False)
    found = [leave(plan, m, how, today="2026-01-31", search=search) for m in leavers]
    return exits_report(plan, found, how)


def entry(*changes, rules=RULES):
    plan, text = in_force(rules=rules), MEMBER
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return entry_report(join(plan, parse_member(text, "m.yaml", plan.scenario)))


def text_of(report, lang="en"):
    text = render_text(report, lang=lang, width=None, color=False)
    assert all(len(line) <= 80 for line in text.splitlines())
    return " ".join(text.split())


EVERY = {
    "one": lambda: exits("beta"),
    "found": lambda: exits("beta", search=True),
    "infeasible": lambda: exits("alfa", how=UNCHANGED, search=True),
    "all": lambda: exits("alfa", "beta", "gamma", search=True),
    "all unchanged": lambda: exits("alfa", "beta", "gamma", how=UNCHANGED, search=True),
    "entry": entry,
}


@pytest.mark.parametrize("lang", ["nb", "en"])
@pytest.mark.parametrize("make", EVERY.values(), ids=EVERY)
def test_text_fits_and_json_is_whole(make, lang):
    report = make()

    assert text_of(report, lang)
    told = json.loads(render_json(report, timings=False))
    assert told["kind"] == "members"


def test_each_number_of_the_text_is_in_the_json():
    told = json.loads(render_json(exits("beta"), timings=False))["exits"][0]

    assert told["own_staff"][0] == {
        "service": "net",
        "municipality": "beta",
        "today": 2,
        "back": 1.5,
        "lacks": 0.5,
    }
    assert told["costs"][-1]["service"] is None
    assert told["total"]["pays_change"] == told["costs"][-1]["left_to_others"]
    assert told["earliest"] == "2027-07-31"


def test_a_plan_that_stands_says_so():
    assert "The plan stands without Gamma" in text_of(exits("gamma"))


def test_a_plan_that_falls_says_why():
    told = text_of(exits("beta"))

    assert "does not stand without Beta (left without host: Net" in told
    assert "No new plan was searched for." in told
    assert "until a host is found" in told


def test_a_new_host_is_told_with_what_is_proved():
    told = text_of(exits("beta", search=True))

    assert "Best new hosts: Net: Alfa." in told
    assert "changes fewer hosts (proved)" in told
    assert "until a host is found" not in told


def test_a_conflict_is_told_in_clauses():
    told = text_of(exits("alfa", how=UNCHANGED, search=True))

    assert "(proved)" in told
    assert "Clause 5 nobody-loses (" in told


def test_a_search_that_stops_proves_nothing():
    stopped = text_of(exits("beta", search=True, limits=Limits(work=1e-9)))

    assert "the best that was found (not proved best)" in stopped
    assert "The search stopped before" in stopped or "It is not proved" in stopped


def test_all_exits_are_one_table_with_why_none_is_possible():
    told = text_of(exits("alfa", "beta", "gamma", how=UNCHANGED, search=True))

    assert "IF ONE LEAVES: EACH BY ITSELF" in told
    assert "none possible" in told
    assert "These cannot be kept together" in told


def test_services_that_end_or_have_nobody_left_are_told():
    alone = ("  delivery: either\n", "  delivery: either\n  candidates: [beta]\n")
    told = text_of(exits("beta", changes=(alone, *ELSEWHERE)))

    assert "for fewer than two are left: Desk." in told
    assert "none of those left may host: Net." in told
    assert "without Beta (no longer shared: Desk and Net)." in told


def test_unknown_figures_are_told_as_unknown():
    unknown = (
        ("total_after: 6\n", "total_after: unknown\n"),
        (
            "    delivery: {net: network}\n"
            "    workplaces: {net: {alfa: 3, beta: 2, gamma: 1}}\n",
            "",
        ),
        ("cost_after: 901", "cost_after: unknown"),
        ("{net: 1.5, desk: 1}", "{net: 1.5}"),
    )

    told = text_of(exits("gamma", changes=unknown))

    assert "Net: the staff is not known." in told
    assert "cannot be decided" in told
    assert "as far as can be decided" in told
    assert "the agreed notice is not known for Desk" in told


def test_what_was_broken_before_is_told_as_such():
    dear = ("cost_after: 6000000", "cost_after: 9000000")
    told = text_of(exits("gamma", changes=(dear,), how=UNCHANGED))

    assert "The plan breaks 2 cases of binding rules already." in told
    assert "It was broken before too." in told


def test_many_broken_cases_are_counted():
    rules = RULES.replace(
        "  for_each: {m: municipalities}\n  measure: gain[m]\n  at_least: 0\n",
        "  for_each: {m: municipalities, a: municipalities, b: municipalities}\n"
        "  where: a != b or a == b\n  require: gain[m] < gain[m]\n",
    )
    assert rules != RULES

    assert "And 2 more" in text_of(exits("gamma", rules=rules))


def test_nobody_changes_employer_where_all_work_at_the_host_that_stays():
    central = (
        ("    delivery: {net: network}\n", ""),
        ("    workplaces: {net: {alfa: 3, beta: 2, gamma: 1}}\n", ""),
    )

    assert "No staff get another employer." in text_of(
        exits("gamma", changes=central, how=UNCHANGED)
    )


def test_entry_tells_who_must_agree_and_who_pays_more():
    told = text_of(entry())

    assert "By clause 11 these must agree: Alfa, Beta and Gamma." in told
    assert "the added value is 750,000 NOK/year" in told
    assert "Pay more per inhabitant than before: Alfa, Beta and Gamma." in told
    assert "grows in proportion to what it has today (Net)" in told


def test_entry_tells_that_nobody_pays_more():
    cheap = ("cost_today: 2000000", "cost_today: 2000000, cost_after: 7000000")

    assert "None of them pays more per inhabitant" in text_of(entry(cheap))


def test_entry_that_loses_tells_by_how_much():
    told = text_of(entry(("cost_today: 2000000", "cost_today: 1")))

    assert "that is" in told
    assert "broken with the newcomer" in told


def test_entry_without_figures_is_unknown():
    told = text_of(entry((", cost_today: 2000000", "")))

    assert "the added value is unknown" in told
    assert "It cannot be told what these will pay" in told
    assert "cannot be decided with the newcomer" in told


def test_entry_without_terms_says_so():
    told = text_of(entry(rules=RULES[: RULES.index("membership:")]))

    assert "The rules do not say who must agree." in told


def test_entry_that_keeps_every_rule_says_so():
    cheap = ("cost_today: 2000000", "cost_today: 2000000, cost_after: 7000000")

    assert "Every binding rule is kept with the newcomer." in text_of(entry(cheap))


@pytest.mark.parametrize(
    ("lang", "shared", "elsewhere"),
    [
        (
            "en",
            "Shared by Alfa and Beta.",
            "Gamma has it in another co-operation: Sør.",
        ),
        ("nb", "Deles av Alfa og Beta.", "Gamma har den i et annet samarbeid: Sør."),
    ],
)
def test_who_takes_part_and_who_is_elsewhere_is_shown(lang, shared, elsewhere):
    told = text_of(check_report(in_force(*ELSEWHERE).assessed), lang)

    assert shared in told
    assert elsewhere in told


def test_where_all_take_part_nothing_is_said_of_it():
    assert "Shared by" not in text_of(check_report(in_force().assessed))


def test_the_table_tells_what_is_undecided_and_what_is_not_proved():
    unknown = ("cost_after: 901", "cost_after: unknown")

    told = text_of(exits("beta", "gamma", changes=(unknown,), search=True))

    assert "cannot be decided." in told
    assert "It is not proved best among those." in told
    assert "Of 2 who may leave, 0 can do so without change" in told


def test_who_shares_nothing_leaves_nothing_to_pay():
    outside = (
        ("  name: Net\n", "  name: Net\n  participants: [alfa, beta]\n"),
        ("{alfa: 4, beta: 2, gamma: 2}", "{alfa: 4, beta: 2}"),
        (
            "{alfa: 4000000, beta: 2000000, gamma: 2000000}",
            "{alfa: 4000000, beta: 2000000}",
        ),
        ("{alfa: 3, beta: 2, gamma: 1}", "{alfa: 4, beta: 2}"),
        *ELSEWHERE,
    )

    told = text_of(exits("gamma", changes=outside))

    assert "WHAT GAMMA HAS PAID" not in told
    assert "No staff get another employer." in told


def test_a_plan_that_says_who_pays_is_followed_by_the_key():
    pays = (
        "    delivery: {net",
        "    pays: {desk: {alfa: 900, beta: 1}}\n    delivery: {net",
    )

    assert "counted by the cost key" in text_of(exits("beta", changes=(pays,)))
    assert "counted by the cost key" not in text_of(exits("beta"))


def test_staff_that_a_new_plan_may_place_otherwise_is_told_so():
    assert "may place it otherwise" in text_of(exits("beta", search=True))
    assert "may place it otherwise" not in text_of(exits("beta"))


def test_entry_tells_of_broken_and_undecided_cases_together():
    each_hosts = """
- id: each-hosts
  clause: "6"
  reading: everybody hosts something
  authority: agreement
  kind: require
  for_each: {m: municipalities}
  measure: count(host[s, m] for s in services)
  at_least: 1
objectives:"""
    rules = RULES.replace("\nobjectives:", each_hosts)

    told = text_of(entry((", cost_today: 2000000", ""), rules=rules))

    assert "2 cases of binding rules are broken with the newcomer" in told
    assert "cannot be decided with the newcomer" in told
