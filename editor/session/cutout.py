"""A part of a picture as a picture of its own, for slides and documents."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from functools import reduce

from editor.model.journey import Journey
from editor.model.records import Connection
from editor.picture.frame import Frame, Item, Picture
from editor.picture.geometry import Path, Rect
from editor.picture.walk import frames

LOOSE = frozenset({"card", "point", "connection", "note"})
"""Roles of what is cut out by its outline; of the rest a part of the sheet is taken as it is."""
EDGE = 8.0
"""Points of paper round what is cut out."""


def drawn(journey: Journey, picture: Picture, keys: Iterable[str]) -> tuple[bytes, bytes]:
    """Return the elements with those ids drawn as PNG, at 192 pixels per inch, and as SVG.

    Without ids it is the whole map; what shows none of them gives nothing.
    Raises Trouble for a part too large for pixels.
    """
    from editor.export.png import png_bytes
    from editor.export.svg import svg_bytes

    wanted = with_links(journey, keys)
    part = cutout(picture, wanted) if wanted else picture
    if part is None:
        return b"", b""
    return png_bytes(part, 192.0), svg_bytes(part)


def with_links(journey: Journey, keys: Iterable[str]) -> frozenset[str]:
    """Return the ids with those of the connections between them."""
    wanted = frozenset(keys)
    links = journey.all(Connection)
    return wanted | {link.id for link in links if link.source in wanted and link.target in wanted}


def cutout(picture: Picture, refs: Collection[str]) -> Picture | None:
    """Return the picture of what shows `refs`, None where nothing does.

    Cards, emotions and connections come alone; a stage, a step or a lane with all that stands in it.
    """
    found = [(frame, place) for frame, place in frames(picture.root) if frame.ref in refs and frame.role]
    areas = [_reach(picture, frame, place) for frame, place in found if frame.role not in LOOSE]
    if not found:
        return None
    if areas:
        area = reduce(Rect.united, areas)
        items: tuple[Item, ...] = tuple(_within(picture.root, area, 0.0, 0.0))
    else:
        area = reduce(Rect.united, (place for _, place in found))
        items = tuple(frame.at(place.x, place.y) for frame, place in found)
    return _on_paper(picture, area, items)


def _on_paper(picture: Picture, area: Rect, items: tuple[Item, ...]) -> Picture:
    x, y, right, bottom = area.x, area.y, area.right, area.bottom
    clip = Path.polyline([(x, y), (right, y), (right, bottom), (x, bottom)], closed=True)
    inner = Frame(EDGE - area.x, EDGE - area.y, area.w, area.h, items, clip=clip)
    root = Frame(0.0, 0.0, area.w + 2 * EDGE, area.h + 2 * EDGE, (inner,), "map", picture.root.ref)
    return Picture(root, picture.title, picture.language, picture.rtl, picture.author, picture.paper)


def _reach(picture: Picture, frame: Frame, place: Rect) -> Rect:
    """Return the whole of a lane for its rail, the column down to the last lane for a stage or a step."""
    if frame.role not in ("stage", "step"):
        return place
    lanes = [lane for other, lane in frames(picture.root) if other.role == "lane"]
    top = min((other.y for f, other in frames(picture.root) if f.role == "header"), default=place.y)
    bottom = max((lane.bottom for lane in lanes), default=place.bottom)
    return Rect(place.x, top, place.w, bottom - top)


def _within(frame: Frame, area: Rect, x: float, y: float) -> Iterator[Item]:
    """Yield the items of a frame at (x, y) that may show in `area`, without the frames that do not.

    Connections that lead out of it are left out, too.
    """
    for item in frame.items:
        if not isinstance(item, Frame):
            yield item
            continue
        place = Rect(x + item.x, y + item.y, item.w, item.h)
        leads_out = item.role == "connection" and place.united(area) != area
        if place.overlaps(area.grown(EDGE)) and not leads_out:
            yield _filled(item, tuple(_within(item, area, place.x, place.y)))


def _filled(frame: Frame, items: tuple[Item, ...]) -> Frame:
    return Frame(
        frame.x, frame.y, frame.w, frame.h, items, frame.role, frame.ref, frame.label, frame.link, frame.clip
    )
