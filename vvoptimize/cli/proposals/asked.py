"""What a check is asked for, beyond judging one scenario."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from vvoptimize.classes import NamedTuple
from vvoptimize.errors import InputError, Problem, listed

if TYPE_CHECKING:
    from vvoptimize.cli.check_command import Search
    from vvoptimize.solution.stages import Limits


class Asked(NamedTuple):
    """The options of one run.

    Attributes
    ----------
    limits
        Of each search; None where none is asked for.
    """

    assignment: str | None
    base: str | None
    base_assignment: str | None
    limits: Limits | None
    rule_files: tuple[str, ...]
    waiver_files: tuple[str, ...]
    today: str


def limits_of(search: Search) -> Limits | None:
    """Give the limits of a search, None where none is asked for.

    Raises
    ------
    InputError
        If there are limits on a search that is not asked for.
    """
    optimal, seconds, work, workers, seed = search
    if optimal:
        from vvoptimize.solution.stages import Limits

        return Limits(seconds, work, workers, seed)
    values = {
        "--seconds": seconds is not None,
        "--work": work is not None,
        "--workers": workers != 1,
        "--seed": seed != 0,
    }
    given = [option for option, is_given in values.items() if is_given]
    if given:
        raise _refused("VV481", given=listed(given), needs="--optimal")
    return None


def refuse_what_does_not_fit(asked: Asked, paths: tuple[str, ...]) -> None:
    """Refuse options that would do nothing, or would let a proposal judge itself.

    Raises
    ------
    InputError
        Naming the options.
    """
    if asked.base is None:
        if asked.base_assignment is not None:
            raise _refused("VV481", given="--base-assignment", needs="--base")
        return
    own = {"--rules": asked.rule_files, "--waivers": asked.waiver_files}
    given = [option for option, files in own.items() if files]
    if given:
        raise _refused("VV478", given=listed(given))
    if len(paths) > 1 and names_file(asked.base):
        raise _refused("VV479", number=str(len(paths)))


def names_file(base: str) -> bool:
    """Tell a file from a revision: it is there, or is called as scenarios are."""
    # Unlike a `Path`, it has an answer for names that there cannot be.
    return base.endswith((".yaml", ".yml")) or os.path.isfile(base)  # noqa: PTH113


def _refused(code: str, **values: str) -> InputError:
    return InputError([Problem(code, None, values)])
