"""The registry's part of the public API: actors, services and the search over them."""
