"""VV2xx: the scenario and its cross-references."""

from vvoptimize.errors.catalogue.entry import Entry, Phrase

ENTRIES: dict[str, Entry] = {
    # Names that must be unique, or must exist.
    "VV201": Entry(
        nb="id-en `{id}` er allerede brukt i `{where}`, på linje {line}",
        en="the id `{id}` is already used in `{where}`, at line {line}",
        hint_nb="gi hver sin id",
        hint_en="give each its own id",
        page_en="Two entries of one list have the same id. Rename one of them.",
    ),
    "VV202": Entry(
        nb="`{where}` har `{id}`, som ikke er en tjeneste i dette scenariet",
        en="`{where}` has `{id}`, which is not a service in this scenario",
        hint_nb="tjenestene er {known}",
        hint_en="the services are {known}",
        page_en="A name stands where the id of a service must stand.",
    ),
    "VV203": Entry(
        nb="`{where}` har `{id}`, som ikke er et sted i dette scenariet",
        en="`{where}` has `{id}`, which is not a place in this scenario",
        hint_nb="stedene er {known}",
        hint_en="the places are {known}",
        page_en="A municipality or a road names a place that is not under `places`.",
    ),
    "VV204": Entry(
        nb="`{where}` har `{id}`, som ikke er en kommune i dette scenariet",
        en="`{where}` has `{id}`, which is not a municipality in this scenario",
        hint_nb="kommunene er {known}",
        hint_en="the municipalities are {known}",
        page_en="A name stands where the id of a municipality must stand.",
    ),
    "VV205": Entry(
        nb="`{where}` er `{id}`, som ikke er en kilde i dette scenariet",
        en="`{where}` is `{id}`, which is not a source in this scenario",
        hint_nb="kildene er {known}",
        hint_en="the sources are {known}",
        page_en="A figure or a decision names a source that is not under `sources`.",
    ),
    "VV206": Entry(
        nb="`{where}` har `{id}`, som ikke er en oppgave i tjenesten",
        en="`{where}` has `{id}`, which is not a task of the service",
        hint_nb="oppgavene er {known}",
        hint_en="the tasks are {known}",
        page_en="An assignment places a task that the service does not have.",
    ),
    "VV207": Entry(
        nb="`{where}` er `{id}`, som ikke er en av tjenestens lovlige former",
        en="`{where}` is `{id}`, which is not one of the service's lawful forms",
        hint_nb="formene er {known}",
        hint_en="the forms are {known}",
        page_en="An assignment gives a service a form that is not in its `forms`.",
    ),
    "VV208": Entry(
        nb="`{id}` står to ganger i `{where}`",
        en="`{id}` is listed twice in `{where}`",
        hint_nb="ta bort den ene",
        hint_en="remove one of them",
        page_en="A list of names has the same name twice.",
    ),
    # Places and roads.
    "VV209": Entry(
        nb="kommunen `{id}` har ikke noe `place`, så reisetiden er ukjent",
        en="municipality `{id}` has no `place`, so its travel times are unknown",
        hint_nb="skriv `place` med id-en til et sted under `places`",
        hint_en="write `place` with the id of an entry under `places`",
        page_en="The scenario has places or roads, but not where a municipality's "
        "centre is.",
    ),
    "VV210": Entry(
        nb="veien går fra `{id}` til `{id}`",
        en="the road goes from `{id}` to `{id}`",
        hint_nb="en vei går mellom to ulike steder",
        hint_en="a road joins two different places",
        page_en="A road has the same place in `from` and `to`.",
    ),
    "VV211": Entry(
        nb="ingen vei går fra `{first}` til {apart}",
        en="no road leads from `{first}` to {apart}",
        hint_nb="legg til veien som mangler, eller ta bort stedet",
        hint_en="add the road that is missing, or remove the place",
        page_en="The roads fall into parts that nothing joins. A ferry is a road too.",
    ),
    "VV212": Entry(
        nb="fjellovergangen `{id}` har et annet antall stenginger på linje {line}",
        en="the pass `{id}` has another number of closures at line {line}",
        hint_nb="skriv samme tall på hver vei over fjellet, eller gi dem hvert sitt "
        "navn",
        hint_en="write the same figure on each road over the pass, or give them names "
        "of their own",
        page_en="Roads over one pass close together, so they must tell the same.",
    ),
    # Services.
    "VV213": Entry(
        nb="`{where}` har `{id}`, som ikke deltar i tjenesten `{owner}`",
        en="`{where}` has `{id}`, which does not take part in service `{owner}`",
        hint_nb="deltakerne er {known}",
        hint_en="the participants are {known}",
        page_en="Hosts, candidates, staff, cost and presence of a service belong to "
        "its participants only.",
    ),
    "VV214": Entry(
        nb="oppgavene i tjenesten `{service}` er {saw} årsverk, mer enn `total_after` "
        "på {limit} årsverk",
        en="the tasks of service `{service}` are {saw} FTE, more than its "
        "`total_after` of {limit} FTE",
        hint_nb="oppgavene er en del av `total_after`",
        hint_en="the tasks are part of `total_after`",
        page_en="The tasks of a service are larger than the whole service.",
    ),
    "VV215": Entry(
        nb="`{where}` har `{id}`, som ikke er en kandidat for `{owner}`",
        en="`{where}` has `{id}`, which is not a candidate for `{owner}`",
        hint_nb="kandidatene er {known}",
        hint_en="the candidates are {known}",
        page_en="An assignment or a pin places a service or a task where its "
        "`candidates` do not allow it.",
    ),
    "VV216": Entry(
        nb="tjenesten `{service}` er allerede låst til `{host}`, på linje {line}",
        en="service `{service}` is already pinned to `{host}`, at line {line}",
        hint_nb="behold én av låsene",
        hint_en="keep one of the pins",
        page_en="A service has two pins.",
    ),
    "VV217": Entry(
        nb="teksten mangler både på bokmål (`nb`) og på engelsk (`en`)",
        en="the text is neither in bokmål (`nb`) nor in English (`en`)",
        hint_nb="skriv én tekst, eller `nb: ..., en: ...` med en av dem eller begge",
        hint_en="write one text, or `nb: ..., en: ...` with one of them or both",
        page_en="A text is given as a mapping without any language.",
    ),
    "VV218": Entry(
        nb="`{id}` kan ikke være en id",
        en="`{id}` cannot be an id",
        hint_nb="en id har a-z, 0-9, `_` og `-`, og begynner med en bokstav; `name` "
        "kan ha alle tegn",
        hint_en="an id has a-z, 0-9, `_` and `-`, and starts with a letter; `name` may "
        "have any character",
        page_en="Ids are used in rules and on the command line, so they are plain.",
    ),
    # Figures.
    "VV220": Entry(
        nb="`{where}` har `{smaller}` på {saw}, som er over `{larger}` på {limit}",
        en="`{where}` has `{smaller}` {saw}, which is above its `{larger}` {limit}",
        hint_nb="det må være `low` <= `value` <= `high`",
        hint_en="it must be `low` <= `value` <= `high`",
        page_en="The range of a figure does not hold its value.",
    ),
    "VV221": Entry(
        nb="`{where}` er {value}, under null",
        en="`{where}` is {value}, below zero",
        hint_nb="skriv null eller mer, eller `unknown`",
        hint_en="write zero or more, or `unknown`",
        page_en="People, staff, money, time and distance are never below zero.",
    ),
    "VV222": Entry(
        nb="`{where}` er antatt, men mangler {missing}",
        en="`{where}` is assumed, but lacks {missing}",
        hint_nb="en antakelse har `low`, `high` og `reason`",
        hint_en="an assumption has `low`, `high` and `reason`",
        page_en="Whoever assumes a figure says within which range, and why.",
    ),
    "VV223": Entry(
        nb="`{where}` har `quality: {quality}`, men ingen `source`",
        en="`{where}` has `quality: {quality}`, but no `source`",
        hint_nb="skriv `source` med id-en til en kilde under `sources`",
        hint_en="write `source` with the id of an entry under `sources`",
        page_en="An official or reported figure says where it is published.",
    ),
    "VV224": Entry(
        nb="`{where}` er oppgitt i {unit}, men skal være i {wanted}",
        en="`{where}` is given in {unit}, but must be in {wanted}",
        hint_nb="regn om tallet, og skriv `unit: {wanted}` eller ingen `unit`",
        hint_en="convert the number, and write `unit: {wanted}` or no `unit`",
        page_en="Each figure has one unit, which a file may repeat but not change.",
    ),
    # Assignments.
    "VV230": Entry(
        nb="`{name}` sier ingenting om {services}",
        en="`{name}` says nothing about {services}",
        hint_nb="hver tjeneste må stå i `hosts` eller i `unshared`",
        hint_en="every service must be in `hosts` or in `unshared`",
        page_en="An assignment decides every service of the scenario.",
    ),
    "VV231": Entry(
        nb="tjenesten `{service}` er både udelt og lagt til `{host}`",
        en="service `{service}` is both unshared and hosted by `{host}`",
        hint_nb="ta den bort fra `unshared` eller fra `hosts`",
        hint_en="remove it from `unshared` or from `hosts`",
        page_en="An assignment has one service both in `hosts` and in `unshared`.",
    ),
    "VV232": Entry(
        nb="tjenesten `{service}` kan ikke være udelt",
        en="service `{service}` may not stay unshared",
        hint_nb="gi den en vert, eller skriv `may_stay_unshared: true` på tjenesten",
        hint_en="give it a host, or write `may_stay_unshared: true` on the service",
        page_en="An assignment leaves a service as today which must be shared.",
    ),
    "VV233": Entry(
        nb="`{key}` gjelder tjenesten `{service}`, som er udelt",
        en="`{key}` is about service `{service}`, which is unshared",
        hint_nb="en udelt tjeneste er som i dag: ta bort denne linja",
        hint_en="an unshared service is as today: remove this line",
        page_en="An assignment decides details of a service that it does not share.",
    ),
    "VV235": Entry(
        nb="tjenesten `{service}` leveres som `{wanted}`, ikke `{saw}`",
        en="service `{service}` is delivered as `{wanted}`, not `{saw}`",
        hint_nb="ta bort linja, eller skriv `delivery: either` på tjenesten",
        hint_en="remove the line, or write `delivery: either` on the service",
        page_en="An assignment chooses a delivery that the service does not allow.",
    ),
    "VV236": Entry(
        nb="tjenesten `{service}` leveres som nettverk, men mangler `workplaces`",
        en="service `{service}` is delivered as a network, but has no `workplaces`",
        hint_nb="skriv årsverk per kommune under `workplaces`",
        hint_en="write the FTE of each municipality under `workplaces`",
        page_en="Host and tasks do not tell where the staff of a network works.",
    ),
    "VV237": Entry(
        nb="`workplaces` for `{service}` er {saw} årsverk til sammen, men skal være "
        "{wanted} årsverk",
        en="the `workplaces` of `{service}` sum to {saw} FTE, but must be {wanted} FTE",
        hint_nb="summen er tjenestens `total_after`",
        hint_en="the sum is the service's `total_after`",
        page_en="The staff of a network is as large as the service.",
    ),
    "VV238": Entry(
        nb="`workplaces` for `{service}` har {saw} årsverk i `{id}`, men vert og "
        "oppgaver gir {wanted} årsverk",
        en="the `workplaces` of `{service}` have {saw} FTE in `{id}`, but host and "
        "tasks give {wanted} FTE",
        hint_nb="ta bort tallene, eller skriv `delivery: network` der det er lov",
        hint_en="remove the figures, or write `delivery: network` where it is allowed",
        page_en="The staff of a central service sits with its host, save its tasks.",
    ),
    "VV239": Entry(
        nb="`pays` for `{service}` er {saw} kroner til sammen, men skal være {wanted} "
        "kroner",
        en="the `pays` of `{service}` sum to NOK {saw}, but must be NOK {wanted}",
        hint_nb="summen er tjenestens `cost_after`",
        hint_en="the sum is the service's `cost_after`",
        page_en="What the participants pay is what the service costs.",
    ),
    "VV240": Entry(
        nb="scenariet har ingen fordeling som heter `{name}`",
        en="the scenario has no assignment named `{name}`",
        hint_nb="fordelingene er {known}",
        hint_en="the assignments are {known}",
        page_en="A command names an assignment that is not under `assignments`.",
    ),
    "VV270": Entry(
        nb="dette er en fil med `schema: {saw}`, men her ventes et scenario",
        en="this is a file with `schema: {saw}`, but a scenario is wanted here",
        hint_nb="regelfiler står under `rules` i scenariet, eller etter --rules",
        hint_en="rule files stand under `rules` of the scenario, or after --rules",
        page_en="A rules file stands where the scenario must. Name the scenario.",
    ),
    "VV271": Entry(
        nb="dette er en fil med `schema: {saw}`, men her ventes ei regelfil",
        en="this is a file with `schema: {saw}`, but a rules file is wanted here",
        hint_nb="scenariet står først, og regelfilene under `rules` eller --rules",
        hint_en="the scenario comes first, rule files under its `rules` or --rules",
        page_en="A scenario stands where a rules file must. Name the rules file.",
    ),
}

PHRASES: dict[str, Phrase] = {}
