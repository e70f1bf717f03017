"""The CP-SAT model of a made-up region, built by hand in a loop.

The rules of `rules/vestre-varanger.yaml` as one would type them who knows the region's
numbers: fractions cleared beforehand, sums by `weighted_sum`, and a variable for what
several constraints use. FTE are tenths throughout.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from ortools.sat.python.cp_model import CpModel, LinearExpr

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import IntVar, LinearExprT

    from support.region import Region, Service

    Sum: TypeAlias = tuple[list[IntVar], list[int], int]
    """Variables, their factors, and a constant."""

NEAR = 60  # minutes
LONE = 20  # tenths of FTE
WINTER = 10
FAR = 2**40


class ByHand:
    """All variables and constraints of a region.

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
        self.joint: list[IntVar | None] = []
        self.host: list[list[IntVar]] = []
        self.network: list[IntVar | None] = []
        self.staff: list[list[Sum]] = []
        for service in region.services:
            self.decide(service)
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

    def decide(self, service: Service) -> None:
        """Add what is decided of a service, and what is always so."""
        model, total = self.model, service.after
        joint = model.new_bool_var("joint") if service.may_stay_unshared else None
        host = [model.new_bool_var("host") for _ in self.places]
        network = model.new_bool_var("network") if service.delivery == "either" else None
        self.joint.append(joint)
        self.host.append(host)
        self.network.append(network)
        shared = 1 if joint is None else joint
        model.add(LinearExpr.sum(host) == shared)
        if network is not None and joint is not None:
            model.add_implication(network, joint)
        if service.delivery == "central":
            self.staff.append(self.with_today(service, joint, host, total))
            return
        spread = [model.new_int_var(0, total, "staff") for _ in self.places]
        model.add(LinearExpr.sum(spread) == total * shared)
        if network is not None:
            central = ~network
            for here, is_host in zip(spread, host, strict=True):
                model.add(here == total * is_host).only_enforce_if(central)
        self.staff.append(self.with_today(service, joint, spread, 1))

    def with_today(
        self, service: Service, joint: IntVar | None, shared: list[IntVar], factor: int
    ) -> list[Sum]:
        """Give the staff of each municipality: as today where it stays unshared."""
        if joint is None:
            return [([here], [factor], 0) for here in shared]
        return [
            ([here, joint], [factor, -today], today)
            for here, today in zip(shared, service.today, strict=True)
        ]

    # Rules

    def sums(self) -> None:
        """Add a variable for each sum that several rules use."""
        services = self.region.services
        self.before = [sum(service.today[m] for service in services) for m in self.places]
        everybody = sum(service.after for service in services)
        everybody += sum(sum(service.today) for service in services)
        self.change = [
            self.equal(self.change_at(m), -before, everybody)
            for m, before in enumerate(self.before)
        ]
        everything = (self.change, [1] * len(self.change), 0)
        self.change_in_all = self.equal(everything, -sum(self.before), everybody)
        self.hosted = [
            self.equal(([host[m] for host in self.host], [1] * len(services), 0), 0, FAR)
            for m in self.places
        ]

    def change_at(self, m: int) -> Sum:
        """Sum up staff in a municipality, less that of today."""
        variables: list[IntVar] = []
        factors: list[int] = []
        constant = -self.before[m]
        for staff in self.staff:
            more, factor, offset = staff[m]
            variables += more
            factors += factor
            constant += offset
        return variables, factors, constant

    def equal(self, total: Sum, low: int, high: int) -> IntVar:
        """Add a variable for a sum."""
        variables, factors, constant = total
        result = self.model.new_int_var(low, high, "sum")
        terms = LinearExpr.weighted_sum([*variables, result], [*factors, -1])
        self.model.add(terms == -constant)
        return result

    def pay(self) -> None:
        """Nobody pays more than today."""
        services = self.region.services
        open_ = [s for s, joint in enumerate(self.joint) if joint is not None]
        choices = [joint for joint in self.joint if joint is not None]
        self.gain: list[IntVar] = []
        for m in self.places:
            saved = [service.cost_today[m] - service.pays[m] for service in services]
            constant = sum(saved) - sum(saved[s] for s in open_)
            total = choices, [saved[s] for s in open_], constant
            self.gain.append(self.equal(total, -FAR, FAR))
            self.model.add(self.gain[-1] >= 0)

    def presence(self) -> None:
        """Staff is present as wished where a welfare service's host is far away."""
        for s, service in enumerate(self.region.services):
            for m, wished in enumerate(service.presence):
                if wished:
                    minutes = self.region.minutes[m]
                    far = [x for x, t in zip(self.host[s], minutes, strict=True) if t > NEAR]
                    variables, factors, constant = self.staff[s][m]
                    terms = LinearExpr.weighted_sum(
                        variables + far, factors + [-2 * wished] * len(far)
                    )
                    self.model.add(terms >= -constant)

    def network_staff(self) -> None:
        """Keep four fifths of today's staff everywhere in a network."""
        for s, service in enumerate(self.region.services):
            if service.delivery == "central":
                continue
            network = self.network[s]
            chosen = self.joint[s] if service.delivery == "network" else network
            for today, staff in zip(service.today, self.staff[s], strict=True):
                variables, factors, constant = staff
                factors = [5 * factor for factor in factors]
                if chosen is None:
                    terms = LinearExpr.weighted_sum(variables, factors)
                    self.model.add(terms >= 4 * today - 5 * constant)
                else:
                    terms = LinearExpr.weighted_sum(
                        [*variables, chosen], [*factors, -4 * today]
                    )
                    self.model.add(terms >= -5 * constant)

    def hosts(self) -> None:
        """Everybody hosts something, nobody everything, and hosts have a team."""
        size = self.region.size
        choices = [joint for joint in self.joint if joint is not None]
        certain = len(self.joint) - len(choices)
        for hosted in self.hosted:
            self.model.add(hosted >= 1)
            terms = LinearExpr.weighted_sum(
                [hosted, *choices], [size] + [-1] * len(choices)
            )
            self.model.add(terms <= certain + size)
        for s, service in enumerate(self.region.services):
            for is_host, staff in zip(self.host[s], self.staff[s], strict=True):
                variables, factors, constant = staff
                terms = LinearExpr.weighted_sum(
                    [*variables, is_host], [*factors, -service.team]
                )
                self.model.add(terms >= -constant)

    def transfers(self) -> None:
        """Nobody bears too much of a fall, and the better off do not gain by it."""
        model, total = self.model, sum(self.before)
        fall = model.new_int_var(-total, 0, "fall")
        model.add_min_equality(fall, [self.change_in_all, 0])
        for change, before in zip(self.change, self.before, strict=True):
            terms = 20 * total * change - 20 * before * fall
            model.add(terms >= -total * max(100, before))
        grows = [model.new_bool_var("grows") for _ in self.places]
        for change, grown in zip(self.change, grows, strict=True):
            model.add(change >= 2).only_enforce_if(grown)
            model.add(change <= 1).only_enforce_if(~grown)
        people = self.region.population
        for a in self.places:
            for b in self.places:
                more = self.before[a] * people[b] >= self.before[b] * people[a]
                if a != b and more:
                    kept = model.add(50 * self.change[b] >= -self.before[b])
                    kept.only_enforce_if(grows[a])

    # Stages

    def wishes(self) -> None:
        """Add what should hold: staff within reach, networks, nobody alone."""
        self.stages.append([*self.within_reach()])
        self.stages.append([*self.networks()])
        self.stages.append([self.group(*staff) for of in self.staff for staff in of])

    def within_reach(self) -> list[LinearExprT]:
        """Staff that no closed pass keeps away."""
        sums: list[LinearExprT] = []
        for s, service in enumerate(self.region.services):
            if "round_the_clock" not in service.flags:
                continue
            for apart in self.region.separated:
                variables: list[IntVar] = []
                factors: list[int] = []
                constant = -WINTER
                for staff, away in zip(self.staff[s], apart, strict=True):
                    if not away:
                        variables += staff[0]
                        factors += staff[1]
                        constant += staff[2]
                sums.append(LinearExpr.weighted_sum(variables, factors) + constant)
        return sums

    def networks(self) -> list[LinearExprT]:
        """Where staff is wished present, whether a shared service is a network."""
        literals: list[LinearExprT] = []
        for s, service in enumerate(self.region.services):
            if any(service.presence):
                literals.append(self.is_network(service, self.joint[s], self.network[s]))
        return literals

    def is_network(
        self, service: Service, joint: IntVar | None, network: IntVar | None
    ) -> LinearExprT:
        """Give one where a service is a network, or not shared."""
        if service.delivery == "network":
            return 1
        if network is None:
            return 0 if joint is None else ~joint
        if joint is None:
            return network
        fine = self.model.new_bool_var("fine")
        self.model.add_bool_or(~joint, network, ~fine)
        self.model.add_implication(~joint, fine)
        self.model.add_implication(network, fine)
        return fine

    def group(self, variables: list[IntVar], factors: list[int], constant: int) -> IntVar:
        """Add how much more staff there is than nobody, or than a lone few."""
        staff = LinearExpr.weighted_sum(variables, factors)
        margin = self.model.new_int_var(-LONE, FAR, "margin")
        self.model.add_max_equality(
            margin, [-staff - constant, staff + constant - LONE]
        )
        return margin

    def objectives(self) -> None:
        """Add balance, added value and travel."""
        total = sum(self.before)
        self.stages.append([
            total * change - before * self.change_in_all
            for change, before in zip(self.change, self.before, strict=True)
        ])
        self.stages.append([*self.gain])
        variables: list[IntVar] = []
        factors: list[int] = []
        to_all = [sum(minutes) for minutes in zip(*self.region.minutes, strict=True)]
        for s, service in enumerate(self.region.services):
            if service.welfare:
                variables += self.host[s]
                factors += to_all
        self.stages.append([LinearExpr.weighted_sum(variables, factors)])

    def tie_breaks(self) -> None:
        """Add staff that changes employer, hosts, staff that moves, and the rest."""
        variables: list[IntVar] = []
        factors: list[int] = []
        for host, service in zip(self.host, self.region.services, strict=True):
            variables += host
            everybody = sum(service.today)
            factors += [everybody - today for today in service.today]
        self.stages.append([LinearExpr.weighted_sum(variables, factors)])
        size = self.region.size
        order = [m - size for m in self.places]
        self.stages.append(
            [LinearExpr.weighted_sum(host, order) + size for host in self.host]
        )
        moved = [
            self.moved(today, *staff)
            for service, of in zip(self.region.services, self.staff, strict=True)
            for today, staff in zip(service.today, of, strict=True)
        ]
        self.stages.append([LinearExpr.sum(moved)])
        self.stages.append([staff[0][0] for of in self.staff for staff in of])

    def moved(
        self, today: int, variables: list[IntVar], factors: list[int], constant: int
    ) -> IntVar:
        """Add how much staff a municipality loses in a service."""
        moved = self.model.new_int_var(0, today, "moved")
        staff = LinearExpr.weighted_sum(variables, factors)
        self.model.add_max_equality(moved, [today - constant - staff, 0])
        return moved
