"""Passes: every bearer grant, and the limits on guessing one."""
