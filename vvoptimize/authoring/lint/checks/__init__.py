"""Checks, one file for each series of findings."""
