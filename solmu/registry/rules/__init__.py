"""The registry's pure decisions: how claims become a tie, and what a file means beside what is known."""

from __future__ import annotations

from solmu.registry.rules.resolving import (
    COUNTED,
    DENIED,
    STATUSES,
    Resolved,
    Said,
    StrengthRule,
    arcs,
    do_differ,
    is_confirmed_by_both,
    is_drawn_mutual,
    makes_loop,
    resolve,
    strength,
)

__all__ = [
    "COUNTED",
    "DENIED",
    "STATUSES",
    "Resolved",
    "Said",
    "StrengthRule",
    "arcs",
    "do_differ",
    "is_confirmed_by_both",
    "is_drawn_mutual",
    "makes_loop",
    "resolve",
    "strength",
]
