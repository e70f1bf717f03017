"""All checks, one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.authoring.lint.checks.cases import case_findings
from vvoptimize.authoring.lint.checks.conditions import condition_findings
from vvoptimize.authoring.lint.checks.forms import form_findings
from vvoptimize.authoring.lint.checks.names import name_findings
from vvoptimize.authoring.lint.checks.numbers import number_findings
from vvoptimize.authoring.lint.checks.texts import text_findings
from vvoptimize.authoring.lint.sources import Sources
from vvoptimize.authoring.lint.subject import Subject
from vvoptimize.authoring.ranges import Ranges

if TYPE_CHECKING:
    from vvoptimize.authoring.lint.page import Finding
    from vvoptimize.ruleset.grounding import Grounding
    from vvoptimize.ruleset.rules import RuleSet

CHECKS = (
    number_findings,
    condition_findings,
    case_findings,
    name_findings,
    text_findings,
    form_findings,
)


def lint(rule_set: RuleSet, grounding: Grounding | None = None) -> tuple[Finding, ...]:
    """Find what is legal but odd in rules.

    Parameters
    ----------
    grounding
        The rules over a scenario, to find what is odd there.

    Returns
    -------
    tuple
        By file, line and column.
    """
    ranges = Ranges(rule_set)
    subject = Subject(rule_set, Sources(rule_set), ranges, grounding)
    found = (finding for check in CHECKS for finding in check(subject))
    return tuple(sorted(found, key=lambda finding: finding.order))
