"""A rules file as YAML gives it: shapes and types, before any formula is read."""

from decimal import Decimal
from typing import Annotated, Literal, TypeAlias

from pydantic import Discriminator, Field, Tag, WithJsonSchema

from vvoptimize.ruleset.membership import WhoAgrees
from vvoptimize.ruleset.rules import Authority, RuleKind, When
from vvoptimize.ruleset.vocabulary import SETS
from vvoptimize.scenario.adoption import Adoption
from vvoptimize.scenario.exact import ExactNumber
from vvoptimize.scenario.parts import (
    AT_LEAST_ONE,
    NOT_EMPTY,
    Day,
    Line,
    Part,
    Text,
)
from vvoptimize.source import Document, Kind, is_of

Name = Annotated[
    str,
    Field(
        pattern=r"^[a-z][a-z0-9_]*$", description="a name for formulas: a-z, 0-9 and _"
    ),
]
RuleId = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_-]*$")]
FormulaText: TypeAlias = Annotated[
    str | int | Decimal, Field(description="a formula; see rules/README.md")
]
SetName = Annotated[
    Name,
    WithJsonSchema(
        {
            "description": "a set of the scenario, or one that `sets` declares",
            "anyOf": [
                {"enum": [*SETS]},
                {"type": "string", "pattern": "^[a-z][a-z0-9_]*$"},
            ],
        }
    ),
]
ForEach = Annotated[
    dict[Name, SetName], Field(max_length=3, description="index variable: set")
]


def _shape(value: object) -> str:
    return "table" if isinstance(value, dict) else "number"


_Number = Annotated[ExactNumber, Tag("number")]
_Cells = Annotated[
    _Number | Annotated[dict[str, ExactNumber], Tag("table")], Discriminator(_shape)
]
_Row = Annotated[
    _Number | Annotated[dict[str, _Cells], Tag("table")], Discriminator(_shape)
]
Known: TypeAlias = dict[str, _Row]
Given: TypeAlias = dict[str, object]  # checked against what the rules declare


class Cited(Part):
    """What encodes a clause of the agreement."""

    clause: Line = Field(description="number of the clause")
    quote: Line | None = Field(None, description="the clause's own short phrase")
    reading: Text = Field(description="which of the possible readings this encodes")


class DatedEntry(Adoption):
    """One of several values of a parameter, each in force from a day on."""

    from_: Day = Field(alias="from", description="the day from which it is in force")
    value: ExactNumber


class ParameterEntry(Adoption):
    """A number with a unit that somebody has set: `value`, or dated `values`."""

    unit: Line = Field("1", description="FTE, NOK/year, min, ...; 1 for a plain number")
    authority: Annotated[Authority, Field(strict=False)] = Field(
        Authority.AGREEMENT,
        description="who can set it; agreement: those who are party to it",
    )
    value: ExactNumber | None = None
    values: Annotated[tuple[DatedEntry, ...], NOT_EMPTY] | None = Field(
        None,
        description="instead of value: each with from, in order of time",
        json_schema_extra=AT_LEAST_ONE,
    )
    range: tuple[ExactNumber, ...] = Field(
        description="lowest and highest allowed", min_length=2, max_length=2
    )
    label: Text


class LawEntry(Part):
    """The text of a law that rules were read from."""

    title: Text
    as_of: Day = Field(description="the consolidated text is as of this day")
    in_force: Day | None = Field(
        None, description="when its latest change entered into force"
    )
    note: Text | None = None


class SetEntry(Part):
    """A set that is the same in every scenario, such as what a law lists."""

    label: Text = Field(description="what the elements are, in the plural")
    elements: dict[RuleId, Text] = Field(
        description="id: what people call it", min_length=1
    )


class InputEntry(Part):
    """A table that a scenario supplies under `inputs`."""

    index: tuple[SetName, ...] = Field(
        (), description="sets it is indexed by", max_length=3
    )
    unit: Line = Field("1", description="FTE, NOK/year, ...; bool for true and false")
    default: ExactNumber | None = Field(
        None, description="what holds where a scenario lists nothing; else unknown"
    )
    withhold_below: Name | None = Field(
        None, description="parameter: smaller numbers of this are not published"
    )
    label: Text | None = None
    known: Known = Field({}, description="values that hold in every scenario, by index")


class MeasureEntry(Part):
    """A number from data and assignment."""

    for_each: ForEach = Field({})
    unit: Line = Field(description="must be what the formula gives; bool for a truth")
    expr: FormulaText
    label: Text | None = None


