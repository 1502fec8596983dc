"""A text block ready for the screen: Qt's glyph runs, made once and drawn at every zoom, and its bars."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING
from weakref import WeakValueDictionary

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QGlyphRun, QPainter, QPainterPath

from editor.canvas.outlines import painter_path
from editor.canvas.tints import mixed

if TYPE_CHECKING:
    from collections.abc import Hashable

    from editor.canvas.budget import Budget
    from editor.canvas.faces import Faces
    from editor.picture.geometry import Rect
    from editor.picture.words import GlyphRun, TextBlock

Known = WeakValueDictionary["Hashable", "Lettering"]
"""Letterings by what is said where and how."""

BAR_STRENGTH = 0.4
BAR_HEIGHT = 0.5
"""A line of text seen from afar: a bar this many em high in a lightened text colour."""


class Script:
    """What one text block draws, in the coordinates of its frame; nothing while it is `veiled`."""

    __slots__ = ("__weakref__", "_at", "_block", "_color", "_known", "_lettering", "built", "size", "veiled")

    def __init__(self, block: TextBlock, known: Known) -> None:
        self._block, self._known = block, known
        self._color = QColor(block.style.color)
        self._at = QPointF(block.rect.x, block.rect.y)
        self._lettering: Lettering | None = None
        self.size = block.style.size
        self.built = not block.text
        self.veiled = False

    @property
    def rect(self) -> Rect:
        """The block's box in the coordinates of its frame."""
        return self._block.rect

    def ready(self, faces: Faces, budget: Budget) -> bool:
        """Tell whether the glyphs can be painted, building them while the budget lasts."""
        if not self.built and budget.left():
            self._build(faces)
        return self.built

    def paint(self, painter: QPainter, origin: QPointF) -> None:
        """Paint the glyphs; `origin` is the frame's place. Call only when `ready`."""
        if self.veiled or self._lettering is None:
            return
        painter.setPen(self._color)
        at = origin + self._at
        for run in self._lettering.runs:
            painter.drawGlyphRun(at, run)
        if self._lettering.outlines is not None:
            painter.fillPath(self._lettering.outlines.translated(at), self._color)

    def bars(self) -> list[tuple[float, float, float, float]]:
        """Return one (x, y, w, h) a line, in the coordinates of the frame."""
        if self.veiled:
            return []
        high, size = self.size * BAR_HEIGHT, self.size
        lines = zip(self._block.places(), self._block.shaped.lines, strict=True)
        return [(x, y - high, line.width * size, high) for (x, y), line in lines]

    @property
    def bar_color(self) -> str:
        """The colour of the bars."""
        return mixed(self._block.style.color, "#ffffff", BAR_STRENGTH)

    def _build(self, faces: Faces) -> None:
        block = self._block
        key = (id(block.shaped), block.rect.w, block.style, block.rtl)
        self._lettering = self._known.get(key)
        if self._lettering is None:
            block = block._replace(rect=block.rect._replace(x=0.0, y=0.0))
            self._lettering = self._known[key] = Lettering(block, faces)
        self.built = True


class Lettering:
    """The glyphs of a block of text at (0, 0), shared by blocks that say the same wherever they stand."""

    def __init__(self, block: TextBlock, faces: Faces) -> None:
        self.shaped = block.shaped
        self.outlines: QPainterPath | None = None
        glyphs: dict[str, tuple[list[int], list[QPointF]]] = defaultdict(lambda: ([], []))
        size = block.style.size
        for (x, y), runs in zip(block.places(), block.shaped.runs(), strict=True):
            for run in runs:
                if run.outlines:
                    self._trace(run, size, x, y)
                    continue
                gids, positions = glyphs[run.face]
                gids.extend(run.gids)
                places = zip(run.xs, run.ys, strict=True)
                positions.extend(QPointF(x + gx * size, y + gy * size) for gx, gy in places)
        self.runs = [_glyph_run(faces, face, size, *found) for face, found in glyphs.items()]

    def _trace(self, run: GlyphRun, size: float, x: float, y: float) -> None:
        """Add glyphs of a face that is not bundled: they come as outlines."""
        self.outlines = self.outlines or QPainterPath()
        for outline, gx, gy in zip(run.outlines, run.xs, run.ys, strict=True):
            self.outlines.addPath(painter_path(outline, size, x + gx * size, y + gy * size))


def _glyph_run(faces: Faces, face: str, size: float, gids: list[int], places: list[QPointF]) -> QGlyphRun:
    run = QGlyphRun()
    run.setRawFont(faces.font(face, size))
    run.setGlyphIndexes(gids)
    run.setPositions(places)
    return run


class Scripts:
    """The scripts in use: a block that stays the same object keeps its glyph runs wherever it moves."""

    def __init__(self) -> None:
        self._scripts: WeakValueDictionary[int, Script] = WeakValueDictionary()
        self._known: Known = WeakValueDictionary()

    def script(self, block: TextBlock) -> Script:
        """Return the script of `block`."""
        found = self._scripts.get(id(block))
        if found is None:
            found = self._scripts[id(block)] = Script(block, self._known)
        return found


def bar(painter: QPainter, script: Script, origin: QPointF) -> None:
    """Paint the bars of a script that is too small to read, or not built yet."""
    color = QColor(script.bar_color)
    for x, y, w, h in script.bars():
        painter.fillRect(QRectF(x + origin.x(), y + origin.y(), w, h), color)
