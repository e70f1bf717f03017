"""Checking one file as asked: alone, beside a base, beside the optimum."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.cli.assignments import asked_assignment, asked_document
from vvoptimize.cli.reading import read_both
from vvoptimize.errors import InputError
from vvoptimize.explanation.proposal.checked import Checked, Compared
from vvoptimize.ruleset.waivers import waivers_for
from vvoptimize.solution.assessed import assess

if TYPE_CHECKING:
    from vvoptimize.cli.proposals.asked import Asked
    from vvoptimize.explanation.proposal.optimum import BesideOptimum
    from vvoptimize.ruleset.waivers import Waivers
    from vvoptimize.solution.assessed import Assessed
    from vvoptimize.solution.stages import Limits


def checked(path: str, asked: Asked) -> Checked:
    """Check one file; what keeps it from being checked is part of the answer."""
    try:
        return _checked(path, asked)
    except InputError as error:
        return Checked(path, tuple(error.problems))


def _checked(path: str, asked: Asked) -> Checked:
    file, rules = read_both(path, asked.rule_files)
    name, given = asked_assignment(file.scenario, asked.assignment)
    written = asked_document(file.scenario, asked.assignment)
    waivers = waivers_for(file, asked.waiver_files, asked.today)
    if asked.base is None:
        assessed = assess(rules, file, given, name=name, waivers=waivers)
        optimum = _beside_optimum(assessed, waivers, asked.limits)
        return Checked(path, (), assessed, None, optimum, written)

    from vvoptimize.cli.proposals.base import read_base
    from vvoptimize.explanation.proposal.against import Side, against_base

    base = read_base(asked.base, path, asked)
    found = against_base(base.side, Side(file, rules, waivers, name, given))
    optimum = _beside_optimum(found.now, found.waivers, asked.limits)
    compared = Compared(base.name, base.commit, found)
    return Checked(path, (), found.now, compared, optimum, written)


def _beside_optimum(
    proposal: Assessed, waivers: Waivers | None, limits: Limits | None
) -> BesideOptimum | None:
    if limits is None:
        return None
    from vvoptimize.cpsat.loading import load_without_pandas
    from vvoptimize.explanation.proposal.optimum import beside_optimum

    load_without_pandas()
    return beside_optimum(proposal, waivers, limits)
