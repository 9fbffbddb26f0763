"""The map's pure decisions: what is shown, how large it is drawn, and on which lines a name stands."""
