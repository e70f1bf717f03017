"""Rules said in words, from their own trees."""
