"""A region's facts: the model of a scenario file, its reading and its checks."""
