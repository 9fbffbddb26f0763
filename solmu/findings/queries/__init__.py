"""What the reading reads: a network's facts, and the words in which findings are said."""
