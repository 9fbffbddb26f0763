"""The only place where upper slices follow every act, to keep what they have made of the rows that it changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from solmu.ledger.models import Change

# Called with the network's id and the changes, in the act's own transaction; an undo is an act too.
AFTER_ACT: list[Callable[[int | None, Sequence[Change]], object]] = []
