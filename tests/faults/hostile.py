"""Gives hostile files to the program and watches it: `python -m tests.faults.hostile READER FOLDER`.

Prints one line of JSON for each file: what became of it, what was said, the seconds of the processor and
the most memory that were used. A process of its own, so that what it uses is what the reader uses.
"""

from __future__ import annotations

import contextlib
import gc
import io
import json
import os
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from editor.model.trouble import Trouble
from tests.faults.strace import WHOLE

Read = Callable[[Path], Iterator[str]]
"""Reads a hostile file in one or more ways and yields what was said of each, "" if the file was borne."""


class Seen(NamedTuple):
    """What became of a file ("refused" and "borne" are good), and the seconds of its slowest reading."""

    file: str
    end: str
    said: str
    seconds: float
    megabytes: float


def watched(read: Read, path: Path) -> Seen:
    """Return what a reader makes of a file."""
    gc.collect()
    _forget_peak()
    slowest, said, end = 0.0, "", "borne"
    start = time.process_time()
    try:
        for told in read(path):
            slowest = max(slowest, time.process_time() - start)
            said = said or told
            start = time.process_time()
    except Trouble as trouble:
        said = str(trouble)
    except BaseException:
        end, said = "broken", traceback.format_exc()
    slowest = max(slowest, time.process_time() - start)
    return Seen(path.name, "refused" if said and end == "borne" else end, said, round(slowest, 3), peak())


def peak() -> float:
    """Return the most memory that this process has held, in MB, since it was last forgotten."""
    status = Path("/proc/self/status").read_text("ascii")
    return int(next(line for line in status.splitlines() if line.startswith("VmHWM")).split()[1]) / 1024


def _forget_peak() -> None:
    with contextlib.suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5")


def command(*words: str) -> tuple[int, str]:
    """Run a command in this process and return its exit code and what it said of errors."""
    from editor.app.command_line import main

    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = main(words)
    return code, err.getvalue()


def check(code: int, said: str) -> str:
    """Return what a command said: one line that begins with the program's name, and only if it refused."""
    if code == 2:
        assert said.startswith("safar: "), said
        assert said.count("\n") == 1, said
        assert "unexpected" not in said, said
        assert "Traceback" not in said, said
        return said.strip()
    assert not said, said
    return ""


def journey(path: Path) -> Iterator[str]:
    """All commands refuse the file in the same words; what is whole in it is told or refused."""
    from editor.session.session import Session

    said = check(*command("check", str(path)))
    yield said
    again = check(*command("info", str(path), "--json"))
    yield again
    out = path.with_suffix(".pdf")
    third = check(*command("export", str(path), "-o", str(out)))
    yield third
    assert (again, third) == (said, said)
    assert not out.exists()
    with contextlib.suppress(Trouble):
        Session.open_damaged(path, lambda _: None)  # type: ignore[arg-type, return-value]
    yield said


def bearable(path: Path) -> Iterator[str]:
    """The file opens; exporting it ends well or with one line."""
    yield check(*command("check", str(path)))
    for suffix in (".pdf", ".svg", ".png") if WHOLE else (".pdf",):
        out = path.with_suffix(suffix)
        refused = check(*command("export", str(path), "-o", str(out), *("--dpi", "72") * (suffix == ".png")))
        assert bool(refused) != out.exists()
        yield refused


def journal(path: Path) -> Iterator[str]:
    """What can be recovered is; what cannot is kept; and it keeps nobody from anything else."""
    from editor.session.recovering import Recovery

    recovery = Recovery(path.parent)
    found = recovery.found()
    yield ""
    for one in found:
        assert isinstance(one.title, str)
        try:
            recovery.preview(one)
            yield ""
            session, recorder = recovery.open(one, lambda _: None)  # type: ignore[arg-type, return-value]
            yield ""
            recorder.leave()
            session.close()
        except Trouble as trouble:
            yield str(trouble)
    assert list(path.parent.rglob(f"*{path.suffix}")), "a journal is gone"


