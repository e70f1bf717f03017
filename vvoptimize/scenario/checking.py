"""What all checks of a scenario share: where problems go, and unknown names."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING

from vvoptimize.classes import record
from vvoptimize.errors import Problems, listed, suggest

if TYPE_CHECKING:
    from vvoptimize.scenario.figures import Where
    from vvoptimize.scenario.model import Scenario
    from vvoptimize.scenario.services import Service
    from vvoptimize.source import Document


@record
class Checks:
    """A scenario, the file that is checked against it, and the problems so far.

    The file is the scenario's own, or one with an assignment of its services.
    """

    scenario: Scenario
    document: Document
    problems: Problems

    def add(self, code: str, where: Where, /, **values: str | int | None) -> None:
        """Add a problem at a value of the file."""
        self.problems.add(code, self.document.span(where), **values)

    def add_at_key(
        self, code: str, where: Where, /, **values: str | int | None
    ) -> None:
        """Add a problem at a key of the file."""
        self.problems.add(code, self.document.key_span(where), **values)

    def known(self, code: str, where: Where, word: str, known: Iterable[str]) -> bool:
        """Tell whether a value of the file names something known; if not, say so."""
        names = tuple(known)
        if word not in names:
            self.add(code, where, **self._unknown(where, word, names))
        return word in names

    def known_key(
        self, code: str, where: Where, word: str, known: Iterable[str]
    ) -> bool:
        """Tell whether a key of the file names something known; if not, say so."""
        names = tuple(known)
        if word not in names:
            self.add_at_key(code, where, **self._unknown(where[:-1], word, names))
        return word in names

    def takes_part(self, where: Where, m: str, service: Service) -> bool:
        """Tell whether a value names a participant of the service; if not, say so."""
        return self.known("VV204", where, m, self.scenario.municipality_ids) and (
            m in service.participants
            or self._refused("VV213", where, m, service.id, service.participants)
        )

    def chosen(
        self,
        where: Where,
        m: str,
        service: Service,
        owner: str,
        among: tuple[str, ...],
    ) -> bool:
        """Tell whether a value names a participant among those allowed.

        Parameters
        ----------
        owner
            The service or task whose candidates `among` are.
        """
        return self.takes_part(where, m, service) and (
            m in among or self._refused("VV215", where, m, owner, among)
        )

    def table(self, where: Where, keys: Collection[str], service: Service) -> None:
        """Check that the keys of a table are participants of the service."""
        if self._all_take_part(keys, service):
            return
        for m in keys:
            at = (*where, m)
            if (
                self.known_key("VV204", at, m, self.scenario.municipality_ids)
                and m not in service.participants
            ):
                values = self._outsider(where, m, service.id, service.participants)
                self.add_at_key("VV213", at, **values)

    def participants(self, where: Where, service: Service) -> None:
        """Check that those who take part in a service are municipalities."""
        known = self.scenario.municipality_ids
        if service.participants == known:
            return
        for i, m in enumerate(service.participants):
            self.known("VV204", (*where, i), m, known)

    def no_repeats(self, where: Where, words: Collection[str]) -> None:
        """Check that no entry of a list comes twice."""
        seen: set[str] = set()
        if len(set(words)) == len(words):
            return
        for i, word in enumerate(words):
            if word in seen:
                at = (*where, i)
                self.add("VV208", at, id=word, where=self.name_of(where))
            seen.add(word)

    def raw(self, where: Where) -> object:
        """Give what the file has at a place; `None` when there is nothing."""
        value: object = self.document.data
        for step in where:
            value = _inside(value, step)
        return value

    def name_of(self, where: Where) -> str:
        """Name a place in the file as people do, such as `services.x.candidates`."""
        names: list[str] = []
        value: object = self.document.data
        for step in where:
            value = _inside(value, step)
            known_as = value.get("id") if isinstance(value, Mapping) else None
            if isinstance(step, str):
                names.append(step)
            elif isinstance(known_as, str):
                names.append(known_as)
        return ".".join(names) or self.document.path

    def _all_take_part(self, names: Collection[str], service: Service) -> bool:
        known = set(self.scenario.municipality_ids).intersection(service.participants)
        return known.issuperset(names)

    def _refused(
        self, code: str, where: Where, m: str, owner: str, known: Iterable[str]
    ) -> bool:
        self.add(code, where, **self._outsider(where, m, owner, known))
        return False

    def _outsider(
        self, where: Where, m: str, owner: str, known: Iterable[str]
    ) -> dict[str, str]:
        name = self.name_of(where)
        return {"where": name, "id": m, "owner": owner, "known": listed(known)}

    def _unknown(
        self, where: Where, word: str, known: Collection[str]
    ) -> dict[str, str | None]:
        return {
            "where": self.name_of(where),
            "id": word,
            "known": listed(known) or None,
            "suggestion": suggest(word, known),
        }


def _inside(value: object, step: str | int) -> object:
    if isinstance(value, tuple) and isinstance(step, int) and step < len(value):
        return value[step]
    return value.get(step) if isinstance(value, Mapping) else None
