"""What people write on the card, of ties and of aims, and how their acts are told."""
