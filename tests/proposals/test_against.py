"""A proposal beside a base: what blocks, to the last tenth, and what is told."""

from __future__ import annotations

import json

import pytest

from tests.proposals.world import RULES, SCENARIO, TODAY, changed, committed, git
from vvoptimize.cli.check_formats import MACHINES
from vvoptimize.cli.run import run
from vvoptimize.report.text import against as against_text

ALL = ["check", SCENARIO, "-a", "askvik-hosts-all", "--today", TODAY]
PROPOSED = ["check", SCENARIO, "-a", "proposed", "--today", TODAY]
TODAY_OF_BJORKLI = "workplaces_today: {askvik: 3, bjorkli: 2, granmo: 1}"
TRUTH = """\
rules:
- id: nobody-alone
  clause: "6"
  reading: Nobody hosts a statutory service.
  authority: agreement
  kind: require
  for_each: {s: services, m: municipalities}
  where: statutory[s]
  require: not host[s, m]
"""
WAIVERS = """\
schema: vvoptimize/waivers/v1
waivers:
- rule: no-heavy-loss
  at: {m: askvik}
  reason: A trial
  decided_by: The council
  case: 14/26
  date: 2026-01-01
  expires: 2026-12-31
  covers: 2
"""
LOSS = (
    "ikt: askvik, barnevern: granmo, arkiv: bjorkli",
    "ikt: granmo, barnevern: bjorkli, arkiv: askvik",
)


def against(capsys, command, *options, base="HEAD"):
    """Give the exit code and what JSON tells of the base."""
    capsys.readouterr()
    code = run([*command, "--base", base, "--format", "json", *options])
    shown = capsys.readouterr()
    assert shown.err == ""
    (file,) = json.loads(shown.out)["files"]
    assert file["exit_code"] == code
    return code, file


def case(file, rule, *ids):
    """Give one case by its rule and its elements."""
    (found,) = (
        row
        for row in file["base"]["cases"]
        if row["rule"] == rule and tuple(e["id"] for e in row["at"]) == ids
    )
    return found


def counts(file):
    told = file["base"]["counts"]
    return {row["change"]: row["binding"] for row in told if row["binding"]}


# Bjørkli has 3 places of work today, and loses all where Askvik hosts all: 1 FTE more
# than the 2 that can be borne. Each tenth that it has more today, it loses more.
@pytest.mark.parametrize(
    ("today", "code", "change", "by"),
    [("1.9", 0, "better", 0.1), ("2", 0, "same", 0), ("2.1", 1, "worse", -0.1)],
)
def test_what_was_broken_may_stay_so_and_not_get_worse_by_a_tenth(
    repository, capsys, today, code, change, by
):
    new = TODAY_OF_BJORKLI.replace("bjorkli: 2", f"bjorkli: {today}")
    changed(repository, SCENARIO, TODAY_OF_BJORKLI, new)

    seen, file = against(capsys, ALL)

    row = case(file, "no-heavy-loss", "bjorkli")
    assert (seen, row["change"], row["by"]) == (code, change, by)
    assert (row["base"], row["now"]) == ("broken", "broken")
    assert (row["blocks"], row["excused"]) == (code == 1, code == 0)
    assert file["base"]["blocking"] == code
    assert file["base"]["excused"] == 4 - code


# Askvik loses 1 where it hosts IT; 2 can be borne.
@pytest.mark.parametrize(
    ("today", "code", "margin"), [("3.9", 0, 0.1), ("4", 0, 0), ("4.1", 1, -0.1)]
)
def test_what_was_kept_may_be_kept_by_less_down_to_the_limit(
    repository, capsys, today, code, margin
):
    new = TODAY_OF_BJORKLI.replace("askvik: 3", f"askvik: {today}")
    changed(repository, SCENARIO, TODAY_OF_BJORKLI, new)

    seen, file = against(capsys, PROPOSED)

    row = case(file, "no-heavy-loss", "askvik")
    assert (seen, row["change"]) == (code, "worse")
    assert (row["base_margin"], row["margin"]) == (1, margin)
    assert row["blocks"] is (code == 1)


