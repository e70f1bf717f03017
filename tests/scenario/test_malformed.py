"""Whatever a file holds, it is read or refused with positions, never half-read."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.scenario.example import EXAMPLE, PATH
from vvoptimize.assignment import named_assignment, parse_assignment
from vvoptimize.errors import InputError
from vvoptimize.scenario.reading import parse_scenario

BARE = """\
schema: vvoptimize/scenario/v1
id: bare
title: Bare
municipalities: [{id: a, name: A}]
services: [{id: s, name: S}]
"""
WORDS = list(re.finditer(r"(?<=[ \[{])[a-z0-9.-]+(?=[,}\]\n:])", EXAMPLE))
JUNK = ["", "3", "-3.5", "x", "alfa", "true", "[]", "{}", "[1, 2]", "{a: {b: c}}", "~"]


def problems_of(text):
    with pytest.raises(InputError) as caught:
        parse_scenario(text, PATH)
    return caught.value.problems


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("services: 3", "5:11"),
        ("services: [3]", "5:12"),
        ("services: {id: s}", "5:11"),
        ("services: [{id: s, name: S, participants: 3}]", "5:43"),
        ("services: [{id: s, name: S, candidates: 3}]", "5:41"),
        ("services: [{id: s, name: S, tasks: 3}]", "5:36"),
        ("services: [{id: s, name: S, tasks: [3]}]", "5:37"),
        ("services: [{id: s, name: S, candidates: [{a: a}]}]", "5:42"),
        ("services: [{id: s, name: S, workplaces_today: [3]}]", "5:47"),
    ],
)
def test_service_of_the_wrong_shape_is_refused_at_its_place(line, place):
    problems = problems_of(BARE.replace("services: [{id: s, name: S}]", line))

    assert [f"{p.span.line}:{p.span.column}" for p in problems if p.span] == [place]


@pytest.mark.parametrize("line", ["3", "[3]", "[{name: A}]", "[{id: 3, name: A}]", "a"])
def test_municipalities_of_the_wrong_shape_are_refused_in_their_line(line):
    text = BARE.replace("[{id: a, name: A}]", line)

    assert {p.span.line for p in problems_of(text) if p.span} == {4}


@pytest.mark.parametrize("text", ["3", "[a]", "text", "{}"])
def test_file_that_is_no_scenario_is_refused(text):
    assert problems_of(text)


@given(st.sampled_from(WORDS), st.sampled_from(JUNK))
def test_one_odd_word_is_read_or_refused_with_a_place(word, junk):
    text = EXAMPLE[: word.start()] + junk + EXAMPLE[word.end() :]

    problems, hosts = read(text)

    assert all(problem.span for problem in problems)
    assert bool(problems) != bool(hosts)


def read(text):
    """Give the problems of a text, and the services of each assignment in it."""
    try:
        scenario = parse_scenario(text, PATH).scenario
    except InputError as error:
        return error.problems, []
    names = scenario.assignments
    return (), [list(named_assignment(scenario, name).hosts) for name in names]


@pytest.mark.parametrize(
    "text", ["3", "[a]", "hosts: 3", "hosts: {s: [a]}", "pays: {s: 3}"]
)
def test_malformed_assignment_is_refused(text):
    scenario = parse_scenario(BARE, PATH).scenario

    with pytest.raises(InputError):
        parse_assignment(text, "proposal.yaml", scenario)
