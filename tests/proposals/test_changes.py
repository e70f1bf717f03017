"""Proposals as people make them, each with what a check must say of it.

`base/` is a region; each file in `changes/` is a proposal: edits of that folder, and
what follows. What a file does not name is expected not to be there.
"""

from __future__ import annotations

import contextlib
import io
import json
import re
import shutil
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from xml.etree import ElementTree

import pytest

from tests.proposals.world import changed, committed
from vvoptimize.cli.check_formats import MACHINES
from vvoptimize.cli.run import run
from vvoptimize.source import parse

if TYPE_CHECKING:
    from collections.abc import Mapping

HERE = Path(__file__).parent
CHANGES = sorted((HERE / "changes").glob("*.yaml"))
TODAY = "2026-06-01"
# What of some proposals is too much to work out by hand, and is not looked at.
PARTLY = {
    "new-municipality": ("counts", "pays", "excused", "figures"),
    "without-a-service": ("gains", "pays", "figures"),
}


def proposal(path):
    return parse(path.read_text("utf-8"), path.name).data


PROPOSALS = {path.stem: proposal(path) for path in CHANGES}


def edited(folder, edit):
    """Make one edit of a proposal."""
    target = folder / edit["file"]
    if edit.get("delete"):
        target.unlink()
    elif "hex" in edit:
        target.write_bytes(bytes.fromhex(edit["hex"]))
    elif "write" in edit:
        target.write_text(edit["write"], encoding="utf-8")
    else:
        changed(folder, edit["file"], edit["old"], edit["new"])


class Made(NamedTuple):
    """A proposal, and what came of checking it."""

    name: str
    expect: Mapping[str, Any]
    code: int
    quiet: int  # the exit code when nothing is printed
    alone: int  # and by its own rules, with no base
    text: str
    errors: str
    files: Mapping[str, bytes]
    again: Mapping[str, bytes]  # the same from a second run


@pytest.fixture(params=PROPOSALS, scope="module")
def made(request, tmp_path_factory):
    """Check a proposal in a repository whose last commit is the base."""
    folder, found = tmp_path_factory.mktemp("region"), PROPOSALS[request.param]
    shutil.copytree(HERE / "base", folder, dirs_exist_ok=True)
    committed(folder)
    for edit in found["edits"]:
        edited(folder, edit)
    day = str(found.get("today", TODAY))
    with contextlib.chdir(folder):
        code, text, errors, files = written(day, "one")
        return Made(
            request.param,
            found["expect"],
            code,
            checked(day, "--base", "HEAD", "-q")[0],
            checked(day, "-q")[0],
            text,
            errors,
            files,
            written(day, "two")[-1],
        )


