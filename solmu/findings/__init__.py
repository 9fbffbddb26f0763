"""From facts of the map to sentences people can act on."""
