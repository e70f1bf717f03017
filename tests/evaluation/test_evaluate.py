"""An assignment is judged by every rule and measured by every objective."""

from fractions import Fraction

import pytest

from tests.ruleset.region import grounded, rule, told
from vvoptimize.assignment import parse_assignment
from vvoptimize.errors import InputError
from vvoptimize.evaluation.evaluate import evaluate, structure_holds
from vvoptimize.evaluation.municipalities import Reader
from vvoptimize.evaluation.verdicts import Verdict
from vvoptimize.ruleset.grounding import Grounding
from vvoptimize.ruleset.rules import RuleKind

WHOLE = """\
hosts: {plan: alfa, care: beta, web: gamma}
unshared: [duty]
workplaces: {web: {alfa: 0.5, beta: 2}}
forms: {plan: host-form}
"""
GAIN = """\
measures:
  gain:
    for_each: {m: municipalities}
    unit: FTE
    expr: sum(workplaces[s, m] - workplaces_today[s, m] for s in services)
  one: {unit: "1", expr: "any(joint[s] for s in services) * 2"}
"""
EACH = "for_each: {m: municipalities}"
KEY = """\
cost_keys:
- id: k
  clause: "9"
  reading: x
  for_each: {s: services, m: municipalities}
  weight: 1
"""


def values(grounding: Grounding) -> tuple[int, ...]:
    assignment = parse_assignment(WHOLE, "a.yaml", grounding.scenario)
    return grounding.decisions.encode(assignment)


def objective(body: str, objective_id: str = "o") -> str:
    return f'- {{id: {objective_id}, clause: "1", reading: x, {body}}}\n'


def test_rules_are_judged_in_file_order_with_those_that_apply_to_nothing() -> None:
    rules = "rules:\n" + rule(f"{EACH}, require: 'gain[m] <= 0'", "gains")
    rules += rule(f"{EACH}, where: m != m, require: 'gain[m] >= 0'", "nothing")
    rules += rule("require: 'one == 2'", "one").replace("kind: require", "kind: prefer")
    grounding = grounded(GAIN + rules)

    evaluation = evaluate(grounding, values(grounding))

    verdicts = {rule.rule.rule_id: rule.verdict for rule in evaluation.rules}
    assert verdicts == {
        "gains": Verdict.BROKEN,
        "nothing": Verdict.NOT_APPLICABLE,
        "one": Verdict.HOLDS,
    }
    gains = evaluation.rules[0]
    assert [i.verdict for i in gains.instances] == ["broken", "broken", "unknown"]
    assert gains.count(Verdict.BROKEN) == 2
    assert [dict(i.at)["m"] for i in evaluation.broken] == ["alfa", "beta"]
    assert [dict(i.at)["m"] for i in evaluation.unknown] == ["gamma"]
    assert [r.rule.rule_id for r in evaluation.of_kind(RuleKind.PREFER)] == ["one"]
    assert [r.rule_id for r in grounding.not_applicable] == ["nothing"]


def test_objective_measures_each_party_and_one_in_doubt_is_unknown() -> None:
    hosts = "sum(host[s, m] for s in services)"
    rules = GAIN + "objectives:\n"
    rules += objective(f"{EACH}, where: 'population[m] > 0', leximin: '{hosts}'")
    rules += objective("minimise: one, step: 0.5", "p")
    grounding = grounded(rules)

    first, second = evaluate(grounding, values(grounding)).objectives

    assert [party.value for party in first.parties] == [1, 1, None]
    assert [party.value for party in second.parties] == [2]
    assert second.step == Fraction(1, 2)
    assert first.step is None


@pytest.mark.parametrize(
    ("step", "code"), [("-1", "VV376"), ("population[m]", "VV331")]
)
def test_a_step_is_a_known_number_above_zero(step: str, code: str) -> None:
    with pytest.raises(InputError) as caught:
        grounded(GAIN + "objectives:\n" + objective(f"minimise: 'one', step: '{step}'"))

    assert [found for found, _ in told(caught.value)] == [code]


def test_values_that_are_no_assignment_are_told_from_those_that_are() -> None:
    grounding = grounded("rules:\n" + rule("require: 1 == 1"))
    right = values(grounding)

    assert structure_holds(grounding, right)
    assert not structure_holds(grounding, (0,) * len(right))


def test_each_municipality_before_and_after() -> None:
    grounding = grounded(KEY)

    alfa, beta, gamma = Reader(grounding.states[-1], values(grounding)).municipalities()

    assert (alfa.hosts, beta.hosts, gamma.hosts) == (("plan",), ("care",), ("web",))
    assert (alfa.workplaces_before, alfa.workplaces_after) == (4, Fraction(9, 2))
    assert alfa.change == Fraction(1, 2)
    assert (beta.workplaces_before, beta.workplaces_after) == (
        Fraction(9, 2),
        Fraction(13, 2),
    )
    assert gamma.change is None  # its planners of today are not known
    assert (alfa.employed_after, gamma.employed_after) == (4, Fraction(5, 2))
    assert (alfa.travel, alfa.farthest) == (85, "web")
    assert (beta.travel, beta.farthest) == (50, "web")
    assert alfa.paid_before is None is alfa.gains
    assert gamma.pays is None  # nothing says what the unshared service costs


def test_each_service_with_its_staff() -> None:
    grounding = grounded(KEY)

    plan, care, web, duty = Reader(grounding.states[-1], values(grounding)).services()

    assert (plan.host, plan.network, dict(plan.workplaces)) == (
        "alfa",
        False,
        {"alfa": 4, "beta": 0, "gamma": 0},
    )
    assert plan.change_employer is None  # 1 from beta; gamma's are not known
    assert care.change_employer == 1  # employed where they work: alfa's move
    assert (web.network, web.change_employer) == (True, 1)
    assert (duty.host, duty.change_employer) == (None, 0)
