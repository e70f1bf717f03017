"""One figure of a scenario: a value with its source, quality and range."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field, PlainValidator, WithJsonSchema, model_validator

from vvoptimize.scenario.exact import Exact, ExactNumber, read_number
from vvoptimize.scenario.parts import Day, LooseDate, Part, Text


class Quality(StrEnum):
    """How well a figure is founded; `unstated` when the file does not say."""

    OFFICIAL = "official"
    REPORTED = "reported"
    DERIVED = "derived"
    ASSUMED = "assumed"
    UNSTATED = "unstated"


def _read_value(value: object) -> Exact | None:
    return None if value == "unknown" else read_number(value)


FigureValue = Annotated[
    Exact | None,
    PlainValidator(_read_value),
    WithJsonSchema({"anyOf": [{"type": "number"}, {"const": "unknown"}]}),
]


class FoundedFigure(Part):
    """A value with its source and range; an unknown one is not zero.

    In Python the value of an unknown figure is `None`.
    """

    value: FigureValue = Field(description="a number, or the word unknown")
    unit: str | None = Field(None, description="must be the unit this key is in")
    source: str | None = Field(None, description="id of an entry under sources")
    quality: Annotated[Quality, Field(strict=False)] = Field(
        Quality.UNSTATED,
        description="assumed needs low, high and reason; official and reported need a "
        "source",
    )
    low: ExactNumber | None = Field(None, description="lowest value that may be true")
    high: ExactNumber | None = Field(None, description="highest value that may be true")
    date: LooseDate | None = Field(None, description="when the figure held")
    reason: Text | None = Field(None, description="why this value was chosen")


class LaterFigure(FoundedFigure):
    """What a figure becomes from a day on."""

    from_: Day = Field(alias="from", description="the day from which it holds")


class Figure(FoundedFigure):
    """A figure, and what it is known or assumed to become."""

    later: tuple[LaterFigure, ...] = Field(
        (), description="with steps: other values, each with from, in order of time"
    )

    @model_validator(mode="before")
    @classmethod
    def _from_plain_number(cls, value: object) -> object:
        return value if isinstance(value, dict | Figure) else {"value": value}


def figure_of(value: Exact | None) -> Figure:
    """Give a figure that is only a value; None is unknown."""
    return Figure.model_validate({"value": "unknown" if value is None else value})


def value_of(figure: Figure | None) -> Exact | None:
    """Give the value of a figure that a file may have left out: unknown if so."""
    return None if figure is None else figure.value
