"""Random formulas that check, and random assignments."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from vvoptimize.assignment import Assignment
from vvoptimize.ruleset.choices import Choices
from vvoptimize.scenario.exact import Exact, exact
from vvoptimize.scenario.services import Delivery, Service

if TYPE_CHECKING:
    from vvoptimize.scenario.model import Scenario

S, M = "services", "municipalities"

DATA = {
    "1": ["x[M]", "y[S]", "z[S, M]", "w", "factor"],
    "FTE": [
        "workplaces_today[S, M]",
        "employed_today[S, M]",
        "staff_after[S]",
        "some_fte",
    ],
}
DECIDED = {
    "1": ["roles[M]", "spread", "tasks[S, M]"],
    "FTE": ["workplaces[S, M]", "employed[S, M]", "gain[M]"],
}
DATA_TRUTHS = ["statutory[S]", "participant[S, M]", "t[S, M]", "separated[M, M]"]
DECIDED_TRUTHS = ["joint[S]", "host[S, M]", "network[S]", "form[S, F]", "busy[M]"]

DECLARED = """\
parameters:
  factor: {unit: "1", value: 1.5, range: [0, 9], status: proposed, label: x}
  some_fte: {unit: FTE, value: 0.75, range: [0, 9], status: proposed, label: x}
inputs:
  x: {index: [municipalities]}
  y: {index: [services]}
  z: {index: [services, municipalities]}
  w: {}
  head: {index: [municipalities]}
  t: {index: [services, municipalities], unit: bool}
measures:
  roles:
    for_each: {m: municipalities}
    unit: "1"
    expr: count(host[s, m] for s in services)
  gain:
    for_each: {m: municipalities}
    unit: FTE
    expr: sum(workplaces[s, m] - workplaces_today[s, m] for s in services)
  spread: {unit: "1", expr: "max(roles[m] for m in municipalities) - 1"}
  busy:
    for_each: {m: municipalities}
    unit: bool
    expr: "roles[m] >= 2 or gain[m] > 0"
cost_keys:
- id: key
  clause: "9"
  reading: x
  for_each: {s: services, m: municipalities}
  weight: y[s] + head[m]
"""
INPUTS = """\
inputs:
  x: {alfa: -1.5, beta: 2, gamma: unknown}
  y: {plan: 0, care: 0.5, web: 3}
  z: {plan: {alfa: 1, beta: 0, gamma: -1}, care: {alfa: unknown, beta: 2}}
  w: 0.2
  head: {alfa: 3, beta: 2, gamma: 1.7}
  t: {plan: {alfa: 1, beta: 0, gamma: unknown}, web: {alfa: 1, beta: 1, gamma: 0}}
