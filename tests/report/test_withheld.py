"""Numbers that may identify people: none is told, and none can be worked out."""

from collections import defaultdict
from itertools import product

import pytest

from tests.report.cases import flat
from tests.report.example import RULES as ALL
from tests.report.example import SCENARIO, assessed
from vvoptimize.report import check_report, render_json
from vvoptimize.report.assessment import guarded
from vvoptimize.report.model_rules import InstanceRow
from vvoptimize.report.withheld import Guard, Withheld, too_small, withheld

PARAMETERS = """
parameters:
  fewest: {unit: employee, value: 5, range: [5, 9], status: proposed, label: x}
  most: {unit: employee, value: 3, range: [0, 90], status: proposed, label: x}
"""
INPUTS_AND_RULES = """
inputs:
  people:
    {index: [services, municipalities], unit: employee, withhold_below: fewest}
  flat: {index: [], unit: employee, withhold_below: fewest}
rules:
- id: move
  clause: "10"
  reading: x
  authority: advice
  kind: report
  for_each: {m: municipalities}
  measure: sum(people[s, m] for s in services)
  at_most: 20 * fewest
- id: limited
  clause: "10"
  reading: x
  authority: advice
  kind: report
  for_each: {m: municipalities}
  measure: sum(people[s, m] for s in services)
  at_most: most
  message: "{m} {value}"
- id: one-number
  clause: "10"
  reading: x
  authority: advice
  kind: report
  measure: flat
  at_most: fewest
"""
RULES = ALL.replace("\nparameters:\n", PARAMETERS).replace(
    "\nrules:\n", INPUTS_AND_RULES
)


def told(people, lang="en", flat_=""):
    """Return a report on a scenario with so many people in `ikt`, on one line."""
    return flat(report(people, flat_), lang)


def report(people, flat_=""):
    """Return a check of a scenario with so many people in `ikt`."""
    none = "{alfa: 0, beta: 0, gamma: 0}"
    inputs = f"ikt: {people}, vern: {none}, arkiv: {none}"
    more = f", flat: {flat_}" if flat_ else ""
    scenario = f"{SCENARIO}\ninputs: {{people: {{{inputs}}}{more}}}\n"
    return check_report(assessed("best", scenario, RULES))


def test_numbers_that_identify_nobody_are_told_with_their_total():
    assert "Alfa 12; Beta 0; Gammavær 5; 17 in all" in told(
        "{alfa: 12, beta: 0, gamma: 5}"
    )


def test_a_small_number_is_withheld_with_another_that_hides_it():
    words = told("{alfa: 12, beta: 4, gamma: 5}")

    assert "Alfa 12; Beta withheld; Gammavær withheld; 21 in all" in words
    assert "no number under 5 employees is told or can be worked out" in words


def test_the_total_is_withheld_where_nothing_else_can_hide_the_number():
    words = told("{alfa: 0, beta: 4, gamma: 0}", "nb")

    assert "Alfa 0; Beta holdt tilbake; Gammavær 0. Grense" in words


def test_a_total_with_an_unknown_is_not_told():
    words = told("{alfa: unknown, beta: 4, gamma: 30}")

    assert "Beta withheld; Gammavær 30. Limit" in words


def test_a_number_of_the_whole_region_is_withheld_too():
    zeros = "{alfa: 0, beta: 0, gamma: 0}"

    assert " withheld. Withheld so that" in told(zeros, flat_="4")
    assert " 6 employees. Limit: at most 5 employees." in told(zeros, flat_="6")


def test_a_small_limit_is_not_told_nor_the_distance_to_it():
    (rule,) = [
        rule
        for rule in report("{alfa: 12, beta: 4, gamma: 6}").assessment.rules
        if rule.id == "limited"
    ]

    assert [case.value for case in rule.instances] == [12, None, None]
    for case in rule.instances:
        assert (case.limit, case.slack, case.shortfall) == (None, None, None)
        assert case.message is None


def test_json_has_no_withheld_number_anywhere():
    assumed = "{value: 77, low: 71, high: 79, quality: assumed, reason: x}"
    judged = report(f"{{alfa: 30, beta: 4, gamma: {assumed}}}")
    text = render_json(judged, timings=False)

    assert '"value": 77' in text  # what a rule measures, which is no small number
    assert '"value": 30' not in text  # hides the four
    assert '"in_all": 111' in text
    (figure,) = [f for f in judged.evidence.assumed if "people" in f.path]
    assert (figure.value, figure.low, figure.high) == (None, None, None)


@pytest.mark.parametrize(("below", "count", "most"), [(3, 4, 6), (5, 3, 11)])
def test_no_withheld_number_can_be_worked_out_by_who_knows_the_method(
    below, count, most
):
    views = defaultdict(list)
    for numbers in product(range(most + 1), repeat=count):
        views[published(numbers, below)].append(numbers)

    # At the edge of what is enumerated some companions are missing: left out.
    inner = [same for same in views.values() if sum(same[0]) <= most]
    assert len(inner) > 50
    for same in inner:
        for place in withheld(same[0], below).places:
            assert len({numbers[place] for numbers in same}) > 1


def published(numbers, below):
    """What a reader sees."""
    places, total = withheld(numbers, below)
    shown = tuple(None if i in places else n for i, n in enumerate(numbers))
    return shown, None if total else sum(numbers)


def test_the_sum_of_what_is_withheld_is_no_small_number():
    for numbers in product(range(7), repeat=3):
        places, total = withheld(numbers, 5)
        if places and not total:
            assert not too_small(sum(numbers[i] for i in places), 5)


def test_nothing_is_withheld_of_zeros():
    assert withheld([0, 0], 5) == Withheld(frozenset(), total=False)


def test_what_is_withheld_cannot_be_worked_out_from_what_a_waiver_covers():
    row = InstanceRow(
        at=(),
        verdict="broken",
        slack=None,
        shortfall=3,
        value=2,
        limit=5,
        missing=(),
        message=None,
        withheld=False,
        waiver=1,
        exceeds=2,
    )

    hidden = guarded(row, Guard(5, (True,), None), hidden=True)

    assert (hidden.shortfall, hidden.value, hidden.exceeds) == (None, None, None)
    assert hidden.withheld
    small = guarded(row._replace(limit=3), Guard(5, (False,), None), hidden=False)
    assert (small.shortfall, small.value, small.exceeds) == (None, 2, None)
