"""The parser takes what the grammar allows, and refuses all else at its place."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from vvoptimize.ruleset.syntax import SyntaxProblem, parse_formula

WORDS = re.findall(
    r"\S+",
    """a m host sum max abs implies for in if else not and or is lambda None async await
    yield * ** 1 0.5 . , : := ( ) [ ] + - / // <= == != < = ... @ ~ % 1e5 0x1 { } ' \\
    # ; æ""",
)


def refused(text: str) -> SyntaxProblem | None:
    try:
        parse_formula(text)
    except SyntaxProblem as problem:
        return problem
    return None


@given(st.text() | st.lists(st.sampled_from([*WORDS, "\n", "\t"])).map(" ".join))
@example(" (1) + (2")
@example("1) + (2")
@example("\x0c1")
@example("\r")
@example("1if 1else 2")
@example("a[b:c]")
@example("a[*b]")
@example("f(**a)")
@example("1.real")
@example("1..real")
@example("(yield)")
@example("(await a)")
@example("{**a}")
def test_any_text_is_a_formula_or_refused_inside_it(text: str) -> None:
    problem = refused(text)

    if problem is not None:
        assert 0 <= problem.offset <= len(text)
        assert problem.code.startswith("VV3")


@pytest.mark.parametrize(
    "text",
    [
        "(" * 2_000 + "1" + ")" * 2_000,
        "-" * 100_000 + "1",
        "not " * 400 + "a",
        "1 + " * 100_000 + "1",
        "a < " * 100_000 + "a",
        "[" * 900 + "]" * 900,
        "-(" * 40 + "1" + ")" * 40,
        "a" * 1_999 + "\N{COMBINING ACUTE ACCENT}",
        "9" * 1_999,
        "+".join("a" * 400),
        "(" * 999 + ")" * 1_000,
        "sum(" * 40 + "1" + " for a in b)" * 40,
    ],
    ids=lambda text: f"{text[:8]}-{len(text)}",
)
def test_hostile_text_is_refused(text: str) -> None:
    assert refused(text) is not None


def test_deepest_formula_allowed_is_read() -> None:
    assert refused("(" * 40 + "1" + ")" * 40) is None
    assert refused(" + ".join(["a"] * 40)) is None


def test_reading_leaves_no_warning() -> None:
    assert refused("1 is 1") is not None  # Python warns of `is` with a literal
    assert refused("1(2)") is not None
