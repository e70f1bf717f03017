"""Reading, unrolling and lowering a large region, beside building its model by hand.

Every side runs in a child process of its own. CPU time counts from after the imports.
Memory is the child's peak, less that of a child that only imports the same libraries.
"""

from __future__ import annotations

import argparse
import gc
import json
import resource
import sys
import tempfile
import time
from pathlib import Path

from support.measure import ROOT, arguments, compared, output, told
from support.region import made_up, text

RULES = str(ROOT / "rules" / "vestre-varanger.yaml")
CPU_TARGET, MEMORY_TARGET = 3, 2
MEGABYTE = 2**20 if sys.platform == "darwin" else 2**10  # in units of ru_maxrss


class Laps:
    """CPU seconds of one phase after the other."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self._last = time.process_time()

    def lap(self, phase: str) -> None:
        """Note what has been spent since the phase before."""
        now = time.process_time()
        self.seconds[phase] = now - self._last
        self._last = now


# What the children do


def ours(path: str | None) -> dict[str, object]:
    """Read, unroll and lower a scenario file; without one, only import."""
    import networkx  # noqa: F401  else it would be loaded while the clock runs
    from support.lower_all import lower_all, searched
    from support.plain import size_of

    from vvoptimize.errors import Problems
    from vvoptimize.ruleset.grounding import ground
    from vvoptimize.ruleset.reading import read_rules
    from vvoptimize.scenario.reading import scenario_from
    from vvoptimize.source import parse_into, read_text

    if path is None:
        return {"peak": _peak()}
    laps = Laps()
    problems = Problems()
    document = parse_into(read_text(path), path, problems)
    laps.lap("read YAML")
    scenario = scenario_from(document, problems)
    laps.lap("validate")
    rules = searched(read_rules([RULES]))
    laps.lap("read rules")
    grounding = ground(rules, scenario)
    laps.lap("unroll")
    lowering = lower_all(grounding.model)
    laps.lap("lower")
    peak = _peak()
    size = size_of(lowering.builder.model)
    return {"seconds": laps.seconds, "peak": peak, "size": size}


def by_hand(municipalities: int, services: int, seed: int) -> dict[str, object]:
    """Build the model of a region of plain numbers; without services, only import."""
    from support.plain import size_of
    from support.region_by_hand import ByHand

    if not services:
        return {"peak": _peak()}
    region = made_up(municipalities, services, seed)
    laps = Laps()
    built = ByHand(region)
    laps.lap("build")
    peak = _peak()
    return {"seconds": laps.seconds, "peak": peak, "size": size_of(built.model)}


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MEGABYTE


# The comparison


def main(given: list[str] | None = None) -> int:
    parser = arguments(__doc__, rounds=3)
    parser.add_argument("--municipalities", type=int, default=30)
    parser.add_argument("--services", type=int, default=200)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--child", choices=["ours", "by-hand"], help=argparse.SUPPRESS)
    parser.add_argument("--file", help=argparse.SUPPRESS)
    options = parser.parse_args(given)
    if options.child:
        print(json.dumps(_child(options)))
        return 0
    return _compare(options)


def _child(options: argparse.Namespace) -> dict[str, object]:
    if options.child == "ours":
        from vvoptimize.cli import GARBAGE

        gc.set_threshold(GARBAGE)  # as the command line does
        return ours(options.file)
    return by_hand(options.municipalities, options.services, options.seed)


def _compare(options: argparse.Namespace) -> int:
    size = [f"--municipalities={options.municipalities}", f"--seed={options.seed}"]
    hand = [*size, f"--services={options.services}"]
    region = made_up(options.municipalities, options.services, options.seed)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "region.yaml")
        file.write_text(text(region), encoding="utf-8")
        imports = _run("ours")["peak"], _run("by-hand", "--services=0")["peak"]
        rounds = [
            (_run("ours", f"--file={file}"), _run("by-hand", *hand))
            for _ in range(options.rounds)
        ]
    _tell_sizes(*rounds[0])
    _tell_phases([our for our, _ in rounds])
    cpu = [(_total(our), _total(other)) for our, other in rounds]
    memory = [
        (_more(our, imports[0]), _more(other, imports[1])) for our, other in rounds
    ]
    ratios = [
        compared("read, unroll, lower / by hand: CPU", cpu, CPU_TARGET),
        compared("the same: peak memory", memory, MEMORY_TARGET, "MB"),
    ]
    return told(ratios, strict=options.strict)


def _run(child: str, *more: str) -> dict:
    command = [sys.executable, __file__, f"--child={child}", *more]
    # A script sees its own folder only; vvoptimize may not be installed.
    return json.loads(output(command, PYTHONPATH=str(ROOT)))


def _total(result: dict) -> float:
    return sum(result["seconds"].values())


def _more(result: dict, imports: float) -> float:
    """Megabytes beyond the imports; less than a tenth cannot be told from noise."""
    return max(result["peak"] - imports, 0.1)


def _tell_sizes(our: dict, other: dict) -> None:
    print(f"{'the model':42}{'ours':>10}{'by hand':>10}")
    for name, count in our["size"].items():
        print(f"{name:42}{count:>10,}{other['size'][name]:>10,}")
    print()


def _tell_phases(results: list[dict]) -> None:
    print("our CPU seconds by phase, of the fastest round")
    fastest = min(results, key=_total)
    for phase, seconds in fastest["seconds"].items():
        print(f"{phase:42}{seconds:10.3f}")
    print()


if __name__ == "__main__":
    sys.exit(main())
