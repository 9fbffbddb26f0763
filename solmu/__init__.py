"""Solmu: draw, read and keep a network of organisations together."""
