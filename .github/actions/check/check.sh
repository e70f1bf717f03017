#!/usr/bin/env bash
# The check of the action: annotations in the log, the summary of the step, and the files asked for.
set -euo pipefail

PATH=$RUNNER_TEMP/vvoptimize/bin:$PATH
formats=(--format github "--format=markdown=$GITHUB_STEP_SUMMARY")
[ -z "${VVOPTIMIZE_SARIF:-}" ] || formats+=("--format=sarif=$VVOPTIMIZE_SARIF")
[ -z "${VVOPTIMIZE_JUNIT:-}" ] || formats+=("--format=junit=$VVOPTIMIZE_JUNIT")

code=0
bash "$GITHUB_ACTION_PATH/../../../.gate/check.sh" "${formats[@]}" || code=$?
echo "exit-code=$code" >>"$GITHUB_OUTPUT"
exit "$code"
