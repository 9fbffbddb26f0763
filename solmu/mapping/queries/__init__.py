"""What the map reads: tables, the grid, and the picture itself."""
