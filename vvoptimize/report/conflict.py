"""A conflict between binding rules, as a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.explanation.conflict import ConflictMember, members_of
from vvoptimize.explanation.evidence import evidence_of
from vvoptimize.report.messages import message
from vvoptimize.report.names import (
    elements,
    law_row,
    scenario_part,
    words,
    words_or_none,
)
from vvoptimize.report.parameters import evidence_part, numbers_of, used_by
from vvoptimize.report.reports import ConflictReport, ConflictRow
from vvoptimize.report.waivers import waiver_number, waiver_rows
from vvoptimize.ruleset.arithmetic import plain_number

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vvoptimize.cpsat.results import Conflict
    from vvoptimize.ruleset.grounding import Grounding
    from vvoptimize.scenario.exact import Exact


def conflict_part(grounding: Grounding, conflict: Conflict) -> ConflictReport:
    """Tell a conflict in clauses, names and amounts."""
    members = members_of(conflict)
    rules = [member.instance.rule for member in members]
    used = used_by(rules, grounding.rule_set, money=False)
    return ConflictReport(
        scenario=scenario_part(grounding),
        minimal=conflict.minimal,
        members=tuple(member_row(m, grounding) for m in members),
        waivers=waiver_rows(grounding, None),
        evidence=evidence_part(evidence_of(grounding), grounding, (), used),
    )


def member_row(member: ConflictMember, grounding: Grounding) -> ConflictRow:
    """Give one case of a conflict, with what it would need."""
    rule = member.instance.rule
    at, relaxation = elements(member.instance.at, rule), member.instance.relaxation
    return ConflictRow(
        rule=rule.rule_id,
        label=words_or_none(rule.label),
        clause=rule.citation.clause,
        quote=rule.citation.quote,
        reading=words(rule.citation.reading),
        law=law_row(rule),
        authority=rule.authority.value,
        unit=None if rule.unit is None else str(rule.unit),
        at=at,
        need=member.need,
        waiver=waiver_number(
            None if relaxation is None else relaxation.waiver, grounding
        ),
        parameters=numbers_of(rule.parameters, grounding.rule_set),
        message=message(rule, at, _numbers(member), grounding),
    )


def _numbers(member: ConflictMember) -> Mapping[str, Exact | None]:
    """Give the numbers of the least breach; a limit only where data decide it."""
    bound = member.instance.bound
    limit = None if bound is None else plain_number(bound)
    return {
        "value": _value(member, limit),
        "limit": limit,
        "shortfall": member.need,
    }


def _value(member: ConflictMember, limit: Exact | None) -> Exact | None:
    """Give what is reached at the least breach."""
    bound, need = member.instance.rule.bound, member.need
    if bound is None or limit is None or need is None:
        return None
    match bound.relation:
        case "at_least":
            return limit - need
        case "at_most":
            return limit + need
        case _:
            return None
