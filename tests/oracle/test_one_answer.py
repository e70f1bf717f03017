"""One answer: the same bytes whatever the solver's threads, seed and hash seed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import vvoptimize
from vvoptimize.report import render_json, solve_report

ROOT = Path(__file__).parents[2]
SCENARIO = ROOT / "scenarios" / "vestre-varanger.yaml"


def answer(name: str, workers: int, seed: int) -> str:
    scenario = vvoptimize.read_scenario(str(ROOT / "scenarios" / name))
    limits = vvoptimize.Limits(workers=workers, seed=seed)
    return render_json(
        solve_report(vvoptimize.solve(scenario, limits=limits)), timings=False
    )


@pytest.mark.parametrize("name", ["vestre-varanger.yaml", "vestre-varanger-next.yaml"])
def test_threads_do_not_change_a_byte(name):
    answers = {answer(name, workers, 0) for workers in (1, 2, 8)}

    assert len(answers) == 1


def test_ten_seeds_do_not_change_a_byte():
    answers = {answer("vestre-varanger.yaml", 2, seed) for seed in range(10)}

    assert len(answers) == 1


@pytest.mark.parametrize("format_", ["text", "json"])
def test_hash_seed_does_not_change_a_byte(format_):
    command = [sys.executable, "-m", "vvoptimize", "solve", str(SCENARIO)]
    outputs = {
        subprocess.run(
            [*command, "--format", format_, "--lang", "nb"],
            env={**os.environ, "PYTHONHASHSEED": seed},
            cwd=ROOT,
            check=True,
            capture_output=True,
        ).stdout
        for seed in ("0", "1", "4242")
    }

    assert len(outputs) == 1
