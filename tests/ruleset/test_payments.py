"""The cost of a joint service is shared out to the krone, and adds up."""

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ruleset.region import grounded, region
from vvoptimize.ruleset.ground import Affine
from vvoptimize.ruleset.payments import apportion

weights = st.lists(
    st.integers(0, 50) | st.fractions(0, 50, max_denominator=20), min_size=1, max_size=8
).filter(any)
KEY = (
    '- {{id: {}, clause: "9", reading: x, '
    "for_each: {{s: services, m: municipalities}}, weight: '{}'{}}}\n"
)


@given(st.integers(0, 10_000_000), weights)
def test_shares_add_up_and_are_within_a_krone_of_the_quota(total, shares) -> None:
    found = apportion(total, shares)

    whole = sum(Fraction(weight) for weight in shares)
    assert sum(found) == total
    for share, weight in zip(found, shares, strict=True):
        assert abs(share - Fraction(weight) * total / whole) < 1


@given(st.integers(0, 1_000), weights)
def test_who_weighs_more_pays_no_less(total, shares) -> None:
    pairs = sorted(zip(shares, apportion(total, shares), strict=True))

    assert all(a <= b for (v, a), (w, b) in pairwise(pairs) if v < w)


@pytest.mark.parametrize(
    ("total", "shares", "expected"),
    [
        (10, [1, 1, 1], [4, 3, 3]),
        (100, [47, 16, 158, 120], [14, 5, 46, 35]),
        (7, [0, 1], [0, 7]),
        (0, [1, 2], [0, 0]),
        (1, [1, 1], [1, 0]),
    ],
)
def test_largest_remainders_get_the_kroner_left(total, shares, expected) -> None:
    assert apportion(total, shares) == expected


def pays(keys: str, service: str, m: str) -> object:
    grounding = grounded("cost_keys:\n" + keys)
    return grounding.decisions.pays(region().scenario.service(service), m)


def test_the_first_key_whose_condition_holds_is_used() -> None:
    keys = KEY.format("first", "1", ', where: "statutory[s]"')
    keys += KEY.format("second", "population[m]", "")

    # 20 kroner over 300 and 200 inhabitants
    assert [pays(keys, "care", m) for m in ("alfa", "beta", "gamma")] == [12, 8, 0]


def test_a_key_that_may_be_the_one_leaves_the_payment_unknown() -> None:
    keys = KEY.format("first", "1", ', where: "staff_after[s] > minimum_team[s]"')
    keys += KEY.format("second", "1", "")
    grounding = grounded("cost_keys:\n" + keys)

    duty = grounding.decisions.pays(grounding.scenario.service("duty"), "alfa")

    assert isinstance(duty, Affine)
    assert "services.duty.total_after" in str(duty.unknown)


def test_without_a_key_the_payment_is_unknown() -> None:
    keys = KEY.format("first", "1", ', where: "statutory[s]"')

    found = pays(keys, "care", "alfa")

    assert isinstance(found, Affine)
    assert found.unknown
