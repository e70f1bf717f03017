"""Plans in steps: hosts and order together."""
