"""The only place where a measurement is timed: the best of several runs, garbage collected before."""

from __future__ import annotations

import gc
import math
import time
from collections.abc import Callable


def best_of(runs: int, work: Callable[[], object]) -> float:
    """Return the seconds of the fastest of several ``runs``: the one least disturbed."""
    times = []
    for _ in range(runs):
        gc.collect()
        started = time.perf_counter()
        work()
        times.append(time.perf_counter() - started)
    return min(times)


def growth(smaller: tuple[int, float], larger: tuple[int, float]) -> str:
    """Return the exponent with which time grows between two sizes: 1 is linear."""
    (n, t), (m, u) = smaller, larger
    return f"n^{math.log(u / t) / math.log(m / n):.2f}"


def milliseconds(seconds: float) -> str:
    """Return ``seconds`` as people read them in a table."""
    return f"{seconds * 1000:.0f} ms"
