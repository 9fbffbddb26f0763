"""Pure decisions of the reading: facts of a map go in, findings with their evidence come out."""
