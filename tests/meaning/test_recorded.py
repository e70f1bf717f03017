"""What a scenario records of a matter binds the search; without it nothing does."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

import vvoptimize

PATH = Path(__file__).parents[2] / "scenarios" / "vestre-varanger.yaml"


def solved(recorded: str) -> vvoptimize.Solution:
    """Solve the real scenario with more inputs."""
    text = PATH.read_text("utf-8").replace("\ninputs:\n", f"\ninputs:\n{recorded}")
    return vvoptimize.solve(vvoptimize.parse_scenario(text, str(PATH)))


@pytest.mark.parametrize(("start", "hosts"), [(2024, False), (2025, True)])
def test_a_candidate_hosts_from_the_year_it_can_deliver(start, hosts):
    # IT services are hosted there where nothing is recorded.
    recorded = f"  able_from: {{ikt: {{berlevag: 2025}}}}\n  start_year: {start}\n"

    solution = solved(recorded)

    assert solution.outcome is vvoptimize.Outcome.OPTIMAL
    assert (solution.assignment.hosts["ikt"] == "berlevag") is hosts


def test_a_promised_place_is_kept():
    # It gets 0.6 where nothing is promised.
    recorded = "  kept_places: {forvaltningskontor: {berlevag: 0.8}}\n"

    solution = solved(recorded)

    assert solution.outcome is vvoptimize.Outcome.OPTIMAL
    kept = solution.assignment.workplaces["forvaltningskontor", "berlevag"]
    assert kept >= Fraction(8, 10)
