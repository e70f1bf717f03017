"""What the READMEs show is what the program does."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.repository.readme import (
    CODES_PAGE,
    LINT_PAGE,
    PAGES,
    ROOT,
    clause_table,
    console_examples,
    error_codes,
    lint_pages,
    output_of,
    python_examples,
)
from vvoptimize.cli.program import COMMANDS

CONSOLE = [example for page in PAGES for example in console_examples(page)]
PYTHON = [example for page in PAGES for example in python_examples(page)]


def test_there_are_examples():
    assert CONSOLE
    assert PYTHON


@pytest.mark.parametrize(("command", "shown"), CONSOLE, ids=[c for c, _ in CONSOLE])
def test_shown_output_is_real(command: str, shown: str):
    assert shown == output_of(command), "run python -m tests.repository.readme"


@pytest.mark.parametrize("code", PYTHON)
def test_python_example_runs(code: str):
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code],
        cwd=ROOT,
        check=False,
        capture_output=True,
        text=True,
    )

    assert done.returncode == 0, done.stderr


def test_every_error_code_is_on_its_page():
    assert error_codes() in CODES_PAGE.read_text("utf-8"), (
        "run python -m tests.repository.readme"
    )


def test_every_clause_is_in_the_table():
    assert clause_table() in CODES_PAGE.read_text("utf-8"), (
        "run python -m tests.repository.readme"
    )


def test_every_finding_has_its_page():
    assert LINT_PAGE.read_text("utf-8") == lint_pages(), (
        "run python -m tests.repository.readme"
    )


def test_every_command_is_in_the_readme():
    text = (ROOT / "README.md").read_text("utf-8")

    assert [name for name in COMMANDS if f"vvoptimize {name}" not in text] == []
