"""Which cases a rule is asked of, and which parties an objective has."""

from __future__ import annotations

from itertools import compress, product
from typing import TYPE_CHECKING

from vvoptimize.classes import NamedTuple
from vvoptimize.ruleset.instances import ExceptedInstance

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from vvoptimize.ruleset.columns.frame import Frame
    from vvoptimize.ruleset.columns.reader import ColumnReader
    from vvoptimize.ruleset.instances import At
    from vvoptimize.ruleset.rules import Objective, Rule, Variable


class Asked(NamedTuple):
    """The cases of a rule, or the parties of an objective.

    Attributes
    ----------
    frame
        Of every combination of elements.
    chosen
        Whether each of them is asked of, for certain.
    excepted
        Places of those that are not, by an exception.
    unsure
        Places of those of which only their ground form tells.
    """

    frame: Frame
    chosen: Sequence[object]
    excepted: dict[int, ExceptedInstance]
    unsure: frozenset[int]

    @property
    def places(self) -> list[int]:
        """Places of those that are asked of, for certain."""
        return list(compress(range(self.frame.length), self.chosen))

    def narrowed(self) -> Frame:
        """Give the frame of those alone."""
        return self.frame if all(self.chosen) else self.frame.only(self.chosen)

    def without(self, places: Iterable[int]) -> Sequence[object]:
        """Tell what is chosen when some are not."""
        left_out = frozenset(places)
        if not left_out:
            return self.chosen
        return [one and i not in left_out for i, one in enumerate(self.chosen)]


class Asking:
    """Tells what is asked of, by the conditions of rules and objectives.

    Parameters
    ----------
    sets
        Elements of each set.
    """

    def __init__(
        self, reader: ColumnReader, sets: Mapping[str, tuple[str, ...]]
    ) -> None:
        self._reader = reader
        self._sets = sets
        self._ats: dict[tuple[Variable, ...], list[At]] = {}

    def all(self, variables: tuple[Variable, ...]) -> list[At]:
        """Give every combination of elements."""
        if variables not in self._ats:
            sets = self._sets
            pairs = [[(v.name, id_) for id_ in sets[v.set_name]] for v in variables]
            self._ats[variables] = list(product(*pairs))
        return self._ats[variables]

    def parties(self, principle: Rule | Objective) -> Asked:
        """Tell where the condition of a rule or an objective is true."""
        frame = self._reader.frame(principle.variables)
        if principle.where is None:
            return Asked(frame, [True] * frame.length, {}, frozenset())
        where = self._reader.truth(principle.where.tree, frame)
        asked = Asked(frame, where.numbers, {}, frozenset(where.doubt))
        return asked._replace(chosen=asked.without(where.doubt))

    def cases(self, rule: Rule) -> Asked:
        """Tell what a rule is asked of, and what is excepted."""
        asked = self.parties(rule)
        for exception in rule.exceptions:
            ats = self.all(rule.variables)
            covers = self._reader.truth(exception.where.tree, asked.frame)
            doubt = frozenset(i for i in covers.doubt if asked.chosen[i])
            covered = asked.without(covers.doubt)
            both = zip(covered, covers.numbers, strict=True)
            excepted = {
                i: ExceptedInstance(rule, ats[i], exception)
                for i, (chosen, covers_it) in enumerate(both)
                if chosen and covers_it
            }
            asked = asked._replace(
                chosen=asked.without({*excepted, *doubt}),
                excepted=asked.excepted | excepted,
                unsure=asked.unsure | doubt,
            )
        return asked
