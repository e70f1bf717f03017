"""What is legal but odd in rule files: unused, untested, constant, or unclear."""
