"""What `solve` costs beside a bare script that solves the same stages by hand."""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

from support.measure import (
    ROOT,
    SCENARIO,
    VVOPTIMIZE,
    alternating,
    arguments,
    output,
    told,
)

BY_HAND = str(Path(__file__).with_name("by_hand.py"))
TARGET = 1.3


def main(given: list[str] | None = None) -> int:
    parser = arguments(__doc__, rounds=9)
    parser.add_argument("scenario", nargs="?", default=SCENARIO)
    options = parser.parse_args(given)
    with tempfile.TemporaryDirectory() as folder:
        model = str(Path(folder, "model.json"))
        check_answers(ROOT / options.scenario, model)
        ratio = alternating(
            "solve / by hand",
            [*VVOPTIMIZE, "solve", options.scenario],
            [sys.executable, BY_HAND, model],
            options.rounds,
            TARGET,
        )
    return told([ratio], strict=options.strict)


def check_answers(scenario: Path, model: str) -> None:
    """Write the plain model, and assert that it is solved alike."""
    # The solver is loaded by those who solve, and not before.
    from support.plain import plain

    import vvoptimize

    solution = vvoptimize.solve(vvoptimize.read_scenario(str(scenario)))
    numbers = plain(solution.assessed.grounding.model)
    Path(model).write_text(json.dumps(numbers), encoding="utf-8")
    found = json.loads(output([sys.executable, BY_HAND, model]))
    assert found["answer"] == list(solution.assessed.values), "another answer by hand"
    print(
        f"same answer; CP-SAT asked {solution.solves} times, "
        f"by hand {found['solves']} times"
    )


if __name__ == "__main__":
    sys.exit(main())