def test_the_same_again_differs_in_nothing(repository, capsys):
    code, file = against(capsys, PROPOSED)

    assert code == 0
    assert counts(file) == {"same": 6}
    base = file["base"]
    assert [base[k] for k in ("moved", "figures", "texts", "own_verdicts")] == [[]] * 4
    assert [o["order"] for o in base["objectives"]] == ["same", "same"]
    assert {g["workplaces"] for g in base["gains"]} == {0}


def test_a_truth_without_an_amount_is_as_bad_wherever_it_was_broken(repository, capsys):
    changed(repository, RULES, "rules:\n", TRUTH)
    committed(repository, "truth")
    assert run([*PROPOSED, "-q"]) == 1

    code, file = against(capsys, PROPOSED)
    assert (code, file["base"]["excused"]) == (0, 1)

    changed(repository, SCENARIO, "barnevern: granmo", "barnevern: bjorkli")
    code, file = against(capsys, PROPOSED)
    assert code == 1
    there = case(file, "nobody-alone", "barnevern", "bjorkli")
    assert (there["change"], there["base"], there["by"]) == ("worse", "holds", None)
    fixed = case(file, "nobody-alone", "barnevern", "granmo")
    assert (fixed["change"], fixed["blocks"]) == ("fixed", False)


def test_rules_and_numbers_of_the_proposal_do_not_count_and_are_told(
    repository, capsys
):
    changed(repository, SCENARIO, *LOSS)
    changed(repository, RULES, "value: 2", "value: 4")
    assert run([*PROPOSED, "-q"]) == 0

    code, file = against(capsys, PROPOSED)

    assert code == 1
    base = file["base"]
    assert (base["blocking"], base["let_through"]) == (1, 1)
    (text,) = base["texts"]
    assert (text["what"], text["id"], text["part"]) == (
        "parameter",
        "bearable_loss",
        "value",
    )
    assert (text["base"], text["now"]) == ("2 FTE", "4 FTE")
    (own,) = base["own_verdicts"]
    assert (own["rule"], own["by_base"], own["by_own"]) == (
        "no-heavy-loss",
        "broken",
        "holds",
    )


@pytest.mark.parametrize(
    ("old", "new", "own"),
    [
        ("- id: no-heavy-loss\n", "- id: some-heavy-loss\n", None),
        ("at_least: -bearable_loss", "at_least: -2 * bearable_loss", "holds"),
        ("  measure: change[m]", "  measure: change[m] + bearable_loss", "holds"),
        ("expr: sum(", "expr: bearable_loss + sum(", "holds"),
    ],
)
def test_however_a_rule_is_loosened_it_is_judged_as_it_was(
    repository, capsys, old, new, own
):
    changed(repository, SCENARIO, *LOSS)
    changed(repository, RULES, old, new)

    code, file = against(capsys, PROPOSED)

    assert code == 1
    through = [one for one in file["base"]["own_verdicts"] if one["let_through"]]
    assert [one["by_own"] for one in through] == [own]
    assert file["base"]["texts"]


def test_a_rule_that_is_made_a_wish_is_still_required(repository, capsys):
    changed(repository, SCENARIO, *LOSS)
    text = (repository / RULES).read_text("utf-8")
    head, tail = text.split("- id: no-heavy-loss\n")
    text = f"{head}- id: no-heavy-loss\n{tail.replace('require', 'prefer', 1)}"
    (repository / RULES).write_text(text, encoding="utf-8")

    code, file = against(capsys, PROPOSED)

    assert code == 1
    (own,) = file["base"]["own_verdicts"]
    assert (own["by_own"], own["binds_in_own"], own["let_through"]) == (
        "broken",
        False,
        True,
    )


def test_the_scenarios_own_setting_of_a_number_does_not_count_either(
    repository, capsys
):
    changed(repository, SCENARIO, *LOSS)
    changed(repository, SCENARIO, "rules:", "parameters: {bearable_loss: 9}\nrules:")

    code, file = against(capsys, PROPOSED)

    assert code == 1
    assert file["base"]["let_through"] == 1


def test_a_stricter_rule_of_the_proposal_is_told_and_does_not_block(repository, capsys):
    changed(repository, RULES, "value: 2", "value: 0.5")
    assert run([*PROPOSED, "-q"]) == 1

    code, file = against(capsys, PROPOSED)

    assert code == 0
    base = file["base"]
    assert (base["let_through"], len(base["own_verdicts"])) == (0, 2)
    assert {one["by_own"] for one in base["own_verdicts"]} == {"broken"}


