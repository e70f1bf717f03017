#!/usr/bin/env bash
# Makes an environment with this checkout of vvoptimize in it, and with the versions of all that it needs that
# requirements.lock pins by hash. Usage: install.sh FOLDER
set -euo pipefail

folder=$1
source=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

python3 -m venv "$folder"
pip=("$folder/bin/python" -m pip --quiet --disable-pip-version-check install)
"${pip[@]}" --require-hashes --requirement "$source/requirements.lock"
"${pip[@]}" --no-deps --no-build-isolation "$source"
