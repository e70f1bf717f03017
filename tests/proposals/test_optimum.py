"""How far from the proven optimum, and whether all could have more.

The six ways of the tiny world are worked out in scenarios/tiny.yaml.
"""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import product

import pytest

from tests.proposals.world import RULES, SCENARIO, changed
from vvoptimize.assignment import Assignment, named_assignment
from vvoptimize.cli.run import run
from vvoptimize.explanation.proposal import optimum as optimum_module
from vvoptimize.explanation.proposal.optimum import ForAll, Search, beside_optimum
from vvoptimize.optimize import solve
from vvoptimize.ruleset.reading import rules_of
from vvoptimize.scenario.reading import read_scenario
from vvoptimize.solution.assessed import assess
from vvoptimize.solution.stages import Limits, Stop

CHECK = ["check", SCENARIO, "-a", "proposed"]
HOSTS = "ikt: askvik, barnevern: granmo, arkiv: bjorkli"
BEST = "ikt: askvik, barnevern: bjorkli, arkiv: granmo"
# The worst off has -2 where the best has -1.
POOR = "ikt: granmo, barnevern: askvik, arkiv: bjorkli"


def optimum(capsys, *options, code=0):
    assert run([*CHECK, "--optimal", "--format", "json", *options]) == code
    (file,) = json.loads(capsys.readouterr().out)["files"]
    return file["optimum"]


def test_the_best_is_as_good_as_itself(world, capsys):
    changed(world, SCENARIO, HOSTS, BEST)

    found = optimum(capsys)

    assert (found["search"], found["stop"], found["differences"]) == (
        "proved",
        "proved",
        [],
    )
    assert found["better"]["answer"] == "no"


def test_the_distance_is_told_at_each_stage_and_the_first_decides(world, capsys):
    found = optimum(capsys)

    (travel,) = found["differences"]
    assert (travel["stage"], travel["ours"], travel["theirs"], travel["by"]) == (
        "least-travel",
        50,
        70,
        20,
    )
    assert [m["service"] for m in found["moved"]] == ["barnevern", "arkiv"]


def test_nobody_can_have_more_without_another_having_less(world, capsys):
    # The sums of all six ways are the same: what one has more, another has less.
    changed(world, SCENARIO, HOSTS, POOR)

    found = optimum(capsys)

    assert found["differences"][0]["stage"] == "balanced-workplaces"
    assert found["better"]["answer"] == "no"


WASTE = [
    # Child welfare may stay as it is today, with 4 FTE; shared it has but 1.
    ("  total_after: 4\n", "  total_after: 1\n  may_stay_unshared: true\n"),
    ("at_least: 1\n", "at_least: 0\n"),
]


def test_what_is_better_for_everybody_is_found_and_told(world, capsys):
    # Child welfare in Granmo: 5 2 1 places of work, where today there are 6 3 3. As it
    # is today, with IT and records where they are: 7 3 1.
    for old, new in WASTE:
        changed(world, SCENARIO if "total" in old else RULES, old, new)

    found = optimum(capsys)

    better = found["better"]
    assert better["answer"] == "yes"
    assert [party["by"] for party in better["parties"]] == [2, 1, 0]
    assert better["moved"] == [
        {"service": "barnevern", "proposal": "granmo", "there": None}
    ]

    assert run([*CHECK, "--optimal"]) == 0
    shown = " ".join(capsys.readouterr().out.split())
    assert "nobody has less and somebody more" in shown


def test_a_limit_that_stops_it_is_told_and_the_exit_code_stays(world, capsys):
    found = optimum(capsys, "--work", "1e-9")

    assert (found["search"], found["stop"]) == ("stopped", None)
    assert run([*CHECK, "--optimal", "--work", "1e-9"]) == 0
    assert "before the search was stopped" in " ".join(capsys.readouterr().out.split())


def test_what_a_limit_leaves_open_is_not_called_proved(world):
    file = read_scenario(SCENARIO)
    rules = rules_of(file)
    proposal = assess(rules, file, named_assignment(file.scenario, "proposed"))

    found = beside_optimum(proposal, None, Limits(work=0))

    assert found.search is Search.STOPPED
    assert found.for_all.answer is ForAll.STOPPED


