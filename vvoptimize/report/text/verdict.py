"""The head of a report: what it is about, the verdict, and what is unknown."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vvoptimize.report.layout import Page
    from vvoptimize.report.model import (
        AssessmentPart,
        OutcomePart,
        ScenarioPart,
    )
    from vvoptimize.report.model_evidence import (
        EvidencePart,
    )
    from vvoptimize.report.model_search import (
        StageRow,
    )
    from vvoptimize.report.reports import SolveReport, WorstOff
    from vvoptimize.report.text.voice import Voice

FEW = 4
NAMED = 2  # stages that a verdict names; more are counted
STYLES = {"adopted": "holds", "rejected": "broken"}


def write_about(page: Page, voice: Voice, scenario: ScenarioPart) -> None:
    """Write what the report is about."""
    page.title(voice.named(scenario.id, scenario.title))
    facts = [voice.say("about.rules", files=", ".join(scenario.rule_files))]
    if scenario.baseline is not None:
        facts.append(voice.say("about.baseline", date=voice.date(scenario.baseline)))
    page.text(" ".join(facts), style="quiet")


def stage_name(voice: Voice, stage: StageRow) -> str:
    """Give what a stage is called."""
    own = voice.word(f"stage.{stage.id}") or voice.word(f"stage.{stage.kind}")
    if stage.clause is None and own is not None:
        return own
    if stage.kind == "prefer":
        return voice.say("soft", clause=stage.clause or "", id=stage.id)
    return voice.called(stage.id, stage.label)


def sentence(
    voice: Voice, verdict: str, part: AssessmentPart, worst_off: WorstOff | None
) -> str:
    """End a verdict with how many wishes are not met, and who is worst off."""
    told = [verdict]
    if part.waived:
        told.append(voice.count(part.waived, "verdict.waived"))
    if part.wishes_not_met:
        wishes = voice.number(part.wishes)
        told.append(voice.count(part.wishes_not_met, "verdict.wishes", all=wishes))
    if worst_off is not None:
        told.append(_worst(voice, worst_off))
    return "; ".join(told) + "."


def _worst(voice: Voice, worst_off: WorstOff) -> str:
    parties = [voice.case(at) for at in worst_off.parties]
    told = (
        voice.joined(parties) if len(parties) <= FEW else voice.some(parties, most=FEW)
    )
    at_step = worst_off.over == "worst_step"
    return voice.say(
        "verdict.worst_step" if at_step else "verdict.worst",
        objective=voice.called(worst_off.objective, worst_off.label),
        parties=told,
        value=voice.amount(worst_off.value, worst_off.unit, signed=True),
    )


def write_outcome(page: Page, voice: Voice, outcome: OutcomePart | None) -> None:
    """Write what those who decide made of it, apart from what the rules say."""
    if outcome is not None:
        told = told_outcome(voice, outcome)
        page.text(f"{told} {voice.say('outcome.apart')}", style=STYLES[outcome.result])


def told_outcome(voice: Voice, outcome: OutcomePart) -> str:
    """Tell who adopted or rejected it, when and why, as far as is known."""
    by = voice.words(outcome.by).rstrip(".")
    if outcome.date is None:
        told = voice.say(f"outcome.{outcome.result}", by=by)
    else:
        date = voice.date(outcome.date)
        told = voice.say(f"outcome.{outcome.result}_on", by=by, date=date)
    if outcome.reason is None:
        return told
    reason = voice.words(outcome.reason).rstrip(".")
    return f"{told} {voice.say(f'outcome.{outcome.result}_note', reason=reason)}"


def write_assumed(page: Page, voice: Voice, evidence: EvidencePart, rests: str) -> None:
    """Write how many figures are assumed, and by a text's key what rests on them."""
    assumed = sum(q.figures for q in evidence.qualities if q.quality == "assumed")
    if assumed:
        told = voice.count(
            assumed, "verdict.assumed", all=voice.number(evidence.figures)
        )
        page.text(f"{told} {voice.say(rests)}")


# What a search came to


