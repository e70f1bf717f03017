"""What a rule says of a case: its own text, with names and numbers filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.report.model import Element, Words
from vvoptimize.report.names import name_of
from vvoptimize.report.numbers import amount
from vvoptimize.ruleset.instances import STEPS
from vvoptimize.ruleset.template import fill_in, placeholders

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vvoptimize.ruleset.grounding import Grounding
    from vvoptimize.ruleset.rules import Rule, RuleSet
    from vvoptimize.scenario.exact import Exact


def message(
    rule: Rule,
    at: tuple[Element, ...],
    numbers: Mapping[str, Exact | None],
    grounding: Grounding,
) -> Words | None:
    """Fill in a rule's message in both languages.

    Parameters
    ----------
    numbers
        `value`, `limit` and `shortfall`, in the rule's unit, as far as they are known.

    Returns
    -------
    Words or None
        None where the rule has no message, or a number that it tells is not known.
    """
    if rule.message is None:
        return None
    texts = {lang: rule.message.get(lang) for lang in ("nb", "en")}
    told = {name for text in texts.values() for name in placeholders(text)}
    if any(numbers.get(name, 0) is None for name in told):
        return None
    return Words(
        fill_in(texts["nb"], _values(told, rule, at, numbers, grounding, "nb")),
        fill_in(texts["en"], _values(told, rule, at, numbers, grounding, "en")),
    )


def _values(
    told: set[str],
    rule: Rule,
    at: tuple[Element, ...],
    numbers: Mapping[str, Exact | None],
    grounding: Grounding,
    lang: str,
) -> dict[str, str]:
    unit = None if rule.unit is None else str(rule.unit)
    known = _in_force(at, grounding).parameters
    parameters = [known[name] for name in told if name in known]
    return {
        **{p.parameter_id: amount(p.value, str(p.unit), lang) for p in parameters},
        **{name: amount(x, unit, lang) for name, x in numbers.items() if name in told},
        **{x.variable: name_of(x, grounding).get(lang) for x in at},
    }


def _in_force(at: tuple[Element, ...], grounding: Grounding) -> RuleSet:
    """Give the rules with the numbers in force at the step that a case is of."""
    steps = [element.id for element in at if element.set == STEPS]
    for state in grounding.states:
        if state.step is not None and state.step.id in steps:
            return state.rule_set
    return grounding.rule_set
