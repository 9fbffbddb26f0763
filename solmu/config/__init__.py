"""Settings, addresses and the command: the only place that knows everything."""
