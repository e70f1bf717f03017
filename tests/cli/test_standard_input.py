"""`-` stands for standard input."""

import pytest

from tests.cli.helpers import PROPOSAL, TINY, TINY_RULES, printed, tiny, typed
from vvoptimize.cli.run import run


@pytest.mark.parametrize(
    "command",
    [["solve"], ["check", "-a", "proposed"], ["validate"], ["rules"]],
    ids=lambda command: command[0],
)
def test_scenario_is_read_from_standard_input(command, monkeypatch, capsys):
    typed(monkeypatch, tiny())
    name, *options = command

    assert printed(capsys, name, "-", *options)


def test_rules_are_read_from_standard_input(monkeypatch, capsys):
    with open(TINY_RULES, encoding="utf-8") as file:  # noqa: PTH123  one line
        typed(monkeypatch, file.read())

    assert "everyone-hosts" in printed(capsys, "rules", "-")


def test_assignment_is_read_from_standard_input(monkeypatch, capsys):
    typed(monkeypatch, PROPOSAL)

    assert printed(capsys, "check", TINY, "-a", "-")


def test_assignment_is_read_from_a_file(tmp_path, capsys):
    path = tmp_path / "proposal.yaml"
    path.write_text(PROPOSAL, encoding="utf-8")

    assert printed(capsys, "check", TINY, "-a", str(path))


def test_paths_of_rules_in_a_scenario_from_standard_input_count_from_here(
    tmp_path, monkeypatch, capsys
):
    text = tiny().replace(TINY_RULES, "here.yaml")
    with open(TINY_RULES, encoding="utf-8") as file:  # noqa: PTH123  one line
        (tmp_path / "here.yaml").write_text(file.read(), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    typed(monkeypatch, text)

    assert printed(capsys, "solve", "-")


def test_error_in_standard_input_has_its_line(monkeypatch, capsys):
    typed(monkeypatch, tiny("total_after: 5", "total_after: many"))

    assert run(["solve", "-"]) == 2

    assert "--> -:42:16\n" in capsys.readouterr().err


def test_empty_standard_input_is_refused(monkeypatch, capsys):
    typed(monkeypatch, "")

    assert run(["solve", "-"]) == 2

    assert "error[VV104]" in capsys.readouterr().err
