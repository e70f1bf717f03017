"""What the law pack catches in a small region, by check and by search."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

import vvoptimize
from tests.meaning.law_world import GOOD, PACK, pack, region
from vvoptimize.evaluation.verdicts import InstanceVerdict, Verdict
from vvoptimize.report import check_report, render_text
from vvoptimize.ruleset.reading import read_rules
from vvoptimize.ruleset.rules import Authority, RuleKind

if TYPE_CHECKING:
    from pathlib import Path

RECORDED = (
    "inputs:\n",
    "inputs:\n  agreement_recorded: {vern: 1}\n"
    "  party: {vern: {alfa: 1, beta: 1, gamma: 0}}\n",
)
ONE_MEMBER = (
    "board_members: {plan: {alfa: 2, beta: 2",
    "board_members: {plan: {alfa: 2, beta: 1",
)
CAPABLE = ("beta: 1, gamma: 0}\n  board", "beta: 1, gamma: 1}\n  board")
WISHES = """\
schema: vvoptimize/rules/v1
inputs:
  favoured: {index: [municipalities], unit: bool}
objectives:
- id: wish
  clause: a
  reading: What the law forbids is what this region wishes most of all.
  maximise: |
    sum(form[s, f] for s in services for f in forms if is_ko[f])
    + sum(host[s, m] for s in services for m in municipalities if favoured[m])
