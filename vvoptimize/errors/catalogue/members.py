"""VV460 to VV468: who leaves, who joins, and who takes part."""

from vvoptimize.errors.catalogue.entry import Entry, Phrase

ENTRIES: dict[str, Entry] = {
    "VV460": Entry(
        nb="uten søk (`--no-solve`) må du si hvilken fordeling som gjelder",
        en="without a search (`--no-solve`) you must say which plan is in force",
        hint_nb="skriv `--assignment` med et navn eller en fil",
        hint_en="write `--assignment` with a name or a file",
        page_en="The plan in force is searched for unless it is named. Name it.",
    ),
    "VV461": Entry(
        nb="{given} kan ikke brukes sammen",
        en="{given} cannot be used together",
        hint_nb="velg en av dem: hvem som går ut, eller hvem som kommer inn",
        hint_en="choose one of them: who leaves, or who joins",
        page_en="A run tells of exits or of one entry. Run it once for each.",
    ),
    "VV462": Entry(
        nb="`{id}` er ingen kommune i scenariet; det har {known}",
        en="`{id}` is no municipality of the scenario, which has {known}",
        hint_nb="mente du `{suggestion}`?",
        hint_en="did you mean `{suggestion}`?",
        page_en="Only who is in can leave. Use the id from the scenario.",
    ),
    "VV463": Entry(
        nb="`{id}` er med i scenariet allerede",
        en="`{id}` is in the scenario already",
        hint_nb="gi kommunen som kommer inn, en egen id",
        hint_en="give the municipality that joins an id of its own",
        page_en="A newcomer has an id that no municipality of the scenario has.",
    ),
    "VV464": Entry(
        nb="`{id}` under `{where}` finnes allerede",
        en="there is a `{id}` under `{where}` already",
        hint_nb="bruk det som finnes, eller en annen id",
        hint_en="use the one that there is, or another id",
        page_en="A newcomer's file may use the scenario's places and sources, and need "
        "not repeat them.",
    ),
    "VV465": Entry(
        nb="`{key}` under `membership` er sagt to ganger; først i {first}",
        en="`{key}` under `membership` is said twice; first at {first}",
        hint_nb="behold en av dem",
        hint_en="keep one of them",
        page_en="How somebody joins or leaves stands in one rules file. Remove the "
        "other.",
    ),
    "VV466": Entry(
        nb="`{name}` er ingen inndata i reglene; de har {known}",
        en="`{name}` is no input of the rules; they have {known}",
        hint_nb="mente du `{suggestion}`?",
        hint_en="did you mean `{suggestion}`?",
        page_en="`notice` names an input that a rules file declares.",
    ),
    "VV467": Entry(
        nb="`{name}` kan ikke være varsel: det må være år for hver tjeneste",
        en="`{name}` cannot be the notice: that is in years for each service",
        hint_nb="oppgi inndata med `index: [services]` og `unit: year`",
        hint_en="name an input with `index: [services]` and `unit: year`",
        page_en="The agreed notice is told in years, by service.",
    ),
    "VV468": Entry(
        nb="`{id}` deltar i `{service}` og kan ikke ha den i et annet samarbeid",
        en="`{id}` takes part in `{service}`, and cannot have it elsewhere too",
        hint_nb="fjern den fra `elsewhere` eller fra `participants`",
        hint_en="remove it from `elsewhere` or from `participants`",
        page_en="A municipality shares a service here or elsewhere. Name who takes "
        "part under `participants`.",
    ),
}

PHRASES: dict[str, Phrase] = {}
