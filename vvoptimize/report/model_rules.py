"""What a report tells of rules and objectives: judged, case by case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.classes import NamedTuple

if TYPE_CHECKING:
    from vvoptimize.report.model import Element, Words
    from vvoptimize.report.model_files import LawRow
    from vvoptimize.report.rows import CaseRows
    from vvoptimize.scenario.exact import Exact


class InstanceRow(NamedTuple):
    """One case of a rule, judged.

    Attributes
    ----------
    at
        Which case.
    verdict
        `holds`, `broken`, `waived` or `unknown`.
    slack, shortfall
        Distance to the limit in the rule's unit, where it holds, and where it is broken
        or waived. Both None where the rule has no amount.
    waiver
        Number of the waiver there is for it (see `WaiverRow`).
    exceeds
        How much more it falls short than its waiver covers.
    value, limit
        What was compared with what, for a rule that limits a measure.
    missing
        Figures for lack of which the verdict is unknown.
    message
        What the rule says when it is broken.
    withheld
        The numbers are known, but not told: see `RuleRow.withheld_below`.
    """

    at: tuple[Element, ...]
    verdict: str
    slack: Exact | None
    shortfall: Exact | None
    value: Exact | None
    limit: Exact | None
    missing: tuple[str, ...]
    message: Words | None
    withheld: bool
    waiver: int | None
    exceeds: Exact | None


class ExceptionRow(NamedTuple):
    """An exception that the agreement itself makes from a rule.

    Attributes
    ----------
    cases
        Those that fall under it; None without a scenario.
    """

    clause: str
    quote: str | None
    reading: Words
    where: str
    cases: tuple[tuple[Element, ...], ...] | None


class RuleRow(NamedTuple):
    """A rule with its outcome.

    Attributes
    ----------
    law
        The text that a rule of law was read from, where its file says so.
    authority
        Who sets the threshold: `law`, `agreement` or `advice`.
    kind
        `require`, `prefer` or `report`.
    relation
        `at_least`, `at_most` or `equals`: how a measure is held against its limit; None
        for a rule that requires a truth.
    verdict
        `holds`, `broken`, `unknown`, `waived` (kept but for what waivers cover),
        `excepted` (all its cases are) or `not_applicable`.
    cases, unknown, holds, broken, waived
        How many cases it was applied to, and how many of each verdict.
    excepted
        How many cases besides are excepted by the agreement itself.
    tightest
        The case nearest its limit, or farthest beyond it.
    parameters
        Numbers of the parameters (see `ParameterRow`) that it rests on.
    proposed
        Those among them that nobody has adopted.
    assumed, figures
        How many assumed figures it may read, of how many in all.
    withheld_below
        Where its numbers may identify people: the least number told, other than 0. As
        many more are withheld as it takes for none to be worked out from the rest.
    in_all
        The sum of such numbers over all cases; None also where it is withheld.
    """

    id: str
    label: Words | None
    clause: str
    quote: str | None
    reading: Words
    law: LawRow | None
    authority: str
    kind: str
    unit: str | None
    relation: str | None
    verdict: str
    cases: int
    unknown: int
    holds: int
    broken: int
    waived: int
    excepted: int
    tightest: InstanceRow | None
    parameters: tuple[int, ...]
    proposed: tuple[int, ...]
    assumed: int
    figures: int
    withheld_below: Exact | None
    in_all: Exact | None
    instances: CaseRows
    exceptions: tuple[ExceptionRow, ...]


class PartyRow(NamedTuple):
    """What one party gets; `at` is empty for an objective of one number."""

    at: tuple[Element, ...]
    value: Exact | None


class ObjectiveRow(NamedTuple):
    """An objective's values under an assignment, worst off first.

    Attributes
    ----------
    sense
        `leximin`, `minimise` or `maximise`.
    proposed, assumed, figures
        As of a rule.
    label
        None where the rule file has none; the id serves then.
    step
        Values count in whole steps, rounded down (up where less is better); None when
        every difference counts.
    over
        Only of a plan in steps: `worst_step`, each party's value is that of its worst
        step to come; `mean`, over the steps to come, by their days; or `end`.
    """

    id: str
    clause: str
    quote: str | None
    label: Words | None
    sense: str
    unit: str
    step: Exact | None
    proposed: tuple[int, ...]
    assumed: int
    figures: int
    parties: tuple[PartyRow, ...]
    over: str | None = None
