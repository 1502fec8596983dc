"""Keeps the garbage collector out of the way while many records or frames are made at once."""

from __future__ import annotations

import gc
from collections.abc import Generator
from contextlib import contextmanager


@contextmanager
def collector_paused() -> Generator[None]:
    """Pause the collector inside the block; what was made is then left out of later collections.

    A full collection walks every object: 10 to 58 ms for a large map, in the middle of a gesture.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_on:
            gc.enable()
