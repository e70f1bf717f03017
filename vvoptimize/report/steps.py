"""A plan in steps, as rows of a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.report.model_steps import (
    HistoryRow,
    StartRow,
    StepLimit,
    StepRow,
    StepwisePart,
)
from vvoptimize.report.region import municipality_row, totals_of
from vvoptimize.ruleset.choices import staff_to_spread
from vvoptimize.ruleset.stepwise import days_of_steps, horizon_of
from vvoptimize.scenario.starts import happened

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from vvoptimize.evaluation.steps import StepOutcome
    from vvoptimize.solution.assessed import Assessed

_UNITS = {"services": "1", "staff": "FTE", "effort": "week"}


def stepwise_part(assessed: Assessed) -> StepwisePart:
    """Give the whole plan of a scenario with steps."""
    scenario = assessed.grounding.scenario
    lasts, past = days_of_steps(scenario), happened(scenario)
    hosts = assessed.assignment.hosts
    return StepwisePart(
        horizon=horizon_of(scenario).isoformat(),
        days=sum(lasts[step.id] for step in scenario.steps if not step.taken),
        steps=tuple(_step(outcome, lasts) for outcome in assessed.steps),
        unshared=tuple(s for s, host in hosts.items() if host is None),
        history=tuple(_history(assessed)),
        hosts_not_recorded=tuple(s for s, (_, host) in past.items() if host is None),
        staff_not_recorded=tuple(
            s for s in past if staff_to_spread(scenario.service(s)) is not None
        ),
    )


def _step(outcome: StepOutcome, lasts: Mapping[str, int]) -> StepRow:
    step = outcome.step
    municipalities = tuple(municipality_row(m) for m in outcome.municipalities)
    return StepRow(
        step=step.id,
        date=step.date,
        taken=step.taken,
        days=None if step.taken else lasts[step.id],
        starts=tuple(StartRow(s, host) for s, host in outcome.starts),
        change_employer=outcome.change_employer,
        effort=outcome.effort,
        limits=tuple(_limits(outcome)),
        municipalities=municipalities,
        totals=totals_of(municipalities),
    )


def _limits(outcome: StepOutcome) -> Iterator[StepLimit]:
    limits = outcome.step.limits
    for kind, limit, used in (
        ("services", limits.services, len(outcome.starts)),
        ("staff", limits.staff, outcome.change_employer),
        ("effort", limits.effort, outcome.effort),
    ):
        if limit is not None:
            yield StepLimit(kind, _UNITS[kind], limit.value, used)


def _history(assessed: Assessed) -> Iterator[HistoryRow]:
    taken = [outcome for outcome in assessed.steps if outcome.step.taken]
    for exchange in assessed.history:
        since = next(
            m
            for m in taken[-1].municipalities
            if m.municipality == exchange.municipality
        )
        yield HistoryRow(
            municipality=exchange.municipality,
            hosts=since.hosts,
            workplaces_given=exchange.workplaces_given,
            workplaces_got=exchange.workplaces_got,
            employed_given=exchange.employed_given,
            employed_got=exchange.employed_got,
            gains=since.gains,
        )
