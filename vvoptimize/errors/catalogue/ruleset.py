"""VV3xx: rules and formulas."""

from vvoptimize.errors.catalogue import formulas
from vvoptimize.errors.catalogue.entry import Entry, Phrase

_FITTING: dict[str, Entry] = {
    "VV350": Entry(
        nb="deling på null for {case}",
        en="division by zero for {case}",
        hint_nb="utelat tilfellet med `if` eller `where`",
        hint_en="leave the case out with `if` or `where`",
        page_en="The data makes a divisor zero. Leave such cases out.",
    ),
    "VV351": Entry(
        nb="`{function}` har ingenting å velge blant for {case}",
        en="`{function}` has nothing to choose from for {case}",
        hint_nb="utelat tilfellet med `where`, eller utvid `if`",
        hint_en="leave the case out with `where`, or widen the `if`",
        page_en="The smallest or largest of nothing does not exist.",
    ),
    "VV352": Entry(
        nb="formelen blir til {terms} ledd; grensen er {limit}",
        en="the formula becomes {terms} terms; the limit is {limit}",
        hint_nb="bruk færre `for`, eller et måltall for det som gjentas",
        hint_en="use fewer `for`, or a measure for what is repeated",
        page_en="Over this scenario the formula is too large. Use a measure.",
    ),
    "VV353": Entry(
        nb="verdiene i formelen kan bli for store eller for fine til å regnes på",
        en="the values of the formula may be too large or too fine to compute with",
        hint_nb="bruk en større enhet eller færre desimaler",
        hint_en="use a larger unit or fewer decimals",
        page_en="Values must be whole numbers below 2^62 when made whole.",
    ),
    "VV260": Entry(
        nb="`withhold_below` viser til `{name}`, som ikke er en parameter",
        en="`withhold_below` names `{name}`, which is not a parameter",
        hint_nb="grensen settes som en parameter, så rapporten kan si hvem som har"
        " satt den",
        hint_en="the bound is a parameter, so that a report can say who set it",
        page_en="Below which number people are not counted in public is a parameter.",
    ),
    "VV261": Entry(
        nb="parameteren `{name}` er i {wanted}, men inndataene er i {seen}",
        en="the parameter `{name}` is in {wanted}, but the input is in {seen}",
        hint_nb="gi dem samme enhet",
        hint_en="give them the same unit",
        page_en="An input and its `withhold_below` are compared: one unit for both.",
    ),
    "VV262": Entry(
        nb="dette leser `{name}`, der små tall holdes tilbake, men er ikke av slaget"
        " `report`",
        en="this reads `{name}`, of which small numbers are withheld, but is not of"
        " kind `report`",
        hint_nb="bruk `kind: report`, eller inndata uten `withhold_below`",
        hint_en="use `kind: report`, or an input without `withhold_below`",
        page_en="What steers a search shows in its stages and costs, and could be"
        " worked out again. Numbers that may identify people are only shown.",
    ),
    "VV263": Entry(
        nb="dette er i {seen}, men leser `{name}`, der små tall holdes tilbake, i"
        " {wanted}",
        en="this is in {seen}, but reads `{name}`, of which small numbers are withheld,"
        " in {wanted}",
        hint_nb="mål i {wanted}, så det kan avgjøres hva som er for lite",
        hint_en="measure in {wanted}, so that it can be told what is too small",
        page_en="Whether a number is too small to publish is told in its own unit.",
    ),
    "VV354": Entry(
        nb="ukjent enhet `{unit}`",
        en="unknown unit `{unit}`",
        hint_nb="enhetene er {known}; andre føres opp under `units`",
        hint_en="the units are {known}; others are listed under `units`",
        page_en="A unit is built of known ones with * and /, or listed under `units`.",
    ),
    "VV355": Entry(
        nb="måltallet `{name}` skal være i {wanted}, men formelen gir {seen}",
        en="the measure `{name}` is to be in {wanted}, but its formula gives {seen}",
        page_en="The declared unit is not what the formula gives. Mend either.",
    ),
    "VV356": Entry(
        nb="dette er i {seen}, men skal være i {wanted}",
        en="this is in {seen}, but must be in {wanted}",
        hint_nb="en grense må ha samme enhet som det den begrenser",
        hint_en="a limit must be in the unit of what it limits",
        page_en="Limit, tolerance and step are in the unit of what is measured.",
    ),
    "VV357": Entry(
        nb="parameteren `{name}` er {value}, men må ligge mellom {low} og {high}",
        en="the parameter `{name}` is {value}, but must lie between {low} and {high}",
        hint_nb="velg en verdi i spennet, eller endre `range` i regelfila",
        hint_en="choose a value within the range, or change `range` in the rules file",
        page_en="A value is outside the range that the rules file gives it.",
    ),
    "VV358": Entry(
        nb="ingen regelfil har en parameter `{name}`",
        en="no rules file has a parameter `{name}`",
        hint_nb="parametrene er {known}",
        hint_en="the parameters are {known}",
        page_en="The scenario sets a parameter that no rule has: it would do nothing.",
    ),
    "VV359": Entry(
        nb="`{name}` er oppgitt i {seen}, men reglene bruker {wanted}",
        en="`{name}` is given in {seen}, but the rules use {wanted}",
        page_en="A figure under `inputs` is in another unit than the rules declare.",
    ),
    "VV360": Entry(
        nb="navnet `{name}` hører til regelspråket",
        en="the name `{name}` belongs to the rule language",
        hint_nb="velg et annet navn",
        hint_en="choose another name",
        page_en="Tables, sets, functions and words such as `and` cannot be redeclared.",
    ),
    "VV361": Entry(
        nb="ingen regelfil ber om inndata `{name}`",
        en="no rules file asks for the input `{name}`",
        hint_nb="reglene ber om {known}",
        hint_en="the rules ask for {known}",
        page_en="The scenario supplies an input that no rule declares.",
    ),
    "VV362": Entry(
        nb="`{name}` skal oppgis per {wanted}",
        en="`{name}` is to be given per {wanted}",
        hint_nb="bruk ett nivå av nøkler for hver mengde; `-` er ett enkelt tall",
        hint_en="use one level of keys for each set; `-` is a single number",
        page_en="The keys under an input do not fit its index sets.",
    ),
    "VV363": Entry(
        nb="et mål skal ha én av {wanted}, men har {seen!}",
        en="an objective has one of {wanted}, but here there is {seen!}",
        page_en="An objective has one sense: leximin, minimise or maximise.",
    ),
    "VV364": Entry(
        nb="`{name}` er ikke blant `{set}`",
        en="`{name}` is not among the `{set}`",
        hint_nb="der er {known}",
        hint_en="they are {known}",
        page_en="An input is given for something that the scenario does not have.",
    ),
    "VV365": Entry(
        nb="kostnaden for `{service}` er {value}, men må være hele kroner",
        en="the cost of `{service}` is {value}, but must be whole kroner",
        hint_nb="rund av til hele kroner",
        hint_en="round it to whole kroner",
        page_en="Costs are shared out to the krone, so they are whole kroner.",
    ),
    "VV366": Entry(
        nb="kostnadsnøkkelen `{key}` gir ingen brukbar fordeling for `{service}`",
        en="the cost key `{key}` gives no usable shares for `{service}`",
        hint_nb="vektene kan ikke være negative, og minst én må være større enn null",
        hint_en="weights cannot be negative, and one at least must be above zero",
        page_en="All weights are zero, or one is negative. Mend the weight.",
    ),
    "VV367": Entry(
        nb="kostnadsnøkkelen `{name}` skal ha én variabel over services og én over "
        "municipalities",
        en="the cost key `{name}` needs one variable over services and one over "
        "municipalities",
        hint_nb="skriv `s: services` og `m: municipalities` under `for_each`",
        hint_en="write `s: services` and `m: municipalities` under `for_each`",
        page_en="A cost key says what each municipality pays of each service.",
    ),
    "VV368": Entry(
        nb="ingen regel som kreves, leser `pinned`, så bindingene gjør ingenting",
        en="no required rule reads `pinned`, so the pins do nothing",
        hint_nb="ta med en regel som krever `implies(pinned[s, m], host[s, m])`",
        hint_en="include a rule that requires `implies(pinned[s, m], host[s, m])`",
        page_en="The scenario pins hosts, but no rule keeps them. Add such a rule.",
    ),
    "VV369": Entry(
        nb="ingenting fyller ut `{name}` i meldingen",
        en="nothing fills in `{name}` in the message",
        hint_nb="meldingen kan bruke {known}",
        hint_en="the message can use {known}",
        page_en="A message names something that is neither a variable nor a parameter.",
    ),
}

