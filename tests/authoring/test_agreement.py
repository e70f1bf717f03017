"""An agreement's text is split by its own numbering."""

import pytest

from tests.authoring.agreement import AGREEMENT
from vvoptimize.authoring.agreement import number_of, split_agreement
from vvoptimize.errors import InputError


def clauses(text: str) -> list[str]:
    return [clause.name for clause in split_agreement(text, "a.txt").clauses]


def test_every_numbered_clause_is_found_and_no_number_in_running_text() -> None:
    found = ["1", "2", "2.1", "2.2", "3", "3.1", "3.2", "4"]

    assert clauses(AGREEMENT) == found


def test_a_clause_has_its_own_lines_only() -> None:
    agreement = split_agreement(AGREEMENT, "a.txt")

    second = next(clause for clause in agreement.clauses if clause.name == "2")

    assert [line.text for line in second.lines if line.text] == [
        "2. Purpose",
        "The purpose is better services.",
    ]
    assert second.start == "Purpose"
    assert second.lines[0].number == 8


def test_leaves_are_the_clauses_with_none_below() -> None:
    leaves = split_agreement(AGREEMENT, "a.txt").leaves()

    assert [clause.name for clause in leaves] == [
        *("1", "2.1", "2.2", "3.1", "3.2", "4")
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("§ 1 First\n§ 2 Second", ["1", "2"]),
        ("1.\nFirst\n2.\nSecond", ["1", "2"]),
        ("1. First\n3. The second was taken out", ["1", "3"]),
        ("1. First\n1.1.1 Nothing above it", ["1"]),
        ("1. First\n12. December is far", ["1"]),
        ("1. First\n2 persons", ["1"]),
        ("2. Second\n1. Never back", ["2"]),
        ("1. First\n1.1 A\n1.1.1 B\n1.2 C\n2. D", ["1", "1.1", "1.1.1", "1.2", "2"]),
        ("1. First\r\n2. Second", ["1", "2"]),
    ],
)
def test_a_clause_starts_where_its_number_can_come_next(text, names) -> None:
    assert clauses(text) == names


@pytest.mark.parametrize("text", ["", "No number.", "2 persons", "1.halvår"])
def test_a_text_without_clauses_is_refused(text) -> None:
    with pytest.raises(InputError) as error:
        split_agreement(text, "a.txt")

    assert [problem.code for problem in error.value.problems] == ["VV433"]


@pytest.mark.parametrize(
    ("clause", "number"),
    [
        ("5", (5,)),
        ("§ 5.6", (5, 6)),
        ("5.6, last sentence", (5, 6)),
        ("20-2", None),
        ("preamble", None),
    ],
)
def test_the_number_is_read_off_a_clause_s_name(clause, number) -> None:
    assert number_of(clause) == number
