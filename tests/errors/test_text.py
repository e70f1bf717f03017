import pytest
from hypothesis import given
from hypothesis import strategies as st

from vvoptimize.errors import listed, shown, suggest, visible
from vvoptimize.errors.text import unobeyed


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Unjárga – Nesseby «ŋ»", "Unjárga – Nesseby «ŋ»"),
        ("a\nb\tc", r"a\nb\tc"),
        ("\x1b[31m\x07\x9b", r"\x1b[31m\x07\x9b"),
        ("a\u202eb\u2066\u200b", r"a\u202eb\u2066\u200b"),
        ("\ud800", r"\ud800"),
        ("\U000e0041", r"\U000e0041"),
    ],
)
def test_unsafe_characters_are_written_as_escapes(text: str, expected: str) -> None:
    assert visible(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("::error::x", r"\x3a:error::x"),
        ("a\n  ::error::x", "a\n  \\x3a:error::x"),
        ("a ::error::x", "a ::error::x"),
        ("a ##[error]x", r"a \x23#[error]x"),
        ("###[x]", r"#\x23#[x]"),
        ("##vso[x]##teamcity[y]", r"\x23#vso[x]\x23#teamcity[y]"),
        ("## a [b]", "## a [b]"),
    ],
)
def test_commands_of_build_servers_are_parted(text: str, expected: str) -> None:
    assert unobeyed(text) == expected


@given(st.text())
def test_shown_text_is_short_one_line_and_printable_anywhere(text: str) -> None:
    result = shown(text)

    assert len(result) <= 60
    assert len(result.splitlines()) <= 1
    result.encode("utf-8")


def test_text_that_fits_is_shown_whole() -> None:
    assert shown("x" * 60) == "x" * 60
    assert shown("x" * 61) == "x" * 59 + "…"


def test_long_list_of_names_is_cut() -> None:
    assert listed([]) == ""
    assert listed(["a", "b"]) == "`a`, `b`"
    assert listed(str(number) for number in range(100)).endswith("`11`, …")


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("popluation", "population"),
        ("POPULATION", "population"),
        ("titel", "title"),
        ("x", None),
        ("", None),
        ("p" * 61, None),
    ],
)
def test_nearest_name_is_suggested(word: str, expected: str | None) -> None:
    assert suggest(word, ["", "id", "title", "population", "y" * 100]) == expected


def test_number_of_candidates_is_capped() -> None:
    assert suggest("population", [*["x"] * 500, "population"]) is None


def test_of_names_that_differ_in_case_only_the_first_is_suggested() -> None:
    assert suggest("tanaa", ["Tana", "tana"]) == "Tana"
