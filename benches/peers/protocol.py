"""How a peer takes part: it gets ready, tells its answer, and runs when it is asked.

One line goes out when everything is loaded and one run has warmed up: `ready` and the answer. For every line that comes in, one measurement goes out: the nanoseconds of one run.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from typing import Any

import numpy as np


def serve(run: Callable[[], Any], answer: Callable[[Any], str], inner: int = 1) -> None:
    """Serves until the input ends; a measurement is the mean of so many runs."""
    print("ready", answer(run()), flush=True)
    for _ in sys.stdin:
        begun = time.perf_counter_ns()
        for _ in range(inner):
            run()
        print((time.perf_counter_ns() - begun) / inner, flush=True)


def checksum(numbers: Any) -> int:
    """A checksum of numbers in their order, which any language can make."""
    numbers = np.asarray(numbers, dtype=np.uint64).ravel()
    place: Any = np.arange(1, len(numbers) + 1, dtype=np.uint64)
    with np.errstate(over="ignore"):
        return int(((numbers + np.uint64(1)) * (place * np.uint64(0x9E3779B97F4A7C15) | np.uint64(1))).sum(dtype=np.uint64))


def column(folder: str, name: str, kind: str = "<u4") -> Any:
    return np.fromfile(f"{folder}/{name}.bin", dtype=kind)
