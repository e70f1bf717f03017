"""Sets that rule files declare, and values of inputs that they know themselves."""

import pytest

from tests.ruleset.region import HEAD, faults, grounded, region, rule, rules, unmarked
from vvoptimize.errors import InputError, Problems
from vvoptimize.evaluation.cases import run_cases
from vvoptimize.ruleset.arithmetic import missing_figures
from vvoptimize.ruleset.grounding import ground
from vvoptimize.ruleset.instances import RuleInstance
from vvoptimize.ruleset.reading import rules_from
from vvoptimize.source import parse_into

SETS = """\
sets:
  items:
    label: {nb: Punkter, en: Items}
    elements:
      parties: {nb: hvem som deltar, en: who takes part}
      notice: {nb: oppsigelse, en: notice}
"""
INPUTS = """\
inputs:
  has: {index: [services, items], unit: bool, label: {nb: Avtalen har, en: It has}}
  needed: {index: [forms, items], unit: bool, known: {board-form: {notice: 1}}}
  days: {index: [services, municipalities, items], unit: day}
  bare: {unit: km}
"""
COMPLETE = rule("for_each: {s: services, i: items}, require: 'has[s, i]'")


def instances(text: str, more: str = "") -> tuple[RuleInstance, ...]:
    return grounded(f"{SETS}{INPUTS}rules:\n{text}", more).model.instances


def told(text: str, more: str) -> list[tuple[str, str]]:
    """Give code and `line:column` of what is wrong with the scenario."""
    more, place = unmarked(more)
    line, _, column = place.partition(":")
    lines = region().document.text.count("\n")
    with pytest.raises(InputError) as caught:
        ground(rules(f"{SETS}{INPUTS}rules:\n{text}"), region(more))
    (problem,) = caught.value.problems
    assert problem.span is not None
    assert (problem.span.line, problem.span.column) == (lines + int(line), int(column))
    assert "!}" not in problem.render("nb") + problem.render("en")
    return [(problem.code, problem.render("en"))]


def test_a_declared_set_gives_one_instance_for_each_element() -> None:
    at = [dict(instance.at) for instance in instances(COMPLETE)]

    assert [(one["s"], one["i"]) for one in at] == [
        (s, i) for s in ("plan", "care", "web", "duty") for i in ("parties", "notice")
    ]


@pytest.mark.parametrize(
    "formula",
    [
        "sum(1 for i in items) == 2",
        "count(i != j for i in items for j in items) == 2",
        "any(all(i == j or i != j for i in items) for j in items)",
    ],
)
def test_a_formula_runs_over_a_declared_set(formula: str) -> None:
    (one,) = instances(rule(f"require: '{formula}'"))

    assert str(one.test) == "Certain(value=True)"


def test_a_table_over_three_sets_is_supplied_by_the_scenario() -> None:
    body = (
        "for_each: {s: services, m: municipalities, i: items}, "
        "measure: 'days[s, m, i]', at_least: 0"
    )
    more = "inputs: {days: {plan: {beta: {notice: 12}}}}\n"

    values = {
        tuple(element for _, element in one.at): one.measure
        for one in instances(rule(body), more)
    }

    known, lacking = (values["plan", "beta", i] for i in ("notice", "parties"))
    assert known is not None
    assert (known.constant, missing_figures(known)) == (12, ())
    assert lacking is not None
    assert missing_figures(lacking) == ("inputs.days.plan.beta.parties",)


def test_what_the_rules_file_knows_holds_in_every_scenario() -> None:
    body = "for_each: {f: forms, i: items}, require: 'needed[f, i]'"
    more = "inputs: {needed: {board-form: {parties: 0}, host-form: {notice: 1}}}\n"

    tests = {
        tuple(element for _, element in one.at): type(one.test).__name__
        + str(getattr(one.test, "value", ""))
        for one in instances(rule(body), more)
    }

    assert tests["board-form", "notice"] == "CertainTrue"
    assert tests["board-form", "parties"] == "CertainFalse"
    assert tests["host-form", "notice"] == "CertainTrue"
    assert tests["host-form", "parties"] == "Undetermined"


def test_a_scenario_cannot_say_what_the_rules_file_knows() -> None:
    more = "inputs: {needed: {board-form: {«notice: 0}}}\n"

    ((code, text),) = told(COMPLETE, more)

    assert code == "VV390"
    assert "`needed` is 1 for board-form, notice" in text


