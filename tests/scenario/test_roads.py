"""The road network against an oracle that knows no clever search."""

from decimal import Decimal
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.scenario.example import example
from vvoptimize.scenario.connected import only_routes
from vvoptimize.scenario.model import Road
from vvoptimize.scenario.reading import parse_scenario
from vvoptimize.scenario.roads import RoadNetwork
from vvoptimize.scenario.routes import Routes

PLACES = ["p", "q", "r", "s", "t"]
NUMBERS = st.decimals(0, 9, places=1)


@st.composite
def roads(draw):
    """Draw one road: some of unknown time or length, some over a pass."""
    a, b = draw(st.lists(st.sampled_from(PLACES), min_size=2, max_size=2, unique=True))
    road = {"from": a, "to": b}
    for key in ("minutes", "km"):
        road[key] = draw(NUMBERS | st.just("unknown"))
    if draw(st.booleans()):
        closures = draw(st.sampled_from([0, 7, "unknown"]))
        name = f"{draw(st.sampled_from('xy'))}-{closures}"
        road["pass"] = {"name": name, "closures_per_winter": closures}
    return Road.model_validate(road)


NETWORKS = st.lists(roads(), max_size=8)


def network_of(roads):
    return RoadNetwork({place.upper(): place for place in PLACES}, roads)


def floyd_warshall(roads, minutes_of):
    """Give the least sum between each two places, `None` when there is no way."""
    best = {(a, b): 0 if a == b else None for a, b in product(PLACES, PLACES)}
    for road in roads:
        for pair in ((road.from_, road.to), (road.to, road.from_)):
            best[pair] = least(best[pair], minutes_of(road))
    for via, a, b in product(PLACES, PLACES, PLACES):
        first, second = best[a, via], best[via, b]
        if first is not None and second is not None:
            best[a, b] = least(best[a, b], first + second)
    return best


def least(old, new):
    return new if old is None else old if new is None else min(old, new)


def closing(road):
    return road.pass_ is not None and road.pass_.closures_per_winter.value != 0


def assert_minutes(asked, best):
    for a, b in product(PLACES, PLACES):
        assert asked(a.upper(), b.upper()) == best[a, b]


@given(NETWORKS)
def test_minutes_are_those_of_the_oracle(roads):
    best = floyd_warshall(roads, lambda road: road.minutes.value)

    assert_minutes(network_of(roads).minutes, best)


@given(NETWORKS)
def test_minutes_open_are_those_of_the_oracle_without_passes(roads):
    left = [road for road in roads if not closing(road)]
    best = floyd_warshall(left, lambda road: road.minutes.value)

    assert_minutes(network_of(roads).minutes_open, best)


@given(NETWORKS)
def test_two_are_separated_when_closing_one_pass_leaves_no_way(roads):
    network = network_of(roads)
    whole = floyd_warshall(roads, lambda _: 1)
    passes = {road.pass_.name for road in roads if closing(road)}
    closed = [
        floyd_warshall(
            [r for r in roads if not r.pass_ or r.pass_.name != name], lambda _: 1
        )
        for name in passes
    ]

    for a, b in product(PLACES, PLACES):
        cut = any(best[a, b] is None for best in closed)
        expected = None if whole[a, b] is None else cut
        assert network.separated(a.upper(), b.upper()) is expected


@given(NETWORKS)
def test_groups_hold_all_municipalities_that_still_reach_each_other(roads):
    network = network_of(roads)

    for name in network.passes:
        left = [r for r in roads if not r.pass_ or r.pass_.name != name]
        best = floyd_warshall(left, lambda _: 1)
        groups = network.cut_off(name)
        group_of = {m.lower(): i for i, ms in enumerate(groups) for m in ms}
        assert sorted(group_of) == PLACES
        for a, b in product(PLACES, PLACES):
            assert (best[a, b] is not None) == (group_of[a] == group_of[b])


@given(NETWORKS)
def test_answers_are_the_same_in_both_directions(roads):
    network = network_of(roads)

    for a, b in product("PQRST", "PQRST"):
        assert network.minutes(a, b) == network.minutes(b, a)
        assert network.km(a, b) == network.km(b, a)
        assert network.closures(a, b) == network.closures(b, a)


def road(a, b, minutes, km=1, pass_name=None, closures=10):
    raw = {"from": a, "to": b, "minutes": minutes, "km": km}
    if pass_name is not None:
        raw["pass"] = {"name": pass_name, "closures_per_winter": closures}
    return Road.model_validate(raw)


