"""Running the program, in this process or in one of its own."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from vvoptimize.cli.run import run

ROOT = Path(__file__).resolve().parents[2]
TINY = str(ROOT / "scenarios" / "tiny.yaml")
TINY_RULES = str(ROOT / "rules" / "tiny.yaml")

PROPOSAL = "hosts: {ikt: askvik, barnevern: granmo, arkiv: bjorkli}\n"


def environment(**changes: str) -> dict[str, str]:
    """Give the environment with the package importable and nothing about languages."""
    kept = {name: value for name, value in os.environ.items() if not _speaks(name)}
    return {**kept, "PYTHONPATH": str(ROOT), **changes}


def _speaks(name: str) -> bool:
    own = name in ("LANG", "VVOPTIMIZE_LANG", "NO_COLOR", "FORCE_COLOR")
    return own or name.startswith(("LC_", "PYTHONIOENCODING", "PYTHONUTF8"))


def process(
    *arguments: str, cwd: Path = ROOT, **changes: str
) -> subprocess.CompletedProcess[bytes]:
    """Run the program in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "vvoptimize", *arguments],
        cwd=cwd,
        env=environment(**changes),
        capture_output=True,
        check=False,
    )


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """Run a command that must end well, and give its standard output."""
    code = run(list(arguments))
    shown = capsys.readouterr()
    assert (code, shown.err) == (0, "")
    return shown.out


def tiny(old: str = "", new: str = "") -> str:
    """Give the tiny scenario with its rules at their place, and one change."""
    text = Path(TINY).read_text(encoding="utf-8")
    assert old in text
    return text.replace("../rules/tiny.yaml", TINY_RULES).replace(old, new, 1)


def typed(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    """Put a text on standard input."""
    stream = io.TextIOWrapper(io.BytesIO(text.encode()), encoding="utf-8")
    monkeypatch.setattr(sys, "stdin", stream)
