"""One scenario file checked, and what all files of a run come to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.classes import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vvoptimize.errors import Problem
    from vvoptimize.explanation.proposal.against import AgainstBase
    from vvoptimize.explanation.proposal.optimum import BesideOptimum
    from vvoptimize.solution.assessed import Assessed
    from vvoptimize.source import Document

FINE, BROKEN, UNDECIDED = 0, 1, 2


class Compared(NamedTuple):
    """A proposal beside its base, and what the base is called.

    Attributes
    ----------
    commit
        Full id, where the base is a revision.
    """

    name: str
    commit: str | None
    found: AgainstBase


class Checked(NamedTuple):
    """What came of checking one file.

    Attributes
    ----------
    problems
        Why it could not be checked; then nothing else is known.
    assessed
        By the rules that count: those of the base, where there is one.
    written
        The file that the assignment stands in; None for the scenario's own.
    """

    path: str
    problems: tuple[Problem, ...] = ()
    assessed: Assessed | None = None
    compared: Compared | None = None
    optimum: BesideOptimum | None = None
    written: Document | None = None

    @property
    def exit_code(self) -> int:
        """1 where a binding rule is broken, and beside a base: more than there.

        Else 2 where a binding rule lacks a figure, or nothing could be judged.
        """
        if self.assessed is None:
            return UNDECIDED
        evaluation = self.assessed.evaluation
        broken = self.compared.found.blocking if self.compared else evaluation.broken
        if broken:
            return BROKEN
        return UNDECIDED if evaluation.unknown else FINE


def worst(codes: Iterable[int]) -> int:
    """Give the exit code of a run over several files.

    1 comes before 2: that a binding rule is broken is certain, whatever could not be
    read or decided beside it. So it is within one file too.
    """
    given = set(codes)
    return next((code for code in (BROKEN, UNDECIDED) if code in given), FINE)
