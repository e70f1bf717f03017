import json
import re
from decimal import Decimal
from fractions import Fraction

import pytest

import vvoptimize
from tests.report.cases import reports, stopped, text
from tests.report.example import SCENARIO, assessed, conflict, solution
from vvoptimize.report import (
    check_report,
    conflict_report,
    render_json,
    rules_report,
    solve_report,
)
from vvoptimize.report.encode import _written
from vvoptimize.solution.stages import Limits

NUMBER = {
    "nb": re.compile(r"(≈?)[−+]?(\d{1,3}(?: \d{3})+(?:,\d+)?|\d+(?:,\d+)?)"),
    "en": re.compile(r"(≈?)[−+]?(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"),
}
STRIPPED = {"nb": str.maketrans(",", ".", " "), "en": str.maketrans("", "", ",")}


def content(report, timings=False):
    """Return a report's JSON with exact numbers."""
    return json.loads(render_json(report, timings=timings), parse_float=Decimal)


def numbers_in(value):
    """Return every number of a JSON value, lengths of lists and those in texts too."""
    if isinstance(value, bool) or value is None:
        return
    if isinstance(value, dict):
        if set(value) == {"numerator", "denominator"}:
            yield Fraction(value["numerator"], value["denominator"])
        for inner in value.values():
            yield from numbers_in(inner)
    elif isinstance(value, list):
        yield Fraction(len(value))
        for inner in value:
            yield from numbers_in(inner)
    elif isinstance(value, str):
        for lang in ("nb", "en"):
            told = NUMBER[lang].findall(value.replace("\u00a0", " "))
            yield from (read(number, lang) for _, number in told)
    else:
        yield Fraction(value)


def read(number, lang):
    """Return the size of a number that a text shows."""
    return Fraction(Decimal(number.translate(STRIPPED[lang])))


def shown(report, lang):
    """Return each number of a text: its size, decimals, and whether it is rounded."""
    for rounded, number in NUMBER[lang].findall(text(report, lang)):
        decimals = len(number.translate(STRIPPED[lang]).partition(".")[2])
        yield read(number, lang), decimals, bool(rounded)


@pytest.mark.parametrize("lang", ["nb", "en"])
def test_every_number_of_the_text_is_in_the_json(lang):
    some = [
        solve_report(solution()),
        stopped(),
        check_report(assessed("adopted")),
        conflict_report(*conflict()),
    ]
    for report in some:
        known = {abs(number) for number in numbers_in(content(report))}
        lacking = [
            number
            for number, decimals, rounded in shown(report, lang)
            if number not in known
            and not (rounded and number in {round(x, decimals) for x in known})
        ]

        assert lacking == []


def test_every_report_is_json_with_schema_kind_and_version():
    for report in reports():
        told = content(report)

        assert list(told)[:3] == ["schema", "kind", "vvoptimize"]
        assert told["schema"] == "vvoptimize/report/v1"
        assert told["kind"] == report.kind
        assert told["vvoptimize"] == vvoptimize.__version__


def test_numbers_are_exact():
    told = content(stopped())
    stage = told["stages"][1]

    assert stage["bound"] == {"numerator": 1, "denominator": 3}
    assert stage["step"] == Decimal("0.5")
    assert stage["value"] == -1
    assert '"step": 0.5,' in render_json(stopped(), timings=False)


def test_no_number_is_a_float():
    with pytest.raises(TypeError):
        _written(0.1, "\n")


def test_limits_are_told_as_they_were_typed():
    told = content(stopped(limits=Limits(seconds=0.1)))

    assert told["limits"] == {"seconds": Decimal("0.1"), "work": None}


def test_run_is_told_only_when_asked_for():
    report = solve_report(solution(limits=Limits(workers=8, seed=3)))

    assert "run" not in content(report)
    assert content(report, timings=True)["run"] == {
        "seconds": Decimal("0.25"),
        "solves": 12,
        "workers": 8,
        "seed": 3,
    }


def test_workers_and_seed_do_not_change_the_bytes():
    one, other = (
        render_json(solve_report(solution(limits=limits)), timings=False)
        for limits in (Limits(), Limits(workers=8, seed=7))
    )

    assert one == other


def test_every_case_of_every_rule_is_told():
    told = content(check_report(assessed("adopted")))["assessment"]["rules"]
    broken = told[1]["instances"][0]

    assert [len(rule["instances"]) for rule in told] == [3, 3, 1, 8, 3, 0]
    assert broken["verdict"] == "broken"
    assert broken["shortfall"] == 2
    assert broken["slack"] is None
    assert broken["at"] == [{"variable": "m", "set": "municipalities", "id": "alfa"}]
    assert broken["message"]["en"].startswith("Alfa changes by −3")


def test_unknown_is_null_and_its_figures_are_named():
    unknown = SCENARIO.replace("cost_after: 900000", "cost_after: unknown")
    told = content(check_report(assessed("best", unknown)))

    assert told["assessment"]["municipalities"][0]["pays"] is None
    assert told["evidence"]["missing"] == ["services.arkiv.cost_after"]


def test_totals_wishes_and_the_numbers_rested_on_are_told():
    told = content(check_report(assessed("adopted")))
    assessment = told["assessment"]

    assert assessment["totals"]["workplaces_before"] == Decimal("14.5")
    assert assessment["totals"]["gains"] == 2234566
    assert (assessment["wishes"], assessment["wishes_not_met"]) == (1, 1)
    assert assessment["services"][0]["employer"] == "host"
    assert told["evidence"]["used"] == [1, 2]


def test_assumed_figures_are_told_with_range_and_reason():
    (figure,) = content(solve_report(solution()))["evidence"]["assumed"]

    assert figure == {
        "path": "services.ikt.cost_after",
        "value": 4000000,
        "low": 3000000,
        "high": 5000000,
        "reason": {"nb": "Anslag", "en": "Anslag"},
    }


def test_text_that_a_terminal_would_obey_is_escaped():
    evil = SCENARIO.replace("name: Beta", 'name: "\\e[31m\\x7fBeta"')
    told = render_json(check_report(assessed("best", evil)), timings=False)

    assert re.search("[\x00-\x09\x0b-\x1f\x7f]", told) is None
    names = json.loads(told)["scenario"]["municipalities"]
    assert names[1]["name"]["nb"] == "\x1b[31m\x7fBeta"


def test_rules_are_told_as_written():
    grounding, _ = conflict()
    told = content(rules_report(grounding.rule_set, grounding))
    rule = told["rules"][1]

    assert rule["limit"] == "at_least: -tolerance"
    assert rule["for_each"] == [{"variable": "m", "set": "municipalities"}]
    assert rule["parameters"] == [1]
    assert rule["cases"] == 3
    assert told["objectives"][0]["step"] == "tolerance"
    assert told["cost_keys"][0]["cases"] is None
    assert told["parameters"][0]["overridden"] == Decimal("0.5")
