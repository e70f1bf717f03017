from fractions import Fraction

import pytest

from tests.scenario.example import PATH, example, mutated
from vvoptimize.assignment import Assignment, named_assignment, parse_assignment
from vvoptimize.errors import InputError
from vvoptimize.scenario.reading import parse_scenario


def test_named_assignment_is_complete():
    assignment = named_assignment(example().scenario, "adopted")

    assert assignment == Assignment(
        hosts={"plan": "alfa", "care": None, "web": "gamma"},
        tasks={("plan", "maps"): "alfa", ("plan", "desk"): "beta"},
        networks=frozenset({"web"}),
        workplaces={
            ("web", "alfa"): 1,
            ("web", "beta"): 0,
            ("web", "gamma"): Fraction(3, 2),
        },
        forms={"plan": "board-form"},
        pays={("plan", "alfa"): 80, ("plan", "beta"): 50, ("plan", "gamma"): 50},
    )


def test_hosts_come_in_the_order_of_the_scenario():
    assignment = named_assignment(example().scenario, "adopted")

    assert list(assignment.hosts) == ["plan", "care", "web"]


def test_either_is_central_unless_the_assignment_says_network():
    scenario = example().scenario
    text = (
        "hosts: {plan: alfa, care: alfa, web: beta}\nworkplaces: {web: {beta: 2.5}}\n"
    )

    assert parse_assignment(text, "-", scenario).networks == {"web"}
    assert named_assignment(scenario, "spread").networks == {"care", "web"}


def test_only_lawful_form_is_taken_when_none_is_chosen():
    # `plan` has two forms, so none is taken; `web` has none.
    assert named_assignment(example().scenario, "spread").forms == {"care": "host-form"}


def test_workplaces_of_a_central_service_are_checked_and_then_derived():
    text, _ = mutated(
        "      web: {beta: 2.5}\n",
        "      web: {beta: 2.5}\n      plan: {beta: 4}\n«",
    )
    scenario = parse_scenario(text, PATH).scenario

    assert ("plan", "beta") not in named_assignment(scenario, "spread").workplaces


def test_workplaces_of_a_central_service_follow_its_tasks():
    # Of 4 FTE at alfa, the desk of 1 FTE sits in beta.
    text, _ = mutated(
        "web: {alfa: 1, gamma: 1.5}\n",
        "web: {alfa: 1, gamma: 1.5}\n      plan: {alfa: 3, beta: 1}\n«",
    )

    assert parse_scenario(text, PATH).scenario.assignments["adopted"].workplaces["plan"]


@pytest.mark.parametrize("unknown", ["total_after: 4", "fte: 1, cand"])
def test_workplaces_are_not_checked_against_what_is_unknown(unknown):
    key, _, rest = unknown.partition(": ")
    text, _ = mutated(unknown, f"{key}: unknown{rest[1:]}«")
    text, _ = mutated(
        "web: {alfa: 1, gamma: 1.5}\n",
        "web: {alfa: 1, gamma: 1.5}\n      plan: {alfa: 9}\n«",
        text,
    )

    assert parse_scenario(text, PATH).scenario.id == "region"


def test_malformed_assignment_file_is_refused_at_its_place():
    with pytest.raises(InputError) as caught:
        parse_assignment("hosts: {plan: 3}\n", "proposal.yaml", example().scenario)

    assert str(caught.value.problems[0].span) == "proposal.yaml:1:15"


def test_assignment_file_is_named_by_its_path():
    with pytest.raises(InputError) as caught:
        parse_assignment("hosts: {plan: alfa}\n", "proposal.yaml", example().scenario)

    assert caught.value.problems[0].message("en") == (
        "`proposal.yaml` says nothing about `care`, `web`"
    )


def test_assignment_file_that_leaves_out_everything_says_so():
    with pytest.raises(InputError) as caught:
        parse_assignment("title: Nothing\n", "proposal.yaml", example().scenario)

    assert [p.code for p in caught.value.problems] == ["VV230"]