def test_km_are_those_of_the_quickest_route_not_the_shortest():
    network = network_of(
        [road("p", "q", 9, km=1), road("p", "r", 4, km=30), road("r", "q", 4, km=40)]
    )

    assert network.minutes("P", "Q") == 8
    assert network.km("P", "Q") == 70


def test_of_equally_quick_routes_the_shorter_is_taken_and_a_known_one_before_it():
    slow = [road("p", "r", 1, km=2), road("r", "q", 1, km=2)]

    assert network_of([*slow, road("p", "q", 2, km=3)]).km("P", "Q") == 3
    assert network_of([*slow, road("p", "q", 2, km="unknown")]).km("P", "Q") == 4


def test_length_is_unknown_when_the_quickest_route_has_a_road_of_unknown_length():
    network = network_of([road("p", "q", 1, km="unknown"), road("p", "q", 2, km=3)])

    assert network.km("P", "Q") is None


def test_thirds_of_minutes_decide_before_length():
    third = Fraction(1, 3)
    network = network_of(
        [road("p", "q", third, km=9), road("p", "q", Fraction(34, 100), km=0)]
    )

    assert network.minutes("P", "Q") == third


def test_closures_count_each_pass_once():
    network = network_of(
        [
            road("p", "q", 1, pass_name="x"),
            road("q", "r", 1),
            road("r", "s", 1, pass_name="x"),
            road("s", "t", 1, pass_name="y", closures=5),
        ]
    )

    assert network.closures("P", "Q") == 10
    assert network.closures("P", "T") == 15
    assert network.closures("Q", "R") == 0


def test_way_around_means_that_no_single_pass_separates():
    network = network_of(
        [road("p", "q", 1, pass_name="x"), road("p", "q", 5, pass_name="y")]
    )

    assert network.separated("P", "Q") is False
    assert network.minutes_open("P", "Q") is None


def test_fork_with_two_passes_cuts_off_one_branch_at_a_time():
    # The example: alfa - junction, and a pass from there to beta and one to gamma.
    network = example().scenario.roads_network

    assert network.passes == ("Betafjell", "Gammafjell")
    assert network.cut_off("Betafjell") == (("alfa", "gamma"), ("beta",))
    assert network.separated("alfa", "beta") is True
    assert network.minutes("beta", "gamma") == 50
    assert network.km("alfa", "beta") == Fraction(141, 2)
    assert network.closures("alfa", "gamma") is None
    assert network.minutes_open("alfa", "beta") is None


def test_whole_numbers_stay_whole():
    network = network_of(
        [road("p", "q", Decimal("1.5")), road("q", "r", Decimal("2.5"))]
    )

    assert isinstance(network.minutes("P", "R"), int)


@pytest.mark.parametrize("ask", ["minutes", "km", "closures", "separated"])
def test_nothing_is_known_about_a_municipality_without_place(ask):
    network = network_of([road("p", "q", 1)])

    assert getattr(network, ask)("P", "NOWHERE") is None


@given(st.data())
def test_without_a_choice_of_routes_walking_and_searching_agree(data):
    places = [f"p{i}" for i in range(data.draw(st.integers(2, 7)))]
    roads = tuple(
        Road.model_validate(
            {
                "from": places[data.draw(st.integers(0, i - 1))],
                "to": places[i],
                "km": data.draw(st.integers(1, 99)),
                "minutes": data.draw(st.integers(0, 99)),
            }
        )
        for i in range(1, len(places))
    )

    walked = only_routes(roads, places[0])

    assert walked is not None
    searched = Routes(roads)._searched(places[0])
    assert walked == {end: route.roads for end, route in searched.items()}


def test_a_choice_of_routes_is_left_to_the_search():
    round_trip = [
        road_between("a", "b"),
        road_between("b", "c"),
        road_between("c", "a"),
    ]
    parallel = [road_between("a", "b"), road_between("a", "b")]

    assert only_routes(round_trip, "a") is None
    assert only_routes(parallel, "a") is None


def road_between(a, b):
    return Road.model_validate({"from": a, "to": b, "km": 1, "minutes": 1})


def test_nobody_travels_to_oneself_even_where_no_place_is_known():
    text = """\
schema: vvoptimize/scenario/v1
id: nowhere
title: Nowhere
municipalities: [{id: alfa, name: Alfa}, {id: beta, name: Beta}]
services: [{id: web, name: Web}]
"""
    network = parse_scenario(text, "nowhere.yaml").scenario.roads_network

    assert (network.minutes("alfa", "alfa"), network.km("alfa", "alfa")) == (0, 0)
    assert network.separated("alfa", "alfa") is False
    assert network.minutes("alfa", "beta") is None
    assert network.separated("alfa", "beta") is None
