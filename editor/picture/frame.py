"""The items a picture is made of, and the frames that nest them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from editor.picture.geometry import Path, Rect
from editor.picture.paint import Stroke
from editor.picture.words import TextBlock


class Box(NamedTuple):
    """A rectangle with round corners of `radius` points."""

    rect: Rect
    radius: float = 0.0
    fill: str | None = None
    stroke: Stroke | None = None


class Shape(NamedTuple):
    """A free outline, filled (non-zero winding) and stroked."""

    path: Path
    fill: str | None = None
    stroke: Stroke | None = None


class Art(NamedTuple):
    """A small drawing in a square of side 1, made once and placed often: an icon, a face, a badge."""

    name: str
    shapes: tuple[Shape, ...]


class Symbol(NamedTuple):
    """An art placed with its top left corner at (x, y) and `size` points wide and high."""

    x: float
    y: float
    size: float
    art: Art


class Bitmap(NamedTuple):
    """A PNG or JPEG drawn into `rect`; `digest` (sha256 hex of `data`) names it for caches."""

    rect: Rect
    digest: str
    data: bytes
    media_type: str


class Frame(NamedTuple):
    """A group with its own coordinates: origin (x, y) in its parent, size w × h.

    `ref` is the id of the element it shows, `role` what it is (card, stage, lane, …), `label` its
    alternative text, `link` an http, https or mailto address, `clip` an outline in own coordinates.
    """

    x: float
    y: float
    w: float
    h: float
    items: tuple[Item, ...] = ()
    role: str = ""
    ref: str = ""
    label: str = ""
    link: str = ""
    clip: Path | None = None

    def at(self, x: float, y: float) -> Frame:
        """Return the frame moved so that its origin is (x, y) in its parent."""
        return Frame(x, y, self.w, self.h, self.items, self.role, self.ref, self.label, self.link, self.clip)

    def frames(self) -> Iterator[Frame]:
        """Yield the frames that stand directly in this one."""
        return (item for item in self.items if isinstance(item, Frame))


Item = Box | Shape | Symbol | Bitmap | TextBlock | Frame


class Picture(NamedTuple):
    """A whole drawing with what a reader or a printer must know about it."""

    root: Frame
    title: str = ""
    language: str = "en"
    rtl: bool = False
    author: str = ""
    paper: str = "#ffffff"

    @property
    def width(self) -> float:
        """Return the width in points."""
        return self.root.w

    @property
    def height(self) -> float:
        """Return the height in points."""
        return self.root.h
