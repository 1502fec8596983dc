"""Fuzzing: `python -m tests.faults.fuzz [READER …] [--seconds 60]` gives readers what atheris thinks of.

Without a reader all are fuzzed, two at a time. Every run takes the same way unless `--seed` names another:
how far it comes depends on the machine, what it meets on the way does not. It begins from
`tests/faults/seeds/READER`; anything but the refusals that a reader declares is a find: its input is printed
and kept in `tests/faults/seeds/found/READER`, where it becomes a case of `tests/faults/test_hostile.py`.
"""

from __future__ import annotations

import argparse
import io
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from itertools import repeat
from pathlib import Path

from tests.faults.strace import ROOT

SEEDS = ROOT / "tests" / "faults" / "seeds"
LONGEST = 20_000
"""Bytes of an input: what is found in long ones is found in short ones, sooner."""
MEMORY, SLOWEST = 512, 2
"""Megabytes of the process; seconds of one input, which watching makes five times slower."""

Target = Callable[[bytes], object]


def journey(content: bytes) -> None:
    """A file, read and, where that is refused, salvaged; what is read can be written and read again."""
    from editor.files.format import dumps
    from editor.files.reading import loads
    from editor.files.salvage import salvage
    from editor.model.trouble import Trouble

    try:
        opened = loads(content, "x")
    except Trouble:
        try:
            opened = salvage(content, "x")
        except Trouble:
            return
    again = dumps(opened.journey.records())
    assert dumps(loads(again, "x").journey.records()) == again


def journal(content: bytes) -> None:
    """A recovery journal: lines with good checksums, whatever is in them."""
    from editor.files.recovery import chained, replay
    from editor.history.history import History
    from editor.model.fault import Misfit
    from tests.build import journey

    replay(content)
    check, whole = "", b""
    for text in content.decode("utf-8", "replace").split("\n"):
        line, check = chained(check, text)
        whole += line
    start, deeds, lost = replay(whole)
    assert lost >= 0
    assert start is not None or not deeds
    history = History(journey("Learn: ad > Buy: pay"))
    for deed in deeds:
        try:
            history.repeat(deed)
        except Misfit:
            break


def table(content: bytes) -> None:
    """The text of a table; what is read can be written and read again."""
    from editor.exchange.table import decoded, parse, write_csv
    from editor.model.trouble import Trouble

    try:
        rows = parse(decoded(content, "x"), "", "x")
    except Trouble:
        return
    assert parse(write_csv(rows), ",") == rows


def picture(content: bytes) -> None:
    """A picture that comes in."""
    from PIL import Image

    from editor.model.pictures import problem
    from editor.model.trouble import Trouble
    from editor.session.taking_in import taken_in

    try:
        made = taken_in(content, "x", "x")
    except Trouble:
        return
    assert problem(made) == ""
    Image.open(io.BytesIO(made.data)).load()


def lock(content: bytes) -> None:
    """The lock of a file, and the index of templates."""
    from editor.files import templates
    from editor.files.lock import Holder, lock_of, take
    from editor.model.trouble import Trouble

    folder = Path(tempfile.gettempdir()) / f"safar-fuzz-{os.getpid()}"
    folder.mkdir(exist_ok=True)
    path = folder / "map.journey"
    lock_of(path).write_bytes(content)
    (folder / templates.INDEX).write_bytes(content)
    taken = take(path)
    assert str(taken.trouble) if isinstance(taken, Holder) else taken.problem is None
    try:
        templates.entries(folder)
    except Trouble:
        return


def version(content: bytes) -> None:
    """A version of a map: as it is, and with a good checksum, whatever is in it."""
    from hashlib import sha256

    from editor.files import versions
    from editor.model.trouble import Trouble

    folder = Path(tempfile.gettempdir()) / f"safar-fuzz-{os.getpid()}-versions"
    folder.mkdir(exist_ok=True)
    sealed = sha256(content).hexdigest().encode() + b" " + content
    for name, whole in (("raw", content), ("sealed", sealed)):
        (folder / f"{name}{versions.SUFFIX}").write_bytes(whole)
    found = versions.listed(folder)
    assert len(found) == 2
    assert versions.superfluous(found, found[0].when) == ()
    for one in found:
        try:
            versions.content_of(one)
        except Trouble:
            continue


