"""Who pays what for a joint service: its cost shared out by a key, to the krone."""

from __future__ import annotations

from itertools import product
from math import lcm
from typing import TYPE_CHECKING

from vvoptimize.ruleset.arithmetic import Quantity, missing, missing_figures
from vvoptimize.ruleset.columns.reader import ColumnReader
from vvoptimize.ruleset.data import cost_after
from vvoptimize.ruleset.ground import Affine, Certain, Index, Undetermined
from vvoptimize.scenario.exact import exact_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from vvoptimize.errors import Problems, Span
    from vvoptimize.ruleset.rules import CostKey
    from vvoptimize.ruleset.unroll import Unroller
    from vvoptimize.scenario.exact import Exact
    from vvoptimize.scenario.figures import Where
    from vvoptimize.scenario.model import Scenario
    from vvoptimize.scenario.reading import ScenarioFile
    from vvoptimize.scenario.services import Service


def apportion(total: int, weights: Sequence[Exact]) -> list[int]:
    """Share out a whole amount by weights: largest remainder, or Hamilton's method.

    Parameters
    ----------
    total
        Whole kroner, or any other indivisible unit.
    weights
        Not negative, not all zero.

    Returns
    -------
    list of int
        One amount per weight; they add up to `total`. Of equal remainders the first
        goes first.

    Examples
    --------
    >>> apportion(10, [1, 1, 1])
    [4, 3, 3]
    """
    scale = lcm(*{weight.denominator for weight in weights})
    parts = [weight.numerator * (scale // weight.denominator) for weight in weights]
    whole = sum(parts)
    quotas = [divmod(total * part, whole) for part in parts]
    shares = [share for share, _ in quotas]
    order = sorted(range(len(quotas)), key=lambda i: (-quotas[i][1], i))
    for i in order[: total - sum(shares)]:
        shares[i] += 1
    return shares


def payments(
    file: ScenarioFile,
    keys: tuple[CostKey, ...],
    unroller: Unroller,
    problems: Problems,
    services: Iterable[tuple[Where, Service]] | None = None,
) -> Mapping[Index, Quantity]:
    """Give what each participant pays for each service when it is joint.

    The first key whose `where` is true for a service is the one used.

    Parameters
    ----------
    services
        Each with the place of its cost in the file; as the scenario has them when left
        out.

    Returns
    -------
    Mapping
        NOK/year by [service, municipality], participants only; unknown without a key or
        a cost, and where it is not known which key is the one.
    """
    payer = _Payer(keys, unroller, problems)
    table: dict[Index, Quantity] = {}
    for where, service in _costs(file.scenario) if services is None else services:
        if service.cost_after is not None:
            payer.cost_span = file.document.span(where)
        for m, amount in payer.shares(service).items():
            table[(service.id, m)] = amount
    return table


def _costs(scenario: Scenario) -> Iterator[tuple[Where, Service]]:
    for i, service in enumerate(scenario.services):
        yield ("services", i, "cost_after"), service


class _Payer:
    def __init__(
        self, keys: tuple[CostKey, ...], unroller: Unroller, problems: Problems
    ) -> None:
        self._keys = keys
        self._unroller = unroller
        self._reader = ColumnReader(unroller.world, unroller.measures)
        self._weighing: dict[str, Callable[[str, str], Quantity]] = {}
        self._problems = problems
        self.cost_span: Span | None = None

    def shares(self, service: Service) -> Mapping[str, Quantity]:
        key = self._key_for(service)
        if isinstance(key, tuple):
            return dict.fromkeys(service.participants, missing(key))
        cost, weights = cost_after(service), self._weights(service, key)
        figures = [f for part in (cost, *weights) for f in missing_figures(part)]
        if figures:
            return dict.fromkeys(service.participants, missing(dict.fromkeys(figures)))
        shares = self._apportioned(service, key, cost, weights)
        return dict(zip(service.participants, shares, strict=True))

    def _key_for(self, service: Service) -> CostKey | tuple[str, ...]:
        """Give the key used; or the figures that are missing to know which."""
        for key in self._keys:
            if key.where is None:
                return key
            test = self._unroller.truth(key.where)({_variables(key)[0]: service.id})
            if isinstance(test, Undetermined):
                return test.figures
            if isinstance(test, Certain) and test.value:
                return key
        return (f"cost_keys for {service.id}",)

    def _weights(self, service: Service, key: CostKey) -> list[Quantity]:
        weights = self._weights_by(key)
        return [weights(service.id, payer) for payer in service.participants]

    def _weights_by(self, key: CostKey) -> Callable[[str, str], Quantity]:
        """Give the function that tells a weight; most are worked out at once."""
        if key.key_id not in self._weighing:
            self._weighing[key.key_id] = self._weighed(key)
        return self._weighing[key.key_id]

    def _weighed(self, key: CostKey) -> Callable[[str, str], Quantity]:
        s, m = _variables(key)
        world = self._unroller.world
        frame = self._reader.frame(key.variables)
        column = self._reader.number(key.weight.tree, frame)
        places = product(*(world.sets[v.set_name] for v in key.variables))
        names = [variable.name for variable in key.variables]
        one_by_one = self._unroller.number(key.weight)
        known = {
            place: number
            for i, (place, number) in enumerate(
                zip(places, column.exact(), strict=True)
            )
            if i not in column.doubt
        }

        def weight(service: str, payer: str) -> Quantity:
            case = {s: service, m: payer}
            number = known.get(tuple(case[name] for name in names))
            return one_by_one(case) if number is None else number

        return weight

    def _apportioned(
        self, service: Service, key: CostKey, cost: Quantity, weights: list[Quantity]
    ) -> list[int]:
        known = [weight for weight in weights if not isinstance(weight, Affine)]
        nothing = [0] * len(weights)
        if not _usable(known):
            span = key.weight.span(key.weight.tree.at)
            self._problems.add("VV366", span, service=service.id, key=key.key_id)
            return nothing
        if not isinstance(cost, int):
            value = "" if isinstance(cost, Affine) else exact_text(cost)
            self._problems.add("VV365", self.cost_span, service=service.id, value=value)
            return nothing
        return apportion(cost, known)


def _variables(key: CostKey) -> tuple[str, str]:
    by_set = {variable.set_name: variable.name for variable in key.variables}
    return by_set["services"], by_set["municipalities"]


def _usable(weights: Sequence[Exact]) -> bool:
    signs = [weight.numerator for weight in weights]  # comparing fractions is slow
    return min(signs, default=0) >= 0 and any(signs)
