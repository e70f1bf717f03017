"""What became of an assignment is told beside the verdict, and is not the verdict."""

import json
import re
from dataclasses import replace

import pytest

from tests.report.cases import flat, text
from tests.report.example import SCENARIO, assessed, solution
from vvoptimize.report import check_report, render_json, solve_report

TITLE = "    title: {nb: Vedtatt i 2022, en: Adopted in 2022}\n"


def decided(outcome):
    """Return the scenario with an outcome of its adopted assignment."""
    assert TITLE in SCENARIO
    return SCENARIO.replace(TITLE, f"{TITLE}    outcome: {{{outcome}}}\n")


def checked(outcome, lang="nb"):
    return flat(check_report(assessed("adopted", decided(outcome))), lang)


@pytest.mark.parametrize(
    ("outcome", "nb", "en"),
    [
        (
            "result: adopted, by: Beta",
            "Vedtatt av Beta. Reglene sier",
            "Adopted by Beta. The rules",
        ),
        (
            "result: rejected, by: Beta, date: 2022",
            "Nedstemt av Beta (2022). Reglene sier",
            "Voted down by Beta (2022). The rules",
        ),
        (
            "result: rejected, by: Beta, date: 2022-06, reason: for dyrt",
            "Nedstemt av Beta (juni 2022). Grunn: for dyrt. Reglene sier",
            "Voted down by Beta (June 2022). Reason: for dyrt. The rules",
        ),
        (
            "result: adopted, by: Beta, date: 2022-06-16, reason: for ett år.",
            "Vedtatt av Beta (16. juni 2022). Merknad: for ett år. Reglene sier",
            "Adopted by Beta (16 June 2022). Note: for ett år. The rules",
        ),
    ],
)
def test_who_decided_what_and_when_is_told_as_far_as_it_is_known(outcome, nb, en):
    assert nb in checked(outcome)
    assert en in checked(outcome, "en")


def test_rules_do_not_tell_of_acceptance_where_nobody_has_decided():
    told = flat(check_report(assessed("adopted")))

    assert "godtatt" not in told


def test_outcome_does_not_change_the_verdict():
    plain = check_report(assessed("adopted")).assessment
    rejected = decided("result: rejected, by: Beta")
    report = check_report(assessed("adopted", rejected)).assessment

    assert report.outcome is not None
    assert report._replace(outcome=None) == plain


def test_other_assignments_tell_what_became_of_them():
    scenario = decided("result: rejected, by: Beta, date: 2022")
    found = solution(assessed("best", scenario), others=())
    report = solve_report(replace(found, others=(assessed("adopted", scenario),)))

    told = text(report)
    (other,) = json.loads(render_json(report, timings=False))["others"]

    assert re.search(r"\(adopted\)\n  Nedstemt av Beta \(2022\)\.\n", told)
    assert "\n\nReglene sier ikke om en fordeling blir godtatt;" in told
    assert (other["outcome"]["result"], other["outcome"]["date"]) == (
        "rejected",
        "2022",
    )
