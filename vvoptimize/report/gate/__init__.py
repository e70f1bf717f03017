"""What a check says to the machines that stand at a gate: plain data, then formats."""
