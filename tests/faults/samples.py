"""What the victims work on."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from editor.files import recovery, versions
from editor.files.deeds import packed
from editor.files.format import dumps
from editor.files.lock import lock_of
from editor.files.processes import Process, this_process
from editor.files.recovery import Start
from editor.files.versions import Version
from editor.history.history import History
from editor.history.steps import Deed
from editor.model.change import Change
from editor.model.edits.wording import retitle
from editor.model.records import Owner
from tests.build import journey
from tests.faults.victim import INK, MAP, NEW, OLD

if TYPE_CHECKING:
    from editor.picture.frame import Picture

GHOST = Process(2**22 + 1, "here", "ghost")
DEAD = Process(2**22 + 1, this_process().host, "ghost")
WHEN = datetime(2026, 1, 1, tzinfo=UTC)
SHOP = dumps(journey("Buy: pay", title="Old").records())
SHOP_SAVED = dumps(journey("Buy: pay", title="New").records())
SETTINGS = b'{"panel/outline": false, "theme": "light"}'
EXPORTS = ("pdf", "svg", "png")


def deeds() -> tuple[Deed, Deed]:
    """Two deeds that follow each other."""
    one, other = Owner("owner-1", "a0", "A" * 3000), Owner("owner-2", "a1", "B")
    return Deed("do", "First", Change({"owner-1": one})), Deed("do", "Second", Change({"owner-2": other}))


def drafts() -> tuple[Deed, Deed]:
    """The same as drafts: the second takes the place of the first."""
    first, second = deeds()
    return replace(first, act="draft"), replace(second, act="draft")


def start() -> Start:
    """The first line of a journal; the process is none that can be."""
    return Start(None, "", b"{}\n", GHOST, WHEN)


def left_journal(path: Path) -> bytes:
    """What a crash has left of the shop at `path` once its title was changed."""
    shop, done = journey("Buy: pay", title="Old"), list[Deed]()
    history = History(shop)
    history.follow(done.append)
    history.do("Name the map", retitle(shop, "map", "New"))
    content, check = recovery.begin(Start(path, "", SHOP, DEAD, WHEN))
    return content + recovery.chained(check, packed(done[0]))[0]


def version(number: int) -> Version:
    """A version that is still to be kept."""
    return Version(Path(f"{number}{versions.SUFFIX}"), WHEN + timedelta(hours=number), "", "Delete")


def prepare(folder: Path, act: str) -> Path:
    """Make a folder as the act finds it."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    if act in ("save", "copy", "careless", "check", "lock"):
        (folder / MAP).write_bytes(OLD)
    elif act in ("work", "save_as", "offer", "recover"):
        (folder / MAP).write_bytes(SHOP)
    elif act in EXPORTS:
        (folder / f"map.{act}").write_bytes(OLD)
    elif act == "settings":
        (folder / INK).write_bytes(SETTINGS)
    if act == "lock":
        lock_of(folder / MAP).write_bytes(b"left by the dead")
    if act in ("offer", "recover"):
        (folder / "recovery").mkdir()
        (folder / "recovery" / f"left{recovery.SUFFIX}").write_bytes(left_journal(folder / MAP))
    return folder


def before(act: str) -> bytes | None:
    """The map before the act."""
    if act in ("create", "journal", "keep", "rotate", *EXPORTS, "settings"):
        return None
    return SHOP if act in ("work", "save_as", "offer", "recover") else OLD


def after(act: str) -> bytes:
    """The map after the act."""
    if act in ("lock", "offer", "save_as"):
        return before(act) or b""
    return SHOP_SAVED if act in ("work", "recover") else NEW


@lru_cache(maxsize=1)
def picture() -> Picture:
    """A drawn map."""
    from editor.session.drawing import map_layout

    return map_layout().lay_out(journey("Learn: ad, search > Buy: shop, pay", title="Shoes"))
