"""Quotes are found in the agreement, in the clause that their rule names."""

import pytest

from tests.authoring.agreement import AGREEMENT, rules_text
from vvoptimize.authoring.agreement import split_agreement
from vvoptimize.authoring.trace import Found, Trace, trace
from vvoptimize.ruleset.reading import parse_rules


def traced(quote: str, more: str = "", authority: str = "agreement") -> Trace:
    rule_set = parse_rules(rules_text(quote, more, authority), "rules.yaml")
    return trace(rule_set, split_agreement(AGREEMENT, "agreement.txt"))


@pytest.mark.parametrize(
    "quote",
    [
        "near those who use them",
        "Near those who  use",
        "waterways shall be open",
        "open to IKT-systems",
        "vann- og avløp",
        "near … open to IKT-systems",
        "near [...] og avløp",
    ],
)
def test_a_quote_is_found_over_line_breaks_and_hyphens(quote) -> None:
    found = traced(quote).quotes[0]

    assert found.found is Found.HERE
    assert found.place is not None
    assert found.place.clause == "2.1"


@pytest.mark.parametrize(
    "quote",
    [
        "near those Who use",
        "far from those who use them",
        "water ways",
        "IKT systems",
        "open … near",
        "nearthose",
    ],
)
def test_a_quote_that_says_something_else_is_not_found(quote) -> None:
    result = traced(quote)

    assert result.quotes[0].found is Found.NOWHERE
    assert not result.sound


def test_a_quote_is_told_with_its_line() -> None:
    place = traced("them, and water").quotes[0].place

    assert place is not None
    assert place.line == 12


def test_a_quote_under_another_clause_is_told_with_that_clause() -> None:
    result = traced('shared "fairly" - by all')

    assert result.quotes[0].found is Found.ELSEWHERE
    assert result.quotes[0].place is not None
    assert result.quotes[0].place.clause == "2.2"
    assert not result.sound


def test_a_quote_may_stand_in_a_clause_below() -> None:
    more = """\
objectives:
- {id: even, clause: "3", quote: hosts everything, reading: x, minimise: 1}
"""
    result = traced("near those", more)

    assert [one.found for one in result.quotes] == [Found.HERE, Found.HERE]
    assert result.sound


@pytest.mark.parametrize(
    ("clause", "found"),
    [("9", Found.NO_CLAUSE), ("preamble", Found.NO_CLAUSE), ("3", Found.NO_QUOTE)],
)
def test_a_principle_without_a_quote_still_needs_its_clause(clause, found) -> None:
    more = f"objectives:\n- {{id: o, clause: '{clause}', reading: x, minimise: 1}}\n"

    assert traced("near those", more).quotes[1].found is found


@pytest.mark.parametrize("quote", ["who decides", "Nobody hosts everything"])
def test_what_the_law_says_is_not_sought_in_the_agreement(quote) -> None:
    result = traced(quote, authority="law")

    assert result.quotes[0].found is Found.OTHER_TEXT
    assert result.sound


def test_clauses_with_neither_rule_nor_reason_are_listed() -> None:
    more = """\
not_encoded:
- {clause: "3", reason: because}
- {clause: "2.1", part: the end, reason: because}
"""
    result = traced("near those", more)

    # 3.1 and 3.2 lie under 3, for which a reason is given.
    assert [clause.name for clause in result.unaccounted] == ["1", "2.2", "4"]
    assert result.sound


def test_a_rule_accounts_for_its_own_clause_only() -> None:
    more = "objectives:\n- {id: o, clause: '3', reading: x, minimise: 1}\n"
    result = traced("near those", more)

    names = [clause.name for clause in result.unaccounted]
    assert names == ["1", "2.2", "3.1", "3.2", "4"]


def test_a_reason_for_a_clause_that_is_not_there_is_amiss() -> None:
    result = traced("near those", "not_encoded:\n- {clause: '8', reason: because}\n")

    assert [entry.clause for entry in result.no_clause] == ["8"]
    assert not result.sound


def test_reasons_in_a_file_about_the_law_are_not_sought_in_the_agreement() -> None:
    more = "not_encoded:\n- {clause: Road Act § 8, reason: because}\n"

    law = traced("who decides", more, authority="law")
    agreement = traced("near those", more)

    assert law.sound
    assert law.no_clause == ()
    assert [entry.clause for entry in agreement.no_clause] == ["Road Act § 8"]


def test_an_exception_s_quote_is_sought_too() -> None:
    more = """\
- id: r
  clause: "3.1"
  reading: x
  authority: agreement
  kind: require
  require: 1 == 1
  except: [{clause: "3.2", quote: nowhere to be seen, reading: x, where: 1 == 1}]
"""
    result = traced("near those", more)

    assert [one.found for one in result.quotes][-1] is Found.NOWHERE
    assert "3.2" not in [clause.name for clause in result.unaccounted]
