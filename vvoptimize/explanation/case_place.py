"""Where in its file an assignment decides how a case of a rule is judged."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from vvoptimize.evaluation.verdicts import Verdict
from vvoptimize.explanation.figure_place import path_of
from vvoptimize.ruleset.atoms import AtomKind
from vvoptimize.ruleset.ground import Affine, Cell
from vvoptimize.ruleset.parts import parts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vvoptimize.evaluation.verdicts import InstanceVerdict
    from vvoptimize.ruleset.atoms import Atom
    from vvoptimize.ruleset.ground import Test
    from vvoptimize.ruleset.grounding import Grounding
    from vvoptimize.ruleset.instances import At
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
    """

    def __init__(self, grounding: Grounding, written: Written | None) -> None:
        self._file = grounding.file
        self._atoms = grounding.model.atoms
        self._written = written or Written(grounding.file.document, ())
        self._known: dict[Node, frozenset[int]] = {}

    @property
    def whole(self) -> Place:
        """The place of the assignment."""
        return self._written.document.place(self._written.entry)

    def of(self, case: InstanceVerdict) -> Place:
        """Give the place of the figure that a case lacks, or the decision it reads.

        Of several decisions, of those that name most of the case; where these are
        several too, the place of the part of the assignment that has them all. A case
        that no decision bears on stands where the file has what it is about.
        """
        if case.verdict is Verdict.UNKNOWN:
            figures = (path_of(figure, self._file) for figure in case.missing)
            path = next((found for found in figures if found is not None), None)
            if path is not None:
                return self._of_figure(path)
        margin = case.instance.margin
        read = self._read(case.instance.test if margin is None else margin)
        paths = {self._path(self._atoms[number]) for number in sorted(read)}
        return self._narrowest(paths, case.at) if paths else self.about(case.at)

    def _of_figure(self, path: Path) -> Place:
        """Give the place of a figure; of a whole entry, where it has none, its id."""
        document = self._file.document
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

    def _narrowest(self, paths: Iterable[Path], at: At) -> Place:
        ids = {id_ for _, id_ in at}
        named: dict[int, list[Path]] = {}
        for path in paths:
            named.setdefault(self._names(path, ids), []).append(path)
        best = named[max(named)]
        return self._written.document.place(_shared(best))

    def _names(self, path: Path, ids: set[str]) -> int:
        """Count the parts of a case that a decision names, as key or as value."""
        return len(ids & {*map(str, path), str(self._written.document.value(path))})

    def _path(self, atom: Atom) -> Path:
        """Give the path of what decides an atom, as near as the entry has it."""
        document, entry = self._written
        key, service = _KEYS.get(atom.kind), atom.index[0]
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

    def _read(self, root: Node) -> frozenset[int]:
        """Give the numbers of the atoms that a value or a test hangs on."""
        if root not in self._known:
            inside = [root.value] if isinstance(root, Cell) else parts(root)
            below = (self._read(part) for part in inside)
            self._known[root] = frozenset(_own(root)).union(*below)
        return self._known[root]


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
