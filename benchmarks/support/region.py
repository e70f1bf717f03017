"""A made-up region of any size: plain numbers, and the same as a scenario file."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from itertools import product
from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

KINDS = (
    (),
    (),
    ("statutory",),
    ("statutory", "welfare"),
    ("statutory", "welfare", "public_authority", "round_the_clock"),
)
DELIVERY = ("either", "either", "network", "central")
BASE_SHARE = Fraction(3, 10)  # of a cost, split equally


@dataclass(frozen=True)
class Service:
    """One service; FTE in tenths, cost in NOK/year, per municipality in file order."""

    name: str
    flags: tuple[str, ...]
    delivery: str
    may_stay_unshared: bool
    today: tuple[int, ...]
    after: int
    team: int
    presence: tuple[int, ...]  # days a week; zero is no wish
    cost_today: tuple[int, ...]
    cost_after: int
    pays: tuple[int, ...]  # when shared

    @property
    def welfare(self) -> bool:
        """Whether the rules on statutory welfare services are about it."""
        return "welfare" in self.flags


@dataclass(frozen=True)
class Road:
    """A road between two municipalities, perhaps over a pass that closes."""

    a: int
    b: int
    km: int
    minutes: int
    pass_name: str | None


@dataclass(frozen=True)
class Region:
    """A region; tables are indexed by a municipality's place in the file."""

    population: tuple[int, ...]
    roads: tuple[Road, ...]
    services: tuple[Service, ...]
    minutes: list[list[int]] = field(repr=False)
    separated: list[list[bool]] = field(repr=False)

    @property
    def size(self) -> int:
        """How many municipalities there are."""
        return len(self.population)


def made_up(municipalities: int, services: int, seed: int = 0) -> Region:
    """Draw a region; the same seed gives the same one."""
    random = Random(seed)
    population = tuple(random.randrange(400, 12_000) for _ in range(municipalities))
    roads = tuple(_roads(random, municipalities))
    drawn = tuple(_service(random, number, population) for number in range(services))
    return Region(
        population,
        roads,
        drawn,
        _shortest(roads, municipalities),
        _separated(roads, municipalities),
    )


