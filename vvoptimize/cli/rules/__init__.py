"""`vvoptimize rules` and its subcommands, for those who write rules."""
