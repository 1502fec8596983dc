"""What comes in from files that are dropped on the map: tables and pictures."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from editor.exchange.table import decoded, parse, write_tsv
from editor.model.edits.plan import Plan as Draft
from editor.model.pictures import LARGEST
from editor.model.records import Card, Image
from editor.model.trouble import Trouble
from editor.session.taking_in import taken_in

if TYPE_CHECKING:
    from pathlib import Path

    from editor.model.change import Change
    from editor.model.journey import Journey
    from editor.session.plans import Plan


LARGEST_TOGETHER = 24 * 1024 * 1024
"""Bytes of all pictures of a map, so that its file stays one that can be opened."""


def table_text(path: Path) -> str:
    """Return a table's file as spreadsheets copy tables; raises Trouble."""
    return write_tsv(parse(decoded(_content(path), str(path)), place=str(path)))


def picture_plan(path: Path, card: str) -> Plan:
    """Return the plan that puts the picture in that file on a card; raises Trouble for a bad one."""
    image = taken_in(_content(path), path.stem, str(path))

    def plan(journey: Journey) -> Change:
        draft = Draft(journey)
        _check_room(journey, image, path)
        if image.id not in journey:
            draft.put(image)
        draft.put(replace(journey.one(Card, card), image=image.id))
        return draft.change()

    return plan


def _check_room(journey: Journey, image: Image, path: Path) -> None:
    together = {known.id: len(known.data) for known in (*journey.all(Image), image)}
    if sum(together.values()) > LARGEST_TOGETHER:
        problem = "The pictures of the map would be larger than {most} MB together."
        remedy = "Take other pictures away first, or choose a smaller one."
        raise Trouble(problem, remedy, place=str(path), most=LARGEST_TOGETHER // 1024**2)


def _content(path: Path) -> bytes:
    try:
        if path.exists() and not path.is_file():
            raise Trouble("It is not a file.", "Choose a file.", place=str(path))
        if path.stat().st_size > LARGEST:
            raise Trouble("The file is larger than 20 MB.", "Choose a smaller file.", place=str(path))
        return path.read_bytes()
    except (OSError, ValueError) as error:
        raise Trouble(
            "The file cannot be read ({reason}).",
            "Check that it is there and that you may read it.",
            place=str(path),
            reason=getattr(error, "strerror", None) or str(error),
        ) from error
