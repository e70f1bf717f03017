"""Annotations: read as the runner of a workflow reads them."""

import re

import pytest
from hypothesis import given

from tests.report.gate.hostile import report_saying, texts
from tests.report.gate.region import gate
from vvoptimize.report.gate.github import render
from vvoptimize.report.gate.model import GateProblem
from vvoptimize.report.gate.safe import one_line
from vvoptimize.report.model import Words

# actions/runner, src/Runner.Common/ActionCommand.cs: the newer kind of command counts
# where it begins the line, the older wherever it stands.
COMMAND = re.compile(
    r"::(?P<name>[\w-]+)(?: (?P<properties>[^:]*(?::(?!:)[^:]*)*))?::(?P<data>.*)"
)
ESCAPES = {"%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ",", "%25": "%"}


def unescaped(text):
    """Undo the escapes of a command, all at once."""
    return re.sub("%0D|%0A|%3A|%2C|%25", lambda found: ESCAPES[found[0]], text)


def commands(text):
    """Give every command that the runner would obey, and its properties."""
    found = []
    for line in re.split("\r\n|\r|\n", text):
        assert "##[" not in line
        if line.lstrip().startswith("::"):
            match = COMMAND.fullmatch(line.lstrip())
            assert match, line
            pairs = (pair.partition("=") for pair in match["properties"].split(","))
            told = {key: unescaped(value) for key, _, value in pairs}
            found.append((match["name"], told, unescaped(match["data"])))
    return found


def test_what_stops_a_proposal_is_an_error_and_the_rest_warns():
    assert [(name, told["title"]) for name, told, _ in commands(render(gate()))] == [
        ("error", "Clause 5.6, no-loss"),
        ("error", "Clause 5.6, no-loss"),
        ("warning", "Clause 5.5, all-host"),
        ("warning", "Clause 5.5, all-host"),
        ("notice", "Clause 5.3, Network"),
    ]


def test_annotation_stands_at_the_value():
    _, told, said = commands(render(gate()))[0]

    assert told == {
        "file": "proposals/region.yaml",
        "line": "33",
        "endLine": "33",
        "col": "42",
        "endColumn": "45",
        "title": "Clause 5.6, no-loss",
    }
    assert said.replace("\xa0", " ") == "Broken: Bêta, short by 1.5 FTE."


def test_waiver_is_told_with_reason_and_expiry():
    _, _, said = commands(render(gate()))[-1]

    assert "31 December 2026" in said
    assert "The post is advertised" in said


def test_last_lines_count_the_cases_and_tell_how_it_ends():
    *_, counted, ended = render(gate()).split("\n")

    assert "12 cases: 1 broken, 2 not met, 1 unknown" in counted
    assert ended == "vvoptimize check: Stopped: a binding rule is broken (exit code 1)."


def many(number):
    """Give a report of so many files that could not be read."""
    problem = GateProblem("VV501", Words("x", "y"), None, None)
    return gate()._replace(checks=(), problems=(problem,) * number, exit_code=2)


@pytest.mark.parametrize(
    ("number", "shown", "told"),
    [
        (9, 9, None),
        (10, 10, None),  # as many as the runner shows
        (11, 10, "And 2 more: the summary has all of them."),
        (50, 10, "And 41 more: the summary has all of them."),
    ],
)
def test_more_than_the_runner_shows_is_counted(number, shown, told):
    found = commands(render(many(number)))

    assert len(found) == shown
    if told is not None:
        assert found[-1] == ("error", {"title": "vvoptimize check"}, told)


def test_each_rule_has_its_turn_before_the_second_worst_of_any():
    report = gate()
    (check,) = report.checks
    first, second = (rule for rule in check.rules if rule.id in ("no-loss", "all-host"))
    both = (first._replace(binding=True), second)

    found = commands(render(report._replace(checks=(check._replace(rules=both),))))

    titles = [told["title"] for _, told, _ in found]
    assert titles[:2] == ["Clause 5.5, all-host", "Clause 5.6, no-loss"]


def test_standard_input_has_no_file_to_stand_in():
    report = gate()
    (check,) = report.checks
    rules = tuple(
        rule._replace(cases=tuple(_typed(case) for case in rule.cases))
        for rule in check.rules
    )

    found = commands(render(report._replace(checks=(check._replace(rules=rules),))))

    assert all("file" not in told for _, told, _ in found)


def _typed(case):
    return case._replace(place=case.place and case.place._replace(path="-"))


def test_place_of_several_lines_has_no_columns():
    report = gate()
    (check,) = report.checks
    rules = tuple(
        rule._replace(cases=tuple(_tall(case) for case in rule.cases))
        for rule in check.rules
    )

    _, told, _ = commands(
        render(report._replace(checks=(check._replace(rules=rules),)))
    )[0]

    assert "col" not in told
    assert int(told["endLine"]) == int(told["line"]) + 1


def _tall(case):
    place = case.place
    return case._replace(place=place and place._replace(end_line=place.line + 1))


@given(texts)
def test_no_text_of_a_proposal_is_a_command(text):
    found = commands(render(report_saying(text)))

    usual = commands(render(report_saying("usual")))
    assert [name for name, _, _ in found] == [name for name, _, _ in usual]
    assert [set(told) for _, told, _ in found] == [set(told) for _, told, _ in usual]
    assert all(one_line(said) == said for _, _, said in found)
