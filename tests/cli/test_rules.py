"""`vvoptimize rules` and its commands: arguments, exit codes and output."""

import json
from pathlib import Path

import pytest

from tests.authoring.agreement import AGREEMENT, rules_text
from tests.bad_input.told import told
from tests.cli.helpers import ROOT, TINY, TINY_RULES, printed, typed
from tests.cli.test_completion import completed
from vvoptimize.cli.rules_command import COMMANDS
from vvoptimize.cli.run import run


@pytest.fixture
def files(tmp_path, monkeypatch):
    """Go to a folder with an agreement and rules that quote it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "agreement.txt").write_text(AGREEMENT, encoding="utf-8")
    (tmp_path / "rules.yaml").write_text(rules_text("near those"), encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    "arguments",
    [
        ["rules", "list", TINY_RULES],
        ["rules", TINY_RULES, "--lang", "en"],
        ["rules", "--lang", "en", TINY_RULES],
        ["rules", "--lang=en", TINY_RULES],
        ["rules", "--format", "text", TINY_RULES],
        ["--lang", "en", "rules", TINY_RULES],
    ],
)
def test_files_alone_are_listed(arguments, capsys):
    assert printed(capsys, *arguments) == printed(capsys, "rules", TINY_RULES)


def test_a_file_without_a_suffix_is_listed(files, capsys):
    (files / "principles").write_text((files / "rules.yaml").read_text())

    assert "1 rule." in printed(capsys, "rules", "principles")


def test_standard_input_is_listed(monkeypatch, capsys):
    typed(monkeypatch, rules_text("near those"))

    assert "1 rule." in printed(capsys, "rules", "-")


def test_several_rule_files_are_listed_as_one(files, capsys):
    shown = json.loads(
        printed(capsys, "rules", TINY_RULES, "rules.yaml", "--format", "json")
    )

    assert [rule["id"] for rule in shown["rules"]][-1] == "near"
    assert len(shown["rule_files"]) == 2


def test_a_scenario_among_several_files_is_no_rules_file(capsys):
    assert run(["rules", TINY_RULES, TINY]) == 2

    assert "VV271" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "code", "suggestion"),
    [
        (["rules", "lits", TINY_RULES], "VV531", "list"),
        (["rules", "--lang", "en", "trac"], "VV531", "trace"),
        (["rules", "no-such.yaml"], "VV501", None),
        (["rules", "list"], "VV532", None),
        (["rules", "lint"], "VV532", None),
        (["rules", "lint", "--explain", "L10"], "VV435", None),
        (["rules", "lint", "--explain"], "VV534", None),
        (["rules", "test"], "VV532", None),
        (["rules", "test", TINY, "--reading", "solver"], "VV533", None),
        (["rules", "explain"], "VV532", None),
        (["rules", "explain", "everyone-hosts"], "VV532", None),
        (["rules", "explain", "everyone-host", TINY_RULES], "VV434", "everyone-hosts"),
        (["rules", "prove"], "VV532", None),
        (["rules", "prove", TINY, "--work", "0"], "VV533", None),
        (["rules", "trace"], "VV532", None),
        (["rules", "trace", "agreement.txt"], "VV532", None),
        (["rules", "--fromat", "json", TINY_RULES], "VV530", "--format"),
    ],
)
def test_wrong_arguments_are_refused(arguments, code, suggestion, capsys):
    assert run(arguments) == 2

    err = capsys.readouterr().err
    assert [seen for seen, _ in told(err)] == [code]
    if suggestion is not None:
        assert f"`{suggestion}`?" in err


def test_help_names_every_command(capsys):
    for language, start in (("nb", "Bruk: "), ("en", "Usage: ")):
        shown = printed(capsys, "rules", "--lang", language, "-h")

        assert shown.startswith(start)
        assert [name for name in COMMANDS if f"\n  {name} " not in shown] == []


def test_commands_and_files_are_completed():
    assert {"list", "lint", "test", "trace", "explain", "prove"} <= completed("rules ")
    assert completed("rules tra") == {"trace"}
    assert completed("rules scenarios/ti") == {"scenarios/ti"}
    assert completed("rules trace --fo") == {"--format"}
    assert completed("rules rules/tiny.yaml --fo") == {"--format"}


@pytest.mark.parametrize(("quote", "code"), [("near those", 0), ("far away", 1)])
def test_trace_ends_by_whether_the_quotes_are_there(quote, code, files, capsys):
    (files / "rules.yaml").write_text(rules_text(quote), encoding="utf-8")

    assert run(["rules", "trace", "agreement.txt", "rules.yaml"]) == code


def test_trace_shows_what_is_amiss_and_where(files, capsys):
    more = "not_encoded:\n- {clause: '8', reason: because}\n"
    more += "- {clause: '4', reason: about who may come in}\n"
    text = rules_text("Costs are shared", more)
    (files / "rules.yaml").write_text(text, encoding="utf-8")

    run(["rules", "trace", "agreement.txt", "rules.yaml"])

    assert (
        capsys.readouterr().out
        == """\
