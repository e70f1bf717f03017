"""The exceptions that the library raises; only the command line prints them.

VVError
├── InputError         exit 2   a file or a command is not usable as written
├── InfeasibleError    exit 3   proved: no assignment keeps every binding rule
├── NoIncumbentError   exit 4   stopped before any assignment was found
└── InternalError      exit 70  a fault in this program
"""

from collections.abc import Iterable
from typing import ClassVar

from vvoptimize.errors.problem import Problem

RENDERED_PROBLEMS = 200


class VVError(Exception):
    """Base of all errors: an exit code, and one problem or more.

    Parameters
    ----------
    problems
        Kept sorted by file, line and column.
    """

    exit_code: ClassVar[int] = 70

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems, key=Problem.sort_key))
        super().__init__(self.problems)

    def __str__(self) -> str:
        return self.render()

    def render(self, lang: str = "en") -> str:
        """Every problem in full, with an empty line between them."""
        shown = [problem.render(lang) for problem in self.problems[:RENDERED_PROBLEMS]]
        more = len(self.problems) - len(shown)
        if more > 0:
            shown.append(f"… {'og' if lang == 'nb' else 'and'} {more}")
        return "\n\n".join(shown)


class InputError(VVError):
    """A file, or a command, cannot be used as it is written."""

    exit_code = 2


class InfeasibleError(VVError):
    """Proved: no assignment keeps every binding rule.

    Parameters
    ----------
    conflict
        The minimal conflict, when one was found.
    """

    exit_code = 3

    def __init__(
        self, problems: Iterable[Problem], conflict: object | None = None
    ) -> None:
        super().__init__(problems)
        self.conflict = conflict


class NoIncumbentError(VVError):
    """The search stopped at a limit before it found any assignment."""

    exit_code = 4


class InternalError(VVError):
    """A fault in this program, such as two readings of a rule that differ.

    Parameters
    ----------
    reproducer
        Text that shows the fault again, when there is one.
    """

    exit_code = 70

    def __init__(
        self, problems: Iterable[Problem], reproducer: str | None = None
    ) -> None:
        super().__init__(problems)
        self.reproducer = reproducer
