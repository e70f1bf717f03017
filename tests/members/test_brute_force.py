"""The best new hosts after an exit, against every assignment there is."""

from collections.abc import Mapping
from itertools import product
from random import Random

import pytest

from vvoptimize.assignment import Assignment, named_assignment
from vvoptimize.explanation.members.exit import Search, leave
from vvoptimize.explanation.members.plans import PlanInForce
from vvoptimize.ruleset.reading import parse_rules
from vvoptimize.scenario.exact import Exact
from vvoptimize.scenario.leaving import without
from vvoptimize.scenario.reading import ScenarioFile, parse_scenario
from vvoptimize.scenario.shares import JointPart
from vvoptimize.solution.assessed import Assessed, assess
from vvoptimize.solution.stages import Limits

RULES = parse_rules("""
schema: vvoptimize/rules/v1
parameters:
  loss: {unit: FTE, value: 2, range: [0, 9], status: proposed, label: loss}
measures:
  change:
    for_each: {m: municipalities}
    unit: FTE
    expr: sum(workplaces[s, m] - workplaces_today[s, m] for s in services)
cost_keys:
- id: key
  clause: "9"
  reading: by inhabitants
  for_each: {s: services, m: municipalities}
  weight: population[m]
rules:
- id: not-too-many
  clause: "1"
  reading: nobody hosts more than two
  authority: agreement
  kind: require
  for_each: {m: municipalities}
  measure: count(host[s, m] for s in services)
  at_most: 2
- id: not-too-much
  clause: "2"
  reading: nobody loses more than two
  authority: agreement
  kind: require
  for_each: {m: municipalities}
  measure: change[m]
  at_least: -loss
- id: each-hosts
  clause: "3"
  reading: everybody hosts something
  authority: agreement
  kind: prefer
  for_each: {m: municipalities}
  measure: count(host[s, m] for s in services)
  at_least: 1
objectives:
- id: balance
  clause: "4"
  reading: balance
  for_each: {m: municipalities}
  leximin: change[m]
""")
MUNICIPALITIES = ("a", "b", "c", "d")
SERVICES = ("s", "t", "u", "v")


def random_region(chance: Random) -> ScenarioFile:
    """Make four municipalities and four central services with a plan for them."""
    lines = ["schema: vvoptimize/scenario/v1", "id: x", "title: X", "municipalities:"]
    lines += [
        f"- {{id: {m}, name: {m}, population: {chance.randint(1, 9) * 100}}}"
        for m in MUNICIPALITIES
    ]
    lines.append("services:")
    hosts = {}
    for s in SERVICES:
        staff = {m: chance.randint(0, 5) for m in MUNICIPALITIES}
        among = sorted(chance.sample(MUNICIPALITIES, chance.choice([2, 3, 4])))
        hosts[s] = chance.choice(among)
        told = ", ".join(f"{m}: {fte}" for m, fte in staff.items())
        lines += [
            f"- id: {s}",
            f"  name: {s}",
            f"  candidates: [{', '.join(among)}]",
            f"  workplaces_today: {{{told}}}",
            f"  total_after: {sum(staff.values())}",
            f"  cost_today: {{{told}}}",
            f"  cost_after: {sum(staff.values())}",
        ]
    told = ", ".join(f"{s}: {m}" for s, m in hosts.items())
    lines += ["assignments:", "  now:", f"    hosts: {{{told}}}"]
    return parse_scenario("\n".join(lines), "x.yaml")


def worst_first(judged: Assessed) -> list[Exact]:
    """Give what each loses in FTE, the heaviest loss first."""
    return sorted((-(m.change or 0) for m in judged.municipalities), reverse=True)


def every_plan(file: ScenarioFile, now: Mapping[str, str | None], leaver: str):
    """Give (changed, not hosting, changes in FTE worst first) of each lawful plan."""
    scenario = without(file.scenario, leaver, JointPart.SCALED).scenario
    derived = ScenarioFile(scenario, file.document)
    choices = [s.candidates.among or (None,) for s in scenario.services]
    for hosts in product(*choices):
        plan = Assignment(
            dict(zip(SERVICES, hosts, strict=True)), {}, frozenset(), {}, {}, {}
        )
        judged = assess(RULES, derived, plan)
        if judged.evaluation.broken:
            continue
        kept = [s for s in SERVICES if now[s] != leaver and plan.hosts[s]]
        changed = sum(plan.hosts[s] != now[s] for s in kept)
        idle = sum(m not in hosts for m in scenario.municipality_ids)
        yield changed, idle, worst_first(judged)


@pytest.mark.parametrize("seed", range(12))
def test_new_plan_is_the_best_of_all_plans(seed):
    chance = Random(seed)
    file = random_region(chance)
    plan = named_assignment(file.scenario, "now")
    judged = assess(RULES, file, plan, name="now")
    leaver = chance.choice([host for host in plan.hosts.values() if host])

    found = leave(
        PlanInForce(file, RULES, None, judged, Limits()),
        leaver,
        JointPart.SCALED,
        today="2026-01-01",
        search=True,
    )

    plans = list(every_plan(file, plan.hosts, leaver))
    if not plans:
        assert found.new.search is Search.INFEASIBLE
        return
    assert found.new.search is Search.FOUND
    final = found.final
    hosts = final.assignment.hosts
    kept = [s for s in SERVICES if plan.hosts[s] != leaver and hosts[s]]
    ours = (
        sum(hosts[s] != plan.hosts[s] for s in kept),
        sum(m.municipality not in hosts.values() for m in final.municipalities),
        worst_first(final),
    )
    assert ours == min(plans)
    assert (found.new.fewest, found.new.proved) == (True, True)
