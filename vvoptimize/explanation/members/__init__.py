"""Who is in: what follows when a municipality leaves a plan, or joins it."""
