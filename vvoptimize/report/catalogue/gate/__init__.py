"""What machine formats say, in each language."""
