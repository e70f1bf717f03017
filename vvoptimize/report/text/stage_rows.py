"""The stages with their proof; and the objectives of a given assignment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.report.layout import Column, Styled, row
from vvoptimize.report.text.rule_rows import leans_on
from vvoptimize.report.text.verdict import stage_name

if TYPE_CHECKING:
    from vvoptimize.report.layout import Page, Row
    from vvoptimize.report.model_rules import (
        ObjectiveRow,
        PartyRow,
    )
    from vvoptimize.report.model_search import (
        StageRow,
    )
    from vvoptimize.report.text.voice import Voice

_STYLES = {"optimal": "holds", "infeasible": "broken"}


def write_stages(
    page: Page,
    voice: Voice,
    stages: tuple[StageRow, ...],
    objectives: tuple[ObjectiveRow, ...],
) -> None:
    """Write one row per stage, with what its objective leans on."""
    leaning = {o.id: leans_on(voice, o) for o in objectives}
    page.heading(voice.say("head.stages"))
    columns = [
        Column(voice.say("col.stage")),
        Column(voice.say("col.value"), numeric=True),
        Column(voice.say("col.proof")),
    ]
    page.table(
        columns, [_stage(voice, stage, leaning.get(stage.id, [])) for stage in stages]
    )


def _stage(voice: Voice, stage: StageRow, leaning: list[str]) -> Row:
    return row(
        _capital(stage_name(voice, stage)),
        "" if stage.value is None else voice.amount(stage.value, stage.unit),
        _proof(voice, stage),
        notes=[*_notes(voice, stage), *_sentence(leaning)],
    )


def _sentence(parts: list[str]) -> list[str]:
    return [_capital("; ".join(parts)) + "."] if parts else []


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _proof(voice: Voice, stage: StageRow) -> Styled:
    posed = stage.outcome != "unknown" or not stage.missing
    told = voice.say(f"proof.{stage.outcome}" if posed else "proof.missing")
    return Styled(told, _STYLES.get(stage.outcome, "unknown"))


def _notes(voice: Voice, stage: StageRow) -> list[str]:
    notes = []
    # What is proved can be bettered by none: its bound is its value. So is what has no
    # gap, and is not called proved because figures are missing.
    if stage.gap and stage.outcome != "optimal":
        bound, gap = (voice.amount(x, stage.unit) for x in (stage.bound, stage.gap))
        notes.append(voice.say("stage.bound", bound=bound, gap=gap))
    if stage.parties:
        parties = _parties(voice, stage.parties, stage.unit)
        notes.append(f"{parties} {_ranks(voice, stage)}")
    if stage.step is not None:
        step = voice.amount(stage.step, stage.unit)
        key = "stage.step_up" if stage.kind == "minimise" else "stage.step_down"
        notes.append(voice.say(key, step=step))
    if stage.over is not None:
        notes.append(voice.say(f"over.{stage.over}"))
    if stage.missing and stage.outcome != "unknown":
        figures = voice.figures(stage.missing)
        notes.append(voice.say("stage.missing", figures=figures))
    return notes


def _parties(voice: Voice, parties: tuple[PartyRow, ...], unit: str) -> str:
    if all(party.value is None for party in parties):
        return voice.say("stage.parties_unknown")
    told = [f"{voice.case(p.at)} {voice.bare(p.value, unit)}" for p in parties]
    name = voice.unit_name(unit)
    key = "stage.parties_in" if name else "stage.parties"
    return voice.say(key, unit=name, parties=voice.some(told, "; "))


def _ranks(voice: Voice, stage: StageRow) -> str:
    every = len(stage.parties)
    if stage.ranks_proved == every:
        return voice.say("stage.ranks_all", n=voice.number(every))
    proved = voice.number(stage.ranks_proved)
    return voice.say("stage.ranks", proved=proved, n=voice.number(every))


def write_objectives(
    page: Page, voice: Voice, objectives: tuple[ObjectiveRow, ...]
) -> None:
    """Write one row per objective, with what each party gets."""
    if not objectives:
        return
    page.heading(voice.say("head.objectives"))
    columns = [
        Column(voice.say("col.clause")),
        Column(voice.say("col.objective")),
        Column(voice.say("col.value"), numeric=True),
    ]
    page.table(columns, [_objective(voice, objective) for objective in objectives])


def _objective(voice: Voice, objective: ObjectiveRow) -> Row:
    several = objective.sense == "leximin"
    kind = voice.say(
        "rule.about_own", id=objective.id, kind=voice.say(f"kind.{objective.sense}")
    )
    parties = [_parties(voice, objective.parties, objective.unit)] if several else []
    if objective.over is not None:
        parties.append(voice.say(f"over.{objective.over}"))
    least = objective.parties[0].value if objective.parties else None
    return row(
        objective.clause,
        voice.called(objective.id, objective.label),
        voice.amount(least, objective.unit),
        notes=["; ".join([kind, *leans_on(voice, objective)]) + ".", *parties],
    )
