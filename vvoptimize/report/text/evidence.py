"""What a report rests on: figures by quality, and the numbers that somebody has set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.report.layout import Column, Styled, row

if TYPE_CHECKING:
    from vvoptimize.report.layout import Page, Row
    from vvoptimize.report.model import EvidencePart, ParameterRow
    from vvoptimize.report.text.voice import Voice


def write_evidence(page: Page, voice: Voice, evidence: EvidencePart) -> None:
    """Write figures by quality, then the parameters that are rested on."""
    page.heading(voice.say("head.evidence"))
    qualities = [
        voice.count(q.figures, f"quality.{q.quality}") for q in evidence.qualities
    ]
    if qualities:
        told = voice.joined(qualities)
        page.text(voice.count(evidence.figures, "evidence.figures", qualities=told))
    if evidence.missing:
        page.text(voice.count(len(evidence.missing), "evidence.missing"))
    used = tuple(p for p in evidence.parameters if p.number in evidence.used)
    write_parameters(page, voice, used)


def write_parameters(
    page: Page, voice: Voice, parameters: tuple[ParameterRow, ...]
) -> None:
    """Write the numbers that rules rest on, and who set them."""
    if not parameters:
        return
    page.heading(voice.say("head.parameters"))
    proposed = sum(parameter.status == "proposed" for parameter in parameters)
    page.text(
        voice.count(proposed, "parameters.proposed")
        if proposed
        else voice.say("parameters.adopted")
    )
    columns = [
        Column(voice.say("col.number"), numeric=True),
        Column(voice.say("col.parameter")),
        Column(voice.say("col.parameter_value"), numeric=True),
        Column(voice.say("col.range"), numeric=True),
        Column(voice.say("col.status")),
    ]
    page.table(columns, [_parameter(voice, parameter) for parameter in parameters])


def _parameter(voice: Voice, parameter: ParameterRow) -> Row:
    low, high = voice.amount(parameter.low, None), voice.amount(parameter.high, None)
    style = "unknown" if parameter.status == "proposed" else ""
    return row(
        voice.number(parameter.number),
        voice.words(parameter.label),
        voice.amount(parameter.value, parameter.unit),
        voice.say("range", low=low, high=high),
        Styled(voice.say(f"status.{parameter.status}"), style),
        notes=[] if parameter.overridden is None else [_overridden(voice, parameter)],
    )


def _overridden(voice: Voice, parameter: ParameterRow) -> str:
    value = voice.amount(parameter.overridden, parameter.unit)
    if parameter.reason is None:
        return voice.say("parameter.overridden_silent", value=value)
    reason = voice.words(parameter.reason)
    return voice.say("parameter.overridden", value=value, reason=reason)
