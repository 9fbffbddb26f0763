"""Where the card, ties as their ends tell of them, and aims meet HTTP."""