The rules against the text of agreement.txt
Rules: rules.yaml.
0 of 1 quote stands where the rule says.
4 of 6 clauses have neither a rule nor a reason.

QUOTES THAT ARE NOT WHERE THE RULES SAY
rules.yaml:5:10: near: the quote is not in clause 2.1, but in clause 2.2 on
  line 16.
  «Costs are shared»
rules.yaml:11:12: The reason is for clause 8, which the text does not have.

CLAUSES WITHOUT A RULE AND WITHOUT A REASON
Clause 1 «Parties»
Clause 2.2 «Costs are shared «fairly» – by all.»
Clause 3.1 «Nobody grows at the expense of the others.»
Clause 3.2 «Nobody»

CLAUSES THAT ARE NOT ENCODED, AND WHY
Clause 8: because
Clause 4: about who may come in
"""
    )


def test_trace_counts_no_quote_of_the_law(files, capsys):
    law = rules_text("who decides", authority="law").replace("id: near", "id: lawful")
    (files / "law.yaml").write_text(law, encoding="utf-8")

    shown = printed(capsys, "rules", "trace", "agreement.txt", "rules.yaml", "law.yaml")

    assert "1 of 1 quote stands where the rule says." in shown
    assert "Follow from the law, which is not in the agreement: lawful." in shown


def test_trace_is_told_in_bokmal(files, capsys):
    (files / "rules.yaml").write_text(rules_text("far away"), encoding="utf-8")

    run(["rules", "trace", "agreement.txt", "rules.yaml", "--lang", "nb"])

    shown = capsys.readouterr().out
    assert "near: sitatet (punkt 2.1) står ikke i teksten." in shown
    assert "5 av 6 punkter har verken regel eller begrunnelse." in shown


def test_trace_tells_programs_the_same(files, capsys):
    shown = json.loads(
        printed(
            capsys, "rules", "trace", "agreement.txt", "rules.yaml", "--format", "json"
        )
    )

    assert (shown["kind"], shown["sound"], shown["clauses"]) == ("trace", True, 6)
    assert shown["quotes"][0]["found"] == "here"
    assert shown["quotes"][0]["found_line"] == 11
    assert [row["clause"] for row in shown["unaccounted"]] == [
        *("1", "2.2", "3.1", "3.2", "4")
    ]


def test_trace_reads_the_agreement_from_standard_input(files, monkeypatch, capsys):
    typed(monkeypatch, AGREEMENT)

    assert "the text of -" in printed(capsys, "rules", "trace", "-", "rules.yaml")


SOUND = (Path(__file__).parents[1] / "authoring" / "sound.yaml").read_text("utf-8")
ODD = SOUND.replace("at_least: least", "at_least: 0.9 * least")


def test_lint_is_silent_about_sound_rules(files, capsys):
    (files / "rules.yaml").write_text(SOUND, encoding="utf-8")

    shown = printed(capsys, "rules", "lint", "rules.yaml")

    assert shown == "Nothing to say of rules.yaml.\n"


def test_lint_tells_what_is_odd_at_its_place(files, capsys):
    (files / "rules.yaml").write_text(ODD, encoding="utf-8")

    assert run(["rules", "lint", "rules.yaml"]) == 1

    assert (
        capsys.readouterr().out
        == """\
rules.yaml:44:13: warning L105: the number 0.9 stands bare in the formula

