"""People: sign-in, profile."""
