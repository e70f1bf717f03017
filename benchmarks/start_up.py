"""What a command costs that loads no solver, beside its bare imports."""

from __future__ import annotations

import sys

from support.measure import SCENARIO, VVOPTIMIZE, alternating, arguments, told

IMPORTS = [sys.executable, "-c", "import click, yaml, pydantic, networkx"]
TARGET = 1.5
COMMANDS = {
    "check": (["check", SCENARIO, "-a", "adopted"], TARGET),
    "validate": (["validate", SCENARIO], TARGET),
    "--help": (["--help"], None),
}


def main(given: list[str] | None = None) -> int:
    options = arguments(__doc__, rounds=15).parse_args(given)
    ratios = [
        alternating(
            f"{name} / bare imports",
            [*VVOPTIMIZE, *command],
            IMPORTS,
            options.rounds,
            target,
        )
        for name, (command, target) in COMMANDS.items()
    ]
    return told(ratios, strict=options.strict)


if __name__ == "__main__":
    sys.exit(main())
