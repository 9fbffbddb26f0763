"""Where the mapping slice answers HTTP, one kind of page a module."""
