"""A tree written as text reads back as the same tree."""

from dataclasses import fields, is_dataclass

import pytest

from vvoptimize.ruleset.syntax import parse_formula, written

TEXTS = [
    "a - (b - c) - d",
    "a / (b * c) / d",
    "-(a + b) * -c",
    "not (a == b and (c or d)) or not e",
    "(a < b) == (c < d)",
    "a < b <= c != d",
    "not (not a)",
    "implies(a and b, any(f[s, m] for s in services for m in municipalities if g[s]))",
    "sum(1 for s in services) + max(a, b, abs(-c)) - 0.25",
    "-(-a)",
    "(-a) * b",
    "(a and b) and c",
]


@pytest.mark.parametrize("text", TEXTS)
def test_written_formula_reads_back(text: str) -> None:
    tree = parse_formula(text)

    assert same(parse_formula(written(tree)), tree)


def test_no_bracket_is_written_that_makes_no_difference() -> None:
    assert written(parse_formula("((a) + (b * c)) >= (d)")) == "a + b * c >= d"


def same(left: object, right: object) -> bool:
    """Compare trees without where their nodes stood."""
    return unplaced(left) == unplaced(right)


def unplaced(value: object) -> object:
    if isinstance(value, tuple):
        return tuple(map(unplaced, value))
    if is_dataclass(value):
        inner = [unplaced(getattr(value, f.name)) for f in fields(value)]
        return type(value).__name__, *(
            None if f.name == "at" else one
            for f, one in zip(fields(value), inner, strict=True)
        )
    return value
