"""Ways through a picture: every frame or text with its place on the whole sheet."""

from __future__ import annotations

from collections.abc import Iterator

from editor.picture.frame import Frame, Picture
from editor.picture.geometry import Rect
from editor.picture.words import TextBlock


def frames(frame: Frame, dx: float = 0.0, dy: float = 0.0) -> Iterator[tuple[Frame, Rect]]:
    """Yield `frame` and all frames in it, each with its rectangle on the sheet, parents first."""
    x, y = dx + frame.x, dy + frame.y
    yield frame, Rect(x, y, frame.w, frame.h)
    for child in frame.frames():
        yield from frames(child, x, y)


def texts(frame: Frame) -> Iterator[tuple[TextBlock, Rect]]:
    """Yield every text block below `frame` with its rectangle on the sheet, in painting order."""
    for owner, place in frames(frame):
        for item in owner.items:
            if isinstance(item, TextBlock):
                yield item, item.rect.moved(place.x, place.y)


def find(picture: Picture, ref: str, role: str = "") -> Rect | None:
    """Return the rectangle of the first frame with that ref (and role), or None."""
    for frame, place in frames(picture.root):
        if frame.ref == ref and (not role or frame.role == role):
            return place
    return None


def missing_characters(picture: Picture) -> str:
    """Return the characters that no font covers, each once, in order of appearance."""
    found = dict.fromkeys(char for block, _ in texts(picture.root) for char in block.shaped.missing)
    return "".join(found)