1 warning and 0 notes on rules.yaml.
What a finding means: vvoptimize rules lint --explain L105
"""
    )


def test_a_note_alone_does_not_end_with_a_failure(files, capsys):
    text = SOUND.replace(
        "measure: workplaces_now[m]\n  at_least: least_kept_share",
        "require: workplaces_now[m] >= least_kept_share",
    )
    (files / "rules.yaml").write_text(text, encoding="utf-8")

    shown = printed(capsys, "rules", "lint", "rules.yaml", "--lang", "nb")

    assert "merknad L601: regelen `enough-stays` sammenlikner to tall" in shown


def test_lint_reads_a_scenario_with_its_rules_or_with_others(capsys):
    own = printed(capsys, "rules", "lint", TINY)

    assert printed(capsys, "rules", "lint", TINY_RULES, "--scenario", TINY) == own
    assert printed(capsys, "rules", "lint", "--scenario", TINY) == own


def test_lint_tells_programs_the_same(files, capsys):
    (files / "rules.yaml").write_text(ODD, encoding="utf-8")

    run(["rules", "lint", "rules.yaml", "--format", "json"])

    shown = json.loads(capsys.readouterr().out)
    assert (shown["kind"], shown["warnings"], shown["notes"]) == ("lint", 1, 0)
    assert shown["findings"] == [
        {
            "code": "L105",
            "severity": "warning",
            "at": {"path": "rules.yaml", "line": 44, "column": 13},
            "message": {
                "nb": "tallet 0.9 står rett i formelen",
                "en": "the number 0.9 stands bare in the formula",
            },
        }
    ]


@pytest.mark.parametrize(("lang", "word"), [("nb", "Unngå:"), ("en", "Avoid:")])
def test_the_page_of_a_finding_is_shown(lang, word, capsys):
    shown = printed(capsys, "rules", "lint", "--explain", "l105", "--lang", lang)

    assert shown.startswith("L105 (")
    assert word in shown
    assert "at_least: 0.9 * least_kept_share" in shown


def test_codes_of_findings_are_completed():
    assert completed("rules lint --explain L10") == {f"L10{n}" for n in range(1, 6)}


def test_cases_that_pass_end_well_in_either_reading(capsys):
    both = printed(capsys, "rules", "test", TINY_RULES)
    alone = printed(capsys, "rules", "test", TINY_RULES, "--reading", "evaluation")

    assert "cases are as expected. Read by the evaluation and by the solver." in both
    assert "cases are as expected. Read by the evaluation alone." in alone


def test_rules_without_any_case_are_no_pass(files, capsys):
    assert run(["rules", "test", "rules.yaml"]) == 2

    assert "VV437" in capsys.readouterr().err


FAILING = SOUND.replace(
    "workplaces_now: {a: 7}}\n    expect: holds",
    "workplaces_now: {a: 6.5}}\n    expect: holds",
)


def test_a_case_that_fails_shows_the_formula_with_its_values(files, capsys):
    (files / "rules.yaml").write_text(FAILING, encoding="utf-8")

    assert run(["rules", "test", "rules.yaml"]) == 1

    assert (
        capsys.readouterr().out.replace("\N{NO-BREAK SPACE}", " ")
        == """\
rules.yaml
1 of 13 cases is not as expected. Read by the evaluation and by the solver.

NOT AS EXPECTED

rules.yaml:50:11: the rule `enough-stays` is broken in the case `just enough
  stay`, but should be kept
rules.yaml:53:10: for m: a the rule is broken, but should be kept
  Where m = a:
  Formula:
    workplaces_now[m]
    |
    6.5
  Limit:
    least_kept_share * workplaces_before[m]
    |                | |
    0.7              7 10

WHAT THE CASES COVER
Rule               Kept  Broken  On the limit  Unknown  Not applicable
enough-stays          1       2             0        1               0
loss-is-borne         2       1             1        0               0
  Never decides, where it applies: sites[m] > 0
  Never decides, where it applies: population[m] > small
