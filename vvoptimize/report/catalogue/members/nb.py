"""Bokmål."""

TEXTS = {
    # Headings
    "head.each_exit": "Hvis én går ut: hver for seg",
    "head.exit": "Hvis {who} går ut",
    "head.staff": "Ansatte som får en annen arbeidsgiver, i årsverk",
    "head.own_staff": "Den som har tjenesten alene igjen, i årsverk",
    "head.costs": "Kroner per år: det {who} har betalt",
    "head.remain": "De som blir igjen: årsverk på stedet, og kroner per år",
    "head.entry": "Hvis {who} kommer inn",
    "head.original": "De som var med: årsverk på stedet, og kroner per år",
    "head.heads": "Kroner per innbygger og år",
    # Columns
    "col.leaver": "Går ut",
    "col.lost": "Uten vert",
    "col.broken_then": "Brudd",
    "col.new_hosts": "Nye verter",
    "col.others_pay": "De andre betaler",
    "col.fte": "Årsverk",
    "col.place": "Arbeider i",
    "col.employer": "Arbeidsgiver",
    "col.employer_then": "Da",
    "col.place_then": "Sted",
    "col.back": "Får tilbake",
    "col.lacks": "Mangler",
    "col.paid": "Betalte",
    "col.falls_away": "Faller bort",
    "col.left_to_others": "Blir igjen",
    "col.alone": "Alene",
    "col.now.workplaces": "Årsverk",
    "col.now.workplaces_then": "Da",
    "col.now.workplaces_change": "Endring",
    "col.now.pays": "Betaler",
    "col.now.pays_then": "Da",
    "col.now.pays_change": "Endring",
    # The plan, and what is assumed
    "members.optimum": "Fordelingen som gjelder: den beste etter reglene (bevist).",
    "members.incumbent": (
        "Fordelingen som gjelder: den beste som ble funnet (ikke bevist best)."
    ),
    "members.host": "{service}: {host}",
    "members.hosts": "Verter: {hosts}.",
    "members.outright": (
        "Fordelingen sier selv hvem som betaler for noen av tjenestene; det som følger,"
        " er regnet etter kostnadsnøkkelen."
    ),
    "members.plan_broken.one": (
        "Fordelingen bryter {n} tilfelle av bindende regler allerede."
    ),
    "members.plan_broken.many": (
        "Fordelingen bryter {n} tilfeller av bindende regler allerede."
    ),
    "members.plan_unknown.one": (
        "{n} tilfelle av bindende regler kan ikke avgjøres for fordelingen som gjelder."
    ),
    "members.plan_unknown.many": (
        "{n} tilfeller av bindende regler kan ikke avgjøres for fordelingen som"
        " gjelder."
    ),
    "members.scaled": (
        "Antatt, for ingen har publisert det: den som går ut, tar med seg sin del"
        " av bemanning og kostnad, etter det den har i dag (--joint scaled). Alene"
        " har den tjenesten som i dag."
    ),
    "members.unchanged": (
        "Antatt, for ingen har publisert det: de felles tjenestene beholder all"
        " bemanning og kostnad (--joint unchanged). Den som går ut, har tjenesten"
        " alene som i dag."
    ),
    # All exits in one table
    "members.cell.not_needed": "trengs ikke",
    "members.cell.not_asked": "ikke søkt",
    "members.cell.found": "funnet",
    "members.cell.infeasible": "ingen mulig",
    "members.cell.stopped": "ikke funnet",
    "members.cell.same_hosts": "de samme",
    "members.table_note": (
        "Brudd: tilfeller av bindende regler som brytes om alt annet blir som det"
        " er, og en tjeneste uten vert er som i dag. Nye verter: så få som mulig"
        " bytter vert, bevist der ikke annet er sagt. De andre betaler: kroner per år"
        " mer enn nå, til sammen; der det ikke er noen ny fordeling, med tjenesten"
        " som i dag."
    ),
    "members.table_sum": (
        "Av {all} som kan gå ut, tåles {standing} uten endring og {replaced} med ny"
        " fordeling."
    ),
    # One exit
    "members.stands": (
        "Fordelingen står uten {who}: ingen tjeneste mister verten, og ingen"
        " bindende regel brytes."
    ),
    "members.stands_unknown": (
        "Fordelingen står uten {who} så langt det kan avgjøres: ingen tjeneste"
        " mister verten."
    ),
    "members.falls": "Fordelingen står ikke uten {who} ({why}).",
    "members.lost": "uten vert: {services}",
    "members.no_longer": "deles ikke lenger: {services}",
    "members.broken.one": (
        "{n} tilfelle av bindende regler brytes om resten blir som det er"
    ),
    "members.broken.many": (
        "{n} tilfeller av bindende regler brytes om resten blir som det er"
    ),
    "members.already": "Det var brutt før også.",
    "members.ended": "Deles ikke lenger, for færre enn to er igjen: {services}.",
    "members.hostless": (
        "Deles ikke lenger, for ingen av dem som er igjen, kan være vert: {services}."
    ),
    "members.unknown.one": "{n} tilfelle av bindende regler kan ikke avgjøres.",
    "members.unknown.many": "{n} tilfeller av bindende regler kan ikke avgjøres.",
    "members.found": "Beste nye verter: {hosts}.",
    "members.found_same": "Med de samme vertene finnes en fordeling som holder.",
    "members.fewest": (
        "Ingen fordeling som holder reglene, bytter færre verter (bevist)."
    ),
    "members.not_fewest": "Det er ikke bevist at ingen bytter færre verter.",
    "members.best": "Blant dem er den best etter målene (bevist).",
    "members.not_best": "Det er ikke bevist at den er best blant dem.",
    "members.conflict": (
        "Ingen fordeling for dem som er igjen, holder alle bindende regler"
        " (bevist). Dette kan ikke holdes sammen: {cases}."
    ),
    "members.conflict_case": "{clause} {rule} ({case})",
    "members.search.not_asked": "Det er ikke søkt etter en ny fordeling.",
    "members.search.stopped": "Søket stoppet før noen ny fordeling var funnet.",
    "members.no_staff": "Ingen ansatte får en annen arbeidsgiver.",
    "members.respread": (
        "Regnet fra der de arbeider nå; den nye fordelingen kan plassere dem"
        " annerledes, slik tabellen over dem som blir igjen, viser."
    ),
    "members.staff_unknown": "{service}: bemanningen er ikke kjent.",
    "members.nobody": "ikke avgjort",
    "members.elsewhere": "flytter",
    "members.same_place": "blir",
    "members.costs_note": (
        "Blir igjen: det {who} har betalt og som ikke faller bort; de som er igjen,"
        " deler det, på krona. Er det negativt, betaler de mindre. Alene: det {who}"
        " betaler for tjenesten alene."
    ),
    "members.until": (
        "Det gjelder til en vert er funnet: tjenesten er som i dag, hver for seg."
    ),
    "members.earliest": "Varsles det {given}, kan den gå ut {day}.",
    "members.no_earliest": (
        "Tidligste dato er ukjent: avtalt varsel er ikke kjent for {services}."
    ),
    # An entry
    "members.terms": "Etter punkt {clause} må disse slutte seg til det: {who}.",
    "members.no_terms": "Reglene sier ikke hvem som må slutte seg til det.",
    "members.joins": "{who} blir med i {services}; vertene er de samme.",
    "members.worked_out": (
        "Antatt: det filen ikke oppgir av bemanning og kostnad med den nye, vokser"
        " i forhold til det den nye har i dag ({services})."
    ),
    "members.entry_holds": "Alle bindende regler er oppfylt med den nye.",
    "members.entry_broken.one": "{n} tilfelle av bindende regler er brutt med den nye:",
    "members.entry_broken.many": (
        "{n} tilfeller av bindende regler er brutt med den nye:"
    ),
    "members.entry_unknown.one": (
        "{n} tilfelle av bindende regler kan ikke avgjøres med den nye."
    ),
    "members.entry_unknown.many": (
        "{n} tilfeller av bindende regler kan ikke avgjøres med den nye."
    ),
    "members.newcomer_gains": (
        "{who} betaler {today} i dag og {then} da: merverdien er {by}."
    ),
    "members.newcomer_loses": (
        "{who} betaler {today} i dag og {then} da: det er {by} mer."
    ),
    "members.newcomer_unknown": (
        "{who} betaler {today} i dag og {then} da: merverdien er ukjent."
    ),
    "members.newcomer_staff": "Arbeidsplassene i {who} endres med {change}.",
    "members.pay_more": "Betaler mer per innbygger enn før: {who}.",
    "members.payers_unknown": "Det kan ikke sies hva disse kommer til å betale: {who}.",
    "members.none_pays_more": "Ingen av dem betaler mer per innbygger enn før.",
    # Who takes part in a service
    "service.participants": "Deles av {who}.",
    "service.elsewhere": "{who} har den i et annet samarbeid: {where}.",
}
