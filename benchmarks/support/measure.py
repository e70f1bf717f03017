"""CPU time of child processes, and the table of ratios.

What is measured is a normal installation: children may write and use compiled files,
and each command is run once before anything is counted.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).resolve().parents[2]
SCENARIO = "scenarios/vestre-varanger.yaml"

# What the console script does, whether or not it is installed.
VVOPTIMIZE = [sys.executable, "-c", "from vvoptimize.cli import main; main()"]
FINE = (0, 1)  # exit codes of a command that did its work; 1 tells of a broken rule


@dataclass(frozen=True)
class Ratio:
    """One comparison within one run.

    Attributes
    ----------
    ours, other
        Medians, in `unit`.
    ratio
        Median over the rounds, so not exactly the ratio of the medians.
    target
        The ratio should not be above it; None where none is set.
    """

    name: str
    ours: float
    other: float
    ratio: float
    target: float | None = None
    unit: str = "s"

    @property
    def missed(self) -> bool:
        """Whether the ratio is above its target."""
        return self.target is not None and self.ratio > self.target


def compared(
    name: str,
    pairs: Sequence[tuple[float, float]],
    target: float | None = None,
    unit: str = "s",
) -> Ratio:
    """Compare what was measured in rounds of ours and the other."""
    ours, others = zip(*pairs, strict=True)
    ratio = median(our / other for our, other in pairs)
    return Ratio(name, median(ours), median(others), ratio, target, unit)


def alternating(
    name: str,
    ours: Sequence[str],
    other: Sequence[str],
    rounds: int,
    target: float | None = None,
) -> Ratio:
    """Compare the CPU time of two commands, run in turn after one run of each."""
    output(ours)
    output(other)
    pairs = [(cpu_seconds(ours), cpu_seconds(other)) for _ in range(rounds)]
    return compared(name, pairs, target)


def cpu_seconds(command: Sequence[str]) -> float:
    """User and system time that a command takes, start of the interpreter included."""
    before = _spent()
    output(command)
    return _spent() - before


def _spent() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def output(command: Sequence[str], **settings: str) -> str:
    """Run a command in the repository's top folder, its output to a pipe.

    Parameters
    ----------
    settings
        More for its environment.
    """
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=_environment() | settings,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=False,
    )
    if done.returncode not in FINE:
        sys.exit(f"exit code {done.returncode}: {' '.join(command)}")
    return done.stdout


def _environment() -> dict[str, str]:
    """Keep what is set, but let Python keep compiled files as it usually does."""
    left_out = {"PYTHONDONTWRITEBYTECODE", "PYTHONPROFILEIMPORTTIME"}
    return {name: value for name, value in os.environ.items() if name not in left_out}


def arguments(description: str | None, *, rounds: int) -> argparse.ArgumentParser:
    """Give a parser of what every comparison takes."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--rounds", type=int, default=rounds)
    parser.add_argument(
        "--strict", action="store_true", help="exit 1 when a target is missed"
    )
    return parser


def told(ratios: Sequence[Ratio], *, strict: bool) -> int:
    """Print the table, and give the exit code."""
    print(f"{'median of the rounds':42}{'ours':>10}{'other':>10}{'ratio':>8}  target")
    for ratio in ratios:
        print(_row(ratio))
    return int(strict and any(ratio.missed for ratio in ratios))


def _row(ratio: Ratio) -> str:
    target = ""
    if ratio.target is not None:
        target = f"{ratio.target:g} {'MISSED' if ratio.missed else 'reached'}"
    amounts = (f"{amount:.3g} {ratio.unit}" for amount in (ratio.ours, ratio.other))
    ours, other = amounts
    row = f"{ratio.name:42}{ours:>10}{other:>10}{ratio.ratio:8.2f}  {target}"
    return row.rstrip()
