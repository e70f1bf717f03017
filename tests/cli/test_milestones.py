"""`--milestones`: a plan as a table and as a calendar, read back by other programs."""

from __future__ import annotations

import csv
import io
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import icalendar
import pytest

from tests.cli.helpers import ROOT, TINY
from vvoptimize.cli.run import run

if TYPE_CHECKING:
    from pathlib import Path

STEPS = ROOT / "scenarios" / "tiny-steps.yaml"
RULES = ROOT / "rules" / "tiny-steps.yaml"
CHECK = ["check", str(STEPS), "--lang", "en", "-q"]
ENDINGS = pytest.mark.parametrize("ending", [".csv", ".ics"])


def plan(folder: Path, *changes: tuple[str, str]) -> str:
    """Write the shipped plan, changed, and give its path."""
    text = STEPS.read_text("utf-8").replace("../rules/tiny-steps.yaml", str(RULES))
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    path = folder / "plan.yaml"
    path.write_text(text, encoding="utf-8")
    return str(path)


def written(folder: Path, ending: str, *arguments: str, code: int = 1) -> str:
    """Write milestones by a command, and give what the file has, byte by byte."""
    path = folder / f"milestones{ending}"
    assert run([*arguments, "--milestones", str(path)]) == code
    return path.read_bytes().decode("utf-8")


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def events(text: str) -> list[icalendar.Event]:
    return icalendar.Calendar.from_ical(text).events


def test_the_table_has_a_row_per_service(tmp_path):
    text = written(tmp_path, ".csv", *CHECK)

    assert text.splitlines() == [
        "service,name,host,step,date,taken,host_name,step_name",
        "ikt,IT services,askvik,third,2028-01-01,false,Askvik,January 2028",
        "barnevern,Child welfare,bjorkli,second,2027-01-01,false,Bjørkli,January 2027",
        "arkiv,Records,granmo,first,2026-01-01,true,Granmo,January 2026",
    ]
    assert text.count("\r\n") == text.count("\n") == 4


def test_names_are_in_the_language_that_is_asked_for(tmp_path):
    text = written(tmp_path, ".csv", "check", str(STEPS), "--lang", "nb", "-q")

    assert [row["name"] for row in rows(text)] == ["IKT", "Barnevern", "Arkiv"]
    assert rows(text)[0]["step_name"] == "januar 2028"


def test_what_is_not_shared_has_a_row_too(tmp_path):
    path = plan(
        tmp_path,
        ("  total_after: 4\n", "  total_after: 4\n  may_stay_unshared: true\n"),
        (
            "barnevern: bjorkli, arkiv: granmo}",
            "arkiv: granmo}\n    unshared: [barnevern]",
        ),
        ("barnevern: second, ", ""),
    )
    text = written(tmp_path, ".csv", "check", path, "-q", "--lang", "en")

    assert list(rows(text)[1].values()) == ["barnevern", "Child welfare", *[""] * 6]
    assert "barnevern" not in written(tmp_path, ".ics", "check", path, "-q")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "＝", "＋", "－", "＠"])
def test_no_cell_is_a_formula(start, tmp_path):
    formula = f"{start}HYPERLINK(1;2)"
    path = plan(
        tmp_path,
        ("{nb: IKT, en: IT services}", f'"{formula}"'),
        ("name: Askvik, place", f'name: "\\n{formula}", place'),
    )
    row = rows(written(tmp_path, ".csv", "check", path, "-q"))[0]

    assert row["name"] == f"'{formula}"
    assert row["host_name"] == f"'{formula}"


def test_a_name_with_comma_and_quotes_stays_one_cell(tmp_path):
    path = plan(tmp_path, ("{nb: IKT, en: IT services}", "'a, \"b\"; c'"))

    row = rows(written(tmp_path, ".csv", "check", path, "-q"))[0]

    assert row["name"] == 'a, "b"; c'


def test_the_calendar_has_a_whole_day_for_each_step(tmp_path):
    found = events(written(tmp_path, ".ics", *CHECK))

    assert [str(event["UID"]) for event in found] == [
        "tiny-steps.first@vvoptimize",
        "tiny-steps.second@vvoptimize",
        "tiny-steps.third@vvoptimize",
    ]
    assert [event.decoded("DTSTART") for event in found] == [
        date(2026, 1, 1),
        date(2027, 1, 1),
        date(2028, 1, 1),
    ]
    assert [str(event["STATUS"]) for event in found] == [
        "CONFIRMED",
        "TENTATIVE",
        "TENTATIVE",
    ]
    assert str(found[1]["SUMMARY"]) == "Joint service starts: Child welfare"
    assert str(found[1]["DESCRIPTION"]).splitlines() == [
        "Three services in three steps: Fair in the end (fair-in-the-end). January"
        " 2027.",
        "Child welfare: hosted by Bjørkli.",
        "Planned.",
        "The plan breaks binding rules: see the report.",
        "This is a study for the municipal councils. It is they who decide.",
    ]


