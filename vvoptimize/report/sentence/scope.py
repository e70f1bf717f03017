"""What index variables are called in a sentence.

One variable over a set is *the municipality*; several are *municipality A* and
*municipality B*, in the order in which they are met.
"""

from __future__ import annotations

from string import ascii_uppercase
from typing import TYPE_CHECKING

from vvoptimize.authoring.formulas import formulas_of, nodes_of
from vvoptimize.report.catalogue import joined, say, word
from vvoptimize.ruleset import tree

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vvoptimize.authoring.formulas import Owner
    from vvoptimize.ruleset.rules import RuleSet


class Scope:
    """Names of the variables of one rule, measure or objective."""

    def __init__(self, owner: Owner, rule_set: RuleSet, lang: str) -> None:
        self._rule_set = rule_set
        self._lang = lang
        self._letters: dict[str, dict[str, str]] = {}
        for name, set_name in dict.fromkeys(_variables(owner)):
            letters = self._letters.setdefault(set_name, {})
            letters[name] = ascii_uppercase[len(letters) % len(ascii_uppercase)]

    def the(self, name: str) -> str:
        """Give what one variable is called."""
        for set_name, letters in self._letters.items():
            if name in letters:
                kind = "the" if len(letters) == 1 else "one"
                return self._lettered(kind, set_name, name)
        return name

    def each(self, variables: Sequence[tuple[str, str]], kind: str = "each") -> str:
        """Give variables with `each` or `some`, as running text."""
        return joined(
            self._lang, [self._lettered(kind, of, name) for name, of in variables]
        )

    def all(self, variables: Sequence[tuple[str, str]]) -> str:
        """Give the whole sets that variables run over, as running text."""
        return joined(self._lang, [self.plural(name, of) for name, of in variables])

    def plural(self, name: str, set_name: str) -> str:
        """Give a set, and the variable's letter if it has one."""
        return self._lettered("all", set_name, name)

    def _lettered(self, kind: str, set_name: str, name: str) -> str:
        noun = self._noun(kind, set_name)
        letters = self._letters.get(set_name, {})
        if len(letters) < 2 or name not in letters:
            return noun
        return say(self._lang, "say.lettered", noun=noun, letter=letters[name])

    def _noun(self, kind: str, set_name: str) -> str:
        known = word(self._lang, f"say.{kind}.{set_name}")
        if known is not None:
            return known
        declared = self._rule_set.sets.get(set_name)
        label = set_name if declared is None else declared.label.get(self._lang)
        return say(self._lang, f"say.{kind}.other", set=label)


def _variables(owner: Owner) -> Iterator[tuple[str, str]]:
    """Give every variable with its set: those of the entry, then those of its `for`."""
    for variable in owner.variables:
        yield variable.name, variable.set_name
    for owned in formulas_of(owner):
        for node in nodes_of(owned.formula.tree):
            if isinstance(node, tree.Aggregate) and not _counts_all(node):
                for binding in node.bindings:
                    yield binding.variable, binding.set_name


def _counts_all(node: tree.Aggregate) -> bool:
    """Tell `sum(1 for x in set)`, of whose variable nothing is said."""
    return isinstance(node.body, tree.Number) and node.condition is None
