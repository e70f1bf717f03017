from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Literal

import pytest
from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    model_validator,
)
from pydantic_core import PydanticCustomError

from tests.source.helpers import NAME
from vvoptimize.errors import Problem, Problems, Span
from vvoptimize.source import parse, parse_into, validate


class Part(BaseModel):
    model_config = ConfigDict(strict=True, frozen=True, extra="forbid")


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


class Circle(Part):
    kind: Literal["circle"]
    radius: int


class Square(Part):
    kind: Literal["square"]
    side: int


def known(value: str) -> str:
    if value == "nowhere":
        kind, context = "vv", {"code": "VV201", "name": value, "empty": None}
        raise PydanticCustomError(kind, "not told", context)
    if value == "wrong":
        kind = "something else"
        raise PydanticCustomError(kind, "not told")
    return value


class Figure(Part):
    value: int | Decimal | Literal["unknown"]
    quality: Literal["official", "assumed"] = "official"


class Item(Part):
    name: Annotated[str, Field(min_length=1, max_length=5)]
    figure: int | Figure = 0
    place: Annotated[str, AfterValidator(known)] = "x"
    parts: tuple["Item", ...] = ()
    from_: str | None = Field(None, alias="from")

    @model_validator(mode="after")
    def _own_check(self):
        if self.name == "bad":
            path, kind = ("parts", 0, "name"), "vv"
            context = {"code": "VV202", "path": path, "at": "key", "number": 3}
            raise PydanticCustomError(kind, "not told", context)
        return self


class Model(Part):
    whole: int = 0
    number: Decimal | int = 0
    text: str = ""
    truth: bool = False
    items: tuple[Item, ...] = ()
    table: dict[Annotated[str, Field(pattern="^[a-z][a-z0-9_-]*$")], Item] = {}
    optional: Item | None = None
    names: Annotated[tuple[str, ...], Field(min_length=1)] = ("a",)
    few: Annotated[tuple[int, ...], Field(max_length=2)] = ()
    three: Annotated[tuple[int, ...], Field(min_length=3)] = (1, 2, 3)
    colour: Annotated[Colour, Field(strict=False)] = Colour.RED
    shape: Annotated[Circle | Square, Field(discriminator="kind")] | None = None
    share: Annotated[Decimal | int, Field(ge=0, lt=1)] = 0
    many: Annotated[int, Field(gt=0, le=10, multiple_of=2)] = 2
    code: Annotated[str, StringConstraints(pattern="^[0-9]{4}$")] = "0301"
    form: Annotated[str, Field(pattern="^x+$", min_length=2)] = "xx"
    price: Annotated[Decimal, Field(max_digits=4, decimal_places=2)] = Decimal(1)
    choice: tuple[str, ...] | Item | None = None


def validated(text: str) -> tuple[Model | None, list[Problem]]:
    problems = Problems()
    model = validate(parse(text, NAME), Model, problems)
    return model, sorted(problems, key=Problem.sort_key)


def only(text: str) -> Problem:
    model, problems = validated(text)
    assert model is None
    (problem,) = problems
    if problem.code.startswith("VV1"):
        assert "{" not in problem.message("nb") + (problem.hint("nb") or "")
    return problem


def test_right_document_gives_the_model() -> None:
    items = "items: [{name: a, from: x}]\nchoice: [a]"
    text = f"number: 1.50\n{items}\nshape: {{kind: square, side: 2}}"
    model, problems = validated(text)

    assert problems == []
    assert model is not None
    assert model.number == Decimal("1.5")
    assert model.items[0].from_ == "x"


WRITE_OR_REMOVE = "write something, or remove the key"


