"""The search against brute force, written without looking at the solver's reading."""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from math import floor
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import vvoptimize
from tests.oracle.regions import Region, regions, rules

if TYPE_CHECKING:
    from collections.abc import Iterator


def allowed(region: Region, most: int) -> Iterator[tuple[int, ...]]:
    """Every choice of hosts that gives nobody more than `most` host roles."""
    places = range(len(region.municipalities))
    for hosts in product(places, repeat=len(region.services)):
        if all(hosts.count(m) <= most for m in places):
            yield hosts


def worth(region: Region, hosts: tuple[int, ...], step: Fraction) -> tuple[Any, ...]:
    """What counts, in order; the smallest is best, and no two choices are equal."""
    change = region.change(hosts)
    loss = sum((-c for c in change if c < 0), Fraction(0))
    ranks = sorted(floor(c / step) for c in change)
    moved = sum(
        fte
        for today, host in zip(region.today, hosts, strict=True)
        for m, fte in enumerate(today)
        if m != host
    )
    return loss, [-rank for rank in ranks], max(change), moved, hosts


@given(regions(), st.integers(1, 3), st.sampled_from(["0.1", "0.5", "2.5"]))
@settings(max_examples=60)
def test_hosts_are_those_of_brute_force(region: Region, most: int, step: str):
    choices = list(allowed(region, most))

    if not choices:
        with pytest.raises(vvoptimize.InfeasibleError):
            vvoptimize.solve(region.scenario(), rules(most=most, step=step))
        return
    solution = vvoptimize.solve(region.scenario(), rules(most=most, step=step))

    best = min(choices, key=lambda hosts: worth(region, hosts, Fraction(step)))
    found = [
        region.municipalities.index(h or "") for h in solution.assignment.hosts.values()
    ]
    assert list(best) == found
    assert solution.outcome is vvoptimize.Outcome.OPTIMAL


@given(regions())
@settings(max_examples=20)
def test_the_leximin_vector_is_that_of_brute_force(region: Region):
    solution = vvoptimize.solve(region.scenario(), rules(most=9, step="0.1"))

    loss = min(worth(region, hosts, Fraction(1, 10))[0] for hosts in allowed(region, 9))
    kept = [
        h for h in allowed(region, 9) if worth(region, h, Fraction(1, 10))[0] == loss
    ]
    expected = max(sorted(region.change(hosts)) for hosts in kept)
    stage = next(stage for stage in solution.stages if stage.stage_id == "fair")
    assert expected == [party.value for party in stage.parties]
    assert stage.ranks_proved == len(expected)
