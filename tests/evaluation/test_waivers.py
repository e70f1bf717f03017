"""What a waiver means: the shortfall it covers, to the last hundredth, and no more."""

from __future__ import annotations

from fractions import Fraction

import pytest

from tests.report.cases import flat
from tests.ruleset.region import rule, rules
from vvoptimize.assignment import named_assignment
from vvoptimize.errors import Problems
from vvoptimize.evaluation.verdicts import InstanceVerdict, Verdict
from vvoptimize.report import check_report
from vvoptimize.ruleset.waivers import Waivers, written_in
from vvoptimize.scenario.reading import parse_scenario
from vvoptimize.solution.assessed import Assessed, assess
from vvoptimize.source import parse

SCENARIO = """\
schema: vvoptimize/scenario/v1
id: region
title: Region
municipalities: [{id: alfa, name: Alfa}, {id: beta, name: Beta}]
services:
- id: plan
  name: Planning
  delivery: network
  workplaces_today: {alfa: 2, beta: unknown}
  total_after: 4
assignments:
  chosen: {hosts: {plan: alfa}, workplaces: {plan: {alfa: 3.5, beta: 0.5}}}
"""
HEAD = "parameters:\n  least: {unit: FTE, value: 1, range: [0, 9], label: x}\nrules:\n"
EACH = "for_each: {s: services, m: municipalities}"
LEAST = f"{EACH}, measure: 'workplaces[s, m]', at_least: least"


def judged(body: str, covers: str = "", extra: str = "") -> Assessed:
    """Judge with a waiver for planning in beta."""
    text = (
        "schema: vvoptimize/waivers/v1\nwaivers:\n- {rule: r, at: {s: plan, m: beta}, "
        "reason: x, decided_by: x, case: x, date: 2026-01-01, expires: 2026-12-31"
        f"{f', covers: {covers}' if covers else ''}}}\n"
    )
    problems = Problems()
    written = tuple(written_in(parse(text, "waivers.yaml"), problems))
    problems.raise_if_any()
    file = parse_scenario(SCENARIO, "region.yaml")
    return assess(
        rules(HEAD + rule(body) + extra),
        file,
        named_assignment(file.scenario, "chosen"),
        waivers=Waivers(written, "2026-06-01"),
    )


def in_beta(assessed: Assessed) -> InstanceVerdict:
    rule_ = assessed.evaluation.rules[0]
    return next(i for i in rule_.instances if dict(i.at)["m"] == "beta")


@pytest.mark.parametrize(
    ("covers", "verdict", "exceeds"),
    [
        ("0.49", Verdict.BROKEN, Fraction(1, 100)),  # too small
        ("0.5", Verdict.WAIVED, None),  # exactly what is lacking
        ("0.51", Verdict.WAIVED, None),
    ],
)
def test_a_shortfall_is_waived_up_to_what_is_covered(covers, verdict, exceeds) -> None:
    assessed = judged(LEAST, covers)

    case = in_beta(assessed)
    assert case.verdict is verdict
    assert case.margin == Fraction(-1, 2)
    assert case.exceeds == exceeds
    assert len(assessed.evaluation.broken) == (verdict is Verdict.BROKEN)
    assert len(assessed.evaluation.waived) == (verdict is Verdict.WAIVED)
    assert assessed.evaluation.rules[0].verdict is verdict


@pytest.mark.parametrize("value", ["0.4", "0.5"])
def test_a_waiver_of_a_case_that_is_kept_changes_nothing(value: str) -> None:
    case = in_beta(judged(LEAST.replace(": least", f": least * {value}"), "0.1"))

    assert case.verdict is Verdict.HOLDS
    assert case.waiver is not None
    assert case.exceeds is None


def test_other_cases_are_judged_as_ever() -> None:
    assessed = judged(LEAST.replace(": least", ": least * 4"), "9")

    verdicts = {
        dict(i.at)["m"]: i.verdict for i in assessed.evaluation.rules[0].instances
    }
    assert verdicts == {"alfa": Verdict.BROKEN, "beta": Verdict.WAIVED}
    assert assessed.evaluation.rules[0].verdict is Verdict.BROKEN


