"""`vvoptimize members`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from vvoptimize.classes import NamedTuple
from vvoptimize.cli.assignments import asked_assignment, assignment_option
from vvoptimize.cli.command import Command
from vvoptimize.cli.conflicts import told_conflict
from vvoptimize.cli.limits import limit_options
from vvoptimize.cli.options import (
    PATH,
    format_options,
    rule_option,
    scenario_argument,
    waiver_options,
)
from vvoptimize.cli.output import Output
from vvoptimize.cli.reading import read_both
from vvoptimize.errors import InfeasibleError, InputError, Problem, listed, suggest
from vvoptimize.explanation.members.entry import join
from vvoptimize.explanation.members.exit import Search, leave
from vvoptimize.explanation.members.plans import PlanInForce
from vvoptimize.optimize import solve_with
from vvoptimize.report import entry_report, exits_report
from vvoptimize.ruleset.waivers import waivers_for
from vvoptimize.scenario.member import read_member
from vvoptimize.scenario.shares import JointPart
from vvoptimize.solution.assessed import assess
from vvoptimize.solution.stages import Limits, Outcome

if TYPE_CHECKING:
    from pathlib import Path

    from vvoptimize.cli.texts import Texts
    from vvoptimize.explanation.members.exit import Exit
    from vvoptimize.ruleset.rules import RuleSet
    from vvoptimize.ruleset.waivers import Waivers
    from vvoptimize.scenario.model import Scenario
    from vvoptimize.scenario.reading import ScenarioFile

NOT_PROVED = 4


def command(words: Texts) -> click.Command:
    """Give the command with its help in a language."""

    @click.command("members", cls=Command, words=words, help=words.members)
    @scenario_argument
    @click.option("--without", multiple=True, metavar="ID", help=words.without)
    @click.option("--each", is_flag=True, help=words.each)
    @click.option("--with", "newcomer", type=PATH, metavar="FILE", help=words.with_)
    @assignment_option(words.in_force)
    @click.option(
        "--joint",
        type=click.Choice([part.value for part in JointPart]),
        default=JointPart.SCALED.value,
        help=words.joint,
    )
    @click.option("--no-solve", is_flag=True, help=words.no_solve)
    @rule_option(words)
    @waiver_options(words)
    @limit_options(words)
    @format_options(words)
    def members_command(
        scenario: str,
        without: tuple[str, ...],
        each: bool,
        newcomer: str | None,
        assignment: str | None,
        joint: str,
        no_solve: bool,
        rule_files: tuple[str, ...],
        waiver_files: tuple[str, ...],
        today: str,
        seconds: float | None,
        work: float | None,
        workers: int,
        seed: int,
        format_: str,
        lang: str | None,
        output: Path | None,
        quiet: bool,
    ) -> int:
        _check_usage(without, newcomer, assignment, each=each, no_solve=no_solve)
        file, rules = read_both(scenario, rule_files)
        leavers = _leavers(file.scenario, without)
        target = Output(format_, lang or file.scenario.language, output, quiet)
        waivers = waivers_for(file, waiver_files, today)
        limits = Limits(seconds, work, workers, seed)
        how, search = JointPart(joint), not no_solve
        asked = _Asked(assignment, leavers, newcomer, how, today, limits, search)
        return _answered(file, rules, waivers, asked, target)

    return members_command


class _Asked(NamedTuple):
    assignment: str | None
    leavers: tuple[str, ...]
    newcomer: str | None
    how: JointPart
    today: str
    limits: Limits
    search: bool


def _answered(
    file: ScenarioFile,
    rules: RuleSet,
    waivers: Waivers | None,
    asked: _Asked,
    output: Output,
) -> int:
    """Print what follows, and give the exit code."""
    if asked.search:
        from vvoptimize.cpsat.loading import load_without_pandas

        load_without_pandas()
    try:
        plan = _in_force(file, rules, waivers, asked)
    except InfeasibleError as error:
        return told_conflict(error, output)
    exits: list[Exit] = []
    if asked.newcomer is not None:
        member = read_member(asked.newcomer, file.scenario)
        output.write(entry_report(join(plan, member)))
    else:
        exits = [_leave(plan, leaver, asked) for leaver in asked.leavers]
        output.write(exits_report(plan, exits, asked.how))
    proved = plan.proved is not False and all(map(_proved, exits))
    return 0 if proved else NOT_PROVED


def _leave(plan: PlanInForce, leaver: str, asked: _Asked) -> Exit:
    return leave(plan, leaver, asked.how, today=asked.today, search=asked.search)


def _check_usage(
    without: tuple[str, ...],
    newcomer: str | None,
    assignment: str | None,
    *,
    each: bool,
    no_solve: bool,
) -> None:
    """Refuse what cannot be answered together."""
    asked = {"--without": without, "--each": each, "--with": newcomer}
    given = [option for option, value in asked.items() if value]
    if len(given) > 1:
        raise InputError([Problem("VV461", None, {"given": listed(given)})])
    if no_solve and assignment is None:
        raise InputError([Problem("VV460")])


def _leavers(scenario: Scenario, asked: tuple[str, ...]) -> tuple[str, ...]:
    """Give the municipalities asked for, once each; all where none is."""
    known = scenario.municipality_ids
    problems = [
        Problem(
            "VV462",
            None,
            {"id": m, "known": listed(known)}
            | ({"suggestion": near} if (near := suggest(m, known)) else {}),
        )
        for m in dict.fromkeys(asked)
        if m not in known
    ]
    if problems:
        raise InputError(problems)
    return tuple(dict.fromkeys(asked)) or known


def _in_force(
    file: ScenarioFile,
    rules: RuleSet,
    waivers: Waivers | None,
    asked: _Asked,
) -> PlanInForce:
    """Judge the plan that was named, or find the best there is."""
    limits = asked.limits
    if asked.assignment is None:
        solution = solve_with(file, rules, waivers, limits=limits)
        proved = solution.outcome is Outcome.OPTIMAL
        return PlanInForce(file, rules, waivers, solution.assessed, limits, proved)
    name, given = asked_assignment(file.scenario, asked.assignment)
    assessed = assess(rules, file, given, name=name, waivers=waivers)
    return PlanInForce(file, rules, waivers, assessed, limits)


def _proved(one: Exit) -> bool:
    """Tell whether what was searched for was found, or proved not to be there."""
    if one.new.search is Search.FOUND:
        return one.new.fewest and one.new.proved
    return one.new.search is not Search.STOPPED
