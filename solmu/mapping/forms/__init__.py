"""What people write about the map, checked: filters, actors, ties, merges, the grid."""
