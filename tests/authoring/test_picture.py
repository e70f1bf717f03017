"""A formula with the value of each part, each under what it is the value of."""

import pytest

from vvoptimize.report.text.authoring.picture import drawn


def lines(text: str, marks: list[tuple[int, str]], width: int = 40) -> str:
    return "\n".join(drawn(text, marks, width))


def test_each_value_hangs_from_its_column() -> None:
    assert (
        lines("ab >= c", [(0, "1"), (3, "no"), (6, "22")])
        == """\
ab >= c
|  |  |
1  no 22"""
    )


def test_a_value_without_room_hangs_lower() -> None:
    assert (
        lines("a >= b", [(0, "123"), (2, "false"), (5, "2")])
        == """\
a >= b
| |  |
| |  2
| false
123"""
    )


def test_a_formula_over_several_lines_has_values_under_each() -> None:
    assert (
        lines("a +\n  b", [(0, "1"), (2, "3"), (6, "2")])
        == """\
a +
| |
1 3
  b
  |
  2"""
    )


def test_a_long_formula_is_broken_at_a_space() -> None:
    assert (
        lines("alpha + beta", [(0, "1"), (6, "3"), (8, "2")], width=9)
        == """\
alpha +
|     |
1     3
beta
|
2"""
    )


def test_a_word_wider_than_the_page_is_broken_within() -> None:
    assert (
        lines("abcdefgh", [(0, "1"), (6, "2")], width=5)
        == """\
abcde
|
1
fgh
 |
 2"""
    )


@pytest.mark.parametrize("text", ["a", "a b", "  a"])
def test_a_formula_without_values_stands_alone(text) -> None:
    assert lines(text, []) == text