def test_a_waiver_of_the_proposal_does_not_count_and_one_of_the_base_does(
    repository, capsys
):
    changed(repository, SCENARIO, *LOSS)
    (repository / "scenarios" / "waivers.yaml").write_text(WAIVERS, encoding="utf-8")
    changed(repository, SCENARIO, "rules:", "waivers: [waivers.yaml]\nrules:")
    assert run([*PROPOSED, "-q"]) == 0

    code, file = against(capsys, PROPOSED)
    assert code == 1
    assert file["base"]["let_through"] == 1
    assert [t["what"] for t in file["base"]["texts"]] == ["waiver"]

    committed(repository, "waived")
    changed(repository, "scenarios/waivers.yaml", "covers: 2", "covers: 9")
    code, file = against(capsys, PROPOSED)
    assert code == 0
    (waiver,) = file["check"]["waivers"]
    assert (waiver["covers"], waiver["expires"]) == (2, "2026-12-31")
    assert case(file, "no-heavy-loss", "askvik")["now"] == "waived"


def test_a_waiver_of_the_base_that_has_run_out_counts_no_more(repository, capsys):
    (repository / "scenarios" / "waivers.yaml").write_text(WAIVERS, encoding="utf-8")
    changed(repository, SCENARIO, "rules:", "waivers: [waivers.yaml]\nrules:")
    changed(repository, SCENARIO, *LOSS)
    committed(repository, "waived")
    changed(repository, "scenarios/waivers.yaml", "2026-12-31", "2028-12-31")
    later = [*PROPOSED[:-1], "2027-01-01"]

    # It is broken in both, and no worse.
    code, file = against(capsys, later)

    assert code == 0
    (idle,) = file["base"]["idle_waivers"]
    assert (idle["rule"], idle["expires"]) == ("no-heavy-loss", "2026-12-31")
    assert case(file, "no-heavy-loss", "askvik")["excused"] is True


def test_what_was_unknown_and_is_broken_now_blocks(repository, capsys):
    changed(repository, SCENARIO, "total_after: 2", "total_after: unknown")
    committed(repository, "unknown")
    changed(repository, SCENARIO, "total_after: unknown", "total_after: 2")
    changed(repository, SCENARIO, *LOSS)

    code, file = against(capsys, PROPOSED)

    assert code == 1
    assert counts(file)["undecided"] >= 1
    assert case(file, "no-heavy-loss", "askvik")["blocks"] is True


def test_what_is_unknown_now_is_never_green(repository, capsys):
    changed(repository, SCENARIO, "total_after: 2", "total_after: unknown")
    committed(repository, "unknown")

    code, file = against(capsys, PROPOSED)

    assert code == 2
    assert counts(file)["undecided"] >= 1
    assert "undecided" in {o["order"] for o in file["base"]["objectives"]}


def test_a_service_that_is_gone_takes_its_cases_along_and_that_is_told(
    repository, capsys
):
    changed(repository, RULES, "rules:\n", TRUTH)
    committed(repository, "truth")
    text = (repository / SCENARIO).read_text("utf-8")
    head, tail = text.split("- id: barnevern\n")
    text = (
        head + tail.partition("- id: arkiv\n")[1] + tail.partition("- id: arkiv\n")[2]
    )
    text = text.replace(", barnevern: granmo", "").replace(", barnevern: askvik", "")
    (repository / SCENARIO).write_text(text, encoding="utf-8")

    code, file = against(capsys, PROPOSED)

    assert code == 1  # nobody sits with Granmo any more
    assert counts(file)["gone"] == 3
    gone = case(file, "nobody-alone", "barnevern", "granmo")
    assert (gone["base"], gone["now"], gone["blocks"]) == ("broken", None, False)
    assert {"set": "services", "id": "barnevern"} in file["base"]["removed"]


