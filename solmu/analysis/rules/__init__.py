"""The pure decisions of analysis: what is measured of a network, and who covers what."""
