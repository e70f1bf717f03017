"""A proposed change as text: file by file, and all of them at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.report.layout import Column, Styled, row
from vvoptimize.report.text.evidence import write_warnings
from vvoptimize.report.text.rule_rows import FEW, broken_case
from vvoptimize.report.text.unknown import write_unknown
from vvoptimize.report.text.verdict import (
    check_verdict,
    sentence,
    undecided,
    write_about,
)
from vvoptimize.report.text.voice import Voice
from vvoptimize.report.text.waivers import write_waivers

if TYPE_CHECKING:
    from vvoptimize.report.layout import Page
    from vvoptimize.report.model import AssessmentPart, ScenarioPart
    from vvoptimize.report.model_base import BasePart
    from vvoptimize.report.model_proposal import FilePart, ProblemRow, ProposalReport
    from vvoptimize.report.reports import CheckReport

STYLES = {0: "holds", 1: "broken", 2: "unknown"}


def write_proposal(report: ProposalReport, page: Page, lang: str) -> None:
    """Write every file, then a line for each where there are several."""
    for part in report.files:
        page.blank()
        _write_file(part, page, lang)
    voice = Voice(lang, None)
    if len(report.files) > 1:
        _write_files(report, page, voice)
    page.blank()
    page.text(voice.say("councils"))


def _write_files(report: ProposalReport, page: Page, voice: Voice) -> None:
    page.heading(voice.say("proposal.head.files"))
    names = ("file", "outcome")
    columns = [Column(voice.say(f"proposal.col.{name}")) for name in names]
    page.table(
        columns,
        [
            row(part.path, Styled(_outcome(part, voice), STYLES[part.exit_code]))
            for part in report.files
        ],
    )


def _outcome(part: FilePart, voice: Voice) -> str:
    key = "problem" if part.check is None else str(part.exit_code)
    return voice.say(f"proposal.outcome.{key}")


def _write_file(part: FilePart, page: Page, lang: str) -> None:
    check, base = part.check, part.base
    if check is None:
        write_problems(part, page, Voice(lang, None))
        return
    voice = Voice(lang, with_names(check.scenario, base))
    _write_head(page, voice, check, base)
    write_unknown(page, voice, check.assessment, check.evidence, check.unknown)
    write_warnings(page, voice, check.warnings, check.assessment)
    if base is None:
        _write_broken(page, voice, check.assessment)
    else:
        from vvoptimize.report.text.against import write_base

        write_base(page, voice, base)
    if part.optimum is not None:
        from vvoptimize.report.text.optimum import write_optimum

        write_optimum(page, voice, part.optimum)
    write_waivers(page, voice, check.waivers)


def with_names(scenario: ScenarioPart, base: BasePart | None) -> ScenarioPart:
    """Give a scenario with the names of what only its base has."""
    if base is None:
        return scenario
    return scenario._replace(
        municipalities=(*scenario.municipalities, *base.municipalities),
        services=(*scenario.services, *base.services),
    )


def _write_head(
    page: Page, voice: Voice, check: CheckReport, base: BasePart | None
) -> None:
    part = check.assessment
    write_about(page, voice, check.scenario)
    if part.name is not None:
        name = voice.named(part.name, part.title)
        page.text(voice.say("about.assignment", name=name))
    if base is not None:
        name = voice.named(base.assignment, base.title)
        page.text(voice.say("proposal.base", base=base_name(voice, base), name=name))
    page.blank()
    write_outcome(page, voice, check, base)


def write_outcome(
    page: Page, voice: Voice, check: CheckReport, base: BasePart | None
) -> None:
    """Write the verdict, against the base where there is one."""
    part = check.assessment
    verdict, style = (
        check_verdict(voice, part) if base is None else _verdict(voice, part, base)
    )
    page.text(sentence(voice, verdict, part, check.worst_off), style=style)


def base_name(voice: Voice, base: BasePart) -> str:
    """Give what a base is called; a revision with the beginning of its id."""
    if base.commit is None:
        return base.name
    return voice.say("proposal.revision", name=base.name, commit=base.commit[:9])


def _verdict(voice: Voice, part: AssessmentPart, base: BasePart) -> tuple[str, str]:
    """Tell what stops the proposal; what is not known comes first."""
    told, style = [], "holds"
    if part.unknown:
        told.append(voice.say("verdict.unknown", what=undecided(voice, part)))
        style = "unknown"
    if base.blocking:
        rules = voice.clauses(base.cases.blocking, FEW)
        told.append(voice.count(base.blocking, "proposal.worse", rules=rules))
        style = "broken"
    else:
        told.append(voice.say("proposal.no_worse"))
    if base.excused:
        told.append(voice.count(base.excused, "proposal.excused"))
    return ". ".join(told), style


def _write_broken(page: Page, voice: Voice, part: AssessmentPart) -> None:
    """Write the cases of each rule that is not met; a wish is told as one."""
    failing = [r for r in part.rules if r.broken and r.kind != "report"]
    if not failing:
        return
    page.heading(voice.say("head.rules"))
    for rule in failing:
        wish = rule.kind == "prefer"
        for case in rule.instances:
            if case.verdict == "broken":
                told = broken_case(voice, case, rule.unit, wish=wish)
                style = "not_met" if wish else "broken"
                page.item(f"{voice.clause(rule.clause)} {rule.id}. {told}", style=style)


def write_problems(part: FilePart, page: Page, voice: Voice) -> None:
    """Write why a file could not be checked."""
    page.title(voice.say("proposal.not_checked", path=part.path))
    for problem in part.problems:
        page.item(_problem(problem, voice), style="broken")
        if problem.hint is not None:
            hint = voice.words(problem.hint)
            page.item(voice.say("proposal.hint", hint=hint), 2)


def _problem(problem: ProblemRow, voice: Voice) -> str:
    message = voice.words(problem.message)
    if problem.path is None:
        return voice.say("proposal.problem", code=problem.code, message=message)
    place = f"{problem.path}:{problem.line}:{problem.column}"
    return voice.say(
        "proposal.problem_at", place=place, code=problem.code, message=message
    )