nobody-hosts-most     2       1             1        0               0
somebody-hosts        2       1             1        0               0
"""
    )


def test_a_case_that_fails_is_told_to_programs(files, capsys):
    (files / "rules.yaml").write_text(FAILING, encoding="utf-8")

    run(["rules", "test", "rules.yaml", "--format", "json"])

    shown = json.loads(capsys.readouterr().out)
    assert (shown["kind"], shown["passed"], shown["failed"]) == ("test", 12, 1)
    case = shown["rules"][0]["cases"][1]
    assert [problem["code"] for problem in case["problems"]] == ["VV385", "VV388"]
    assert case["shown"][0]["formulas"][1]["parts"] == [
        {"offset": 0, "value": 0.7},
        {"offset": 17, "value": 7},
        {"offset": 19, "value": 10},
    ]
    assert shown["rules"][1]["coverage"]["never_decided"][0]["text"] == "sites[m] > 0"


def test_a_rule_is_explained_with_its_numbers(capsys):
    shown = printed(capsys, "rules", "explain", "no-heavy-loss", TINY_RULES)

    assert (
        shown.replace("\N{NO-BREAK SPACE}", " ")
        == """\
Clause 2: Nobody loses too much (no-heavy-loss)
Required by the agreement (no-heavy-loss). Uses number 1.
Reading: Nobody loses more than can be borne.

THE RULE IN WORDS
For each municipality, «Change in workplaces» for the municipality must be at
least minus «Loss of workplaces that can be borne» (2 FTE).

THE MEASURES IT RESTS ON
For each municipality, «Change in workplaces» equals the sum over all services
  of (the workplaces of the service in the municipality minus today's workplaces
  of the service in the municipality).

NUMBERS THAT THE RULES USE
1 of the numbers is proposed and not adopted.
Unless said otherwise, the parties to the agreement set the numbers.
No.  Number                                Value  May be set  Status
  1  Loss of workplaces that can be borne  2 FTE     0 to 10  proposed
"""
    )


def test_a_rule_is_explained_over_a_scenario(capsys):
    shown = printed(capsys, "rules", "explain", "no-heavy-loss", TINY, "--lang", "nb")

    assert "Gjelder 3 tilfeller i dette scenariet:\n  Askvik\n  Bjørkli\n" in shown
    assert "Gjelder ikke" not in shown


def test_cases_that_are_left_out_are_told(capsys):
    text = str(ROOT / "scenarios" / "vestre-varanger.yaml")

    shown = json.loads(
        printed(
            capsys,
            "rules",
            "explain",
            "no-regressive-transfer",
            text,
            "--format",
            "json",
        )
    )

    assert shown["kind"] == "explain"
    assert len(shown["ground"]["cases"]) + len(shown["ground"]["left_out"]) == 16
    assert shown["sentence"]["nb"].startswith("For hver kommune A og hver kommune B")


@pytest.mark.parametrize("name", ["by-inhabitants", "least-travel"])
def test_cost_keys_and_objectives_are_explained_too(name, capsys):
    assert f"({name})" in printed(capsys, "rules", "explain", name, TINY)


def test_what_is_possible_is_proved(capsys):
    shown = printed(capsys, "rules", "prove", TINY)

    assert "There is an assignment that breaks no binding rule." in shown
    assert "Each hosts something   both possible" in shown
    assert "\n1. IT services: Askvik, " in shown


def test_rules_that_cannot_be_kept_end_with_one(files, capsys):
    text = rules_text("x").replace(
        "require: 1 == 1",
        "require: count(host[s, m] for s in services for m in municipalities) > 9",
    )
    (files / "rules.yaml").write_text(text, encoding="utf-8")

    assert run(["rules", "prove", TINY, "--rules", "rules.yaml", "--lang", "nb"]) == 1

    shown = capsys.readouterr().out
    assert "Bevist: de bindende reglene kan ikke alle oppfylles." in shown
    assert "kan aldri oppfylles" in shown


def test_a_proof_that_stopped_ends_with_four(capsys):
    assert run(["rules", "prove", TINY, "--work", "0.000000001"]) == 4

    assert "Stopped before all was proved: the limit on work was" in (
        capsys.readouterr().out
    )


def test_proofs_are_told_to_programs(capsys):
    shown = json.loads(printed(capsys, "rules", "prove", TINY, "--format", "json"))

    assert (shown["kind"], shown["stop"], shown["impossible"]) == (
        "prove",
        "proved",
        False,
    )
    assert [rule["can"] for rule in shown["rules"]] == ["both", "both"]
    assert shown["rules"][0]["holds_in"] in [w["number"] for w in shown["witnesses"]]


ONE_HOST = """\
schema: vvoptimize/scenario/v1
id: one-host
title: One host
rules: [rules.yaml]
municipalities:
- {id: alfa, name: Alfa}
- {id: beta, name: Beta}
services:
- id: care
  name: Care
  candidates: [alfa]
  workplaces_today: {alfa: 1, beta: 1}
  total_after: 2
  delivery: either
