"""The registry's part of the public API: actors and services. A search over them would be one more file here."""
