"""Rules as read: parsed, named, checked for units, and not yet unrolled."""

from __future__ import annotations

from dataclasses import field
from enum import StrEnum
from typing import TYPE_CHECKING

from vvoptimize.classes import record
from vvoptimize.ruleset.membership import Membership

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vvoptimize.errors import Span
    from vvoptimize.ruleset.ground import Index
    from vvoptimize.ruleset.instances import At
    from vvoptimize.ruleset.parameters import Parameter
    from vvoptimize.ruleset.tree import Expression
    from vvoptimize.ruleset.units import Unit
    from vvoptimize.scenario.exact import Exact
    from vvoptimize.scenario.parts import Text
    from vvoptimize.source import FormulaSource


class Authority(StrEnum):
    """Who says so."""

    LAW = "law"
    AGREEMENT = "agreement"
    ADVICE = "advice"


class RuleKind(StrEnum):
    """What the solver does with a rule."""

    REQUIRE = "require"
    PREFER = "prefer"
    REPORT = "report"  # judged and shown; never required, never aimed at


class When(StrEnum):
    """Where in time a principle holds; all the same without steps."""

    EVERY_STEP = "every step"
    END = "end"


class Sense(StrEnum):
    """What an objective asks for."""

    LEXIMIN = "leximin"
    MINIMISE = "minimise"
    MAXIMISE = "maximise"


@record
class Formula:
    """A formula's tree with the text it was read from."""

    tree: Expression
    source: FormulaSource

    @property
    def text(self) -> str:
        """The formula as written."""
        return self.source.text

    @property
    def one_line(self) -> str:
        """The formula as written, without its line breaks."""
        return " ".join(self.text.split())

    def span(self, at: int) -> Span:
        """Position in the file of an offset in the text."""
        return self.source.span(at)


@record
class Variable:
    """`for_each` of one index variable over one set."""

    name: str
    set_name: str


@record
class Citation:
    """Where a principle comes from, and which reading of it this is.

    Attributes
    ----------
    span
        Place of the quote; of the clause, where there is no quote.
    """

    clause: str
    quote: str | None
    reading: Text
    span: Span


@record
class Law:
    """The text of a law that a rule was read from.

    Attributes
    ----------
    as_of
        The day whose consolidated text it is.
    in_force
        When the latest change of that text entered into force, where that is known.
    """

    law_id: str
    title: Text
    as_of: str
    in_force: str | None
    note: Text | None


@record
class IndexSet:
    """A set that a rules file declares, the same in every scenario.

    Attributes
    ----------
    elements
        What people call each element, by id in file order.
    """

    set_id: str
    label: Text
    elements: Mapping[str, Text]


@record
class Measure:
    """A number (or a truth, when `unit` is None) from data and assignment."""

    measure_id: str
    variables: tuple[Variable, ...]
    unit: Unit | None
    formula: Formula
    label: Text | None


@record
class Input:
    """A table that rules need and scenarios supply; a truth when `unit` is None.

    Attributes
    ----------
    known
        Values that the rules file says itself, whatever the scenario.
    default
        What holds where a scenario lists nothing; None: that is unknown.
    withhold_below
        Id of a parameter: no smaller number of this, or worked out from it, may be
        published, other than 0.
    """

    input_id: str
    index: tuple[str, ...]
    unit: Unit | None
    label: Text | None
    known: Mapping[Index, Exact]
    default: Exact | None = None
    withhold_below: str | None = None


@record
class CostKey:
    """How the cost of a joint service is shared out: by weights that rest on data."""

    key_id: str
    citation: Citation
    variables: tuple[Variable, ...]
    weight: Formula
    where: Formula | None
    reads: frozenset[str]


@record
class Bound:
    """`measure` compared with a limit."""

    relation: str  # at_least, at_most, equals
    limit: Formula
    tolerance: Formula | None


@record
class ExpectedInstance:
    """How one instance must be judged; `margin` is None where no amount is told."""

    at: At
    margin: Exact | None
    span: Span


@record
class Case:
    """A hand-written case of what a rule means: a small world, and the verdict there.

    Attributes
    ----------
    sets
        Elements of each set.
    parameters
        Values other than the rule set's own.
    tables
        Values by index of tables, inputs and measures; None is unknown, as is what is
        not listed.
    expect
        The rule's verdict; also that of each instance listed in `at`.
    """

    name: str
    sets: Mapping[str, tuple[str, ...]]
    parameters: Mapping[str, Exact]
    tables: Mapping[str, Mapping[Index, Exact | None]]
    expect: str
    at: tuple[ExpectedInstance, ...]
    span: Span


@record
class RuleException:
    """An exception that the agreement itself makes from a rule."""

    citation: Citation
    where: Formula


@record
class Rule:
    """An encoded principle.

    Attributes
    ----------
    exceptions
        In file order; the first that a case falls under is the one that counts.
    formula
        The truth required, or the measure that `bound` limits.
    unit
        Of slack and shortfall; None where the truth has no amount.
    parameters
        Ids of the parameters that its formulas rest on, through measures too.
    withhold_below
        Ids of the parameters below which its numbers are not published.
    """

    rule_id: str
    citation: Citation
    authority: Authority
    kind: RuleKind
    variables: tuple[Variable, ...]
    where: Formula | None
    formula: Formula
    bound: Bound | None
    label: Text | None
    message: Text | None
    unit: Unit | None
    span: Span
    parameters: tuple[str, ...]
    reads: frozenset[str]
    cases: tuple[Case, ...] = ()
    exceptions: tuple[RuleException, ...] = ()
    withhold_below: tuple[str, ...] = ()
    law: Law | None = None
    when: When = When.EVERY_STEP


@record
class Objective:
    """One criterion; those before it in the file matter infinitely more."""

    objective_id: str
    citation: Citation
    sense: Sense
    variables: tuple[Variable, ...]
    where: Formula | None
    formula: Formula
    unit: Unit
    step: Formula | None
    label: Text | None
    parameters: tuple[str, ...]
    reads: frozenset[str]
    when: When = When.EVERY_STEP


@record
class NotEncoded:
    """A clause that no rule encodes, or the part of one that none does, and why."""

    clause: str
    part: Text | None
    reason: Text
    span: Span


@record
class RuleSet:
    """All rule files of a scenario as one, in file order.

    Attributes
    ----------
    forms
        What people call a legal form, by id; of others the id is all there is.
    deciding
        Ids of the measures that rest on decisions, through other measures too.
    """

    paths: tuple[str, ...]
    texts: tuple[str, ...]
    forms: Mapping[str, Text]
    sets: Mapping[str, IndexSet]
    parameters: Mapping[str, Parameter]
    inputs: Mapping[str, Input]
    measures: Mapping[str, Measure]
    cost_keys: tuple[CostKey, ...]
    rules: tuple[Rule, ...]
    objectives: tuple[Objective, ...]
    deciding: frozenset[str] = frozenset()
    not_encoded: tuple[NotEncoded, ...] = ()
    membership: Membership = field(default_factory=Membership)

    def rests_on(self, principle: Rule | Objective) -> tuple[str, ...]:
        """Give the ids of the parameters that a principle rests on, in file order.

        What reads payments rests on those that the cost keys read too.
        """
        names = set(principle.parameters)
        if "pays" in principle.reads:
            names |= {name for key in self.cost_keys for name in key.reads}
        return tuple(name for name in self.parameters if name in names)