def test_an_element_that_the_set_lacks_is_told_with_the_nearest() -> None:
    ((code, text),) = told(COMPLETE, "inputs: {has: {plan: {«notise: 1}}}\n")

    assert code == "VV364"
    assert "did you mean `notice`?" in text
    assert "`parties`" in text


FAULTS = {
    "unknown set in for_each": (rule("for_each: {i: «item}, require: 1 == 1"), "VV341"),
    "unknown set in a sum": (rule("require: '1 == sum(1 for «i in itms)'"), "VV341"),
    "index of the wrong set": (
        rule("for_each: {i: items, m: municipalities}, require: 'host[«i, m]'"),
        "VV333",
    ),
    "set as a value": (rule("require: '«items == 1'"), "VV330"),
    "variable named as a set": (
        rule("for_each: {«items: services}, require: 1 == 1"),
        "VV342",
    ),
    "other kinds of elements": (
        rule("for_each: {i: items, m: municipalities}, require: '«i == m'"),
        "VV340",
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_formula_that_misuses_a_set_is_refused(name: str) -> None:
    body, code = FAULTS[name]
    text, place = unmarked(f"{HEAD}{SETS}{INPUTS}rules:\n{body}")

    assert faults(text) == [(code, place)]


DECLARATIONS = {
    "name of the language": ("sets: {«forms: {label: x, elements: {a: x}}}\n", "VV360"),
    "no elements": ("sets: {a: {label: x, elements: «{}}}\n", "VV142"),
    "no label": ("sets: {«a: {elements: {a: x}}}\n", "VV102"),
    "element in capitals": ("sets: {a: {label: x, elements: {«A: x}}}\n", "VV122"),
    "input over no set": ("inputs: {a: {index: [services, «items]}}\n", "VV341"),
    "input over four sets": (
        "inputs: {a: {index: «[services, services, services, services]}}\n",
        "VV136",
    ),
    "measure over no set": (
        "measures: {a: {unit: '1', for_each: {s: «servces}, expr: 1}}\n",
        "VV341",
    ),
    "twice": (
        SETS + "inputs: {«items: {}}\n",
        "VV346",
    ),
    "value at too few keys": (
        SETS + "inputs: {a: {index: [forms, items], known: {«ko: 1}}}\n",
        "VV362",
    ),
    "value at too many keys": (
        "inputs: {a: {index: [forms], known: {ko: {«x: 1}}}}\n",
        "VV362",
    ),
    "value without an index": ("inputs: {a: {known: {«ko: 1}}}\n", "VV362"),
    "value of no element": (
        SETS + "inputs: {a: {index: [items], known: {«notise: 1}}}\n",
        "VV364",
    ),
    "value that is no truth": (
        "inputs: {a: {index: [forms], unit: bool, known: {ko: «2}}}\n",
        "VV379",
    ),
    "no truth where nobody says": (
        "inputs: {a: {index: [forms], unit: bool, default: «0.5}}\n",
        "VV379",
    ),
    "value that is no number": (
        "inputs: {a: {index: [forms], known: {ko: «yes}}}\n",
        "VV101",
    ),
}


@pytest.mark.parametrize("name", DECLARATIONS)
def test_a_faulty_declaration_is_told_at_its_place(name: str) -> None:
    body, code = DECLARATIONS[name]
    text, place = unmarked(f"{HEAD}title: på norsk\n{body}")

    assert faults(text) == [(code, place)]


def test_an_unknown_set_is_told_once_and_not_again_at_each_use() -> None:
    uses = rule("for_each: {s: services, i: itms}, require: 'has[s, i]'")
    measures = (
        "measures:\n  share: {unit: '1', for_each: {i: itms}, expr: 1}\n"
        "  total: {unit: '1', expr: 'sum(share[i] for i in items)'}\n"
    )

    found = faults(f"{HEAD}{SETS}{INPUTS}{measures}rules:\n{uses}")

    assert [code for code, _ in found] == ["VV341", "VV341"]


def case(given: str, expect: str, at: str = "[]") -> list[str]:
    """Run a test case of the rule that an agreement is complete."""
    tests = f"tests: [{{name: x, given: {{{given}}}, expect: {expect}, at: {at}}}]"
    body = f"for_each: {{s: services, i: items}}, require: 'has[s, i]', {tests}"
    rule_set = rules(f"{SETS}{INPUTS}rules:\n{rule(body)}")
    return [p.code for result in run_cases(rule_set) for p in result.problems]


def test_a_case_has_the_whole_set_unless_it_lists_a_part() -> None:
    has = "services: [x], has: {x: {parties: 1}}"

    assert case(has, "unknown", "[{s: x, i: notice}]") == []
    assert case(f"{has}, items: [parties]", "holds") == []
    assert case("services: [x], has: {x: {parties: 1, notice: 0}}", "broken") == []


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ("items: [parties, «notise]", "VV364"),
        ("items: «[parties, parties]", "VV381"),
        ("items: [parties], has: {x: {«notice: 1}}", "VV383"),
    ],
)
def test_a_case_lists_only_elements_of_the_set(given: str, code: str) -> None:
    tests = f"tests: [{{name: å, given: {{services: [x], {given}}}, expect: holds}}]"
    body = f"for_each: {{s: services, i: items}}, require: 'has[s, i]', {tests}"
    text, place = unmarked(f"{HEAD}{SETS}{INPUTS}rules:\n{rule(body)}")

    assert faults(text) == [(code, place)]


