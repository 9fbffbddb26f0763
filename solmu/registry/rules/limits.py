"""The only place for how often one may ask what costs the server something."""

from __future__ import annotations

from solmu.passes.rules import Limit

# Whoever types asks anew at every pause; this many in ten minutes are no longer a person's.
SEARCHES = Limit("searches", failures=600, seconds=10 * 60)
