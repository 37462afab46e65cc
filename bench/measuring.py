"""How two sides are timed in one run."""

from __future__ import annotations

import time
from collections.abc import Callable


def rounds(*sides: Callable[[], object], times: int) -> list[list[float]]:
    """Return the seconds of each of `sides`, one list a side, one time a round, taken in turn.

    They are seconds of the processor: what else the machine does in between is not counted.
    """
    taken: list[list[float]] = [[] for _ in sides]
    for _ in range(times):
        for seconds, side in zip(taken, sides, strict=True):
            start = time.process_time()
            side()
            seconds.append(time.process_time() - start)
    return taken
