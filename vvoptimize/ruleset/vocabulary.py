"""The names that a formula may use: sets, tables of data, and decisions."""

from __future__ import annotations

from vvoptimize.classes import record
from vvoptimize.ruleset.units import PLAIN, Unit, parse_unit

SETS = ("services", "municipalities", "forms")  # of every scenario


@record
class Signature:
    """How a table is used.

    Attributes
    ----------
    index
        The sets it is indexed by.
    unit
        None for a truth.
    decides
        Whether it rests on a decision.
    """

    index: tuple[str, ...]
    unit: Unit | None
    decides: bool = False


def _signature(index: str, unit: str, *, decides: bool = False) -> Signature:
    sets = {"s": "services", "m": "municipalities", "f": "forms"}
    parsed = None if unit == "bool" else PLAIN if unit == "1" else parse_unit(unit)
    return Signature(tuple(sets[letter] for letter in index), parsed, decides)


DATA = {
    "population": _signature("m", "person"),
    "minutes": _signature("mm", "min"),
    "km": _signature("mm", "km"),
    "separated": _signature("mm", "bool"),
    "participant": _signature("sm", "bool"),
    "candidate": _signature("sm", "bool"),
    "statutory": _signature("s", "bool"),
    "welfare": _signature("s", "bool"),
    "public_authority": _signature("s", "bool"),
    "round_the_clock": _signature("s", "bool"),
    "principle": _signature("s", "bool"),
    "joint_today": _signature("s", "bool"),
    "host_today": _signature("sm", "bool"),
    "workplaces_today": _signature("sm", "FTE"),
    "employed_today": _signature("sm", "FTE"),
    "pays_today": _signature("sm", "NOK/year"),
    "staff_after": _signature("s", "FTE"),
    "cost_after": _signature("s", "NOK/year"),
    "minimum_team": _signature("s", "FTE"),
    "presence_wished": _signature("sm", "day/week"),
    "temporary_funding": _signature("s", "NOK/year"),
    "pinned": _signature("sm", "bool"),
    "form_today": _signature("sf", "bool"),
    "prerequisite": _signature("ss", "bool"),
    "effort": _signature("s", "week"),
    "start_closed": _signature("s", "bool"),
    "start_due": _signature("s", "bool"),
    "services_limited": _signature("", "bool"),
    "services_limit": _signature("", "1"),
    "staff_limited": _signature("", "bool"),
    "staff_limit": _signature("", "FTE"),
    "effort_limited": _signature("", "bool"),
    "effort_limit": _signature("", "week"),
}
DECISIONS = {
    "joint": _signature("s", "bool", decides=True),
    "host": _signature("sm", "bool", decides=True),
    "network": _signature("s", "bool", decides=True),
    "tasks": _signature("sm", "1", decides=True),
    "workplaces": _signature("sm", "FTE", decides=True),
    "employed": _signature("sm", "FTE", decides=True),
    "pays": _signature("sm", "NOK/year", decides=True),
    "joint_cost": _signature("s", "NOK/year", decides=True),
    "starts": _signature("s", "bool", decides=True),
    "changes_employer": _signature("s", "FTE", decides=True),
    "form": _signature("sf", "bool", decides=True),
}
TABLES = DATA | DECISIONS
