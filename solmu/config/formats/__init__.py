"""How dates and numbers are written in our languages."""
