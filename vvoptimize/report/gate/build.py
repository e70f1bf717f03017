"""From judged assignments to what machine formats are written from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.errors import Span
from vvoptimize.evaluation.verdicts import Verdict
from vvoptimize.explanation.case_place import CasePlaces, Written
from vvoptimize.report.gate.model import (
    Change,
    GateCase,
    GateCheck,
    GateProblem,
    GateRule,
)
from vvoptimize.report.gate.paths import tidy
from vvoptimize.report.model import Words
from vvoptimize.report.names import elements
from vvoptimize.ruleset.rules import RuleKind
from vvoptimize.source import Place

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import TypeAlias

    from vvoptimize.errors import Problem
    from vvoptimize.evaluation.verdicts import InstanceVerdict, RuleVerdict
    from vvoptimize.explanation.proposal.values import ChangedValues
    from vvoptimize.report.model import Element
    from vvoptimize.report.model_evidence import WaiverRow
    from vvoptimize.report.model_rules import InstanceRow, RuleRow
    from vvoptimize.report.reports import CheckReport
    from vvoptimize.ruleset.instances import At
    from vvoptimize.ruleset.rules import Rule
    from vvoptimize.solution.assessed import Assessed

    Changes: TypeAlias = Mapping[tuple[str, At], Change]


def gate_check(
    assessed: Assessed,
    report: CheckReport,
    *,
    language: str,
    written: Written | None = None,
    changes: Changes | None = None,
    changed: ChangedValues | None = None,
) -> GateCheck:
    """Tell a judged assignment case by case.

    Parameters
    ----------
    report
        Of the same assignment: what it withholds is withheld here too.
    written
        Where the assignment stands; None for one of the scenario's own.
    changes
        Against a base, by id of the rule and case; None where there is none.
    changed
        What is not as in the base: a case that reads it stands there.
    """
    written = written or _own(assessed)
    places = CasePlaces(assessed.grounding, written, changed)
    pairs = zip(assessed.evaluation.rules, report.assessment.rules, strict=True)
    own = _by_rule(changes or {})
    return GateCheck(
        path=tidy(assessed.grounding.file.document.path),
        scenario=report.scenario,
        assignment=assessed.name,
        title=report.assessment.title,
        language=language,
        place=_tidied(places.whole),
        rules=tuple(
            _rule(verdict, row, places, report.waivers, own.get(row.id, {}))
            for verdict, row in pairs
        ),
        waivers=report.waivers,
    )


def gate_problem(problem: Problem, path: str | None = None) -> GateProblem:
    """Tell why a file could not be checked.

    Parameters
    ----------
    path
        Of the file; where the problem has no place of its own, it is put at its top.
    """
    hints = [problem.hint(lang) for lang in ("nb", "en")]
    span = problem.span or (None if path is None else Span(path, 1, 1))
    return GateProblem(
        code=problem.code,
        message=Words(problem.message("nb"), problem.message("en")),
        hint=Words(hints[0], hints[1]) if hints[0] and hints[1] else None,
        place=None if span is None else _point(span),
    )


def is_binding(rule: Rule) -> bool:
    """Tell whether a broken case of a rule stops a proposal."""
    return rule.kind is RuleKind.REQUIRE


def _by_rule(changes: Changes) -> Mapping[str, Mapping[At, Change]]:
    found: dict[str, dict[At, Change]] = {}
    for (rule_id, at), change in changes.items():
        found.setdefault(rule_id, {})[at] = change
    return found


def _own(assessed: Assessed) -> Written | None:
    """Find a named assignment in the scenario's file."""
    document = assessed.grounding.file.document
    entry = ("assignments", assessed.name or "")
    return Written(document, entry) if document.has(entry) else None


def _rule(
    verdict: RuleVerdict,
    row: RuleRow,
    places: CasePlaces,
    waivers: tuple[WaiverRow, ...],
    changes: Mapping[At, Change],
) -> GateRule:
    rule = verdict.rule
    judged = [
        _case(case, one, places, waivers, changes.get(case.at))
        for case, one in zip(verdict.instances, row.instances, strict=True)
    ]
    return GateRule(
        id=row.id,
        clause=row.clause,
        quote=row.quote,
        label=row.label,
        reading=row.reading,
        law=row.law,
        authority=row.authority,
        kind=row.kind,
        binding=is_binding(rule),
        unit=row.unit,
        verdict=row.verdict,
        proposed=len(row.proposed),
        place=_point(rule.span),
        cases=(*judged, *_excepted(row, places), *_gone(verdict, changes)),
    )


def _case(
    case: InstanceVerdict,
    row: InstanceRow,
    places: CasePlaces,
    waivers: tuple[WaiverRow, ...],
    change: Change | None,
) -> GateCase:
    return GateCase(
        at=row.at,
        verdict=row.verdict,
        margin=row.slack if row.shortfall is None else -row.shortfall,
        value=row.value,
        limit=row.limit,
        missing=row.missing,
        message=row.message,
        withheld=row.withheld,
        waiver=None if row.waiver is None else waivers[row.waiver - 1],
        exceeds=row.exceeds,
        exception=None,
        place=_tidied(places.of(case)) if _has_news(case, change) else None,
        change=_told(change, row, case),
    )


def _has_news(case: InstanceVerdict, change: Change | None) -> bool:
    """Tell whether there is anything to say of a case: most hold, as they did.

    To find what a case hangs on takes its ground form.
    """
    held = change is None or change.kind == "same"
    return not held or case.waiver is not None or case.verdict is not Verdict.HOLDS


def _told(
    change: Change | None, row: InstanceRow, case: InstanceVerdict
) -> Change | None:
    """Leave out amounts of the base where those of the case are left out."""
    hidden = row.slack is None and row.shortfall is None and case.margin is not None
    if change is None or not (row.withheld or hidden):
        return change
    return change._replace(base_margin=None, by=None)


def _excepted(row: RuleRow, places: CasePlaces) -> Iterator[GateCase]:
    for exception in row.exceptions:
        for at in exception.cases or ():
            case = tuple((element.variable, element.id) for element in at)
            place = _tidied(places.about(case))
            yield _bare(at, "excepted")._replace(exception=exception, place=place)


def _gone(verdict: RuleVerdict, changes: Mapping[At, Change]) -> Iterator[GateCase]:
    """Tell the cases that only the base has."""
    rule = verdict.rule
    here = {case.at for case in verdict.instances}
    here |= {case.at for case in verdict.excepted}
    for at, change in changes.items():
        if at not in here:
            yield _bare(elements(at, rule), "gone")._replace(change=change)


def _bare(at: tuple[Element, ...], verdict: str) -> GateCase:
    """Give a case that is not judged."""
    return GateCase(
        at=at,
        verdict=verdict,
        margin=None,
        value=None,
        limit=None,
        missing=(),
        message=None,
        withheld=False,
        waiver=None,
        exceeds=None,
        exception=None,
        place=None,
    )


def _point(span: Span) -> Place:
    """Give a place that is known by its beginning alone: one character."""
    path = tidy(span.path)
    return Place(path, span.line, span.column, span.line, span.column + 1)


def _tidied(place: Place) -> Place:
    return place._replace(path=tidy(place.path))
