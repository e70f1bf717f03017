"""Random small plans in steps, with every part of the format that time has a say in.

A plan is kept as plain data, as its file has it, so that a test can say by itself what
the file of one step alone would be.
"""

from __future__ import annotations

import itertools
import json
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from tests.oracle.everything import GOALS, MEASURES, TRUTHS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from random import Random

Data: TypeAlias = dict[str, Any]

DAYS = ["2026-05-01", "2027-01-01", "2027-07-01", "2028-02-29", "2029-03-01"]
CHANGES = ["2027-03-01", "2027-07-01", "2028-09-01"]  # one of them is a step's own day
HORIZONS = [None, "2029-04-01", "2032-01-01"]

TIMELESS = "little: {unit: FTE, value: 0.1, range: [0, 100], status: proposed,"
DATED = """little: {unit: FTE, values: [
    {from: 2020-01-01, value: 0.1, status: proposed},
    {from: 2027-07-01, value: 0.3, status: proposed}], range: [0, 100],"""
IN_TIME = """\
- id: services-limit
  clause: "1"
  reading: x
  authority: agreement
  kind: require
  where: services_limited
  measure: count(starts[s] for s in services)
  at_most: services_limit
- id: staff-limit
  clause: "1"
  reading: x
  authority: agreement
  kind: require
  where: staff_limited
  measure: sum(changes_employer[s] for s in services)
  at_most: staff_limit
- id: effort-limit
  clause: "1"
  reading: x
  authority: agreement
  kind: require
  where: effort_limited
  measure: sum(effort[s] * starts[s] for s in services)
  at_most: effort_limit
- id: window
  clause: "1"
  reading: x
  authority: agreement
  kind: require
  for_each: {s: services}
  where: start_closed[s]
  require: not starts[s]
- id: due
  clause: "1"
  reading: x
  authority: agreement
  kind: require
  for_each: {s: services}
  where: start_due[s]
  require: joint[s]
- id: pinned
  clause: "1"
  reading: x
  authority: agreement
  kind: require
  for_each: {s: services, m: municipalities}
  where: pinned[s, m]
  require: host[s, m]
- id: first-things-first
  clause: "1"
  reading: x
  authority: agreement
  kind: require
  for_each: {s: services, t: services}
  where: prerequisite[s, t]
  require: implies(joint[s], joint[t])
"""
END = ("at: end",)
MOVES = ("minimise: sum(changes_employer[s] for s in services)",)


class Rules(NamedTuple):
    """A rule file, and what a test must know of it.

    Attributes
    ----------
    ends
        Ids of rules and objectives that are asked of the end alone.
    moves
        Ids of objectives that are the staff that changes employer.
    """

    text: str
    ends: frozenset[str]
    moves: frozenset[str]


def random_rules(chance: Random) -> Rules:
    assert TIMELESS in MEASURES
    lines, ends = [MEASURES.replace(TIMELESS, DATED), "rules:", IN_TIME.rstrip()], []
    moves = set()
    for i, truth in enumerate(chance.sample(TRUTHS, chance.choice([1, 2]))):
        kind = chance.choice(["require", "prefer", "prefer"])
        when = _when(chance)
        ends += [f"r{i}"] if when == END else []
        lines += _entry(
            f"r{i}", ("authority: agreement", f"kind: {kind}", *when, *truth)
        )
    lines.append("objectives:")
    for i, goal in enumerate(chance.sample([*GOALS, MOVES], chance.choice([1, 2, 3]))):
        when = _when(chance)
        ends += [f"o{i}"] if when == END else []
        moves |= {f"o{i}"} if goal is MOVES else set()
        lines += _entry(f"o{i}", (*when, *goal))
    return Rules("\n".join(lines), frozenset(ends), frozenset(moves))


def _when(chance: Random) -> tuple[str, ...]:
    return chance.choice([(), (), ("at: every step",), END])


def _entry(id_: str, keys: tuple[str, ...]) -> list[str]:
    return [f"- id: {id_}", '  clause: "1"', "  reading: x", *(f"  {k}" for k in keys)]


def random_plan(chance: Random) -> Data:
    """Give the content of a scenario file with steps."""
    places = "abc"[: chance.choice([2, 2, 3])]
    steps = list(_steps(chance))
    names = [f"s{n}" for n in range(chance.choice([2, 2, 3]))]
    services = [_service(chance, name, places) for name in names]
    for earlier, later in itertools.pairwise(services):
        if chance.random() < 0.2:
            later["prerequisites"] = [earlier["id"]]
    content: Data = {
        "schema": "vvoptimize/scenario/v1",
        "id": "plan",
        "title": "Plan",
        "municipalities": [_municipality(chance, m) for m in places],
        "places": [{"id": m, "name": m} for m in places],
        "roads": [
            {"from": a, "to": b, "km": 10, "minutes": chance.choice([10, 15])}
            for a, b in itertools.pairwise(places)
        ],
        "steps": steps,
        "services": services,
        "pins": list(_pins(chance, steps, services)),
    }
    horizon = chance.choice(HORIZONS)
    if horizon is not None:
        content["horizon"] = horizon
    if chance.random() < 0.2:
        content["parameters"] = {"little": {"value": 0.2, "reason": "x"}}
    return content


