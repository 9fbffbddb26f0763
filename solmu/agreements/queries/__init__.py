"""What is read of agreed actions: lists, what waits, files, and what is held of a person."""
