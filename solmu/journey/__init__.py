"""What a network says of itself: its card, its ties as both ends tell of them, and the aims it has chosen."""