def lock(path: Path) -> Iterator[str]:
    """The file is locked by us, or by whoever it says."""
    from editor.files.lock import Holder, lock_of, take

    place = lock_of(path.with_suffix(""))
    place.write_bytes(path.read_bytes())
    taken = take(path.with_suffix(""))
    if isinstance(taken, Holder):
        yield str(taken.trouble)
        taken = take(path.with_suffix(""), over=taken)
    assert not isinstance(taken, Holder)
    yield str(taken.problem or "")
    taken.release()
    assert not place.exists()


def index(path: Path) -> Iterator[str]:
    """The list of templates cannot be read: that is said, and the start page comes without them."""
    from editor.app import commands
    from editor.window.catalogue import Catalogue
    from editor.window.settings import Settings

    folder = path.with_suffix("")
    folder.mkdir()
    (folder / "index.json").write_bytes(path.read_bytes())
    commands.TEMPLATES = folder
    Catalogue(Settings(folder / "safar.ini"), folder, folder).shelves()
    yield check(*command("templates"))
    yield check(*command("new", "--template", "blank", "-o", str(folder / "new.journey")))


def table(path: Path) -> Iterator[str]:
    """A table becomes cards or is refused."""
    from editor.exchange.table import guarded, parse, unguarded, write_csv
    from editor.model.ids import Ids
    from editor.session.clip import Clip, pasted
    from editor.window.incoming import table_text
    from tests.build import journey

    text = table_text(path)
    here = journey("Learn: ad")
    here.apply(pasted(here, Clip(text=text), lane="lane-touchpoints", step="step-learn-1", ids=Ids(1)))
    yield ""
    rows = parse(text, "", str(path))
    assert all(unguarded(guarded(cell)) == cell for row in rows for cell in row)
    assert parse(write_csv(rows), ",") == rows
    yield ""


def picture(path: Path) -> Iterator[str]:
    """A picture becomes one that every painter can read, or is refused."""
    from editor.export.bitmaps import opened
    from editor.model.pictures import problem
    from editor.model.records import Image
    from editor.picture.frame import Bitmap
    from editor.picture.geometry import Rect
    from editor.window.incoming import picture_plan
    from tests.build import journey

    here = journey("Learn: ad")
    here.apply(picture_plan(path, ("card-ad",))(here))
    yield ""
    (image,) = here.all(Image)
    assert problem(image) == ""
    shown = opened(Bitmap(Rect(0, 0, 9, 9), image.id, image.data, image.media_type))
    assert not shown.getexif()
    assert not shown.info.keys() - {"dpi", "jfif", "jfif_version", "jfif_unit", "jfif_density"}
    for stranger in (b"<script", b"<svg", b"PK\x05\x06", b"GPS"):
        assert stranger not in image.data
    yield ""


def fragment(path: Path) -> Iterator[str]:
    """What is on the clipboard is no part of a map."""
    from editor.session.clip import loads

    loads(path.read_bytes())
    yield ""


READERS: dict[str, Read] = {
    "journey": journey, "bearable": bearable, "journal": journal, "lock": lock, "index": index,
    "table": table, "picture": picture, "fragment": fragment,
}  # fmt: skip


def main(reader: str, folder: Path) -> None:
    """Give every file in `folder` to a reader, each in a folder of its own."""
    os.environ["XDG_STATE_HOME"] = str(folder / "state")
    if reader in ("window", "settings", "crash"):
        from tests.faults.hostile_window import WINDOWS

        watch: Any = WINDOWS[reader](folder)
    else:
        watch = READERS[reader]
    for file in sorted(entry for entry in folder.iterdir() if entry.is_file()):
        own = folder / file.name.replace(".", "-")
        own.mkdir()
        path = file.rename(own / file.name)
        print(json.dumps(watched(watch, path)._asdict()), flush=True)
    # A window that is still there when the interpreter ends takes Qt down with it.
    os._exit(0)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
