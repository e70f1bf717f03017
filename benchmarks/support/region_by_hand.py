"""The CP-SAT model of a made-up region, built by hand in a loop.

The rules of `rules/vestre-varanger.yaml` as one would type them who knows the region's
numbers: fractions cleared beforehand, long sums by `LinearExpr.sum` and `weighted_sum`,
and a variable for what several constraints use. FTE are tenths throughout.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from ortools.sat.python.cp_model import CpModel, LinearExpr

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import IntVar, LinearExprT

    from support.region import Region, Service

NEAR = 60  # minutes
LONE = 20  # tenths of FTE
WINTER = 10
LARGE = 2**40


class ByHand:
    """All variables and constraints of a region, indexed by [service][municipality].

    Attributes
    ----------
    stages
        The expressions that each stage is about, in order.
    """

    def __init__(self, region: Region) -> None:
        self.region = region
        self.places = range(region.size)
        self.model = CpModel()
        self.stages: list[list[LinearExprT]] = []
        self.joint: list[LinearExprT] = []
        self.host: list[list[IntVar]] = []
        self.network: list[LinearExprT] = []
        self.staff: list[list[LinearExprT]] = []
        self.choices: list[IntVar] = []
        for s, service in enumerate(region.services):
            self.decide(s, service)
        self.sums()
        self.pay()
        self.presence()
        self.network_staff()
        self.hosts()
        self.transfers()
        self.wishes()
        self.objectives()
        self.tie_breaks()

    # Decisions

    def decide(self, s: int, service: Service) -> None:
        """Add what is decided of a service, and what is always so."""
        model, total = self.model, service.after
        joint: LinearExprT = 1
        if service.may_stay_unshared:
            joint = model.new_bool_var(f"joint[{s}]")
            self.choices.append(joint)
        host = [model.new_bool_var(f"host[{s},{m}]") for m in self.places]
        model.add(LinearExpr.sum(host) == joint)
        network: LinearExprT = joint if service.delivery == "network" else 0
        staff: list[LinearExprT] = [total * is_host for is_host in host]
        if service.delivery == "either":
            network = model.new_bool_var(f"network[{s}]")
            model.add(network <= joint)
        if service.delivery != "central":
            gathered = staff
            staff = [
                model.new_int_var(0, total, f"staff[{s},{m}]") for m in self.places
            ]
            model.add(LinearExpr.sum(staff) == total * joint)
            if service.delivery == "either":
                for here, all_here in zip(staff, gathered, strict=True):
                    model.add(here == all_here).only_enforce_if(~network)
        if service.may_stay_unshared:
            pairs = zip(staff, service.today, strict=True)
            staff = [here + today * (1 - joint) for here, today in pairs]
        self.joint.append(joint)
        self.host.append(host)
        self.network.append(network)
        self.staff.append(staff)

    # Rules

    def sums(self) -> None:
        """Add a variable for each sum that several rules use."""
        services = self.region.services
        self.before = [sum(x.today[m] for x in services) for m in self.places]
        self.change = [
            self.equal(LinearExpr.sum([of[m] for of in self.staff]) - before)
            for m, before in enumerate(self.before)
        ]
        self.change_in_all = self.equal(LinearExpr.sum(self.change))
        self.hosted = [
            self.equal(LinearExpr.sum([of[m] for of in self.host])) for m in self.places
        ]

    def equal(self, expression: LinearExprT) -> IntVar:
        """Add a variable for a sum."""
        variable = self.model.new_int_var(-LARGE, LARGE, "")
        self.model.add(variable == expression)
        return variable

    def pay(self) -> None:
        """Nobody pays more than today."""
        services = self.region.services
        self.gain = []
        for m in self.places:
            saved = [service.cost_today[m] - service.pays[m] for service in services]
            pairs = list(zip(saved, services, strict=True))
            certain = sum(more for more, x in pairs if not x.may_stay_unshared)
            open_ = [more for more, x in pairs if x.may_stay_unshared]
            gain = LinearExpr.weighted_sum(self.choices, open_) + certain
            self.gain.append(self.equal(gain))
            self.model.add(self.gain[m] >= 0)

    def presence(self) -> None:
        """Staff is present as wished where a welfare service's host is far away."""
        for s, service in enumerate(self.region.services):
            for m, wished in enumerate(service.presence):
                if wished:
                    minutes, host = self.region.minutes[m], self.host[s]
                    far = [host[h] for h in self.places if minutes[h] > NEAR]
                    # A tenth of FTE is half a day a week; nobody wishes over five.
                    needed = 2 * wished * LinearExpr.sum(far)
                    self.model.add(self.staff[s][m] >= needed)

    def network_staff(self) -> None:
        """Keep four fifths of today's staff everywhere in a network."""
        for s, service in enumerate(self.region.services):
            if service.delivery != "central":
                network = self.network[s]
                for staff, today in zip(self.staff[s], service.today, strict=True):
                    self.model.add(5 * staff >= 4 * today * network)

    def hosts(self) -> None:
        """Everybody hosts something, nobody everything, and hosts have a team."""
        size = self.region.size
        shared = LinearExpr.sum(self.joint)
        for hosted in self.hosted:
            self.model.add(hosted >= 1)
            self.model.add(size * hosted <= shared + size)
        for s, service in enumerate(self.region.services):
            for staff, is_host in zip(self.staff[s], self.host[s], strict=True):
                self.model.add(staff >= service.team * is_host)

    def transfers(self) -> None:
        """Nobody bears too much of a fall, and the better off do not gain by it."""
        model, total = self.model, sum(self.before)
        fall = model.new_int_var(-total, 0, "fall")
        model.add_min_equality(fall, [self.change_in_all, 0])
        for change, before in zip(self.change, self.before, strict=True):
            limit = 20 * before * fall - total * max(100, before)
            model.add(20 * total * change >= limit)
        grows = [model.new_bool_var(f"grows[{m}]") for m in self.places]
        for change, grown in zip(self.change, grows, strict=True):
            model.add(change >= 2).only_enforce_if(grown)
            model.add(change <= 1).only_enforce_if(~grown)
        people = self.region.population
        for a, b in product(self.places, repeat=2):
            if a != b and self.before[a] * people[b] >= self.before[b] * people[a]:
                kept = model.add(50 * self.change[b] >= -self.before[b])
                kept.only_enforce_if(grows[a])

    # Stages

    def wishes(self) -> None:
        """Add what should hold: staff within reach, networks, nobody alone."""
        reach = [
            LinearExpr.sum([of[m] for m in self.places if not away[m]]) - WINTER
            for service, of in zip(self.region.services, self.staff, strict=True)
            if "round_the_clock" in service.flags
            for away in self.region.separated
        ]
        networks = [
            self.is_network(s, service)
            for s, service in enumerate(self.region.services)
            if any(service.presence)
        ]
        groups = [
            self.group(staff, is_host, service)
            for service, of, hosts in zip(
                self.region.services, self.staff, self.host, strict=True
            )
            for staff, is_host in zip(of, hosts, strict=True)
        ]
        self.stages += [reach, networks, groups]

    def is_network(self, s: int, service: Service) -> LinearExprT:
        """Give one where a service is a network, or not shared."""
        network, joint = self.network[s], self.joint[s]
        if not service.may_stay_unshared or service.delivery != "either":
            return 1 - joint + network
        fine = self.model.new_bool_var(f"fine[{s}]")
        self.model.add_bool_or(~joint, network, ~fine)
        self.model.add_bool_or(joint, fine)
        self.model.add_bool_or(~network, fine)
        return fine

    def group(
        self, staff: LinearExprT, is_host: IntVar, service: Service
    ) -> LinearExprT:
        """Give how much more staff there is than a lone few; zero where nobody is."""
        if service.delivery == "central" and not service.may_stay_unshared:
            return staff - LONE * is_host
        some = self.model.new_bool_var("")
        self.model.add(staff >= 1).only_enforce_if(some)
        self.model.add(staff <= 0).only_enforce_if(~some)
        return staff - LONE * some

    def objectives(self) -> None:
        """Add balance, added value and travel."""
        total = sum(self.before)
        balance = [
            total * change - before * self.change_in_all
            for change, before in zip(self.change, self.before, strict=True)
        ]
        hosts: list[IntVar] = []
        minutes: list[int] = []
        to_all = [sum(column) for column in zip(*self.region.minutes, strict=True)]
        for host, service in zip(self.host, self.region.services, strict=True):
            if service.welfare:
                hosts += host
                minutes += to_all
        travel = LinearExpr.weighted_sum(hosts, minutes)
        self.stages += [balance, [*self.gain], [travel]]

    def tie_breaks(self) -> None:
        """Add staff that changes employer, hosts, staff that moves, and the rest."""
        services = self.region.services
        hosts = [is_host for of in self.host for is_host in of]
        leaving = [sum(x.today) - today for x in services for today in x.today]
        order = list(self.places)
        first = [LinearExpr.weighted_sum(host, order) for host in self.host]
        moved = [
            self.moved(today, staff)
            for service, of in zip(services, self.staff, strict=True)
            for today, staff in zip(service.today, of, strict=True)
        ]
        self.stages.append([LinearExpr.weighted_sum(hosts, leaving)])
        self.stages += [first, [LinearExpr.sum(moved)]]

    def moved(self, today: int, staff: LinearExprT) -> IntVar:
        """Add how much staff a municipality loses in a service."""
        moved = self.model.new_int_var(0, today, "")
        self.model.add_max_equality(moved, [today - staff, 0])
        return moved
