"""What rules are unrolled over: sets, tables and parameters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.ruleset.data import all_forms

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from vvoptimize.ruleset.data import Table
    from vvoptimize.ruleset.rules import IndexSet
    from vvoptimize.scenario.exact import Exact
    from vvoptimize.scenario.model import Scenario


class World:
    """Sets, tables and parameters; each table is built when first read.

    Attributes
    ----------
    sets
        Elements of each set, in file order.
    parameters
        Values in force.
    """

    def __init__(
        self,
        sets: Mapping[str, tuple[str, ...]],
        builders: Mapping[str, Callable[[], Table]],
        parameters: Mapping[str, Exact],
    ) -> None:
        self.sets = sets
        self.parameters = parameters
        self._builders = builders
        self._built: dict[str, Table] = {}

    def with_tables(self, builders: Mapping[str, Callable[[], Table]]) -> World:
        """Give a world with more or other tables; what else is built is shared."""
        world = World(self.sets, {**self._builders, **builders}, self.parameters)
        world._built = {n: t for n, t in self._built.items() if n not in builders}
        return world

    def table(self, name: str) -> Table | None:
        """Give a table by name, None when there is no such table."""
        if name not in self._built and name in self._builders:
            self._built[name] = self._builders[name]()
        return self._built.get(name)


def sets_of(
    scenario: Scenario, declared: Mapping[str, IndexSet]
) -> Mapping[str, tuple[str, ...]]:
    """Give the elements of each set, of the scenario and of rule files."""
    return {
        "services": scenario.service_ids,
        "municipalities": scenario.municipality_ids,
        "forms": all_forms(scenario),
        **{name: tuple(one.elements) for name, one in declared.items()},
    }
