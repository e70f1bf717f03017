"""English."""

TEXTS = {
    # When a case is
    "step.in": "in {month}",
    "step.on": "on {date}",
    "step.at": "at step {step}",
    "step.named": "{when} ({name})",
    "step.case": "{case} {when}",
    # What starts when
    "head.plan": "The plan, step by step",
    "col.step": "Step",
    "col.date": "Date",
    "col.starts": "Starts",
    "plan.in_the_end": "This and the two tables below are how it ends, {when}.",
    "plan.nothing": "nothing",
    "plan.taken": "Has happened.",
    "plan.limits": "Used of the limits: {limits}.",
    "plan.limit.services": "services {used} of {limit}",
    "plan.limit.staff": "FTE that change employer {used} of {limit}",
    "plan.limit.effort": "weeks of project work {used} of {limit}",
    "plan.hosts_not_recorded": "Not recorded in the scenario: who hosts {services}. "
    "What is said of it here is as this plan has it, and no fact.",
    "plan.staff_not_recorded": "Not recorded in the scenario: where the staff works of "
    "{services}. Workplaces are as this plan has them, in the past too, and no fact.",
    "plan.at_no_step": "Starts at no step: {services}.",
    "plan.mean.one": "A mean over the plan counts {n} day, from {start} to {horizon}.",
    "plan.mean.many": "A mean over the plan counts {n} days, from {start} to"
    " {horizon}.",
    # The timeline
    "head.timeline": "Timeline",
    "plan.today": "today",
    "plan.starts": "starts",
    "plan.shared": "shared",
    "plan.legend": "«{today}» is as today, «{starts}» is shared from this step on, and"
    " «{shared}» is shared since an earlier one.",
    # Each municipality
    "head.each_step": "Each municipality at each step: FTE there and employed, NOK per"
    " year",
    "col.host_roles": "Hosts",
    "col.there": "FTE",
    "col.employs": "Employs",
    "col.pays_then": "Pays",
    # What has happened
    "head.history": "Given and got in the steps that have happened, in FTE; NOK per"
    " year",
    "col.places_given": "Places given",
    "col.places_got": "Places got",
    "col.staff_given": "Staff given",
    "col.staff_got": "Staff got",
    # Objectives over time
    "over.worst_step": "Each counts by its worst step.",
    "over.mean": "The mean over the plan, by days.",
    "over.end": "At the end of the plan.",
    "over.each_step": "Added up over the steps to come.",
    "verdict.worst_step": "lowest in {objective} at the worst step: {parties}"
    " ({value})",
    # Milestones as files
    "milestones.none": "No joint service starts",
    "milestones.start.one": "Joint service starts: {services}",
    "milestones.start.many": "{n} joint services start: {services}",
    "milestones.host": "{service}: hosted by {host}.",
    "milestones.broken": "The plan breaks binding rules: see the report.",
    "milestones.planned": "Planned.",
    # Other plans
    "other.starts": "Other starts: {moved}.",
    "other.start_one": "{service}: {theirs}, not {ours}",
    "plan.never": "at no step",
}
