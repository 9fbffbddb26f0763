"""What was agreed: who does what and by when, where it came from, and how it goes (M36)."""
