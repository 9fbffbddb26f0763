"""Words and marks of the map for templates."""
