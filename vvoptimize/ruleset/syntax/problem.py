"""What can be wrong with a formula's text."""

from __future__ import annotations


class SyntaxProblem(Exception):  # noqa: N818 - the design's word; it becomes a Problem with a position
    """One thing that is not allowed, at an offset in the formula's text."""

    def __init__(self, code: str, offset: int, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.offset = offset
        self.values = {
            name: str(value) for name, value in values.items() if value is not None
        }
