"""What the tests of reading share."""

from vvoptimize.errors import InputError, Problem
from vvoptimize.source import parse

NAME = "a.yaml"


def problems_of(text: str) -> tuple[Problem, ...]:
    """Every problem of a text; none if it is fine."""
    try:
        parse(text, NAME)
    except InputError as error:
        return error.problems
    return ()


def told(text: str) -> list[tuple[str, int, int]]:
    """Code, line and column of every problem of a text."""
    found = [(problem.code, problem.span) for problem in problems_of(text)]
    return [(code, span.line, span.column) for code, span in found if span is not None]
