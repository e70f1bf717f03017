"""A conflict is minimal, the same every time, and says how much is lacking."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.cpsat.models import affine, at_least, atoms, instance, model, one_of
from tests.cpsat.reference import assignments, truth_of, value_of
from vvoptimize.cpsat.conflict import minimal_conflict
from vvoptimize.ruleset.ground import Affine, Certain, Undetermined, Unknown
from vvoptimize.ruleset.rules import RuleKind
from vvoptimize.solution.stages import Limits

if TYPE_CHECKING:
    from vvoptimize.ruleset.instances import RuleInstance

UPPERS = [1, 1, 2]


def names(conflict):
    return [instance.at[0][1] for instance in conflict.instances]


def kept(instances):
    """Assignments in which no instance is false."""
    return [
        values
        for values in assignments(atoms(*UPPERS))
        if all(truth_of(x.test, values) is not False for x in instances)
    ]


MARGINS = st.builds(
    affine,
    st.dictionaries(
        st.integers(0, 2), st.sampled_from([-2, -1, 1, 2, Fraction(3, 2)]), max_size=3
    ),
    st.sampled_from([-3, -2, -1, 0, 1, Fraction(1, 2)]),
)


def preferred(instances):
    """The conflict that QuickXplain promises: as early in the file as can be."""
    conflict: list[RuleInstance] = []
    remaining = list(instances)
    while kept(conflict):
        # The first instance that completes a conflict with those already chosen.
        end = next(
            n for n in range(len(remaining) + 1) if not kept(conflict + remaining[:n])
        )
        conflict.append(remaining[end - 1])
        remaining = remaining[: end - 1]
    return sorted(conflict, key=instances.index)


@settings(max_examples=80)
@given(st.lists(MARGINS, min_size=1, max_size=7))
def test_conflicts_are_minimal_canonical_and_tell_the_least_amounts(margins):
    instances = [at_least(f"r{n}", margin) for n, margin in enumerate(margins)]
    assume(not kept(instances))

    conflict = minimal_conflict(model(UPPERS, instances=instances), Limits())

    members = list(conflict.instances)
    assert conflict.minimal
    assert not kept(members)
    for smaller in combinations(members, len(members) - 1):
        assert kept(smaller)
    assert members == preferred(instances)
    for member, need in zip(members, conflict.needs, strict=True):
        others = kept([x for x in members if x is not member])
        margin = margins[instances.index(member)]
        assert need == min(-(value_of(margin, values) or 0) for values in others)


def test_the_earliest_of_two_conflicts_is_told_whatever_the_seed_and_workers():
    rules = [
        at_least("a", Affine({0: 1}, -1)),
        at_least("b", Affine({0: -1})),
        at_least("c", Affine({1: 1}, -1)),
        at_least("d", Affine({1: -1})),
    ]
    ground = model([1, 1], instances=rules)

    told = [
        names(minimal_conflict(ground, Limits(workers=workers, seed=seed)))
        for workers, seed in [(1, 0), (1, 7), (8, 3)]
    ]

    assert told == [["a", "b"]] * 3


def test_an_impossible_structure_is_a_conflict_of_no_rules():
    ground = model([1], [one_of([])], [at_least("a", Affine({0: 1}, -1))])

    conflict = minimal_conflict(ground, Limits())

    assert (conflict.instances, conflict.needs, conflict.minimal) == ((), (), True)


def test_soft_rules_and_undetermined_instances_are_no_part_of_it():
    rules = [
        at_least("soft", Affine({0: 1}, -1), kind=RuleKind.PREFER),
        instance("unknown", Undetermined(("x",))),
        at_least("low", Affine({0: -1})),
        instance("never", Certain(False)),
    ]

    conflict = minimal_conflict(model([1], instances=rules), Limits())

    assert names(conflict) == ["never"]
    assert conflict.needs == (None,)


def test_an_amount_that_rests_on_a_missing_figure_is_not_told():
    figure = Unknown(0, ("rent",))
    rules = [
        at_least("hosts", Affine({0: 1}, -1)),
        instance("never", Certain(False), Affine({0: 1}, -3, (figure,))),
    ]

    conflict = minimal_conflict(model([1], instances=rules), Limits())

    assert (names(conflict), conflict.needs) == (["never"], (None,))


@pytest.mark.parametrize("limits", [Limits(seconds=0), Limits(work=1e-9)])
def test_a_conflict_that_was_cut_short_is_still_one_but_not_called_minimal(limits):
    rules = [
        at_least("spare", Affine({2: 1})),
        at_least("all", Affine({0: 1, 1: 1, 2: 1}, -4)),
        at_least("few", Affine({0: -1, 1: -1, 2: -1}, 3)),
    ]

    conflict = minimal_conflict(model(UPPERS, instances=rules), limits)

    assert not conflict.minimal
    assert {"all", "few"} <= set(names(conflict))
    assert not kept(conflict.instances)
