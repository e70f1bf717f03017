"""What is told to those who write rules, in each language."""