def text_of(content: Data) -> str:
    """Write a file: whatever is JSON is YAML."""
    return json.dumps(content)


def _municipality(chance: Random, m: str) -> Data:
    people = _figure(chance, [100, 300, 700])
    return {"id": m, "name": m, "place": m, "population": people}


def _steps(chance: Random) -> Iterator[Data]:
    days = sorted(chance.sample(DAYS, chance.choice([2, 3])))
    taken = chance.random() < 0.4
    for number, day in enumerate(days):
        step: Data = {"id": f"t{number}", "date": day, "limits": {}}
        if taken and number == 0:
            yield step | {"taken": True}
            continue
        if chance.random() < 0.3:
            step["limits"]["services"] = _figure(chance, [1, 1, 2])
        if chance.random() < 0.25:
            step["limits"]["staff"] = _figure(chance, [0.5, 1, 1.5])
        if chance.random() < 0.25:
            step["limits"]["effort"] = _figure(chance, [5, 9])
        yield step


def _service(chance: Random, name: str, places: str) -> Data:
    part = [m for m in places if chance.random() < 0.85] or [places[0]]
    hosts = [m for m in part if chance.random() < 0.8] or [part[0]]
    delivery = chance.choice(["central", "central", "central", "either", "network"])
    employer = chance.choice(["host", "host", "workplace"])
    central = delivery == "central"
    service: Data = {
        "id": name,
        "name": name,
        "participants": part,
        "candidates": {"among": hosts, "reason": "x"},
        "delivery": delivery,
        "employer": employer,
        # How staff is spread is decided once, so there it does not change in time.
        "total_after": _figure(
            chance,
            [0.3, 0.5, 1] if central else [0.2, 0.3],
            later=central,
            known=employer == "workplace",
        ),
        "workplaces_today": {m: _figure(chance, [0, 0.1, 0.5, 1]) for m in part},
        "cost_today": {m: _figure(chance, [100, 200, 333]) for m in part},
        "cost_after": _figure(chance, [100, 301, 500]),
        "effort": _figure(chance, [2, 5, 7]),
        "may_stay_unshared": chance.random() < 0.4,
    }
    if chance.random() < 0.5:
        service["flags"] = ["statutory"]
    if chance.random() < 0.15:
        service["forms"] = ["one", "other"]
    if chance.random() < 0.3 and delivery != "network":
        task = {"id": "t", "name": "T", "fte": 0.1, "candidates": [part[-1]]}
        service["tasks"] = [task]
    if chance.random() < 0.4:
        years = chance.choice([1, 2])
        service["cost_ramp"] = [_figure(chance, [150, 400, 777]) for _ in range(years)]
    return service


def _pins(chance: Random, steps: list[Data], services: list[Data]) -> Iterator[Data]:
    """Pin some services, and give some of the others a window."""
    order = [step["id"] for step in steps]
    for service in services:
        host = chance.choice(service["candidates"]["among"])
        pin: Data = {"service": service["id"], "reason": "x"}
        draw = chance.random()
        if draw < 0.25:
            yield pin | {"step": chance.choice(order), "host": host}
        elif draw < 0.35:
            yield pin | {"step": chance.choice(order)}
        elif draw < 0.45:
            yield pin | {"host": host}
        elif draw < 0.6:
            service["earliest"] = chance.choice(order)
        elif draw < 0.75:
            service["latest"] = chance.choice(order)


def _figure(
    chance: Random, values: Sequence[float], *, later: bool = True, known: bool = False
) -> Any:
    value = "unknown" if chance.random() < 0.02 and not known else chance.choice(values)
    if not later or chance.random() > 0.1:
        return value
    day, other = chance.choice(CHANGES), chance.choice(values)
    return {"value": value, "later": [{"from": day, "value": other}]}


def figure_on(figure: Any, day: str) -> Any:
    """Give the value of a figure on a day; None is unknown."""
    if isinstance(figure, dict):
        begun = [one for one in figure["later"] if one["from"] <= day]
        figure = begun[-1]["value"] if begun else figure["value"]
    return None if figure == "unknown" else figure


def content_on(part: Any, day: str) -> Any:
    """Give a part of a file with its figures as they are on a day."""
    if isinstance(part, list):
        return [content_on(one, day) for one in part]
    if not isinstance(part, dict):
        return part
    if "later" in part:
        value = figure_on(part, day)
        return "unknown" if value is None else value
    return {key: content_on(one, day) for key, one in part.items()}
