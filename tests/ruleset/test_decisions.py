"""Assignments become values of atoms and come back, and break no structure."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.evaluation.formulas import assignments
from tests.ruleset.region import REGION, region, told
from vvoptimize.assignment import Assignment, parse_assignment
from vvoptimize.errors import InputError
from vvoptimize.evaluation.values import Evaluator
from vvoptimize.ruleset.arithmetic import as_affine, missing_figures
from vvoptimize.ruleset.atoms import AtomKind
from vvoptimize.ruleset.choices import workplace_step
from vvoptimize.ruleset.decisions import Decisions
from vvoptimize.scenario.reading import parse_scenario

SCENARIO = region().scenario
DECISIONS = Decisions(SCENARIO, {})
WHOLE = """\
hosts: {plan: alfa, care: beta, web: gamma}
unshared: [duty]
tasks: {plan: {desk: beta}}
delivery: {care: network}
workplaces: {care: {alfa: 1.5, beta: 1.5}, web: {alfa: 0.5, beta: 2}}
forms: {plan: host-form}
"""


def assignment(text: str = WHOLE) -> Assignment:
    return parse_assignment(text, "a.yaml", SCENARIO)


def holds(values: tuple[int, ...]) -> bool:
    evaluator = Evaluator(values)
    return all(evaluator.truth(test) for test in DECISIONS.structure)


def fte(table: str, service: str, m: str, of: Assignment) -> object:
    value = getattr(DECISIONS, table)(SCENARIO.service(service), m)
    return Evaluator(DECISIONS.encode(of)).value(as_affine(value))


@given(assignments(SCENARIO))
def test_assignment_comes_back_as_it_was(one: Assignment) -> None:
    values = DECISIONS.encode(one)

    back = DECISIONS.decode(values)

    assert holds(values)
    assert back == one
    assert DECISIONS.encode(back) == values


@given(st.data())
def test_any_values_that_keep_the_structure_are_an_assignment(
    data: st.DataObject,
) -> None:
    one = data.draw(assignments(SCENARIO))
    values = list(DECISIONS.encode(one))
    number = data.draw(st.integers(0, len(values) - 1))
    values[number] = data.draw(st.integers(0, DECISIONS.atoms[number].upper))

    if holds(tuple(values)):
        back = DECISIONS.decode(tuple(values))
        assert DECISIONS.encode(back) == tuple(values)
    else:
        assert tuple(values) != DECISIONS.encode(one)


def test_structure_leaves_exactly_the_hosts_tasks_and_forms_there_are() -> None:
    numbers = [n for n, atom in enumerate(DECISIONS.atoms) if atom.index[0] == "plan"]
    rest = list(DECISIONS.encode(assignment()))
    kept = set()
    for choice in product((0, 1), repeat=len(numbers)):
        for number, value in zip(numbers, choice, strict=True):
            rest[number] = value
        if holds(tuple(rest)):
            kept.add(choice)

    # Unshared; or 3 hosts, 3 places of one task, and 2 forms. The other task may sit in
    # beta, or with a host elsewhere: 2 places for alfa and gamma, 1 for beta.
    assert len(kept) == 1 + (2 + 2 + 1) * 3 * 2


def test_central_staff_works_at_the_host_less_the_tasks_elsewhere() -> None:
    one = assignment()

    assert [fte("workplaces", "plan", m, one) for m in SCENARIO.municipality_ids] == [
        3,
        1,
        0,
    ]
    assert [fte("employed", "plan", m, one) for m in SCENARIO.municipality_ids] == [
        4,
        0,
        0,
    ]


def test_a_network_is_employed_where_it_works_when_the_file_says_so() -> None:
    one = assignment()

    assert fte("employed", "care", "alfa", one) == 1.5
    assert fte("employed", "web", "gamma", one) == 2.5
    assert fte("workplaces", "web", "gamma", one) == 0


def test_either_delivery_may_be_central() -> None:
    text = WHOLE.replace("delivery: {care: network}\n", "").replace(
        "care: {alfa: 1.5, beta: 1.5}, ", ""
    )
    one = assignment(text)

    assert [fte("workplaces", "care", m, one) for m in ("alfa", "beta", "gamma")] == [
        0,
        3,
        0,
    ]
    assert DECISIONS.decode(DECISIONS.encode(one)).networks == frozenset({"web"})


def test_unshared_service_is_as_today() -> None:
    one = assignment()

    assert fte("workplaces", "duty", "beta", one) == 1.5
    assert fte("employed", "duty", "beta", one) == 1.5  # it is shared and hosted today
    assert fte("pays", "duty", "beta", one) is None


def test_unknown_figures_of_today_do_not_matter_where_the_service_is_joint() -> None:
    shared = assignment()
    unshared = assignment(
        WHOLE.replace("plan: alfa, ", "")
        .replace("[duty]", "[duty, plan]")
        .replace("tasks: {plan: {desk: beta}}\n", "")
        .replace("forms: {plan: host-form}\n", "")
    )

    assert fte("workplaces", "plan", "gamma", unshared) is None
    assert fte("workplaces", "plan", "gamma", shared) == 0


def test_unknown_staff_is_unknown_only_where_the_host_is() -> None:
    one = assignment(
        WHOLE.replace("web: gamma", "web: gamma, duty: alfa").replace("[duty]", "[]")
    )

    assert [fte("workplaces", "duty", m, one) for m in ("alfa", "beta", "gamma")] == [
        None,
        0,
        0,
    ]


def test_a_task_may_stay_with_a_host_that_is_not_its_candidate() -> None:
    one = assignment(WHOLE.replace("tasks: {plan: {desk: beta}}\n", ""))

    assert one.tasks[("plan", "desk")] == "alfa"
    assert holds(DECISIONS.encode(one))
    assert not holds(
        DECISIONS.encode(replace(one, tasks={**one.tasks, ("plan", "desk"): "gamma"}))
    )


def test_an_assignment_that_leaves_the_form_open_is_refused() -> None:
    with pytest.raises(InputError, match="`plan`") as caught:
        DECISIONS.encode(assignment(WHOLE.replace("forms: {plan: host-form}\n", "")))
    assert told(caught.value) == [("VV370", "-")]


def test_staff_that_is_finer_than_the_grain_is_refused() -> None:
    text = WHOLE.replace("{alfa: 1.5, beta: 1.5}", "{alfa: 1.49, beta: 1.51}")

    with pytest.raises(InputError, match=r"1\.49") as caught:
        DECISIONS.encode(assignment(text))
    assert [code for code, _ in told(caught.value)] == ["VV371", "VV371"]


def test_a_named_assignment_that_is_finer_makes_the_grain_finer() -> None:
    fine = "assignments:\n  fine:\n" + "".join(
        f"    {line}\n"
        for line in WHOLE.replace("1.5, beta: 1.5", "1.25, beta: 1.75").splitlines()
    )

    assert workplace_step(SCENARIO) * 10 == 1
    assert workplace_step(parse_scenario(REGION + fine, "r.yaml").scenario) * 20 == 1


def test_spread_staff_with_unknown_tasks_is_unknown_and_still_an_assignment() -> None:
    text = REGION.replace(
        "{id: ward, name: Ward, fte: 0.5}", "{id: ward, name: Ward, fte: unknown}"
    )
    scenario = parse_scenario(text, "r.yaml").scenario
    decisions = Decisions(scenario, {})
    one = parse_assignment(WHOLE, "a.yaml", scenario)
    evaluator = Evaluator(decisions.encode(one))

    assert all(evaluator.truth(test) for test in decisions.structure)
    value = as_affine(decisions.workplaces(scenario.service("care"), "alfa"))
    assert evaluator.value(value) is None


def test_only_what_is_free_is_an_atom() -> None:
    kinds = {(atom.kind, *atom.index) for atom in DECISIONS.atoms}

    assert (AtomKind.JOINT, "plan") in kinds
    assert (AtomKind.JOINT, "care") not in kinds  # it must be shared
    assert (AtomKind.NETWORK, "web") not in kinds  # always one
    assert (AtomKind.HOST, "web", "alfa") not in kinds  # no candidate
    assert (AtomKind.WORKPLACES, "plan", "alfa") not in kinds  # follows from the host


def test_the_form_of_a_service_without_forms_is_unknown_where_it_is_shared() -> None:
    care, duty = (SCENARIO.service(s) for s in ("care", "duty"))
    shared = as_affine(DECISIONS.form(care, "host-form"))

    assert missing_figures(shared) == ("services.care.forms",)
    # Unshared here, and then it has no form whatever forms there may be.
    unshared = as_affine(DECISIONS.form(duty, "host-form"))
    assert Evaluator(DECISIONS.encode(assignment())).value(unshared) == 0
