"""The solver's reading of the rules: the only folder that imports OR-Tools.

Nothing is imported here, so that `results` can be read without loading the solver.
"""
