"""VV4xx: judging and solving. VV9xx: faults in this program."""

from vvoptimize.errors.catalogue.entry import Entry, Phrase

ENTRIES: dict[str, Entry] = {
    "VV401": Entry(
        nb="`{name}` er ikke en mulig fordeling i dette scenariet",
        en="`{name}` is not a possible assignment in this scenario",
        hint_nb="sjekk at verter, oppgaver, form og årsverk passer med tjenestene",
        hint_en="check that hosts, tasks, forms and FTE fit the services",
        page_en="An assignment contradicts what is true of every assignment, such as "
        "one host "
        "for each joint service. Mend the assignment.",
    ),
    "VV402": Entry(
        nb="ingen fordeling holder alle bindende regler (bevist); reglene i konflikt "
        "er {rules}",
        en="no assignment keeps every required rule (proved); the rules in conflict "
        "are {rules}",
        page_en="The required rules contradict each other for this scenario. The "
        "report tells "
        "a minimal conflict, case by case, and what each of its rules would need.",
    ),
    "VV403": Entry(
        nb="søket stoppet før noen fordeling var funnet ({stop!})",
        en="the search stopped before any assignment was found ({stop!})",
        hint_nb="sett --seconds eller --work høyere, eller la grensen være",
        hint_en="raise --seconds or --work, or leave the limit out",
        page_en="A limit on time or work was reached, or the run was interrupted, "
        "before any "
        "assignment was found. Nothing is known of whether there is one.",
    ),
    "VV404": Entry(
        nb="scenariet nevner ingen regelfiler",
        en="the scenario names no rule files",
        hint_nb="legg til `rules: [STI]`, med sti i forhold til scenariofila",
        hint_en="add `rules: [PATH]`, relative to the scenario file",
        page_en="Without rules there is nothing to judge by, so a check would pass by "
        "silence. "
        "Name a rules file in the scenario or with --rules.",
    ),
    "VV405": Entry(
        nb="ingen regel gjelder noe tilfelle i dette scenariet",
        en="no rule applies to any case of this scenario",
        hint_nb="se `vvoptimize rules` for hva hver regel gjelder",
        hint_en="see `vvoptimize rules` for what each rule applies to",
        page_en="A check that applied no rule is not a pass. Look at `where` and at "
        "the sets "
        "that the rules range over.",
    ),
    "VV406": Entry(
        nb="fila har ingen regler",
        en="the file has no rules",
        hint_nb="legg til regler under `rules`",
        hint_en="add rules under `rules`",
        page_en="A rules file without rules can judge nothing. Add a rule.",
    ),
    "VV407": Entry(
        nb="regelfila `{path}` er nevnt to ganger",
        en="the rules file `{path}` is named twice",
        hint_nb="nevn hver fil én gang",
        hint_en="name each file once",
        page_en="Every rule in it would be there twice. Name the file once.",
    ),
    "VV900": Entry(
        nb="uventet feil; dette er en feil i vvoptimize",
        en="unexpected fault; this is a bug in vvoptimize",
        hint_nb="meld fra med det som står over, og filene som ble brukt",
        hint_en="please report it with what stands above and the files you used",
        page_en="The program met something it was not made for. Please report it.",
    ),
    "VV901": Entry(
        nb="de to lesningene er uenige om `{stage}`: modellen ga {model}, evalueringen "
        "gir "
        "{evaluation}; dette er en feil i vvoptimize",
        en="the two readings differ on `{stage}`: the model gave {model}, the "
        "evaluation gives "
        "{evaluation}; this is a bug in vvoptimize",
        page_en="The solver's answer was judged again and came out otherwise. Nothing "
        "of it can "
        "be used. Please report the reproducer file that is written beside.",
    ),
    "VV902": Entry(
        nb="løseren godtok ikke modellen ({detail}); dette er en feil i vvoptimize",
        en="the solver did not accept the model ({detail}); this is a bug in "
        "vvoptimize",
        page_en="The constraint model is malformed. Please report it with the "
        "scenario.",
    ),
}
PHRASES: dict[str, Phrase] = {
    "time": Phrase(nb="tidsgrense", en="time limit"),
    "work": Phrase(nb="grense for arbeid", en="limit on work"),
    "interrupted": Phrase(nb="avbrutt", en="interrupted"),
    "proved": Phrase(nb="bevist", en="proved"),
}
