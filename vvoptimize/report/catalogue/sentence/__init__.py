"""Rules in words, in each language."""