def test_who_gains_and_who_loses_and_the_leximin_order(repository, capsys):
    # Of the six ways in scenarios/tiny.yaml: -1 +1 -1 instead of -1 -1 +1, and child
    # welfare 50 minutes away in all, not 70.
    changed(
        repository,
        SCENARIO,
        "barnevern: granmo, arkiv: bjorkli",
        "barnevern: bjorkli, arkiv: granmo",
    )

    code, file = against(capsys, PROPOSED)

    assert code == 0
    base = file["base"]
    gains = {g["municipality"]: g["workplaces"] for g in base["gains"]}
    assert gains == {"askvik": 0, "bjorkli": 2, "granmo": -2}
    even, travel = base["objectives"]
    assert (even["order"], even["sense"]) == ("same", "leximin")
    assert (travel["order"], travel["difference"]["by"]) == ("better", 20)
    assert [m["service"] for m in base["moved"]] == ["barnevern", "arkiv"]


def test_leximin_is_told_by_the_first_rank_that_differs(repository, capsys):
    # -1 -1 +1 becomes -2 -1 +2: worse in the first rank.
    changed(
        repository,
        SCENARIO,
        "ikt: askvik, barnevern: granmo, arkiv: bjorkli",
        "ikt: granmo, barnevern: askvik, arkiv: bjorkli",
    )

    code, file = against(capsys, PROPOSED)

    assert code == 0
    even = file["base"]["objectives"][0]
    found = even["difference"]
    assert (even["order"], found["rank"]) == ("worse", 1)
    assert (found["ours"], found["theirs"]) == (-2, -1)


def test_a_file_may_be_the_base(world, capsys):
    (world / "scenarios" / "old.yaml").write_text(
        (world / SCENARIO).read_text("utf-8"), encoding="utf-8"
    )
    changed(world, SCENARIO, *LOSS)

    code, file = against(capsys, PROPOSED, base="scenarios/old.yaml")

    assert code == 1
    base = file["base"]
    assert (base["name"], base["commit"]) == ("scenarios/old.yaml", None)


def test_another_assignment_of_the_base_may_be_held_against(repository, capsys):
    code, file = against(capsys, PROPOSED, "--base-assignment", "askvik-hosts-all")

    assert code == 0
    assert counts(file) == {"worse": 2, "fixed": 4}
    assert file["base"]["assignment"] == "askvik-hosts-all"


def test_an_assignment_in_a_file_is_read_from_the_revision_too(repository, capsys):
    plan = repository / "plan.yaml"
    plan.write_text(f"hosts: {{{LOSS[0]}}}\n", encoding="utf-8")
    committed(repository, "plan")
    plan.write_text(f"hosts: {{{LOSS[1]}}}\n", encoding="utf-8")

    command = ["check", SCENARIO, "-a", "plan.yaml"]
    code, file = against(capsys, command)

    assert code == 1
    assert file["base"]["assignment"] == "HEAD:/plan.yaml"
    assert len(file["base"]["moved"]) == 3


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (["--base", "nope"], "VV472"),
        (["--base", "nope.yaml"], "VV501"),
        (["--base", "--output=x"], "VV472"),
        (["-a", "new", "--base", "HEAD"], "VV477"),
        (["-a", "-", "--base", "HEAD"], "VV482"),
    ],
)
def test_a_base_that_cannot_be_had_is_told(
    repository, monkeypatch, capsys, options, code
):
    from tests.cli.helpers import typed

    typed(monkeypatch, f"hosts: {{{LOSS[0]}}}\n")
    entry = f"assignments:\n  new: {{hosts: {{{LOSS[0]}}}}}\n"
    changed(repository, SCENARIO, "assignments:\n", entry)

    assert run([*PROPOSED, *options]) == 2

    shown = capsys.readouterr()
    assert f"error[{code}]" in shown.err
    assert f"{code}: " in shown.out


def test_a_new_file_has_no_base(repository, capsys):
    new = repository / "scenarios" / "new.yaml"
    new.write_text((repository / SCENARIO).read_text("utf-8"), encoding="utf-8")

    assert run(["check", str(new), "-a", "proposed", "--base", "HEAD"]) == 2

    assert "error[VV473]" in capsys.readouterr().err


def test_a_scenario_from_standard_input_has_no_revision(
    repository, monkeypatch, capsys
):
    from tests.cli.helpers import tiny, typed

    typed(monkeypatch, tiny())

    assert run(["check", "-", "-a", "proposed", "--base", "HEAD"]) == 2

    assert "error[VV482]" in capsys.readouterr().err


