"""`solve --save`: what is found, as a file that other commands read."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.helpers import ROOT, TINY
from vvoptimize.cli.run import run

STEPS = str(ROOT / "scenarios" / "tiny-steps.yaml")


@pytest.mark.parametrize("scenario", [TINY, STEPS])
def test_what_is_saved_is_judged_and_kept(scenario, tmp_path, capsys):
    path = tmp_path / "found.yaml"

    assert run(["solve", scenario, "-q", "--save", str(path)]) == 0

    assert run(["check", scenario, "-q", "-a", str(path)]) == 0
    capsys.readouterr()
    assert run(["solve", scenario, "--lang", "en", "--keep", str(path)]) == 0
    assert "Nothing: the plan under way still stands." in capsys.readouterr().out


def test_nothing_is_saved_where_nothing_is_found(tmp_path, capsys):
    rules = tmp_path / "rules.yaml"
    rules.write_text(
        "schema: vvoptimize/rules/v1\nrules:\n"
        "- {id: never, clause: '1', reading: x, authority: agreement, kind: require,"
        " require: 'count(joint[s] for s in services) > 99'}\n"
    )
    path = tmp_path / "found.yaml"

    assert run(["solve", TINY, "--rules", str(rules), "--save", str(path)]) == 3

    assert not path.exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ["--output", "found.yaml"],
        ["--keep", "found.yaml"],
        ["--rules", "./found.yaml"],
    ],
    ids=" ".join,
)
def test_what_is_read_or_written_besides_is_not_saved_over(
    arguments, tmp_path, monkeypatch, capsys
):
    monkeypatch.chdir(tmp_path)

    assert run(["solve", TINY, "--save", "found.yaml", *arguments]) == 2

    assert "error[VV514]" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_the_scenario_itself_is_not_saved_over(tmp_path, capsys):
    text = Path(TINY).read_text("utf-8")
    path = tmp_path / "scenario.yaml"
    path.write_text(text, encoding="utf-8")

    assert run(["solve", str(path), "--save", str(path)]) == 2

    assert "error[VV514]" in capsys.readouterr().err
    assert path.read_text("utf-8") == text


def test_a_folder_that_is_not_there_is_told(tmp_path, capsys):
    path = tmp_path / "nowhere" / "found.yaml"

    assert run(["solve", TINY, "-q", "--save", str(path)]) == 2

    assert "error[VV511]" in capsys.readouterr().err
