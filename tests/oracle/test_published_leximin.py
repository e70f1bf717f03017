"""Published indivisible leximin cases: a party is a municipality, an item a service."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

import vvoptimize

CASES = yaml.safe_load(
    (Path(__file__).parents[1] / "data" / "leximin_discrete.yaml").read_text("utf-8")
)["cases"]

RULES = """
schema: vvoptimize/rules/v1
inputs:
  worth: {index: [services, municipalities], label: what hosting is worth to a host}
objectives:
- id: fair
  clause: "1"
  reading: {nb: den som får minst først, en: the one who gets least first}
  for_each: {m: municipalities}
  leximin: sum(worth[s, m] * host[s, m] for s in services)
"""


def scenario_of(values: list[list[int]]) -> vvoptimize.ScenarioFile:
    parties, items = range(len(values)), range(len(values[0]))
    lines = [
        "schema: vvoptimize/scenario/v1",
        "id: case",
        "title: Case",
        "municipalities:",
    ]
    lines += [f"- {{id: m{m}, name: M{m}}}" for m in parties]
    lines += ["services:"]
    lines += [f"- {{id: s{s}, name: S{s}, total_after: 1}}" for s in items]
    lines += ["inputs:", "  worth:"]
    for s in items:
        row = ", ".join(f"m{m}: {values[m][s]}" for m in parties)
        lines += [f"    s{s}: {{{row}}}"]
    return vvoptimize.parse_scenario("\n".join(lines), "case.yaml")


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_published_vector_comes_out_exactly(case):
    rules = vvoptimize.parse_rules(RULES)

    solution = vvoptimize.solve(scenario_of(case["values"]), rules)

    (stage,) = [stage for stage in solution.stages if stage.stage_id == "fair"]
    assert case["leximin_sorted"] == [party.value for party in stage.parties]
    assert solution.outcome is vvoptimize.Outcome.OPTIMAL
