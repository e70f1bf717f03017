"""Waivers, and what the cases they are from come to, as rows of a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.evaluation.verdicts import Verdict
from vvoptimize.report.model_evidence import WaiverRow
from vvoptimize.report.names import elements, words, words_or_none

if TYPE_CHECKING:
    from vvoptimize.evaluation.verdicts import Evaluation, InstanceVerdict
    from vvoptimize.ruleset.grounding import Grounding
    from vvoptimize.ruleset.waivers import Waiver


def waiver_number(waiver: Waiver | None, grounding: Grounding) -> int | None:
    """Give the number by which cases refer to a waiver."""
    return None if waiver is None else grounding.waivers.index(waiver) + 1


def waiver_rows(
    grounding: Grounding, evaluation: Evaluation | None
) -> tuple[WaiverRow, ...]:
    """One per waiver, in the order of the files.

    Parameters
    ----------
    evaluation
        Of an assignment; None where none is judged.
    """
    if not grounding.waivers:
        return ()
    rules = () if evaluation is None else evaluation.rules
    judged = {i.waiver: i for rule in rules for i in rule.instances if i.waiver}
    return tuple(
        _row(number, waiver, judged.get(waiver), grounding, told=evaluation is not None)
        for number, waiver in enumerate(grounding.waivers, 1)
    )


def _row(
    number: int,
    waiver: Waiver,
    judged: InstanceVerdict | None,
    grounding: Grounding,
    *,
    told: bool,
) -> WaiverRow:
    rule = next(r for r in grounding.rule_set.rules if r.rule_id == waiver.rule_id)
    short = judged is not None and judged.verdict in (Verdict.BROKEN, Verdict.WAIVED)
    margin = judged.margin if judged is not None and short else None
    # What no reading judges is excepted: each waiver is matched with a case.
    verdict = Verdict.EXCEPTED if judged is None else judged.verdict
    return WaiverRow(
        number=number,
        rule=waiver.rule_id,
        label=words_or_none(rule.label),
        clause=rule.citation.clause,
        unit=None if rule.unit is None else str(rule.unit),
        at=elements(waiver.at, rule),
        reason=words(waiver.reason),
        decided_by=words(waiver.decided_by),
        case=waiver.case,
        date=waiver.date,
        expires=waiver.expires,
        covers=waiver.covers,
        verdict=verdict.value if told else None,
        shortfall=None if margin is None else -margin,
        exceeds=None if judged is None else judged.exceeds,
    )
