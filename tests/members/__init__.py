"""Who is in: exits and entries, worked out by hand and by brute force."""
