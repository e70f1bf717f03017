"""Whole sentences: a rule, an objective, a cost key or a measure in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from vvoptimize.report.numbers import count
from vvoptimize.report.sentence.label import capitalised
from vvoptimize.report.sentence.phrases import Phrases
from vvoptimize.report.sentence.scope import Scope
from vvoptimize.ruleset import tree
from vvoptimize.ruleset.rules import CostKey, Measure, Objective, Rule, Sense

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vvoptimize.authoring.formulas import Owner
    from vvoptimize.ruleset.rules import Bound, RuleSet


def sentence(owner: Owner, rule_set: RuleSet, lang: str) -> str:
    """Say a rule, an objective, a cost key or a measure in words.

    Parameters
    ----------
    rule_set
        Has the labels and the numbers.
    lang
        `nb` or `en`.
    """
    said = _Sentence(owner, rule_set, lang)
    match owner:
        case Rule():
            told = " ".join([said.rule(owner), *said.exceptions(owner)])
        case Objective():
            told = said.objective(owner)
        case CostKey():
            told = said.cost_key(owner)
        case Measure():
            told = said.measure(owner)
        case _:
            assert_never(owner)
    return capitalised(told)


class _Sentence:
    def __init__(self, owner: Owner, rule_set: RuleSet, lang: str) -> None:
        self._lang = lang
        self._scope = Scope(owner, rule_set, lang)
        self._phrases = Phrases(self._scope, rule_set, lang)
        self._say = self._phrases.say

    def _for(self, owner: Owner) -> str | None:
        """Say which cases there are; None where there is just one."""
        where = None if isinstance(owner, Measure) else owner.where
        pairs = [(one.name, one.set_name) for one in owner.variables]
        if not pairs:
            return None
        each = self._scope.each(pairs)
        if where is None:
            return self._say("for", each=each)
        return self._say("for_where", each=each, t=self._phrases.truth(where.tree))

    def _with_cases(self, owner: Owner, key: str, **values: str) -> str:
        cases = self._for(owner)
        if cases is None:
            return self._say(key, **values)
        return self._say(f"{key}.for", **{"for": cases}, **values)

    def rule(self, rule: Rule) -> str:
        kind = rule.kind.value
        if rule.bound is None:
            return self._required(rule)
        measured = self._phrases.number(rule.formula.tree)
        limit = self._limit(rule.bound)
        return self._with_cases(rule, f"{kind}.measure", a=measured, limit=limit)

    def exceptions(self, rule: Rule) -> Iterator[str]:
        for exception in rule.exceptions:
            clause = exception.citation.clause
            named = count(1, "clauses", self._lang, clauses=clause)
            truth = self._phrases.truth(exception.where.tree)
            yield self._say("except", clause=named, t=truth)

    def _required(self, rule: Rule) -> str:
        """Say a truth; of one that is denied, what must not be so."""
        kind, node = rule.kind.value, rule.formula.tree
        match node:
            case tree.Not(operand=tree.Logic() as denied):
                truth = self._phrases.truth(denied)
                return self._with_cases(rule, f"{kind}.not", t=truth)
            case _:
                truth = self._phrases.truth(node)
                return self._with_cases(rule, f"{kind}.truth", t=truth)

    def _limit(self, bound: Bound) -> str:
        limit = self._phrases.number(bound.limit.tree)
        told = self._say(f"limit.{bound.relation}", b=limit)
        if bound.tolerance is None:
            return told
        tolerance = self._phrases.number(bound.tolerance.tree)
        return self._say("limit.tolerance", limit=told, tolerance=tolerance)

    def objective(self, objective: Objective) -> str:
        measured = self._phrases.number(objective.formula.tree)
        told = self._say(
            objective.sense.value, a=measured, all=self._parties(objective)
        )
        if objective.step is None:
            return told
        step = self._phrases.number(objective.step.tree)
        return f"{told} {self._say('step', step=step)}"

    def _parties(self, objective: Objective) -> str:
        if objective.sense is not Sense.LEXIMIN:
            return ""
        pairs = [(one.name, one.set_name) for one in objective.variables]
        every = self._say("all", noun=self._scope.all(pairs))
        if objective.where is None:
            return every
        truth = self._phrases.truth(objective.where.tree)
        return self._say("where", all=every, t=truth)

    def cost_key(self, key: CostKey) -> str:
        weight = self._phrases.number(key.weight.tree)
        return self._say("cost_key", **{"for": self._for(key) or ""}, a=weight)

    def measure(self, measure: Measure) -> str:
        name = f"«{self._phrases.label(measure.measure_id)}»"
        formula = measure.formula.tree
        if measure.unit is None:
            truth = self._phrases.truth(formula)
            return self._with_cases(measure, "measure.truth", name=name, t=truth)
        value = self._phrases.number(formula)
        return self._with_cases(measure, "measure", name=name, a=value)
