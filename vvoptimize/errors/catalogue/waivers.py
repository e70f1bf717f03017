"""VV410 to VV423: waivers, and how they fit the rules."""

from vvoptimize.errors.catalogue.entry import Entry, Phrase

ENTRIES: dict[str, Entry] = {
    "VV410": Entry(
        nb="dispensasjonen fra `{rule}` gikk ut {expires}; i dag er {today}",
        en="the waiver from `{rule}` expired on {expires}; today is {today}",
        hint_nb="fjern den, eller før opp et nytt vedtak",
        hint_en="remove it, or enter a new decision",
        page_en="A waiver counts up to and with the day it expires. Remove it.",
    ),
    "VV411": Entry(
        nb="dispensasjonen er fra regelen `{rule}`, som ikke finnes",
        en="the waiver is from the rule `{rule}`, which there is not",
        hint_nb="`vvoptimize rules FILE` viser reglene",
        hint_en="`vvoptimize rules FILE` lists the rules",
        page_en="A waiver names no rule of the rule files. Correct the name.",
    ),
    "VV412": Entry(
        nb="`at` må si hvilket tilfelle av `{rule}` det er, med nettopp {known}",
        en="`at` must tell which case of `{rule}` it is, by exactly {known}",
        hint_nb="gi hver av dem en id fra scenariet, og ingen andre",
        hint_en="give each of them an id of the scenario, and no others",
        page_en="A waiver names each index variable of its rule, and no other.",
    ),
    "VV413": Entry(
        nb="`{name}` er ikke blant `{set}` i dette scenariet",
        en="`{name}` is not among the `{set}` of this scenario",
        page_en="A waiver names an element that does not exist. Correct it.",
    ),
    "VV414": Entry(
        nb="regelen `{rule}` gjelder ikke for {at}, så det er ingenting å dispensere "
        "fra",
        en="the rule `{rule}` does not apply to {at}, so there is nothing to waive",
        hint_nb="rett tilfellet, eller fjern dispensasjonen",
        hint_en="correct the case, or remove the waiver",
        page_en="The rule's `where` leaves the case out. Remove the waiver.",
    ),
    "VV415": Entry(
        nb="tilfellet har allerede en dispensasjon, på {first}",
        en="the case has a waiver already, at {first}",
        hint_nb="behold én av dem",
        hint_en="keep one of them",
        page_en="Two waivers are from the same case of a rule. Keep one.",
    ),
    "VV416": Entry(
        nb="`covers` er et avvik, men dette tilfellet av `{rule}` har ingen "
        "tallstørrelse",
        en="`covers` is a shortfall, but this case of `{rule}` has no amount",
        hint_nb="fjern nøkkelen; dispensasjonen gjelder da hele kravet",
        hint_en="remove the key; the waiver is then from the whole requirement",
        page_en="A truth without an amount is kept or not. Remove `covers`.",
    ),
    "VV417": Entry(
        nb="dispensasjonen fra `{rule}` må si hvor stort avvik den dekker, i {unit}",
        en="the waiver from `{rule}` must tell how large a shortfall it covers, in "
        "{unit}",
        hint_nb="skriv `covers: 0.5`",
        hint_en="write `covers: 0.5`",
        page_en="A waiver from a rule with an amount has a limit. Add `covers`.",
    ),
    "VV418": Entry(
        nb="`{rule}` er ikke et krav (`require`), så ingen er bundet av den",
        en="`{rule}` is not required (`require`), so it binds nobody",
        hint_nb="fjern dispensasjonen",
        hint_en="remove the waiver",
        page_en="Only what is required can be waived. Remove the waiver.",
    ),
    "VV419": Entry(
        nb="`{rule}` er lov, og ingen kommune kan dispensere fra den",
        en="`{rule}` is law, and no municipality can waive it",
        hint_nb="fjern dispensasjonen",
        hint_en="remove the waiver",
        page_en="A rule with `authority: law` cannot be waived. Remove the waiver.",
    ),
    "VV420": Entry(
        nb="`covers` er {value}, men må være over 0",
        en="`covers` is {value}, but must be above 0",
        hint_nb="skriv det største avviket som dekkes, uten fortegn",
        hint_en="write the largest shortfall that is covered, without a sign",
        page_en="A waiver covers a shortfall, which is a positive number.",
    ),
    "VV421": Entry(
        nb="dispensasjonen går ut {expires}, før den ble vedtatt {date}",
        en="the waiver expires on {expires}, before it was decided on {date}",
        page_en="The two days of a waiver are the wrong way round.",
    ),
    "VV422": Entry(
        nb="scenariet har dispensasjoner, som går ut, men dagen er ikke oppgitt",
        en="there are waivers, which expire, but the day is not given",
        hint_nb='oppgi dagen, som today="2026-01-31"',
        hint_en='give the day, as today="2026-01-31"',
        page_en="The library reads no clock. Give `today` where there are waivers.",
    ),
    "VV423": Entry(
        nb="dispensasjonen ble vedtatt {date}, men i dag er {today}",
        en="the waiver was decided on {date}, but today is {today}",
        page_en="A waiver counts from the day it was decided on.",
    ),
}

PHRASES: dict[str, Phrase] = {}