def test_a_case_may_say_otherwise_than_the_rules_file() -> None:
    tests = (
        "tests: [{name: as the file says, given: {forms: [board-form]}, expect: holds},"
        "{name: otherwise, given: {forms: [board-form], "
        "needed: {board-form: {notice: 0}}}, expect: broken}]"
    )
    body = (
        "for_each: {f: forms, i: items}, require: 'needed[f, i]', where: 'noted[i]', "
    )
    inputs = (
        INPUTS
        + "  noted: {index: [items], unit: bool, known: {notice: 1, parties: 0}}\n"
    )
    rule_set = rules(f"{SETS}{inputs}rules:\n{rule(body + tests)}")

    assert [result.passed for result in run_cases(rule_set)] == [True, True]


def test_a_set_of_another_rules_file_can_be_used() -> None:
    problems = Problems()
    texts = [f"{HEAD}{INPUTS}rules:\n{COMPLETE}", f"{HEAD}{SETS}"]
    documents = [parse_into(text, "x.yaml", problems) for text in texts]

    rule_set = rules_from([one for one in documents if one is not None], problems)

    assert list(rule_set.sets) == ["items"]


def test_a_rule_that_unrolls_over_a_large_set_too_often_is_refused() -> None:
    elements = "".join(f"      e{i}: x\n" for i in range(130))
    sets = f"sets:\n  many:\n    label: x\n    elements:\n{elements}"
    body = rule("for_each: {a: many, b: many, c: many}, require: 1 == 1")

    with pytest.raises(InputError) as caught:
        ground(rules(f"{sets}rules:\n{body}"), region())

    assert [problem.code for problem in caught.value.problems] == ["VV352"]


def test_what_nobody_says_is_unknown_unless_the_rules_file_says_what_it_is_then() -> (
    None
):
    inputs = (
        "inputs:\n"
        "  recorded: {index: [services], unit: bool, default: 0}\n"
        "  given: {index: [services], unit: bool}\n"
    )
    body = rule("for_each: {s: services}, require: 'recorded[s]'") + rule(
        "for_each: {s: services}, require: 'given[s]'", "q"
    )
    more = "inputs: {recorded: {plan: 1, care: unknown}}\n"

    model = grounded(f"{inputs}rules:\n{body}", more).model

    told = [str(getattr(one.test, "value", "unknown")) for one in model.instances]
    assert told == ["True", "unknown", "False", "False"] + ["unknown"] * 4


def test_a_case_too_has_what_the_rules_file_says_of_what_nobody_says() -> None:
    inputs = "inputs: {recorded: {index: [services], unit: bool, default: 0}}\n"
    tests = (
        "tests: [{name: nothing said, given: {services: [x]}, expect: broken},"
        "{name: said, given: {services: [x], recorded: {x: 1}}, expect: holds},"
        "{name: unknown, given: {services: [x], recorded: {x: unknown}}, "
        "expect: unknown}]"
    )
    body = rule(f"for_each: {{s: services}}, require: 'recorded[s]', {tests}")

    results = run_cases(rules(f"{inputs}rules:\n{body}"))

    assert [result.passed for result in results] == [True, True, True]


def test_a_form_is_named_once_in_all_files() -> None:
    problems = Problems()
    texts = [f"{HEAD}forms: {{ko: {name}}}\n" for name in ("KO", "Other")]
    documents = [parse_into(text, "x.yaml", problems) for text in texts]

    with pytest.raises(InputError) as caught:
        rules_from([one for one in documents if one is not None], problems)

    (problem,) = caught.value.problems
    assert problem.code == "VV346"
    assert str(problem.span) == "x.yaml:2:9"
