"""Long work done in a child process, with progress."""
