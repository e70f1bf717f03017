"""What is wrong with a waiver is told at its place; nothing is waived by half."""

import pytest

from tests.ruleset.region import REGION, rule, rules, told, unmarked
from vvoptimize.errors import InputError, Problems
from vvoptimize.ruleset.grounding import Grounding, ground
from vvoptimize.ruleset.waivers import Waivers, written_in
from vvoptimize.scenario.reading import parse_scenario
from vvoptimize.source import parse

HEAD = "schema: vvoptimize/waivers/v1\nwaivers:\n"
EACH = "for_each: {s: services, m: municipalities}"
RULES = (
    "parameters:\n"
    "  least: {unit: FTE, value: 1, range: [0, 9], label: x}\n"
    "rules:\n"
    + rule(f"{EACH}, measure: 'workplaces[s, m]', at_least: least", "amount")
    + rule(f"{EACH}, require: 'host[s, m]', where: 'candidate[s, m]'", "truth")
    + rule("require: 'any(joint[s] for s in services)'", "single")
    + rule(f"{EACH}, require: 'host[s, m]'", "wish").replace("require,", "prefer,", 1)
    + rule(f"{EACH}, require: 'host[s, m]'", "law").replace("advice", "law")
)
TODAY = "2026-06-01"


def waiver(**changes: str) -> str:
    """An entry that is sound, save for what is changed; an empty text leaves out."""
    keys = {
        "rule": "amount",
        "at": "{s: plan, m: alfa}",
        "reason": "å prøve",
        "decided_by": "The council",
        "case": "14/26",
        "date": "2026-01-01",
        "expires": "2026-12-31",
        "covers": "0.5",
    }
    kept = {key: value for key, value in (keys | changes).items() if value}
    return "- " + "\n  ".join(f"{key}: {value}" for key, value in kept.items()) + "\n"


def grounded_with(text: str, today: str = TODAY) -> Grounding:
    problems = Problems()
    written = tuple(written_in(parse(text, "waivers.yaml"), problems))
    problems.raise_if_any()
    scenario = parse_scenario(REGION, "region.yaml")
    return ground(rules(RULES), scenario, waivers=Waivers(written, today))


def faults(text: str, today: str = TODAY) -> list[tuple[str, str]]:
    try:
        grounded_with(text, today)
    except InputError as error:
        return told(error)
    return []


FAULTS = {
    "VV410": waiver(expires="«2026-05-31"),
    "VV411": waiver(rule="«amuont"),
    "VV412": waiver(at="«{s: plan}"),
    "VV413": waiver(at="{s: plan, m: «alfaa}"),
    "VV415": waiver() + "«" + waiver(case="15/26")[0] + waiver(case="15/26")[1:],
    "VV418": waiver(rule="«wish", covers=""),
    "VV419": waiver(rule="«law", covers=""),
    "VV420": waiver(covers="«0"),
    "VV421": waiver(expires="«2025-12-31"),
    "VV423": waiver(date="«2026-06-02"),
    "VV100": waiver() + "  «until: 2027-01-01\n",
    "VV101": waiver(date="«2026-02-30"),
}


@pytest.mark.parametrize("code", FAULTS)
def test_fault_of_a_waiver_is_told_at_its_place(code: str) -> None:
    text = HEAD + FAULTS[code]
    if code == "VV415":  # of an item of a list, the place is behind its dash
        text = text.replace("«- ", "- «")
    text, place = unmarked(text)

    assert faults(text) == [(code, place)]


def test_a_waiver_names_what_was_meant() -> None:
    with pytest.raises(InputError) as one:
        grounded_with(HEAD + waiver(rule="amuont"))
    with pytest.raises(InputError) as other:
        grounded_with(HEAD + waiver(at="{s: plan, m: alfaa}"))

    assert "did you mean `amount`?" in one.value.problems[0].render()
    assert "did you mean `alfa`?" in other.value.problems[0].render()


def test_a_case_that_the_rule_leaves_out_cannot_be_waived() -> None:
    text, place = unmarked(
        HEAD + waiver(rule="truth", at="«{s: care, m: gamma}", covers="")
    )

    assert faults(text) == [("VV414", place)]


def test_a_shortfall_is_covered_only_where_there_is_an_amount() -> None:
    text, place = unmarked(HEAD + waiver(rule="truth").replace("covers", "«covers"))

    assert faults(text) == [("VV416", place)]


def test_an_amount_must_be_limited() -> None:
    assert [code for code, _ in faults(HEAD + waiver(covers=""))] == ["VV417"]


@pytest.mark.parametrize(
    ("today", "sound"),
    [
        ("2025-12-31", False),
        ("2026-01-01", True),  # the day it was decided
        ("2026-12-31", True),  # the last day
        ("2027-01-01", False),
    ],
)
def test_a_waiver_counts_from_its_decision_to_the_day_it_expires(
    today: str, sound: bool
) -> None:
    assert (faults(HEAD + waiver(), today) == []) is sound


def test_all_that_is_wrong_is_told_at_once() -> None:
    text = HEAD + waiver(rule="none") + waiver(covers="-1", expires="2026-02-01")

    assert sorted(code for code, _ in faults(text)) == ["VV410", "VV411", "VV420"]


def test_a_rule_without_variables_is_waived_without_at() -> None:
    grounding = grounded_with(HEAD + waiver(rule="single", at="", covers=""))

    (one,) = grounding.waivers
    assert one.at == ()


def test_a_waiver_is_matched_with_one_case_and_leaves_the_others() -> None:
    grounding = grounded_with(HEAD + waiver())

    (one,) = grounding.waivers
    relaxed = [i for i in grounding.model.instances if i.relaxation is not None]
    assert [dict(i.at) for i in relaxed] == [{"s": "plan", "m": "alfa"}]
    assert relaxed[0].relaxation is not None
    assert relaxed[0].relaxation.waiver is one
