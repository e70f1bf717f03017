"""The shipped files, changed at random: read or refused, and nothing else."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vvoptimize.cli.validate_command import _validated
from vvoptimize.data import data_folder

FILES = sorted(
    f"{kind}/{path.name}"
    for kind in ("rules", "scenarios")
    for path in data_folder(kind).glob("*.yaml")
)
# What breaks parsers: openings, closings, properties, odd numbers, half letters.
PIECES = [
    *b"[ ] { } ( ) # &a *a !!x | > \" ' ** 1e999 .nan -1 0x1 unknown null true".split(),
    *[
        b"[" * 40,
        b": ",
        b"- ",
        b"<<: ",
        b"\n---\n",
        b"\t",
        b"\n",
        b"\r",
        b"\x00",
        b"\xff",
    ],
    *[
        b"\xe2\x80\xae",
        b"a: b: c",
        b" for x in services",
        b"host[s, m] * ",
        b"lambda: ",
    ],
]
CHANGES = st.lists(
    st.tuples(
        st.floats(0, 1),
        st.integers(0, 12),
        st.sampled_from(PIECES) | st.binary(max_size=3),
    ),
    min_size=1,
    max_size=3,
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy what is shipped, since a scenario names its rules by relative path."""
    made = tmp_path_factory.mktemp("shipped")
    for kind in ("rules", "scenarios"):
        (made / kind).mkdir()
    for name in FILES:
        (made / name).write_bytes((data_folder("rules").parent / name).read_bytes())
    return made


@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(FILES), CHANGES)
def test_changed_file_is_read_or_refused(folder, name, changes):
    data = (folder / name).read_bytes()
    for where, removed, piece in changes:
        at = int(where * len(data))
        data = data[:at] + piece + data[at + removed :]
    changed = (folder / name).with_name("changed.yaml")
    changed.write_bytes(data)

    found = _validated(str(changed))

    assert bool(found.problems) != bool(found.counts())
