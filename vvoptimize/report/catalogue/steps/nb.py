"""Bokmål."""

TEXTS = {
    # When a case is
    "step.in": "i {month}",
    "step.on": "den {date}",
    "step.at": "i steget {step}",
    "step.named": "{when} ({name})",
    "step.case": "{case} {when}",
    # What starts when
    "head.plan": "Planen steg for steg",
    "col.step": "Steg",
    "col.date": "Dato",
    "col.starts": "Starter",
    "plan.in_the_end": "Dette og de to tabellene under er slik det ender, {when}.",
    "plan.nothing": "ingenting",
    "plan.taken": "Er gjennomført.",
    "plan.limits": "Brukt av rammene: {limits}.",
    "plan.limit.services": "tjenester {used} av {limit}",
    "plan.limit.staff": "årsverk som bytter arbeidsgiver {used} av {limit}",
    "plan.limit.effort": "uker prosjektarbeid {used} av {limit}",
    "plan.hosts_not_recorded": "Ikke ført i scenariet: hvem som er vert for "
    "{services}. Det som står om det her, er slik planen har det, og ikke et faktum.",
    "plan.staff_not_recorded": "Ikke ført i scenariet: hvor de ansatte arbeider i "
    "{services}. Arbeidsplassene er slik planen har dem, også bakover i tid, og ikke "
    "fakta.",
    "plan.at_no_step": "Starter ikke i noe steg: {services}.",
    "plan.mean.one": "Et gjennomsnitt over planen teller {n} dag, fra {start} til"
    " {horizon}.",
    "plan.mean.many": "Et gjennomsnitt over planen teller {n} dager, fra {start} til"
    " {horizon}.",
    # The timeline
    "head.timeline": "Tidslinje",
    "plan.today": "i dag",
    "plan.starts": "starter",
    "plan.shared": "felles",
    "plan.legend": "«{today}» er som i dag, «{starts}» er felles fra dette steget, og"
    " «{shared}» er felles siden et tidligere steg.",
    # Each municipality
    "head.each_step": "Hver kommune i hvert steg: årsverk der og ansatt, kroner i året",
    "col.host_roles": "Vert for",
    "col.there": "Årsverk",
    "col.employs": "Ansatt",
    "col.pays_then": "Betaler",
    # What has happened
    "head.history": "Gitt og fått i stegene som er gjennomført, i årsverk; kroner i"
    " året",
    "col.places_given": "Plasser gitt",
    "col.places_got": "Plasser fått",
    "col.staff_given": "Ansatte gitt",
    "col.staff_got": "Ansatte fått",
    # Objectives over time
    "over.worst_step": "Hver teller med sitt verste steg.",
    "over.mean": "Gjennomsnittet over planen, etter dager.",
    "over.end": "Når planen er gjennomført.",
    "over.each_step": "Lagt sammen over stegene som kommer.",
    "verdict.worst_step": "lavest i {objective} i det verste steget: {parties}"
    " ({value})",
    # Milestones as files
    "milestones.none": "Ingen felles tjeneste starter",
    "milestones.start.one": "Felles tjeneste starter: {services}",
    "milestones.start.many": "{n} felles tjenester starter: {services}",
    "milestones.host": "{service}: {host} er vert.",
    "milestones.broken": "Planen bryter bindende regler: se rapporten.",
    "milestones.planned": "Planlagt.",
    # Other plans
    "other.starts": "Andre starttidspunkt: {moved}.",
    "other.start_one": "{service}: {theirs}, ikke {ours}",
    "plan.never": "ikke i noe steg",
}
