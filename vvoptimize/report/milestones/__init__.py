"""A plan's milestones as files for other programs: a table, or a calendar."""
