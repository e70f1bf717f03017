"""A case deleted from a match over a closed union fails the type check."""

import re
import shutil
from collections import defaultdict
from pathlib import Path

import pytest
from mypy import api

from tests.repository.matches import closed_cases

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "vvoptimize"
CASES = [case for path in sorted(PACKAGE.rglob("*.py")) for case in closed_cases(path)]

# What mypy says of a value that no case takes, with and without `assert_never`.
UNHANDLED = re.compile(r'"assert_never" has incompatible type|\[exhaustive-match\]')
LOCATION = re.compile(r"((?:mutant|intact)_\d+)\.py:\d+: error: ")


def name_of(case):
    return f"{case.path.relative_to(PACKAGE).as_posix()}:{case.first}:{case.pattern}"


@pytest.fixture(scope="module")
def unhandled(tmp_path_factory):
    """Check every file intact and without one of its cases, all in one run of mypy.

    A copy may stand outside the package, since no import here is relative; mypy then
    reads the package itself from the repository, and from its cache.
    """
    folder = tmp_path_factory.mktemp("mutants")
    for index, case in enumerate(CASES):
        (folder / f"mutant_{index}.py").write_text(case.deleted(), encoding="utf-8")
    for index, path in enumerate(sorted({case.path for case in CASES})):
        shutil.copy(path, folder / f"intact_{index}.py")

    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        output, failure, _ = api.run([*map(str, sorted(folder.iterdir()))])

    assert failure == ""
    told = defaultdict(list)
    for line in output.splitlines():
        if (found := LOCATION.search(line)) and UNHANDLED.search(line):
            told[found[1]].append(line)
    return told


@pytest.mark.parametrize("folder", ["evaluation", "cpsat"])
def test_both_readings_of_a_rule_have_closed_matches(folder):
    assert [case for case in CASES if (PACKAGE / folder) in case.path.parents] != []


@pytest.mark.slow
@pytest.mark.parametrize("index", range(len(CASES)), ids=map(name_of, CASES))
def test_deleted_case_fails_the_type_check(index, unhandled):
    assert unhandled[f"mutant_{index}"] != []


@pytest.mark.slow
def test_intact_matches_pass_the_type_check(unhandled):
    assert [told for name, told in unhandled.items() if "intact" in name] == []