"""


def assessed(
    scenario: vvoptimize.ScenarioFile, assignment: str = GOOD
) -> vvoptimize.Assessed:
    given = vvoptimize.parse_assignment(assignment, "by-hand.yaml", scenario.scenario)
    return vvoptimize.evaluate(pack(), scenario, given)


def broken(judged: vvoptimize.Assessed) -> dict[str, list[dict[str, str]]]:
    """Give the broken cases of each broken rule."""
    found: dict[str, list[dict[str, str]]] = {}
    for one in judged.evaluation.broken:
        found.setdefault(one.rule.rule_id, []).append(dict(one.at))
    return found


def told(judged: vvoptimize.Assessed, lang: str) -> str:
    text = render_text(check_report(judged), lang=lang, width=None, color=False)
    return " ".join(text.replace("\u00a0", " ").split())


def cases_of(judged: vvoptimize.Assessed, rule: str) -> tuple[InstanceVerdict, ...]:
    (found,) = [v for v in judged.evaluation.rules if v.rule.rule_id == rule]
    return found.instances


@pytest.fixture
def wishing(tmp_path: Path):
    """Solve a region whose wishes are against the law."""
    (tmp_path / "wishes.yaml").write_text(WISHES, encoding="utf-8")
    rules = read_rules([str(PACK), str(tmp_path / "wishes.yaml")])

    def solve(*changes: tuple[str, str]) -> vvoptimize.Solution:
        favour = ("inputs:\n", "inputs:\n  favoured: {alfa: 0, beta: 0, gamma: 1}\n")
        return vvoptimize.solve(region(favour, *changes), rules)

    return solve


def test_a_lawful_assignment_breaks_nothing_and_lacks_no_figure():
    judged = assessed(region())

    assert broken(judged) == {}
    assert judged.evaluation.unknown == ()


def test_a_ko_for_a_service_that_makes_individual_decisions_is_caught():
    judged = assessed(region(), GOOD.replace("vern: host-administrative", "vern: ko"))

    assert broken(judged) == {"no-decisions-by-ko": [{"s": "vern", "f": "ko"}]}
    assert (
        "Barnevern treffer enkeltvedtak og kan ikke være et kommunalt oppgave"
        in told(judged, "nb")
    )
    assert "Child welfare makes individual decisions" in told(judged, "en")


def test_a_political_council_that_makes_individual_decisions_is_caught():
    judged = assessed(region(), GOOD.replace("vern: host-administrative", "vern: ipr"))

    assert broken(judged) == {"no-decisions-by-ipr": [{"s": "vern", "f": "ipr"}]}


def test_a_joint_board_with_one_member_from_a_municipality_is_caught():
    judged = assessed(region(ONE_MEMBER))

    assert broken(judged) == {
        "board-members": [{"s": "plan", "m": "beta", "f": "host-board"}]
    }
    (case,) = judged.evaluation.broken
    assert case.margin == -1
    assert (
        "Beta har 1 medlem i nemnda for Plan; loven krever minst 2 medlemmer."
        in told(judged, "nb")
    )


def test_a_host_that_is_not_party_to_the_agreement_is_caught():
    judged = assessed(
        region(RECORDED, CAPABLE), GOOD.replace("vern: alfa", "vern: gamma")
    )

    assert broken(judged) == {"host-takes-part": [{"s": "vern", "m": "gamma"}]}
    assert "Gamma er vert for Barnevern, men er ikke med i samarbeidet." in told(
        judged, "nb"
    )


def test_a_host_that_cannot_serve_in_sami_is_caught_wherever_it_is():
    judged = assessed(region(), GOOD.replace("vern: alfa", "vern: gamma"))

    # Beta is in the administrative area; the host Gamma is not, and still has the duty.
    assert broken(judged) == {"host-serves-in-sami": [{"s": "vern", "m": "gamma"}]}


def test_matters_of_principle_under_the_administrative_model_are_caught():
    judged = assessed(
        region(), GOOD.replace("plan: host-board", "plan: host-administrative")
    )

    assert broken(judged) == {
        "principle-needs-elected": [{"s": "plan", "f": "host-administrative"}]
    }


def test_a_special_act_that_nobody_has_looked_into_is_no_pass():
    judged = assessed(
        region(("special_law_bar: {vern: 0, ", "special_law_bar: {vern: unknown, "))
    )

    assert broken(judged) == {}
    assert [(one.rule.rule_id, one.missing) for one in judged.evaluation.unknown] == [
        ("special-law-allows-host", ("inputs.special_law_bar.vern",))
    ]


def test_search_never_gives_a_ko_individual_decisions(wishing):
    solution = wishing()

    assert dict(solution.assignment.forms) == {
        "vern": "host-administrative",
        "plan": "host-board",
        "lonn": "ko",
    }
    assert solution.outcome is vvoptimize.Outcome.OPTIMAL


def test_search_never_picks_a_host_that_takes_no_part(wishing):
    free = wishing(CAPABLE)
    bound = wishing(CAPABLE, RECORDED)

    assert dict(free.assignment.hosts) == dict.fromkeys(
        ("vern", "plan", "lonn"), "gamma"
    )
    assert bound.assignment.hosts["vern"] in ("alfa", "beta")
    assert bound.assignment.hosts["plan"] == bound.assignment.hosts["lonn"] == "gamma"


def test_search_leaves_a_service_at_home_before_it_takes_too_small_a_board(wishing):
    may_stay = (
        "  flags: [statutory, principle]\n",
        "  flags: [statutory, principle]\n  may_stay_unshared: true\n",
    )

    assert wishing(may_stay).assignment.hosts["plan"] is not None
    assert wishing(may_stay, ONE_MEMBER).assignment.hosts["plan"] is None


def test_where_no_lawful_form_is_left_the_conflict_names_the_law():
    with pytest.raises(vvoptimize.InfeasibleError) as caught:
        vvoptimize.solve(region(ONE_MEMBER), pack())

    assert "board-members" in str(caught.value)
    assert "principle-needs-elected" in str(caught.value)


# The agreement's documents

DOCUMENTS = {
    "council-adopts-agreement",
    "council-instructs-delegation",
    "budget-stays-home",
    "own-chief-executive",
    "own-preventive-plan",
    "host-agreement-content",
    "governor-informed",
}


def test_rules_on_documents_wait_for_an_agreement_and_say_so():
    judged = assessed(region())

    silent = {rule.rule_id for rule in judged.grounding.not_applicable}
    assert silent >= DOCUMENTS
    _, _, named = told(judged, "nb").partition("regler ingen tilfeller her: ")
    assert [rule for rule in DOCUMENTS if rule not in named] == []


def test_once_an_agreement_is_recorded_what_is_lacking_is_unknown_and_no_pass():
    judged = assessed(region(RECORDED))

    unknown = {one.rule.rule_id for one in judged.evaluation.unknown}
    assert unknown == DOCUMENTS
    assert all(
        case.verdict is Verdict.UNKNOWN
        for case in cases_of(judged, "host-agreement-content")
        if dict(case.at)["f"] == "host-administrative"
    )


def test_one_item_that_the_agreement_lacks_is_named_by_what_it_is():
    lacking = (
        "inputs:\n",
        "inputs:\n  agreement_recorded: {vern: 1}\n"
        "  host_agreement_has: {vern: {withdrawal: 0}}\n",
    )

    judged = assessed(region(lacking))

    at = {"s": "vern", "f": "host-administrative", "i": "withdrawal"}
    assert broken(judged)["host-agreement-content"] == [at]
    assert "Avtalen om Barnevern fastsetter ikke dette: uttreden." in told(judged, "nb")


@pytest.mark.parametrize(
    ("day", "cases"), [("2030-12-31", 0), ("2031-01-01", 1), ("2026-06-01", 0)]
)
def test_the_competence_of_a_leader_is_asked_for_from_its_day(day: str, cases: int):
    judged = assessed(region(("baseline: 2026-06-01", f"baseline: {day}")))

    assert len(cases_of(judged, "child-welfare-competence")) == cases
    assert len(judged.evaluation.unknown) == cases


# The file itself


@pytest.mark.parametrize("rule", pack().rules, ids=lambda rule: rule.rule_id)
def test_every_rule_says_which_law_and_what_it_means_in_both_languages(rule):
    texts = (rule.label, rule.message, rule.citation.reading)

    assert rule.authority is Authority.LAW
    assert rule.kind is RuleKind.REQUIRE
    assert rule.law is not None
    assert rule.law.as_of == "2026-04-13"
    assert rule.citation.clause.startswith(rule.law.law_id.split("-og-")[0])
    assert "§" in rule.citation.clause
    for text in texts:
        assert text is not None
        assert text.nb
        assert text.en
        assert text.nb != text.en


@pytest.mark.parametrize("rule", pack().rules, ids=lambda rule: rule.rule_id)
def test_every_rule_has_a_holding_a_breaking_and_an_unknown_case(rule):
    expects = Counter(case.expect for case in rule.cases)

    assert {"holds", "broken", "unknown"} <= set(expects)


def test_what_is_left_out_stands_with_its_reason():
    left_out = pack().not_encoded

    assert left_out
    assert all(one.reason.nb and one.reason.en for one in left_out)
