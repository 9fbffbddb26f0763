"""Pages of the registry: bringing files in, taking them out, and what has been changed."""
