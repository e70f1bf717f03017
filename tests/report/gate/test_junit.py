"""JUnit XML, read back by a parser that others use."""

from xml.etree import ElementTree as ET

import junitparser
import pytest
from hypothesis import given

from tests.report.gate.hostile import report_saying, texts
from tests.report.gate.region import gate
from tests.report.gate.test_build import AT, WORSE
from vvoptimize.report.gate.junit import render


def read(text):
    """Read suites with the parser."""
    return junitparser.JUnitXml.fromstring(text.encode())


def results(report):
    """Give the kind of result of every test, by its name."""
    return {
        (suite.name.rpartition(".")[2], test.name): [
            type(result).__name__ for result in test.result
        ]
        for suite in read(render(report))
        for test in suite
    }


@pytest.mark.parametrize(
    ("rule", "case", "result"),
    [
        ("network-presence", "s=plan, m=alfa", []),
        ("network-presence", "s=plan, m=beta", ["Skipped"]),  # has a waiver
        ("network-presence", "s=plan, m=gamma", ["Skipped"]),  # excepted
        ("no-loss", "m=alfa", []),
        ("no-loss", "m=beta", ["Failure"]),
        ("no-loss", "m=gamma", ["Error"]),  # unknown
        ("all-host", "m=gamma", ["Skipped"]),  # a wish that is not met
    ],
)
def test_each_case_is_one_test(rule, case, result):
    assert results(gate())[rule, case] == result


def test_counts_are_those_of_the_tests():
    suites = read(render(gate()))

    assert (suites.tests, suites.failures, suites.errors, suites.skipped) == (
        12,
        1,
        1,
        4,
    )
    counted = [(s.tests, s.failures, s.errors, s.skipped) for s in suites]
    assert counted == [(3, 0, 0, 2), (3, 0, 0, 2), (3, 1, 1, 0), (3, 0, 0, 0), (0,) * 4]


def test_failure_tells_how_much_and_where():
    (result,) = next(
        test.result
        for suite in read(render(gate()))
        for test in suite
        if test.result and isinstance(test.result[0], junitparser.Failure)
    )

    assert result.message.replace("\xa0", " ") == "Broken: Bêta, short by 1.5 FTE."
    assert result.text == "proposals/region.yaml:33:42"


def test_suite_has_clause_quote_and_reading():
    suite = next(iter(read(render(gate()))))

    told = {one.name: one.value for one in suite.properties()}
    assert told["rule"] == "Clause 5.3, Network"
    assert told["quote"] == "ansatte i alle kommuner"
    assert told["reading"] == "At least so many FTE"
    assert told["verdict"] == "waived"


def test_excused_case_fails_nothing_and_says_why():
    change = WORSE._replace(kind="same", excused=True, by=0)
    report = gate(changes={("no-loss", (("m", "beta"),)): change}, exit_code=0)

    assert results(report)["no-loss", "m=beta"] == ["Skipped"]
    assert "It stops nothing, as the base is no better." in render(report)


def test_change_of_a_case_that_is_kept_is_told_beside_it():
    at = (("s", "plan"), ("m", "alfa"))

    text = render(gate(changes={("network-presence", at): WORSE}))

    assert "Worse than in the base, by 1\xa0FTE." in text


def test_error_is_a_test_of_its_own():
    report = report_saying("what")._replace(checks=())

    (suite,) = read(render(report))

    (test,) = suite
    assert test.name == "VV101 what"
    assert [type(result).__name__ for result in test.result] == ["Error"]


def skeleton(text):
    """Give the elements with the names of their attributes, in order."""
    return [(e.tag, sorted(e.attrib)) for e in ET.fromstring(text).iter()]


@given(texts)
def test_no_text_of_a_proposal_is_markup(text):
    xml = render(report_saying(text))

    assert skeleton(xml) == skeleton(render(report_saying("usual")))
    assert read(xml).tests == 13


def test_amounts_are_in_no_name():
    names = {
        name for _, name in results(gate(changes={("network-presence", AT): WORSE}))
    }

    assert names == {name for _, name in results(gate())}
