"""A proposed change beside what is there: its cases, its rules, and whom it is for."""
