"""L3xx: test cases that do not show what a rule means."""

from vvoptimize.authoring.lint.page import Page, Severity

_HOLDS = """\
  - name: all stay
    given: {municipalities: [a], workplaces_before: {a: 10}, workplaces_now: {a: 10}}
    expect: holds
"""
_LIMIT = """\
  - name: just enough stay
    given: {municipalities: [a], workplaces_before: {a: 10}, workplaces_now: {a: 7}}
    expect: holds
    at: [{m: a, slack: 0}]
"""
_BROKEN = """\
  - name: too few stay
    given: {municipalities: [a], workplaces_before: {a: 10}, workplaces_now: {a: 6}}
    expect: broken
"""
_UNKNOWN = """\
  - name: nobody knows how many there were
    given: {municipalities: [a], workplaces_now: {a: 9}, workplaces_before: {}}
    expect: unknown
"""
_ALL = f"  tests:\n{_HOLDS}{_LIMIT}{_BROKEN}{_UNKNOWN}"

PAGES: dict[str, Page] = {
    "L301": Page(
        Severity.WARNING,
        nb="regelen {rule} har ingen tilfeller under `tests`",
        en="the rule {rule} has no cases under `tests`",
        avoid="  tests: []\n",
        prefer=_ALL,
        why_nb=(
            "Begge lesningene av en regel deler samme formel, så bare et tilfelle som "
            "er skrevet for hånd, viser at den betyr det punktet sier."
        ),
        why_en=(
            "Both readings of a rule share one formula, so only a case written by hand "
            "shows that it means what its clause says."
        ),
    ),
    "L302": Page(
        Severity.WARNING,
        nb="regelen {rule} har ikke noe tilfelle der den er oppfylt",
        en="the rule {rule} has no case in which it holds",
        avoid=f"  tests:\n{_BROKEN}{_UNKNOWN}",
        prefer=_ALL,
        why_nb="En regel som brytes av alt, består hvert tilfelle som venter brudd.",
        why_en="A rule that everything breaks passes every case that expects a breach.",
    ),
    "L303": Page(
        Severity.WARNING,
        nb="regelen {rule} har ikke noe tilfelle der den er brutt",
        en="the rule {rule} has no case in which it is broken",
        avoid=f"  tests:\n{_HOLDS}{_LIMIT}{_UNKNOWN}",
        prefer=_ALL,
        why_nb=(
            "En regel som aldri brytes, består hvert tilfelle som venter at den holder."
        ),
        why_en="A rule that is never broken passes every case that expects it to hold.",
    ),
    "L304": Page(
        Severity.WARNING,
        nb="regelen {rule} har ikke noe tilfelle akkurat på grensen",
        en="the rule {rule} has no case exactly on the limit",
        avoid=f"  tests:\n{_HOLDS}{_BROKEN}{_UNKNOWN}",
        prefer=_ALL,
        why_nb=(
            "«Mer enn» og «minst» skiller seg bare på grensen, og det er der klagene "
            "kommer. Skriv et tilfelle med `slack: 0`."
        ),
        why_en=(
            "«More than» and «at least» differ on the limit only, and that is where "
            "people complain. Write a case with `slack: 0`."
        ),
    ),
    "L305": Page(
        Severity.WARNING,
        nb="alle {n} tilfellene av regelen {rule} ender likt: {verdict!}",
        en="all {n} cases of the rule {rule} end alike: {verdict!}",
        avoid=f"  tests:\n{_HOLDS}{_LIMIT}",
        prefer=_ALL,
        why_nb=(
            "Tilfeller som alle ender likt, ville også en regel bestå som bare sier "
            "det."
        ),
        why_en=(
            "Cases that all end alike are passed by a rule that says nothing else, too."
        ),
    ),
}
