"""What is reported to those who write rules; read with `report.model`."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, TypeAlias

from vvoptimize.classes import NamedTuple, record

if TYPE_CHECKING:
    from vvoptimize.report.authoring.model_prove import ProveReport
    from vvoptimize.report.model import Element, ScenarioPart, Words
    from vvoptimize.report.model_evidence import ParameterRow
    from vvoptimize.report.reports import PrincipleRow
    from vvoptimize.scenario.exact import Exact


class PlaceRow(NamedTuple):
    """A place in a file, counted from 1."""

    path: str
    line: int
    column: int


class QuoteRow(NamedTuple):
    """A quote held against the agreement's text.

    Attributes
    ----------
    found
        `here`, `elsewhere` (under another clause), `nowhere`, `no_clause` (the text has
        no such clause), `no_quote` or `other_text` (of the law).
    found_in, found_line
        Clause and line of the text where the quote starts; None where it is not.
    """

    id: str
    kind: str
    clause: str
    quote: str | None
    at: PlaceRow
    found: str
    found_in: str | None
    found_line: int | None


class LeftOutRow(NamedTuple):
    """A clause, or a part of it, that nothing encodes, and the reason."""

    clause: str
    part: Words | None
    reason: Words
    at: PlaceRow


class UnaccountedRow(NamedTuple):
    """A clause with neither a rule nor a reason; `start` is its first line."""

    clause: str
    line: int
    start: str


@record
class TraceReport:
    """Rules held against the text of the agreement.

    Attributes
    ----------
    clauses
        How many clauses the text has that no further clause is below.
    no_clause
        Clauses listed as not encoded that the text does not have.
    """

    kind: ClassVar[str] = "trace"
    agreement: str
    rule_files: tuple[str, ...]
    sound: bool
    clauses: int
    quotes: tuple[QuoteRow, ...]
    not_encoded: tuple[LeftOutRow, ...]
    no_clause: tuple[LeftOutRow, ...]
    unaccounted: tuple[UnaccountedRow, ...]


class FindingRow(NamedTuple):
    """Something legal but odd; `severity` is `warning` or `note`."""

    code: str
    severity: str
    at: PlaceRow
    message: Words


@record
class LintReport:
    """What is odd in rule files, and in a scenario if there is one."""

    kind: ClassVar[str] = "lint"
    rule_files: tuple[str, ...]
    scenario: str | None
    warnings: int
    notes: int
    findings: tuple[FindingRow, ...]


@record
class LintPageReport:
    """The page of one kind of finding.

    Attributes
    ----------
    message
        With `{name}` where a finding's values stand.
    avoid, prefer
        Parts of a rules file.
    """

    kind: ClassVar[str] = "lint-page"
    code: str
    severity: str
    message: Words
    avoid: str
    prefer: str
    why: Words


class ProblemRow(NamedTuple):
    """What is wrong, as errors tell it."""

    code: str
    at: PlaceRow | None
    message: Words


class PartRow(NamedTuple):
    """A part of a formula: where it stands in the text, and its value.

    The value is a number, a truth, or the id of an element; None is unknown.
    """

    offset: int
    value: Exact | bool | str | None


class PictureRow(NamedTuple):
    """A formula with its parts' values; `role` is `where`, `formula`, `limit`, ..."""

    role: str
    text: str
    parts: tuple[PartRow, ...]


class ShownRow(NamedTuple):
    """An instance that is not as expected."""

    at: tuple[Element, ...]
    formulas: tuple[PictureRow, ...]


class CaseRow(NamedTuple):
    """A test case, run; `verdict` is None where the rule has no value there."""

    name: str
    at: PlaceRow
    passed: bool
    expected: str
    verdict: str | None
    problems: tuple[ProblemRow, ...]
    shown: tuple[ShownRow, ...]


class BranchRow(NamedTuple):
    """A part of an `and`, an `or` or an `implies`."""

    role: str
    text: str
    at: PlaceRow


class CoverageRow(NamedTuple):
    """How many cases end with each verdict, and what none of them shows.

    Attributes
    ----------
    on_limit
        How many instances are exactly on the limit.
    never_decided
        Parts that no case needs: without any one of them, each would end alike.
    """

    holds: int
    broken: int
    on_limit: int
    unknown: int
    excepted: int
    not_applicable: int
    never_decided: tuple[BranchRow, ...]


class RuleCasesRow(NamedTuple):
    """A rule with its cases."""

    id: str
    cases: tuple[CaseRow, ...]
    coverage: CoverageRow


@record
class CasesReport:
    """The rules' own cases, run; `reading` is `evaluation` or `both`."""

    kind: ClassVar[str] = "test"
    rule_files: tuple[str, ...]
    reading: str
    passed: int
    failed: int
    rules: tuple[RuleCasesRow, ...]


class MeasureRow(NamedTuple):
    """A measure that a principle rests on, in words."""

    id: str
    label: Words | None
    unit: str | None
    sentence: Words


class GroundRow(NamedTuple):
    """The cases of a rule, or the parties of an objective, in a scenario.

    Attributes
    ----------
    cases
        All that it applies to.
    excepted
        All that the agreement itself excepts.
    left_out
        All that its `where` leaves out.
    """

    cases: tuple[tuple[Element, ...], ...]
    excepted: tuple[tuple[Element, ...], ...]
    left_out: tuple[tuple[Element, ...], ...]


@record
class ExplainReport:
    """A rule, an objective or a cost key in words.

    Attributes
    ----------
    sentence
        Made from its formulas.
    ground
        None without a scenario, and for a cost key.
    parameters
        Of all the rule files; `principle.parameters` numbers those that it rests on.
    """

    kind: ClassVar[str] = "explain"
    scenario: ScenarioPart | None
    principle: PrincipleRow
    sentence: Words
    measures: tuple[MeasureRow, ...]
    ground: GroundRow | None
    parameters: tuple[ParameterRow, ...]


AuthoringReport: TypeAlias = (
    "TraceReport | LintReport | LintPageReport | CasesReport | ExplainReport"
    " | ProveReport"
)
