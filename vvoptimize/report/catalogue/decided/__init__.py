"""What reports say of who decided what: numbers, exceptions and waivers."""
