"""Hostile texts: each is refused with a place, and none takes the parser down."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.source.helpers import NAME, problems_of, told
from vvoptimize.errors import InputError
from vvoptimize.source import parse

MANY = 100_000


def alias_bomb() -> str:
    levels = "\n".join(f"a{n}: &a{n} [{f'*a{n - 1},' * 9}]" for n in range(1, 12))
    return f"a0: &a0 [1]\n{levels}\n"


HOSTILE = {
    "brackets": ("[" * MANY, "VV106", 33),
    "braces": ("{a: " * MANY, "VV106", 129),
    "dashes": ("- " * MANY, "VV106", 65),
    "deep blocks": ("\n".join(" " * n + "a:" for n in range(3_000)), "VV106", 33),
    "tag directives": ("%TAG !a! tag:a\n" * MANY, "VV116", 1),
    "alias bomb": (alias_bomb(), "VV115", 5),
    "many values": ("[" + "a," * 600_000, "VV105", 999_996),
    "many documents": ("---\n" * 200_000, "VV105", 1),
    "one endless number": ("a: " + "9" * 1_000_000, "VV126", 4),
    "one endless exponent": ("a: 1e" + "9" * 1_000_000, "VV125", 4),
    "only brackets, almost too large": ("[" * 4_999_999, "VV106", 33),
}


@pytest.mark.parametrize(("text", "code", "column"), HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_is_refused_with_a_place(
    text: str, code: str, column: int
) -> None:
    first = told(text)[0]

    assert (first[0], first[2]) == (code, column)


@pytest.mark.parametrize("text", ["- &a x\n" * 5_000, "\x01" * 5_000])
def test_endless_problems_are_not_all_told(text: str) -> None:
    assert 900 < len(problems_of(text)) <= 1_000


def test_too_large_text_is_refused() -> None:
    (problem,) = problems_of("a" * 5_000_001)

    assert problem.code == "VV505"


def test_depth_of_32_is_allowed() -> None:
    parse("[" * 32 + "]" * 32, NAME)

    assert told("[" * 33 + "]" * 33) == [("VV106", 1, 33)]


def test_large_text_with_few_values_is_read() -> None:
    text = "# comment\n" * 40_000 + "a: 1"

    assert parse(text, NAME).data == {"a": 1}


def test_fault_in_a_large_text_is_told_once() -> None:
    assert told("# comment\n" * 40_000 + "a: 'x") == [("VV111", 40_001, 4)]


SIGNS = list("[]{}:,-?&*!|>'\"%@`#~<=. \n\t\r\\")
WORDS = [
    "a: ", "- ", "---\n", "...\n", "<<: ", "&a ", "*a ", "!!x ", "|\n ", ">\n ", "1e9",
    ".inf", "0301", "\0", "\ufeff", "å", "🐟", "%YAML 1.2\n", "%TAG ! x\n", "\u2028",
    "\ud800", "\\x", "? ", "''", '""',
]  # fmt: skip
PIECES = st.sampled_from(SIGNS + WORDS)


@given(st.lists(PIECES | st.text(max_size=3), max_size=40).map("".join))
def test_any_text_gives_data_or_problems_with_places(text: str) -> None:
    try:
        document = parse(text, NAME)
    except InputError as error:
        lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        for problem in error.problems:
            span = problem.span
            assert span is not None
            assert 1 <= span.line <= len(lines) + 1
            assert span.column >= 1
            assert problem.render("nb")
            problem.render().encode()
    else:
        assert document.span(()).line >= 1
