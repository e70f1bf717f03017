"""Random waivers for random scenarios: each from a case that a rule has there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.errors import Problems
from vvoptimize.ruleset.ground import Undetermined
from vvoptimize.ruleset.rules import RuleKind
from vvoptimize.ruleset.waivers import Waivers, written_in
from vvoptimize.source import parse

if TYPE_CHECKING:
    from random import Random

    from vvoptimize.ruleset.instances import GroundModel, RuleInstance

TODAY = "2026-06-01"


def waivers_text(model: GroundModel, chance: Random) -> str:
    """Waive most of the required cases, by amounts small and large."""
    lines = ["schema: vvoptimize/waivers/v1", "waivers:"]
    lines += [
        _entry(case, chance)
        for case in model.instances
        if case.rule.kind is RuleKind.REQUIRE and chance.random() < 0.7
    ]
    return "\n".join(lines if len(lines) > 2 else [lines[0], "waivers: []"])


def _entry(case: RuleInstance, chance: Random) -> str:
    at = ", ".join(f"{name}: {element}" for name, element in case.at)
    unsure = isinstance(case.test, Undetermined) and case.rule.unit is not None
    amount = chance.choice(["0.05", "0.1", "0.3", "1", "7", "150"])
    covers = f", covers: {amount}" if case.margin is not None or unsure else ""
    return (
        f"- {{rule: {case.rule.rule_id}, at: {{{at}}}, reason: x, decided_by: x, "
        f"case: x, date: 2026-01-01, expires: 2026-12-31{covers}}}"
    )


def waivers_in(text: str) -> Waivers:
    problems = Problems()
    written = tuple(written_in(parse(text, "waivers.yaml"), problems))
    problems.raise_if_any()
    return Waivers(written, TODAY)
