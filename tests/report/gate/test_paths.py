"""Paths as a forge names files."""

import pytest

from tests.report.gate.hostile import report_saying
from tests.report.gate.region import PATH, gate
from vvoptimize.report.gate.paths import from_folder, tidy


@pytest.mark.parametrize(
    ("path", "told"),
    [("a/../b.yaml", "b.yaml"), ("./a//b.yaml", "a/b.yaml"), ("/a/./b", "/a/b")],
)
def test_path_has_no_detours(path, told):
    assert tidy(path) == told


def paths(report):
    """Give every path of a report."""
    for check in report.checks:
        yield check.path
        yield check.place.path
        for rule in check.rules:
            yield rule.place.path
            yield from (case.place.path for case in rule.cases if case.place)
        yield from (note.place.path for note in check.notes if note.place)
    yield from (one.place.path for one in report.problems if one.place)


def test_paths_in_a_folder_begin_below_it():
    report = report_saying("proposals/x")
    found = set(paths(from_folder(report, "proposals")))

    assert set(paths(report)) == {PATH, "proposals/rules.yaml", "proposals/x"}
    assert found == {"region.yaml", "rules.yaml", "x"}


def test_paths_elsewhere_stay_as_they_are():
    assert from_folder(gate(), "/somewhere/else") == gate()
