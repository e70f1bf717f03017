"""What reports of entry and exit say, and who takes part in a service."""