def test_one_file_cannot_be_the_base_of_several(world, capsys):
    (world / "scenarios" / "two.yaml").write_text(
        (world / SCENARIO).read_text("utf-8"), encoding="utf-8"
    )

    command = ["check", "scenarios", "-a", "proposed", "--base", SCENARIO]
    assert run(command) == 2

    assert "error[VV479]" in capsys.readouterr().err


@pytest.mark.parametrize("lang", ["nb", "en"])
def test_all_of_it_is_told_in_both_languages(repository, capsys, lang):
    changed(repository, SCENARIO, *LOSS)
    changed(repository, RULES, "value: 2", "value: 4")

    assert run([*PROPOSED, "--base", "HEAD", "--lang", lang]) == 1

    shown = " ".join(capsys.readouterr().out.split()).replace("\u00a0", " ")
    for told in {
        "en": [
            "Stopped: 1 case of binding rules is broken, and in the base it was not",
            "Stops, worse: Clause 2 no-heavy-loss, Askvik: short by 2 FTE, against met"
            " with 1 FTE to spare in the base (−3 FTE).",
            "Number bearable_loss, `value`: 4 FTE, not 2 FTE",
            "By its own rules 1 case would have been let through:",
            "«Balanced workplaces»: leximin-worse. Rank 1 from the worst off: −4 FTE",
        ],
        "nb": [
            "Stoppet: 1 tilfelle av bindende regler er brutt, og i grunnlaget var",
            "Tallfesting bearable_loss, `value`: 4 FTE, ikke 2 FTE",
            "Etter sine egne regler ville 1 tilfelle ha sluppet igjennom:",
            "«Balanserte arbeidsplasser»: verre etter leximin.",
        ],
    }[lang]:
        assert told in shown


def test_every_format_tells_what_stops_it_and_what_would_have_been_let_through(
    repository, capsys
):
    changed(repository, SCENARIO, *LOSS)
    changed(repository, RULES, "value: 2", "value: 4")
    command = [*PROPOSED, "--base", "HEAD", "--lang", "en", "--format"]
    told = {}
    for name in ("text", "json", *MACHINES):
        assert run([*command, name]) == 1
        told[name] = capsys.readouterr().out
        assert run([*command, name]) == 1
        assert capsys.readouterr().out == told[name]

    for name in ("markdown", "sarif", "github"):
        assert "Worse than in the base, by 3" in told[name].replace("\u00a0", " ")
        assert "Let through by the proposal's own rules" in told[name]


def test_every_format_tells_that_what_was_broken_already_stops_nothing(
    repository, capsys
):
    command = [*ALL, "--base", "HEAD", "--lang", "en", "--format"]

    assert run([*command, "github"]) == 0
    assert "::error" not in capsys.readouterr().out
    assert run([*command, "tap"]) == 0
    shown = capsys.readouterr().out.splitlines()
    failing = [line for line in shown if line.startswith("not ok")]
    assert all("# TODO" in line for line in failing)


def test_every_format_tells_a_file_that_cannot_be_read(repository, capsys):
    (repository / "scenarios" / "odd.yaml").write_text(
        "schema: vvoptimize/scenario/v1\n", encoding="utf-8"
    )
    for name in MACHINES:
        assert run(["check", "scenarios", "-a", "proposed", "--format", name]) == 2
        assert "scenarios/odd.yaml" in capsys.readouterr().out


COUNTED = """\
inputs:
  people: {index: [municipalities], unit: person, withhold_below: fewest, label: People}
parameters:
  fewest: {unit: person, value: 5, range: [5, 9], status: proposed, label: Fewest told}
"""
FEW_ENOUGH = """\
rules:
- id: few-enough
  clause: "7"
  reading: Few are concerned.
  authority: agreement
  kind: report
  for_each: {m: municipalities}
  measure: people[m]
  at_most: 50 * fewest
  message: "{m}: {value}"
"""