def solve_verdict(voice: Voice, report: SolveReport) -> tuple[str, str]:
    """Give the verdict on an answer and its style."""
    if report.proved:
        wishes = any(rule.kind == "prefer" for rule in report.assessment.rules)
        key = "verdict.proved_wishes" if wishes else "verdict.proved"
        return voice.say(key), "holds"
    # Tie-breaks choose between equals: for want of their figures none is better.
    lacking = [s for s in report.stages if s.missing and s.kind != "tie-break"]
    if report.assessment.unknown or lacking:
        what = undecided(voice, report.assessment, lacking, report.unknown_always)
        return voice.say("verdict.undecided", what=what), "unknown"
    stopped = voice.say("verdict.stopped", why=_why(voice, report))
    gap = _gap(voice, report.stages)
    return f"{stopped}; {gap}" if gap else stopped, "unknown"


def undecided(
    voice: Voice,
    part: AssessmentPart,
    stages: Sequence[StageRow] = (),
    always: int | None = None,
) -> str:
    """Tell what cannot be decided, binding rules first.

    Parameters
    ----------
    always
        How many of the cases no other choice would decide; None where that is not
        known.
    """
    told = []
    if part.unknown:
        cases = voice.count(part.unknown, "undecided.cases")
        told.append(cases + _whatever(voice, part.unknown, always))
    if len(stages) > NAMED:
        told.append(voice.say("undecided.stages", n=voice.number(len(stages))))
    elif stages:
        names = voice.joined([stage_name(voice, stage) for stage in stages])
        told.append(voice.say("undecided.stage", stage=names))
    return voice.joined(told)


def _whatever(voice: Voice, cases: int, always: int | None) -> str:
    """Tell how many of the cases are undecided whatever is decided."""
    if not always:
        return ""
    if always == cases:
        return " " + voice.say("undecided.always")
    return " " + voice.say("undecided.always_of", n=voice.number(always))


def _why(voice: Voice, report: SolveReport) -> str:
    limits = {"time": report.limits.seconds, "work": report.limits.work}
    limit = limits.get(report.stop)
    return voice.say(f"stop.{report.stop}", limit=voice.amount(limit, None))


def _gap(voice: Voice, stages: Sequence[StageRow]) -> str | None:
    """Tell of the first stage that is not proved how far it may be from the best."""
    open_ = next((stage for stage in stages if stage.outcome != "optimal"), None)
    if open_ is None:
        return None
    name = stage_name(voice, open_)
    if open_.ranks_proved and open_.gap == 0:
        proved, ranks = (
            voice.number(open_.ranks_proved),
            voice.number(len(open_.parties)),
        )
        return voice.say("verdict.ranks", stage=name, proved=proved, ranks=ranks)
    if open_.gap is None:
        return voice.say("verdict.no_bound", stage=name)
    return voice.say(
        "verdict.gap",
        stage=name,
        value=voice.amount(open_.value, open_.unit),
        bound=voice.amount(open_.bound, open_.unit),
        gap=voice.amount(open_.gap, open_.unit),
    )


# What a check came to


def check_verdict(voice: Voice, part: AssessmentPart) -> tuple[str, str]:
    """Give the verdict on a given assignment and its style."""
    if part.broken:
        broken = [r for r in part.rules if r.kind == "require" and r.broken]
        clauses = dict.fromkeys(rule.clause for rule in broken)
        rules = voice.clauses(list(clauses), FEW)
        told = voice.count(part.broken, "verdict.broken", rules=rules)
        if part.unknown:  # what is not known may be broken too, and comes first
            unknown = voice.say("verdict.unknown", what=undecided(voice, part))
            told = f"{unknown}. {told}"
        return told, "broken"
    if part.unknown:
        what = undecided(voice, part)
        return voice.say("verdict.unknown", what=what), "unknown"
    if not any(r.kind == "require" and r.cases for r in part.rules):
        return voice.say("verdict.no_binding"), "unknown"
    key = "verdict.holds_or_waived" if part.waived else "verdict.holds"
    return voice.say(key), "holds"
