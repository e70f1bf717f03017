"""What runs a step for real but installs nothing."""

import os
import sys
from pathlib import Path

PROGRAM = Path(sys.executable).parent / "vvoptimize"

# Stands for `python3 -m venv FOLDER`: an environment whose pip only tells what it is
# asked for, and which has this test's own vvoptimize.
PYTHON3 = """\
#!/usr/bin/env bash
set -eu
[ "$1 $2" = "-m venv" ]
mkdir -p "$3/bin"
ln -s {program} "$3/bin/vvoptimize"
printf '#!/bin/sh\\necho "$@" >>{log}\\n' >"$3/bin/python"
chmod +x "$3/bin/python"
"""


def stubbed(folder: Path, **variables: str) -> tuple[dict[str, str], Path]:
    """Give an environment in which nothing is installed, and the log of its pip."""
    programs, log = folder / "programs", folder / "pip.log"
    programs.mkdir()
    python = programs / "python3"
    python.write_text(PYTHON3.format(program=PROGRAM, log=log))
    python.chmod(0o755)
    path = f"{programs}{os.pathsep}{os.environ['PATH']}"
    kept = {key: value for key, value in os.environ.items() if key[:4] != "VVOP"}
    return {**kept, "PATH": path, "LC_ALL": "C.UTF-8", **variables}, log
