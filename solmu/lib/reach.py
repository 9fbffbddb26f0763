"""The only place for the two ways of saying no: not reachable at all, or not in this role."""

from __future__ import annotations


class NotReachable(LookupError):
    """What was asked for is missing, foreign or hidden; the three look alike to the asker (404)."""


class NotAllowed(Exception):
    """The asker belongs here, but the role does not carry this act (403)."""
