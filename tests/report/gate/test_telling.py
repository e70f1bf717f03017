"""What is said of a case, in whole sentences and in both languages."""

import pytest

from tests.report.gate.region import case_of, gate
from vvoptimize.report.gate import junit, sarif, tap
from vvoptimize.report.gate.findings import Level
from vvoptimize.report.gate.model import Change
from vvoptimize.report.gate.telling import Telling, ended

NB, EN = gate(language="nb").checks[0], gate().checks[0]
RULE = next(rule for rule in EN.rules if rule.id == "no-loss")
CASE = case_of(gate(), "no-loss", m="beta")
WAIVER = case_of(gate(), "network-presence", s="plan", m="beta").waiver


def said(check, case, rule=RULE):
    """Give what is said, with spaces for what holds an amount together."""
    return Telling(check).said(rule, case).replace("\xa0", " ")


@pytest.mark.parametrize(
    ("changes", "nb", "en"),
    [
        ({}, "Brutt: Bêta, mangler 1,5 årsverk.", "Broken: Bêta, short by 1.5 FTE."),
        ({"margin": None}, "Brutt: Bêta.", "Broken: Bêta."),
        (
            {"verdict": "holds", "margin": 2},
            "Oppfylt: Bêta, 2 årsverk å gå på.",
            "Met: Bêta, 2 FTE to spare.",
        ),
        (
            {"verdict": "holds", "margin": 0},
            "Oppfylt: Bêta, akkurat på grensen.",
            "Met: Bêta, exactly on the limit.",
        ),
        ({"verdict": "holds", "margin": None}, "Oppfylt: Bêta.", "Met: Bêta."),
        (
            {"verdict": "holds", "margin": None, "withheld": True},
            "Oppfylt: Bêta. Tallene holdes tilbake, for de kan røpe enkeltpersoner.",
            "Met: Bêta. Its numbers are withheld, for they may identify people.",
        ),
        (
            {"verdict": "unknown", "margin": None, "missing": ("cost_keys for plan",)},
            "Ukjent: Bêta. Mangler: kostnadsnøkkel (Plan).",
            "Unknown: Bêta. Missing: cost key (Planning).",
        ),
        (
            {"verdict": "waived", "margin": None},
            "Dispensasjon: Bêta.",
            "Waived: Bêta.",
        ),
        (
            {"verdict": "gone", "margin": None},
            "Borte: Bêta. Bare grunnlaget har det.",
            "Gone: Bêta. Only the base has it.",
        ),
        (
            {"at": (), "margin": None},
            "Brutt: hele området.",
            "Broken: the whole region.",
        ),
    ],
)
def test_verdict_is_told_with_its_amount(changes, nb, en):
    case = CASE._replace(**changes)

    assert (said(NB, case), said(EN, case)) == (nb, en)


def test_waiver_that_does_not_cover_it_all_is_told_with_the_rest():
    told = said(EN, CASE._replace(waiver=WAIVER, exceeds=1))

    assert "That is 1 FTE more than waiver 1 covers." in told
    assert told.endswith("Reason: The post is advertised")


@pytest.mark.parametrize(
    ("change", "nb", "en"),
    [
        (("new", None, None, None), "Nytt: grunnlaget har det ikke.", "New: the base"),
        (
            ("worse", "broken", -1, -1),
            "Verre enn i grunnlaget, med 1",
            "Worse than in ",
        ),
        (
            ("worse", "holds", None, None),
            "Verre enn i grunnlaget.",
            "Worse than in the",
        ),
        (
            ("better", "broken", -2, 2),
            "Bedre enn i grunnlaget, med 2",
            "Better than in",
        ),
        (("same", "broken", -1, 0), "Som i grunnlaget.", "As in the base."),
        (("fixed", "broken", -1, 2), "Brutt i grunnlaget, og ikke", "Broken in the ba"),
        (
            ("undecided", "unknown", None, None),
            "Om det er verre",
            "Whether it is worse",
        ),
    ],
)
def test_change_against_the_base_is_told(change, nb, en):
    case = CASE._replace(change=Change(*change))

    assert nb in said(NB, case)
    assert en in said(EN, case)


@pytest.mark.parametrize(
    ("code", "nb", "en"),
    [
        (0, "Ingenting stopper det", "Nothing stops it"),
        (1, "Stoppet", "Stopped"),
        (2, "Ikke avgjort", "Not decided"),
        (4, "Avsluttet med avslutningskode 4.", "Ended with exit code 4."),
    ],
)
def test_end_of_a_run_is_told(code, nb, en):
    assert ended(gate(language="nb", exit_code=code)).startswith(nb)
    assert ended(gate(exit_code=code)).startswith(en)


def with_case(changes, **rule):
    """Give a report of one rule with one case."""
    report = gate()
    only = RULE._replace(cases=(CASE._replace(**changes),), **rule)
    return report._replace(checks=(EN._replace(rules=(only,), waivers=()),))


def test_case_of_no_index_is_named_by_its_rule():
    report = with_case({"at": ()})

    assert '<testcase classname="region.chosen.no-loss" name="no-loss"' in (
        junit.render(report)
    )
    assert "not ok 1 - region chosen no-loss\n" in tap.render(report)
    assert "logicalLocations" not in sarif.render(report)


def test_case_that_is_gone_is_skipped_and_stands_nowhere():
    report = with_case({"verdict": "gone", "margin": None, "place": None})

    assert "ok 1 - region chosen no-loss m=beta # SKIP gone\n" in tap.render(report)
    assert '<skipped type="gone"' in junit.render(report)
    assert "file=" not in junit.render(report)


def test_broken_case_without_a_place_still_fails():
    report = with_case({"place": None})

    assert '<failure type="broken"' in junit.render(report)


def test_rule_that_is_only_shown_is_noted():
    text = sarif.render(with_case({}, kind="report", binding=False))

    assert f'"level": "{Level.NOTE.word}"' in text
    assert '"problem.severity": "recommendation"' in text
