"""Who is in the network and what has been said of their ties."""