"""


def test_assignments_with_the_same_hosts_are_told_apart(files, capsys):
    text = rules_text("x").replace(
        "require: 1 == 1",
        "require: all(workplaces[s, a] == workplaces[s, b]"
        " for s in services for a in municipalities for b in municipalities)",
    )
    (files / "rules.yaml").write_text(text, encoding="utf-8")
    (files / "scenario.yaml").write_text(ONE_HOST, encoding="utf-8")

    shown = printed(capsys, "rules", "prove", "scenario.yaml", "--lang", "en")
    data = json.loads(
        printed(capsys, "rules", "prove", "scenario.yaml", "--format", "json")
    )

    assert "Has the hosts of assignment 1. What differs:" in shown
    assert "Care in assignment 1: network. Workplaces in FTE: Alfa 1; Beta 1." in shown
    assert "Care in assignment 2:" in shown
    witnesses = [one["hosts"][0] for one in data["witnesses"]]
    assert [one["host"] for one in witnesses] == ["alfa", "alfa"]
    assert witnesses[0] != witnesses[1]


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "as far as can be decided: 1 binding rule lacks figures."),
        ("nb", "så langt det kan avgjøres: 1 bindende regel mangler tall."),
    ],
)
def test_rules_that_lack_figures_are_not_said_to_be_kept(lang, said, files, capsys):
    text = rules_text("x").replace(
        "require: 1 == 1",
        "require: sum(population[m] for m in municipalities) > 0",
    )
    (files / "rules.yaml").write_text(text, encoding="utf-8")
    (files / "scenario.yaml").write_text(ONE_HOST, encoding="utf-8")

    shown = printed(capsys, "rules", "prove", "scenario.yaml", "--lang", lang)

    assert said in " ".join(shown.split())


def test_cases_that_the_agreement_excepts_are_told_apart(files, capsys):
    text = rules_text("x").replace(
        "require: 1 == 1",
        'for_each: {m: municipalities}\n  except: [{clause: "2.2", reading: x,'
        ' where: "any(candidate[s, m] for s in services)"}]\n  require: 1 == 1',
    )
    (files / "rules.yaml").write_text(text, encoding="utf-8")
    (files / "scenario.yaml").write_text(ONE_HOST, encoding="utf-8")
    asked = ["rules", "explain", "near", "rules.yaml", "--scenario", "scenario.yaml"]

    shown = printed(capsys, *asked, "--lang", "en")
    data = json.loads(printed(capsys, *asked, "--format", "json"))

    assert "Applies to 1 case in this scenario:\n  Beta\n" in shown
    assert "Excepted by the agreement: 1 case:\n  Alfa\n" in shown
    assert "Does not apply" not in shown
    assert [[one["id"] for one in at] for at in data["ground"]["excepted"]] == [
        ["alfa"]
    ]


def test_no_case_is_left_out_for_the_sake_of_one_line(capsys):
    files = [
        "rules/vestre-varanger.yaml",
        "--scenario",
        "scenarios/vestre-varanger.yaml",
    ]
    paths = [one if one[0] == "-" else str(ROOT / one) for one in files]

    shown = printed(capsys, "rules", "explain", "everyone-can-host", *paths)

    assert "  Nesseby\n  Tana\n" in shown


def test_a_rule_that_applies_to_nothing_says_so(capsys):
    rules = str(ROOT / "rules" / "vestre-varanger.yaml")
    scenario = str(ROOT / "scenarios" / "vestre-varanger.yaml")
    arguments = ("explain", "decided-steps-stand", rules, "--scenario", scenario)

    assert "Applies to no case in this scenario.\n" in printed(
        capsys, "rules", *arguments, "--lang", "en"
    )
    assert "Gjelder ingen tilfeller i dette scenariet.\n" in printed(
        capsys, "rules", *arguments, "--lang", "nb"
    )
