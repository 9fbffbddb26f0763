"""A report, from a network or a file to paper: gathered, drawn, worded, set."""
