"""The only place that gathers all comparisons, so that importing it makes the catalogue whole."""

from solmu.sna.comparisons import (
    best_tie,
    change,
    cug,
    groups_by_chance,
    key_players,
    mrqap,
    multiplex,
    qap,
    robustness,
    two_mode,
    what_if,
)

__all__ = [
    "best_tie",
    "change",
    "cug",
    "groups_by_chance",
    "key_players",
    "mrqap",
    "multiplex",
    "qap",
    "robustness",
    "two_mode",
    "what_if",
]
