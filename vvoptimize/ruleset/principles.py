"""Cost keys, rules and objectives of all rule files, checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.ruleset.entries import EntryReader, Placed
from vvoptimize.ruleset.objective_entries import cost_key, objective
from vvoptimize.ruleset.rule_entries import RuleReader

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vvoptimize.errors import Problems
    from vvoptimize.ruleset.declare import Declared
    from vvoptimize.ruleset.formulas import ReadFile
    from vvoptimize.ruleset.rules import CostKey, Objective, Rule


class Principles:
    """Reads all principles; what is faulty is reported and left out."""

    def __init__(
        self, files: Sequence[ReadFile], declared: Declared, problems: Problems
    ) -> None:
        self._files = files
        self._reader = EntryReader(declared, problems)
        self._rules = RuleReader(self._reader, declared)

    def cost_keys(self) -> tuple[CostKey, ...]:
        """Give the cost keys of all files, in order."""
        built = (
            cost_key(Placed(read, entry, ("cost_keys", i)), self._reader)
            for read in self._files
            for i, entry in enumerate(read.file.cost_keys)
        )
        return tuple(key for key in built if key is not None)

    def rules(self) -> tuple[Rule, ...]:
        """Give the rules of all files, in order."""
        built = (
            self._rules.rule(Placed(read, entry, ("rules", i)))
            for read in self._files
            for i, entry in enumerate(read.file.rules)
        )
        return tuple(rule for rule in built if rule is not None)

    def objectives(self) -> tuple[Objective, ...]:
        """Give the objectives of all files, in order."""
        built = (
            objective(Placed(read, entry, ("objectives", i)), self._reader)
            for read in self._files
            for i, entry in enumerate(read.file.objectives)
        )
        return tuple(one for one in built if one is not None)
