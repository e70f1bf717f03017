"""A collector: all that is wrong is told at once, not only the first."""

from vvoptimize.errors.exceptions import InputError
from vvoptimize.errors.problem import Problem, Span

MAX_PROBLEMS = 1_000


class Problems(list[Problem]):
    """The problems found so far.

    Examples
    --------
    >>> problems = Problems()
    >>> problems.add("VV101", Span("a.yaml", 1, 1), field="id", suggestion=None)
    >>> len(problems)
    1
    """

    def append(self, problem: Problem) -> None:
        """Add a problem.

        Raises
        ------
        InputError
            If there are so many that nobody will read further.
        """
        super().append(problem)
        if len(self) >= MAX_PROBLEMS:
            raise InputError(self)

    def add(self, code: str, span: Span | None, **values: str | int | None) -> None:
        """Add a problem; a value that is None is left out."""
        texts = {key: str(value) for key, value in values.items() if value is not None}
        self.append(Problem(code, span, texts))

    def raise_if_any(self) -> None:
        """Raise what has been collected.

        Raises
        ------
        InputError
            If there is any problem.
        """
        if self:
            raise InputError(self)
