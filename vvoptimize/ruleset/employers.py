"""Who leaves the employer of today: what a service's staff loses when it is shared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.ruleset.arithmetic import Accumulator, Quantity, total
from vvoptimize.ruleset.data import today_employed
from vvoptimize.ruleset.ground import Affine, Greatest
from vvoptimize.scenario.services import Employer, Service

if TYPE_CHECKING:
    from vvoptimize.ruleset.decisions import Decisions


def change_employer(service: Service, decisions: Decisions) -> Quantity:
    """FTE of a service that leave their employer of today."""
    if service.employer is Employer.WORKPLACE:
        return total(
            lost(today_employed(service, m), decisions.employed(service, m))
            for m in service.participants
        )
    staff = {m: today_employed(service, m) for m in service.participants}
    known = {m: fte for m, fte in staff.items() if not isinstance(fte, Affine)}
    in_all, accumulator = sum(known.values()), Accumulator()
    for host in service.participants:
        hosts = decisions.host(service, host)
        if hosts:  # then all leave but the host's own
            accumulator.add(hosts, in_all - known.get(host, 0))
    return accumulator.result()


def lost(today: Quantity, after: Quantity) -> Quantity:
    """What is lost from today, zero where nothing is; unknown figures are left out."""
    accumulator = Accumulator()
    accumulator.add(today, 1)
    accumulator.add(after, -1)
    lost = accumulator.result()
    if not isinstance(lost, Affine):
        return max(lost, 0)
    if lost.unknown:
        return 0
    return Affine({Greatest((lost, Affine())): 1})
