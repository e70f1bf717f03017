"""What is reported of a proposed change: file by file, and beside the optimum."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from vvoptimize.classes import NamedTuple, record

if TYPE_CHECKING:
    from vvoptimize.report.model import Element, Words
    from vvoptimize.report.model_base import BasePart
    from vvoptimize.report.model_search import FirstDifference, StageRow
    from vvoptimize.report.reports import CheckReport
    from vvoptimize.scenario.exact import Exact


class ProblemRow(NamedTuple):
    """Why a file could not be checked: an error's code, text, hint and place."""

    code: str
    message: Words
    hint: Words | None
    path: str | None
    line: int | None
    column: int | None


class MovedThere(NamedTuple):
    """A service with another host in some other assignment; None is unshared."""

    service: str
    proposal: str | None
    there: str | None


class PartyGainRow(NamedTuple):
    """What a party has in the proposal, and in what is better for everybody."""

    objective: str
    label: Words | None
    unit: str
    at: tuple[Element, ...]
    proposal: Exact
    better: Exact
    by: Exact


class BetterPart(NamedTuple):
    """Whether some assignment that keeps the binding rules is better for everybody.

    Attributes
    ----------
    answer
        `yes`, `no` (proved), `stopped` (at a limit), `unknown` (for want of figures) or
        `nobody` (no objective compares parties).
    moved, parties
        Of the one found.
    missing
        Figures for lack of which it is unknown.
    """

    answer: str
    moved: tuple[MovedThere, ...]
    parties: tuple[PartyGainRow, ...]
    missing: tuple[str, ...]


class OptimumPart(NamedTuple):
    """A proposal beside the best assignment by the same rules and figures.

    Attributes
    ----------
    search
        `proved`, `found` (not proved best), `infeasible` (proved: none keeps every
        binding rule) or `stopped` (at a limit, with none found).
    stop
        Why the search ended: `proved`, `time`, `work` or `interrupted`; None where none
        was found.
    stages
        Of the search, with what is reached and proved.
    differences
        Every stage at which the two differ, in order, ours being the best: the first
        decides.
    moved
        Services that have another host in the best.
    """

    search: str
    stop: str | None
    stages: tuple[StageRow, ...]
    differences: tuple[FirstDifference, ...]
    moved: tuple[MovedThere, ...]
    better: BetterPart


class FilePart(NamedTuple):
    """One scenario file.

    Attributes
    ----------
    exit_code
        What it alone would end with.
    problems
        Why it could not be checked; then all below is None.
    check
        By the rules that count: the base's, where there is one.
    """

    path: str
    exit_code: int
    problems: tuple[ProblemRow, ...]
    check: CheckReport | None
    base: BasePart | None
    optimum: OptimumPart | None


@record
class ProposalReport:
    """All that one run checked.

    Attributes
    ----------
    exit_code
        1 if any file has 1, else 2 if any has 2, else 0.
    """

    kind: ClassVar[str] = "proposal"
    exit_code: int
    files: tuple[FilePart, ...]
