"""A layer imports only from the layers below it, and only cpsat imports the solver."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

CONTRACTS = (
    "A layer imports only from the layers below it",
    "Only cpsat imports ortools",
    "The solver's reading of a rule never sees the evaluation's",
)
# One import for each contract that it breaks.
PLANTED = {
    "errors": "import vvoptimize.scenario",
    "evaluation": "import ortools",
    "cpsat": "import vvoptimize.evaluation",
}


def lint_imports(folder):
    """Run import-linter on the package in a folder, which comes first on the path."""
    run = "from importlinter.cli import lint_imports_command as run; run()"
    return subprocess.run(
        [sys.executable, "-c", run, "--no-cache"],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        env={"PYTHONPATH": str(folder), "PYTHONIOENCODING": "utf-8", "COLUMNS": "200"},
        check=False,
    )


@pytest.mark.slow
def test_imports_keep_every_contract():
    result = lint_imports(ROOT)

    assert result.returncode == 0, result.stdout + result.stderr
    assert all(f"{name} KEPT" in result.stdout for name in CONTRACTS), result.stdout


@pytest.mark.slow
def test_import_against_a_contract_is_caught(tmp_path):
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "vvoptimize", tmp_path / "vvoptimize", ignore=ignored)
    for layer, line in PLANTED.items():
        planted = tmp_path / "vvoptimize" / layer / "planted.py"
        planted.write_text(f"{line}\n", encoding="utf-8")

    result = lint_imports(tmp_path)

    assert result.returncode == 1, result.stdout + result.stderr
    assert all(f"{name} BROKEN" in result.stdout for name in CONTRACTS), result.stdout