def test_who_stops_the_first_search_is_not_made_to_wait_for_another(world, monkeypatch):
    changed(world, SCENARIO, HOSTS, POOR)
    file = read_scenario(SCENARIO)
    rules = rules_of(file)
    proposal = assess(rules, file, named_assignment(file.scenario, "proposed"))
    solution = replace(solve(file, rules), stop=Stop.INTERRUPTED)
    monkeypatch.setattr(optimum_module, "solve_with", lambda *_, **__: solution)

    found = beside_optimum(proposal, None, Limits())

    assert found.for_all.answer is ForAll.STOPPED


def test_where_no_assignment_keeps_the_rules_that_is_told(world, capsys):
    changed(world, RULES, "value: 2", "value: 0")

    found = optimum(capsys, code=1)

    assert (found["search"], found["stages"]) == ("infeasible", [])
    assert found["better"]["answer"] == "no"


def test_what_is_unknown_cannot_be_told(world, capsys):
    changed(world, SCENARIO, "total_after: 2", "total_after: unknown")

    found = optimum(capsys, code=2)

    assert found["better"]["answer"] == "unknown"
    assert found["better"]["missing"] == ["services.arkiv.total_after"]


def test_rules_that_compare_no_parties_ask_it_for_nobody(world, capsys):
    text = (world / RULES).read_text("utf-8")
    head, _, tail = text.partition("- id: balanced-workplaces")
    tail = "- id: least-travel" + tail.partition("- id: least-travel")[2]
    (world / RULES).write_text(head + tail, encoding="utf-8")

    assert optimum(capsys)["better"]["answer"] == "nobody"


@pytest.mark.parametrize("waste", [[], WASTE[:1], WASTE], ids=["", "unshared", "free"])
def test_every_answer_is_that_of_trying_all_assignments(world, waste):
    for old, new in waste:
        changed(world, SCENARIO if "total" in old else RULES, old, new)
    file = read_scenario(SCENARIO)
    rules = rules_of(file)
    places = [
        (*file.scenario.municipality_ids, *([None] if s.may_stay_unshared else []))
        for s in file.scenario.services
    ]
    every = [
        assess(
            rules,
            file,
            _assignment(dict(zip(file.scenario.service_ids, hosts, strict=True))),
        )
        for hosts in product(*places)
    ]
    allowed = [_values(one) for one in every if not one.evaluation.broken]

    for one in every:
        mine = _values(one)
        better = any(_dominates(other, mine) for other in allowed)
        found = beside_optimum(one, None, Limits())
        assert found.search is Search.PROVED
        assert found.for_all.answer is (ForAll.YES if better else ForAll.NO)
        if found.for_all.better is not None:
            there = found.for_all.better
            assert not there.evaluation.broken
            assert _dominates(_values(there), mine)


def _assignment(hosts):
    return Assignment(hosts, {}, frozenset(), {}, {}, {})


def _values(assessed):
    return [party.value for party in assessed.evaluation.objectives[0].parties]


def _dominates(other, mine):
    return other != mine and all(a >= b for a, b in zip(other, mine, strict=True))


def test_what_is_paid_outright_does_not_bind_what_is_better(world, capsys):
    for old, new in WASTE:
        changed(world, SCENARIO if "total" in old else RULES, old, new)
    pays = "    pays: {ikt: {askvik: 4999998, bjorkli: 1, granmo: 1}}\n"
    changed(world, SCENARIO, f"{{{HOSTS}}}\n", f"{{{HOSTS}}}\n{pays}")
    # Three services that shrink: the best is not better for everybody, another is.
    changed(world, SCENARIO, "total_after: 2\n", "total_after: 1\n")

    assert optimum(capsys)["better"]["answer"] == "yes"


def test_an_answer_that_the_other_reading_does_not_find_is_a_fault(
    world, monkeypatch, capsys
):
    for old, new in WASTE:
        changed(world, SCENARIO if "total" in old else RULES, old, new)
    monkeypatch.setattr(optimum_module, "_is_better", lambda *_: False)

    assert run([*CHECK, "--optimal"]) == 70
    assert "internal error[VV901]" in capsys.readouterr().err
