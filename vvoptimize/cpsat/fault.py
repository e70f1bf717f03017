"""Faults of this folder: something that no input should be able to cause."""

from vvoptimize.errors import InternalError, Problem


def fault(detail: str) -> InternalError:
    """Give the error to raise, with what was seen."""
    return InternalError([Problem("VV902", values={"detail": detail})])
