"""The rule language: read, checked, and unrolled over a scenario for both readings."""
