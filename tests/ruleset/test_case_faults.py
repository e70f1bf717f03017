"""A rule's own test case that names what is not there is told at its place."""

import pytest

from tests.ruleset.region import HEAD, faults, unmarked

RULE = """\
parameters:
  least: {unit: FTE, value: 1, range: [0, 2], status: proposed, label: x}
rules:
- id: r
  clause: "1"
  reading: på norsk
  authority: advice
  kind: require
  for_each: {s: services, m: municipalities}
  measure: "workplaces[s, m]"
  at_least: least
  tests:
  - name: ære
    given: {services: [plan], municipalities: [alfa, beta], GIVEN}
    expect: holds
    at: [{label}]
"""
AT = "s: plan, m: alfa, slack: 1"
FAULTS = {
    "VV380": ("«workplace: {}", AT),
    "VV381": ("forms: «[a, a]", AT),
    "VV382": ("workplaces: {«plan: 1}", AT),
    "VV383": ("workplaces: {plan: {alfa: 1, «gama: 1}}", AT),
    "VV384": ("workplaces: {plan: {alfa: «many}}", AT),
    "VV386": ("", "«{s: plan}"),
}


def text_of(given: str, at: str) -> str:
    at = at if "{" in at else "{" + at + "}"
    return HEAD + RULE.replace("GIVEN", given).replace("{label}", at)


@pytest.mark.parametrize("code", FAULTS)
def test_fault_is_told_at_its_place(code: str) -> None:
    text, place = unmarked(text_of(*FAULTS[code]))

    assert faults(text) == [(code, place)]


@pytest.mark.parametrize(
    ("given", "at", "code"),
    [
        ("least: «high", AT, "VV384"),
        ("joint: {plan: «2}", AT, "VV384"),
        ("", "s: plan, m: «gamma", "VV383"),
        ("", "s: plan, m: alfa, slack: «-1", "VV384"),
        ("", "«{s: plan, m: alfa, slack: 0, shortfall: 0}", "VV386"),
        ("", "«{s: plan, m: alfa, slak: 0}", "VV386"),
        ("«least2: 1", AT, "VV380"),
        ("forms: «plan", AT, "VV381"),
        ("minutes: {alfa: {«alfa: {beta: 1}}}", AT, "VV382"),
    ],
)
def test_what_a_case_cannot_say_is_refused(given: str, at: str, code: str) -> None:
    text, place = unmarked(text_of(given, at))

    found = faults(text)
    assert found[0][0] == code
    if code != "VV382":
        assert found == [(code, place)]


def test_a_sound_case_is_read() -> None:
    assert (
        faults(
            text_of("least: 0, joint: {plan: true}, km: {alfa: {beta: unknown}}", AT)
        )
        == []
    )
