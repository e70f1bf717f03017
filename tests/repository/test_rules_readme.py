"""What `rules/README.md` says of rules is so: its examples, formulas and tables."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

import pytest

from tests.repository.readme import CODES_PAGE, ROOT
from vvoptimize.errors import Problems
from vvoptimize.evaluation.cases import run_cases
from vvoptimize.ruleset.reading import parse_rules
from vvoptimize.ruleset.syntax import parse_formula
from vvoptimize.ruleset.tree import Function, Lookup, Name, Operator, Order
from vvoptimize.ruleset.vocabulary import TABLES
from vvoptimize.ruleset.waivers import is_waivers_file, written_in
from vvoptimize.source import parse

PAGE = CODES_PAGE.read_text("utf-8")
SCHEMA = "schema: vvoptimize/rules/v1\n"
BLOCKS = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
RULES = [
    block
    for block in BLOCKS
    if not block.startswith(("tests:", "schema: vvoptimize/w"))
]
SHIPPED = (ROOT / "rules" / "vestre-varanger.yaml").read_text("utf-8")

# What an example leaves out with `...`.
LEFT_OUT = """\
  clause: "1"
  reading: x
  authority: agreement
  kind: require
  for_each: {s: services, m: municipalities}
  require: host[s, m]
"""
BASE_SHARE = """\
parameters:
  base_share: {unit: "1", value: 0.3, range: [0, 1], status: proposed, label: x}
"""


def whole(block: str) -> str:
    """Make a whole rules file of an example."""
    text = block.replace("\n  ...\n", f"\n{LEFT_OUT}").replace(": ...", ": x")
    if text.startswith("- id:"):
        text = f"rules:\n{text}"
    if "base_share" in text and not text.startswith("parameters:"):
        text = BASE_SHARE + text
    return text if text.startswith("schema:") else SCHEMA + text


def section(start: str, end: str) -> str:
    return PAGE.partition(f"{start}\n")[2].partition(f"\n{end}")[0]


def spans(text: str) -> list[str]:
    return re.findall(r"`([^`]+)`", text)


@pytest.mark.parametrize("block", RULES, ids=lambda block: block.split("\n")[1].strip())
def test_every_example_can_be_read_and_its_cases_pass(block: str) -> None:
    rule_set = parse_rules(whole(block), "README.md")

    assert [case.problems for case in run_cases(rule_set) if case.problems] == []


def test_the_worked_example_has_a_case() -> None:
    (case,) = run_cases(parse_rules(BLOCKS[0], "README.md"))

    assert case.passed


def test_the_example_of_a_case_is_a_shipped_one() -> None:
    (block,) = (block for block in BLOCKS if block.startswith("tests:"))
    shown: Any = parse(block, "README.md").data
    shipped: Any = parse(SHIPPED, "rules.yaml").data

    cases = [case for rule in shipped["rules"] for case in rule.get("tests", ())]
    assert shown["tests"][0] in cases


def test_the_example_of_a_waiver_can_be_read() -> None:
    (block,) = (block for block in BLOCKS if block.startswith("schema: vvoptimize/w"))
    document, problems = parse(block, "README.md"), Problems()

    assert is_waivers_file(document)
    assert list(written_in(document, problems))
    assert not problems


def test_every_formula_of_the_table_can_be_read() -> None:
    table = section("## Formulas", "### Sets and tables")
    signs = {*Operator, *Order, "and", "or", "not", "if", "where", "for", "|"}
    formulas = [
        span
        for span in spans(table)
        if not set(span.split()) <= {*signs, *Function} and "..." not in span
    ]

    assert len(formulas) >= 6
    for formula in formulas:
        parse_formula(formula)


def test_every_function_and_sign_is_in_the_table() -> None:
    told = " ".join(spans(section("## Formulas", "### Sets and tables")))

    assert [one for one in Function if not re.search(rf"\b{one}\b", told)] == []
    words = set(told.split())
    assert [sign for sign in (*Operator, *Order) if sign not in words] == []


def test_the_tables_are_those_of_the_language_with_their_units() -> None:
    told = {}
    for line in section("### Sets and tables", "### Units").splitlines():
        if line.startswith("| `"):
            names, units, *_ = (cell.strip() for cell in line.strip("|").split("|"))
            found = [parse_formula(name) for name in spans(names)]
            every = units.split(", ") if ", " in units else [units] * len(found)
            for part, unit in zip(found, every, strict=True):
                if isinstance(part, Name):
                    told[part.name] = (0, unit)
                else:
                    assert isinstance(part, Lookup)
                    told[part.table] = (len(part.indices), unit)

    assert told == {
        name: (len(of.index), "bool" if of.unit is None else str(of.unit))
        for name, of in TABLES.items()
    }


def test_codes_stand_in_order_and_once() -> None:
    codes = re.findall(r"^\| (VV\d{3}) ", PAGE, re.MULTILINE)

    assert all(first < second for first, second in pairwise(codes))
