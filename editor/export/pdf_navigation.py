"""Ways through the page: links out of it, and an outline that leads to its stages."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from editor.export.papers import Page, Placement
from editor.export.pdf_document import Document, Reference, text_string
from editor.picture.geometry import Rect

_ROOM = 6.0
"""Points of the picture that stay visible round a stage that was jumped to."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The page and where the picture stands on it."""

    page: Page
    placement: Placement

    def rectangle(self, place: Rect) -> str:
        """Return a rectangle of the picture as "left bottom right top" on the page, y up."""
        scale, top = self.placement.scale, self.page.height - self.placement.y
        left, right = (self.placement.x + x * scale for x in (place.x, place.right))
        return f"{left:.2f} {top - place.bottom * scale:.2f} {right:.2f} {top - place.y * scale:.2f}"


def links(document: Document, sheet: Sheet, found: list[tuple[Rect, str, str]]) -> dict[str, str]:
    """Add a link for each (place, ASCII address, label); returns the page's entries for them."""
    references = [document.add(_link(sheet, *link)) for link in found]
    return {"Annots": f"[{' '.join(references)}]"} if references else {}


def _link(sheet: Sheet, place: Rect, address: str, label: str) -> dict[str, str]:
    return {
        "Type": "/Annot",
        "Subtype": "/Link",
        "Rect": f"[{sheet.rectangle(place)}]",
        "Border": "[0 0 0]",
        "F": "4",
        "Contents": text_string(label or address),
        "A": f"<< /S /URI /URI <{address.encode('ascii').hex()}> >>",
    }


def outline(
    document: Document, sheet: Sheet, leaf: Reference, stages: list[tuple[Rect, str]]
) -> dict[str, str]:
    """Add an entry for each (place, title) that shows the stage's column; returns the catalogue's entries."""
    if not stages:
        return {}
    root = document.reserve()
    items = [document.reserve() for _ in stages]
    document.fill(root, {"Type": "/Outlines", "First": items[0], "Last": items[-1], "Count": str(len(items))})
    neighbours: list[dict[str, str]] = [{} for _ in items]
    for number, (before, after) in enumerate(pairwise(items)):
        neighbours[number]["Next"] = after
        neighbours[number + 1]["Prev"] = before
    for item, near, (place, title) in zip(items, neighbours, stages, strict=True):
        target = f"[{leaf} /FitR {sheet.rectangle(_column(sheet, place))}]"
        document.fill(
            item, {"Title": text_string(" ".join(title.split())), "Parent": root, "Dest": target} | near
        )
    return {"Outlines": root, "PageMode": "/UseOutlines"}


def _column(sheet: Sheet, stage: Rect) -> Rect:
    """Return the stage with all that stands below it, down to the lower margin of the page."""
    bottom = (sheet.page.height - sheet.page.margin - sheet.placement.y) / sheet.placement.scale
    top = stage.y - _ROOM
    return Rect(stage.x - _ROOM, top, stage.w + 2 * _ROOM, max(bottom, stage.bottom) - top)
