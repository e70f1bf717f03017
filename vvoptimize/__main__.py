"""`python -m vvoptimize`."""

from vvoptimize.cli import main

main()
