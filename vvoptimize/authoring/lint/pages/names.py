"""L4xx: names that nothing uses, and principles that say the same."""

from vvoptimize.authoring.lint.page import Page, Severity

_UNUSED_NB = (
    "Enten er den glemt igjen, eller så skulle en formel ha brukt den og bruker noe "
    "annet. Den som leser rapporten, tror at den betyr noe."
)
_UNUSED_EN = (
    "Either it was left behind, or a formula should have used it and uses something "
    "else. Readers of a report take it to mean something."
)

PAGES: dict[str, Page] = {
    "L401": Page(
        Severity.WARNING,
        nb="måltallet {name} brukes ikke av noen regel, noe mål eller noen nøkkel",
        en="the measure {name} is used by no rule, objective or cost key",
        avoid="at_most: fair_share * count(joint[s] for s in services)",
        prefer="at_most: fair_share * joint_services",
        why_nb=_UNUSED_NB,
        why_en=_UNUSED_EN,
    ),
    "L402": Page(
        Severity.WARNING,
        nb="parameteren {name} brukes ikke av noen regel, noe mål eller noen nøkkel",
        en="the parameter {name} is used by no rule, objective or cost key",
        avoid="at_least: 0",
        prefer="at_least: -bearable_loss",
        why_nb=_UNUSED_NB,
        why_en=_UNUSED_EN,
    ),
    "L403": Page(
        Severity.WARNING,
        nb="inndata {name} brukes ikke av noen regel, noe mål eller noen nøkkel",
        en="the input {name} is used by no rule, objective or cost key",
        avoid="where: population[m] > small",
        prefer="where: sites[m] > 0 and population[m] > small",
        why_nb=_UNUSED_NB,
        why_en=_UNUSED_EN,
    ),
    "L404": Page(
        Severity.WARNING,
        nb="{name} har samme tolkning av punkt {clause} som {other}",
        en="{name} has the same reading of clause {clause} as {other}",
        avoid=(
            "reading: {nb: En viss del blir igjen hos hver., en: A certain share stays "
            "with each.}\n  authority: agreement\n  kind: prefer"
        ),
        prefer=(
            "reading: {nb: Ingen mister mer enn det som tåles., en: Nobody loses more "
            "than is tolerated.}\n  authority: agreement\n  kind: prefer"
        ),
        why_nb=(
            "To prinsipper med samme tolkning er enten det samme to ganger, eller så "
            "er tolkningen av det ene skrevet av og sier ikke hva det gjør."
        ),
        why_en=(
            "Two principles with one reading are either the same twice, or the reading "
            "of one was copied and does not say what it does."
        ),
    ),
}
