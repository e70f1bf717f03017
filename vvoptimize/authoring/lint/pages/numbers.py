"""L1xx: numbers, and units that let a slip through."""

from vvoptimize.authoring.lint.page import Page, Severity

PAGES: dict[str, Page] = {
    "L101": Page(
        Severity.WARNING,
        nb="et antall ({count}) og en andel ({share}) legges sammen eller sammenliknes",
        en="a count ({count}) and a share ({share}) are added or compared",
        avoid="at_most: fair_share + joint_services",
        prefer="at_most: fair_share * joint_services",
        why_nb=(
            "Begge har enheten 1, så enhetskontrollen ser det ikke. Men tre vertskap "
            "er ikke mer enn en halv: andelen må ganges med det den er en andel av."
        ),
        why_en=(
            "Both have the unit 1, so the check of units does not see it. But three "
            "host roles are not more than a half: multiply the share by what it is a "
            "share of."
        ),
    ),
    "L102": Page(
        Severity.WARNING,
        nb="{name} er 1 {unit} og gjør bare om enheten",
        en="{name} is 1 {unit} and only changes the unit",
        avoid=(
            "  measure: (workplaces_now[m] - workplaces_before[m]) / bearable_loss\n"
            "  at_least: -1"
        ),
        prefer=(
            "  measure: workplaces_now[m] - workplaces_before[m]\n"
            "  at_least: -bearable_loss"
        ),
        why_nb=(
            "Det som ganges eller deles med én enhet, går forbi enhetskontrollen, og "
            "når noen endrer parameteren, betyr formelen noe annet. Sammenlikn med "
            "parameteren i stedet."
        ),
        why_en=(
            "What is multiplied or divided by one of a unit goes round the check of "
            "units, and when somebody changes the parameter the formula means "
            "something else. Compare with the parameter instead."
        ),
    ),
    "L103": Page(
        Severity.WARNING,
        nb="{name} er en andel, men er eller kan være {value}, altså {percent} prosent",
        en="{name} is a share, but is or may be {value}, that is {percent} per cent",
        avoid="value: 50\n    range: [0, 100]",
        prefer="value: 0.5\n    range: [0, 1]",
        why_nb=(
            "En andel er et tall fra 0 til 1. Skrevet som prosent blir grensen hundre "
            "ganger for stor, og regelen brytes aldri."
        ),
        why_en=(
            "A share is a number from 0 to 1. Written as a percentage the limit "
            "becomes a hundred times too large, and the rule is never broken."
        ),
    ),
    "L104": Page(
        Severity.WARNING,
        nb="{name} er i {unit}, men kalles noe i {wanted}",
        en="{name} is in {unit}, but is called something in {wanted}",
        avoid=(
            'label: {nb: "Tap som tåles, i kroner", en: "Loss that is tolerated, in '
            'kroner"}'
        ),
        prefer=(
            'label: {nb: "Tap som tåles, i årsverk", en: "Loss that is tolerated, in '
            'FTE"}'
        ),
        why_nb=(
            "Den som leser navnet eller etiketten, tror tallet er i en annen enhet enn "
            "den det regnes i. Én av dem er feil."
        ),
        why_en=(
            "Whoever reads the name or the label takes the number to be in another "
            "unit than it is computed in. One of the two is wrong."
        ),
    ),
    "L105": Page(
        Severity.WARNING,
        nb="tallet {number} står rett i formelen",
        en="the number {number} stands bare in the formula",
        avoid="at_least: 0.9 * least_kept_share * workplaces_before[m]",
        prefer="at_least: least_kept_share * workplaces_before[m]",
        why_nb=(
            "Et tall i en formel har ingen som har satt det, intet spenn og ingen "
            "etikett, og et scenario kan ikke endre det. Gjør det til en parameter. "
            "Unntatt er 0 og 1, 2 der noe telles («minst to»), og et helt tall som en "
            "parameter sammenliknes med: nummeret på et valg."
        ),
        why_en=(
            "A number in a formula has nobody who set it, no range and no label, and a "
            "scenario cannot change it. Make it a parameter. Excepted are 0 and 1, 2 "
            "where something is counted («at least two»), and a whole number that a "
            "parameter is compared with: the number of a choice."
        ),
    ),
}
