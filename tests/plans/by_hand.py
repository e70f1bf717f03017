"""Every plan of a small scenario, judged step by step without any steps.

What a plan is at a step is an ordinary scenario, with the figures of that day and what
has started by then shared: the rules judge it as they judge any other. What only steps
have (limits, windows, first years, the worst step, the mean over time) is worked out
here from the file's own data, and nothing here looks at how the search does it.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from itertools import product
from math import ceil, floor
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

import vvoptimize
from tests.plans.random_plans import Data, Rules, content_on, figure_on, text_of
from vvoptimize.assignment import Assignment
from vvoptimize.evaluation.verdicts import Verdict
from vvoptimize.ruleset.grounding import ground
from vvoptimize.ruleset.rules import RuleKind, Sense
from vvoptimize.scenario.exact import Exact, exact
from vvoptimize.solution.assessed import judge

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from vvoptimize.ruleset.grounding import Grounding
    from vvoptimize.ruleset.instances import At, GroundObjective


class Way(NamedTuple):
    """How one service may be shared.

    Attributes
    ----------
    spread
        FTE by participant, for a network whose staff is known.
    """

    host: str
    network: bool
    tasks: tuple[tuple[str, str], ...]
    spread: tuple[tuple[str, Exact], ...]
    form: str | None


Start: TypeAlias = tuple[Way, int]
"""A way to share a service, and the place of the step at which it starts."""
Plan: TypeAlias = "tuple[Start | None, ...]"
"""One entry per service; None leaves it as it is today."""
Ways: TypeAlias = "tuple[Way | None, ...]"
Judged: TypeAlias = "tuple[Verdict, Exact | None]"
Verdicts: TypeAlias = "dict[tuple[str, At], Judged]"
Goal: TypeAlias = "dict[At, Exact | None]"


def spreads(total: Fraction, places: list[str]) -> Iterator[tuple[Fraction, ...]]:
    """Give every way to spread staff in tenths of FTE."""
    if len(places) == 1:
        yield (total,)
        return
    for tenths in range(int(total * 10) + 1):
        for rest in spreads(total - Fraction(tenths, 10), places[1:]):
            yield (Fraction(tenths, 10), *rest)


class ByHand:
    """A scenario with steps and rules for it, worked through by hand."""

    def __init__(self, content: Data, rules: Rules) -> None:
        self.content = content
        self.rules = rules
        self.steps: list[Data] = content["steps"]
        self.ids: list[str] = [step["id"] for step in self.steps]
        self.days: list[str] = [step["date"] for step in self.steps]
        self.services: list[Data] = content["services"]
        self.pins: dict[str, Data] = {pin["service"]: pin for pin in content["pins"]}
        self.to_come = [t for t, one in enumerate(self.steps) if not one.get("taken")]
        self._parsed = vvoptimize.parse_rules(rules.text, "rules.yaml")
        self._kinds = {rule.rule_id: rule.kind for rule in self._parsed.rules}
        self._order = {rule.rule_id: n for n, rule in enumerate(self._parsed.rules)}
        self._grounded: dict[tuple[int, tuple[object, ...]], Grounding] = {}
        self._judged: dict[object, tuple[Verdicts, list[Goal]]] = {}

    # Which plans there are

    def plans(self) -> list[Plan]:
        """Give every plan: hosts, tasks, spread staff, and the order."""
        return list(product(*(self._of_service(one) for one in self.services)))

    def _of_service(self, service: Data) -> list[Start | None]:
        started = self._started(service)
        steps = self.to_come if started is None else [started]
        found: list[Start | None] = [
            (way, t) for way in self._ways(service) for t in steps
        ]
        if service["may_stay_unshared"] and started is None:
            found.append(None)
        return found

    def _started(self, service: Data) -> int | None:
        """Give the step that has happened at which a service started."""
        if "step" not in self.pins.get(service["id"], {}):
            return None
        t = self.ids.index(self.pins[service["id"]]["step"])
        return None if t in self.to_come else t

    def _ways(self, service: Data) -> Iterator[Way]:
        """Give every way to share a service, with the host it has if it has started."""
        networks = {"central": [False], "network": [True]}
        for host, network in product(
            self._hosts(service), networks.get(service["delivery"], [False, True])
        ):
            for tasks, spread, form in product(
                self._tasks(service, host),
                self._spread(service, network=network),
                service.get("forms", [None]),
            ):
                yield Way(host, network, tasks, spread, form)

    def _hosts(self, service: Data) -> list[str]:
        among: list[str] = service["candidates"]["among"]
        pinned = self.pins.get(service["id"], {}).get("host")
        return among if pinned is None or self._started(service) is None else [pinned]

    def _tasks(self, service: Data, host: str) -> Iterator[tuple[tuple[str, str], ...]]:
        tasks = service.get("tasks", [])
        places = [sorted({host, *task["candidates"]}) for task in tasks]
        for chosen in product(*places):
            yield tuple((task["id"], m) for task, m in zip(tasks, chosen, strict=True))

    def _spread(
        self, service: Data, *, network: bool
    ) -> Iterator[tuple[tuple[str, Exact], ...]]:
        total = figure_on(service["total_after"], self.days[0])
        if not network or total is None:
            yield ()
            return
        part = service["participants"]
        for amounts in spreads(Fraction(str(total)), part):
            yield tuple(zip(part, map(exact, amounts), strict=True))

    def assignment(self, plan: Plan) -> Assignment:
        """Give a plan as the package has it."""
        ways = tuple(None if one is None else one[0] for one in plan)
        starts = {
            service["id"]: self.ids[one[1]]
            for service, one in zip(self.services, plan, strict=True)
            if one is not None
        }
        return self._assignment(ways, starts)

    def _assignment(self, ways: Ways, starts: Mapping[str, str]) -> Assignment:
        shared = {
            service["id"]: way
            for service, way in zip(self.services, ways, strict=True)
            if way is not None
        }
        return Assignment(
            hosts={
                one["id"]: shared[one["id"]].host if one["id"] in shared else None
                for one in self.services
            },
            tasks={(s, t): m for s, way in shared.items() for t, m in way.tasks},
            networks=frozenset(s for s, way in shared.items() if way.network),
            workplaces={(s, m): x for s, way in shared.items() for m, x in way.spread},
            forms={s: way.form for s, way in shared.items() if way.form is not None},
            pays={},
            starts=starts,
        )

    # What a plan comes to

    def verdicts(self, plan: Plan) -> Verdicts:
        """Judge every case of every rule at every step that it is asked of."""
        found: Verdicts = {}
        for t in self.to_come:
            cases = self._at(plan, t)[0] | self._in_time(plan, t)
            for (rule, at), judged in cases.items():
                if rule not in self.rules.ends or t == len(self.steps) - 1:
                    found[rule, (*at, ("step", self.ids[t]))] = judged
        return found

    def goals(self, plan: Plan) -> list[Goal]:
        """Measure every objective over the steps that it is asked of."""
        return [
            self._goal(n, objective.objective_id, plan)
            for n, objective in enumerate(self._parsed.objectives)
        ]

    def _goal(self, number: int, id_: str, plan: Plan) -> Goal:
        asked = [len(self.steps) - 1] if id_ in self.rules.ends else self.to_come
        at_each = {t: self._at(plan, t)[1][number] for t in asked}
        if id_ in self.rules.moves:
            at_each = {t: {(): self._moves(plan, t)} for t in asked}
        if self._parsed.objectives[number].sense is Sense.LEXIMIN:
            return {
                at: lowest([at_each[t][at] for t in asked]) for at in at_each[asked[0]]
            }
        lasts = {t: self._days(t) for t in asked}
        values = [(at_each[t][()], Fraction(lasts[t])) for t in asked]
        if any(value is None for value, _ in values):
            return {(): None}
        total = sum((Fraction(value or 0) * n for value, n in values), Fraction(0))
        return {(): exact(total / sum(lasts.values()))}

    def _days(self, t: int) -> int:
        """Count the days that a step lasts; the last to the horizon, or a year."""
        begin = date.fromisoformat(self.days[t])
        if t + 1 < len(self.days):
            return (date.fromisoformat(self.days[t + 1]) - begin).days
        horizon = self.content.get("horizon")
        if horizon is not None:
            return (date.fromisoformat(horizon) - begin).days
        leap = begin.month == 2 and begin.day == 29
        end = begin.replace(year=begin.year + 1, day=28 if leap else begin.day)
        return (end - begin).days

    def _at(self, plan: Plan, t: int) -> tuple[Verdicts, list[Goal]]:
        """Judge the ordinary scenario that a plan is at a step."""
        ways = tuple(
            one[0] if one is not None and one[1] <= t else None for one in plan
        )
        costs = tuple(
            figure_on(self._cost(service, one, t), self.days[t])
            for service, one in zip(self.services, plan, strict=True)
        )
        key = (t, costs, ways)
        if key not in self._judged:
            grounding = self._ground(t, costs)
            assessed = judge(grounding, self._assignment(ways, {}))
            verdicts = {
                (case.rule.rule_id, case.at): (case.verdict, case.margin)
                for rule in assessed.evaluation.rules
                for case in rule.instances
            }
            goals = [
                {party.at: party.value for party in outcome.parties}
                for outcome in assessed.evaluation.objectives
            ]
            self._judged[key] = (verdicts, goals)
        return self._judged[key]

    def _cost(self, service: Data, one: Start | None, t: int) -> Any:
        """Give the figure of what a service costs: by the full years it has run."""
        if one is None or one[1] > t:
            return service["cost_after"]
        first, now = (date.fromisoformat(self.days[u]) for u in (one[1], t))
        years = 0
        while (now.year - years - 1, now.month, now.day) >= (
            first.year,
            first.month,
            first.day,
        ):
            years += 1
        return [*service.get("cost_ramp", []), *[service["cost_after"]] * 9][years]

    def _ground(self, t: int, costs: tuple[object, ...]) -> Grounding:
        if (t, costs) not in self._grounded:
            text = text_of(self._without_steps(t, costs))
            file = vvoptimize.parse_scenario(text, "static.yaml")
            self._grounded[t, costs] = ground(self._parsed, file)
        return self._grounded[t, costs]

    def _without_steps(self, t: int, costs: tuple[object, ...]) -> Data:
        """Give the content of an ordinary file of the day of a step."""
        content: Data = content_on(self.content, self.days[t])
        del content["steps"]
        content.pop("horizon", None)
        content["baseline"] = self.days[t]
        content["pins"] = [
            {key: pin[key] for key in ("service", "host", "reason")}
            for pin in content["pins"]
            if "host" in pin and self.ids.index(pin.get("step", self.ids[-1])) <= t
        ]
        for service, cost in zip(content["services"], costs, strict=True):
            for key in ("earliest", "latest", "cost_ramp", "effort"):
                service.pop(key, None)
            service["may_stay_unshared"] = self._may_be_unshared(service, t)
            service["candidates"]["among"] = self._hosts(service)
            service["cost_after"] = "unknown" if cost is None else cost
        return content

    def _may_be_unshared(self, service: Data, t: int) -> bool:
        started = self._started(service)
        if started is not None:
            return started > t
        return service["may_stay_unshared"] or self.to_come[-1] > t

    # What only steps have

    def _in_time(self, plan: Plan, t: int) -> Verdicts:
        found: Verdicts = {}
        starts = [
            service
            for service, one in zip(self.services, plan, strict=True)
            if one is not None and one[1] == t
        ]
        efforts = [figure_on(service["effort"], self.days[t]) for service in starts]
        effort = None if None in efforts else sum(efforts)
        for key, used in (
            ("services", len(starts)),
            ("staff", self._moves(plan, t)),
            ("effort", effort),
        ):
            if key in self.steps[t]["limits"]:
                limit = figure_on(self.steps[t]["limits"][key], self.days[t])
                found[f"{key}-limit", ()] = within(used, limit)
        for service in self.services:
            if self._closed(service, t):
                kept = Verdict.BROKEN if service in starts else Verdict.HOLDS
                found["window", (("s", service["id"]),)] = (kept, None)
            if self._due(service, t):
                shared = any(
                    one is service and way[1] <= t for one, way in self._shared(plan)
                )
                kept = Verdict.HOLDS if shared else Verdict.BROKEN
                found["due", (("s", service["id"]),)] = (kept, None)
        return found

    def _due(self, service: Data, t: int) -> bool:
        pinned = self.pins.get(service["id"], {}).get("step")
        return pinned is not None and self.ids.index(pinned) <= t

    def _closed(self, service: Data, t: int) -> bool:
        pinned = self.pins.get(service["id"], {}).get("step")
        if pinned is not None:
            return self.ids.index(pinned) != t
        first = self.ids.index(service.get("earliest", self.ids[0]))
        last = self.ids.index(service.get("latest", self.ids[-1]))
        return t < first or t > last

    def _moves(self, plan: Plan, t: int) -> Exact:
        """Count the staff that leaves its employer of today at a step.

        Who is not known to be employed is not counted.
        """
        leaving = (
            self._leaving(service, one[0], self.days[t])
            for service, one in self._shared(plan)
            if one[1] == t
        )
        return exact(sum(leaving, Fraction(0)))

    def _leaving(self, service: Data, way: Way, day: str) -> Fraction:
        after = dict.fromkeys(service["participants"], Fraction(0))
        if service["employer"] == "workplace":
            after |= {m: x or Fraction(0) for m, x in self.works(service, way, day)}
        else:
            after[way.host] = Fraction(10**6)  # the host's own stay, however many
        return sum(
            (
                max(Fraction(0), Fraction(str(today)) - after[m])
                for m, figure in service["workplaces_today"].items()
                if (today := figure_on(figure, day)) is not None
            ),
            Fraction(0),
        )

    def works(
        self, service: Data, way: Way, day: str
    ) -> list[tuple[str, Fraction | None]]:
        """Give the FTE of a shared service in each participant; None is unknown."""
        total = figure_on(service["total_after"], day)
        if total is None:
            return [(m, None) for m in service["participants"]]
        if way.network:
            return [(m, Fraction(x)) for m, x in way.spread]
        at = dict.fromkeys(service["participants"], Fraction(0))
        at[way.host] += Fraction(str(total))
        for task in service.get("tasks", []):
            fte = Fraction(str(figure_on(task["fte"], day)))
            at[way.host] -= fte
            at[dict(way.tasks)[task["id"]]] += fte
        return list(at.items())

    # Which plans are best

    def best(self) -> list[Plan]:
        """Give every plan that no stage up to the last objective tells apart."""
        judged = {plan: self.verdicts(plan) for plan in self.plans()}
        required = self.required
        left = [
            plan
            for plan, verdicts in judged.items()
            if not any(
                verdict is Verdict.BROKEN
                for (rule, _), (verdict, _) in verdicts.items()
                if rule in required
            )
        ]
        left = least(left, {plan: unknown(judged[plan], required) for plan in left})
        for rule in self._of_kind(RuleKind.PREFER):
            left = least(left, {plan: unknown(judged[plan], [rule]) for plan in left})
            left = least(left, {plan: shortfall(judged[plan], rule) for plan in left})
        measured = {plan: self.goals(plan) for plan in left}
        for number, objective in enumerate(self.objectives):
            values = {plan: measured[plan][number] for plan in left}
            if all(None not in goal.values() for goal in values.values()):
                left = least(left, {p: worth(v, objective) for p, v in values.items()})
        return left

    @property
    def objectives(self) -> list[GroundObjective]:
        """The objectives with their steps, which are those of the last day."""
        costs = tuple(
            figure_on(service["cost_after"], self.days[-1]) for service in self.services
        )
        return list(self._ground(len(self.days) - 1, costs).model.objectives)

    @property
    def required(self) -> list[str]:
        """Ids of the rules that are required."""
        return self._of_kind(RuleKind.REQUIRE)

    def _of_kind(self, kind: RuleKind) -> list[str]:
        return [rule for rule, own in self._kinds.items() if own is kind]

    def first(self, plans: list[Plan]) -> list[Plan]:
        """Give those that come first by the published tie-breaks, where all is known.

        Fewest FTE that change employer, hosts in file order, the earliest starts, and
        fewest FTE that change place of work.
        """
        order = [m["id"] for m in self.content["municipalities"]]
        last = self.days[-1]

        def employers(plan: Plan) -> Fraction:
            return sum(
                (self._leaving(s, one[0], last) for s, one in self._shared(plan)),
                Fraction(0),
            )

        def hosts(plan: Plan) -> list[int]:
            return [len(order) if x is None else order.index(x[0].host) for x in plan]

        def starts(plan: Plan) -> list[int]:
            return [len(self.ids) if one is None else one[1] for one in plan]

        def workplaces(plan: Plan) -> Fraction:
            return sum(
                (
                    max(Fraction(0), Fraction(str(figure_on(today, last))) - (x or 0))
                    for service, one in self._shared(plan)
                    for m, x in self.works(service, one[0], last)
                    for today in [service["workplaces_today"][m]]
                ),
                Fraction(0),
            )

        digits: list[Callable[[Plan], Any]] = [employers, hosts, starts, workplaces]
        for digit in digits:
            plans = least(plans, {plan: digit(plan) for plan in plans})
        return plans

    def _shared(self, plan: Plan) -> list[tuple[Data, Start]]:
        pairs = zip(self.services, plan, strict=True)
        return [(service, one) for service, one in pairs if one is not None]


def within(used: Exact | None, limit: object) -> Judged:
    if used is None or limit is None:
        return Verdict.UNKNOWN, None
    margin = exact(Fraction(str(limit)) - Fraction(str(used)))
    return (Verdict.BROKEN if margin < 0 else Verdict.HOLDS), margin


def lowest(values: list[Exact | None]) -> Exact | None:
    known = [value for value in values if value is not None]
    return min(known) if len(known) == len(values) else None


def unknown(verdicts: Verdicts, rules: list[str]) -> int:
    return sum(
        verdict is Verdict.UNKNOWN
        for (rule, _), (verdict, _) in verdicts.items()
        if rule in rules
    )


def shortfall(verdicts: Verdicts, rule: str) -> Fraction:
    """Add up what a soft rule falls short: its amount, or one for each case."""
    return sum(
        (
            Fraction(1 if margin is None else -margin)
            for (own, _), (verdict, margin) in verdicts.items()
            if own == rule and verdict is Verdict.BROKEN
        ),
        Fraction(0),
    )


def worth(goal: Goal, ground: GroundObjective) -> list[Fraction]:
    """What an objective makes small: ranks from the worst off, or one number."""
    values = [Fraction(value or 0) for value in goal.values()]
    step = ground.step
    if ground.objective.sense is Sense.MINIMISE:
        return [Fraction(ceil(v / step)) if step else v for v in values]
    counted = [Fraction(floor(v / step)) if step else v for v in values]
    return [-value for value in sorted(counted)]


def least(plans: list[Plan], costs: Mapping[Plan, Any]) -> list[Plan]:
    """Give the plans of the least cost."""
    lowest_cost = min((costs[plan] for plan in plans), default=None)
    return [plan for plan in plans if costs[plan] == lowest_cost]
