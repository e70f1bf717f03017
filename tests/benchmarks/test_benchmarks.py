"""Every benchmark runs, on something tiny; how fast is not asserted here."""

import importlib
import json
import re
import sys
from pathlib import Path

import pytest

FOLDER = Path(__file__).resolve().parents[2] / "benchmarks"
SCRIPTS = sorted(path.stem for path in FOLDER.glob("*.py"))
TINY = "scenarios/tiny.yaml"

GAP = """
 2 3
 1 9 4
 9 1 4
 2 2 2
 2 2 2
 4 2
"""


@pytest.fixture
def load(monkeypatch):
    """Import a benchmark as its own folder sees it, and forget it afterwards."""
    monkeypatch.syspath_prepend(FOLDER)
    before = set(sys.modules)
    yield importlib.import_module
    for name in set(sys.modules) - before:
        if name.partition(".")[0] in {"support", *SCRIPTS}:
            del sys.modules[name]


@pytest.mark.parametrize("name", SCRIPTS)
def test_importing_a_script_runs_nothing(load, name, capsys):
    load(name)

    assert capsys.readouterr().out == ""


@pytest.mark.slow
def test_start_up_compares_three_commands(load, capsys):
    assert load("start_up").main(["--rounds", "1"]) == 0

    told = capsys.readouterr().out
    assert all(name in told for name in ("check", "validate", "--help"))


@pytest.mark.slow
def test_check_tells_seconds_and_memory_by_case(load, capsys):
    sizes = ["--sizes", "3x4", "6x9", "9x12"]

    assert load("check").main(["--rounds", "1", *sizes]) == 0

    told = capsys.readouterr().out
    assert "check of 9 x 12 / two seconds" in told
    assert "memory by case: later / earlier" in told


@pytest.mark.slow
@pytest.mark.parametrize("scenario", [TINY, "scenarios/vestre-varanger.yaml"])
def test_by_hand_gives_the_same_answer(load, scenario, tmp_path, capsys):
    model = tmp_path / "model.json"

    load("solve").check_answers(FOLDER.parent / scenario, str(model))

    assert "same answer" in capsys.readouterr().out
    assert set(json.loads(model.read_text())) >= {"variables", "constraints", "stages"}


@pytest.mark.slow
def test_scale_compares_models_of_about_one_size(load, tmp_path):
    scale, region = load("scale"), load("support.region")
    made_up = region.made_up(6, 12, seed=3)
    path = tmp_path / "region.yaml"
    path.write_text(region.text(made_up), encoding="utf-8")

    our, other = scale.ours(str(path))["size"], scale.by_hand(6, 12, 3)["size"]

    for name, count in our.items():
        # The shipped rules change, and by hand one folds more; but not twice as much.
        assert 0.5 < count / other[name] < 2


@pytest.mark.slow
def test_scale_prints_both_ratios(load, capsys):
    tiny = ["--municipalities", "3", "--services", "4", "--rounds", "1"]

    assert load("scale").main(tiny) == 0

    told = capsys.readouterr().out
    assert "CPU" in told
    assert "peak memory" in told


def test_gap_finds_the_optimum_of_a_file(load, tmp_path, capsys):
    (tmp_path / "tiny-0").write_text(GAP, encoding="utf-8")
    (tmp_path / "optima.csv").write_text("instance,minimum\ntiny-0,6\n")

    assert load("gap").main([str(tmp_path), "--strict"]) == 0

    assert "1 of 1 optima found and proved" in capsys.readouterr().out


def test_strict_run_that_misses_a_target_exits_with_one(load, capsys):
    measure = load("support.measure")
    slow = measure.compared("slow", [(4.0, 1.0), (2.0, 1.0), (3.0, 1.0)], target=2)

    assert slow.ratio == 3
    assert measure.told([slow], strict=True) == 1
    assert measure.told([slow], strict=False) == 0
    assert "MISSED" in capsys.readouterr().out


@pytest.mark.slow
def test_steps_prints_its_ratio_and_what_is_proved(load, capsys):
    tiny = ["--rounds=1", "--municipalities=3", "--services=3", "--steps=2"]

    assert load("steps").main([*tiny, "--seconds=20"]) == 0

    told = capsys.readouterr().out
    assert "2 steps / without: read, unroll, lower" in told
    assert re.search(
        r"^  require +(optimal|infeasible|feasible|unknown)", told, re.MULTILINE
    )