def checked(day, *options):
    """Run a check in English; give its exit code and what it printed."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = run(["check", "region.yaml", "--today", day, "--lang", "en", *options])
    return code, out.getvalue(), err.getvalue()


def written(day, name):
    """Check in every format at once; give text, errors, and the bytes of the others."""
    formats = ("json", *MACHINES)
    asked = [f"--format={kind}={name}.{kind}" for kind in formats]
    code, out, err = checked(day, "--base", "HEAD", *asked)
    files = {kind: Path(f"{name}.{kind}").read_bytes() for kind in formats}
    return code, out, err, {"text": out.encode(), **files}


def exact(number):
    """Give a number of JSON or of a proposal as it is written."""
    if isinstance(number, dict):
        return Fraction(number["numerator"], number["denominator"])
    return Fraction(str(number))


def named(row):
    return " ".join([row["rule"], *(element["id"] for element in row["at"])])


def counted(base, side):
    """Give how many cases compare how, those apart that are the same."""
    counts = {row["change"]: row[side] for row in base["counts"]}
    return {key: n for key, n in counts.items() if n and key not in ("same", "new")}


def not_zero(rows, key):
    return {
        row["municipality"]: exact(row[key])
        for row in rows
        if row[key] is not None and exact(row[key])
    }


def seen(base):
    """Give what JSON says of a base, in the words of a proposal."""
    texts = ((t["what"], t["id"], t["part"]) for t in base["texts"])
    binding = [case for case in base["cases"] if case["binding"]]
    return {
        "counts": counted(base, "binding"),
        "wishes": counted(base, "others"),
        "new": [named(c) for c in binding if c["change"] == "new"],
        "stops": [named(c) for c in base["cases"] if c["blocks"]],
        "excused": [named(c) for c in base["cases"] if c["excused"]],
        "let_through": [named(o) for o in base["own_verdicts"] if o["let_through"]],
        "texts": [" ".join(filter(None, text)) for text in texts],
        "moved": [m["service"] for m in base["moved"]],
        "figures": [f["path"] for f in base["figures"]],
        "added": [f"{t['set']} {t['id']}" for t in base["added"]],
        "removed": [f"{t['set']} {t['id']}" for t in base["removed"]],
        "gains": not_zero(base["gains"], "workplaces"),
        "pays": not_zero(base["gains"], "pays"),
        "order": {o["id"]: o["order"] for o in base["objectives"]},
    }


def wanted(expect, key, found):
    """Give what a proposal expects, in the shape of what was found."""
    told = expect.get(key, {} if isinstance(found, dict) else ())
    if key in ("gains", "pays"):
        return {m: exact(value) for m, value in told.items()}
    return dict(told) if isinstance(found, dict) else list(told)


def test_there_are_more_than_twenty():
    assert len(PROPOSALS) > 20


def test_the_base_itself_is_held_against_itself():
    assert PROPOSALS["nothing-but-a-comment"]["expect"]["exit"] == 0


def test_exit_codes_are_as_told_and_printing_does_not_change_them(made):
    assert (made.code, made.quiet, made.alone) == (
        made.expect["exit"],
        made.expect["exit"],
        made.expect["alone"],
    )
    assert json.loads(made.files["json"])["exit_code"] == made.code


def test_errors_are_as_told(made):
    codes = set(re.findall(r"error\[(VV\d+)\]", made.errors))

    assert codes == set(made.expect.get("errors", ()))


def test_what_compares_how_is_as_told(made):
    (file,) = json.loads(made.files["json"])["files"]
    if "errors" in made.expect:
        assert file["base"] is None
        return

    left_out = (*PARTLY.get(made.name, ()), "wishes")
    for key, value in seen(file["base"]).items():
        if key in made.expect or key not in left_out:
            assert (key, value) == (key, wanted(made.expect, key, value))


def test_the_text_says_so(made):
    told = " ".join(made.text.split()).replace("\u00a0", " ")

    for phrase in made.expect.get("says", ()):
        assert phrase in told


def test_machines_read_so(made):
    cases = list(ElementTree.fromstring(made.files["junit"]).iter("testcase"))
    found = {
        "tests": len(cases),
        "failures": sum(case.find("failure") is not None for case in cases),
        "errors": sum(case.find("error") is not None for case in cases),
        "skipped": sum(case.find("skipped") is not None for case in cases),
    }

    told = made.expect.get("junit")
    if told is not None:
        assert found == {key: int(value) for key, value in told.items()}
    assert (found["failures"] > 0) == (made.expect["exit"] == 1)
    assert found["errors"] > 0 or made.expect["exit"] != 2


def test_every_byte_is_the_same_again(made):
    assert made.files == made.again


def test_waivers_and_the_day_they_end_are_in_every_output(made):
    # An output in which nothing is judged has none, and TAP tells them case by case.
    (file,) = json.loads(made.files["json"])["files"]
    if file["check"] is None or not file["check"]["waivers"]:
        return
    for row in file["check"]["waivers"]:
        assert row["case"].encode() in made.files["text"]
        for name in ("json", *MACHINES):
            assert row["case"].encode() in made.files[name], name
