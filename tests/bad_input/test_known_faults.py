"""Inputs that are not refused as they should be: mend the code, then move them."""

import pytest

from tests.bad_input.base import RULES_FILE, SCENARIO_FILE, changed
from tests.bad_input.told import told
from vvoptimize.cli.run import run

FAULTS = [
    changed(
        RULES_FILE,
        f"{name} of nothing",
        "joint[s] or a != m",
        f"«{name}() > 0",
        "VV319",
    )
    for name in ("sum", "count")
] + [changed(RULES_FILE, "range of one number", "[0, 10]", "«[10]", "VV135")]


@pytest.mark.xfail(strict=True)
@pytest.mark.parametrize("case", FAULTS, ids=lambda case: case.name)
def test_broken_file_is_refused_at_its_place(case, region, capsys):
    (region / case.file).write_bytes(case.content)

    code = run(["validate", SCENARIO_FILE])

    assert code == 2
    assert told(capsys.readouterr().out) == [(case.code, case.place)]
