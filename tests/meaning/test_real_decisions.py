"""What the rules say of plans that real councils are known to have adopted or rejected.

Those regions never adopted these rules, and few of their figures are known: what is
held here is what the published facts decide, and that the rest is undecided.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest

import vvoptimize
from vvoptimize.cli.run import run
from vvoptimize.report import check_report, render_json, render_text
from vvoptimize.ruleset.rules import RuleKind

SCENARIOS = Path(__file__).parents[2] / "scenarios"
EVERYONE, NOBODY = "everyone-does-something", "nobody-hosts-everything"
PLANS = [
    ("hald", "plan-1"),
    ("hald", "plan-2"),
    ("hald", "plan-3"),
    ("indre-sogn", "proposed"),
    ("lillehammer", "in-operation"),
    ("lillehammer", "town-hosts-all"),
]
# Rules on staff and money, of which nearly nothing is published.
UNDECIDED = {"added-value-for-all", "shared-shrinkage", "host-can-deliver"}


@cache
def checked(region: str, plan: str) -> vvoptimize.Assessed:
    scenario = vvoptimize.read_scenario(str(SCENARIOS / f"{region}.yaml"))
    return vvoptimize.check(scenario, plan)


def cases(region: str, plan: str, rule_id: str) -> dict[str, tuple[str, object]]:
    """Give verdict and margin of each municipality."""
    rules = checked(region, plan).evaluation.rules
    (rule,) = [rule for rule in rules if rule.rule.rule_id == rule_id]
    return {
        dict(case.at)["m"]: (case.verdict.value, case.margin) for case in rule.instances
    }


def told(region: str, plan: str, lang: str) -> str:
    text = render_text(
        check_report(checked(region, plan)), lang=lang, width=80, color=False
    )
    return " ".join(text.split())


# HALD: one plan rejected, two adopted


def test_all_to_one_town_breaks_the_hosting_rules():
    # Five shared services among four: 5/4 and one more are allowed, 2.25.
    assert cases("hald", "plan-1", EVERYONE) == {
        "alstahaug": ("holds", 4),
        "leirfjord": ("broken", -1),
        "heroy": ("broken", -1),
        "donna": ("broken", -1),
    }
    assert cases("hald", "plan-1", NOBODY)["alstahaug"] == ("broken", -2.75)


def test_a_plan_that_leaves_one_with_nothing_breaks_the_hosting_rule():
    # It was adopted all the same; child welfare later came to Leirfjord.
    assert cases("hald", "plan-2", EVERYONE) == {
        "alstahaug": ("holds", 0),
        "leirfjord": ("broken", -1),
        "heroy": ("holds", 0),
        "donna": ("holds", 0),
    }


def test_tasks_make_up_for_a_host_role():
    plan = checked("hald", "plan-3")

    assert "heroy" not in plan.assignment.hosts.values()
    # Two tasks, but of one service.
    assert set(cases("hald", "plan-3", EVERYONE).values()) == {("holds", 0)}
    assert {verdict for verdict, _ in cases("hald", "plan-3", NOBODY).values()} == {
        "holds"
    }


def test_it_is_the_tasks_that_keep_the_rule():
    path = str(SCENARIOS / "hald.yaml")
    text = Path(path).read_text("utf-8")
    tasks = "    tasks:\n      okonomi: {fakturamottak: heroy, lonn: heroy}\n"
    assert tasks in text
    scenario = vvoptimize.parse_scenario(text.replace(tasks, ""), path)

    (broken,) = vvoptimize.check(scenario, "plan-3").evaluation.broken

    assert dict(broken.at) == {"m": "heroy"}
    assert broken.rule.rule_id == EVERYONE


# Indre Sogn: balanced, and voted down


def test_one_host_each_keeps_the_hosting_rules():
    assert set(cases("indre-sogn", "proposed", EVERYONE).values()) == {("holds", 0)}
    # Three shared services among three: two each are allowed.
    assert set(cases("indre-sogn", "proposed", NOBODY).values()) == {("holds", 1)}


@pytest.mark.parametrize(
    ("lang", "voted_down", "apart"),
    [
        (
            "nb",
            "Nedstemt av kommunestyret i Aurland.",
            "Reglene sier ikke om en fordeling blir godtatt; det gjør de som stemmer.",
        ),
        (
            "en",
            "Voted down by the council of Aurland.",
            "The rules do not tell whether an assignment is accepted; those who vote"
            " do.",
        ),
    ],
)
def test_balance_is_not_called_acceptance(lang, voted_down, apart):
    text = told("indre-sogn", "proposed", lang)

    assert voted_down in text
    assert apart in text
    # Before anything is said of rules that are kept.
    assert text.index(voted_down) < text.index(EVERYONE)
    assert text.endswith(
        "Dette er en utredning til kommunestyrene. Det er de som avgjør."
        if lang == "nb"
        else "This is a study for the municipal councils. It is they who decide."
    )


def test_json_tells_what_became_of_it():
    report = check_report(checked("indre-sogn", "proposed"))

    outcome = json.loads(render_json(report, timings=False))["assessment"]["outcome"]

    assert outcome == {
        "result": "rejected",
        "by": {"nb": "kommunestyret i Aurland", "en": "the council of Aurland"},
        "date": None,
        "reason": {
            "nb": "Aurland følte seg overkjørt; Årdal og Lærdal hadde sagt ja",
            "en": "Aurland felt run over; Årdal and Lærdal had said yes",
        },
        "source": "vote",
    }


# Lillehammer: a town and two small ones


def test_the_town_and_the_small_ones_host_one_each():
    assert set(cases("lillehammer", "in-operation", EVERYONE).values()) == {
        ("holds", 0)
    }
    assert set(cases("lillehammer", "in-operation", NOBODY).values()) == {("holds", 1)}


def test_size_gives_no_right_to_host_everything():
    assert cases("lillehammer", "town-hosts-all", EVERYONE) == {
        "lillehammer": ("holds", 2),
        "gausdal": ("broken", -1),
        "oyer": ("broken", -1),
    }
    assert cases("lillehammer", "town-hosts-all", NOBODY) == {
        "lillehammer": ("broken", -1),
        "gausdal": ("holds", 2),
        "oyer": ("holds", 2),
    }


# The page that tells of them


@pytest.mark.parametrize(("region", "plan"), PLANS)
def test_readme_tells_what_the_rules_say(region, plan):
    scenario = checked(region, plan).grounding.scenario
    outcome = scenario.assignments[plan].outcome
    became = "(imagined)" if outcome is None else outcome.result
    said = [broken_for(region, plan, rule_id) for rule_id in (EVERYONE, NOBODY)]

    row = f"| `{region}` `{plan}` | {said[0]} | {said[1]} | {became} |"

    assert row in (SCENARIOS / "README.md").read_text("utf-8")


def broken_for(region: str, plan: str, rule_id: str) -> str:
    scenario = checked(region, plan).grounding.scenario
    names = [
        scenario.municipality(m).name.get("nb")
        for m, (verdict, _) in cases(region, plan, rule_id).items()
        if verdict == "broken"
    ]
    return f"broken: {', '.join(names)}" if names else "kept"


# What is not known


@pytest.mark.parametrize(("region", "plan"), PLANS)
def test_rules_on_staff_and_money_are_undecided(region, plan):
    required = checked(region, plan).evaluation.of_kind(RuleKind.REQUIRE)

    unknown = {r.rule.rule_id for r in required if r.verdict.value == "unknown"}
    assert unknown >= UNDECIDED


@pytest.mark.parametrize(("region", "plan"), PLANS)
def test_no_figure_of_staff_or_money_is_made_up(region, plan):
    for service in checked(region, plan).services:
        # Where it stays unshared nobody changes employer.
        assert service.change_employer is None or service.host is None
    for municipality in checked(region, plan).municipalities:
        assert municipality.workplaces_before is municipality.change is None
        assert municipality.paid_before is municipality.pays is None


@pytest.mark.parametrize(
    ("region", "plan", "code"),
    [
        ("hald", "plan-1", 1),
        ("hald", "plan-2", 1),
        ("hald", "plan-3", 2),
        ("indre-sogn", "proposed", 2),
        ("lillehammer", "in-operation", 2),
        ("lillehammer", "town-hosts-all", 1),
    ],
)
def test_check_ends_with_broken_or_for_want_of_figures(region, plan, code):
    assert run(["check", str(SCENARIOS / f"{region}.yaml"), "-a", plan]) == code


@pytest.mark.parametrize("region", ["hald", "indre-sogn", "lillehammer"])
def test_scenario_is_valid(region):
    assert run(["validate", str(SCENARIOS / f"{region}.yaml")]) == 0


@pytest.mark.parametrize("region", ["hald", "indre-sogn", "lillehammer"])
def test_nothing_is_proved_best_for_want_of_figures(capsys, region):
    code = run(["solve", str(SCENARIOS / f"{region}.yaml"), "--lang", "en"])

    text = " ".join(capsys.readouterr().out.split())
    assert code == 4
    assert "Not proved best, for want of figures:" in text
    assert "With cases undecided they are no recommendation." in text
    assert "The rules do not tell whether an assignment is accepted" in text
    # What chooses between equals rests on unknown staff too, and says so.
    assert "FTE that change employer: not measured in full. Missing: employed" in text
