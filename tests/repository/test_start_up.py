"""What needs no solver loads none: OR-Tools and its company take half a second."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TINY = "scenarios/tiny.yaml"
REAL = "scenarios/vestre-varanger.yaml"

HEAVY = {"ortools", "numpy", "pandas"}

# Runs the command as its entry point does, then tells what was loaded, on the last
# line of standard error.
RUN = """
import json, sys
from vvoptimize.cli import main
code = 0
try:
    main()
except SystemExit as exit:
    code = exit.code or 0
print(file=sys.stderr)
loaded = sorted({name.partition(".")[0] for name in sys.modules})
print(json.dumps([code, loaded]), file=sys.stderr)
"""


def loaded_by(*arguments):
    """Return the exit code of a command and the top-level modules that it loaded."""
    result = subprocess.run(
        [sys.executable, "-c", RUN, *arguments],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert result.returncode == 0, result.stderr
    code, modules = json.loads(result.stderr.splitlines()[-1])
    return code, set(modules)


@pytest.mark.parametrize(
    ("arguments", "codes"),
    [
        (["--help"], {0}),
        (["--version"], {0}),
        (["solve", "--help"], {0}),
        (["validate", TINY], {0}),
        (["validate", REAL], {0}),
        (["rules", REAL], {0}),
        (["rules", "lint", REAL], {0, 1}),
        (["rules", "test", REAL, "--reading", "evaluation"], {0}),
        (["rules", "explain", "no-lone-staff", REAL], {0}),
        (["rules", "trace", "rules/README.md", "rules/tiny.yaml"], {0, 1, 2}),
        # A broken rule is no failure here: what counts is that the check was made.
        (["check", REAL, "-a", "adopted"], {0, 1}),
        (["check", TINY, "-a", "proposed", "--base", TINY], {0}),
        (["check", TINY, "-a", "proposed", "--base", TINY, "--format", "sarif"], {0}),
        (["check", TINY, TINY, "-a", "proposed"], {0}),
        (["members", REAL, "-a", "adopted", "--no-solve"], {0}),
        (["validate", "no-such-file.yaml"], {2}),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_command_that_searches_nothing_loads_no_solver(arguments, codes):
    code, modules = loaded_by(*arguments)

    assert code in codes
    assert modules & HEAVY == set()


def test_help_loads_neither_graphs_nor_pydantic():
    _, modules = loaded_by("--help")

    assert modules & {"networkx", "pydantic"} == set()


ALONE = """
import sys
from vvoptimize.cli.run import run
run(["check", *sys.argv[1:]])
print(*sorted(name for name in sys.modules if "proposal" in name), sep="\\n")
"""


def test_one_file_alone_loads_nothing_of_what_compares():
    def loaded(*arguments):
        done = subprocess.run(
            [sys.executable, "-c", ALONE, TINY, "-a", "proposed", "-q", *arguments],
            cwd=ROOT,
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
        return done.stdout.split()

    assert loaded() == []
    assert "vvoptimize.explanation.proposal.against" in loaded("--base", TINY)


def test_solve_loads_the_solver():
    # Else the tests above could not fail.
    code, modules = loaded_by("solve", TINY)

    assert code == 0
    assert "ortools" in modules


def test_a_search_loads_the_solver_without_pandas():
    code, loaded = loaded_by("solve", TINY)

    assert code == 0
    assert "ortools" in loaded
    assert "pandas" not in loaded


LENT = """
import sys
from vvoptimize.cpsat.loading import load_without_pandas
{before}
load_without_pandas()
from ortools.sat.python import cp_model
import pandas
print(cp_model.pd is pandas, pandas.Series([1]).sum())
"""


@pytest.mark.parametrize(
    ("before", "told"),
    [("", "False 1"), ("import pandas", "True 1")],
    ids=["pandas comes later", "pandas was there"],
)
def test_pandas_itself_is_there_for_whoever_asks(before, told):
    result = subprocess.run(
        [sys.executable, "-c", LENT.format(before=before)],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )

    assert result.stdout.strip() == told
