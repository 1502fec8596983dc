"""What comes in from files that are dropped on the map: tables and pictures."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from editor.exchange.table import decoded
from editor.model.edits.plan import Plan as Draft
from editor.model.pictures import LARGEST, image_id, problem
from editor.model.records import Card, Image
from editor.model.trouble import Trouble

if TYPE_CHECKING:
    from pathlib import Path

    from editor.model.change import Change
    from editor.model.journey import Journey
    from editor.session.plans import Plan


def table_text(path: Path) -> str:
    """Return the text of a table's file; raises Trouble."""
    return decoded(_content(path), str(path))


def picture_plan(path: Path, card: str) -> Plan:
    """Return the plan that puts the picture in that file on a card; raises Trouble for a bad one."""
    content = _content(path)
    media_type = "image/png" if path.suffix.lower() == ".png" else "image/jpeg"
    image = Image(image_id(content), media_type, content, path.stem)
    wrong = problem(image)
    if wrong:
        raise Trouble(wrong, "Choose a smaller PNG or JPEG.", place=str(path))

    def plan(journey: Journey) -> Change:
        draft = Draft(journey)
        if image.id not in journey:
            draft.put(image)
        draft.put(replace(journey.one(Card, card), image=image.id))
        return draft.change()

    return plan


def _content(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST:
            raise Trouble("The file is larger than 20 MB.", "Choose a smaller file.", place=str(path))
        return path.read_bytes()
    except OSError as error:
        raise Trouble(
            "The file cannot be read ({reason}).",
            "Check that it is there and that you may read it.",
            place=str(path),
            reason=error.strerror,
        ) from error
