"""The reports of a search, a check, a conflict, the rules, and who is in.

That of a proposed change is in `report.model_proposal`; those for people who write
rules are in `report.authoring.model`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, TypeAlias

from vvoptimize.classes import NamedTuple, record

if TYPE_CHECKING:
    from vvoptimize.report.authoring.model import AuthoringReport
    from vvoptimize.report.model import (
        AssessmentPart,
        Element,
        ScenarioPart,
        Words,
    )
    from vvoptimize.report.model_evidence import (
        EvidencePart,
        ParameterRow,
        WaiverRow,
        WarningRow,
    )
    from vvoptimize.report.model_files import LawRow, SetRow
    from vvoptimize.report.model_members import EntryPart, ExitPart, PlanPart
    from vvoptimize.report.model_plans import ChangeRow, LeftOutRow
    from vvoptimize.report.model_proposal import ProposalReport
    from vvoptimize.report.model_rules import (
        ExceptionRow,
    )
    from vvoptimize.report.model_search import (
        BrokenRow,
        OtherPart,
        StageRow,
    )
    from vvoptimize.report.unknown import UnknownRows
    from vvoptimize.scenario.exact import Exact


class LimitsPart(NamedTuple):
    """Where the search was to stop: seconds, and the solver's units of work."""

    seconds: Exact | None
    work: Exact | None


class WorstOff(NamedTuple):
    """Who gets least in the first objective that has parties.

    Attributes
    ----------
    over
        As of the objective; only of a plan in steps.
    """

    objective: str
    label: Words | None
    unit: str
    value: Exact
    parties: tuple[tuple[Element, ...], ...]
    over: str | None = None


class RunPart(NamedTuple):
    """What differs from run to run: left out of JSON unless timings are asked for."""

    seconds: Exact
    solves: int
    workers: int
    seed: int


@record
class SolveReport:
    """The answer of a search.

    Attributes
    ----------
    proved
        Every stage was posed and proved, and no binding rule lacks a figure.
    stop
        Why the search ended: `proved`, `time`, `work` or `interrupted`.
    unknown
        What each missing figure leaves open, in some assignment or in all.
    unknown_always
        How many cases of binding rules are undecided whatever is decided (proved); None
        where that is not settled.
    warnings
        Binding rules that rest on numbers which nobody has adopted.
    changes
        What is decided otherwise than in the plan under way; None without such a plan.
    under_way
        Cases of binding rules that the plan under way breaks as it stands; none where
        it cannot be carried out at all any more.
    left_out
        Services that stay as they are today though they might be shared; none where the
        answer is not proved.
    """

    kind: ClassVar[str] = "solve"
    scenario: ScenarioPart
    proved: bool
    outcome: str
    stop: str
    limits: LimitsPart
    worst_off: WorstOff | None
    unknown: UnknownRows
    unknown_always: int | None
    warnings: tuple[WarningRow, ...]
    waivers: tuple[WaiverRow, ...]
    assessment: AssessmentPart
    stages: tuple[StageRow, ...]
    others: tuple[OtherPart, ...]
    evidence: EvidencePart
    run: RunPart
    changes: tuple[ChangeRow, ...] | None = None
    under_way: tuple[BrokenRow, ...] = ()
    left_out: tuple[LeftOutRow, ...] = ()


@record
class CheckReport:
    """A given assignment, judged.

    Attributes
    ----------
    unknown
        What each missing figure leaves open in this assignment.
    warnings
        Binding rules that rest on numbers which nobody has adopted.
    """

    kind: ClassVar[str] = "check"
    scenario: ScenarioPart
    worst_off: WorstOff | None
    unknown: UnknownRows
    warnings: tuple[WarningRow, ...]
    waivers: tuple[WaiverRow, ...]
    assessment: AssessmentPart
    evidence: EvidencePart


class ConflictRow(NamedTuple):
    """One case of a binding rule that cannot be kept together with the others.

    Attributes
    ----------
    need
        By how much it falls short at least, in its unit, when all the others are kept;
        None where it has no amount, or the least is not proved.
    waiver
        Number of the waiver there is for it, which covers less than it needs.
    message
        What the rule says when broken; None where that needs numbers which only an
        assignment has.
    """

    rule: str
    label: Words | None
    clause: str
    quote: str | None
    reading: Words
    law: LawRow | None
    authority: str
    unit: str | None
    at: tuple[Element, ...]
    need: Exact | None
    waiver: int | None
    parameters: tuple[int, ...]
    message: Words | None


@record
class ConflictReport:
    """Why no assignment keeps every binding rule.

    Attributes
    ----------
    minimal
        Proved: without any one of the members the others can be kept.
    members
        Empty when there is no assignment at all, whatever the rules.
    """

    kind: ClassVar[str] = "conflict"
    scenario: ScenarioPart
    minimal: bool
    members: tuple[ConflictRow, ...]
    waivers: tuple[WaiverRow, ...]
    evidence: EvidencePart


class VariableRow(NamedTuple):
    """An index variable of a rule and the set it runs over."""

    variable: str
    set: str


class PrincipleRow(NamedTuple):
    """A rule, an objective or a cost key as the files give it.

    Attributes
    ----------
    kind
        `require`, `prefer`, `report`, `leximin`, `minimise`, `maximise` or `cost_key`.
    authority
        None for objectives and cost keys.
    formula, limit, step
        As written; `limit` with its relation in front.
    cases
        How many cases of the scenario it has; None without a scenario.
    """

    id: str
    kind: str
    clause: str
    quote: str | None
    reading: Words
    label: Words | None
    law: LawRow | None
    authority: str | None
    unit: str | None
    for_each: tuple[VariableRow, ...]
    where: str | None
    formula: str
    limit: str | None
    step: str | None
    parameters: tuple[int, ...]
    cases: int | None
    exceptions: tuple[ExceptionRow, ...]


@record
class RulesReport:
    """The rules themselves; `scenario` is None for rule files alone."""

    kind: ClassVar[str] = "rules"
    scenario: ScenarioPart | None
    rule_files: tuple[str, ...]
    sets: tuple[SetRow, ...]
    rules: tuple[PrincipleRow, ...]
    objectives: tuple[PrincipleRow, ...]
    cost_keys: tuple[PrincipleRow, ...]
    parameters: tuple[ParameterRow, ...]
    waivers: tuple[WaiverRow, ...]


@record
class MembersReport:
    """What follows when municipalities leave a plan in force, or one joins it.

    Attributes
    ----------
    joint_part
        What becomes of the staff and cost of services that remain shared: `scaled` or
        `unchanged`; None of an entry.
    exits
        Each by itself: no two leave together.
    entry
        None where nobody joins.
    """

    kind: ClassVar[str] = "members"
    scenario: ScenarioPart
    plan: PlanPart
    joint_part: str | None
    exits: tuple[ExitPart, ...]
    entry: EntryPart | None


Report: TypeAlias = (
    "SolveReport | CheckReport | ConflictReport | RulesReport | MembersReport"
    " | ProposalReport | AuthoringReport"
)
