"""VV280 to VV296: steps in time, and plans that change."""

from vvoptimize.errors.catalogue.entry import Entry, Phrase

ENTRIES: dict[str, Entry] = {
    "VV280": Entry(
        nb="steget `{id}` er {date}, og det er ikke etter {before}, steget før",
        en="step `{id}` is on {date}, which is not after {before}, the step before it",
        hint_nb="skriv stegene i tidsrekkefølge, hvert på sin dag",
        hint_en="write the steps in order of time, each on a day of its own",
        page_en="Steps are days, in order of time.",
    ),
    "VV281": Entry(
        nb="steget `{id}` har skjedd (`taken`), men det har ikke `{before}` før det",
        en="step `{id}` has happened (`taken`), but `{before}` before it has not",
        hint_nb="sett `taken` også på stegene før, eller ta det bort her",
        hint_en="set `taken` on the steps before it too, or remove it here",
        page_en="What has happened comes before what has not.",
    ),
    "VV282": Entry(
        nb="alle stegene har skjedd, så det er ingenting å planlegge",
        en="all steps have happened, so there is nothing to plan",
        hint_nb="legg til minst ett steg uten `taken`",
        hint_en="add at least one step without `taken`",
        page_en="A plan has a step to come; rules are asked of the steps to come.",
    ),
    "VV283": Entry(
        nb="horisonten {saw} er ikke etter det siste steget, `{id}` den {date}",
        en="the horizon {saw} is not after the last step, `{id}` on {date}",
        hint_nb="skriv en senere dag, eller utelat `horizon`",
        hint_en="write a later day, or leave `horizon` out",
        page_en="The last step counts from its day to the horizon.",
    ),
    "VV284": Entry(
        nb="`{where}` har `{id}`, som ikke er et steg i dette scenariet",
        en="`{where}` has `{id}`, which is not a step of this scenario",
        hint_nb="mente du `{suggestion}`? Stegene er {known}",
        hint_en="did you mean `{suggestion}`? The steps are {known}",
        page_en="A name stands where the id of a step must stand.",
    ),
    "VV285": Entry(
        nb="`{service}` kan tidligst starte i `{earliest}` og senest i `{latest}`, som "
        "er før",
        en="`{service}` may start at `{earliest}` at the earliest and at `{latest}` at "
        "the latest, which is before it",
        hint_nb="bytt om dem, eller ta bort den ene",
        hint_en="exchange them, or remove one",
        page_en="The last step at which a service may start is before the first.",
    ),
    "VV286": Entry(
        nb="`{service}` er låst til steget `{step}`, men kan bare starte i {window}",
        en="`{service}` is pinned to step `{step}`, but may start only in {window}",
        hint_nb="endre låsen, eller `earliest` og `latest` for tjenesten",
        hint_en="change the pin, or the service's `earliest` and `latest`",
        page_en="A pin says another step than the service itself allows.",
    ),
    "VV287": Entry(
        nb="tjenester venter på hverandre i ring: {cycle}",
        en="services wait for each other in a ring: {cycle}",
        hint_nb="ta bort ett av leddene under `prerequisites`",
        hint_en="remove one of the links under `prerequisites`",
        page_en="Each service of the ring needs the next, so none could ever start.",
    ),
    "VV288": Entry(
        nb="`{where}` får ny verdi {date}, som ikke er etter {before}, verdien før",
        en="`{where}` has another value from {date}, which is not after {before}, the "
        "one before it",
        hint_nb="skriv verdiene under `later` i tidsrekkefølge",
        hint_en="write the values under `later` in order of time",
        page_en="What a figure becomes later is listed in order of time.",
    ),
    "VV289": Entry(
        nb="`{key}` sier ingenting i et scenario uten steg",
        en="`{key}` says nothing in a scenario without steps",
        hint_nb="legg til `steps`, eller ta bort `{key}`",
        hint_en="add `steps`, or remove `{key}`",
        page_en="The key is about time, and only a scenario with steps has that.",
    ),
    "VV290": Entry(
        nb="tildelingen `{name}` sier ikke når {services} starter",
        en="assignment `{name}` does not say when {services} start",
        hint_nb="legg dem til under `starts` med et steg",
        hint_en="add them under `starts` with a step",
        page_en="In a scenario with steps every hosted service starts at one of them. "
        "A service with a pin that names a step needs no start of its own.",
    ),
    "VV291": Entry(
        nb="`{service}` kan ikke starte i `{step}`: mulige steg er {known}",
        en="`{service}` cannot start at `{step}`: the steps possible are {known}",
        hint_nb="velg et steg som ikke har skjedd, eller lås tjenesten til det som har",
        hint_en="choose a step that has not happened, or pin the service to one that "
        "has",
        page_en="What has happened is told by pins; nothing else started then, and "
        "what did start then cannot start again.",
    ),
    "VV292": Entry(
        nb="`{service}` startet i `{step}` hos `{host}`, og det kan ikke gjøres om",
        en="`{service}` started at `{step}` with `{host}`, which cannot be undone",
        hint_nb="skriv `{host}` som vert",
        hint_en="write `{host}` as its host",
        page_en="A service that has started stays with the host of its pin.",
    ),
    "VV293": Entry(
        nb="`{key}` er satt, men ingen regel som må holdes, leser det",
        en="`{key}` is set, but no required rule reads it",
        hint_nb="ta med en regelfil med en slik regel, som i `rules/tiny-steps.yaml`",
        hint_en="name a rule file with such a rule, as in `rules/tiny-steps.yaml`",
        page_en="Limits, prerequisites and windows bind through rules. Without a rule "
        "that reads them they would silently not bind.",
    ),
    "VV294": Entry(
        nb="at `{service}` trenger en annen tjeneste, er 1, 0 eller ukjent; her er "
        "det {value}",
        en="that `{service}` needs another service is 1, 0 or unknown; here it is "
        "{value}",
        hint_nb="skriv 1 der den trengs",
        hint_en="write 1 where it is needed",
        page_en="A prerequisite is a matter of yes or no.",
    ),
    "VV295": Entry(
        nb="låsen av `{service}` sier verken vert eller steg",
        en="the pin of `{service}` says neither host nor step",
        hint_nb="skriv `host`, `step` eller begge",
        hint_en="write `host`, `step` or both",
        page_en="A pin says what is decided: who hosts, when it starts, or both.",
    ),
    "VV296": Entry(
        nb="`{where}` endres senere, men hvor de ansatte i `{service}` arbeider, blir "
        "bestemt én gang for hele planen",
        en="`{where}` changes later, but where the staff of `{service}` works is "
        "decided once for the whole plan",
        hint_nb="la tallet være likt hele veien, eller skriv `delivery: central`",
        hint_en="keep the figure as it is, or write `delivery: central`",
        page_en="Staff that is spread out works at the same places in the whole plan, "
        "so how much there is of it cannot change by date.",
    ),
}
PHRASES: dict[str, Phrase] = {}
