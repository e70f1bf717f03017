"""Who may leave the real region, and what a rule about it says."""

import pytest

from tests.cli.helpers import ROOT
from vvoptimize.evaluation.verdicts import Verdict
from vvoptimize.explanation.members.exit import Exit, Search, leave
from vvoptimize.explanation.members.plans import PlanInForce
from vvoptimize.optimize import check, solve
from vvoptimize.report import exits_report, render_text
from vvoptimize.ruleset.reading import rules_of
from vvoptimize.scenario.changed import changed
from vvoptimize.scenario.reading import ScenarioFile, read_scenario
from vvoptimize.scenario.shares import JointPart
from vvoptimize.solution.assessed import Assessed
from vvoptimize.solution.stages import Limits

REAL = read_scenario(str(ROOT / "scenarios" / "vestre-varanger.yaml"))
RULES = rules_of(REAL)


def leaving(file: ScenarioFile, plan: Assessed, leaver: str, *, search: bool) -> Exit:
    in_force = PlanInForce(file, RULES, None, plan, Limits(), proved=True)
    how = JointPart.SCALED
    return leave(in_force, leaver, how, today="2026-01-31", search=search)


@pytest.fixture(scope="module")
def exits() -> list[Exit]:
    """Work out every exit from the proven optimum."""
    plan = solve(REAL, RULES).assessed
    known = REAL.scenario.municipality_ids
    return [leaving(REAL, plan, leaver, search=True) for leaver in known]


def test_whoever_leaves_a_new_plan_is_proved_that_changes_one_host(exits):
    for one in exits:
        assert one.new.search is Search.FOUND
        assert [service for service, *_ in one.new.changed] == [*one.lost]
        assert len(one.lost) == 1
        assert (one.new.fewest, one.new.proved) == (True, True)
        assert one.final.evaluation.broken == ()


def test_without_published_notice_no_date_is_told(exits):
    assert {one.notice.earliest for one in exits} == {None}


@pytest.mark.parametrize("lang", ["nb", "en"])
def test_every_exit_is_one_table_that_fits(lang, exits):
    report = exits_report(exits[0].plan, exits, JointPart.SCALED)

    text = render_text(report, lang=lang, width=None, color=False)

    assert max(map(len, text.splitlines())) <= 80
    for municipality in REAL.scenario.municipalities:
        assert f"\n{municipality.name.get(lang)} " in text


def n_minus_one(file: ScenarioFile) -> dict[str, Verdict]:
    """Judge the rule that several can host each statutory service."""
    evaluation = check(file, "adopted", RULES).evaluation
    rule = next(r for r in evaluation.rules if r.rule.rule_id == N_MINUS_ONE)
    return {dict(case.at)["s"]: case.verdict for case in rule.instances}


N_MINUS_ONE = "hosts-left-if-one-leaves"


def test_a_rule_tells_whether_another_may_host_each_statutory_service():
    assert set(n_minus_one(REAL).values()) == {Verdict.HOLDS}


def test_a_service_that_breaks_that_rule_is_left_with_nobody():
    service = next(s for s in REAL.scenario.services if "statutory" in s.flags)
    host = REAL.scenario.assignments["adopted"].hosts[service.id]
    only = changed(service, candidates=changed(service.candidates, among=(host,)))
    others = [only if s is service else s for s in REAL.scenario.services]
    narrow = changed(REAL.scenario, services=tuple(others))
    file = ScenarioFile(narrow, REAL.document)

    found = leaving(file, check(file, "adopted", RULES), host, search=False)

    assert n_minus_one(file)[service.id] is Verdict.BROKEN
    assert found.hostless == (service.id,)
