"""Closed matches: those in which every member of a union must have its case."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

__all__ = ["ClosedCase", "closed_cases"]


@dataclass(frozen=True)
class ClosedCase:
    """A case whose absence the type checker must notice: its first and last line."""

    path: Path
    first: int
    last: int
    pattern: str

    def deleted(self) -> str:
        """Return the text of the file without this case."""
        lines = self.path.read_text(encoding="utf-8").splitlines(keepends=True)
        return "".join(lines[: self.first - 1] + lines[self.last :])


def closed_cases(path: Path) -> Iterator[ClosedCase]:
    """Find the cases of a file's closed matches.

    A match is closed if its last case hands the rest to ``assert_never``, or if no case
    takes the rest. A case counts if it takes all of a class or of a value: one with a
    guard, or with a pattern that may fail inside, narrows nothing for a type checker.
    """
    text = path.read_text(encoding="utf-8")
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Match) and _is_closed(node):
            for case in node.cases:
                if case.guard is None and _narrows(case.pattern):
                    yield _located(path, text.splitlines(), case)


def _is_closed(node: ast.Match) -> bool:
    rest = [case for case in node.cases if _takes_all(case.pattern)]
    return len(node.cases) > 1 and all(
        ast.unparse(case.body[0]).startswith("assert_never(") for case in rest
    )


def _located(path: Path, lines: list[str], case: ast.match_case) -> ClosedCase:
    first = case.pattern.lineno
    # A pattern in parentheses may begin on a line below its keyword.
    while not lines[first - 1].lstrip().startswith("case"):
        first -= 1
    last = case.body[-1].end_lineno
    assert last is not None
    return ClosedCase(path, first, last, ast.unparse(case.pattern))


def _takes_all(pattern: ast.pattern) -> bool:
    return isinstance(pattern, ast.MatchAs) and pattern.pattern is None


def _narrows(pattern: ast.pattern) -> bool:
    match pattern:
        case ast.MatchClass(patterns=patterns, kwd_patterns=keyword_patterns):
            return all(_takes_all(part) for part in (*patterns, *keyword_patterns))
        case ast.MatchValue() | ast.MatchSingleton():
            return True
        case ast.MatchOr(patterns=patterns):
            return all(_narrows(part) for part in patterns)
        case ast.MatchAs(pattern=ast.pattern() as part):
            return _narrows(part)
        case _:
            return False
