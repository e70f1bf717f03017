"""Random small scenarios with every feature, and a random choice of rules for them."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from random import Random

MEASURES = """
schema: vvoptimize/rules/v1
parameters:
  step: {unit: FTE, value: 0.3, range: [0, 100], status: proposed, label: step}
  little: {unit: FTE, value: 0.1, range: [0, 100], status: proposed, label: little}
  far: {unit: min, value: 12, range: [0, 100], status: proposed, label: far}
measures:
  change:
    for_each: {m: municipalities}
    unit: FTE
    expr: sum(workplaces[s, m] - workplaces_today[s, m] for s in services)
  gain:
    for_each: {m: municipalities}
    unit: NOK/year
    expr: sum(pays_today[s, m] - pays[s, m] for s in services)
  travel:
    for_each: {s: services, m: municipalities}
    unit: min
    expr: sum(minutes[m, h] * host[s, h] for h in municipalities)
cost_keys:
- id: key
  clause: "9"
  reading: by inhabitants
  for_each: {s: services, m: municipalities}
  weight: population[m]
"""
M, S = "for_each: {m: municipalities}", "for_each: {s: services}"
SM = "for_each: {s: services, m: municipalities}"
AB = "for_each: {a: municipalities, b: municipalities}"
TRUTHS = [
    (M, "measure: change[m]", "at_least: -step"),
    (M, "require: any(host[s, m] for s in services) or change[m] >= little"),
    (
        SM,
        "where: statutory[s]",
        "require: implies(host[s, m], workplaces[s, m] >= little)",
    ),
    (AB, "where: a != b", "require: not (change[a] > little and -change[b] > little)"),
    (M, "measure: gain[m]", "at_least: 0"),
    (SM, "measure: travel[s, m]", "at_most: far"),
    (
        S,
        "measure: sum(employed[s, m] - employed_today[s, m] for m in municipalities)",
        "equals: step",
        "tolerance: little",
    ),
    ("require: count(joint[s] for s in services) >= 1",),
    (M, "measure: count(host[s, m] for s in services)", "at_most: 1"),
    (S, "require: network[s] or not joint[s]"),
]
GOALS = [
    (M, "leximin: change[m]"),
    (M, "leximin: change[m]", "step: step"),
    (M, "leximin: gain[m]"),
    ("minimise: sum(travel[s, m] for s in services for m in municipalities)",),
    ("maximise: min(change[m] for m in municipalities)",),
    ("minimise: max(abs(change[m]) for m in municipalities)", "step: step"),
]


def rules_text(chance: Random) -> str:
    lines = [MEASURES, "rules:"]
    for i, truth in enumerate(chance.sample(TRUTHS, chance.choice([1, 2, 3]))):
        kind = chance.choice(["require", "require", "prefer"])
        lines += _entry(f"r{i}", ("authority: agreement", f"kind: {kind}", *truth))
    lines.append("objectives:")
    for i, goal in enumerate(chance.sample(GOALS, chance.choice([1, 2]))):
        lines += _entry(f"o{i}", goal)
    return "\n".join(lines)


def _entry(id_: str, keys: tuple[str, ...]) -> list[str]:
    return [f"- id: {id_}", '  clause: "1"', "  reading: x", *(f"  {k}" for k in keys)]


def scenario_text(chance: Random) -> str:
    places = "abc"[: chance.choice([1, 2, 2, 3])]
    lines = ["schema: vvoptimize/scenario/v1", "id: any", "title: Any"]
    lines.append("municipalities:")
    for m in places:
        people = _figure(chance, [100, 300, 700])
        lines.append(f"- {{id: {m}, name: {m}, place: {m}, population: {people}}}")
    lines += ["places:", *(f"- {{id: {m}, name: {m}}}" for m in places), "roads:"]
    for a, b in itertools.pairwise(places):
        minutes = chance.choice([10, 15, 20])
        lines.append(f"- {{from: {a}, to: {b}, km: 10, minutes: {minutes}}}")
    if len(places) == 1:
        lines.pop()
    lines.append("services:")
    for number in range(chance.choice([1, 2, 2, 3])):
        lines += _service(chance, number, places)
    return "\n".join(lines)


def _service(chance: Random, number: int, places: str) -> Iterator[str]:
    part = [m for m in places if chance.random() < 0.85] or [places[0]]
    hosts = [m for m in part if chance.random() < 0.8] or [part[0]]
    delivery = chance.choice(["central", "central", "either", "network"])
    staff = ["0.3", "0.5", "1"] if delivery == "central" else ["0.2", "0.3", "0.4"]
    yield f"- id: s{number}"
    yield f"  name: S{number}"
    yield f"  participants: [{', '.join(part)}]"
    yield f"  candidates: {{among: [{', '.join(hosts)}], reason: x}}"
    yield f"  delivery: {delivery}"
    yield f"  employer: {chance.choice(['host', 'workplace'])}"
    yield f"  total_after: {_figure(chance, staff)}"
    yield f"  workplaces_today: {_table(chance, part, ['0', '0.1', '0.5', '1'])}"
    yield f"  cost_today: {_table(chance, part, [100, 200, 333])}"
    yield f"  cost_after: {_figure(chance, [100, 301, 500])}"
    if chance.random() < 0.5:
        yield "  flags: [statutory]"
    if chance.random() < 0.4:
        yield "  may_stay_unshared: true"
    if chance.random() < 0.3:
        yield "  forms: [one, other]"
    if chance.random() < 0.35 and delivery != "network":
        yield f"  tasks: [{{id: t, name: T, fte: 0.1, candidates: [{part[-1]}]}}]"


def _figure(chance: Random, values: Sequence[object]) -> object:
    return "unknown" if chance.random() < 0.08 else chance.choice(values)


def _table(chance: Random, part: list[str], values: Sequence[object]) -> str:
    return "{" + ", ".join(f"{m}: {_figure(chance, values)}" for m in part) + "}"
