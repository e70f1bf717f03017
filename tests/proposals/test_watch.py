"""Checking again at every save: what is told, and when nothing is."""

from __future__ import annotations

import os
import signal
import subprocess
import sys

import pytest

from tests.cli.helpers import environment
from tests.proposals.world import RULES, SCENARIO, TODAY, changed
from vvoptimize.cli.proposals.asked import Asked
from vvoptimize.cli.proposals.watch import SECONDS, watch
from vvoptimize.cli.run import run

BETTER = ("barnevern: granmo, arkiv: bjorkli", "barnevern: bjorkli, arkiv: granmo")

CHECK = ["check", SCENARIO, "-a", "proposed"]


def asked(**changes):
    plain = Asked("proposed", None, None, None, (), (), TODAY)
    return plain._replace(**changes)


def saved(path, old, new):
    """Change a file, and see to it that its time of saving is another."""
    changed(path.parent, path.name, old, new)
    now = path.stat().st_mtime_ns
    os.utime(path, ns=(now + 10**9, now + 10**9))


@pytest.fixture
def watched(world, capsys):
    """Return a function that watches, and does one thing in each wait."""

    def run_watch(*steps, paths=(SCENARIO,), **changes):
        told, waits = [], iter([*steps, None])

        def sleep(seconds):
            assert seconds == SECONDS
            shown = capsys.readouterr()
            told.append((" ".join(shown.out.split()), shown.err))
            step = next(waits)
            if step is None:
                raise KeyboardInterrupt
            step()

        code = watch(
            paths, asked(**changes), "en", "en", sleep=sleep, clock=lambda: "12:00:00"
        )
        assert code == 0
        return told

    return run_watch


def test_all_is_told_at_first_and_nothing_while_nothing_is_saved(watched):
    first, *others = watched(lambda: None, lambda: None)

    assert "Every binding rule that applies here is kept" in first[0]
    assert first[0].endswith("Watching scenarios/tiny.yaml. Ctrl-C ends.")
    assert others == [("", ""), ("", "")]


def test_a_save_tells_only_what_changed(world, watched):
    _, then = watched(lambda: saved(world / SCENARIO, *BETTER))

    assert then[0].startswith("12:00:00: scenarios/tiny.yaml Every binding rule")
    assert "Better: Clause 2 no-heavy-loss, Bjørkli: met with 3 FTE to spare" in (
        then[0].replace("\u00a0", " ")
    )
    assert "everyone-hosts" not in then[0]


def test_a_save_that_changes_no_case_says_so(world, watched):
    _, then = watched(lambda: saved(world / SCENARIO, "km: 35", "km: 36"))

    assert then[0].endswith("No case differs.")


def test_rules_are_watched_too(world, watched):
    _, then = watched(lambda: saved(world / RULES, "value: 2", "value: 0"))

    assert "Broken: 2 cases of binding rules are broken" in then[0]


def test_a_mistake_is_told_and_then_what_has_changed_since_the_last_sound_one(
    world, watched
):
    _, wrong, right = watched(
        lambda: saved(world / SCENARIO, "barnevern: granmo", "barnevern: grammo"),
        lambda: saved(
            world / SCENARIO,
            "barnevern: grammo, arkiv: bjorkli",
            "barnevern: bjorkli, arkiv: granmo",
        ),
    )

    assert "error[VV204]" in wrong[1]
    assert wrong[0].endswith("Not checked: scenarios/tiny.yaml")
    assert right[1] == ""
    assert "Better: Clause 2 no-heavy-loss, Bjørkli" in right[0]


def test_a_file_that_goes_and_comes_back_is_seen(world, watched):
    path, kept = world / SCENARIO, (world / SCENARIO).read_text("utf-8")

    _, gone, back = watched(path.unlink, lambda: path.write_text(kept, "utf-8"))

    assert "error[VV501]" in gone[1]
    assert back[0].endswith("No case differs.")


def test_rules_that_are_missing_at_first_are_seen_when_they_come(world, watched):
    kept = (world / RULES).read_text("utf-8")
    (world / RULES).unlink()

    first, then = watched(lambda: (world / RULES).write_text(kept, "utf-8"))

    assert "error[VV501]" in first[1]
    assert "Every binding rule that applies here is kept" in then[0]


def test_a_scenario_that_appears_in_a_folder_is_checked(world, watched):
    def appear():
        text = (world / SCENARIO).read_text("utf-8")
        (world / "scenarios" / "new.yaml").write_text(text, encoding="utf-8")

    def vanish():
        (world / "scenarios" / "new.yaml").unlink()
        (world / SCENARIO).unlink()

    _, then, last = watched(appear, vanish, paths=("scenarios",))

    assert "12:00:00: scenarios/new.yaml" in then[0]
    assert "scenarios/tiny.yaml" not in then[0]
    assert last == ("", "")


def test_it_watches_against_a_base_too(world, watched):
    base = world / "base.yaml"
    text = (world / SCENARIO).read_text("utf-8").replace("../rules", "rules")
    base.write_text(text, encoding="utf-8")
    loss = "ikt: granmo, barnevern: bjorkli, arkiv: askvik"

    _, then, last = watched(
        lambda: saved(
            world / SCENARIO, "ikt: askvik, barnevern: granmo, arkiv: bjorkli", loss
        ),
        lambda: saved(base, "arkiv: bjorkli}\n", "arkiv: bjorkli}\n\n"),
        base="base.yaml",
    )

    assert "Stopped: 1 case of binding rules is broken" in then[0]
    assert "12:00:00: scenarios/tiny.yaml" in last[0]


def test_an_assignment_in_a_file_is_watched(world, watched):
    plan = world / "plan.yaml"
    plan.write_text(f"hosts: {{ikt: askvik, {BETTER[0]}}}\n", encoding="utf-8")

    _, then = watched(lambda: saved(plan, *BETTER), assignment="plan.yaml")

    assert "Better: Clause 2 no-heavy-loss, Bjørkli" in then[0]


def test_standard_input_cannot_be_watched(world, capsys):
    assert run(["check", "-", "-a", "proposed", "--watch"]) == 2

    assert "error[VV482]" in capsys.readouterr().err


def test_ctrl_c_ends_the_command_well(world):
    running = subprocess.Popen(
        [sys.executable, "-m", "vvoptimize", *CHECK, "--watch", "--lang", "en"],
        cwd=world,
        env=environment(PYTHONUNBUFFERED="1"),
        stdout=subprocess.PIPE,
        encoding="utf-8",
        # Whoever runs the tests in the background has Ctrl-C ignored.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    assert running.stdout is not None
    told = next(line for line in running.stdout if "Ctrl-C" in line)
    running.send_signal(signal.SIGINT)

    assert running.wait(timeout=30) == 0
    assert told.startswith("Watching scenarios/tiny.yaml.")
    running.stdout.close()
