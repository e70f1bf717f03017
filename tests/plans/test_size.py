"""A plan is as large as all its steps together."""

from __future__ import annotations

import pytest

import vvoptimize
from tests.plans.small import HEAD, NO_LOSS, PLAN
from vvoptimize.errors import InputError
from vvoptimize.ruleset import size
from vvoptimize.ruleset.grounding import ground
from vvoptimize.ruleset.reading import parse_rules

RULES = parse_rules(HEAD + NO_LOSS, "rules.yaml")
SETS = {"services": 2, "municipalities": 2}


def terms() -> int:
    """Terms of the largest formula at one step."""
    change = RULES.measures["change"]
    return size.estimate(change.formula, change.variables, SETS)


@pytest.mark.parametrize(("spare", "refused"), [(0, False), (-1, True)])
def test_every_step_counts_towards_the_largest_formula_allowed(
    spare, refused, monkeypatch
):
    monkeypatch.setattr(size, "MAX_TERMS", 2 * terms() + spare)
    file = vvoptimize.parse_scenario(PLAN, "plan.yaml")

    if not refused:
        assert ground(RULES, file).model.instances
        return
    with pytest.raises(InputError) as caught:
        ground(RULES, file)
    assert [problem.code for problem in caught.value.problems] == ["VV352"]
