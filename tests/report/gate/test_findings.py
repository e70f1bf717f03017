"""How bad each case is: what stops a proposal is an error, and nothing else is."""

import pytest

from tests.report.gate.region import case_of, gate
from tests.report.gate.test_build import WORSE
from vvoptimize.report.gate.findings import Level, findings, level_of
from vvoptimize.report.gate.items import items
from vvoptimize.report.gate.model import GateNote
from vvoptimize.report.model import Words

RULE = gate().checks[0].rules[0]
CASE = case_of(gate(), "no-loss", m="beta")
EXCUSED = WORSE._replace(kind="same", excused=True)


@pytest.mark.parametrize(
    ("verdict", "level"),
    [
        ("broken", Level.ERROR),
        ("unknown", Level.ERROR),  # never a pass
        ("waived", Level.NOTE),
        ("excepted", Level.NONE),
        ("holds", Level.NONE),
        ("gone", Level.NONE),
    ],
)
def test_case_of_a_binding_rule(verdict, level):
    assert level_of(RULE, CASE._replace(verdict=verdict)) is level


@pytest.mark.parametrize(
    ("kind", "level"), [("prefer", Level.WARNING), ("report", Level.NOTE)]
)
@pytest.mark.parametrize("verdict", ["broken", "unknown"])
def test_case_of_a_rule_that_does_not_bind(kind, verdict, level):
    rule = RULE._replace(kind=kind, binding=False)

    assert level_of(rule, CASE._replace(verdict=verdict)) is level


def test_what_the_base_breaks_as_much_warns():
    assert level_of(RULE, CASE._replace(change=EXCUSED)) is Level.WARNING
    assert level_of(RULE, CASE._replace(change=WORSE)) is Level.ERROR


def test_what_the_base_does_not_know_either_is_still_an_error():
    unknown = CASE._replace(verdict="unknown", change=WORSE._replace(kind="undecided"))

    assert level_of(RULE, unknown) is Level.ERROR


def test_largest_shortfall_of_a_rule_comes_first():
    report = gate()
    (check,) = report.checks
    cases = tuple(CASE._replace(margin=margin) for margin in (-1, -3, -2, None))
    rule = RULE._replace(cases=cases)

    found = findings(report._replace(checks=(check._replace(rules=(rule,)),)))

    assert [one.case.margin for one in found] == [-3, -2, -1, None]


def test_notes_and_errors_are_told_among_the_rest():
    report = gate()
    (check,) = report.checks
    note = GateNote("warning", Words("Obs", "Mind"), None)
    told = items(report._replace(checks=(check._replace(notes=(note,)),)))

    assert [(item.level, item.text) for item in told if item.name == "note"] == [
        (Level.WARNING, "Mind")
    ]
    assert [item.level for item in told] == sorted(
        (item.level for item in told), reverse=True
    )
