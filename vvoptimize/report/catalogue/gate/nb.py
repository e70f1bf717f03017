"""Bokmål."""

TEXTS = {
    # Ett tilfelle
    "gate.holds": "Oppfylt: {case}.",
    "gate.holds_by": "Oppfylt: {case}, {slack} å gå på.",
    "gate.holds_exactly": "Oppfylt: {case}, akkurat på grensen.",
    "gate.unknown": "Ukjent: {case}. Mangler: {figures}.",
    "gate.waived": "Dispensasjon: {case}.",
    "gate.waived_by": "Dispensasjon: {case}, mangler {shortfall}.",
    "gate.excepted": "Unntatt: {case}. {clause}: {reading}",
    "gate.gone": "Borte: {case}. Bare grunnlaget har det.",
    "gate.withheld": "Tallene holdes tilbake, for de kan røpe enkeltpersoner.",
    "verdict.word.gone": "borte",
    # Mot et grunnlag
    "gate.change.new": "Nytt: grunnlaget har det ikke.",
    "gate.change.worse": "Verre enn i grunnlaget.",
    "gate.change.worse_by": "Verre enn i grunnlaget, med {by}.",
    "gate.change.same": "Som i grunnlaget.",
    "gate.change.better": "Bedre enn i grunnlaget.",
    "gate.change.better_by": "Bedre enn i grunnlaget, med {by}.",
    "gate.change.fixed": "Brutt i grunnlaget, og ikke lenger.",
    "gate.change.gone": "Bare i grunnlaget.",
    "gate.change.undecided": "Om det er verre enn i grunnlaget, kan ikke avgjøres.",
    "gate.excused": "Det stopper ingenting, for grunnlaget er ikke bedre.",
    # En regel
    "gate.rule": "{clause}, {name}",
    "gate.help.quote": "Avtalen eller loven sier: {quote}.",
    "gate.help.reading": "Lest slik: {reading}.",
    "gate.help.binding": "{kind} etter {authority}. Et brudd stopper et forslag.",
    "gate.help.free": (
        "{kind} etter {authority}. At den ikke oppfylles, stopper ingenting."
    ),
    # En kjøring
    "gate.title": "vvoptimize check",
    "gate.rules.one": "{n} regel",
    "gate.rules.many": "{n} regler",
    "gate.cases.one": "{n} tilfelle",
    "gate.cases.many": "{n} tilfeller",
    "gate.counts": "{rules}, {cases}: {counts}.",
    "gate.count": "{n} {word}",
    "gate.none": "Ingenting er brutt eller ukjent, eller har dispensasjon.",
    "gate.exit.0": (
        "Ingenting stopper det: ingen bindende regel er brutt eller mangler tall."
    ),
    "gate.exit.1": "Stoppet: en bindende regel er brutt (avslutningskode 1).",
    "gate.exit.2": "Ikke avgjort: noe kunne ikke bedømmes (avslutningskode 2).",
    "gate.exit.other": "Avsluttet med avslutningskode {code}.",
    "gate.more.one": "Og {n} til: oppsummeringen har alle.",
    "gate.more.many": "Og {n} til: oppsummeringen har alle.",
    "gate.cut.one": "{n} linje til er utelatt: oppsummeringen kan ikke bli lengre.",
    "gate.cut.many": "{n} linjer til er utelatt: oppsummeringen kan ikke bli lengre.",
    "gate.head.findings": "Tilfelle for tilfelle, det verste først",
    "gate.col.said": "Hva som er funnet",
    "gate.col.place": "Hvor",
}
