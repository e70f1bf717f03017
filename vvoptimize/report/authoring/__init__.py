"""Reports for those who write rules."""
