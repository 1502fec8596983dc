"""Papers: their sizes in points, and how a picture is fitted onto a page."""

from __future__ import annotations

import re
from dataclasses import dataclass

from editor.model.trouble import Trouble

MILLIMETRE = 72 / 25.4
UNITS = {"mm": MILLIMETRE, "cm": 10 * MILLIMETRE, "in": 72.0, "pt": 1.0}
PAPERS = {
    "A5": (148 * MILLIMETRE, 210 * MILLIMETRE),
    "A4": (210 * MILLIMETRE, 297 * MILLIMETRE),
    "A3": (297 * MILLIMETRE, 420 * MILLIMETRE),
    "A2": (420 * MILLIMETRE, 594 * MILLIMETRE),
    "A1": (594 * MILLIMETRE, 841 * MILLIMETRE),
    "A0": (841 * MILLIMETRE, 1189 * MILLIMETRE),
    "Letter": (612.0, 792.0),
    "Legal": (612.0, 1008.0),
    "Tabloid": (792.0, 1224.0),
}
ORIENTATIONS = ("auto", "portrait", "landscape")
MARGINS = ("none", "narrow", "normal")
"""None goes to the edge, narrow ones printers can keep, in normal ones there is room for hole and hand."""
SMALLEST, LARGEST = 36.0, 14400.0
"""Sides in points that a page may have; the larger is the limit of PDF viewers (200 inches)."""

_CUSTOM = re.compile(r"(\d{1,6}(?:\.\d{1,4})?)\s*[x×]\s*(\d{1,6}(?:\.\d{1,4})?)\s*(mm|cm|in|pt)", re.I)


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a picture stands on its page: scaled by `scale`, its top left corner at (x, y), y down."""

    scale: float
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Page:
    """One sheet: width and height in points, and the margin that stays free on every side."""

    width: float
    height: float
    margin: float = 0.0

    def placement(self, width: float, height: float) -> Placement:
        """Fit a picture of width × height points inside the margins, in the middle of the page."""
        scale = min((self.width - 2 * self.margin) / width, (self.height - 2 * self.margin) / height)
        return Placement(scale, (self.width - scale * width) / 2, (self.height - scale * height) / 2)


def page_for(paper: str, orientation: str, width: float, height: float, margins: str = "narrow") -> Page:
    """Return the page for a picture of width × height points.

    `paper` is a name of PAPERS or a size such as "300x200mm"; `orientation` one of ORIENTATIONS, where
    "auto" turns a named paper to the larger scale and leaves a given size as it was given; `margins` is one
    of MARGINS. Raises Trouble for a name or a size that no page has.
    """
    if orientation not in ORIENTATIONS:
        known = ", ".join(ORIENTATIONS)
        raise Trouble(
            "There is no orientation “{name}”.", "Choose one of {known}.", name=orientation, known=known
        )
    if margins not in MARGINS:
        known = ", ".join(MARGINS)
        raise Trouble("There are no margins “{name}”.", "Choose one of {known}.", name=margins, known=known)
    short_long = _named(paper)
    if short_long is None:
        return _turned(_custom(paper), orientation, margins)
    if orientation != "auto":
        return _turned(short_long, orientation, margins)
    upright, lying = (_turned(short_long, way, margins) for way in ("portrait", "landscape"))
    wider = lying.placement(width, height).scale > upright.placement(width, height).scale
    return lying if wider else upright


def _named(paper: str) -> tuple[float, float] | None:
    wanted = paper.strip().lower()
    return next((size for name, size in PAPERS.items() if name.lower() == wanted), None)


def _custom(paper: str) -> tuple[float, float]:
    match = _CUSTOM.fullmatch(paper.strip())
    if match is None:
        raise Trouble(
            "There is no paper called “{name}”.",
            "Choose one of {known}, or give a size such as 300x200mm, 11x17in or 800x600pt.",
            name=paper,
            known=", ".join(PAPERS),
        )
    unit = UNITS[match[3].lower()]
    size = float(match[1]) * unit, float(match[2]) * unit
    if min(size) < SMALLEST or max(size) > LARGEST:
        raise Trouble(
            "A page of {name} cannot be made.",
            "Give sides between 13 mm and 5080 mm (0.5 and 200 inches).",
            name=paper,
        )
    return size


def _turned(size: tuple[float, float], orientation: str, margins: str) -> Page:
    width, height = size
    if (orientation == "portrait" and width > height) or (orientation == "landscape" and width < height):
        width, height = height, width
    return Page(width, height, _margin(min(size), margins))


def _margin(short_side: float, margins: str) -> float:
    """Return the margin of a page in points; pictures have a little room of their own.

    Narrow ones are 4 to 10 mm, as printers can keep them, normal ones 10 to 25 mm.
    """
    if margins == "none":
        return 0.0
    share, least, most = (0.017, 4, 10) if margins == "narrow" else (0.05, 10, 25)
    return min(max(share * short_side, least * MILLIMETRE), most * MILLIMETRE, short_side / 5)
