"""Help texts in bokmål and English."""

from __future__ import annotations

from vvoptimize.classes import NamedTuple


class Texts(NamedTuple):
    """All that `--help` says, in one language."""

    language: str
    program: str
    exit_codes: str
    version: str
    solve: str
    check: str
    members: str
    validate: str
    rules: str
    rules_list: str
    rules_lint: str
    rules_test: str
    rules_trace: str
    rules_explain: str
    rules_prove: str
    init: str
    schema: str
    completion: str
    format: str
    check_format: str
    lang: str
    output: str
    quiet: str
    timings: str
    rule_files: str
    waiver_files: str
    today: str
    seconds: str
    work: str
    workers: str
    seed: str
    assignment: str
    base: str
    base_assignment: str
    optimal: str
    milestones: str
    watch: str
    keep: str
    save: str
    in_force: str
    without: str
    each: str
    with_: str
    joint: str
    no_solve: str
    over_scenario: str
    lint_page: str
    reading: str
    options: str
    commands: str
    usage: str
    help_option: str
    options_metavar: str
    command_metavar: str


def texts(language: str) -> Texts:
    """Give the help texts in a language."""
    return _NB if language == "nb" else _EN


_EN = Texts(
    language="en",
    program=(
        "Which municipality hosts which shared service: decided by declared rules, "
        "proved, and re-checked."
    ),
    exit_codes=(
        "Exit codes: 0 fine; 1 a binding rule is broken; 2 bad usage or input, or a "
        "binding rule that lacks a figure; 3 infeasible (proved); 4 stopped before "
        "proof; 70 a fault in this program. Start with: vvoptimize init DIR"
    ),
    version="Show the version and exit.",
    solve=(
        "Find the best assignment, and prove it. It keeps every required rule, is "
        "the best by the stated objectives in their order, and is judged again "
        "without the solver.\n\nSCENARIO is a YAML file, or - for standard input. "
        "Ctrl-C gives the best assignment found so far."
    ),
    check=(
        "Judge an assignment by every rule. No solver is used but with "
        "--optimal.\n\nPATH is a scenario, a folder with scenarios, or - for standard "
        "input. A case of a binding rule (one that is required) that is broken gives "
        "exit code 1; with --base only one that was not broken there, or by less. "
        "Wishes only warn. Of several files the worst counts, and 1 before 2: that a "
        "rule is broken is certain, whatever could not be read."
    ),
    members=(
        "Tell what follows when a municipality leaves or joins. For each municipality "
        "that may leave: whether the plan still stands, who takes back which staff, "
        "what it costs whom, and the best new hosts with the fewest changes, "
        "proved.\n\nSCENARIO is a YAML file, or - for standard input. A new plan is "
        "searched for only where the old does not stand. Notice is given on the day "
        "of --today."
    ),
    validate=(
        "Tell everything that is wrong with files. They are scenarios, each checked "
        "with the rules and waivers it names, rule files and files of "
        "waivers.\n\nFILES are YAML files, or - for standard input."
    ),
    rules=(
        "List, check, test and explain rules. With files alone they are listed: "
        "`rules FILES` is `rules list FILES`."
    ),
    rules_list=(
        "List the rules of files. It tells the clause, reading and authority of each, "
        "and how many cases a scenario has of it.\n\nFILES are rule files, read as "
        "one, or a scenario with the rules it names, or - for standard input."
    ),
    rules_lint=(
        "Tell what is allowed but odd in rules. Units that slip, conditions that are "
        "always true, rules without cases, names that nothing uses, texts in one "
        "language. Exit code 1 when there is a warning.\n\nFILES are rule files, "
        "read as one, or a scenario with the rules it names, or - for standard input."
    ),
    rules_test=(
        "Run the rules' own cases, in both readings. A failure shows the formula with "
        "the value under each part. Exit code 1 when a case fails.\n\nFILES are rule "
        "files, read as one, or a scenario with the rules it names, or - for standard "
        "input."
    ),
    rules_trace=(
        "Find each rule's quote in the agreement. It also tells which clauses have "
        "neither a rule nor a reason why not. Exit code 1 when a quote is not in the "
        "clause that the rule names.\n\nAGREEMENT is its text, FILES are rule files "
        "or a scenario with the rules it names, or - for standard input."
    ),
    rules_explain=(
        "Say a rule in words. The sentence is made from its formulas, with its "
        "numbers and who set them, and with its cases in a scenario.\n\nRULE is the "
        "id of a rule, an objective or a cost key. FILES are rule files, read as one, "
        "or a scenario with the rules it names, or - for standard input."
    ),
    rules_prove=(
        "Prove what rules can come to in a scenario. Which can never be broken, which "
        "can never hold, and which conflict whatever the assignment. Exit code 1 when "
        "a required rule can never hold or is in conflict, 4 when the search stopped "
        "before proof.\n\nSCENARIO is a YAML file, or - for standard input."
    ),
    init=(
        "Make a folder to start from. DIR gets the shipped rules and a commented "
        "scenario; nothing is overwritten."
    ),
    schema="Print the JSON Schema of a kind of file. Editors complete and check by it.",
    completion="Print the completion script for a shell.",
    format="Text for people, or JSON for programs.",
    check_format=(
        "One of text, json, markdown, junit, sarif, github (annotations of a "
        "workflow), gitlab (code quality) and tap. May be repeated; all but one need a "
        "file, as junit=FILE. Text when none is left for standard output."
    ),
    lang=(
        "Language of the output, of errors and of help; for output the scenario's own "
        "when left out."
    ),
    output=(
        "Write to this file instead of standard output; it appears whole or not at all."
    ),
    quiet="Print errors only; the exit code tells the rest.",
    timings="Include the run's timings in JSON: they differ from run to run.",
    rule_files=(
        "Rule file to use instead of those that the scenario names; may be repeated."
    ),
    waiver_files=(
        "File of waivers, besides those that the scenario names; may be repeated."
    ),
    today=(
        "The day on which waivers must be in force, as 2026-01-31; the clock's when "
        "left out."
    ),
    seconds="Stop after so many seconds, with the best assignment so far.",
    work=(
        "Stop after so much of the solver's deterministic work: at the same place on "
        "every machine."
    ),
    workers="Solver threads. A proved answer is the same for any number.",
    seed="Seed of the solver's choices. A proved answer is the same for any.",
    assignment=(
        "Name of an assignment in the scenario, or a file with one, or - for standard "
        "input. May be left out when the scenario has just one."
    ),
    base=(
        "Compare with a revision of the repository, or with another scenario file. "
        "Rules, their numbers and waivers are then those of the base, so that a "
        "proposal cannot loosen the rule it breaks."
    ),
    base_assignment=(
        "Assignment of the base to compare with; the one of the same name when left "
        "out."
    ),
    optimal=(
        "Load the solver too: how far from the proven optimum, and whether some "
        "assignment is better for everybody. The exit code stays the same."
    ),
    milestones=(
        "Write when each service starts to this file too: .csv (a table) or .ics (a "
        "calendar). For a scenario with steps; may be repeated."
    ),
    watch=(
        "Check again at every save, and show only what changed. Ctrl-C ends, with exit "
        "code 0."
    ),
    keep=(
        "A plan under way, by name or in a file: before every wish, as little of it as "
        "possible changes, and each change is told with its reason. What is pinned "
        "moves only where a waiver lets it."
    ),
    save=(
        "Write the assignment found to this YAML file too: `check -a FILE` judges it, "
        "and `solve --keep FILE` keeps to it."
    ),
    in_force=(
        "The plan that is left or joined: name of an assignment in the scenario, or a "
        "file with one; the proven optimum when left out."
    ),
    without="Id of a municipality that leaves; may be repeated: each leaves alone.",
    each="Let each municipality leave by itself; so too when none is named.",
    with_="File with a municipality that joins, as `vvoptimize schema member` says.",
    joint=(
        "What is assumed of services that remain shared when somebody leaves: its part "
        "of staff and cost goes with it (scaled), or all stays (unchanged)."
    ),
    no_solve="Search for nothing: only what follows of the plan that is named.",
    over_scenario=(
        "Scenario to read the rules over; FILES are then rule files, or its own when "
        "left out."
    ),
    lint_page="Show the page of a finding instead: avoid, prefer, why.",
    reading=(
        "Read the cases by the evaluation alone, which needs no solver, or by both."
    ),
    options="Options",
    commands="Commands",
    usage="Usage: ",
    help_option="Show this help and exit.",
    options_metavar="[OPTIONS]",
    command_metavar="COMMAND [ARGUMENTS]...",
)
_NB = Texts(
    language="nb",
    program=(
        "Hvilken kommune er vert for hvilken felles tjeneste: avgjort av oppgitte "
        "regler, bevist og kontrollert på nytt."
    ),
    exit_codes=(
        "Avslutningskoder: 0 alt i orden; 1 en bindende regel er brutt; 2 feil bruk "
        "eller feil i en fil, eller en bindende regel som mangler et tall; 3 umulig "
        "(bevist); 4 stoppet før bevis; 70 feil i programmet. Begynn med: vvoptimize "
        "init DIR"
    ),
    version="Vis versjonen.",
    solve=(
        "Finn den beste fordelingen, og bevis det. Den oppfyller alle bindende "
        "regler, er den beste etter de oppgitte målene i rekkefølge, og "
        "kontrolleres på nytt uten løseren.\n\nSCENARIO er en YAML-fil, eller - for "
        "standard inn. Ctrl-C gir den beste fordelingen som er funnet så langt."
    ),
    check=(
        "Prøv en fordeling mot alle reglene. Ingen løser brukes uten "
        "--optimal.\n\nPATH er et "
        "scenario, en mappe med scenarier, eller - for standard inn. Er et tilfelle av "
        "en bindende regel (en som er et krav) brutt, er avslutningskoden 1; med "
        "--base bare når det ikke var brutt der, eller mindre. Ønsker gir bare "
        "advarsler. Av flere filer teller den verste, og 1 går foran 2: at en regel er "
        "brutt, er sikkert, uansett hva som ikke lot seg lese."
    ),
    members=(
        "Si hva som følger når en kommune går ut eller kommer inn. For hver som kan gå "
        "ut: om fordelingen fortsatt står, hvem som får tilbake hvilke ansatte, hva "
        "det koster hvem, og de beste nye vertene med færrest endringer, "
        "bevist.\n\nSCENARIO er en YAML-fil, eller - for standard inn. En ny fordeling "
        "søkes bare der den gamle ikke står. Varslet gis den dagen --today sier."
    ),
    validate=(
        "Si alt som er galt med filer. De er scenarier, hvert kontrollert med reglene "
        "og dispensasjonene det nevner, regelfiler og filer med "
        "dispensasjoner.\n\nFILES er YAML-filer, eller - for standard inn."
    ),
    rules=(
        "List opp, kontroller, prøv og forklar regler. Med bare filer listes de opp: "
        "`rules FILES` er `rules list FILES`."
    ),
    rules_list=(
        "List opp reglene i filer. Det sier punkt, tolkning og hvem som sier det for "
        "hver regel, og hvor mange tilfeller et scenario har av den.\n\nFILES er "
        "regelfiler, lest som én, eller et scenario med reglene det nevner, eller - "
        "for standard inn."
    ),
    rules_lint=(
        "Si hva som er lov, men rart i regler. Enheter som glir, vilkår som alltid er "
        "oppfylt, regler uten tilfeller, navn som ingenting bruker, tekster på ett "
        "språk. Avslutningskode 1 når det er en advarsel.\n\nFILES er regelfiler, "
        "lest som én, eller et scenario med reglene det nevner, eller - for standard "
        "inn."
    ),
    rules_test=(
        "Kjør reglenes egne tilfeller, i begge lesninger. En feil viser formelen med "
        "verdien under hver del. Avslutningskode 1 når et tilfelle svikter.\n\nFILES "
        "er regelfiler, lest som én, eller et scenario med reglene det nevner, eller - "
        "for standard inn."
    ),
    rules_trace=(
        "Finn sitatet til hver regel i avtalen. Det sier også hvilke punkter som "
        "verken har en regel eller en grunn til at de ikke har det. Avslutningskode 1 "
        "når et sitat ikke står i punktet som regelen nevner.\n\nAGREEMENT er teksten, "
        "FILES er regelfiler eller et scenario med reglene det nevner, eller - for "
        "standard inn."
    ),
    rules_explain=(
        "Si en regel med ord. Setningen lages av formlene, med tallene og hvem som "
        "har satt dem, og med tilfellene i et scenario.\n\nRULE er id-en til en "
        "regel, et mål eller en kostnadsnøkkel. FILES er regelfiler, lest som én, "
        "eller et scenario med reglene det nevner, eller - for standard inn."
    ),
    rules_prove=(
        "Bevis hva regler kan komme til i et scenario. Hvilke som aldri kan brytes, "
        "hvilke som aldri kan oppfylles, og hvilke som er i konflikt uansett "
        "fordeling. Avslutningskode 1 når en bindende regel aldri kan oppfylles eller "
        "er i konflikt, 4 når søket stoppet før bevis.\n\nSCENARIO er en YAML-fil, "
        "eller - for standard inn."
    ),
    init=(
        "Lag en mappe å begynne med. DIR får de medfølgende reglene og et kommentert "
        "scenario; ingenting skrives over."
    ),
    schema=(
        "Skriv ut JSON Schema for en type fil. Redigeringsprogrammer fullfører og "
        "kontrollerer etter det."
    ),
    completion="Skriv ut fullføringsskriptet for et skall.",
    format="Tekst for mennesker, eller JSON for programmer.",
    check_format=(
        "Ett av text, json, markdown, junit, sarif, github (merknader i en "
        "arbeidsflyt), gitlab (kodekvalitet) og tap. Kan gjentas; alle unntatt ett "
        "trenger en fil, som junit=FIL. Tekst når det ikke er noe annet til standard "
        "ut."
    ),
    lang=(
        "Språket i det som skrives ut, i feil og i hjelp; for det som skrives ut, "
        "scenariets eget når det er utelatt."
    ),
    output=(
        "Skriv til denne fila i stedet for standard ut; den kommer hel eller ikke i "
        "det hele tatt."
    ),
    quiet="Skriv bare feil; avslutningskoden sier resten.",
    timings="Ta med tidsbruk i JSON: den er ulik fra gang til gang.",
    rule_files=(
        "Regelfil som skal brukes i stedet for dem scenariet nevner; kan gjentas."
    ),
    waiver_files=(
        "Fil med dispensasjoner, i tillegg til dem scenariet nevner; kan gjentas."
    ),
    today=(
        "Dagen dispensasjonene må gjelde, som 2026-01-31; klokkas dag når den er "
        "utelatt."
    ),
    seconds="Stopp etter så mange sekunder, med den beste fordelingen så langt.",
    work=(
        "Stopp etter så mye av løserens deterministiske arbeid: på samme sted på alle "
        "maskiner."
    ),
    workers="Tråder i løseren. Et bevist svar er det samme for alle antall.",
    seed="Startverdi for løserens valg. Et bevist svar er det samme for alle.",
    assignment=(
        "Navn på en fordeling i scenariet, eller en fil med en, eller - for standard "
        "inn. Kan utelates når scenariet bare har en."
    ),
    base=(
        "Sammenlign med en revisjon i repositoriet, eller med en annen scenariofil. "
        "Reglene, tallene deres og dispensasjonene er da de som gjelder der, så et "
        "forslag ikke kan løsne på regelen det bryter."
    ),
    base_assignment=(
        "Fordelingen det skal sammenlignes med der; den med samme navn når det ikke er "
        "oppgitt."
    ),
    optimal=(
        "Bruk løseren også: hvor langt det er til det beviste beste, og om en annen "
        "fordeling er bedre for alle. Avslutningskoden er den samme."
    ),
    milestones=(
        "Skriv også når hver tjeneste starter, til denne fila: .csv (en tabell) eller "
        ".ics (en kalender). For scenarier med steg; kan gjentas."
    ),
    watch=(
        "Kontroller på nytt hver gang noe lagres, og vis bare det som er annerledes. "
        "Ctrl-C avslutter, med kode 0."
    ),
    keep=(
        "En plan som er i gang, ved navn eller i en fil: før alle ønsker endres så "
        "lite av den som mulig, og hver endring får sin grunn. Det som er låst, "
        "flyttes bare der en dispensasjon tillater det."
    ),
    save=(
        "Skriv også fordelingen som blir funnet, til denne YAML-fila: `check -a FIL` "
        "kontrollerer den, og `solve --keep FIL` holder på den."
    ),
    in_force=(
        "Fordelingen som noen går ut av eller kommer inn i: navn på en fordeling i "
        "scenariet, eller en fil med en; den beste (bevist) når det er utelatt."
    ),
    without="Id-en til en kommune som går ut; kan gjentas: hver går ut alene.",
    each="La hver kommune gå ut for seg; slik er det også når ingen er nevnt.",
    with_="Fil med en kommune som kommer inn, slik `vvoptimize schema member` sier.",
    joint=(
        "Hva som antas om tjenester som fortsatt deles når noen går ut: dens del av "
        "bemanning og kostnad følger med (scaled), eller alt blir (unchanged)."
    ),
    no_solve="Søk ikke: bare det som følger av fordelingen som er nevnt.",
    over_scenario=(
        "Scenario som reglene leses over; FILES er da regelfiler, eller dets egne når "
        "de er utelatt."
    ),
    lint_page="Vis siden om et funn i stedet: unngå, bruk heller, hvorfor.",
    reading=(
        "Les tilfellene bare med beregningen, som ikke trenger løseren, eller med "
        "begge."
    ),
    options="Valg",
    commands="Kommandoer",
    usage="Bruk: ",
    help_option="Vis denne hjelpen.",
    options_metavar="[VALG]",
    command_metavar="KOMMANDO [ARGUMENTER]...",
)