def _roads(random: Random, size: int) -> Iterator[Road]:
    """Join each municipality to one before it, then a third as many roads again."""
    pairs = [(random.randrange(b), b) for b in range(1, size)]
    pairs += [tuple(random.sample(range(size), 2)) for _ in range(size // 3)]
    for number, (a, b) in enumerate(pairs):
        km = random.randrange(12, 90)
        name = f"pass {number}" if random.random() < 0.2 else None
        yield Road(a, b, km, km + random.randrange(15), name)


def _service(random: Random, number: int, population: Sequence[int]) -> Service:
    flags = random.choice(KINDS)
    per_head = random.randrange(200, 2_000)
    today = tuple(3 + 10 * people // per_head for people in population)
    cost = tuple(90_000 * fte + random.randrange(50_000) for fte in today)
    after = sum(today) * random.randrange(85, 101) // 100
    cost_after = sum(cost) * random.randrange(85, 101) // 100
    welfare = "welfare" in flags
    return Service(
        name=f"service {number}",
        flags=flags,
        delivery=random.choice(DELIVERY),
        may_stay_unshared=random.random() < 0.1,
        today=today,
        after=after,
        team=random.choice((10, 20, 30)),
        presence=tuple(random.randrange(4) * welfare for _ in population),
        cost_today=cost,
        cost_after=cost_after,
        pays=_apportioned(cost_after, population),
    )


def _apportioned(cost: int, population: Sequence[int]) -> tuple[int, ...]:
    """Share a cost out by the key, to the krone: largest remainder."""
    equal, everybody = BASE_SHARE / len(population), sum(population)
    shares = [equal + (1 - BASE_SHARE) * people / everybody for people in population]
    quotas = [cost * share for share in shares]
    whole = [int(quota) for quota in quotas]
    order = sorted(range(len(quotas)), key=lambda m: whole[m] - quotas[m])
    for m in order[: cost - sum(whole)]:
        whole[m] += 1
    return tuple(whole)


def _shortest(roads: Iterable[Road], size: int) -> list[list[int]]:
    far = 10**6
    minutes = [[0 if a == b else far for b in range(size)] for a in range(size)]
    for road in roads:
        least = min(minutes[road.a][road.b], road.minutes)
        minutes[road.a][road.b] = minutes[road.b][road.a] = least
    for via, a, b in product(range(size), repeat=3):
        minutes[a][b] = min(minutes[a][b], minutes[a][via] + minutes[via][b])
    return minutes


def _separated(roads: Sequence[Road], size: int) -> list[list[bool]]:
    """Tell for each pair whether some one pass, when closed, leaves no way."""
    apart = [[False] * size for _ in range(size)]
    for closed in {road.pass_name for road in roads if road.pass_name}:
        part = _parts([road for road in roads if road.pass_name != closed], size)
        for a, b in product(range(size), repeat=2):
            apart[a][b] |= part[a] != part[b]
    return apart


def _parts(roads: Iterable[Road], size: int) -> list[int]:
    part = list(range(size))
    for road in roads:
        old, new = part[road.a], part[road.b]
        part = [new if number == old else number for number in part]
    return part


# The scenario file


def text(region: Region) -> str:
    """Write a region as a scenario file."""
    return "\n".join(_lines(region)) + "\n"


def _lines(region: Region) -> Iterator[str]:
    yield from ("schema: vvoptimize/scenario/v1", "id: made-up", "title: Made up")
    yield "rules: [vestre-varanger.yaml]"
    yield "municipalities:"
    for m, people in enumerate(region.population):
        who = f"id: m{m}, name: Municipality {m}"
        yield f"- {{{who}, place: m{m}, population: {people}}}"
    yield "places:"
    yield from (f"- {{id: m{m}, name: Place {m}}}" for m in range(region.size))
    yield "roads:"
    yield from map(_road, region.roads)
    yield "services:"
    for number, service in enumerate(region.services):
        yield from _service_lines(number, service)


def _road(road: Road) -> str:
    over = "" if road.pass_name is None else f", pass: {{name: {road.pass_name}}}"
    return (
        f"- {{from: m{road.a}, to: m{road.b}, km: {road.km}, "
        f"minutes: {road.minutes}{over}}}"
    )


def _service_lines(number: int, service: Service) -> Iterator[str]:
    yield f"- id: s{number}"
    yield f"  name: {service.name}"
    yield f"  flags: [{', '.join(service.flags)}]"
    yield f"  delivery: {service.delivery}"
    if service.may_stay_unshared:
        yield "  may_stay_unshared: true"
    yield f"  workplaces_today: {_table(map(_tenths, service.today))}"
    yield f"  total_after: {_tenths(service.after)}"
    yield f"  minimum_team: {_tenths(service.team)}"
    if any(service.presence):
        yield f"  presence: {_table(service.presence)}"
    yield f"  cost_today: {_table(service.cost_today)}"
    yield f"  cost_after: {service.cost_after}"


def _table(values: Iterable[object]) -> str:
    pairs = (f"m{m}: {value}" for m, value in enumerate(values))
    return f"{{{', '.join(pairs)}}}"


def _tenths(number: int) -> str:
    return f"{number // 10}.{number % 10}"


# An assignment


def assignment_text(region: Region) -> str:
    """Write an assignment: hosts in turn; staff that is spread stays where it is."""
    return "\n".join(_assignment_lines(region)) + "\n"


def _assignment_lines(region: Region) -> Iterator[str]:
    numbered = list(enumerate(region.services))
    hosts = (f"s{number}: m{number % region.size}" for number, _ in numbered)
    either = [f"s{n}: central" for n, one in numbered if one.delivery == "either"]
    yield f"title: Hosts in turn\nhosts: {{{', '.join(hosts)}}}"
    yield f"delivery: {{{', '.join(either)}}}"
    yield "workplaces:"
    for number, service in numbered:
        if service.delivery == "network":
            yield f"  s{number}: {_table(map(_tenths, _spread(service)))}"


def _spread(service: Service) -> list[int]:
    """Share staff out as it is today; what is left over goes to the first."""
    today = sum(service.today)
    spread = [here * service.after // today for here in service.today]
    spread[0] += service.after - sum(spread)
    return spread
