import pytest
from hypothesis import given
from hypothesis import strategies as st

from vvoptimize.report.layout import Column, Page, Styled, row, safe, width_of, wrap
from vvoptimize.report.text.paint import painted, plain

COLUMNS = [Column("Name"), Column("Long title here", numeric=True), Column("Note")]


def table(width, *rows):
    """Return a table as lines."""
    page = Page(width)
    page.table(COLUMNS, rows)
    return page.rendered(plain).split("\n")


def test_columns_are_aligned_and_numbers_stand_to_the_right():
    lines = table(80, row("Alfa", "1,5", "near"), row("Beta", "12,5", "far"))

    assert lines == [
        "Name  Long title here  Note",
        "Alfa              1,5  near",
        "Beta             12,5  far",
    ]


def test_text_is_broken_between_words_and_numbers_are_not():
    number = "1\u00a0234\u00a0567,9"
    lines = table(40, row("a name of several words", number, "and a note as well"))

    assert all(len(line) <= 40 for line in lines)
    assert sum(number in line for line in lines) == 1


def test_table_too_wide_for_the_page_becomes_a_list():
    lines = table(40, row("Alfa", "1" * 38, "near"))

    assert lines == [
        "Name: Alfa",
        "  Long title here:",
        f"    {'1' * 36}",
        "    11",
        "  Note: near",
    ]


def test_notes_stand_below_their_row():
    lines = table(80, row("Alfa", "1", "x", notes=["first", "second"]))

    assert lines[2:] == ["  first", "  second"] or lines[2:] == [
        "      first",
        "      second",
    ]


def test_width_is_80_when_unknown():
    assert Page(None).width == 80


@pytest.mark.parametrize(("asked", "given_"), [(10, 40), (77, 77), (500, 100)])
def test_width_is_kept_within_what_can_be_read(asked, given_):
    assert Page(asked).width == given_


def test_word_wider_than_the_line_is_cut():
    assert wrap("ab " + "x" * 7, 3) == ["ab", "xxx", "xxx", "x"]


@given(st.text(st.characters(codec="utf-8"), max_size=200), st.integers(4, 30))
def test_no_line_is_wider_than_asked_and_nothing_is_lost(text, width):
    lines = wrap(safe(text), width)

    assert max(map(width_of, lines)) <= width
    assert "".join(lines).replace(" ", "") == safe(text).replace(" ", "")


def test_wide_and_combining_characters_are_counted_as_terminals_do():
    assert [width_of(text) for text in ("år", "日本", "e\u0301")] == [2, 4, 1]


def test_text_of_files_cannot_command_the_terminal():
    assert safe("a\x1b[31m\r\n b\u202ec ") == "a\\x1b[31m b\\u202ec"


def test_there_is_never_more_than_one_empty_line():
    page = Page(80)
    page.blank()
    page.text("a")
    page.blank()
    page.blank()
    page.heading("b")

    assert page.rendered(plain) == "a\n\nB"


def test_colour_changes_nothing_but_colour():
    page = Page(80)
    page.title("Title")
    page.table([Column("One"), Column("Two")], [row(Styled("yes", "holds"), "no")])
    coloured = page.rendered(painted())

    assert "\x1b[32myes\x1b[0m" in coloured
    assert page.rendered(plain) == "Title\nOne  Two\nyes  no"
