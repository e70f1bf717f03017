"""The first reading of rules: exact values, verdicts, and how they arose."""
