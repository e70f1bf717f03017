"""One figure of a scenario: a value with its source, quality and range."""

from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import Annotated

from pydantic import (
    Field,
    ModelWrapValidatorHandler,
    PlainValidator,
    WithJsonSchema,
    model_validator,
)

from vvoptimize.scenario.exact import Exact, ExactNumber, exact, read_number
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

    @property
    def is_plain(self) -> bool:
        """Whether there is a value and nothing else, as in nearly all."""
        return self.__pydantic_fields_set__ == _VALUE


class LaterFigure(FoundedFigure):
    """What a figure becomes from a day on."""

    from_: Day = Field(alias="from", description="the day from which it holds")


class Figure(FoundedFigure):
    """A figure, and what it is known or assumed to become."""

    later: tuple[LaterFigure, ...] = Field(
        (), description="with steps: other values, each with from, in order of time"
    )

    @model_validator(mode="wrap")
    @classmethod
    def _from_plain_number(
        cls, value: object, read: "ModelWrapValidatorHandler[Figure]"
    ) -> "Figure":
        if type(value) is int or type(value) is Decimal:
            return _plain(value)
        return read(value if isinstance(value, dict | Figure) else {"value": value})


_VALUE = {"value"}


def figure_of(value: Exact | None) -> Figure:
    """Give a figure that is only a value; None is unknown."""
    # What `Figure.model_construct` does, which takes eight times as long: a large
    # region has more of these than of all else together.
    figure = Figure.__new__(Figure)
    figure.__dict__.update(_UNKNOWN.__dict__)
    figure.__dict__["value"] = value
    object.__setattr__(figure, "__pydantic_fields_set__", _VALUE)
    object.__setattr__(figure, "__pydantic_extra__", None)
    object.__setattr__(figure, "__pydantic_private__", None)
    return figure


@lru_cache(maxsize=1024)
def _plain(value: int | Decimal) -> Figure:
    """Give a figure as a file gives it; tables hold the same few again and again."""
    return figure_of(exact(value))


_UNKNOWN = Figure.model_construct(_VALUE, value=None)


def value_of(figure: Figure | None) -> Exact | None:
    """Give the value of a figure that a file may have left out: unknown if so."""
    return None if figure is None else figure.value
