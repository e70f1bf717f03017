"""L2xx: conditions that select nothing, or everything."""

from vvoptimize.authoring.lint.page import Page, Severity

PAGES: dict[str, Page] = {
    "L201": Page(
        Severity.WARNING,
        nb="vilkåret {condition} er aldri oppfylt, så det velger ingenting",
        en="the condition {condition} is never true, so it selects nothing",
        avoid="where: sites[m] > 0 and population[m] > small and small < 0",
        prefer="where: sites[m] > 0 and population[m] > small",
        why_nb=(
            "En regel som aldri gjelder noe, er grønn uansett. Det er den tause "
            "godkjenningen som regelverktøy er kjent for."
        ),
        why_en=(
            "A rule that never applies to anything is green whatever happens: the "
            "silent pass that rule tools are known for."
        ),
    ),
    "L202": Page(
        Severity.WARNING,
        nb="regelen {rule} gjelder ingenting i dette scenariet",
        en="the rule {rule} applies to nothing in this scenario",
        avoid="unit: person, value: 100000, range: [0, 1000000]",
        prefer="unit: person, value: 100, range: [0, 1000000]",
        why_nb=(
            "Formelen kan være riktig og dataene mangle: et flagg som ikke er satt, "
            "eller en grense som ingen når. Regelen sier da ingenting her. Finnes bare "
            "med --scenario."
        ),
        why_en=(
            "The formula may be right and the data missing: a flag that is not set, or "
            "a limit that nobody reaches. Then the rule says nothing here. Found with "
            "--scenario only."
        ),
    ),
    "L203": Page(
        Severity.WARNING,
        nb="{condition} er alltid {truth!}, uansett data",
        en="{condition} is always {truth!}, whatever the data",
        avoid="where: sites[m] >= 0 or population[m] > small or small >= 0",
        prefer="where: sites[m] > 0 and population[m] > small",
        why_nb=(
            "Et vilkår som er det samme for alle data, skiller ingenting: enten er det "
            "overflødig, eller så er det skrevet feil. Tabellene har ingen negative "
            "tall, og en parameter holder seg i spennet sitt."
        ),
        why_en=(
            "A condition that is the same for all data tells nothing apart: it is "
            "either superfluous or miswritten. Tables hold no negative numbers, and a "
            "parameter stays inside its range."
        ),
    ),
    "L204": Page(
        Severity.WARNING,
        nb="{call} velger blant bare én verdi",
        en="{call} chooses among one value only",
        avoid="expr: max(sum(workplaces_today[s, m] for s in services))",
        prefer="expr: sum(workplaces_today[s, m] for s in services)",
        why_nb=(
            "Det minste eller største av én verdi er verdien selv. Enten mangler det "
            "en verdi, eller så mangler det `for`."
        ),
        why_en=(
            "The smallest or largest of one value is the value itself. Either another "
            "value is missing, or the `for` is."
        ),
    ),
    "L205": Page(
        Severity.WARNING,
        nb="variabelen {variable} brukes ikke",
        en="the variable {variable} is not used",
        avoid="expr: count(joint[s] for s in services for a in municipalities)",
        prefer="expr: count(joint[s] for s in services)",
        why_nb=(
            "En `for` hvis variabel ikke brukes, gjentar det samme: summen blir så "
            "mange ganger for stor, og en regel sier det samme om igjen. `sum(1 for s "
            "in services)` teller og er unntatt."
        ),
        why_en=(
            "A `for` whose variable is not used repeats the same: a sum becomes so "
            "many times too large, and a rule says the same again. `sum(1 for s in "
            "services)` counts, and is excepted."
        ),
    ),
}
