"""A plan in steps beside the same region without steps, and what its search proves.

Reading, unrolling and lowering of both run in child processes of their own; CPU time
counts from after the imports. Then the plan is searched for, within a limit, and what
was proved by then is told.
"""

from __future__ import annotations

import argparse
import gc
import json
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from scale import Laps
from support.measure import ROOT, arguments, compared, output, told
from support.region import Service, made_up, text

FIRST_YEAR = 2027
PER_STEP = 1.5  # of what the region without steps costs
RULES = ROOT / "rules"


def steps_text(steps: int, services: int) -> str:
    """Write yearly steps with room for a few more services than an equal share."""
    room = -(-services // steps) + 2
    lines = [
        f"- {{id: s{n}, date: {FIRST_YEAR + n}-01-01, limits: {{services: {room}}}}}"
        for n in range(steps)
    ]
    return "\n".join(["", "steps:", *lines, ""])


# What the children do


def grounded(path: str, laps: Laps) -> object:
    """Read, unroll and lower a scenario file with the rules of plans in steps."""
    from support.lower_all import lower_all, searched

    from vvoptimize.ruleset.grounding import ground
    from vvoptimize.ruleset.reading import read_rules
    from vvoptimize.scenario.reading import read_scenario

    laps.lap("import")
    scenario = read_scenario(path)
    names = ["vestre-varanger.yaml", "vestre-varanger-steps.yaml"]
    rules = searched(read_rules([str(RULES / name) for name in names]))
    laps.lap("read")
    grounding = ground(rules, scenario)
    laps.lap("unroll")
    lower_all(grounding.model)
    laps.lap("lower")
    return grounding


def built(path: str) -> dict[str, object]:
    """Tell what each phase costs."""
    import networkx  # noqa: F401  else it would be loaded while the clock runs

    laps = Laps()
    grounded(path, laps)
    laps.seconds.pop("import")
    return {"seconds": laps.seconds}


def searched_for(path: str, seconds: float) -> dict[str, object]:
    """Search for the plan and tell how far its stages are proved."""
    from vvoptimize.cpsat.search import search
    from vvoptimize.solution.stages import Limits

    grounding = grounded(path, Laps())
    result = search(grounding.model, Limits(seconds=seconds))  # type: ignore[attr-defined]
    stages = [
        (stage.stage_id, stage.outcome, _told(stage.value), _told(stage.bound))
        for stage in result.stages
    ]
    spent = result.statistics.seconds
    return {"outcome": result.outcome, "seconds": spent, "stages": stages}


def _told(value: object) -> str:
    return "-" if value is None else str(value)


# The comparison


def main(given: list[str] | None = None) -> int:
    parser = arguments(__doc__, rounds=3)
    parser.add_argument("--municipalities", type=int, default=10)
    parser.add_argument("--services", type=int, default=40)
    parser.add_argument("--steps", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=300)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--child", choices=["built", "search"], help=argparse.SUPPRESS)
    parser.add_argument("--file", help=argparse.SUPPRESS)
    options = parser.parse_args(given)
    if options.child:
        from vvoptimize.cli import GARBAGE

        gc.set_threshold(GARBAGE)  # as the command line does
        done = (
            built(options.file)
            if options.child == "built"
            else searched_for(options.file, options.seconds)
        )
        print(json.dumps(done))
        return 0
    return _compare(options)


def _compare(options: argparse.Namespace) -> int:
    drawn = made_up(options.municipalities, options.services, options.seed)
    region = text(replace(drawn, services=tuple(map(_worth_while, drawn.services))))
    with tempfile.TemporaryDirectory() as folder:
        whole, plan = Path(folder, "region.yaml"), Path(folder, "plan.yaml")
        whole.write_text(region + f"\nbaseline: {FIRST_YEAR}-01-01\n", encoding="utf-8")
        steps = steps_text(options.steps, options.services)
        plan.write_text(region + steps, encoding="utf-8")
        rounds = [
            (_seconds(_run("built", plan)), _seconds(_run("built", whole)))
            for _ in range(options.rounds)
        ]
        found = _run("search", plan, f"--seconds={options.seconds}")
    _tell(found, options.seconds)
    name = f"{options.steps} steps / without: read, unroll, lower"
    target = PER_STEP * options.steps
    return told([compared(name, rounds, target)], strict=options.strict)


def _worth_while(service: Service) -> Service:
    """Give a service that saves more: as drawn, somebody loses by every plan."""
    cost = service.cost_after // 2
    return replace(service, may_stay_unshared=True, cost_after=cost)


def _run(child: str, file: Path, *more: str) -> dict:
    command = [sys.executable, __file__, f"--child={child}", f"--file={file}", *more]
    # A script sees its own folder only; vvoptimize may not be installed.
    return json.loads(output(command, PYTHONPATH=str(ROOT)))


def _seconds(result: dict) -> float:
    return sum(result["seconds"].values())


def _tell(found: dict, limit: float) -> None:
    spent = f"{found['seconds']:.0f} of {limit:.0f} s"
    print(f"the plan: {found['outcome']}, {spent}")
    for stage, outcome, value, bound in found["stages"]:
        print(f"  {stage:32}{outcome:12}{value:>20}{bound:>20}")
    print()


if __name__ == "__main__":
    sys.exit(main())
