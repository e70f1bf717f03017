"""Published assignment instances, told in rules, against their proven optima.

An agent is a municipality, a job a service; cost, staff needed and staff there are
inputs that the rules declare. Takes instance files of the OR-Library, or their folder.
"""

from __future__ import annotations

import argparse
import csv
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vvoptimize import ScenarioFile, Solution

RULES = """
schema: vvoptimize/rules/v1
inputs:
  cost: {index: [services, municipalities], unit: NOK, label: Cost}
  needed: {index: [services, municipalities], unit: FTE, label: Staff needed}
  capacity: {index: [municipalities], unit: FTE, label: Staff there}
rules:
- id: capacity
  clause: "1"
  reading: Nobody hosts more than its staff can do
  authority: agreement
  kind: require
  for_each: {m: municipalities}
  measure: sum(needed[s, m] * host[s, m] for s in services)
  at_most: capacity[m]
objectives:
- id: cost
  clause: "2"
  reading: Least cost in all
  minimise: sum(cost[s, m] * host[s, m] for s in services for m in municipalities)
"""


@dataclass(frozen=True)
class Instance:
    """Tables by agent, then by job; capacity by agent."""

    cost: Sequence[Sequence[int]]
    needed: Sequence[Sequence[int]]
    capacity: Sequence[int]


def read_instance(text: str) -> Instance:
    """Read agents and jobs, both tables row by row, and the capacities."""
    numbers = iter(map(int, text.split()))
    agents, jobs = next(numbers), next(numbers)
    cost, needed = (
        [[next(numbers) for _ in range(jobs)] for _ in range(agents)] for _ in range(2)
    )
    return Instance(cost, needed, [next(numbers) for _ in range(agents)])


def scenario_text(instance: Instance) -> str:
    """Write an instance as a scenario."""
    return "\n".join(_lines(instance)) + "\n"


def _lines(instance: Instance) -> Iterator[str]:
    yield from ("schema: vvoptimize/scenario/v1", "id: gap", "title: Assignment")
    yield "municipalities:"
    for m in range(len(instance.capacity)):
        yield f"- {{id: m{m}, name: Agent {m}}}"
    yield "services:"
    for s in range(len(instance.cost[0])):
        yield f"- {{id: s{s}, name: Job {s}}}"
    yield "inputs:"
    yield f"  capacity: {_row('m', instance.capacity)}"
    for name, table in (("cost", instance.cost), ("needed", instance.needed)):
        yield f"  {name}:"
        for s, column in enumerate(zip(*table, strict=True)):
            yield f"    s{s}: {_row('m', column)}"


def _row(prefix: str, numbers: Sequence[int]) -> str:
    pairs = (f"{prefix}{place}: {number}" for place, number in enumerate(numbers))
    return f"{{{', '.join(pairs)}}}"


def solved(instance: Instance, seconds: float) -> Solution:
    """Solve an instance."""
    import vvoptimize

    scenario: ScenarioFile = vvoptimize.parse_scenario(scenario_text(instance), "gap")
    rules = vvoptimize.parse_rules(RULES, "gap rules")
    limits = vvoptimize.Limits(seconds=seconds)
    return vvoptimize.solve(scenario, rules, limits=limits)


def optima(folder: Path) -> dict[str, int]:
    """Read the proven minimum of each instance, by name."""
    with (folder / "optima.csv").open(encoding="utf-8") as file:
        return {row["instance"]: int(row["minimum"]) for row in csv.DictReader(file)}


def main(given: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="*", type=Path)
    parser.add_argument("--seconds", type=float, default=60.0, help="for each instance")
    parser.add_argument(
        "--strict", action="store_true", help="exit 1 when an optimum is not proved"
    )
    options = parser.parse_args(given)
    if not options.paths:
        print("give instance files of the OR-Library, or the folder they are in")
        return 0
    print(f"{'instance':12}{'optimum':>8}{'found':>8}  {'proved':8}{'seconds':>8}")
    reached = [_told(path, options.seconds) for path in _instances(options.paths)]
    print(f"{sum(reached)} of {len(reached)} optima found and proved")
    return int(options.strict and not all(reached))


def _instances(paths: Sequence[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            yield from (path / name for name in sorted(optima(path)))
        else:
            yield path


def _told(path: Path, seconds: float) -> bool:
    """Solve one instance and print its row; tell whether the optimum was proved."""
    optimum = optima(path.parent)[path.name]
    instance = read_instance(path.read_text(encoding="utf-8"))
    started = time.perf_counter()
    solution = solved(instance, seconds)
    spent = time.perf_counter() - started
    (stage,) = (stage for stage in solution.stages if stage.stage_id == "cost")
    proved = stage.outcome.value == "optimal"
    row = f"{path.name:12}{optimum:>8}{stage.value!s:>8}  {'yes' if proved else 'no':8}"
    wrong = "  WRONG" if proved and stage.value != optimum else ""
    print(f"{row}{spent:8.2f}{wrong}", flush=True)
    return proved and stage.value == optimum


if __name__ == "__main__":
    sys.exit(main())
