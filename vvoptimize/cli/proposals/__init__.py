"""Checking a proposed change: many files, against a base, or again at every save."""
