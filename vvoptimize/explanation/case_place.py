"""Where in its file an assignment decides how a case of a rule is judged."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from vvoptimize.classes import NamedTuple
from vvoptimize.errors import InputError
from vvoptimize.evaluation.verdicts import Verdict
from vvoptimize.explanation.evidence import keys_read
from vvoptimize.explanation.figure_place import path_of
from vvoptimize.ruleset.atoms import AtomKind
from vvoptimize.ruleset.ground import Affine, Cell
from vvoptimize.ruleset.instances import RuleInstance
from vvoptimize.ruleset.parts import parts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vvoptimize.evaluation.verdicts import InstanceVerdict
    from vvoptimize.explanation.proposal.values import ChangedValues
    from vvoptimize.ruleset.atoms import Atom
    from vvoptimize.ruleset.ground import Test
    from vvoptimize.ruleset.grounding import Grounding
    from vvoptimize.ruleset.instances import At
    from vvoptimize.scenario.reading import ScenarioFile
    from vvoptimize.source import Document, Path, Place

    Node: TypeAlias = Affine | Test | Cell


# Where an entry tells what is not told by who hosts alone.
_KEYS = {
    AtomKind.NETWORK: "delivery",
    AtomKind.TASK: "tasks",
    AtomKind.FORM: "forms",
    AtomKind.WORKPLACES: "workplaces",
}


class Written(NamedTuple):
    """An assignment as it is written: a document, and the path of its entry there."""

    document: Document
    entry: Path


class CasePlaces:
    """Finds the value that a case of a rule hangs on, in the file that decides it.

    Parameters
    ----------
    written
        Where the assignment stands; None where no file has it.
    changed
        What is not as in a base; None where there is none.
    """

    def __init__(
        self,
        grounding: Grounding,
        written: Written | None,
        changed: ChangedValues | None = None,
    ) -> None:
        self._grounding = grounding
        self._file = grounding.file
        self._atoms = grounding.decisions.atoms
        self._written = written or Written(grounding.file.document, ())
        self._changed = changed
        scenario = grounding.scenario
        self._listed = (
            frozenset(scenario.service_ids),
            frozenset(scenario.municipality_ids),
        )
        self._named: dict[Path, frozenset[str]] = {}
        self._paths: dict[int, Path] = {}
        self._known: dict[Node, frozenset[int]] = {}

    @property
    def whole(self) -> Place:
        """The place of the assignment."""
        return self._written.document.place(self._written.entry)

    def of(self, case: InstanceVerdict) -> Place:
        """Give the place of the figure that a case lacks, or the decision it reads.

        What is changed against the base comes first: a decision, else a figure. Of
        several decisions, those that name most of the case; where these are several
        too, the part of the assignment that has them all, or of those that are changed
        the first. A case that no decision bears on stands where the file has what it
        is about.
        """
        if case.verdict is Verdict.UNKNOWN:
            places = (self._of_figure(figure) for figure in case.missing)
            known = next((place for place in places if place is not None), None)
            if known is not None:
                return known
        read = self._read_by(case)
        changed = self._of_change(case, read)
        if changed is not None:
            return changed
        best = self._nearest(read, case.at)
        return (
            self._written.document.place(_shared(best)) if best else self.about(case.at)
        )

    def _of_change(self, case: InstanceVerdict, read: frozenset[int]) -> Place | None:
        """Give the place of something changed that a case reads, if there is any."""
        if self._changed is None:
            return None
        best = self._nearest(read & self._changed.atoms, case.at)
        if best:
            return min(self._written.document.place(path) for path in best)
        keys = keys_read(case.rule)
        places = (
            self._of_figure(figure)
            for figure in self._changed.figures
            if keys & set(figure.split(".")) and self._bears_on(figure, case.at)
        )
        return min((place for place in places if place is not None), default=None)

    def _bears_on(self, figure: str, at: At) -> bool:
        """Tell whether a figure is of what a case is about, or of nothing like it."""
        named, ids = set(figure.split(".")), {id_ for _, id_ in at}
        return all(
            not (named & known and ids & known) or named & ids & known
            for known in self._listed
        )

    def _of_figure(self, figure: str) -> Place | None:
        """Give the place of a figure; of a whole entry, where it has none, its id."""
        document = self._file.document
        path = _road(figure, self._file) or path_of(figure, self._file)
        if path is None:
            return None
        named = (*path, "id")
        return document.place(named if document.has(named) else path)

    def about(self, at: At) -> Place:
        """Give the place of the last thing of a case that the scenario lists."""
        scenario = self._file.scenario
        for _, id_ in reversed(at):
            for key, ids in (
                ("services", scenario.service_ids),
                ("municipalities", scenario.municipality_ids),
            ):
                if id_ in ids:
                    return self._file.document.place((key, ids.index(id_), "id"))
        return self.whole

    def _nearest(self, atoms: frozenset[int], at: At) -> list[Path]:
        """Give the paths of the decisions that name most of a case."""
        ids = {id_ for _, id_ in at}
        named: dict[int, list[Path]] = {}
        for path in {self._path(number) for number in atoms}:
            named.setdefault(self._names(path, ids), []).append(path)
        return named[max(named)] if named else []

    def _names(self, path: Path, ids: set[str]) -> int:
        """Count the parts of a case that a decision names, as key or as value."""
        if path not in self._named:
            value = self._written.document.value(path)
            self._named[path] = frozenset((*map(str, path), str(value)))
        return len(ids & self._named[path])

    def _path(self, number: int) -> Path:
        """Give the path of what decides an atom: most rules read each many times."""
        if number not in self._paths:
            self._paths[number] = self._deciding(self._atoms[number])
        return self._paths[number]

    def _deciding(self, atom: Atom) -> Path:
        """Give the path of what decides an atom, as near as the entry has it."""
        document, entry = self._written
        key, service = _KEYS.get(atom.kind), atom.index[0]
        start = (*entry, "starts", service)
        if atom.start is not None and document.has(start):
            return start  # who hosts in the end is an atom of its own
        if key is not None and document.has((*entry, key, service)):
            path = (*entry, key, *atom.index)
            while not document.has(path):
                path = path[:-1]
            return path
        host = (*entry, "hosts", service)
        return host if document.has(host) else self._unshared(service)

    def _unshared(self, service: str) -> Path:
        document, entry = self._written
        listed = document.value((*entry, "unshared"))
        if isinstance(listed, tuple) and service in listed:
            return (*entry, "unshared", listed.index(service))
        return entry

    def _read_by(self, case: InstanceVerdict) -> frozenset[int]:
        """Give the numbers of the atoms that a case hangs on.

        None where its ground form has no value: what judged the case did not need it.
        """
        try:
            found = self._grounding.case(case.rule, case.at)
        except InputError:
            return frozenset()
        if not isinstance(found, RuleInstance):
            return frozenset()
        return self._read(found.test if found.margin is None else found.margin)

    def _read(self, root: Node) -> frozenset[int]:
        """Give the numbers of the atoms that a value or a test hangs on."""
        if root not in self._known:
            inside = [root.value] if isinstance(root, Cell) else parts(root)
            below = (self._read(part) for part in inside)
            self._known[root] = frozenset(_own(root)).union(*below)
        return self._known[root]


def _road(figure: str, file: ScenarioFile) -> Path | None:
    """Give the path of a figure of a road that the file has."""
    head, _, rest = figure.partition(".")
    ends, _, key = rest.partition(".")
    roads = [f"{road.from_}-{road.to}" for road in file.scenario.roads]
    if head != "roads" or ends not in roads:
        return None
    path: Path = (head, roads.index(ends), *key.split("."))
    return path if file.document.has(path) else None


def _shared(paths: list[Path]) -> Path:
    """Give the part that all paths begin with."""
    first, last = min(paths, key=_text), max(paths, key=_text)
    pairs = zip(first, last, strict=False)
    length = next((n for n, (a, b) in enumerate(pairs) if a != b), len(first))
    return first[:length]


def _text(path: Path) -> tuple[str, ...]:
    return tuple(map(str, path))


def _own(root: Node) -> Iterator[int]:
    if isinstance(root, Affine):
        leaves = (*root.terms, *(term.leaf for term in root.unknown))
        yield from (leaf for leaf in leaves if isinstance(leaf, int))
