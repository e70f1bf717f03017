"""For those who write rules: what is odd, untested, untraced, unclear or impossible."""
