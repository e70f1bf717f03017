"""Rules judged column by column, where the assignment is given."""
