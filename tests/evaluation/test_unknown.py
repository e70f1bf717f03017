"""What nobody has published is unknown: never zero, and no more than it must be."""

import pytest

from tests.evaluation.worlds import only, run, verdict

PAIR = "workplaces: {x: {a: 1}}, host: {x: {a: 1, b: 0}}"


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("workplaces[s, b] <= limit", "unknown"),
        ("workplaces[s, b] <= limit or host[s, a]", "holds"),
        ("workplaces[s, b] <= limit or host[s, b]", "unknown"),
        ("workplaces[s, b] <= limit and host[s, a]", "unknown"),
        ("workplaces[s, b] <= limit and host[s, b]", "broken"),
        ("not workplaces[s, b] <= limit", "unknown"),
        ("implies(host[s, b], workplaces[s, b] <= limit)", "holds"),
        ("implies(workplaces[s, b] <= limit, host[s, a])", "holds"),
        ("workplaces[s, b] * 0 == 0", "holds"),
        ("staff_after[s] * host[s, b] == 0", "holds"),
        ("staff_after[s] * host[s, a] == 0", "unknown"),
        ("staff_after[s] * (host[s, a] + host[s, b]) == 0", "unknown"),
        ("staff_after[s] * (host[s, a] - 1) == 0", "holds"),
        ("staff_after[s] * (host[s, a] - host[s, b] - 1) == 0", "holds"),
        ("(host[s, a] - 1) * limit / staff_after[s] == 0", "holds"),
        ("abs(staff_after[s]) >= limit", "unknown"),
        ("max(staff_after[s], limit) >= limit", "unknown"),
        ("max(staff_after[s] * host[s, b], limit) >= limit", "holds"),
        ("count(workplaces[s, m] >= 0 for m in municipalities) >= 0", "unknown"),
        ("any(workplaces[s, m] >= limit / 2 for m in municipalities)", "holds"),
        ("all(workplaces[s, m] < limit / 2 for m in municipalities)", "broken"),
        ("all(workplaces[s, m] >= limit / 2 for m in municipalities)", "unknown"),
        (
            "sum(workplaces[s, m] for m in municipalities if host_today[s, m]) >= 0",
            "unknown",
        ),
        (
            "sum(host[s, k] for k in municipalities if k != a and welfare[s]) == 0",
            "holds",
        ),
        ("any(host[s, m] for m in municipalities if host_today[s, m])", "unknown"),
        (
            "any(host[s, m] for m in municipalities if host_today[s, m] and m != a)",
            "broken",
        ),
        (
            "all(host[s, m] for m in municipalities if host_today[s, m] and m == a)",
            "holds",
        ),
    ],
)
def test_three_valued_truth(formula: str, expected: str) -> None:
    every = (
        (
            "for_each: {s: services, a: municipalities, b: municipalities}, "
            "where: participant[s, a] and statutory[s] and a != b, "
        )
        .replace("where: ", "where: '")
        .replace("a != b, ", "a != b', ")
    )
    given = f"{PAIR}, participant: {{x: {{a: 1, b: 0}}}}, statutory: {{x: 1}}"

    assert verdict(f'{every}require: "{formula}"', given) == expected


@pytest.mark.parametrize(
    "where",
    [
        "statutory[s]",
        "not statutory[s]",
        "statutory[s] and welfare[s]",
        "statutory[s] or welfare[s]",
        "min(staff_after[s], limit) > limit / 2",
        "abs(staff_after[s]) > limit",
        "count(participant[s, m] for m in municipalities) > 1",
        "sum(1 for m in municipalities if participant[s, m]) > 1",
        "any(participant[s, m] for m in municipalities)",
        "staff_after[s] / minimum_team[s] > 1",
        "statutory[s] * 2 > 1",
    ],
)
def test_a_case_that_may_apply_is_unknown_even_where_the_rule_would_be_kept(
    where,
) -> None:
    found = only(
        f"for_each: {{s: services}}, where: '{where}', require: 1 == 1", "forms: []"
    )

    assert found.verdict.value == "unknown"
    assert found.missing


def test_what_is_known_to_be_left_out_is_left_out_whatever_else_is_missing() -> None:
    body = (
        "for_each: {s: services}, where: 'statutory[s] and welfare[s]', require: 1 == 2"
    )

    assert verdict(body, "welfare: {x: 0}") == "not_applicable"


def test_missing_figures_are_named() -> None:
    found = only(
        "for_each: {s: services}, require: 'staff_after[s] + minimum_team[s] > 0'",
        "forms: []",
    )

    assert found.missing == ("staff_after[x]", "minimum_team[x]")
    assert (found.margin, found.value, found.limit) == (None, None, None)


def test_an_unknown_instance_makes_the_rule_unknown_unless_one_is_broken() -> None:
    body = (
        "for_each: {s: services, m: municipalities}, "
        "require: 'workplaces_today[s, m] <= limit'"
    )

    assert verdict(body, "workplaces_today: {x: {a: 1}}") == "unknown"
    assert verdict(body, "workplaces_today: {x: {a: 3}}") == "broken"
    assert verdict(body, "workplaces_today: {x: {a: 1, b: 2}}") == "holds"


def test_division_by_zero_of_a_case_is_told() -> None:
    result = run(
        "for_each: {s: services}, require: '1 / statutory[s] > 0'", "statutory: {x: 0}"
    )

    assert result.verdict is None
    assert [problem.code for problem in result.problems] == ["VV350"]
