"""Where output goes, in which form, and that a file appears whole or not at all."""

import json
import stat
from pathlib import Path

import pytest

from tests.cli.helpers import TINY, TINY_RULES, printed
from vvoptimize.cli.run import run

ESCAPE = "\x1b["
COMMANDS = [
    ["solve", TINY],
    ["check", TINY, "-a", "proposed"],
    ["validate", TINY, TINY_RULES],
    ["rules", TINY],
    ["rules", TINY_RULES],
]
REPORTS = [command for command in COMMANDS if command[0] != "validate"]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_json_parses_and_names_its_version(command, capsys):
    content = json.loads(printed(capsys, *command, "--format", "json"))

    assert content["schema"].startswith("vvoptimize/")


def test_json_of_what_is_wrong_has_every_part(capsys):
    assert run(["validate", "no-such.yaml", "--format", "json"]) == 2

    (file,) = json.loads(capsys.readouterr().out)["files"]
    assert file["sound"] is False
    assert [problem["code"] for problem in file["problems"]] == ["VV501"]
    assert file["problems"][0]["hint"]


def test_json_has_timings_only_when_asked_for(capsys):
    command = ["solve", TINY, "--format", "json"]

    plain = json.loads(printed(capsys, *command))
    timed = json.loads(printed(capsys, *command, "--timings"))

    assert timed.keys() - plain.keys() == {"run"}
    assert {key: timed[key] for key in plain} == plain


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_file_gets_what_would_be_printed(command, tmp_path, capsys):
    target = tmp_path / "out.txt"

    assert printed(capsys, *command, "-o", str(target)) == ""

    assert target.read_text(encoding="utf-8") == printed(capsys, *command)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_quiet_prints_nothing(command, capsys):
    assert printed(capsys, *command, "-q") == ""


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_quiet_still_writes_the_file(command, tmp_path, capsys):
    target = tmp_path / "out.txt"

    printed(capsys, *command, "-q", "-o", str(target))

    assert target.read_text(encoding="utf-8")


def test_quiet_still_tells_errors(capsys):
    assert run(["solve", "no-such.yaml", "-q"]) == 2

    assert "error[VV501]" in capsys.readouterr().err


@pytest.mark.parametrize("command", REPORTS, ids=lambda command: command[0])
@pytest.mark.parametrize(
    ("variables", "coloured"),
    [
        ({}, False),
        ({"FORCE_COLOR": "1"}, True),
        ({"NO_COLOR": "1"}, False),
        ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
    ],
    ids=["pipe", "forced", "refused", "both"],
)
def test_colour_is_for_terminals_or_on_demand(
    command, variables, coloured, monkeypatch, capsys
):
    for name, value in variables.items():
        monkeypatch.setenv(name, value)

    assert (ESCAPE in printed(capsys, *command)) is coloured


def test_file_is_never_coloured(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("FORCE_COLOR", "1")

    printed(capsys, "solve", TINY, "-o", str(tmp_path / "out.txt"))

    assert ESCAPE not in (tmp_path / "out.txt").read_text(encoding="utf-8")


def test_file_of_a_run_that_fails_is_left_as_it_was(tmp_path, capsys):
    target = tmp_path / "out.txt"
    target.write_text("before", encoding="utf-8")

    assert run(["check", TINY, "-a", "no-such", "-o", str(target)]) == 2

    assert target.read_text(encoding="utf-8") == "before"
    assert list(tmp_path.iterdir()) == [target]
    assert capsys.readouterr().out == ""


def test_file_that_cannot_be_replaced_leaves_nothing_behind(
    tmp_path, monkeypatch, capsys
):
    def refuse(_self, _target):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", refuse)

    assert run(["solve", TINY, "-o", str(tmp_path / "out.txt")]) == 2

    assert "No space left on device" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("target", ["no-such-folder/out.txt", ".", "a" * 5_000])
def test_file_that_cannot_be_made_is_refused(target, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)

    assert run(["schema", "rules", "-o", target]) == 2

    assert "error[VV511]" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_file_keeps_its_mode_and_a_link_stays_a_link(tmp_path, capsys):
    target, link = tmp_path / "out.txt", tmp_path / "link.txt"
    target.write_text("before", encoding="utf-8")
    target.chmod(0o600)
    link.symlink_to(target)

    printed(capsys, "schema", "rules", "-o", str(link))

    assert link.is_symlink()
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert target.read_text(encoding="utf-8") != "before"


def test_device_is_written_to_and_not_replaced(capsys):
    printed(capsys, "schema", "rules", "-o", "/dev/null")

    assert Path("/dev/null").is_char_device()