def test_the_calendar_is_strict_and_has_nothing_of_the_clock(tmp_path):
    text = written(tmp_path, ".ics", *CHECK)
    event = events(text)[0]

    assert icalendar.Calendar.from_ical(text).errors == []
    assert event.errors == []
    assert event.decoded("DTSTAMP") == datetime(2026, 1, 1, tzinfo=UTC)
    assert text == written(tmp_path, ".ics", *CHECK)


def test_without_a_baseline_the_first_step_stamps_the_calendar(tmp_path):
    path = plan(tmp_path, ("baseline: 2026-01-01\n", ""), ("2026-01-01", "2025-12-31"))

    event = events(written(tmp_path, ".ics", "check", path, "-q"))[0]

    assert event.decoded("DTSTAMP") == datetime(2025, 12, 31, tzinfo=UTC)


def test_lines_are_folded_at_75_octets_and_read_back_whole(tmp_path):
    name = "Ærlig; talt, \\ en " + "fjøs" * 60
    path = plan(tmp_path, ("{nb: IKT, en: IT services}", f"'{name}'"))

    text = written(tmp_path, ".ics", "check", path, "-q", "--lang", "nb")

    lines = text.split("\r\n")
    assert lines.pop() == ""
    assert not any("\n" in line or "\r" in line for line in lines)
    assert max(len(line.encode()) for line in lines) == 75
    assert str(events(text)[2]["SUMMARY"]) == f"Felles tjeneste starter: {name}"


def test_a_name_cannot_add_a_line_of_its_own(tmp_path):
    path = plan(tmp_path, ("{nb: IKT, en: IT services}", '"x\\r\\nEND:VEVENT\\u2028y"'))

    found = events(written(tmp_path, ".ics", "check", path, "-q", "--lang", "en"))

    assert len(found) == 3
    assert str(found[2]["SUMMARY"]) == "Joint service starts: x END:VEVENT\\u2028y"


def test_several_services_and_none_are_told(tmp_path):
    path = plan(
        tmp_path,
        ("limits: {services: 1}}", "limits: {services: 2}}"),
        ("barnevern: second, ikt: third", "barnevern: second, ikt: second"),
    )

    found = events(written(tmp_path, ".ics", "check", path, "-q", code=0))

    assert [str(event["SUMMARY"]) for event in found[1:]] == [
        "2 joint services start: IT services and Child welfare",
        "No joint service starts",
    ]


def test_a_search_writes_the_plan_that_it_found(tmp_path):
    table, calendar = tmp_path / "plan.csv", tmp_path / "plan.ICS"
    both = ["--milestones", str(table), "--milestones", str(calendar)]

    assert run(["solve", str(STEPS), "-q", *both]) == 0

    starts = {row["service"]: row["step"] for row in rows(table.read_text("utf-8"))}
    assert starts == {"ikt": "second", "barnevern": "third", "arkiv": "first"}
    found = events(calendar.read_text("utf-8"))
    assert "breaks binding rules" not in str(found[1]["DESCRIPTION"])


@ENDINGS
@pytest.mark.parametrize("command", ["solve", "check"])
def test_a_scenario_without_steps_writes_nothing(command, ending, tmp_path, capsys):
    path = tmp_path / f"out{ending}"
    asked = ["-a", "proposed"] if command == "check" else []

    assert run([command, TINY, *asked, "--milestones", str(path)]) == 2

    shown = capsys.readouterr()
    assert "error[VV297]" in shown.err
    assert shown.out == ""
    assert not path.exists()


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["--milestones", "plan.txt"], "VV279"),
        (["--milestones", "plan"], "VV279"),
        (["--milestones", "-"], "VV279"),
        (["--milestones", "plan.csv", "--base", "HEAD"], "VV298"),
        (["--milestones", "plan.csv", "--optimal"], "VV298"),
        (["--milestones", "plan.csv", TINY], "VV298"),
        (["--milestones", "plan.csv", "--milestones", "./plan.csv"], "VV299"),
        (["--milestones", "plan.csv", "-o", "plan.csv"], "VV299"),
        (["--milestones", "plan.csv", "--format", "tap=plan.csv"], "VV299"),
    ],
    ids=lambda value: value if isinstance(value, str) else " ".join(value),
)
def test_what_cannot_be_written_writes_nothing(
    arguments, code, tmp_path, monkeypatch, capsys
):
    monkeypatch.chdir(tmp_path)

    assert run(["check", str(STEPS), *arguments]) == 2

    shown = capsys.readouterr()
    assert f"error[{code}]" in shown.err
    assert shown.out == ""
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_told_and_nothing_printed(tmp_path, capsys):
    path = tmp_path / "nowhere" / "plan.csv"

    assert run([*CHECK[:-1], "--milestones", str(path)]) == 2

    shown = capsys.readouterr()
    assert "error[VV511]" in shown.err
    assert shown.out == ""


def test_the_page_on_scenarios_shows_the_table_of_the_plan_that_is_found(tmp_path):
    page = (ROOT / "scenarios" / "README.md").read_text("utf-8")
    text = written(tmp_path, ".csv", "solve", str(STEPS), "-q", "--lang", "en", code=0)

    assert "```csv\n" + text.replace("\r\n", "\n") + "```\n" in page
