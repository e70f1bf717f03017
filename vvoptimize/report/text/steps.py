"""A plan in steps: what starts when, and what each step means for each municipality.

All is words in columns, with no line that only makes sense beside another: a screen
reader, or `grep`, can take any of them by itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.report.layout import Column, row
from vvoptimize.report.text.known import write_known

if TYPE_CHECKING:
    from vvoptimize.report.layout import Page, Row
    from vvoptimize.report.model import MunicipalityRow
    from vvoptimize.report.model_steps import (
        HistoryRow,
        StepLimit,
        StepRow,
        StepwisePart,
    )
    from vvoptimize.report.text.voice import Voice

STATES = ("today", "starts", "shared")


def write_plan(page: Page, voice: Voice, plan: StepwisePart) -> None:
    """Write the steps, the timeline, the municipalities, and what has happened."""
    _write_steps(page, voice, plan)
    _write_timeline(page, voice, plan)
    _write_municipalities(page, voice, plan)
    _write_history(page, voice, plan)


def _write_steps(page: Page, voice: Voice, plan: StepwisePart) -> None:
    page.heading(voice.say("head.plan"))
    names = ("step", "date", "starts", "host")
    columns = [Column(voice.say(f"col.{name}")) for name in names]
    page.table(columns, [line for step in plan.steps for line in _starts(voice, step)])
    _write_not_recorded(page, voice, plan)
    if plan.unshared:
        services = voice.joined([voice.service(s) for s in plan.unshared])
        page.text(voice.say("plan.at_no_step", services=services))
    first = next(step for step in plan.steps if not step.taken)
    page.text(
        voice.count(
            plan.days,
            "plan.mean",
            start=voice.date(first.date),
            horizon=voice.date(plan.horizon),
        )
    )


def _write_not_recorded(page: Page, voice: Voice, plan: StepwisePart) -> None:
    """Say what of the past is no fact: nobody has recorded it, so the plan chose."""
    told = {
        "plan.hosts_not_recorded": plan.hosts_not_recorded,
        "plan.staff_not_recorded": plan.staff_not_recorded,
    }
    for key, services in told.items():
        if services:
            names = voice.joined([voice.service(s) for s in services])
            page.text(voice.say(key, services=names), style="unknown")


def _starts(voice: Voice, step: StepRow) -> list[Row]:
    """Give a line for each service; the last has what is said of the whole step."""
    about = (voice.step_name(step.step), voice.date(step.date))
    told = [
        (voice.service(one.service), voice.municipality(one.host))
        for one in step.starts
    ] or [(voice.say("plan.nothing"), "")]
    notes = [voice.say("plan.taken")] if step.taken else []
    if step.limits:
        limits = "; ".join(_limit(voice, limit) for limit in step.limits)
        notes.append(voice.say("plan.limits", limits=limits))
    *others, last = told
    return [*(row(*about, *one) for one in others), row(*about, *last, notes=notes)]


def _limit(voice: Voice, limit: StepLimit) -> str:
    return voice.say(
        f"plan.limit.{limit.kind}",
        used=voice.bare(limit.used, limit.unit),
        limit=voice.bare(limit.limit, limit.unit),
    )


def _write_timeline(page: Page, voice: Voice, plan: StepwisePart) -> None:
    page.heading(voice.say("head.timeline"))
    starts = {one.service: step.step for step in plan.steps for one in step.starts}
    services = (*starts, *plan.unshared)
    columns = [
        Column(voice.say("col.service")),
        *(Column(voice.step_title(step.step)) for step in plan.steps),
    ]
    words = {state: voice.say(f"plan.{state}") for state in STATES}
    ids = [step.step for step in plan.steps]
    begins = [ids.index(starts[s]) if s in starts else len(ids) for s in services]
    rows = [
        row(voice.service(s), *(words[state] for state in _states(begin, len(ids))))
        for s, begin in zip(services, begins, strict=True)
    ]
    page.table(columns, rows)
    page.text(voice.say("plan.legend", **words))


def _states(begin: int, steps: int) -> list[str]:
    """Tell at each step whether a service is as today, starts, or has started."""
    today, starts, shared = STATES
    return [today] * begin + [starts, *[shared] * steps][: steps - begin]


def _write_municipalities(page: Page, voice: Voice, plan: StepwisePart) -> None:
    page.heading(voice.say("head.each_step"))
    columns = [
        Column(voice.say("col.step")),
        Column(voice.say("col.municipality")),
        *(
            Column(voice.say(f"col.{name}"), numeric=True)
            for name in (
                "host_roles",
                "there",
                "change",
                "employs",
                "pays_then",
                "gains",
            )
        ),
    ]
    each = [(step, m) for step in plan.steps for m in step.municipalities]
    told = zip(each, *_measured(voice, [m for _, m in each]), strict=True)
    rows = [
        row(voice.step_title(step.step), voice.municipality(m.municipality), *cells)
        for (step, m), *cells in told
    ]
    write_known(page, voice, columns, rows)


def _measured(voice: Voice, rows: list[MunicipalityRow]) -> list[list[str]]:
    """Give the columns of numbers, each over all steps."""
    return [
        [voice.number(len(m.hosts)) for m in rows],
        voice.column([m.workplaces_after for m in rows], "FTE"),
        voice.column([m.workplaces_change for m in rows], "FTE", signed=True),
        voice.column([m.employed_after for m in rows], "FTE"),
        voice.column([m.pays for m in rows], "NOK/year"),
        voice.column([m.gains for m in rows], "NOK/year", signed=True),
    ]


def _write_history(page: Page, voice: Voice, plan: StepwisePart) -> None:
    history = plan.history
    if not history:
        return
    page.heading(voice.say("head.history"))
    _write_not_recorded(page, voice, plan)
    names = ("places_given", "places_got", "staff_given", "staff_got", "gains")
    columns = [
        Column(voice.say("col.municipality")),
        Column(voice.say("col.hosts")),
        *(Column(voice.say(f"col.{name}"), numeric=True) for name in names),
    ]
    cells = zip(
        history,
        voice.column([m.workplaces_given for m in history], "FTE"),
        voice.column([m.workplaces_got for m in history], "FTE"),
        voice.column([m.employed_given for m in history], "FTE"),
        voice.column([m.employed_got for m in history], "FTE"),
        voice.column([m.gains for m in history], "NOK/year", signed=True),
        strict=True,
    )
    rows = [
        row(voice.municipality(m.municipality), _hosts(voice, m), *told)
        for m, *told in cells
    ]
    write_known(page, voice, columns, rows)


def _hosts(voice: Voice, m: HistoryRow) -> str:
    return ", ".join(voice.service(s) for s in m.hosts) or voice.say("none")
