"""What is said of a plan in steps, in each language."""
