"""The bundled faces as files: advances, outlines, empty glyphs and subsets."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path as FilePath
from typing import Any

import uharfbuzz

from editor import RESOURCES
from editor.model.trouble import Trouble
from editor.picture.geometry import Command, Path

_harfbuzz: Any = uharfbuzz
"""The library carries no types; what we take from it is given a type where it enters."""

FONTS = RESOURCES / "fonts"
_ZERO_WIDTH_NON_JOINER = 0x200C
_BOX_IN_HEAD = 36
_DROPPED = ("GSUB", "GPOS", "GDEF", "OS/2", "cmap", "gasp", "name", "post")
"""Tables a PDF reader never opens in a font that is addressed by glyph."""


@dataclass(frozen=True, slots=True)
class Metrics:
    """What a PDF tells of a whole face, in thousandths of an em with y up; `box` holds every glyph."""

    ascent: int
    descent: int
    cap_height: int
    box: tuple[int, int, int, int]


class Face:
    """One bundled font file, measured in em with y down."""

    def __init__(self, name: str, folder: FilePath = FONTS) -> None:
        path = folder / f"{name}.ttf"
        if not path.is_file():
            raise Trouble(
                "The font {name} is not among the bundled fonts.", "Install Safar again.", name=name
            )
        self.name = name
        self._face: Any = _harfbuzz.Face(_harfbuzz.Blob(path.read_bytes()))
        self._font: Any = _harfbuzz.Font(self._face)
        self.units: int = self._face.upem
        self.empty: int = self._font.get_nominal_glyph(_ZERO_WIDTH_NON_JOINER) or 0
        self.metrics = _metrics(self._face, self._font)

    def advance(self, gid: int) -> float:
        """Return how far glyph `gid` moves the pen, in em."""
        return self._font.get_glyph_h_advance(gid) / self.units

    def outline(self, gid: int) -> Path:
        """Return the outline of glyph `gid` in em, its origin at (0, 0)."""
        pen = _Pen(1 / self.units)
        self._font.draw_glyph_with_pen(gid, pen)
        return Path(tuple(pen.commands))

    def subset(self, gids: set[int]) -> tuple[bytes, dict[int, int]]:
        """Return a font file with only `gids`, and the new number of each old glyph."""
        wanted = _harfbuzz.SubsetInput()
        wanted.glyph_set.update(gids)
        wanted.drop_table_tag_set.update(map(_tag, _DROPPED))
        wanted.flags = _harfbuzz.SubsetFlags.NO_HINTING | _harfbuzz.SubsetFlags.NO_LAYOUT_CLOSURE
        plan: Any = _harfbuzz.SubsetPlan(self._face, wanted)
        return bytes(plan.execute().blob.data), dict(plan.old_to_new_glyph_mapping)


def _metrics(face: Any, font: Any) -> Metrics:
    extents = font.get_font_extents("ltr")
    box = struct.unpack_from(">4h", face.reference_table("head").data, _BOX_IN_HEAD)
    figures = (extents.ascender, extents.descender, font.get_metric_position(_tag("cpht")) or 0, *box)
    ascent, descent, capitals, *edges = (round(figure * 1000 / face.upem) for figure in figures)
    return Metrics(ascent, descent, capitals, (edges[0], edges[1], edges[2], edges[3]))


def _tag(name: str) -> int:
    return int.from_bytes(name.encode("ascii"), "big")


class _Pen:
    """Collects an outline; the method names are those that the font library calls."""

    def __init__(self, scale: float) -> None:
        self.commands: list[Command] = []
        self._scale = scale
        self._last = (0.0, 0.0)

    def _at(self, point: tuple[float, float]) -> tuple[float, float]:
        return point[0] * self._scale, -point[1] * self._scale

    def moveTo(self, point: tuple[float, float]) -> None:
        self._last = self._at(point)
        self.commands.append(("M", *self._last))

    def lineTo(self, point: tuple[float, float]) -> None:
        self._last = self._at(point)
        self.commands.append(("L", *self._last))

    def curveTo(self, *points: tuple[float, float]) -> None:
        first, second, self._last = (self._at(point) for point in points)
        self.commands.append(("C", *first, *second, *self._last))

    def qCurveTo(self, control: tuple[float, float], end: tuple[float, float]) -> None:
        """Raise the quadratic curve to the cubic one that has the same shape."""
        (x0, y0), (cx, cy), (x1, y1) = self._last, self._at(control), self._at(end)
        self._last = (x1, y1)
        first = (x0 + (cx - x0) * 2 / 3, y0 + (cy - y0) * 2 / 3)
        second = (x1 + (cx - x1) * 2 / 3, y1 + (cy - y1) * 2 / 3)
        self.commands.append(("C", *first, *second, x1, y1))

    def closePath(self) -> None:
        self.commands.append(("Z",))