@pytest.mark.parametrize(
    ("text", "column", "message", "hint"),
    [
        ('whole: "2800"', 8, "`whole` must be a whole number, got the text \"2800\"",
         "remove the quotes"),
        ("whole: 2.5", 8, "`whole` must be a whole number, got the number 2.5", None),
        ("whole: 1 000", 8, "`whole` must be a whole number, got the text \"1 000\"",
         "write the number without spaces or other separators: 1000"),
        ("whole: 1.000.000", 8,
         "`whole` must be a whole number, got the text \"1.000.000\"",
         "write the number without spaces or other separators: 1000"),
        ("whole: 007", 8, "`whole` must be a whole number, got the text \"007\"",
         "remove the zeroes in front"),
        ("whole: many", 8,
         "`whole` must be a whole number, got the text \"many\"", None),
        ("whole:", 7, "`whole` must be a whole number, got nothing", None),
        ("number: 0,5", 9, "`number` must be a number, got the text \"0,5\"",
         "use a decimal point: 0.5"),
        ("number: [1]", 9, "`number` must be a number, got a list", None),
        ("number: true", 9,
         "`number` must be a number, got the truth value true", None),
        ("text: 0.5", 7, "`text` must be text, got the number 0.5",
         "put quotes around the value"),
        ("text: {a: 1}", 7, "`text` must be text, got a mapping", None),
        ("truth: ja", 8, "`truth` must be `true` or `false`, got the text \"ja\"",
         "write `true` or `false` without quotes"),
        ("truth: maybe", 8, "`truth` must be `true` or `false`, got the text \"maybe\"",
         None),
        ("items: {name: a}", 8, "`items` must be a list, got a mapping",
         "put the value in square brackets: [value]"),
        ("items: a", 8, "`items` must be a list, got the text \"a\"",
         "put the value in square brackets: [value]"),
        ("items: [a]", 9,
         "item 1 of `items` must be a mapping of keys, got the text \"a\"",
         None),
        ("names: [a, 5]", 12, "item 2 of `names` must be text, got the number 5",
         "put quotes around the value"),
        ("table: [a]", 8, "`table` must be a mapping of keys, got a list", None),
        ("names: []", 8, "`names` must not be empty", WRITE_OR_REMOVE),
        ("few: [1, 2, 3]", 6, "`few` must have at most 2 items", "remove some of them"),
        ("three: [1]", 8, "`three` must have at least 3 items", None),
        ("share: -1", 8, "`share` must be at least 0, got the number -1", None),
        ("share: 1.0", 8, "`share` must be less than 1, got the number 1.0", None),
        ("many: 0", 7, "`many` must be greater than 0, got the number 0", None),
        ("many: 12", 7, "`many` must be at most 10, got the number 12", None),
        ("many: 3", 7, "`many` must be a multiple of 2, got the number 3", None),
        ("code: '301'", 7, "`code` is the text \"301\", which is not of the right form",
         "write four digits, such as 0301"),
        ("form: xyx", 7, "`form` is the text \"xyx\", which is not of the right form",
         "the form is `^x+$`"),
        ("form: x", 7,
         "`form` must have at least 2 characters, got the text \"x\"", None),
        ("price: 1.234", 8,
         "`price` must have at most 2 decimals, got the number 1.234",
         None),
        ("price: 12345.6", 8,
         "`price` must have at most 4 digits, got the number 12345.6",
         None),
        ("colour: rde", 9,
         "`colour` must be one of `red`, `blue`, got the text \"rde\"",
         "did you mean `red`?"),
        ("shape: {kind: squrae}", 15,
         "`kind` must be one of `circle`, `square`, got the text \"squrae\"",
         "did you mean `square`?"),
        ("shape: {side: 2}", 1, "`shape` lacks the key `kind`",
         "add `kind:` with a value"),
        ("shape: {kind: square, side: x}", 29,
         "`side` must be a whole number, got the text \"x\"", None),
        ("items: [{name: abcdef}]", 16, "`name` must have at most 5 characters", None),
        ("items: [{from: a}]", 9, "item 1 of `items` lacks the key `name`",
         "add `name:` with a value"),
        ("optional: {from: a}", 1, "`optional` lacks the key `name`",
         "add `name:` with a value"),
        ("wole: 1", 1, "unknown key `wole` in the file", None),
        ("optional: {nmae: a, name: b}", 12, "unknown key `nmae` in `optional`",
         "did you mean `name`? the keys that may stand here are `name`, `figure`, "
         "`place`,"
         " `parts`, `from`"),
        ("items: [{name: a, parts: [{name: b, fro: c}]}]", 37,
         "unknown key `fro` in item 1 of `parts`",
         "did you mean `from`? the keys that may stand here are `name`, `figure`, "
         "`place`,"
         " `parts`, `from`"),
        ("optional: {name: a, parts: [{name: b, parst: c}]}", 39,
         "unknown key `parst` in item 1 of `parts`",
         "did you mean `parts`? the keys that may stand here are `name`, `figure`,"
         " `place`, `parts`, `from`"),
        ("table: {x: {name: a, fgure: 1}}", 22, "unknown key `fgure` in `x`",
         "did you mean `figure`? the keys that may stand here are `name`, `figure`,"
         " `place`, `parts`, `from`"),
        ("table: {Å: {name: a}}", 9, "`Å` cannot be used as a key in `table`",
         "an id starts with a-z and has only a-z, 0-9, `_` and `-`"),
        ("choice: 5", 9,
         "`choice` must be a list or a mapping of keys, got the number 5",
         "put the value in square brackets: [value]"),
        ("choice: [a, 5]", 13, "item 2 of `choice` must be text, got the number 5",
         "put quotes around the value"),
        ("choice: {from: a}", 1, "`choice` lacks the key `name`",
         "add `name:` with a value"),
        ("items: [{name: a, figure: x}]", 27,
         "`figure` must be a whole number or a mapping of keys, got the text \"x\"",
         None),
        ("items: [{name: a, figure: {value: unknwon}}]", 35,
         "`value` must be a number or `unknown`, got the text \"unknwon\"",
         "did you mean `unknown`?"),
        ("items: [{name: a, figure: {value: 1, quality: asumed}}]", 47,
         "`quality` must be one of `official`, `assumed`, got the text \"asumed\"",
         "did you mean `assumed`?"),
        ("items: [{name: a, place: wrong}]", 26, "`place` cannot be the text \"wrong\"",
         None),
        ("5", 1, "the file must be a mapping of keys, got the number 5", None),
    ],
)  # fmt: skip
def test_each_kind_of_error_has_our_own_words_and_place(
    text: str, column: int, message: str, hint: str | None
) -> None:
    problem = only(text)

    assert problem.message() == message
    assert problem.span == Span(NAME, 1, column)
    if not text.startswith("wole"):
        assert problem.hint() == hint


