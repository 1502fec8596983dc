"""What saving 10,000 cards costs beside writing the same bytes, and what journalling a step costs.

The disk is part of both, so these are times of the clock; the saves and their baseline take turns.
"""

from __future__ import annotations

import gc
import json
import os
import tempfile
from collections.abc import Callable
from io import RawIOBase
from pathlib import Path
from statistics import median
from time import perf_counter, process_time, thread_time

from editor.files.format import dumps
from editor.model.edits.wording import retitle
from editor.model.journey import Journey
from editor.picture.frame import Picture
from editor.session.recovering import Recovery
from editor.session.session import Session
from tests.big_map import big_journey
from tests.build import big

ROUNDS = 15
STEPS = 400
LINE = b"x" * 400 + b"\n"


def measure() -> list[tuple[str, float, float]]:
    """Return ratios of saving to `json.dumps` and one synced write, and milliseconds of journalling."""
    persian = big(text="در جست‌وجوی نانِ تازه، خیابان را «می‌گردد»")
    with tempfile.TemporaryDirectory() as folder:
        rows = [
            (f"save 10,000 cards{what} / json.dumps + one synced write", save_ratio(Path(folder), map_), 2.0)
            for what, map_ in (("", big_journey()), (" with owners", big()), (" in Persian", persian))
        ]
        called, worked, share = journalling(Path(folder))
    return [
        *rows,
        ("journalling a step, of the window's own time, 99th percentile ms", called, 2.0),
        ("journalling a step, on all threads until it is synced, 99th percentile ms", worked, 2.0),
        ("a journalled step until it is synced / one bare synced line", share, 4.0),
    ]


def save_ratio(folder: Path, journey: Journey) -> float:
    """Return the time of `Session.save`, with check, backup and syncs, over that of the bare minimum."""
    path = folder / "big.journey"
    path.write_bytes(dumps(journey.records()))
    session = Session.open(path, undrawn, guarded=True)
    document = json.loads(path.read_bytes())
    rounds = [(seconds(session.save), seconds(lambda: bare(folder, document))) for _ in range(ROUNDS)]
    session.close()
    return median(ours for ours, _ in rounds) / median(its for _, its in rounds)


def bare(folder: Path, document: object) -> None:
    content = json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    with (folder / "bare.json").open("wb") as file:
        file.write(content.encode())
        file.flush()
        os.fsync(file.fileno())


def journalling(folder: Path) -> tuple[float, float, float]:
    """Return what steps cost the window, and all threads until they are synced, each at the 99th percentile.

    These are milliseconds of the processor; the third is the median time of the clock until a step is synced,
    over that of writing and syncing the same line barely.
    """
    session = Session(big(), undrawn)
    recorder = Recovery(folder / "recovery").record(session)
    called, worked, written, bare_ones = list[float](), list[float](), list[float](), list[float]()
    with (folder / "bare.journal").open("wb", buffering=0) as file:
        for number in range(STEPS):
            change = retitle(session.journey, "map", f"Title {number}")
            start, mine, everyone = perf_counter(), thread_time(), process_time()
            session.do("Name the map", change)
            called.append(1000 * (thread_time() - mine))
            recorder.flush()
            written.append(perf_counter() - start)
            worked.append(1000 * (process_time() - everyone))
            bare_ones.append(seconds(lambda: synced(file), collected=True))
    recorder.close()
    # The first one makes the journal, with the whole map in it.
    share = median(written[1:]) / median(bare_ones[1:])
    return percentile(called[1:]), percentile(worked[1:]), share


def synced(file: RawIOBase) -> None:
    file.write(LINE)
    os.fsync(file.fileno())


def percentile(values: list[float]) -> float:
    return sorted(values)[int(0.99 * len(values))]


def seconds(act: Callable[[], object], *, collected: bool = False) -> float:
    if not collected:
        gc.collect()
    gc.disable()
    start = perf_counter()
    act()
    took = perf_counter() - start
    gc.enable()
    return took


def undrawn(journey: Journey) -> Picture:
    raise AssertionError("nothing is drawn here")
