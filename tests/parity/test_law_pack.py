"""Every rule of the law pack: the same verdict in both readings, in every outcome."""

from __future__ import annotations

import random
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from tests.parity.law_world import world
from tests.parity.readings import Readings
from tests.parity.test_shipped_rules import anything_of
from vvoptimize.evaluation.values import Evaluator

if TYPE_CHECKING:
    from vvoptimize.ruleset.grounding import Grounding

SEEDS = range(14)
SAMPLES = 3


@cache
def grounding(seed: int) -> Grounding:
    return world(seed)


def samples(seed: int) -> list[tuple[int, ...]]:
    chance = random.Random(seed)
    atoms = grounding(seed).model.atoms
    return [anything_of(atoms, chance) for _ in range(SAMPLES)]


def test_both_readings_agree_on_every_verdict_and_there_are_enough_of_them():
    verdicts = 0
    for seed in SEEDS:
        readings = Readings(grounding(seed).model)
        for values in samples(seed):
            assert readings.differences(values) == 0
            verdicts += len(readings.model.instances)

    assert verdicts >= 20_000


def test_every_rule_of_the_pack_is_seen_kept_broken_and_unknown():
    seen: dict[str, Counter[object]] = {}
    for seed in SEEDS:
        for values in samples(seed):
            evaluator = Evaluator(values)
            for instance in grounding(seed).model.instances:
                counts = seen.setdefault(instance.rule.rule_id, Counter())
                counts[evaluator.truth(instance.test)] += 1

    lacking = {
        rule.rule_id: {True, False, None} - set(seen.get(rule.rule_id, ()))
        for rule in grounding(0).rule_set.rules
    }
    # Who hosts is decided, so that it is never unknown how many do.
    assert {id_: lacks for id_, lacks in lacking.items() if lacks} == {
        "one-host": {None}
    }
