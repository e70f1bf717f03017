"""Waivers on the command line: from the scenario and besides, on the day it is."""

import json

import pytest
from jsonschema import Draft7Validator

from tests.bad_input.told import told
from tests.cli.helpers import TINY, printed, tiny
from vvoptimize.cli import options
from vvoptimize.cli.run import run
from vvoptimize.errors import Problems
from vvoptimize.source import parse_into

HEAD = "schema: vvoptimize/waivers/v1\nwaivers:\n"
NOT_NEEDED = ("no-heavy-loss", "askvik", "0.5")
ALL = [
    ("everyone-hosts", "bjorkli", "1"),
    ("everyone-hosts", "granmo", "1"),
    ("no-heavy-loss", "bjorkli", "1"),
    ("no-heavy-loss", "granmo", "1"),
]
TODAY = ["--today", "2026-06-01"]


def entry(rule, m, covers):
    return (
        f"- {{rule: {rule}, at: {{m: {m}}}, reason: {{nb: Prøve, en: A trial}}, "
        "decided_by: {nb: Kommunestyret, en: The council}, case: 14/26, "
        f"date: 2026-01-01, expires: 2026-12-31, covers: {covers}}}\n"
    )


@pytest.fixture
def waivers(tmp_path):
    """Return a function that writes a file of waivers and gives its path."""

    def write(*entries):
        path = tmp_path / "waivers.yaml"
        path.write_text(HEAD + "".join(entry(*e) for e in entries), encoding="utf-8")
        return str(path)

    return write


def check(*arguments):
    return ["check", TINY, "-a", "askvik-hosts-all", *TODAY, *arguments]


def test_what_is_broken_and_covered_is_no_failure(waivers, capsys):
    assert run(check()) == 1
    capsys.readouterr()

    assert run(check("--waivers", waivers(*ALL))) == 0

    shown = " ".join(capsys.readouterr().out.split())
    assert "Every binding rule that applies here is kept or waived; 4 cases" in shown
    assert "From clause 2 Nobody loses too much (no-heavy-loss), Granmo." in shown
    assert "Given by The council, 1 January 2026, case 14/26; counts up to" in shown
    assert "31 December 2026. Reason: A trial" in shown


def test_waiver_that_covers_too_little_leaves_the_rule_broken_and_tells_by_how_much(
    waivers, capsys
):
    path = waivers(*ALL[:3], ("no-heavy-loss", "granmo", "0.75"))

    assert run(check("--waivers", path)) == 1

    shown = " ".join(capsys.readouterr().out.split()).replace("\u00a0", " ")
    assert "1 case of binding rules is broken (clause 2)" in shown
    assert "That is 0.25 FTE more than waiver 4 covers." in shown
    assert "the waiver covers only 0.75 FTE. That is 0.25 FTE too much." in shown


def test_all_of_it_is_in_the_json(waivers, capsys):
    path = waivers(*ALL[:3], ("no-heavy-loss", "granmo", "0.75"), NOT_NEEDED)

    run(check("--waivers", path, "--format", "json"))

    report = json.loads(capsys.readouterr().out)
    rows = report["waivers"]
    assert [row["verdict"] for row in rows] == [*["waived"] * 3, "broken", "holds"]
    assert (rows[3]["shortfall"], rows[3]["covers"], rows[3]["exceeds"]) == (
        1,
        0.75,
        0.25,
    )
    assert rows[0]["decided_by"] == {"nb": "Kommunestyret", "en": "The council"}
    assert (rows[0]["case"], rows[0]["date"], rows[0]["expires"]) == (
        "14/26",
        "2026-01-01",
        "2026-12-31",
    )
    part = report["assessment"]
    assert (part["broken"], part["waived"]) == (1, 3)
    rule = part["rules"][1]
    assert (rule["verdict"], rule["broken"], rule["waived"]) == ("broken", 1, 1)
    assert [i["waiver"] for i in rule["instances"]] == [5, 3, 4]


def test_a_search_may_use_what_is_waived_and_no_more(tmp_path, capsys):
    # Nobody may lose anything: proved impossible. What Askvik loses when it hosts IT is
    # 1, and so does Granmo with records; both are then waived, to the last tenth.
    strict = tmp_path / "strict.yaml"
    strict.write_text(
        tiny("rules:", "parameters: {bearable_loss: 0}\nrules:"), encoding="utf-8"
    )
    path = tmp_path / "waivers.yaml"

    def solved(covers):
        rows = [("no-heavy-loss", m, covers) for m in ("askvik", "granmo")]
        path.write_text(HEAD + "".join(entry(*r) for r in rows), encoding="utf-8")
        code = run(["solve", str(strict), *TODAY, "--waivers", str(path)])
        return code, " ".join(capsys.readouterr().out.split()).replace("\u00a0", " ")

    assert run(["solve", str(strict), *TODAY, "-q"]) == 3
    assert solved("0.9")[0] == 3
    code, shown = solved("1")
    assert code == 0
    assert "2 cases are not kept, but have waivers" in shown
    assert "Waiver 1: Askvik, short by 1 FTE." in shown


