"""Sharing: an area map that anybody with a link may see, without an account and without persons."""
