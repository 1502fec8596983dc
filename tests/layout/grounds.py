"""What every text of a picture stands on: the colours painted under it before it is painted."""

from __future__ import annotations

from collections.abc import Iterator

from editor.picture.frame import Box, Frame, Picture, Shape
from editor.picture.geometry import Rect
from editor.picture.words import TextBlock

Painted = list[tuple[Rect, str, bool]]
"""(place, colour, whether it fills its place wholly) of what has been painted so far."""


def text_grounds(picture: Picture) -> Iterator[tuple[TextBlock, set[str]]]:
    """Yield every text with all colours that may be behind one of its letters."""
    yield from _walk(picture.root, 0.0, 0.0, [(Rect(-1e6, -1e6, 2e6, 2e6), picture.paper, True)])


def _walk(frame: Frame, x: float, y: float, painted: Painted) -> Iterator[tuple[TextBlock, set[str]]]:
    x, y = x + frame.x, y + frame.y
    for item in frame.items:
        if isinstance(item, Frame):
            yield from _walk(item, x, y, painted)
        elif isinstance(item, Box) and item.fill:
            painted.append((item.rect.moved(x, y), item.fill, True))
        elif isinstance(item, Shape) and item.fill:
            painted.append((item.path.bounds().moved(x, y), item.fill, frame.role == "stage"))
        elif isinstance(item, TextBlock) and item.text:
            yield item, _under(_ink(item).moved(x, y), painted)


def _ink(block: TextBlock) -> Rect:
    """Return the box round the lines of a text, a little smaller, so that edges do not count."""
    places, size = block.places(), block.style.size
    left = min(x for x, _ in places)
    right = max(x + line.width * size for (x, _), line in zip(places, block.shaped.lines, strict=True))
    return Rect(left + 0.5, block.rect.y + 2.0, max(right - left - 1.0, 0.1), max(block.rect.h - 4.0, 0.1))


def _under(place: Rect, painted: Painted) -> set[str]:
    found: set[str] = set()
    for rect, color, whole in reversed(painted):
        if rect.overlaps(place):
            found.add(color)
            inside = rect.x <= place.x and rect.y <= place.y and rect.right >= place.right
            if whole and inside and rect.bottom >= place.bottom:
                break
    return found
