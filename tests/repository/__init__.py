"""Tests of the repository itself: its layers, locks, packaging, and forbidden names."""
