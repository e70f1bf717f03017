"""Small building blocks of the scenario model: base class, ids, texts, dates."""

import re
from typing import Annotated, NoReturn, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    JsonValue,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import PydanticCustomError, PydanticKnownError

from vvoptimize.errors import shown
from vvoptimize.scenario.days import is_day

# The pydantic bridge of `source` makes problems of these codes.
NO_TEXT = "VV217"
NO_ID = "VV218"

ID_PATTERN = "[a-z][a-z0-9_-]*"
LOOSE_DATE = "[0-9]{4}(-[0-9]{2}){0,2}"


class Part(BaseModel):
    """Base of everything that a scenario file may contain: strict and frozen."""

    # Building is deferred so that only the root model pays for a validator.
    model_config = ConfigDict(
        strict=True, frozen=True, extra="forbid", defer_build=True
    )


def _check_id(value: str) -> str:
    if re.fullmatch(ID_PATTERN, value) is None:
        context = {"code": NO_ID, "id": shown(value)}
        raise PydanticCustomError(NO_ID, NO_ID, context)
    return value


Id = Annotated[
    str,
    AfterValidator(_check_id),
    Field(
        description="a-z, 0-9, _ and -, of which a letter comes first",
        json_schema_extra={"pattern": f"^{ID_PATTERN}$"},
    ),
]


def _not_empty(value: tuple[object, ...]) -> tuple[object, ...]:
    if not value:
        bound = {"field_type": "Tuple", "min_length": 1, "actual_length": 0}
        raise PydanticKnownError("too_short", bound)
    return value


# Unlike `min_length`, this stays silent when the entries themselves are wrong.
NOT_EMPTY = AfterValidator(_not_empty)
AT_LEAST_ONE: dict[str, JsonValue] = {"minItems": 1}
Names = Annotated[tuple[str, ...], NOT_EMPTY, Field(json_schema_extra=AT_LEAST_ONE)]
Line = Annotated[str, Field(min_length=1)]


class Text(Part):
    """A text in bokmål and English; one plain string serves both."""

    nb: Line | None = Field(None, description="in bokmål")
    en: Line | None = Field(None, description="in English")

    @model_validator(mode="before")
    @classmethod
    def _from_plain_text(cls, value: object) -> object:
        if isinstance(value, dict | Text):
            return value
        if isinstance(value, str):
            return {"nb": value, "en": value}
        raise PydanticKnownError("string_type")

    @model_validator(mode="after")
    def _has_some_language(self) -> Self:
        if self.nb is None and self.en is None:
            raise PydanticCustomError(NO_TEXT, NO_TEXT, {"code": NO_TEXT})
        return self

    def get(self, lang: str) -> str:
        """Give the text in `lang`, or in the other language when it is missing."""
        wanted, other = (self.en, self.nb) if lang == "en" else (self.nb, self.en)
        return wanted or other or ""


def _check_day(value: str) -> str:
    return value if is_day(value) else _no_date()


def _check_loose_date(value: object) -> object:
    text = _number_as_text(value)
    if not isinstance(text, str) or re.fullmatch(LOOSE_DATE, text) is None:
        return _no_date()
    # A year or a month is a date when its first day is one.
    return text if is_day(f"{text}-01-01"[:10]) else _no_date()


def _no_date() -> NoReturn:
    raise PydanticKnownError("date_type")


def _number_as_text(value: object) -> object:
    return str(value) if type(value) is int else value


Day = Annotated[
    str,
    AfterValidator(_check_day),
    Field(description="year-month-day", json_schema_extra={"format": "date"}),
]
LooseDate = Annotated[
    str,
    BeforeValidator(_check_loose_date),
    WithJsonSchema(
        {
            "description": "year, year-month or year-month-day",
            "type": ["string", "integer"],
        }
    ),
]
MunicipalityNumber = Annotated[
    str,
    BeforeValidator(_number_as_text),
    Field(pattern=r"^[0-9]{4}$"),
    WithJsonSchema(
        {
            "description": "official number of four digits",
            "anyOf": [
                {"type": "string", "pattern": "^[0-9]{4}$"},
                {"type": "integer", "minimum": 1000, "maximum": 9999},
            ],
        }
    ),
]
