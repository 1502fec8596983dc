"""What comes in from files that are dropped on the map: tables and pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.exchange.table import decoded, parse, write_tsv
from editor.files.causes import told_reading
from editor.model.edits.picturing import set_picture
from editor.model.pictures import LARGEST
from editor.model.records import Image
from editor.model.trouble import Trouble
from editor.session.taking_in import taken_in

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from editor.model.change import Change
    from editor.model.journey import Journey
    from editor.session.plans import Plan


LARGEST_TOGETHER = 24 * 1024 * 1024
"""Bytes of all pictures of a map, so that its file stays one that can be opened."""


def table_text(path: Path) -> str:
    """Return a table's file as spreadsheets copy tables; raises Trouble."""
    return write_tsv(parse(decoded(_content(path), str(path)), place=str(path)))


def picture(path: Path, kind: str) -> Image:
    """Return the picture in that file for a record of the kind `kind`; raises Trouble for a bad one."""
    return taken_in(_content(path), path.stem, str(path), kind)


def picture_plan(path: Path, keys: Sequence[str], kind: str = "card") -> Plan:
    """Return the plan that gives records of one kind the picture in that file; raises Trouble."""
    image = picture(path, kind)

    def plan(journey: Journey) -> Change:
        _check_room(journey, image, path)
        return set_picture(journey, keys, image)

    return plan


def _check_room(journey: Journey, image: Image, path: Path) -> None:
    together = {known.id: len(known.data) for known in (*journey.all(Image), image)}
    if sum(together.values()) > LARGEST_TOGETHER:
        problem = "The pictures of the map would be larger than {most} MB together."
        remedy = "Take other pictures away first, or choose a smaller one."
        raise Trouble(problem, remedy, place=str(path), most=LARGEST_TOGETHER // 1024**2)


def _content(path: Path) -> bytes:
    with told_reading(path):
        if path.exists() and not path.is_file():
            raise Trouble("It is not a file.", "Choose a file.", place=str(path))
        if path.stat().st_size > LARGEST:
            raise Trouble("The file is larger than 20 MB.", "Choose a smaller file.", place=str(path))
        return path.read_bytes()
