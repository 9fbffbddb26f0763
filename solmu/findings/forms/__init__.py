"""What people are asked beside what the map tells: diversity, paths and their dead ends, capacity."""
