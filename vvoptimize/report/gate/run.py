"""From checked files to what machine formats are written from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.explanation.case_place import Written
from vvoptimize.explanation.proposal.values import changed_values
from vvoptimize.report.gate.build import gate_check, gate_problem
from vvoptimize.report.gate.model import Change, GateNote, GateReport
from vvoptimize.report.model import Words
from vvoptimize.report.text.against import order_text, own_text
from vvoptimize.report.text.proposal import with_names
from vvoptimize.report.text.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from vvoptimize.explanation.proposal.against import AgainstBase
    from vvoptimize.explanation.proposal.checked import Checked
    from vvoptimize.explanation.proposal.values import ChangedValues
    from vvoptimize.report.gate.model import GateCheck, GateProblem
    from vvoptimize.report.model_base import BasePart, OwnVerdictRow
    from vvoptimize.report.model_proposal import FilePart, ProposalReport
    from vvoptimize.ruleset.instances import At


def gate_report(
    files: Sequence[Checked], report: ProposalReport, language: str
) -> GateReport:
    """Tell every file case by case, with what differs from the base.

    Parameters
    ----------
    report
        Of the same files: what it withholds is withheld here.
    """
    pairs = list(zip(files, report.files, strict=True))
    return GateReport(
        language,
        tuple(check for pair in pairs for check in _check(*pair, language)),
        tuple(problem for one in files for problem in _problems(one)),
        report.exit_code,
    )


def _problems(one: Checked) -> Iterator[GateProblem]:
    return (gate_problem(problem, one.path) for problem in one.problems)


def _check(one: Checked, part: FilePart, language: str) -> Iterator[GateCheck]:
    if one.assessed is None or part.check is None:
        return
    base = part.base
    check = gate_check(
        one.assessed,
        part.check,
        language=language,
        written=None if one.written is None else Written(one.written, ()),
        changes=None if base is None else _changes(base),
        changed=None if one.compared is None else _changed(one.compared.found),
    )
    # What only the base has is called by its name too.
    names = check.scenario if base is None else with_names(check.scenario, base)
    yield check._replace(scenario=names, notes=tuple(_notes(part)))


def _changes(base: BasePart) -> Mapping[tuple[str, At], Change]:
    return {
        (row.rule, tuple((element.variable, element.id) for element in row.at)): Change(
            row.change, row.base, row.base_margin, row.by, row.excused
        )
        for row in base.cases
    }


def _changed(found: AgainstBase) -> ChangedValues:
    return changed_values(found.base, found.now, found.facts)


def _notes(part: FilePart) -> Iterator[GateNote]:
    """Tell what is of no one case: what own rules let through, whom it is for."""
    base, check = part.base, part.check
    if base is None or check is None:
        return
    scenario = with_names(check.scenario, base)
    nb, en = Voice("nb", scenario), Voice("en", scenario)
    for own in base.own_verdicts:
        level = "warning" if own.let_through else "note"
        yield GateNote(level, Words(_own(nb, own), _own(en, own)), None)
    for order in base.objectives:
        level = "warning" if order.order == "worse" else "note"
        yield GateNote(level, Words(order_text(nb, order), order_text(en, order)), None)


def _own(voice: Voice, own: OwnVerdictRow) -> str:
    told = own_text(voice, own)
    return (
        voice.say("proposal.let_through_note", told=told) if own.let_through else told
    )
