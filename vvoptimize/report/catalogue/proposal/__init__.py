"""What reports of a proposed change say."""
