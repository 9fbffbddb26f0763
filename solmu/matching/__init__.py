"""Finds names that may mean the same actor, with reasons that a person can weigh."""

from __future__ import annotations

from solmu.matching.doubles import Double, Party, find_doubles
from solmu.matching.names import Towns, fold

__all__ = ["Double", "Party", "Towns", "find_doubles", "fold"]
