"""Rules read column by column: each part of a formula worked out for all cases at once.

With an assignment given, every number is known, so that nothing need be unrolled: a
formula is read over lists of whole numbers, one entry for each case. What lists cannot
settle (a figure that is missing, a division by zero) is left in doubt here, and the
cases it concerns are judged one by one from their ground form.
"""