def test_problem_of_our_own_validator_keeps_its_code_and_values() -> None:
    problem = only("items: [{name: a, place: nowhere}]")

    assert problem == Problem("VV201", Span(NAME, 1, 26), {"name": "nowhere"})


def test_path_of_our_own_validator_is_counted_from_its_own_part() -> None:
    problem = only("items: [{name: bad, parts: [{name: a}]}]")

    assert problem == Problem("VV202", Span(NAME, 1, 30), {"number": "3"})


def test_all_problems_are_told_in_order() -> None:
    text = "whole: x\nitems:\n- {nam: a}\n- name: b\n  place: nowhere\ntruth: 0\n"
    _, problems = validated(text)

    assert [(one.code, one.span and one.span.line) for one in problems] == [
        ("VV101", 1),
        ("VV102", 3),
        ("VV100", 3),
        ("VV201", 5),
        ("VV101", 6),
    ]


def test_place_with_a_problem_already_is_not_told_again() -> None:
    problems = Problems()
    document = parse_into("whole: 1e308\ntext: 5", NAME, problems)
    assert document is not None
    validate(document, Model, problems)

    assert [problem.code for problem in problems] == ["VV125", "VV101"]


def test_each_missing_key_of_one_place_is_told() -> None:
    problems = Problems()
    validate(parse("{}", NAME), Circle, problems)

    assert [problem.values["key"] for problem in problems] == ["kind", "radius"]


def test_long_value_from_the_file_is_cut() -> None:
    assert len(only(f"whole: {'x' * 10_000}").message()) < 150
