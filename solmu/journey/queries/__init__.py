"""What is read of the card, of ties as their ends tell of them, and of aims."""