class CostKeyEntry(Cited):
    """How the cost of a joint service is shared out among its participants."""

    id: RuleId
    for_each: ForEach = Field(
        description="one variable over services, one over municipalities"
    )
    weight: FormulaText = Field(
        description="share of the cost, up to a common factor; data only"
    )
    where: FormulaText | None = Field(
        None, description="the services it is for; data only"
    )


class CaseEntry(Part):
    """One hand-written case of a rule's meaning."""

    name: Line
    given: Given = Field({}, description="sets, tables and parameters of a small world")
    expect: Literal["holds", "broken", "unknown", "excepted", "not_applicable"]
    at: tuple[dict[str, str | int | Decimal], ...] = Field(
        (), description="the instances so judged, with `slack` or `shortfall`"
    )


class ExceptionEntry(Cited):
    """An exception that the agreement itself makes from a rule."""

    where: FormulaText = Field(description="the cases excepted; data only")


class RuleEntry(Cited):
    """An encoded principle: what is required, preferred or shown, and by whom."""

    id: RuleId
    law: RuleId | None = Field(None, description="which of `laws` it was read from")
    authority: Annotated[Authority, Field(strict=False)]
    kind: Annotated[RuleKind, Field(strict=False)]
    at: Annotated[When, Field(strict=False)] = Field(
        When.EVERY_STEP,
        description="with steps: whether it holds at every step, or at the end",
    )
    for_each: ForEach = Field({})
    where: FormulaText | None = Field(None, description="which cases; data only")
    except_: tuple[ExceptionEntry, ...] = Field(
        (), alias="except", description="cases that the agreement itself excepts"
    )
    require: FormulaText | None = Field(None, description="a truth")
    measure: FormulaText | None = Field(None, description="a value that is limited")
    at_least: FormulaText | None = None
    at_most: FormulaText | None = None
    equals: FormulaText | None = None
    tolerance: FormulaText | None = Field(None, description="with equals")
    label: Text | None = Field(
        None, description="what is checked, in a few words: the rule's name in reports"
    )
    message: Text | None = Field(
        None, description="said when broken; {name} is filled in"
    )
    tests: tuple[CaseEntry, ...] = ()


class ObjectiveEntry(Cited):
    """One criterion: exactly one of leximin, minimise and maximise."""

    id: RuleId
    at: Annotated[When, Field(strict=False)] = Field(
        When.EVERY_STEP,
        description="with steps: whether the worst step counts (of a sum: the mean "
        "over time), or the end",
    )
    for_each: ForEach = Field({})
    where: FormulaText | None = None
    leximin: FormulaText | None = None
    minimise: FormulaText | None = None
    maximise: FormulaText | None = None
    step: FormulaText | None = Field(
        None, description="differences below it do not count"
    )
    label: Text | None = None


class NotEncodedEntry(Part):
    """A clause that no rule encodes, or the part of one that none does, and why."""

    clause: Line = Field(description="number of the clause")
    part: Text | None = Field(
        None, description="which part of it, where rules encode the rest"
    )
    reason: Text = Field(description="why no rule encodes it")


class JoiningEntry(Cited):
    """How a municipality joins."""

    agree: Annotated[WhoAgrees, Field(strict=False)] = Field(
        description="all: every municipality of the scenario; participants: those who "
        "share what it would share"
    )


class LeavingEntry(Cited):
    """How a municipality leaves."""

    notice: Name | None = Field(
        None, description="the input, by service and in years, with the agreed notice"
    )


class MembershipEntry(Part):
    """What the agreement says of entry and exit."""

    entry: JoiningEntry | None = None
    exit: LeavingEntry | None = None


class RulesFile(Part):
    """A whole rules file."""

    schema_: Literal["vvoptimize/rules/v1"] = Field(alias="schema")
    title: Text | None = None
    units: tuple[Name, ...] = Field((), description="further base units")
    laws: dict[RuleId, LawEntry] = Field(
        {}, description="texts that rules were read from"
    )
    forms: dict[RuleId, Text] = Field({}, description="what legal forms are called")
    sets: dict[Name, SetEntry] = Field({}, description="further index sets")
    parameters: dict[Name, ParameterEntry] = Field({})
    inputs: dict[Name, InputEntry] = Field({})
    measures: dict[Name, MeasureEntry] = Field({})
    cost_keys: tuple[CostKeyEntry, ...] = ()
    rules: tuple[RuleEntry, ...] = ()
    objectives: tuple[ObjectiveEntry, ...] = ()
    membership: MembershipEntry | None = Field(
        None, description="how a municipality joins, and how it leaves"
    )
    not_encoded: tuple[NotEncodedEntry, ...] = Field(
        (), description="clauses without a rule, each with the reason"
    )


def is_rules_file(document: Document) -> bool:
    """Tell a rules file from a scenario by its `schema`."""
    return is_of(document, Kind.RULES)
