"""The Test Anything Protocol, read back by a parser that others use."""

import pytest
from hypothesis import given
from tap.parser import ENABLE_VERSION_13, Parser

from tests.report.gate.hostile import report_saying, texts
from tests.report.gate.region import gate
from vvoptimize.report.gate.tap import render


def lines(report):
    """Read a stream with the parser; nothing in it may be unknown to it."""
    assert ENABLE_VERSION_13
    found = list(Parser().parse_text(render(report) + "\n"))
    assert "unknown" not in [line.category for line in found]
    return found


def read(report):
    """Give every test."""
    return [line for line in lines(report) if line.category == "test"]


def test_stream_begins_with_its_version_and_plan():
    version, plan, *_ = lines(gate())

    assert version.version == 13
    assert plan.expected_tests == len(read(gate())) == 12


@pytest.mark.parametrize(
    ("name", "ok", "skip", "todo"),
    [
        ("network-presence s=plan, m=alfa", True, False, False),
        ("network-presence s=plan, m=beta", True, True, False),  # has a waiver
        ("network-presence s=plan, m=gamma", True, True, False),  # excepted
        ("no-loss m=beta", False, False, False),
        ("no-loss m=gamma", False, False, False),  # unknown
        ("all-host m=beta", False, False, True),  # a wish that is not met
    ],
)
def test_each_case_is_one_test(name, ok, skip, todo):
    (found,) = [
        test for test in read(gate()) if test.description == f"- region chosen {name}"
    ]

    assert (found.ok, found.skip, found.todo) == (ok, skip, todo)


def test_details_tell_rule_amount_and_place():
    found = next(test for test in read(gate()) if not test.ok and not test.todo)

    assert {k: v.replace("\xa0", " ") for k, v in found.yaml_block.items()} == {
        "rule": "Clause 5.6, no-loss",
        "message": "Broken: Bêta, short by 1.5 FTE.",
        "verdict": "broken",
        "at": "proposals/region.yaml:33:42",
    }


def test_error_is_a_test_that_failed():
    (found,) = read(report_saying("what")._replace(checks=()))

    assert not found.ok
    assert found.description == "- VV101 what"


@given(texts)
def test_no_text_of_a_proposal_is_obeyed(text):
    found, usual = (read(report_saying(x)) for x in (text, "usual"))

    shapes = [
        [(test.ok, test.skip, test.todo, set(test.yaml_block or ())) for test in tests]
        for tests in (found, usual)
    ]
    assert shapes[0] == shapes[1]
