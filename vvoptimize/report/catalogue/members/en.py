"""English."""

TEXTS = {
    # Headings
    "head.each_exit": "If one leaves: each by itself",
    "head.exit": "If {who} leaves",
    "head.staff": "Staff that get another employer, in FTE",
    "head.own_staff": "Who has the service alone again, in FTE",
    "head.costs": "NOK per year: what {who} has paid",
    "head.remain": "Those who remain: FTE by place of work, and NOK per year",
    "head.entry": "If {who} joins",
    "head.original": "Those already in: FTE by place of work, and NOK per year",
    "head.heads": "NOK per inhabitant and year",
    # Columns
    "col.leaver": "Leaves",
    "col.lost": "Without host",
    "col.broken_then": "Broken",
    "col.new_hosts": "New hosts",
    "col.others_pay": "Others pay",
    "col.fte": "FTE",
    "col.place": "Work in",
    "col.employer": "Employer",
    "col.employer_then": "Then",
    "col.place_then": "Place",
    "col.back": "Takes back",
    "col.lacks": "Lacks",
    "col.paid": "Paid",
    "col.falls_away": "Falls away",
    "col.left_to_others": "Left to others",
    "col.alone": "Alone",
    "col.now.workplaces": "FTE",
    "col.now.workplaces_then": "Then",
    "col.now.workplaces_change": "Change",
    "col.now.pays": "Pays",
    "col.now.pays_then": "Then",
    "col.now.pays_change": "Change",
    # The plan, and what is assumed
    "members.optimum": "The plan in force: the best by the rules (proved).",
    "members.incumbent": (
        "The plan in force: the best that was found (not proved best)."
    ),
    "members.host": "{service}: {host}",
    "members.hosts": "Hosts: {hosts}.",
    "members.outright": (
        "The plan says itself who pays for some services; what follows is counted by"
        " the cost key."
    ),
    "members.plan_broken.one": "The plan breaks {n} case of binding rules already.",
    "members.plan_broken.many": "The plan breaks {n} cases of binding rules already.",
    "members.plan_unknown.one": (
        "{n} case of binding rules cannot be decided for the plan in force."
    ),
    "members.plan_unknown.many": (
        "{n} cases of binding rules cannot be decided for the plan in force."
    ),
    "members.scaled": (
        "Assumed, since nobody has published it: the one who leaves takes along its"
        " part of staff and cost, by what it has today (--joint scaled). Alone it"
        " has the service as today."
    ),
    "members.unchanged": (
        "Assumed, since nobody has published it: the joint services keep all staff"
        " and cost (--joint unchanged). The one who leaves has the service alone as"
        " today."
    ),
    # All exits in one table
    "members.cell.not_needed": "not needed",
    "members.cell.not_asked": "not searched",
    "members.cell.found": "found",
    "members.cell.infeasible": "none possible",
    "members.cell.stopped": "none found",
    "members.cell.same_hosts": "the same",
    "members.table_note": (
        "Broken: cases of binding rules that are broken if all else stays as it is,"
        " and a service without host is as today. New hosts: as few services as"
        " possible change host, proved unless said otherwise. Others pay: NOK per"
        " year more than now, together; where there is no new plan, with the"
        " service as today."
    ),
    "members.table_sum": (
        "Of {all} who may leave, {standing} can do so without change and {replaced}"
        " with a new plan."
    ),
    # One exit
    "members.stands": (
        "The plan stands without {who}: no service loses its host, and no binding"
        " rule is broken."
    ),
    "members.stands_unknown": (
        "The plan stands without {who} as far as can be decided: no service loses"
        " its host."
    ),
    "members.falls": "The plan does not stand without {who} ({why}).",
    "members.lost": "left without host: {services}",
    "members.no_longer": "no longer shared: {services}",
    "members.broken.one": (
        "{n} case of binding rules is broken if the rest stays as it is"
    ),
    "members.broken.many": (
        "{n} cases of binding rules are broken if the rest stays as it is"
    ),
    "members.already": "It was broken before too.",
    "members.ended": "No longer shared, for fewer than two are left: {services}.",
    "members.hostless": (
        "No longer shared, for none of those left may host: {services}."
    ),
    "members.unknown.one": "{n} case of binding rules cannot be decided.",
    "members.unknown.many": "{n} cases of binding rules cannot be decided.",
    "members.found": "Best new hosts: {hosts}.",
    "members.found_same": "With the same hosts there is a plan that holds.",
    "members.fewest": "No plan that keeps the rules changes fewer hosts (proved).",
    "members.not_fewest": "It is not proved that none changes fewer hosts.",
    "members.best": "Among those it is best by the objectives (proved).",
    "members.not_best": "It is not proved best among those.",
    "members.conflict": (
        "No plan for those left keeps every binding rule (proved). These cannot be"
        " kept together: {cases}."
    ),
    "members.conflict_case": "{clause} {rule} ({case})",
    "members.search.not_asked": "No new plan was searched for.",
    "members.search.stopped": "The search stopped before any new plan was found.",
    "members.no_staff": "No staff get another employer.",
    "members.respread": (
        "Counted from where staff works now; the new plan may place it otherwise, as"
        " the table of those who remain tells."
    ),
    "members.staff_unknown": "{service}: the staff is not known.",
    "members.nobody": "undecided",
    "members.elsewhere": "moves",
    "members.same_place": "stays",
    "members.costs_note": (
        "Left to others: what {who} has paid and what does not fall away; those"
        " left share it, to the krone. Where negative they pay less. Alone: what"
        " {who} pays for the service alone."
    ),
    "members.until": (
        "That holds until a host is found: the service is as today, each by itself."
    ),
    "members.earliest": "With notice given on {given} it can leave on {day}.",
    "members.no_earliest": (
        "The earliest date is unknown: the agreed notice is not known for {services}."
    ),
    # An entry
    "members.terms": "By clause {clause} these must agree: {who}.",
    "members.no_terms": "The rules do not say who must agree.",
    "members.joins": "{who} takes part in {services}; the hosts are the same.",
    "members.worked_out": (
        "Assumed: what the file does not give of staff and cost with the newcomer"
        " grows in proportion to what it has today ({services})."
    ),
    "members.entry_holds": "Every binding rule is kept with the newcomer.",
    "members.entry_broken.one": (
        "{n} case of binding rules is broken with the newcomer:"
    ),
    "members.entry_broken.many": (
        "{n} cases of binding rules are broken with the newcomer:"
    ),
    "members.entry_unknown.one": (
        "{n} case of binding rules cannot be decided with the newcomer."
    ),
    "members.entry_unknown.many": (
        "{n} cases of binding rules cannot be decided with the newcomer."
    ),
    "members.newcomer_gains": (
        "{who} pays {today} today and {then} then: the added value is {by}."
    ),
    "members.newcomer_loses": (
        "{who} pays {today} today and {then} then: that is {by} more."
    ),
    "members.newcomer_unknown": (
        "{who} pays {today} today and {then} then: the added value is unknown."
    ),
    "members.newcomer_staff": "Workplaces in {who} change by {change}.",
    "members.pay_more": "Pay more per inhabitant than before: {who}.",
    "members.payers_unknown": "It cannot be told what these will pay: {who}.",
    "members.none_pays_more": "None of them pays more per inhabitant than before.",
    # Who takes part in a service
    "service.participants": "Shared by {who}.",
    "service.elsewhere": "{who} has it in another co-operation: {where}.",
}
