"""How dates and numbers are written in one language."""
