"""Finds whom everyday words ask for: reads words, knows what they mean in youth services, and ranks."""

from __future__ import annotations

from solmu.search.analysing import Analyser, Field, Text
from solmu.search.asking import Asked, Need, read_query
from solmu.search.ranking import Found, Held, rank
from solmu.search.telling import Reason, reasons

__all__ = [
    "Analyser",
    "Asked",
    "Field",
    "Found",
    "Held",
    "Need",
    "Reason",
    "Text",
    "rank",
    "read_query",
    "reasons",
]
