"""The concrete syntax of formulas: Python's expressions, cut down to an allow-list.

The only place that knows how a formula is written. Python's parser is used to parse and
for nothing else: the tree it gives is turned at once into our own, and nothing of it is
ever evaluated.
"""

from vvoptimize.ruleset.syntax.limits import MAX_CHARACTERS, MAX_DEPTH, MAX_NODES
from vvoptimize.ruleset.syntax.parse import SyntaxProblem, parse_formula
from vvoptimize.ruleset.syntax.write import written

__all__ = [
    "MAX_CHARACTERS",
    "MAX_DEPTH",
    "MAX_NODES",
    "SyntaxProblem",
    "parse_formula",
    "written",
]
