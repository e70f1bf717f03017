#!/usr/bin/env bash
# Runs `vvoptimize check` as the environment says, and ends as it ends. What a proposal says, a path or a name, is only
# ever a word of a command here, never a part of a script. Usage: check.sh [OPTION...], with
#
#   VVOPTIMIZE_SCENARIO    scenario files, or folders of them, each on a line of its own
#   VVOPTIMIZE_ASSIGNMENT  name or file of an assignment; empty for the only one there is
#   VVOPTIMIZE_BASE        revision or file to hold it against; empty for none
#   VVOPTIMIZE_LANG        nb or en; empty for the scenario's own
#   VVOPTIMIZE_TODAY       the day for waivers, as 2026-01-31; empty for the clock's
#
# The options given are added, as the formats to write.
set -euo pipefail

options=("$@")
[ -z "${VVOPTIMIZE_ASSIGNMENT:-}" ] || options+=("--assignment=$VVOPTIMIZE_ASSIGNMENT")
[ -z "${VVOPTIMIZE_BASE:-}" ] || options+=("--base=$VVOPTIMIZE_BASE")
[ -z "${VVOPTIMIZE_LANG:-}" ] || options+=("--lang=$VVOPTIMIZE_LANG")
[ -z "${VVOPTIMIZE_TODAY:-}" ] || options+=("--today=$VVOPTIMIZE_TODAY")

paths=()
while IFS= read -r path; do
  [ -z "$path" ] || paths+=("$path")
done <<<"${VVOPTIMIZE_SCENARIO:-}"

# An empty list is unbound to the bash of a Mac.
exec vvoptimize check ${options[@]+"${options[@]}"} -- ${paths[@]+"${paths[@]}"}
