"""Where what the map tells, paths and dead ends meet HTTP."""
