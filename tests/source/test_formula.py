import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.source.helpers import NAME
from vvoptimize.source import FormulaSource, parse


def formula(text: str) -> FormulaSource:
    found = parse(text, NAME).formula(("expr",))
    assert found is not None
    return found


def place(source: FormulaSource, word: str) -> tuple[int, int]:
    span = source.span(source.text.index(word))
    return span.line, span.column


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("expr: a + X", 1, 11),
        ("expr:    a + X   # why", 1, 14),
        ("expr: 'a + X'", 1, 12),
        ('expr: "a + X"', 1, 12),
        ("expr:\n  a + X", 2, 7),
        ("{å: 🐟, expr: a + X}", 1, 18),
        ("expr: |\n  a +\n  X", 3, 3),
        ("expr: |\n\n    a +\n\n      X\n", 5, 7),
        ("expr: |-\n  a +\n    X", 3, 5),
        ("expr: |2  # two\n    a\n  + X\n", 3, 5),
        ("expr: | # a comment\n  å + X\n", 2, 7),
    ],
)
def test_place_in_a_formula_is_exact(text: str, line: int, column: int) -> None:
    source = formula(text)

    assert source.problem is None
    assert place(source, "X") == (line, column)


@pytest.mark.parametrize(
    "text",
    [
        "expr: >\n  a +\n  b",
        "expr: a +\n  b",
        "expr: 'a +\n  b'",
        "expr: 'it''s'",
        'expr: "a\\x20b"',
        'expr: "a\\\n  b"',
    ],
)
def test_formula_whose_characters_are_moved_about_is_a_problem(text: str) -> None:
    source = formula(text)

    assert source.problem is not None
    assert source.problem.code == "VV124"
    assert source.span(3) == source.start == source.problem.span


def test_offset_outside_the_text_is_its_nearest_end() -> None:
    assert formula("expr: abc").span(99).column == 10
    assert formula("expr: abc").span(-1).column == 7
    assert place(formula("expr: |\n  abc\n"), "\n") == (2, 6)
    assert formula("expr: |\n  abc\n").span(99).line == 2


def test_empty_block_has_a_place() -> None:
    assert formula("expr: |").span(0).line == 1
    assert formula("expr: |\n").span(3).line == 2
    assert formula("expr: |+\n\n\nb: 1").span(1).line == 2


def test_formula_is_the_text_as_written_even_of_a_number() -> None:
    assert formula("expr: 0.30").text == "0.30"
    assert formula("expr: true").text == "true"
    assert formula("expr:").text == ""


def test_only_a_scalar_is_a_formula() -> None:
    document = parse("expr: [a]", NAME)

    assert document.formula(("expr",)) is None
    assert document.formula(("nowhere",)) is None


letters = st.text("abå🐟+ ", min_size=1, max_size=8).map(lambda text: f"x{text}x")


@given(st.lists(letters, min_size=1), st.integers(1, 9), st.booleans())
def test_every_character_of_a_block_is_found(lines, indent: int, blank: bool) -> None:
    text = "\n".join([*lines, "", lines[0]] if blank else lines)
    spaced = "\n".join(" " * indent + line if line else "" for line in text.split("\n"))
    source = formula(f"# top\nexpr: |\n{spaced}\n")

    assert source.text == text + "\n"
    for offset, character in enumerate(text):
        span = source.span(offset)
        assert span.excerpt is not None
        if character != "\n":
            assert span.excerpt[span.column - 1] == character
