"""Checking a large region: how long it takes, and how memory grows with the cases.

The whole command runs in a child process, from its start to the printed report, beside
its bare imports. Memory is the child's peak, less that of a child that only imports.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from statistics import median

from support.measure import (
    FINE,
    ROOT,
    VVOPTIMIZE,
    Ratio,
    arguments,
    compared,
    output,
    told,
)
from support.region import assignment_text, made_up, text

SIZES = ((10, 67), (20, 134), (30, 200), (36, 240))
MEASURED = (30, 200)
SECONDS = 2
GROWTH = 1.5  # one where it grows as the cases do; with their square it were three
MEGABYTE = 2**20 if sys.platform == "darwin" else 2**10  # in units of ru_maxrss
IMPORTS = [sys.executable, "-c", "import click, yaml, pydantic, networkx"]
# What a child has at most by its own account, where the system keeps one: what it was
# given by the process that started it counts in the other.
TELL = """
import atexit, sys
@atexit.register
def tell():
    try:
        told = open("/proc/self/status").read()
    except OSError:
        return
    sys.stderr.write(told.partition("VmHWM:")[2].partition("kB")[0])
"""
CHECK = [sys.executable, "-c", TELL + "from vvoptimize.cli import main; main()"]
LOADED = [
    sys.executable,
    "-c",
    TELL + "import networkx, vvoptimize.cli.check_command",
]

COUNT = """
import json, sys
rules = json.load(open(sys.argv[1], encoding="utf-8"))["assessment"]["rules"]
print(sum(rule["cases"] for rule in rules))
"""


@dataclass(frozen=True)
class Run:
    """One run of a command: seconds by the clock and of CPU, and megabytes at most."""

    wall: float
    cpu: float
    peak: float


def run(command: list[str]) -> Run:
    """Run a command, its output thrown away."""
    started = time.perf_counter()
    child = subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    with child.stderr or BytesIO() as pipe:
        said = pipe.read()
    _, status, usage = os.wait4(child.pid, 0)
    wall = time.perf_counter() - started
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode not in FINE:
        sys.exit(f"exit code {child.returncode}: {' '.join(command)}")
    peak = int(said) / 1024 if said.strip().isdigit() else usage.ru_maxrss / MEGABYTE
    return Run(wall, usage.ru_utime + usage.ru_stime, peak)


class Region:
    """A made-up region with an assignment, in files of its own."""

    def __init__(self, folder: str, size: tuple[int, int]) -> None:
        region, (self.municipalities, self.services) = made_up(*size), size
        scenario, given = (Path(folder, name) for name in ("region.yaml", "given.yaml"))
        self._report = Path(folder, "report.json")
        scenario.write_text(text(region), encoding="utf-8")
        given.write_text(assignment_text(region), encoding="utf-8")
        shutil.copy(ROOT / "rules" / "vestre-varanger.yaml", folder)
        self._asked = ["check", str(scenario), "-a", str(given)]

    def cases(self) -> int:
        """Count the ground cases that are judged.

        In another process: this one has to stay small, since what it has counts for
        its children before they start.
        """
        to_file = ["--format", "json", "--output", str(self._report)]
        output([*VVOPTIMIZE, *self._asked, *to_file])
        return int(output([sys.executable, "-c", COUNT, str(self._report)]))

    def check(self) -> Run:
        """Check it once."""
        return run([*CHECK, *self._asked])


def main(given: list[str] | None = None) -> int:
    parser = arguments(__doc__, rounds=5)
    parser.add_argument("--sizes", nargs="*", default=SIZES, type=_size)
    options = parser.parse_args(given)
    print(
        f"{'region':12}{'cases':>9}{'wall':>9}{'CPU':>9}{'memory':>10}{'by case':>10}"
    )
    ratios: list[Ratio] = []
    grown: list[tuple[int, float]] = []
    for size in options.sizes:
        cases, runs, imports, loaded = _measured(size, options.rounds)
        peak = median(one.peak for one in runs) - loaded
        grown.append((cases, peak))
        _tell(size, cases, runs, peak)
        if size in (MEASURED, options.sizes[-1]) and not ratios:
            ratios += _speed(size, runs, imports)
    print()
    return told([*ratios, _growth(grown)], strict=options.strict)


def _size(written: str) -> tuple[int, int]:
    municipalities, _, services = written.partition("x")
    return int(municipalities), int(services)


def _measured(
    size: tuple[int, int], rounds: int
) -> tuple[int, list[Run], list[Run], float]:
    with tempfile.TemporaryDirectory() as folder:
        region = Region(folder, size)
        cases = region.cases()
        pairs = [(region.check(), run(IMPORTS)) for _ in range(rounds)]
    runs, imports = zip(*pairs, strict=True)
    return cases, [*runs], [*imports], run(LOADED).peak


def _tell(size: tuple[int, int], cases: int, runs: list[Run], peak: float) -> None:
    wall, cpu = (median(getattr(one, n) for one in runs) for n in ("wall", "cpu"))
    name = f"{size[0]} x {size[1]}"
    by_case = f"{1024 * peak / cases:.2f} KB"
    print(
        f"{name:12}{cases:>9,}{wall:>7.2f} s{cpu:>7.2f} s{peak:>7.1f} MB{by_case:>10}"
    )


def _speed(size: tuple[int, int], runs: list[Run], imports: list[Run]) -> list[Ratio]:
    name = f"{size[0]} x {size[1]}"
    seconds = [(one.wall, float(SECONDS)) for one in runs]
    cpu = [(one.cpu, other.cpu) for one, other in zip(runs, imports, strict=True)]
    return [
        compared(f"check of {name} / two seconds", seconds, 1),
        compared(f"check of {name} / bare imports: CPU", cpu),
    ]


def _growth(grown: list[tuple[int, float]]) -> Ratio:
    """Compare what a case takes among the later ones with what the first take."""
    (few, small), (some, middle), (many, large) = grown[0], grown[1], grown[-1]
    early, late = (middle - small) / (some - few), (large - middle) / (many - some)
    pairs = [(1024 * late, 1024 * early)]
    return compared("memory by case: later / earlier", pairs, GROWTH, "KB")


if __name__ == "__main__":
    sys.exit(main())
