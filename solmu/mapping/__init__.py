"""The area map: drawn, tabled and edited."""
