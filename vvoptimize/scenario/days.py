"""Days of the calendar."""

from datetime import date


def is_day(text: str) -> bool:
    """Tell whether a text is a day, written as `2026-01-31`."""
    try:
        return date.fromisoformat(text).isoformat() == text  # not as week or 20220131
    except ValueError:
        return False
