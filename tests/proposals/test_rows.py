"""Rows of a proposal's cases are made when they are asked for, and chosen before."""

from __future__ import annotations

import pytest

from tests.report.cases import SCENARIOS
from vvoptimize.assignment import named_assignment
from vvoptimize.explanation.proposal.changes import case_changes
from vvoptimize.report.proposal import assessment_of, case_rows
from vvoptimize.ruleset.reading import read_rules
from vvoptimize.scenario.reading import read_scenario
from vvoptimize.solution.assessed import assess


@pytest.fixture(scope="module")
def sides():
    """Give assignments of the shipped region, judged, and their parts of a report."""
    file = read_scenario(str(SCENARIOS / "vestre-varanger.yaml"))
    rules = read_rules([str(SCENARIOS / path) for path in file.scenario.rules])
    judged = [
        assess(rules, file, named_assignment(file.scenario, name))
        for name in file.scenario.assignments
    ]
    return [(one, assessment_of(one)) for one in judged]


def pairs(sides):
    """Give every two, in either order, and each with itself."""
    for base, before in sides:
        for now, after in sides:
            changes = case_changes(base.evaluation, now.evaluation)
            yield changes, before, after


def test_rows_say_what_both_sides_say_of_each_case(sides):
    for changes, before, after in pairs(sides):
        rows = case_rows(changes, before, after)
        said = [
            {(rule.id, row.at): row for rule in part.rules for row in rule.instances}
            for part in (before, after)
        ]

        assert len(rows) == len(changes)
        for row in rows:
            was, is_ = (one[row.rule, row.at] for one in said)
            assert (row.base, row.now) == (was.verdict, is_.verdict)
            assert row.message == is_.message


def test_what_is_told_is_chosen_as_by_rows(sides):
    blocking = excused = 0
    for changes, before, after in pairs(sides):
        rows = case_rows(changes, before, after)
        told = [
            row
            for row in rows
            if row.kind != "report" and (row.change != "same" or row.excused)
        ]
        told.sort(key=lambda row: (not row.blocks, not row.excused, not row.binding))
        stop = [row.clause for row in rows if row.blocks]

        assert rows.telling == told
        assert rows.blocking == tuple(dict.fromkeys(stop))
        blocking += len(stop)
        excused += sum(row.excused for row in rows)
    assert blocking
    assert excused


def test_beside_an_earlier_check_nothing_blocks(sides):
    (_, before), (_, after), *_ = sides
    changes = case_changes(sides[0][0].evaluation, sides[1][0].evaluation)

    rows = case_rows(changes, before, after, lambda _: (False, False))

    assert rows.blocking == ()
    assert not any(row.blocks or row.excused for row in rows)
    assert all(row.change != "same" for row in rows.telling)


def test_a_case_of_one_side_has_a_row(sides):
    (base, before), *_ = sides
    first = case_changes(base.evaluation, base.evaluation)[0]

    rows = case_rows([first], before._replace(rules=()), before)

    assert (rows[0].base_margin, rows[0].by) == (None, None)
    assert before.rules[0].instances.of((("nowhere", "x"),)) is None
