"""Where what the map tells, paths, dead ends and capacity meet HTTP."""
