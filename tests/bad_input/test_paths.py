"""Paths that cannot be read, and files that do not fit together."""

import os
from pathlib import Path

import pytest

from tests.bad_input.base import RULES_FILE, SCENARIO_FILE
from tests.bad_input.told import told
from vvoptimize.cli.run import run


@pytest.mark.usefixtures("region")
@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("no-such.yaml", "VV501"),
        ("no-such-folder/region.yaml", "VV501"),
        ("", "VV502"),
        (".", "VV502"),
        ("region.yaml/x", "VV504"),
        ("a" * 5_000, "VV504"),
        ("\udcff.yaml", "VV501"),
    ],
    ids=[
        "missing",
        "no folder",
        "no name",
        "folder",
        "file as folder",
        "long",
        "odd",
    ],
)
def test_path_that_cannot_be_read_is_refused(path, code, capsys):
    assert run(["validate", path]) == 2

    assert told(capsys.readouterr().out) == [(code, None)]


def test_link_to_nowhere_is_refused(region, capsys):
    (region / "link.yaml").symlink_to("no-such.yaml")

    assert run(["validate", "link.yaml"]) == 2

    assert told(capsys.readouterr().out) == [("VV501", None)]


def test_link_to_itself_is_refused(region, capsys):
    (region / "link.yaml").symlink_to("link.yaml")

    assert run(["validate", "link.yaml"]) == 2

    assert told(capsys.readouterr().out) == [("VV504", None)]


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything"
)
def test_file_without_permission_is_refused(region, capsys):
    Path(SCENARIO_FILE).chmod(0)

    assert run(["validate", SCENARIO_FILE]) == 2

    assert told(capsys.readouterr().out) == [("VV503", None)]


def test_scenario_named_as_rules_is_refused_at_its_schema(region, capsys):
    text = (region / SCENARIO_FILE).read_text(encoding="utf-8")
    named = text.replace("[rules.yaml]", "[region.yaml]")
    (region / SCENARIO_FILE).write_text(named, encoding="utf-8")

    assert run(["validate", SCENARIO_FILE]) == 2

    assert ("VV271", f"{SCENARIO_FILE}:1:9") in told(capsys.readouterr().out)


def test_rules_given_as_scenario_are_refused_at_their_schema(region, capsys):
    assert run(["solve", RULES_FILE]) == 2

    assert ("VV270", f"{RULES_FILE}:1:9") in told(capsys.readouterr().err)
    assert region.is_dir()


def test_folder_named_as_rules_is_refused_where_it_is_named(region, capsys):
    (region / "rules").mkdir()
    text = (region / SCENARIO_FILE).read_text(encoding="utf-8")
    named = text.replace("[rules.yaml]", "[rules]")
    (region / SCENARIO_FILE).write_text(named, encoding="utf-8")

    assert run(["validate", SCENARIO_FILE]) == 2

    assert told(capsys.readouterr().out) == [("VV502", f"{SCENARIO_FILE}:6:9")]
