"""Questions to the solver, one after the other, within limits shared by all of them."""

from __future__ import annotations

import math
import signal
import threading
import time
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import contextmanager
from signal import SIGINT
from typing import TYPE_CHECKING

from ortools.sat.python import cp_model

from vvoptimize.classes import record
from vvoptimize.cpsat.fault import fault
from vvoptimize.cpsat.results import Statistics
from vvoptimize.solution.stages import Outcome, Stop

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from vvoptimize.cpsat.builder import Builder
    from vvoptimize.ruleset.atoms import Values
    from vvoptimize.solution.stages import Limits

EXACT_FLOAT = 2**53
"""The solver reports bounds as floats, which are exact up to here."""

POLL_SECONDS = 0.1


@record
class Answer:
    """What the solver said to one question.

    Attributes
    ----------
    outcome
        `optimal` also when a question without an objective was answered.
    bound
        No assignment gives the objective a lower number; None without an objective.
    """

    outcome: Outcome
    values: Values | None = None
    bound: int | None = None


class Session:
    """Asks the solver, and keeps account of time and work.

    Parameters
    ----------
    limits
        On all questions together.
    cuts
        Whether to cut off more of the relaxation than its constraints do. The shipped
        plan in steps is proved in half the time without; no other was measured.

    Attributes
    ----------
    stop
        `proved` until a question was cut short; from then on nothing more is asked.
    """

    def __init__(
        self,
        limits: Limits,
        after_solve: Callable[[], None] = lambda: None,
        *,
        cuts: bool = True,
    ) -> None:
        self.stop = Stop.PROVED
        self.solves = 0
        self._limits = limits
        self._after_solve = after_solve
        self._cuts = cuts
        self._started = time.perf_counter()
        self._work = 0.0

    @property
    def statistics(self) -> Statistics:
        """What has been spent until now."""
        return Statistics(self.solves, self._work, self._seconds())

    def ask(self, question: Builder) -> Answer:
        """Solve a model, within what is left of the limits."""
        if self.stop is Stop.PROVED and (spent := self._spent()):
            self.stop = spent
        if self.stop is not Stop.PROVED:
            return Answer(Outcome.UNKNOWN)
        solver = self._solver()
        status = self._solve(solver, question.model)
        self.solves += 1
        self._work += solver.deterministic_time
        answer = _answer(solver, status, question, interrupted=self._interrupted)
        cut_short = answer.outcome in {Outcome.FEASIBLE, Outcome.UNKNOWN}
        if cut_short and not self._interrupted:
            self.stop = self._nearest()
        self._after_solve()
        return answer

    def interrupt(self) -> None:
        """Ask nothing more: somebody pressed Ctrl-C."""
        self.stop = Stop.INTERRUPTED

    @property
    def _interrupted(self) -> bool:
        return self.stop is Stop.INTERRUPTED

    @contextmanager
    def interruptible(self) -> Iterator[None]:
        """Let Ctrl-C stop the questions, instead of breaking into the program."""
        main = threading.current_thread() is threading.main_thread()
        if not main or signal.getsignal(SIGINT) is not signal.default_int_handler:
            yield
            return
        signal.signal(SIGINT, lambda *_: self.interrupt())
        try:
            yield
        finally:
            signal.signal(SIGINT, signal.default_int_handler)

    def _solve(
        self, solver: cp_model.CpSolver, model: cp_model.CpModel
    ) -> cp_model.CpSolverStatus:
        """Solve in a thread of its own, so that a signal can be heard in this one."""
        with ThreadPoolExecutor(max_workers=1) as pool:
            future = pool.submit(solver.solve, model)
            while not future.done():
                # Again and again: a stop before the search has begun is lost.
                if self._interrupted:
                    solver.stop_search()
                wait([future], POLL_SECONDS)
        return future.result()

    def _solver(self) -> cp_model.CpSolver:
        solver = cp_model.CpSolver()
        parameters = solver.parameters
        parameters.num_workers = self._limits.workers
        parameters.random_seed = self._limits.seed
        parameters.catch_sigint_signal = False
        # Hints are complete: loaded as a solution, they need no search around them.
        parameters.hint_conflict_limit = 0
        if self._limits.workers == 1:
            # One worker with the full relaxation proves what the default cannot.
            parameters.linearization_level = 2
        if not self._cuts:
            parameters.cut_level = 0
        if self._limits.seconds is not None:
            parameters.max_time_in_seconds = self._limits.seconds - self._seconds()
        if self._limits.work is not None:
            parameters.max_deterministic_time = self._limits.work - self._work
        return solver

    def _seconds(self) -> float:
        return time.perf_counter() - self._started

    def _spent(self) -> Stop | None:
        """The limit that has been used up, if one has."""
        limits = self._limits
        if limits.work is not None and self._work >= limits.work:
            return Stop.WORK
        if limits.seconds is not None and self._seconds() >= limits.seconds:
            return Stop.TIME
        return None

    def _nearest(self) -> Stop:
        """The limit that cut a question short: more of it is used up."""
        limits = self._limits
        used = {Stop.TIME: self._seconds() / (limits.seconds or math.inf)}
        used[Stop.WORK] = self._work / (limits.work or math.inf)
        return max(used, key=lambda stop: used[stop])


def _answer(
    solver: cp_model.CpSolver,
    status: cp_model.CpSolverStatus,
    question: Builder,
    *,
    interrupted: bool,
) -> Answer:
    if status == cp_model.MODEL_INVALID:
        raise fault(question.model.validate())
    # A search that was stopped has been seen to claim a proof.
    if status == cp_model.INFEASIBLE and not interrupted:
        return Answer(Outcome.INFEASIBLE)
    if status not in {cp_model.OPTIMAL, cp_model.FEASIBLE}:
        return Answer(Outcome.UNKNOWN)
    proved = status == cp_model.OPTIMAL and not interrupted
    return Answer(
        Outcome.OPTIMAL if proved else Outcome.FEASIBLE,
        question.read(solver.value),
        _bound(solver) if question.model.has_objective() else None,
    )


def _bound(solver: cp_model.CpSolver) -> int | None:
    """Read the proved lower limit of the objective, and never claim too much."""
    if not math.isfinite(solver.best_objective_bound):
        return None
    bound = round(solver.best_objective_bound)
    return bound if abs(bound) < EXACT_FLOAT else bound - abs(bound) // 2**50
