"""Reports: plain data first, then text for people and JSON for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.report.reports import (
    CheckReport,
    ConflictReport,
    MembersReport,
    Report,
    RulesReport,
    SolveReport,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vvoptimize.cpsat.results import Conflict
    from vvoptimize.explanation.changes import Change
    from vvoptimize.explanation.left_out import LeftOut
    from vvoptimize.explanation.members.entry import Entry
    from vvoptimize.explanation.members.exit import Exit
    from vvoptimize.explanation.members.plans import PlanInForce
    from vvoptimize.ruleset.grounding import Grounding
    from vvoptimize.ruleset.rules import RuleSet
    from vvoptimize.scenario.shares import JointPart
    from vvoptimize.solution.assessed import Assessed
    from vvoptimize.solution.solution import Solution

__all__ = [
    "CheckReport",
    "ConflictReport",
    "MembersReport",
    "Report",
    "RulesReport",
    "SolveReport",
    "check_report",
    "conflict_report",
    "entry_report",
    "exits_report",
    "render_json",
    "render_text",
    "rules_report",
    "solve_report",
]

# Each function loads only what its own kind of report needs: commands start fast.


def solve_report(
    solution: Solution,
    changes: Sequence[Change] | None = None,
    left_out: Sequence[LeftOut] = (),
    under_way: Assessed | None = None,
) -> SolveReport:
    """Report the answer of a search, its proof, and the named assignments beside it.

    Parameters
    ----------
    changes
        To the plan under way, as `changes_from` gives them; None without such a plan.
    left_out
        What kept services out, as `left_out` gives it.
    under_way
        The plan under way as it stands, as `as_decided` gives it.
    """
    from vvoptimize.report.build import solve_part

    return solve_part(solution, changes, left_out, under_way)


def check_report(assessed: Assessed) -> CheckReport:
    """Report an assignment judged by every rule."""
    from vvoptimize.report.build import check_part

    return check_part(assessed)


def conflict_report(grounding: Grounding, conflict: Conflict) -> ConflictReport:
    """Report why no assignment keeps every binding rule."""
    from vvoptimize.report.conflict import conflict_part

    return conflict_part(grounding, conflict)


def rules_report(rule_set: RuleSet, grounding: Grounding | None) -> RulesReport:
    """Report the rules themselves; with ground counts where a scenario is given."""
    from vvoptimize.report.principles import rules_part

    return rules_part(rule_set, grounding)


def exits_report(
    plan: PlanInForce, exits: Sequence[Exit], how: JointPart
) -> MembersReport:
    """Report what follows when each of some municipalities leaves a plan in force."""
    from vvoptimize.report.members import exits_part

    return exits_part(plan, exits, how)


def entry_report(entry: Entry) -> MembersReport:
    """Report what follows when a municipality joins a plan in force."""
    from vvoptimize.report.members import entry_part

    return entry_part(entry)


def render_text(report: Report, *, lang: str, width: int | None, color: bool) -> str:
    """Write a report as text for a terminal or a pipe.

    Parameters
    ----------
    lang
        `nb` or `en`.
    width
        Columns of the terminal; 80 when unknown. Text never runs wider than 100.
    color
        Whether to colour verdicts and headings, by the codes that terminals obey.

    Returns
    -------
    str
        Without a line break at the end.
    """
    from vvoptimize.report.text import rendered

    return rendered(report, lang=lang, width=width, color=color)


def render_json(report: Report, *, timings: bool) -> str:
    """Write a report as JSON; `vvoptimize.report.encode` tells how to read it.

    Parameters
    ----------
    timings
        Whether to include what differs from run to run.

    Returns
    -------
    str
        Without a line break at the end.
    """
    from vvoptimize.report.encode import encode

    return encode(report, timings=timings)
