"""Formulas read column by column: each part worked out for all its cases at once.

Where every decision is known, or none is read, nothing need be unrolled: a formula is
read over lists of whole numbers, one entry for each case. What lists cannot settle (a
figure that is missing, a division by zero) is left in doubt, and the cases it concerns
are read one by one.
"""
