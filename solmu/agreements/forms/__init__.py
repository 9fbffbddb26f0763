"""What people write of agreed actions, and how their acts are told."""