_CASES: dict[str, Entry] = {
    "VV370": Entry(
        nb="tildelingen sier ikke hvilken form `{service}` deles i",
        en="the assignment does not say in which form `{service}` is shared",
        hint_nb="velg én av {known} under `forms`",
        hint_en="choose one of {known} under `forms`",
        page_en="Several legal forms are lawful, and a shared service has one.",
    ),
    "VV371": Entry(
        nb="`{service}` har {value} årsverk i `{id}`, men det regnes i steg på {step}",
        en="`{service}` has {value} FTE in `{id}`, but counting is in steps of {step}",
        hint_nb="bruk hele steg, eller la scenariet ha like fine tall",
        hint_en="use whole steps, or let the scenario have numbers as fine",
        page_en="Workplaces are finer than anything in the scenario. Round them.",
    ),
    "VV372": Entry(
        nb="`{key}` hører til `measure`, men regelen har `require`",
        en="`{key}` goes with `measure`, but the rule has `require`",
        hint_nb="bruk `measure` i stedet for `require`, eller fjern `{key}`",
        hint_en="use `measure` instead of `require`, or remove `{key}`",
        page_en="A limit has nothing to limit where the rule requires a truth.",
    ),
    "VV373": Entry(
        nb="`{sense}` gjelder ett tall, men målet har `for_each`",
        en="`{sense}` is about one number, but the objective has `for_each`",
        hint_nb="bruk `sum(...)` i formelen, eller `leximin`",
        hint_en="use `sum(...)` in the formula, or `leximin`",
        page_en="Only leximin compares parties. Sum up, or use leximin.",
    ),
    "VV374": Entry(
        nb="`{sense}` sammenligner parter, men målet mangler `for_each`",
        en="`{sense}` compares parties, but the objective has no `for_each`",
        hint_nb="skriv hvem partene er under `for_each`, som `m: municipalities`",
        hint_en="say who the parties are under `for_each`, as `m: municipalities`",
        page_en="Leximin needs parties to compare. Add `for_each`.",
    ),
    "VV375": Entry(
        nb="steget er ikke kjent",
        en="the step is not known",
        hint_nb="bruk en parameter, eller skriv tallet",
        hint_en="use a parameter, or write the number",
        page_en="A step rests on a figure that nobody has given.",
    ),
    "VV376": Entry(
        nb="steget er {value}, men kan ikke være negativt",
        en="the step is {value}, but cannot be negative",
        hint_nb="skriv et tall større enn null, eller fjern `step`",
        hint_en="write a number above zero, or remove `step`",
        page_en="A step is the smallest difference that counts.",
    ),
    "VV377": Entry(
        nb="reglene blir til sammen mer enn {limit} ledd; her er det {terms}",
        en="the rules become more than {limit} terms in all; here there are {terms}",
        hint_nb="bruk færre `for`, eller måltall for det som gjentas",
        hint_en="use fewer `for`, or measures for what is repeated",
        page_en="Over this scenario the rules are too large together. Use measures.",
    ),
    "VV379": Entry(
        nb="`{name}` er sant eller usant, altså 1 eller 0, men er {value}",
        en="`{name}` is true or false, that is 1 or 0, but is {value}",
        page_en="An input declared as bool is given another number than 0 or 1.",
    ),
    "VV380": Entry(
        nb="ukjent navn `{name}` under `given`",
        en="unknown name `{name}` under `given`",
        hint_nb="her kan mengder, tabeller, parametre, måltall og inndata stå",
        hint_en="sets, tables, parameters, measures and inputs may stand here",
        page_en="A test case gives something that no rule could read.",
    ),
    "VV381": Entry(
        nb="`{name}` må være en liste med ulike id-er",
        en="`{name}` must be a list of different ids",
        hint_nb="skriv som `[alfa, beta]`",
        hint_en="write as `[alfa, beta]`",
        page_en="A set in a test case is a list of ids, each once.",
    ),
    "VV382": Entry(
        nb="`{name}` skal oppgis per {wanted}",
        en="`{name}` is to be given per {wanted}",
        hint_nb="bruk ett nivå av nøkler for hver mengde; `-` er ett enkelt tall",
        hint_en="use one level of keys for each set; `-` is a single number",
        page_en="The keys under a table do not fit its index sets.",
    ),
    "VV383": Entry(
        nb="`{name}` er ikke blant `{set}` i dette tilfellet",
        en="`{name}` is not among the `{set}` of this case",
        hint_nb="føy den til mengden, eller rett navnet",
        hint_en="add it to the set, or correct the name",
        page_en="A test case names an element that its own sets do not have.",
    ),
    "VV384": Entry(
        nb="verdien av `{name}` må være {wanted!}",
        en="the value of `{name}` must be {wanted!}",
        page_en="A test case gives a value of the wrong kind.",
    ),
    "VV385": Entry(
        nb="regelen `{rule}` er {seen!} i tilfellet «{case}», men skal være {wanted!}",
        en="the rule `{rule}` is {seen!} in the case `{case}`, but should be {wanted!}",
        hint_nb="rett regelen, eller det som ventes",
        hint_en="mend the rule, or what is expected",
        page_en="A rule does not mean what its own test case says.",
    ),
    "VV386": Entry(
        nb="her må hver av {known} stå, og høyst én av `slack` og `shortfall`",
        en="each of {known} must stand here, and at most one of `slack` and "
        "`shortfall`",
        page_en="An expected instance names the rule's variables, and one amount.",
    ),
    "VV387": Entry(
        nb="regelen gjelder ikke for {at}",
        en="the rule does not apply to {at}",
        hint_nb="den gjelder for {known}",
        hint_en="it applies to {known}",
        page_en="A test case expects an instance that `where` leaves out.",
    ),
    "VV388": Entry(
        nb="for {at} er regelen {seen!}, men skal være {wanted!}",
        en="for {at} the rule is {seen!}, but should be {wanted!}",
        hint_nb="rett regelen, eller det som ventes",
        hint_en="mend the rule, or what is expected",
        page_en="One instance is judged otherwise than its test case says.",
    ),
    "VV389": Entry(
        nb="for {at} er avstanden til grensen {seen}, men skal være {wanted}",
        en="for {at} the distance to the limit is {seen}, but should be {wanted}",
        hint_nb="negativt er brudd; `-` er en regel uten tallstørrelse",
        hint_en="negative is a shortfall; `-` is a rule without an amount",
        page_en="The slack or shortfall is not what the test case says.",
    ),
}

