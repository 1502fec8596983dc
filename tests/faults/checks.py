"""What must hold of a folder after an act, however it ended."""

from __future__ import annotations

import json
from pathlib import Path

from editor.files import versions
from editor.files.format import dumps
from editor.files.lock import Lock, lock_of, take
from editor.files.reading import loads
from editor.files.recovery import SUFFIX, replay
from editor.history.history import History
from tests.faults import samples
from tests.faults.victim import INK, MAP, NEW, OLD


def check(folder: Path, act: str, *, saved: bool) -> None:
    """What was there is whole, old or new; what was acknowledged is there."""
    if act in ("journal", "draft", "keep", "rotate"):
        check_journals(folder, act, written=saved)
    elif act in samples.EXPORTS:
        check_export(folder / f"map.{act}", act, saved=saved)
    elif act == "settings":
        check_settings(folder / INK, saved=saved)
    elif act == "version":
        check_versions(versions.folder_of(folder / MAP), saved=saved)
    else:
        check_map(folder, act, saved=saved)
        check_lock(folder)
        if act in ("work", "save_as", "offer", "recover"):
            check_work(folder, act)


def check_map(folder: Path, act: str, *, saved: bool) -> None:
    """The map is the old or the new one, whole; the new one once it is said to be saved."""
    file = folder / MAP
    now = file.read_bytes() if file.exists() else None
    old, new = samples.before(act), samples.after(act)
    assert now == new if saved else now in (old, new)
    backup = folder / f"{MAP}~"
    assert not backup.exists() or backup.read_bytes() == old


def check_lock(folder: Path) -> None:
    """The dead hold no lock: whoever comes next gets the map."""
    for name in (MAP, f"other-{MAP}"):
        taken = take(folder / name)
        assert isinstance(taken, Lock)
        assert taken.problem is None
        taken.release()
        assert not lock_of(folder / name).exists()


def check_work(folder: Path, act: str) -> None:
    """The shop can be opened; what was done is in a map or in a journal that can be replayed."""
    loads((folder / MAP).read_bytes(), "x")
    other = folder / f"other-{MAP}"
    assert not other.exists() or other.read_bytes() == samples.SHOP_SAVED
    if act in ("offer", "recover"):
        saved = (folder / MAP).read_bytes() == samples.SHOP_SAVED
        assert saved or any(ends(file) == samples.SHOP_SAVED for file in journals(folder / "recovery"))


def journals(folder: Path) -> list[Path]:
    return list(folder.glob(f"*{SUFFIX}"))


def ends(file: Path) -> bytes | None:
    """The map to which a journal leads, if it can be read."""
    start, deeds, _ = replay(file.read_bytes())
    if start is None:
        return None
    shop = loads(start.content, "x").journey
    history = History(shop)
    for deed in deeds:
        history.repeat(deed)
    return dumps(shop.records())


def check_journals(folder: Path, act: str, *, written: bool) -> None:
    """What was acknowledged is in the journal or in the saved map, and nothing else is."""
    found = [replay(file.read_bytes()) for file in journals(folder / "safar" / "recovery")]
    first, second = samples.deeds()
    whole = [deeds for start, deeds, _ in found if start is not None]
    if act == "journal":
        assert whole == [(first, second)] if written else whole in ([(first,)], [(first, second)])
    if act == "draft":
        assert whole == [(second,)] if written else whole in ([(first,)], [(second,)])
    if act == "keep":
        assert whole == [(first,)] if written else whole in ([], [()], [(first,)]), whole
    if act == "rotate":
        # A first journal that a power cut brings back has nothing that the map has not.
        assert (second,) in whole or not written
        assert all(one in ((), (first,), (second,)) for one in whole)
        assert (folder / MAP).read_bytes() == NEW


def check_export(file: Path, act: str, *, saved: bool) -> None:
    """The export is the old file or a new one that is whole."""
    now = file.read_bytes()
    if now == OLD:
        assert not saved
        return
    begin, end = {
        "pdf": (b"%PDF-", b"%%EOF\n"), "svg": (b"<?xml", b"</svg>"), "png": (b"\x89PNG", b"IEND\xaeB`\x82"),
    }[act]  # fmt: skip
    assert now.startswith(begin)
    assert now.rstrip(b"\n").endswith(end.rstrip(b"\n"))


def check_settings(file: Path, *, saved: bool) -> None:
    """All settings are there, with the new or the old theme."""
    now = json.loads(file.read_bytes())
    assert now["panel/outline"] is False
    assert now["theme"] == "dark" or (now["theme"] == "light" and not saved)


def check_versions(folder: Path, *, saved: bool) -> None:
    """Every version that is there is whole; what was said to be kept is there."""
    found = {one.file.stem: (one.name, versions.content_of(one)) for one in versions.listed(folder)}
    whole = {"1": ("", OLD), "2": ("second", NEW)}
    half = {**whole, "2": ("", NEW)}
    assert found == whole if saved else found in ({}, {"1": whole["1"]}, half, whole)


def left_over(folder: Path) -> list[str]:
    """Temporary files, except in the folder of kept journals."""
    return [file.name for file in folder.rglob("*") if file.name.startswith(".safar-")]