TARGETS: dict[str, Target] = {
    "journey": journey, "journal": journal, "table": table, "picture": picture, "lock": lock,
    "version": version,
}  # fmt: skip
PACKAGES = ["editor.files", "editor.exchange", "editor.model", "editor.history", "editor.session", "PIL"]
"""What is watched for new paths."""


def fuzz(reader: str, words: list[str]) -> None:
    """Fuzz one reader in this process until libFuzzer ends it."""
    import atheris

    target = TARGETS[reader]
    with atheris.instrument_imports(include=PACKAGES):
        target(b"")
    atheris.Setup([reader, *words], target)
    atheris.Fuzz()


@cache
def same_addresses() -> list[str]:
    """What a command begins with so that its memory lies where it lay the last time, where that is allowed.

    libFuzzer chooses what to change next by tables that hang on addresses and hashes too.
    """
    words = ["setarch", "-R"]
    tried = shutil.which(words[0]) and subprocess.run([*words, "true"], capture_output=True, check=False)
    return words if tried and tried.returncode == 0 else []


def watched(reader: str, seconds: int, seed: int) -> int:
    """Fuzz one reader in a process of its own and tell how it went; return how many finds there are."""
    found = SEEDS / "found" / reader
    with tempfile.TemporaryDirectory(prefix="safar-fuzz-") as folder:
        corpus, finds = Path(folder) / "corpus", Path(folder) / "finds"
        corpus.mkdir()
        finds.mkdir()
        words = [
            str(corpus), str(SEEDS / reader), f"-seed={seed}", f"-max_total_time={seconds}",
            f"-max_len={LONGEST}", f"-rss_limit_mb={MEMORY}", f"-timeout={SLOWEST * 5}",
            f"-artifact_prefix={finds}/", "-print_final_stats=1",
        ]  # fmt: skip
        done = subprocess.run(
            [*same_addresses(), sys.executable, "-m", "tests.faults.fuzz", "--inside", reader, *words],
            cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": "0"},
            capture_output=True, text=True, errors="replace", check=False,
        )  # fmt: skip
        inputs = sorted(finds.iterdir())
        for find in inputs:
            found.mkdir(parents=True, exist_ok=True)
            kept = found / f"{find.name[:24]}.bin"
            kept.write_bytes(find.read_bytes())
            print(f"{reader}: {kept.relative_to(ROOT)}\n{done.stdout[-3000:]}\n{done.stderr[-1000:]}")
        runs = [line.split()[-1] for line in done.stderr.splitlines() if "executed_units" in line]
    if done.returncode and not inputs:
        print(f"{reader}: ended with {done.returncode}\n{done.stdout[-3000:]}\n{done.stderr[-3000:]}")
    print(f"{reader}: {' '.join(runs) or 'no'} inputs, {len(inputs)} finds")
    return len(inputs) + bool(done.returncode and not inputs)


def main(words: list[str]) -> int:
    """Fuzz the readers that are named, two at a time; 1 if anything was found."""
    if words[:1] == ["--inside"]:
        fuzz(words[1], words[2:])
        return 0
    parser = argparse.ArgumentParser()
    parser.add_argument("readers", nargs="*", choices=[*TARGETS, []])
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--seed", type=int, default=4)
    given = parser.parse_args(words)
    try:
        import atheris  # noqa: F401
    except ImportError:
        print("atheris is not to be had for this system: nothing was fuzzed")
        return 0
    with ThreadPoolExecutor(2) as pool:
        readers = given.readers or list(TARGETS)
        finds = pool.map(watched, readers, repeat(given.seconds), repeat(given.seed))
        return int(any(finds))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
