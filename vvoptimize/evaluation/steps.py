"""What a plan in steps means for each municipality, at each step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.classes import NamedTuple
from vvoptimize.evaluation.municipalities import (
    Exchange,
    MunicipalityOutcome,
    Reader,
    sum_known,
)
from vvoptimize.evaluation.values import Evaluator
from vvoptimize.ruleset.arithmetic import as_affine, total
from vvoptimize.ruleset.data import data_tables
from vvoptimize.ruleset.decisions import times

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vvoptimize.ruleset.atoms import Values
    from vvoptimize.ruleset.grounding import Grounding
    from vvoptimize.ruleset.state import State
    from vvoptimize.scenario.exact import Exact
    from vvoptimize.scenario.steps import Step


class StepOutcome(NamedTuple):
    """A plan at one step.

    Attributes
    ----------
    starts
        Services that start then, each with its host, in file order.
    change_employer
        FTE that leave their employer of today then; None is unknown.
    effort
        Weeks of project work that the services that start need; None is unknown.
    municipalities
        As things are with all that has started by then; one each, in file order.
    """

    step: Step
    starts: tuple[tuple[str, str], ...]
    change_employer: Exact | None
    effort: Exact | None
    municipalities: tuple[MunicipalityOutcome, ...]


def step_outcomes(grounding: Grounding, values: Values) -> tuple[StepOutcome, ...]:
    """Give one outcome per step, those that have happened too; none without steps."""
    return tuple(_outcomes(grounding, values))


def _outcomes(grounding: Grounding, values: Values) -> Iterator[StepOutcome]:
    starts = grounding.decisions.decode(values).starts
    for state in grounding.states:
        if state.step is None:
            continue
        now = [s for s, step in starts.items() if step == state.step.id]
        reader = Reader(state, values)
        leaving = [reader.service(state.scenario.service(s)) for s in now]
        yield StepOutcome(
            step=state.step,
            starts=tuple((s, host) for s in now if (host := reader.hosts[s])),
            change_employer=sum_known(one.change_employer for one in leaving),
            effort=_effort(state, values),
            municipalities=reader.municipalities(),
        )


def _effort(state: State, values: Values) -> Exact | None:
    """Add up what starts; the work of what does not need not be known."""
    effort = data_tables(state.scenario)["effort"]()
    needed = total(
        times(state.decisions.begins(service), effort[(service.id,)])
        for service in state.scenario.services
    )
    return Evaluator(values).value(as_affine(needed))


def exchanges(grounding: Grounding, values: Values) -> tuple[Exchange, ...]:
    """Give what each gave and got in the steps that have happened; none if none has."""
    taken = [state for state in grounding.states if state.step and state.step.taken]
    if not taken:
        return ()
    reader = Reader(taken[-1], values)
    return tuple(reader.exchange(m) for m in taken[-1].scenario.municipality_ids)
