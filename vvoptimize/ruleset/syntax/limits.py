"""How large a formula may be. Counted before anything is built of it."""

MAX_CHARACTERS = 2_000
MAX_NODES = 300
MAX_DEPTH = 40
MAX_FOR = 3
MAX_SIGNS = 12  # signs in a row: Python's parser recurses on each
LARGEST = 10**9
MAX_DECIMALS = 6
MAX_DIGITS = 40  # leading zeroes included
