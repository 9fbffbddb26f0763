"""Sharing's pure decisions: what looks like a person's name, and what of a map may leave the network."""