@pytest.mark.parametrize("name", ["text", "json", *MACHINES])
def test_numbers_that_may_identify_people_are_told_of_neither_side(
    repository, capsys, name
):
    changed(repository, RULES, "parameters:\n", COUNTED)
    changed(repository, RULES, "rules:\n", FEW_ENOUGH)
    people = "inputs:\n  people: {askvik: 107, bjorkli: 3, granmo: 109}\nassignments:\n"
    changed(repository, SCENARIO, "assignments:\n", people)
    committed(repository, "people")
    changed(repository, SCENARIO, "bjorkli: 3,", "bjorkli: 4,")
    changed(repository, SCENARIO, "granmo: 109}", "granmo: 111}")

    assert run([*PROPOSED, "--base", "HEAD", "--lang", "en", "--format", name]) == 0

    shown = capsys.readouterr().out.replace("\u00a0", " ")
    # 250 less 3 and 4; and 250 less 107, from which 3 could be worked out.
    assert [n for n in ("247", "246", "143", "107") if n in shown] == []
    if name == "text":
        told = " ".join(shown.split())
        assert "(Bjørkli): another number, which is withheld." in told
    if name == "json":
        (file,) = json.loads(shown)["files"]
        figures = file["base"]["figures"]
        assert [f["path"] for f in figures] == [
            "inputs.people.bjorkli",
            "inputs.people.granmo",
        ]
        assert all(f["withheld"] and f["now"] is None for f in figures)
        row = case(file, "few-enough", "bjorkli")
        assert (row["change"], row["withheld"]) == ("worse", True)
        assert (row["base_margin"], row["margin"], row["by"]) == (None, None, None)


STEPS = """\
steps:
- {id: first, date: 2026-06-01}
- {id: second, date: 2027-01-01}
assignments:
"""
STARTS = "    starts: {ikt: first, barnevern: first, arkiv: first}\n"


@pytest.fixture
def in_steps(repository):
    """Commit the tiny world as a plan in two steps in which all start at once."""
    changed(repository, SCENARIO, "assignments:\n", STEPS)
    hosts = f"    hosts: {{{LOSS[0]}}}\n"
    changed(repository, SCENARIO, hosts, hosts + STARTS)
    all_of_it = "    hosts: {ikt: askvik, barnevern: askvik, arkiv: askvik}\n"
    changed(repository, SCENARIO, all_of_it, all_of_it + STARTS)
    (repository / "scenarios" / "waivers.yaml").write_text(WAIVERS, encoding="utf-8")
    changed(repository, SCENARIO, "rules:", "waivers: [waivers.yaml]\nrules:")
    committed(repository, "steps")
    return repository


def test_a_plan_in_steps_is_compared_at_every_step(in_steps, capsys):
    code, file = against(capsys, PROPOSED)
    assert (code, counts(file)) == (0, {"same": 12})

    changed(in_steps, SCENARIO, "ikt: first", "ikt: second")
    code, file = against(capsys, PROPOSED)

    # Until then IT is as today, and Askvik hosts nothing.
    assert code == 1
    assert [named(c) for c in file["base"]["cases"] if c["blocks"]] == [
        ("everyone-hosts", "askvik", "first")
    ]
    assert file["base"]["starts"] == [
        {"service": "ikt", "base": "first", "now": "second"}
    ]
    assert run([*PROPOSED, "--base", "HEAD"]) == 1
    assert "Other starts: IT services: second, not first." in capsys.readouterr().out


def test_a_waiver_of_the_base_that_names_no_step_counts_at_all_of_them(
    in_steps, capsys
):
    changed(in_steps, SCENARIO, LOSS[0], LOSS[1])

    code, file = against(capsys, PROPOSED)

    assert code == 0
    assert file["base"]["idle_waivers"] == []
    assert case(file, "no-heavy-loss", "askvik", "second")["now"] == "waived"


def named(row):
    return (row["rule"], *(element["id"] for element in row["at"]))


PINNED = """\
rules:
- id: as-decided
  clause: "8"
  reading: What is decided beforehand stands.
  authority: agreement
  kind: require
  for_each: {s: services, m: municipalities}
  where: pinned[s, m]
  require: host[s, m]
"""
PIN = "pins:\n- {service: ikt, host: askvik, reason: Decided}\nassignments:\n"
NEW_INPUT = """\
inputs:
  need: {index: [services], unit: person, default: 0, label: Need}
sets:
  points: {label: Points, elements: {a: A, b: B}}
cost_keys:"""