"""


@dataclass(frozen=True)
class Scope:
    """The index variables at hand, and how deep a formula may still go."""

    variables: tuple[tuple[str, str], ...]
    depth: int

    def of(self, set_name: str) -> list[str]:
        return [name for name, one in self.variables if one == set_name]

    def deeper(self) -> Scope:
        return replace(self, depth=self.depth - 1)

    def with_one(self, set_name: str) -> tuple[str, Scope]:
        name = f"v{len(self.variables)}"
        inner = Scope((*self.variables, (name, set_name)), self.depth - 1)
        return name, inner


def lookup(draw: st.DrawFn, names: list[str], scope: Scope) -> str | None:
    """Give one of the tables, looked up by variables at hand; None when none can be."""
    template = draw(st.sampled_from(names))
    for letter, set_name in (("S", S), ("M", M), ("F", "forms")):
        for end in (",", "]"):
            while f"{letter}{end}" in template:
                known = scope.of(set_name)
                if not known:
                    return None
                chosen = draw(st.sampled_from(known))
                template = template.replace(f"{letter}{end}", f"{chosen}{end}", 1)
    return template


@st.composite
def numbers(draw: st.DrawFn, scope: Scope, unit: str, *, decided: bool) -> str:
    kinds = ["leaf"]
    if scope.depth > 0:
        kinds = ["leaf", "plus", "times", "over", "negative", "sum", "extreme", "max"]
        kinds += ["abs", "truth", "count"] if unit == "1" else ["abs"]
    kind = draw(st.sampled_from(kinds))
    inner = scope.deeper()
    if kind == "leaf":
        names = DATA[unit] + (DECIDED[unit] if decided else [])
        found = lookup(draw, names, scope)
        literal = draw(st.sampled_from(["0", "1", "2", "0.5"]))
        return found or (literal if unit == "1" else f"{literal} * some_fte")
    part = numbers(inner, unit, decided=decided)
    if kind == "plus":
        return f"({draw(part)} {draw(st.sampled_from('+-'))} {draw(part)})"
    if kind == "times":
        weight = draw(numbers(inner, "1", decided=False))
        factors = draw(st.permutations([weight, draw(part)]))
        return f"({factors[0]} * {factors[1]})"
    if kind == "over":
        return f"({draw(part)} / {draw(st.sampled_from(['2', 'factor', '0.4']))})"
    if kind == "negative":
        return f"(-{draw(part)})"
    if kind in ("sum", "count", "extreme"):
        return draw(aggregates(scope, kind, unit, decided=decided))
    if kind == "max":
        function = draw(st.sampled_from(["min", "max"]))
        return f"{function}({draw(part)}, {draw(part)})"
    if kind == "abs":
        return f"abs({draw(part)})"
    return f"({draw(truths(inner, decided=decided))})"


@st.composite
def aggregates(
    draw: st.DrawFn, scope: Scope, kind: str, unit: str, *, decided: bool
) -> str:
    set_name = draw(st.sampled_from([S, M]))
    name, inner = scope.with_one(set_name)
    condition = ""
    if kind != "extreme" and draw(st.booleans()):
        condition = f" if {draw(truths(inner, decided=False))}"
    if kind == "count":
        body, function = draw(truths(inner, decided=decided)), "count"
    elif kind == "any":
        body = draw(truths(inner, decided=decided))
        function = draw(st.sampled_from(["any", "all"]))
    else:
        body = draw(numbers(inner, unit, decided=decided))
        function = "sum" if kind == "sum" else draw(st.sampled_from(["min", "max"]))
    return f"{function}({body} for {name} in {set_name}{condition})"


@st.composite
def truths(draw: st.DrawFn, scope: Scope, *, decided: bool) -> str:
    kinds = ["leaf", "compare"]
    if scope.depth > 0:
        kinds += ["compare", "chain", "and", "not", "implies", "any"]
        kinds += ["elements"] if len(scope.of(M)) > 1 else []
    kind = draw(st.sampled_from(kinds))
    inner = scope.deeper()
    if kind == "leaf":
        names = DATA_TRUTHS + (DECIDED_TRUTHS if decided else [])
        return lookup(draw, names, scope) or "1 == 1"
    if kind == "elements":
        a, b = scope.of(M)[:2]
        return f"{a} {draw(st.sampled_from(['==', '!=']))} {b}"
    if kind in ("compare", "chain"):
        unit = draw(st.sampled_from(["1", "FTE"]))
        operands = numbers(inner, unit, decided=decided)
        text = draw(operands)
        for _ in range(1 if kind == "compare" else 2):
            order = draw(st.sampled_from(["<=", "<", ">=", ">", "==", "!="]))
            text += f" {order} {draw(operands)}"
        return text
    part = truths(inner, decided=decided)
    if kind == "and":
        joined = draw(st.sampled_from(["and", "or"]))
        return f"({draw(part)}) {joined} ({draw(part)})"
    if kind == "not":
        return f"not ({draw(part)})"
    if kind == "implies":
        return f"implies({draw(part)}, {draw(part)})"
    return draw(aggregates(scope, "any", "1", decided=decided))


@st.composite
def assignments(draw: st.DrawFn, scenario: Scenario) -> Assignment:
    """Give any assignment that the scenario allows."""
    choices = Choices(scenario)
    hosts: dict[str, str | None] = {}
    for service in scenario.services:
        nobody: list[str | None] = [None] if service.may_stay_unshared else []
        hosts[service.id] = draw(st.sampled_from([*nobody, *service.candidates.among]))
    shared = [service for service in scenario.services if hosts[service.id]]
    networks = [service for service in shared if draw(is_network(service))]
    return Assignment(
        hosts=hosts,
        tasks={
            (service.id, task.id): draw(
                st.sampled_from([hosts[service.id] or "", *task.candidates])
            )
            for service in shared
            for task in service.tasks
        },
        networks=frozenset(service.id for service in networks),
        workplaces={
            (service.id, m): fte
            for service in networks
            for m, fte in draw(split(service, choices.step)).items()
        },
        forms={s.id: draw(st.sampled_from(s.forms)) for s in shared if s.forms},
        pays={},
    )


def is_network(service: Service) -> st.SearchStrategy[bool]:
    if service.delivery is Delivery.EITHER:
        return st.booleans()
    return st.just(service.delivery is Delivery.NETWORK)


@st.composite
def split(draw: st.DrawFn, service: Service, step: Exact) -> dict[str, Exact]:
    """Split a service's staff over its participants, in whole steps."""
    assert service.total_after is not None
    left = int((service.total_after.value or 0) / Fraction(step))
    *first, last = service.participants
    found: dict[str, Exact] = {}
    for m in first:
        part = draw(st.integers(0, left))
        found[m] = exact(part * Fraction(step))
        left -= part
    return found | {last: exact(left * Fraction(step))}
