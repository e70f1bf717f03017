"""Files as they stand in a revision of a git repository.

Git is asked by lists of arguments, never by a shell, and only for what cannot run
anything: names of commits, lists of files, and their bytes.
"""

from __future__ import annotations

import os
import posixpath
import subprocess
from pathlib import Path

from vvoptimize.classes import NamedTuple
from vvoptimize.errors import InputError, Problem
from vvoptimize.source.read import MAX_BYTES, text_of

_HOOKS = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX")
FILES = ("100644", "100755")  # a link has another mode, and so has a submodule


class Revision(NamedTuple):
    """One commit of a repository.

    Attributes
    ----------
    name
        What the user calls it.
    commit
        Its full id.
    top
        The folder that the repository is in, without links.
    """

    name: str
    commit: str
    top: str

    def label(self, path: str) -> str:
        """Give what a file is called as it stands in this revision.

        Parameters
        ----------
        path
            Its path in the working tree, where it need not be any more.

        Raises
        ------
        InputError
            If that is outside of the repository.
        """
        folder, name = os.path.split(path)
        whole = os.path.join(os.path.realpath(folder or "."), name)  # noqa: PTH118
        inside = Path(os.path.relpath(whole, self.top)).as_posix()
        if inside.split("/")[0] == "..":
            raise _refused("VV475", path=path, top=self.top)
        return self._head + inside

    def read(self, label: str) -> str:
        """Give the text of a file by its label, or by a way that starts from one.

        Raises
        ------
        InputError
            If the revision has no such file, or it is no text that can be read.
        """
        told = label.replace(os.sep, "/")
        inside = posixpath.normpath(told.removeprefix(self._head))
        if not told.startswith(self._head) or inside.split("/")[0] == "..":
            raise _refused("VV475", path=label, top=self.top)
        mode, blob, size = self._entry(inside, label)
        if mode not in FILES:
            raise _refused("VV474", path=label)
        if size > MAX_BYTES:
            raise _refused("VV505", path=label, limit=str(MAX_BYTES))
        return text_of(_asked(self.top, "cat-file", "blob", blob), label)

    @property
    def _head(self) -> str:
        """The first folder of every label; a name of several would mislead `..`."""
        return f"{self.commit[:9] if '/' in self.name else self.name}:/"

    def _entry(self, inside: str, label: str) -> tuple[str, str, int]:
        """Give mode, id and size of what stands at a path."""
        found = b""
        if "\0" not in inside:
            tree = ("ls-tree", "-z", "-l", "--full-tree", self.commit, "--")
            found = _asked(self.top, *tree, inside)
        about, tab, _ = found.partition(b"\t")
        if not tab:
            raise _refused("VV473", path=label)
        mode, _, blob, size = about.decode().split()
        return mode, blob, int(size) if size.isdigit() else 0


def revision(name: str, path: str) -> Revision:
    """Find a revision of the repository that holds a file.

    Parameters
    ----------
    name
        As git understands it: a branch, a tag, an id, `HEAD~1`.
    path
        Of the file.

    Raises
    ------
    InputError
        If git is missing, the file is in no repository, or it has no such revision.
    """
    folder = os.path.dirname(path) or "."  # noqa: PTH120 - keeps it as it was given
    top = _git(folder, "rev-parse", "--show-toplevel")
    if top.returncode:
        raise _refused("VV471", path=path, reason=_reason(top))
    # What starts with a hyphen is an option to git, and is never asked for.
    known = not name.startswith("-") and "\0" not in name
    wanted = ("rev-parse", "--verify", "--quiet", f"{name}^{{commit}}")
    commit = _git(folder, *wanted) if known else None
    if commit is None or commit.returncode:
        raise _refused("VV472", name=name)
    root = os.fsdecode(top.stdout.rstrip(b"\n"))
    return Revision(name, commit.stdout.decode().strip(), os.path.realpath(root))


def _asked(folder: str, *arguments: str) -> bytes:
    done = _git(folder, *arguments)
    if done.returncode:
        raise _refused("VV476", reason=_reason(done))
    return done.stdout


def _git(folder: str, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(
            ["git", "-C", folder, *arguments],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            env=_environment(),
        )
    except OSError:
        raise _refused("VV470") from None


def _environment() -> dict[str, str]:
    """Give the environment, without what hooks say of the repository they run in."""
    kept = {name: told for name, told in os.environ.items() if name not in _HOOKS}
    return {**kept, "LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0"}


def _reason(done: subprocess.CompletedProcess[bytes]) -> str:
    told = done.stderr.decode(errors="replace").strip().splitlines()
    return told[0].removeprefix("fatal: ") if told else str(done.returncode)


def _refused(code: str, **values: str) -> InputError:
    return InputError([Problem(code, None, values)])
