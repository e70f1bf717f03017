"""Reports of every kind over several scenarios, and their text."""

from fractions import Fraction
from pathlib import Path

from tests.report.example import (
    RULES,
    SCENARIO,
    assessed,
    conflict,
    solution,
    stages_of,
)
from vvoptimize.optimize import check
from vvoptimize.report import (
    check_report,
    conflict_report,
    render_text,
    rules_report,
    solve_report,
)
from vvoptimize.ruleset.grounding import ground
from vvoptimize.ruleset.reading import parse_rules, rules_of
from vvoptimize.scenario.reading import read_scenario
from vvoptimize.solution.stages import Limits, Outcome, Stop

SCENARIOS = Path(__file__).resolve().parents[2] / "scenarios"
LONG = (
    SCENARIO.replace("name: Gammavær", f"name: {'Gammaværfjordstraumen' * 5}")
    .replace("name: IKT", "name: En felles tjeneste med et nokså langt navn å bryte")
    .replace("2234567", "99912345678")
)
UNKNOWN = SCENARIO.replace("cost_after: 900000", "cost_after: unknown").replace(
    "  minimum_team: 2\n", ""
)


def text(report, lang="nb", width=None, color=False):
    """Return a report as text, with plain spaces."""
    told = render_text(report, lang=lang, width=width, color=color)
    return told.replace("\u00a0", " ")


def flat(report, lang="nb"):
    """Return a report as text on one line."""
    return " ".join(text(report, lang).split())


def stopped(stop=Stop.TIME, limits=None, bound=Fraction(1, 3)):
    """Return a report of a search that was stopped."""
    ours = assessed()
    stages = stages_of(ours, Outcome.FEASIBLE, bound)
    limits = limits or Limits(seconds=60)
    return solve_report(solution(ours, stages, stop, limits=limits))


def reports():
    """Return a report of every kind, over several scenarios."""
    grounding, found = conflict()
    return [
        solve_report(solution()),
        stopped(),
        check_report(assessed("adopted")),
        check_report(assessed("best", LONG)),
        check_report(assessed("best", UNKNOWN)),
        conflict_report(grounding, found),
        rules_report(grounding.rule_set, grounding),
        rules_report(parse_rules(RULES, "rules.yaml"), None),
        *shipped(),
    ]


def shipped():
    """Return a check of every assignment in the shipped scenarios."""
    for path in sorted(SCENARIOS.glob("*.yaml")):
        file = read_scenario(str(path))
        rules = rules_of(file)
        yield rules_report(rules, ground(rules, file))
        for name in file.scenario.assignments:
            yield check_report(check(file, name, rules))