def test_a_conflict_tells_of_waivers_that_are_too_small(tmp_path, waivers, capsys):
    strict = tmp_path / "strict.yaml"
    strict.write_text(
        tiny("rules:", "parameters: {bearable_loss: 0}\nrules:"), encoding="utf-8"
    )
    path = waivers(("no-heavy-loss", "askvik", "0.5"))

    assert run(["solve", str(strict), *TODAY, "--waivers", path]) == 3

    shown = " ".join(capsys.readouterr().out.split()).replace("\u00a0", " ")
    assert "WAIVERS 1. From clause 2" in shown
    assert "Covers a shortfall of 0.5 FTE at most." in shown


def test_a_scenario_names_its_waivers(tmp_path, waivers, capsys):
    waivers(*ALL)
    scenario = tmp_path / "scenario.yaml"
    scenario.write_text(
        tiny("rules:", "waivers: [waivers.yaml]\nrules:"), encoding="utf-8"
    )

    command = ["check", str(scenario), "-a", "askvik-hosts-all", *TODAY]
    assert run(command) == 0
    assert run(["validate", str(scenario)]) in (0, 2)  # as the clock is now
    assert run([*command[:-2], "--today", "2027-01-01"]) == 2

    assert "error[VV410]" in capsys.readouterr().err


def test_a_file_that_is_not_there_is_told_where_the_scenario_names_it(tmp_path, capsys):
    scenario = tmp_path / "scenario.yaml"
    scenario.write_text(
        tiny("rules:", "waivers: [none.yaml]\nrules:"), encoding="utf-8"
    )

    assert run(["check", str(scenario), "-a", "proposed"]) == 2

    ((code, place),) = told(capsys.readouterr().err)
    line = scenario.read_text("utf-8").split("waivers:")[0].count("\n") + 1
    assert (code, place) == ("VV501", f"{scenario}:{line}:11")


def test_the_clocks_day_counts_where_none_is_given(waivers, monkeypatch, capsys):
    path = waivers(*ALL)
    command = ["check", TINY, "-a", "askvik-hosts-all", "--waivers", path]

    codes = []
    for day in ("2025-12-31", "2026-12-31", "2027-01-01"):
        monkeypatch.setattr(options, "clock_day", lambda day=day: day)
        codes.append(run(command))

    assert codes == [2, 0, 2]
    assert "error[VV423]" in capsys.readouterr().err


@pytest.mark.parametrize("day", ["tomorrow", "2026-02-30", "20260601", "2026"])
def test_a_day_that_is_none_is_refused(day, capsys):
    assert run(["check", TINY, "-a", "proposed", "--today", day]) == 2

    assert f'`--today` must be a day, as 2026-01-31, got "{day}"' in (
        capsys.readouterr().err
    )


def test_a_file_of_waivers_is_validated_alone(waivers, capsys):
    assert run(["validate", waivers(*ALL)]) == 0
    assert "fine (4 waivers)" in capsys.readouterr().out


@pytest.mark.parametrize("lang", ["nb", "en"])
def test_the_rules_of_a_scenario_list_its_waivers(lang, tmp_path, waivers, capsys):
    path = waivers(*ALL[:1])
    text = (tmp_path / "waivers.yaml").read_text("utf-8").replace("2026-12", "2999-12")
    (tmp_path / "waivers.yaml").write_text(text, encoding="utf-8")
    scenario = tmp_path / "scenario.yaml"
    scenario.write_text(tiny("rules:", f"waivers: [{path}]\nrules:"), encoding="utf-8")

    assert run(["rules", str(scenario), "--lang", lang]) == 0

    shown = " ".join(capsys.readouterr().out.split()).replace("\u00a0", " ")
    head = {
        "nb": "Dekker et avvik på høyst 1.",
        "en": "Covers a shortfall of 1 at most.",
    }
    assert head[lang] in shown


def test_the_library_asks_for_the_day(waivers):
    import vvoptimize

    scenario = vvoptimize.read_scenario(TINY)

    with pytest.raises(vvoptimize.InputError) as caught:
        vvoptimize.check(scenario, "proposed", waivers=[waivers(*ALL)])

    assert [problem.code for problem in caught.value.problems] == ["VV422"]


def test_a_member_of_a_conflict_tells_that_its_waiver_does_not_reach(
    tmp_path, waivers, capsys
):
    strict = tmp_path / "strict.yaml"
    strict.write_text(
        tiny("rules:", "parameters: {bearable_loss: 0}\nrules:"), encoding="utf-8"
    )
    every = [("no-heavy-loss", m, "0.1") for m in ("askvik", "bjorkli", "granmo")]

    assert run(["solve", str(strict), *TODAY, "--waivers", waivers(*every)]) == 3

    shown = " ".join(capsys.readouterr().out.split()).replace("\u00a0", " ")
    assert "Waiver 1 does not cover that." in shown


@pytest.mark.parametrize(
    ("old", "new", "sound"),
    [
        ("", "", True),
        (", covers: 1", "", True),
        ("reason: {nb: Prøve, en: A trial}", "reason: Prøve", True),
        ("case: 14/26, ", "", False),
        ("expires: 2026-12-31", "until: 2026-12-31", False),
        ("covers: 1", "covers: all", False),
    ],
)
def test_the_schema_of_waivers_tells_right_from_wrong(old, new, sound, capsys):
    text = HEAD + entry(*ALL[0]).replace(old, new)
    document = parse_into(text, "waivers.yaml", Problems())

    schema = Draft7Validator(json.loads(printed(capsys, "schema", "waivers")))

    assert old in HEAD + entry(*ALL[0])
    assert document is not None
    plain = json.loads(json.dumps(document.data, default=float))
    assert schema.is_valid(plain) is sound
