"""What a report rests on: figures by quality, and the numbers that somebody has set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.report.layout import Column, Styled, row

if TYPE_CHECKING:
    from vvoptimize.report.layout import Page, Row
    from vvoptimize.report.model import AssessmentPart
    from vvoptimize.report.model_evidence import (
        EvidencePart,
        ParameterRow,
        SettingRow,
        WarningRow,
    )
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
    if any(parameter.authority == "agreement" for parameter in parameters):
        page.text(voice.say("parameters.set_by"))
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
        notes=_notes(voice, parameter),
    )


def _notes(voice: Voice, parameter: ParameterRow) -> list[str]:
    """Tell who set the number, and every other value that it has or had."""
    notes = [] if parameter.overridden is None else [_overridden(voice, parameter)]
    if parameter.authority != "agreement":
        authority = voice.say(f"authority.{parameter.authority}")
        notes.append(voice.say("parameter.authority", authority=authority))
    set_by = _set_by(voice, parameter.set)
    if set_by is not None:
        notes.append(set_by)
    dated = [setting for setting in parameter.settings if setting.since is not None]
    return [*notes, *(_dated(voice, setting, parameter.unit) for setting in dated)]


def _dated(voice: Voice, setting: SettingRow, unit: str) -> str:
    day, value = voice.date(setting.since or ""), voice.amount(setting.value, unit)
    told = voice.say("parameter.since", date=day, value=value)
    set_by = _set_by(voice, setting)
    return told if set_by is None else f"{told} {set_by}"


def _set_by(voice: Voice, setting: SettingRow) -> str | None:
    if setting.set_by is None:
        return None
    who = voice.words(setting.set_by)
    if setting.case is None or setting.date is None:
        return voice.say("parameter.proposed_by", who=who)
    day = voice.date(setting.date)
    return voice.say("parameter.adopted_by", who=who, case=setting.case, date=day)


def write_warnings(
    page: Page, voice: Voice, warnings: tuple[WarningRow, ...], part: AssessmentPart
) -> None:
    """Write which binding rules rest on numbers that nobody has adopted."""
    if not warnings:
        return
    page.heading(voice.say("head.warnings"))
    page.text(resting(voice, warnings, part), style="unknown")
    for warning in warnings:
        name = warning.rule
        if warning.label is not None:
            name = voice.named(warning.rule, warning.label)
        numbers = voice.joined([voice.number(n) for n in warning.proposed])
        told = voice.count(len(warning.proposed), "rule.proposed", numbers=numbers)
        page.item(f"{voice.clause(warning.clause)} {name}: {told}.")


def resting(
    voice: Voice, warnings: tuple[WarningRow, ...], part: AssessmentPart
) -> str:
    """Tell how many binding rules rest on numbers that nobody has adopted."""
    of_all = voice.number(part.binding)
    return voice.count(len(warnings), "verdict.proposed", all=of_all)


def _overridden(voice: Voice, parameter: ParameterRow) -> str:
    value = voice.amount(parameter.overridden, parameter.unit)
    if parameter.reason is None:
        return voice.say("parameter.overridden_silent", value=value)
    reason = voice.words(parameter.reason)
    return voice.say("parameter.overridden", value=value, reason=reason)
