"""What rules can come to, whatever is decided: proved, and held against brute force."""

from itertools import product
from pathlib import Path

import pytest

from tests.ruleset.region import grounded
from vvoptimize.authoring.prove import Can, Proofs, prove
from vvoptimize.errors import InternalError
from vvoptimize.evaluation.evaluate import structure_holds
from vvoptimize.evaluation.values import Evaluator
from vvoptimize.ruleset.grounding import Grounding, ground
from vvoptimize.ruleset.reading import rules_of
from vvoptimize.scenario.reading import read_scenario
from vvoptimize.solution.stages import Limits, Stop

ROOT = Path(__file__).parents[2]
KEY = """\
cost_keys:
- id: k
  clause: "9"
  reading: x
  for_each: {s: services, m: municipalities}
  weight: 1
"""
HEAD = ('clause: "1"', "reading: x", "authority: advice")


def region(*rules: str, kind: str = "require") -> Grounding:
    """Ground rules whose keys are told apart by semicolons."""
    entries = (
        "\n  ".join([f"- id: r{n}", *HEAD, f"kind: {kind}", *rule.split("; ")])
        for n, rule in enumerate(rules)
    )
    return grounded(KEY + "rules:\n" + "\n".join(entries) + "\n")


def outcomes(proofs: Proofs) -> list[Can]:
    return [one.can for one in proofs.rules]


S = "for_each: {s: services}; "


@pytest.mark.parametrize(
    ("rule", "can"),
    [
        (f"{S}require: implies(joint[s], joint[s])", Can.NEVER_BROKEN),
        ("measure: count(joint[s] for s in services); at_most: 4", Can.NEVER_BROKEN),
        ("measure: count(joint[s] for s in services); at_least: 5", Can.NEVER_HOLDS),
        ("measure: count(joint[s] for s in services); at_least: 4", Can.BOTH),
        # Care is always shared, plan may stay as it is: not all can be unshared.
        (f"{S}require: not joint[s]", Can.NEVER_HOLDS),
        (f"{S}where: welfare[s]; require: not joint[s]", Can.NEVER_HOLDS),
        (f"{S}where: statutory[s]; require: not joint[s]", Can.BOTH),
        (
            "require: sum(population[m] for m in municipalities) > 0",
            Can.UNDECIDED,
        ),
        # Where a figure is missing it may turn out either way.
        (
            "require: count(joint[s] for s in services) < 4 or sum(population[m] for m "
            "in municipalities) > 0",
            Can.UNDECIDED,
        ),
        (
            "require: count(joint[s] for s in services) < 4 and sum(population[m] for "
            "m in municipalities) > 0",
            Can.UNDECIDED,
        ),
        # Four services are too few for three to host two each.
        (
            "for_each: {m: municipalities}; "
            "measure: count(host[s, m] for s in services); at_least: 2",
            Can.NEVER_HOLDS,
        ),
    ],
)
def test_what_a_rule_can_come_to_is_proved(rule, can) -> None:
    proofs = prove(region(rule), Limits())

    assert outcomes(proofs) == [can]
    assert proofs.stop is Stop.PROVED


def test_witnesses_show_what_is_possible() -> None:
    grounding = region(f"{S}where: statutory[s]; require: joint[s]")
    proofs = prove(grounding, Limits())
    (rule,) = proofs.rules
    assert rule.holds_in is not None
    assert rule.broken_in is not None

    for witness, truth in ((rule.holds_in, True), (rule.broken_in, False)):
        values = proofs.witnesses[witness]
        assert structure_holds(grounding, values)
        (test,) = (instance.test for instance in grounding.model.instances)
        assert Evaluator(values).truth(test) is truth


def test_rules_that_conflict_are_told_together_and_no_others() -> None:
    proofs = prove(
        region(
            "measure: count(joint[s] for s in services); at_least: 4",
            "measure: count(joint[s] for s in services); at_least: 3",
            "measure: count(joint[s] for s in services); at_most: 3",
        ),
        Limits(),
    )

    assert outcomes(proofs) == [Can.BOTH] * 3
    (conflict,) = proofs.conflicts
    assert [one.rule.rule_id for one in conflict.instances] == ["r0", "r2"]
    assert conflict.minimal
    assert proofs.impossible


def test_several_conflicts_share_no_rule() -> None:
    joint = "measure: count(joint[s] for s in services); "
    hosted = "measure: count(host[s, m] for s in services for m in municipalities); "

    proofs = prove(
        region(
            f"{joint}at_least: 4",
            f"{joint}at_most: 3",
            f"{hosted}at_least: 4",
            f"{hosted}at_most: 3",
        ),
        Limits(),
    )

    told = [{one.rule.rule_id for one in c.instances} for c in proofs.conflicts]
    assert len(told) == 2
    assert not told[0] & told[1]


def test_a_wish_that_can_never_hold_makes_nothing_impossible() -> None:
    rule = "measure: count(joint[s] for s in services); at_least: 5"

    proofs = prove(region(rule, kind="prefer"), Limits())

    assert outcomes(proofs) == [Can.NEVER_HOLDS]
    assert not proofs.impossible


def test_a_limit_stops_the_proof_and_is_told() -> None:
    rule = "measure: count(joint[s] for s in services); at_least: 4"

    proofs = prove(region(rule), Limits(seconds=0))

    assert outcomes(proofs) == [Can.STOPPED]
    assert proofs.stop is Stop.TIME
    assert not proofs.impossible


def test_a_witness_that_the_evaluation_judges_otherwise_is_a_fault(monkeypatch) -> None:
    monkeypatch.setattr(Evaluator, "truth", lambda *_: None)

    with pytest.raises(InternalError) as error:
        prove(region(f"{S}where: statutory[s]; require: joint[s]"), Limits())

    assert [problem.code for problem in error.value.problems] == ["VV901"]


def test_brute_force_over_every_assignment_agrees() -> None:
    scenario = read_scenario(str(ROOT / "scenarios" / "tiny.yaml"))
    grounding = ground(rules_of(scenario), scenario)
    uppers = [range(atom.upper + 1) for atom in grounding.model.atoms]
    every = [v for v in product(*uppers) if structure_holds(grounding, v)]

    proofs = prove(grounding, Limits())

    seen = [
        {Evaluator(values).truth(instance.test) for values in every}
        for instance in grounding.model.instances
    ]
    cans = [one.can for rule in proofs.rules for one in rule.instances]
    told = {
        Can.BOTH: {True, False},
        Can.NEVER_BROKEN: {True},
        Can.NEVER_HOLDS: {False},
    }
    assert [told[can] for can in cans] == seen


def test_a_missing_figure_makes_nothing_impossible() -> None:
    proofs = prove(
        region(
            "for_each: {m: municipalities}; require: population[m] > 0 and "
            "count(joint[s] for s in services) < 4"
        ),
        Limits(),
    )

    assert outcomes(proofs) == [Can.UNDECIDED]
    cans = [one.can for one in proofs.rules[0].instances]
    assert cans == [Can.BOTH, Can.BOTH, Can.UNDECIDED]
    assert not proofs.impossible
