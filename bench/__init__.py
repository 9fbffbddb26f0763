"""Measurements against peers and the physical floor, in one run; none of them is a test."""
