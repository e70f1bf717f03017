"""What the exit code says, with every option."""

from pathlib import Path

import pytest

from tests.cli.helpers import TINY, tiny
from vvoptimize.cli.run import run
from vvoptimize.errors import InternalError, Problem

NO_LOSS = ("rules:", "parameters: {bearable_loss: 0}\nrules:")
NO_FIGURE = ("total_after: 5\n", "total_after: unknown\n")


def changed(tmp_path, old, new):
    path = tmp_path / "changed.yaml"
    path.write_text(tiny(old, new), encoding="utf-8")
    return str(path)


@pytest.mark.parametrize(
    "options", [[], ["-q"], ["--format", "json"], ["--lang", "nb"]]
)
@pytest.mark.parametrize(
    ("command", "expected"),
    [
        (["solve", TINY], 0),
        (["check", TINY, "-a", "proposed"], 0),
        (["check", TINY, "-a", "askvik-hosts-all"], 1),
        (["check", TINY], 2),
        (["check", TINY, "-a", "porposed"], 2),
        (["validate", TINY], 0),
        (["rules", TINY], 0),
        (["solve", TINY, "--work", "1e-9"], 4),
    ],
    ids=lambda value: (
        " ".join(value[:1] + value[2:]) if isinstance(value, list) else None
    ),
)
def test_exit_code_is_the_same_whatever_is_printed(command, expected, options):
    assert run([*command, *options]) == expected


@pytest.mark.parametrize("options", [[], ["-q"], ["--format", "json"]])
def test_region_where_no_assignment_keeps_the_rules_gives_3(tmp_path, options, capsys):
    assert run(["solve", changed(tmp_path, *NO_LOSS), *options]) == 3

    assert bool(capsys.readouterr().out) is (options != ["-q"])


def test_figure_that_is_missing_keeps_a_solve_from_being_proved(tmp_path):
    assert run(["solve", changed(tmp_path, *NO_FIGURE), "-q"]) == 4


def test_figure_that_is_missing_leaves_a_check_undecided(tmp_path):
    scenario = changed(tmp_path, *NO_FIGURE)

    assert run(["check", scenario, "-a", "proposed", "-q"]) == 2


def test_check_that_applies_no_rule_is_refused(tmp_path, capsys):
    rules = tmp_path / "rules.yaml"
    rules.write_text("schema: vvoptimize/rules/v1\n", encoding="utf-8")

    assert run(["check", TINY, "-a", "proposed", "--rules", str(rules)]) == 2

    assert "error[VV405]" in capsys.readouterr().err


def test_stop_before_anything_was_found_says_so(capsys):
    run(["solve", TINY, "--work", "1e-9"])

    assert "error[VV403]" in capsys.readouterr().err


def test_fault_of_the_program_gives_70_and_never_1(monkeypatch, capsys):
    def fail(_path):
        raise ZeroDivisionError

    monkeypatch.setattr("vvoptimize.cli.validate_command._validated", fail)

    assert run(["validate", TINY]) == 70

    shown = capsys.readouterr().err
    assert "ZeroDivisionError" in shown
    assert "error[VV900]" in shown


def test_reproducer_of_a_fault_is_written_beside(tmp_path, monkeypatch, capsys):
    def fail(*_arguments, **_limits):
        values = {"stage": "s", "model": "1", "evaluation": "2"}
        raise InternalError([Problem("VV901", None, values)], '{"seen": "ŋ"}')

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("vvoptimize.cli.solve_command.solve", fail)

    assert run(["solve", TINY]) == 70

    written = tmp_path / "vvoptimize-reproducer.json"
    assert written.read_text(encoding="utf-8") == '{"seen": "ŋ"}'
    assert written.name in capsys.readouterr().err


def test_reproducer_that_cannot_be_written_changes_no_exit_code(monkeypatch, capsys):
    def fail(*_arguments, **_limits):
        raise InternalError([Problem("VV900")], "{}")

    monkeypatch.setattr("vvoptimize.cli.solve_command.solve", fail)
    monkeypatch.setattr("vvoptimize.cli.run.REPRODUCER", Path("no-such-folder/x"))

    assert run(["solve", TINY]) == 70

    assert "error[VV511]" in capsys.readouterr().err


def test_interruption_outside_a_search_gives_130(monkeypatch):
    def interrupt(_path):
        raise KeyboardInterrupt

    monkeypatch.setattr("vvoptimize.cli.validate_command._validated", interrupt)

    assert run(["validate", TINY]) == 130
