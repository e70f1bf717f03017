"""A trace tells how a number arose, and its parts add up to it."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.evaluation.formulas import DECLARED, INPUTS, Scope, assignments, truths
from tests.ruleset.region import grounded, region, rule
from vvoptimize.assignment import parse_assignment
from vvoptimize.errors import InputError
from vvoptimize.evaluation.trace import Step, TraceLine, trace
from vvoptimize.evaluation.values import Evaluator
from vvoptimize.ruleset.ground import Cell

WHOLE = """\
hosts: {plan: alfa, care: beta, web: gamma}
unshared: [duty]
tasks: {plan: {desk: beta}}
workplaces: {web: {alfa: 0.5, beta: 2}}
forms: {plan: host-form}
"""
RULES = """\
measures:
  roles:
    for_each: {m: municipalities}
    unit: "1"
    expr: count(host[s, m] for s in services)
  gain:
    for_each: {m: municipalities}
    unit: FTE
    expr: sum(workplaces[s, m] - workplaces_today[s, m] for s in services)
  most: {unit: FTE, expr: "max(gain[m] for m in municipalities if m == m)"}
rules:
"""


def traced(body: str, more: str = "") -> list[TraceLine]:
    grounding = grounded(RULES + rule(body), more)
    assignment = parse_assignment(WHOLE, "a.yaml", grounding.scenario)
    evaluator = Evaluator(grounding.decisions.encode(assignment))
    return [trace(one, evaluator, grounding) for one in grounding.model.instances]


def test_a_measure_is_told_down_to_the_decisions_that_count() -> None:
    alfa, _, _ = traced(
        "for_each: {m: municipalities}, measure: 'roles[m]', at_most: 1"
    )

    assert (alfa.step, alfa.name, alfa.index, alfa.value) == (
        Step.RULE,
        "r",
        ("alfa",),
        0,
    )
    measured, limit = alfa.children
    assert (measured.step, measured.value) == (Step.MEASURED, 1)
    assert (limit.step, limit.value) == (Step.LIMIT, 1)
    (cell,) = measured.children
    assert (cell.step, cell.name, cell.index, cell.value) == (
        Step.CELL,
        "roles",
        ("alfa",),
        1,
    )
    assert cell.formula == "count(host[s, m] for s in services)"
    (truth,) = cell.children
    assert (truth.step, truth.name, truth.index) == (
        Step.DECISION,
        "host",
        ("plan", "alfa"),
    )
    assert (truth.value, truth.coefficient) == (1, 1)


def test_workplaces_are_told_in_fte_with_data_apart() -> None:
    _, beta, _ = traced(
        "for_each: {m: municipalities}, measure: 'gain[m]', at_least: 0"
    )

    (cell,) = beta.children[0].children
    assert str(cell.unit) == "FTE"
    told = {(line.step, line.name, *line.index): line for line in cell.children}
    web = told[(Step.DECISION, "workplaces", "web", "beta")]
    assert (web.value, web.coefficient) == (2, 1)
    desk = told[(Step.DECISION, "task", "plan", "desk", "beta")]
    assert (desk.value, desk.coefficient) == (1, 1)
    assert told[(Step.DATA, "")].value is not None
    assert sums_up(cell)


def test_missing_figures_are_told_where_they_count() -> None:
    *_, gamma = traced("for_each: {m: municipalities}, measure: 'gain[m]', at_least: 0")

    (cell,) = gamma.children[0].children
    (missing,) = [line for line in cell.children if line.step is Step.MISSING]
    assert missing.figures == ("services.plan.workplaces_today.gamma",)
    assert cell.value is None is gamma.value


def test_a_cell_that_is_met_again_is_not_told_again() -> None:
    (line,) = traced(
        "require: 'any(gain[m] >= 0 or gain[m] <= 0 for m in municipalities)'"
    )

    cells = [one for one in walk(line) if one.step is Step.CELL]
    first = {one.index: one for one in reversed(cells)}
    assert all(one.repeated is (one is not first[one.index]) for one in cells)
    assert all(one.repeated is False or one.children == () for one in cells)
    assert len(cells) == 6


def test_a_cell_can_be_traced_on_its_own() -> None:
    grounding = grounded(
        RULES + rule("for_each: {m: municipalities}, measure: 'roles[m]', at_most: 1")
    )
    assignment = parse_assignment(WHOLE, "a.yaml", grounding.scenario)
    evaluator = Evaluator(grounding.decisions.encode(assignment))
    measure = grounding.model.instances[0].measure
    assert measure is not None
    (cell,) = measure.terms
    assert isinstance(cell, Cell)

    assert trace(cell, evaluator, grounding).value == 1


@settings(max_examples=60)
@given(
    truths(Scope((("s", "services"), ("m", "municipalities")), depth=3), decided=True),
    st.data(),
)
def test_the_parts_of_every_line_make_up_its_value(
    text: str, data: st.DataObject
) -> None:
    body = f'for_each: {{s: services, m: municipalities}}, require: "{text}"'
    try:
        grounding = grounded(DECLARED + "rules:\n" + rule(body), INPUTS)
    except InputError:
        return
    values = grounding.decisions.encode(data.draw(assignments(region(INPUTS).scenario)))
    evaluator = Evaluator(values)

    for instance in grounding.model.instances:
        assert all(
            sums_up(line) for line in walk(trace(instance, evaluator, grounding))
        )


def walk(line: TraceLine) -> list[TraceLine]:
    return [line, *(one for child in line.children for one in walk(child))]


def sums_up(line: TraceLine) -> bool:
    """Check a line against its children; those of rules are no sums."""
    parts = [child.value for child in line.children]
    if line.repeated or line.step is Step.RULE:
        return True
    match line.step:
        case Step.CELL | Step.PART | Step.MEASURED | Step.LIMIT:
            known = [
                c.coefficient * c.value for c in line.children if c.value is not None
            ]
            total = sum(known, Fraction(0)) if len(known) == len(parts) else None
            return line.value == total
        case Step.LEAST | Step.GREATEST if None not in parts:
            numbers = [part for part in parts if part is not None]
            return line.value == (min if line.step is Step.LEAST else max)(numbers)
        case Step.NOT:
            return line.value == (None if parts[0] is None else 1 - parts[0])
        case Step.TRUTH:
            return line.value == parts[0]
        case _:
            return True
