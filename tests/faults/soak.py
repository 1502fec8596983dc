"""The soak: a real window edits and acknowledges, is killed at random moments, and everything is there again.

`python -m tests.faults.soak [--kills 1000] [--workers 2] [--seed 1]` (see `tests/faults/soaker.py` for the
window). After each kill the map is recovered as a person would do it, and must be what it was after the last
edit that was acknowledged, or after one that was just being written. A text that was still being written
counts as an edit as soon as its draft was acknowledged. The next round goes on from there.
"""

from __future__ import annotations

import argparse
import importlib
import os
import pkgutil
import shutil
import signal
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from itertools import islice
from pathlib import Path
from random import Random
from typing import IO, NamedTuple

import editor
from editor.files.format import dumps
from editor.files.reading import loads
from tests.faults import soaker
from tests.faults.soaker import recovered, states
from tests.faults.strace import ROOT

SAMPLES = ("shoe-shop", "bakery", "clinic-visit", "laptop")
CHAIN = 8
"""Rounds after which a fresh sample takes the place of the map: random edits make it small in the end."""
LONGEST = 1.0
"""Seconds that a window may edit before it is killed."""
UNDER_WAY = 2
"""Edits that may have been made and not yet acknowledged."""


class Round(NamedTuple):
    """One kill: how many edits were acknowledged, and what was wrong, if anything."""

    seed: int
    acknowledged: int
    saved: int
    wrong: str


def soak(kills: int, seed: int) -> list[Round]:
    """Kill a window so many times, each time after recovery from the last, and return what was found."""
    load_everything()
    folder = Path(tempfile.mkdtemp(prefix="safar-soak-"))
    try:
        return [_round(folder, seed * 100_000 + number, number) for number in range(kills)]
    finally:
        shutil.rmtree(folder)


def _round(folder: Path, seed: int, number: int) -> Round:
    path, state, random = folder / "map.journey", folder / "state", Random(seed)
    if number % CHAIN == 0:
        shutil.rmtree(state, ignore_errors=True)
        shutil.copy(ROOT / "samples" / f"{SAMPLES[number // CHAIN % len(SAMPLES)]}.journey", path)
    before = path.read_bytes()
    said = _killed(path, state, seed, random)
    acknowledged, saved = _last(said, "ack"), _last(said, "saved")
    wrong = _wrong(path, state, before, seed, acknowledged)
    return Round(seed, acknowledged, saved, wrong)


def _killed(path: Path, state: Path, seed: int, random: Random) -> list[str]:
    """Start a window on the map, kill it at a random moment after its first acknowledgement."""
    with tempfile.TemporaryFile("w+") as errors:
        window, out = _started([str(path), str(state), "--seed", str(seed)], errors)
        said: list[str] = []
        with os.fdopen(out) as lines:
            while not said or said[-1] not in ("ack 1\n", ""):
                said.append(lines.readline())
            time.sleep(random.random() * LONGEST)
            os.kill(window, signal.SIGKILL)
            said += lines.readlines()
        _, status = os.waitpid(window, 0)
        errors.seek(0)
        told = errors.read()
        if not os.WIFSIGNALED(status) or told:
            raise AssertionError(f"seed {seed}: the window ended by itself ({status}): {told}")
    return said


def _started(words: list[str], errors: IO[str]) -> tuple[int, int]:
    """Return the number of a process with the window, and the end of the pipe on which it tells.

    It is a copy of this process, which has all modules loaded: half of the time of a start is that.
    """
    sys.stdout.flush()
    out, into = os.pipe()
    window = os.fork()
    if window == 0:
        os.dup2(into, 1)
        os.dup2(errors.fileno(), 2)
        os.closerange(3, 100)
        sys.stdout, sys.stderr = os.fdopen(1, "w"), os.fdopen(2, "w")
        os._exit(soaker.main(words))
    os.close(into)
    return window, out


def load_everything() -> None:
    """Import every module of the editor, which the windows then have from the start."""
    for module in pkgutil.walk_packages(editor.__path__, "editor."):
        importlib.import_module(module.name)


def _last(said: list[str], word: str) -> int:
    """Return the number in the last whole line that begins with `word`."""
    numbers = [int(line.split()[1]) for line in said if line.startswith(word) and line.endswith("\n")]
    return max(numbers, default=0)


def _wrong(path: Path, state: Path, before: bytes, seed: int, acknowledged: int) -> str:
    """Recover the map for the next round; return what is wrong with it, or nothing."""
    found = dumps(recovered(path, state, save=True).records())
    loads(found, str(path))
    if path.read_bytes() != found:
        return "the file is not what was recovered"
    could_be = islice(states(before, seed), acknowledged, acknowledged + UNDER_WAY + 1)
    return "" if found in could_be else f"not the map after edit {acknowledged}"


def main(words: list[str]) -> int:
    """Soak in as many processes as there are workers; 1 if anything was lost."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--kills", type=int, default=1000)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args(words)
    shares = [len(range(worker, given.kills, given.workers)) for worker in range(given.workers)]
    start = time.monotonic()
    with ProcessPoolExecutor(given.workers) as pool:
        parts = pool.map(soak, shares, range(given.seed, given.seed + given.workers))
        rounds = [one for part in parts for one in part]
    lost = [one for one in rounds if one.wrong]
    print(
        f"{len(rounds)} kills, {sum(one.acknowledged for one in rounds)} acknowledged edits, "
        f"{sum(one.saved > 0 for one in rounds)} windows had saved, {len(lost)} lost, "
        f"{time.monotonic() - start:.0f} s"
    )
    for one in lost:
        print(f"seed {one.seed}: {one.wrong}")
    return int(bool(lost))


if __name__ == "__main__":
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    sys.exit(main(sys.argv[1:]))
