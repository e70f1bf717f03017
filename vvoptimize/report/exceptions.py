"""Exceptions that the agreement itself makes from a rule, as rows of a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.report.model_rules import (
    ExceptionRow,
)
from vvoptimize.report.names import elements, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vvoptimize.ruleset.instances import ExceptedInstance
    from vvoptimize.ruleset.rules import Rule


def exception_rows(
    rule: Rule, excepted: Sequence[ExceptedInstance] | None
) -> tuple[ExceptionRow, ...]:
    """Give every exception of a rule with the cases that fall under it.

    Parameters
    ----------
    excepted
        Cases of the rule; None without a scenario.
    """
    return tuple(
        ExceptionRow(
            clause=exception.citation.clause,
            quote=exception.citation.quote,
            reading=words(exception.citation.reading),
            where=exception.where.one_line,
            cases=None
            if excepted is None
            else tuple(
                elements(case.at, rule)
                for case in excepted
                if case.exception is exception
            ),
        )
        for exception in rule.exceptions
    )
