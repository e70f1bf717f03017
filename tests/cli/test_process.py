"""What only a process of its own shows: encodings, closed pipes and Ctrl-C."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.helpers import TINY, environment, process, tiny

SAMI = "Unjárgga gielda ja Čáhcesuolu ŋ đ ŧ ž š"
# A shell without job control makes its children ignore Ctrl-C: undo that first.
RUN = (
    "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)\n"
    "from vvoptimize.cli import main; main()"
)


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "utf-8"])
def test_northern_sami_letters_are_printed_whatever_the_code_page(encoding, tmp_path):
    path = tmp_path / "region.yaml"
    path.write_text(tiny("Tre kommuner og tre tjenester", SAMI), encoding="utf-8")

    done = process("solve", str(path), "--lang", "nb", PYTHONIOENCODING=encoding)

    assert done.returncode == 0
    assert SAMI in done.stdout.decode()


def test_northern_sami_letters_are_told_in_errors(tmp_path):
    path = tmp_path / "čáhcesuolu.yaml"
    path.write_text(f"id: {SAMI}\n", encoding="utf-8")

    done = process("solve", str(path), PYTHONIOENCODING="cp1252")

    assert done.returncode == 2
    assert "čáhcesuolu.yaml:1:5" in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["check", TINY, "-a", "askvik-hosts-all"], 1),
        (["schema", "scenario"], 0),
        (["validate", "no-such.yaml"], 2),
        (["--help"], 0),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else None,
)
def test_reader_that_has_gone_away_changes_no_exit_code(arguments, expected):
    reading, writing = os.pipe()
    os.close(reading)

    done = subprocess.run(
        [sys.executable, "-m", "vvoptimize", *arguments],
        env=environment(),
        stdout=writing,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(writing)

    assert done.stderr == b""
    assert done.returncode == expected


def test_module_and_entry_point_are_the_same_program():
    code = "from vvoptimize.cli import main; main(['--version'])"
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment(), capture_output=True, check=True
    )

    assert done.stdout == process("--version").stdout


def large_region() -> str:
    """A region whose fairest assignment takes minutes to prove."""
    lines = [
        "schema: vvoptimize/scenario/v1",
        "id: large",
        "title: Large",
        "rules: [rules.yaml]",
        "municipalities:",
        *(f"- {{id: m{m}, name: M{m}}}" for m in range(15)),
        "services:",
    ]
    for s in range(90):
        today = ", ".join(f"m{m}: {(s * 7 + m * 13) % 37 / 10}" for m in range(15))
        lines += [
            f"- id: s{s}",
            f"  name: S{s}",
            f"  workplaces_today: {{{today}}}",
            f"  total_after: {(s * 11) % 23 + 3.7}",
        ]
    return "\n".join(lines) + "\n"


LARGE_RULES = """\
schema: vvoptimize/rules/v1
measures:
  change:
    for_each: {m: municipalities}
    unit: FTE
    expr: sum(workplaces[s, m] - workplaces_today[s, m] for s in services)
rules:
- {id: all-host, clause: "1", reading: x, authority: agreement, kind: require,
   for_each: {m: municipalities}, measure: "count(host[s, m] for s in services)",
   at_least: 1}
objectives:
- {id: fair, clause: "2", reading: x, for_each: {m: municipalities},
   leximin: "change[m]"}
"""


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="needs a terminal of Unix")
def test_interrupted_search_gives_the_best_assignment_so_far(tmp_path: Path):
    (tmp_path / "large.yaml").write_text(large_region(), encoding="utf-8")
    (tmp_path / "rules.yaml").write_text(LARGE_RULES, encoding="utf-8")
    ours, theirs = os.openpty()
    # The limit only keeps a failure from lasting.
    wanted = ["--lang", "en", "--format", "json", "-o", "out.json", "--seconds", "60"]

    # Progress is shown at a terminal only, so that is what standard error is.
    with subprocess.Popen(
        [sys.executable, "-c", RUN, "solve", "large.yaml", *wanted],
        cwd=tmp_path,
        env=environment(),
        stderr=theirs,
    ) as running:
        os.close(theirs)
        shown = interrupt_in_second_stage(running, ours)

    report = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    assert running.returncode == 4, shown
    assert report["outcome"] == "feasible"
    assert report["stop"] == "interrupted"


def interrupt_in_second_stage(running: subprocess.Popen[bytes], terminal: int) -> bytes:
    """Press Ctrl-C once an assignment is there, and read on to the end."""
    shown, sent = b"", False
    while True:
        try:
            more = os.read(terminal, 4096)
        except OSError:  # nobody writes to the terminal any more
            break
        if not more:
            break
        shown += more
        if not sent and b"stage 2" in shown:
            running.send_signal(signal.SIGINT)
            sent = True
    os.close(terminal)
    return shown


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a full device")
def test_full_disk_is_no_fault_of_the_program():
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "vvoptimize", "solve", TINY, "--lang", "en"],
            env=environment(),
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )

    assert done.returncode == 2
    assert done.stderr.decode().startswith("error[VV513]: cannot write to standard")