@pytest.mark.parametrize(
    ("formula", "verdict"),
    [
        ("host[s, m]", Verdict.WAIVED),
        ("not host[s, m]", Verdict.HOLDS),
    ],
)
def test_a_truth_without_amount_is_waived_wholly(formula, verdict) -> None:
    case = in_beta(judged(f"{EACH}, require: '{formula}'"))

    assert (case.verdict, case.margin, case.exceeds) == (verdict, None, None)


def test_a_truth_with_amounts_is_waived_by_amount() -> None:
    body = (
        f"{EACH}, require: 'workplaces[s, m] >= least and workplaces[s, m] < 9 * least'"
    )

    assert in_beta(judged(body, "0.5")).verdict is Verdict.WAIVED
    assert in_beta(judged(body, "0.4")).verdict is Verdict.BROKEN


def test_on_the_limit_of_a_strict_comparison_any_waiver_is_enough() -> None:
    body = f"{EACH}, require: 'workplaces[s, m] > least * 0.5'"

    assert in_beta(judged(body, "0.001")).verdict is Verdict.WAIVED


def test_a_case_that_lacks_a_figure_stays_unknown_whatever_is_covered() -> None:
    body = f"{EACH}, measure: 'workplaces[s, m]', at_least: 'workplaces_today[s, m]'"

    case = in_beta(judged(body, "9"))

    assert case.verdict is Verdict.UNKNOWN
    assert case.missing == ("services.plan.workplaces_today.beta",)
    assert case.exceeds is None


def test_where_it_is_not_known_whether_the_rule_applies_it_stays_unknown() -> None:
    body = f"{LEAST}, where: 'workplaces_today[s, m] >= least'"

    assert in_beta(judged(body, "9")).verdict is Verdict.UNKNOWN


def test_what_cannot_be_decided_is_not_asked_for_where_all_of_it_is_waived() -> None:
    body = f"{EACH}, require: 'host[s, m]', where: 'workplaces_today[s, m] >= least'"

    assert in_beta(judged(body)).verdict is Verdict.WAIVED


def test_a_waiver_of_what_the_agreement_excepts_is_not_needed() -> None:
    body = f"{LEAST}, except: [{{clause: '1', reading: x, where: 'candidate[s, m]'}}]"

    assessed = judged(body, "0.5", rule("require: 1 == 1", "other"))

    assert assessed.evaluation.rules[0].verdict is Verdict.EXCEPTED
    assert assessed.evaluation.waived == ()
    assert len(assessed.grounding.waivers) == 1


@pytest.mark.parametrize(
    ("body", "covers", "told"),
    [
        (LEAST, "0.5", "Mangler 0,5 årsverk; dispensasjonen dekker 0,5 årsverk."),
        (LEAST, "0.4", "dekker bare 0,4 årsverk. Det er 0,1 årsverk for mye."),
        (LEAST.replace(": least", ": least * 0"), "1", "Trengs ikke: regelen er"),
        (
            f"{LEAST}, except: [{{clause: '1', reading: x, where: 'candidate[s, m]'}}]",
            "1",
            "Trengs ikke: tilfellet er unntatt i avtalen.",
        ),
        (
            f"{LEAST}, where: 'workplaces_today[s, m] >= least'",
            "1",
            "Om den trengs og rekker, kan ikke avgjøres, for tall mangler.",
        ),
        (
            f"{EACH}, require: 'host[s, m]'",
            "",
            "Kravet stilles ikke her så lenge dispensasjonen gjelder.",
        ),
    ],
)
def test_a_report_tells_what_a_waiver_comes_to(body, covers, told) -> None:
    other = rule("require: 1 == 1", "other")
    report = check_report(judged(body, covers, other))

    assert told in flat(report)
