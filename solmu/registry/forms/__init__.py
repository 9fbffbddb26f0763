"""What people fill in about files, and the words in which a file's troubles are told."""