_KNOWN: dict[str, Entry] = {
    "VV390": Entry(
        nb="regelfilen sier selv at `{name}` er {value} for {at}",
        en="the rules file itself says that `{name}` is {value} for {at}",
        hint_nb="stryk verdien her, eller gi det den gjelder, en annen id",
        hint_en="remove the value here, or give what it is about another id",
        page_en="A scenario repeats or contradicts what the rules file knows itself.",
    ),
    "VV391": Entry(
        nb="filen har ingen lovtekst `{name}` under `laws`",
        en="the file has no text `{name}` under `laws`",
        hint_nb="der står {known}",
        hint_en="there are {known}",
        page_en="A rule names a law that the same file does not describe.",
    ),
}

ENTRIES: dict[str, Entry] = formulas.ENTRIES | _FITTING | _CASES | _KNOWN

PHRASES: dict[str, Phrase] = formulas.PHRASES | {
    "rule_keys": Phrase(nb="{keys}", en="{keys}"),
    "rule_no_key": Phrase(nb="ingen", en="none"),
    "case_number": Phrase(nb="et tall eller `unknown`", en="a number or `unknown`"),
    "case_truth": Phrase(nb="1, 0 eller `unknown`", en="1, 0 or `unknown`"),
    "case_amount": Phrase(nb="et tall fra 0 og opp", en="a number from 0 up"),
    "verdict_holds": Phrase(nb="oppfylt", en="kept"),
    "verdict_broken": Phrase(nb="brutt", en="broken"),
    "verdict_unknown": Phrase(nb="uavklart", en="unknown"),
    "verdict_excepted": Phrase(nb="unntatt", en="excepted"),
    "verdict_not_applicable": Phrase(nb="ikke aktuell", en="not applicable"),
}
