"""Where a case stands that differs from the base: at what the proposal changed."""

import json

import pytest

from tests.proposals.world import RULES, SCENARIO, TODAY, committed
from vvoptimize.cli.run import run

# Beside the rules of the tiny world, one that reads roads.
NEAR = """\
- id: near
  clause: "4"
  reading: x
  authority: agreement
  kind: require
  for_each: {s: services, m: municipalities}
  measure: sum(minutes[m, k] for k in municipalities if candidate[s, k])
  at_most: far
"""
FAR = '  far: {unit: min, value: 100, range: [0, 900], status: proposed, label: "x"}\n'
HOSTS = "hosts: {ikt: askvik, barnevern: granmo, arkiv: bjorkli}"


@pytest.fixture
def base(world):
    """Stand in a repository whose last commit has the rule about roads too."""
    path = world / RULES
    text = path.read_text("utf-8").replace("parameters:\n", f"parameters:\n{FAR}", 1)
    path.write_text(text.replace("rules:\n", f"rules:\n{NEAR}", 1), encoding="utf-8")
    committed(world)
    return world


def stands_at(capsys, rule, case):
    """Give line, column and end of what is broken in a case of a rule."""
    capsys.readouterr()
    command = ["check", SCENARIO, "-a", "proposed", "--base", "HEAD", "--today", TODAY]
    assert run([*command, "--format", "sarif"]) == 1
    (found,) = json.loads(capsys.readouterr().out)["runs"]
    (region,) = (
        place["physicalLocation"]["region"]
        for result in found["results"]
        for place in result["locations"]
        if result["ruleId"] == rule
        and place["logicalLocations"][0]["fullyQualifiedName"] == case
    )
    return region["startLine"], region["startColumn"], region["endColumn"]


@pytest.mark.parametrize(
    ("old", "new", "rule", "case"),
    [
        # The service that was moved, of all those that count.
        (
            HOSTS,
            "hosts: {ikt: askvik, barnevern: granmo, arkiv: «granmo»}",
            "everyone-hosts",
            "m=bjorkli",
        ),
        # Of two that were moved, the one that the case names.
        (
            HOSTS,
            "hosts: {ikt: bjorkli, barnevern: bjorkli, arkiv: «askvik»}",
            "no-heavy-loss",
            "m=askvik",
        ),
        # Of two that name as much, the first.
        (
            HOSTS,
            "hosts: {ikt: «granmo», barnevern: granmo, arkiv: granmo}",
            "everyone-hosts",
            "m=askvik",
        ),
        # A figure of the municipality, where no decision was changed.
        (
            "workplaces_today: {askvik: 3, bjorkli: 2, granmo: 1}",
            "workplaces_today: {askvik: «9», bjorkli: 2, granmo: 1}",
            "no-heavy-loss",
            "m=askvik",
        ),
        (
            "km: 35, minutes: 30",
            "km: 35, minutes: «300»",
            "near",
            "s=ikt,m=bjorkli",
        ),
    ],
)
def test_case_stands_at_what_was_changed(base, capsys, old, new, rule, case):
    path = base / SCENARIO
    text = path.read_text("utf-8")
    assert old in text
    marked = text.replace(old, new, 1)
    path.write_text(marked.replace("«", "").replace("»", ""), encoding="utf-8")

    found = stands_at(capsys, rule, case)

    before, _, rest = marked.partition("«")
    line = before.count("\n") + 1
    column = len(before) - before.rfind("\n")
    assert found == (line, column, column + len(rest.partition("»")[0]))


def test_case_that_reads_nothing_changed_stands_where_it_stands_alone(base, capsys):
    path = base / SCENARIO
    text = path.read_text("utf-8").replace(
        "workplaces_today: {askvik: 3, bjorkli: 2, granmo: 1}",
        "workplaces_today: {askvik: 9, bjorkli: 2, granmo: 1}",
        1,
    )
    every = HOSTS.replace("granmo", "askvik").replace("bjorkli", "askvik")
    path.write_text(text.replace(HOSTS, every, 1), encoding="utf-8")
    committed(base)  # now the base is as bad
    path.write_text(text.replace("9", "8", 1).replace(HOSTS, every), encoding="utf-8")

    command = ["check", SCENARIO, "-a", "proposed", "--base", "HEAD", "--format"]
    run([*command, "gitlab", "--today", TODAY])

    rows = json.loads(capsys.readouterr().out)
    lines = path.read_text("utf-8").split("\n")
    hosts = {
        lines[row["location"]["lines"]["begin"] - 1]
        for row in rows
        if row["check_name"] == "everyone-hosts"
    }
    assert hosts == {f"    {every}"}