def test_a_decision_beforehand_that_is_given_up_takes_its_case_along(
    repository, capsys
):
    changed(repository, RULES, "rules:\n", PINNED)
    changed(repository, SCENARIO, "assignments:\n", PIN)
    committed(repository, "pinned")
    changed(repository, SCENARIO, PIN, "assignments:\n")

    code, file = against(capsys, PROPOSED)

    assert code == 0
    assert counts(file) == {"same": 6, "gone": 1}
    assert file["base"]["removed"] == [{"set": "pins", "id": "ikt-askvik"}]


def test_a_proposal_may_bring_a_rule_and_what_it_reads(repository, capsys):
    # The rules of the base neither know the pin nor the figures, and refuse neither.
    changed(repository, RULES, "rules:\n", PINNED)
    changed(repository, RULES, "cost_keys:", NEW_INPUT)
    figures = "inputs: {need: {ikt: 1}}\n" + PIN
    changed(repository, SCENARIO, "assignments:\n", figures)

    code, file = against(capsys, PROPOSED)

    assert code == 0
    told = [(t["what"], t["id"]) for t in file["base"]["texts"]]
    assert told == [("rule", "as-decided"), ("input", "need"), ("set", "points")]


def test_a_municipality_that_leaves_is_still_told_by_its_name(repository, capsys):
    granmo = "- {id: granmo, name: Granmo, place: granmo, population: 300}\n"
    dalen = "- {id: dalen, name: Dalén, place: granmo, population: 10}\n"
    text = (repository / SCENARIO).read_text("utf-8").replace("../rules", "rules")
    (repository / "more.yaml").write_text(
        text.replace(granmo, granmo + dalen), encoding="utf-8"
    )

    assert run([*PROPOSED, "--base", "more.yaml", "--lang", "en"]) == 0

    told = " ".join(capsys.readouterr().out.split())
    assert "Gone: municipality Dalén." in told
    assert "Dalén (gone)" in told
    assert "Compared over those who are in both; not over Dalén." in told
    assert "Gone: Clause 1 everyone-hosts, Dalén: no such case, against" in told


def test_what_is_long_is_counted(repository, capsys, monkeypatch):
    monkeypatch.setattr(against_text, "MOST", 1)
    monkeypatch.setattr(against_text, "FEW", 1)
    changed(repository, SCENARIO, *LOSS)
    changed(repository, SCENARIO, "km: 35", "km: 36")
    changed(repository, SCENARIO, "km: 20", "km: 21")
    changed(repository, RULES, "value: 2", "value: 1.5")
    changed(repository, RULES, "range: [0, 10]", "range: [0, 9]")
    changed(repository, RULES, "at_least: 1\n", "at_least: 2\n")

    run([*PROPOSED, "--base", "HEAD", "--lang", "en"])

    told = " ".join(capsys.readouterr().out.split())
    assert "And 1 more figure." in told
    assert told.count("more that differ") == 3


def test_rules_without_objectives_have_nothing_to_compare_by(repository, capsys):
    text = (repository / RULES).read_text("utf-8")
    head, _, tail = text.partition("objectives:\n")
    tail = "membership:" + tail.partition("membership:")[2]
    (repository / RULES).write_text(head + tail, encoding="utf-8")
    committed(repository, "rules only")

    assert run([*PROPOSED, "--base", "HEAD", "--lang", "en"]) == 0

    assert "THE OBJECTIVES, AGAINST" not in capsys.readouterr().out


def test_what_own_rules_refuse_is_refused_though_the_base_leaves_it_out(
    repository, capsys
):
    changed(repository, SCENARIO, "assignments:\n", "inputs: {need: 1}\nassignments:\n")

    assert run([*PROPOSED, "--base", "HEAD"]) == 2
    assert "error[VV361]" in capsys.readouterr().err

    changed(repository, SCENARIO, "inputs: {need: 1}\nassignments:\n", PIN)
    assert run([*PROPOSED, "--base", "HEAD"]) == 2
    assert "error[VV368]" in capsys.readouterr().err


def test_machines_find_the_rules_of_a_revision_in_the_tree(repository, capsys):
    git(repository, "branch", "some/branch")
    changed(repository, SCENARIO, *LOSS)

    assert run([*PROPOSED, "--base", "some/branch", "--format", "sarif"]) == 1

    shown = capsys.readouterr().out
    assert '"uri": "rules/tiny.yaml"' in shown
    assert "some/branch:" not in shown
