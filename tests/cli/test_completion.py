"""Completion scripts, and what they complete."""

import pytest

from tests.cli.helpers import TINY, printed, process


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_script_is_printed_for_each_shell(shell, capsys):
    script = printed(capsys, "completion", shell)

    assert "_VVOPTIMIZE_COMPLETE" in script
    assert shell in script.lower() or "Register-ArgumentCompleter" in script


def completed(words: str) -> set[str]:
    """What bash would be offered behind some words."""
    done = process(
        _VVOPTIMIZE_COMPLETE="bash_complete",
        COMP_WORDS=f"vvoptimize {words}",
        COMP_CWORD=str(len(words.split(" "))),
    )
    assert done.stderr == b""
    lines = done.stdout.decode().splitlines()
    return {line.partition(",")[2] for line in lines if line}


def test_command_is_completed():
    assert completed("so") == {"solve"}


def test_option_is_completed():
    assert completed("solve --se") == {"--seconds", "--seed"}


def test_choice_is_completed():
    assert completed("solve --format j") == {"json"}


def test_assignment_is_completed_with_the_names_in_the_scenario():
    assert completed(f"check {TINY} -a as") == {"askvik-hosts-all"}


def test_assignment_of_a_scenario_that_cannot_be_read_is_not_completed():
    assert completed("check no-such.yaml -a as") == set()
