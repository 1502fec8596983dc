"""Two processes on one map, step by step: it is whole at every step, and no save is lost without a word."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest

from editor.files.format import dumps
from editor.files.lock import lock_of
from editor.files.processes import this_process
from editor.files.reading import loads
from tests.build import journey
from tests.faults.strace import WHOLE
from tests.faults.turns import MAP, Turner, turners

LONGEST = 400
WAYS = ("fresh", "dead", "over")
"""No lock, the lock of a dead process, or that of another computer which both take over."""

Schedule = Callable[[int, list[Turner]], Turner]
"""Who is next, given how many steps were made and who still works."""


def prepared(folder: Path, way: str) -> Path:
    folder.mkdir(parents=True)
    path = folder / MAP
    path.write_bytes(dumps(journey("Buy: pay", title="0").records()))
    host = "elsewhere" if way == "over" else this_process().host
    process = {"pid": 2**22 + 1, "host": host, "user": "ghost", "started": ""}
    if way != "fresh":
        document = {"process": process, "since": "2026-01-02T03:04:05+00:00", "token": "t"}
        lock_of(path).write_text(json.dumps(document), "utf-8")
    return path


def title(path: Path) -> str:
    return loads(path.read_bytes(), "x").journey.map.title


def one_in(first: int, after: int) -> Schedule:
    """Let one go for some steps, then the other to its end, then the one."""
    return lambda count, working: working[(first + (count >= after)) % len(working)]


def at_random(seed: int) -> Schedule:
    """Let one of them go on for some steps each time."""
    random = Random(seed)
    often = random.choice((0.1, 0.3, 0.6))
    place = [0]

    def choose(count: int, working: list[Turner]) -> Turner:
        if random.random() < often:
            place[0] += 1
        return working[place[0] % len(working)]

    return choose


def schedules() -> Iterator[tuple[str, Schedule]]:
    steps = range(1, 36) if WHOLE else range(1, 36, 3)
    for way in WAYS:
        yield from ((way, one_in(first, after)) for first in (0, 1) for after in steps)
        yield from ((way, at_random(seed)) for seed in range(100 if WHOLE else 44))


def run(path: Path, way: str, choose: Schedule, pair: list[Turner]) -> tuple[str, ...]:
    """Let two work on a map by turns and return how it ended for each."""
    for one in pair:
        one.begin(path.parent, way)
    for count in range(LONGEST):
        working = [one for one in pair if not one.outcome]
        if not working:
            break
        choose(count, working).turn()
        assert title(path) in ("0", "0A", "0B", "0AB", "0BA")
    return tuple(one.outcome for one in pair)


@pytest.fixture(scope="module")
def pair() -> Iterator[list[Turner]]:
    with turners("A", "B") as made:
        yield made


def test_no_save_is_lost_without_a_word(tmp_path: Path, pair: list[Turner]) -> None:
    ends: Counter[tuple[str, ...]] = Counter()
    for number, (way, choose) in enumerate(schedules()):
        path = prepared(tmp_path / str(number), way)
        outcomes = run(path, way, choose, pair)
        saved = {one.name for one in pair if one.outcome == "saved"}
        assert set(title(path)[1:]) == saved
        assert set(outcomes) <= {"saved", "told"}
        assert saved
        left = {file.name for file in path.parent.iterdir()} - {MAP, f"{MAP}~"}
        assert not left, (way, outcomes, left)
        ends[outcomes] += 1
    print(f"{ends.total()} interleavings of two processes: {dict(ends)}")
    assert ends.total() >= 200
    assert len(ends) > 2


def test_without_locks_the_schedules_would_find_lost_saves(tmp_path: Path, pair: list[Turner]) -> None:
    lost = 0
    for after in range(8, 24):
        path = prepared(tmp_path / str(after), "fresh")
        run(path, "unguarded", one_in(0, after), pair)
        lost += {one.outcome for one in pair} == {"saved"} and len(title(path)) < 3
    assert lost > 0
