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
        nb="{name} er 1 {unit} og kan ikke være noe annet: den gjør bare om enheten",
        en="{name} is 1 {unit} and can be nothing else: it only changes the unit",
        avoid="unit: FTE, value: 1, range: [1, 1]",
        prefer="unit: FTE, value: 2, range: [0, 10]",
        why_nb=(
            "Et tall som ganges eller deles med én enhet, går forbi enhetskontrollen. "
            "La det som skal måles, selv være en parameter med enhet og spenn."
        ),
        why_en=(
            "A number multiplied or divided by one of a unit goes round the check of "
            "units. Let what is meant be a parameter itself, with unit and range."
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
            "etikett, og et scenario kan ikke endre det. Gjør det til en parameter. 0 "
            "og 1 er unntatt, og 2 der noe telles: «minst to»."
        ),
        why_en=(
            "A number in a formula has nobody who set it, no range and no label, and a "
            "scenario cannot change it. Make it a parameter. 0 and 1 are excepted, and "
            "2 where something is counted: «at least two»."
        ),
    ),
}
