"""Bokmål, om et endringsforslag."""

TEXTS = {
    # Files of a run
    "proposal.not_checked": "Ikke kontrollert: {path}",
    "proposal.problem": "{code}: {message}",
    "proposal.problem_at": "{place}: {code}: {message}",
    "proposal.hint": "Tips: {hint}.",
    "proposal.head.files": "Alle filene",
    "proposal.col.file": "Fil",
    "proposal.col.outcome": "Utfall",
    "proposal.outcome.0": "i orden",
    "proposal.outcome.1": "brutt",
    "proposal.outcome.2": "uavgjort",
    "proposal.outcome.problem": "ikke kontrollert",
    # What it is held against
    "proposal.base": "Holdt opp mot grunnlaget {base}: {name}. Regler, tallene deres og"
    " dispensasjoner er de som gjelder i grunnlaget.",
    "proposal.revision": "{name} ({commit})",
    "proposal.worse.one": "Stoppet: {n} tilfelle av bindende regler er brutt, og i"
    " grunnlaget var det ikke det, eller mindre ({rules})",
    "proposal.worse.many": "Stoppet: {n} tilfeller av bindende regler er brutt, og i"
    " grunnlaget var de ikke det, eller mindre ({rules})",
    "proposal.no_worse": "Ingen bindende regel er brutt som ikke var brutt i"
    " grunnlaget, like mye eller mer",
    "proposal.excused.one": "{n} tilfelle er brutt begge steder, og ikke verre enn der",
    "proposal.excused.many": "{n} tilfeller er brutt begge steder, og ikke verre enn"
    " der",
    # Cases
    "proposal.head.cases": "Tilfellene av reglene, mot grunnlaget",
    "proposal.col.rules": "Regler",
    "proposal.binding": "Bindende",
    "proposal.others": "Andre",
    "proposal.the_base": "grunnlaget",
    "proposal.change.new": "nytt",
    "proposal.change.worse": "verre",
    "proposal.change.same": "likt",
    "proposal.change.better": "bedre",
    "proposal.change.fixed": "rettet",
    "proposal.change.gone": "borte",
    "proposal.change.undecided": "uavgjort",
    "proposal.case": "{change}: {clause} {rule}, {case}: {now}, mot {was} i"
    " {base}{by}.",
    "proposal.stops": "Stopper, {told}",
    "proposal.excused": "Brutt der også, {told}",
    "proposal.by": "({by})",
    "proposal.state.holds": "oppfylt",
    "proposal.state.holds_by": "oppfylt med {amount} å gå på",
    "proposal.state.holds_at": "oppfylt akkurat",
    "proposal.state.broken": "brutt",
    "proposal.state.broken_by": "mangler {amount}",
    "proposal.state.waived": "dispensert",
    "proposal.state.waived_by": "dispensert, mangler {amount}",
    "proposal.state.unknown": "ukjent",
    "proposal.state.excepted": "unntatt",
    "proposal.state.none": "ikke noe slikt tilfelle",
    "proposal.more.one": "Og {n} til som er annerledes.",
    "proposal.more.many": "Og {n} til som er annerledes.",
    "proposal.no_change": "Ingen tilfeller er annerledes.",
    # What is changed
    "proposal.head.facts": "Hva forslaget endrer i regionen",
    "proposal.moved": "Andre verter: {moved}.",
    "proposal.starts": "Andre starter: {starts}.",
    "proposal.not_told": "ikke sagt",
    "proposal.moved_one": "{service}: {now}, ikke {was}",
    "proposal.figure": "{figure}: {now}, ikke {was}.",
    "proposal.figure_withheld": "{figure}: et annet tall, som er holdt tilbake.",
    "proposal.figures_more.one": "Og {n} tall til.",
    "proposal.figures_more.many": "Og {n} tall til.",
    "proposal.added": "Nytt: {things}.",
    "proposal.removed": "Borte: {things}.",
    "proposal.things.municipalities": "kommunen {name}",
    "proposal.things.services": "tjenesten {name}",
    "proposal.things.roads": "vegen {name}",
    "proposal.things.steps": "steget {name}",
    "proposal.things.pins": "bestemt på forhånd {name}",
    "proposal.no_facts": "Ingenting: de samme vertene og tallene.",
    "proposal.head.texts": "Regler, tall og dispensasjoner som det endrer",
    "proposal.texts_do_not_count": "De teller ikke her: forslaget dømmes etter dem i"
    " grunnlaget.",
    "proposal.text.new": "Ny {what} {id}: {now}",
    "proposal.text.gone": "Borte, {what} {id}: {was}",
    "proposal.text.part": "{what} {id}, `{part}`: {now}, ikke {was}",
    "proposal.what.rule": "regel",
    "proposal.what.objective": "målsetting",
    "proposal.what.parameter": "tallfesting",
    "proposal.what.measure": "måling",
    "proposal.what.input": "opplysning",
    "proposal.what.cost_key": "kostnadsnøkkel",
    "proposal.what.set": "mengde",
    "proposal.what.waiver": "dispensasjon",
    "proposal.let_through.one": "Etter sine egne regler ville {n} tilfelle ha sluppet"
    " igjennom:",
    "proposal.let_through.many": "Etter sine egne regler ville {n} tilfeller ha sluppet"
    " igjennom:",
    "proposal.judged_otherwise.one": "Ellers dømmer de {n} tilfelle annerledes:",
    "proposal.judged_otherwise.many": "Ellers dømmer de {n} tilfeller annerledes:",
    "proposal.own": "{clause} {rule}, {case}: {own} etter sine egne, {base_verdict}"
    " etter dem i grunnlaget.",
    "proposal.let_through_note": "Slipper igjennom etter egne regler: {told}",
    "proposal.own_unbound": "ikke lenger et krav",
    "proposal.own_same": "Etter sine egne regler dømmes alle tilfeller likt.",
    "proposal.idle": "Dispensasjon i grunnlaget som ikke teller: {rule} ({case}),"
    " gjelder"
    " fra {date} til {expires}.",
    # Who gains
    "proposal.head.gains": "Hvem vinner og hvem taper, mot grunnlaget",
    "proposal.col.workplaces": "Årsverk",
    "proposal.col.workplaces_more": "Flere",
    "proposal.col.pays": "Betaler",
    "proposal.col.pays_more": "Mer å betale",
    "proposal.joined": "{name} (ny)",
    "proposal.left": "{name} (borte)",
    "proposal.gains_note": "Årsverk etter arbeidssted, og kroner per år; flere eller"
    " mer, færre eller mindre enn i grunnlaget.",
    "proposal.head.objectives": "Målene, mot grunnlaget",
    "proposal.order.better": "{objective}: bedre.",
    "proposal.order.worse": "{objective}: verre.",
    "proposal.order.same": "{objective}: like bra.",
    "proposal.order.undecided": "{objective}: uavgjort, fordi tall mangler.",
    "proposal.order_leximin.better": "{objective}: bedre etter leximin.",
    "proposal.order_leximin.worse": "{objective}: verre etter leximin.",
    "proposal.order_leximin.same": "{objective}: likt etter leximin.",
    "proposal.order_leximin.undecided": "{objective}: uavgjort, fordi tall mangler.",
    "proposal.against": "{now} mot {was}{by}.",
    "proposal.against_rank": "Plass {rank} fra den som er dårligst ut: {now} mot"
    " {was}{by}.",
    "proposal.difference": "(forskjell {by})",
    "proposal.only_both": "Sammenlignet for dem som er med begge steder; ikke for"
    " {parties}.",
    # The optimum
    "proposal.head.optimum": "Ved siden av det beste som finnes",
    "proposal.search.proved": "Det beste etter disse reglene og tallene er bevist.",
    "proposal.search.found": "Det beste som er funnet, er ikke bevist best: {why}.",
    "proposal.search.infeasible": "Det er bevist at ingen fordeling oppfyller alle"
    " bindende regler.",
    "proposal.search.stopped": "Ingen fordeling som oppfyller alle bindende regler, ble"
    " funnet før søket ble stoppet.",
    "proposal.stop.time": "tidsgrensa kom først",
    "proposal.stop.work": "arbeidsgrensa kom først",
    "proposal.stop.interrupted": "det ble avbrutt",
    "proposal.stop.proved": "tall mangler",
    "proposal.is_best": "Forslaget er like bra i hvert trinn.",
    "proposal.apart": "Forslaget skiller seg først ut i {stage}: {theirs} mot {ours} i"
    " det beste{by}. Det avgjør, slik rekkefølgen av målene er.",
    "proposal.apart_open": "Om forslaget er like bra i {stage}, kan ikke sies, fordi"
    " tall mangler.",
    "proposal.apart_too": "Dessuten i {stage}: {theirs} mot {ours}{by}.",
    "proposal.best_moved": "Andre verter i det beste: {moved}.",
    "proposal.head.better": "Bedre for alle",
    "proposal.better.yes": "Det finnes en fordeling som oppfyller de bindende reglene,"
    " og der ingen får mindre og noen får mer, etter de målene som sammenligner parter."
    " Andre verter der: {moved}.",
    "proposal.better.no": "Det er bevist at det ikke finnes noen: alt som oppfyller de"
    " bindende reglene og gir noen mer, tar fra noen, etter de målene som sammenligner"
    " parter.",
    "proposal.better.stopped": "Ikke avklart: søket ble stoppet før noen var funnet,"
    " eller det var bevist at ingen finnes.",
    "proposal.better.unknown": "Kan ikke sies, fordi tall mangler: {figures}.",
    "proposal.better.nobody": "Ingen mål sammenligner parter.",
    "proposal.better.party": "{objective}, {who}: {better} mot {proposal} ({by}).",
    # Watching
    "proposal.watch.start": "Holder øye med {files}. Ctrl-C avslutter.",
    "proposal.watch.again": "{time}: {path}",
    "proposal.watch.base": "forrige kontroll",
}
