"""What is linted: a rule set, its files, and a scenario if there is one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.classes import NamedTuple

if TYPE_CHECKING:
    from vvoptimize.authoring.lint.sources import Sources
    from vvoptimize.authoring.ranges import Ranges
    from vvoptimize.ruleset.grounding import Grounding
    from vvoptimize.ruleset.rules import RuleSet


class Subject(NamedTuple):
    """All that a check may look at."""

    rule_set: RuleSet
    sources: Sources
    ranges: Ranges
    grounding: Grounding | None
