"""The exact painter: a whole picture with QPainter, every glyph as an outline at its true place.

Slow and faithful, for thumbnails, previews and the test that holds the screen against the paper;
the canvas itself paints from the batched lists of `editor.canvas.display`.
"""

from __future__ import annotations

from functools import lru_cache
from math import floor

from PySide6.QtCore import QByteArray, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPainterPath, QTransform

from editor.canvas.crisp import crisp_rects
from editor.canvas.faces import OUTLINE_UNIT, Faces
from editor.canvas.outlines import painter_path, pen
from editor.picture.frame import Bitmap, Box, Frame, Item, Picture, Shape, Symbol
from editor.picture.words import GlyphRun, TextBlock

QUARTERS = 4
HAIR = 1e-6
"""What arithmetic may lose of a pixel; less than that below the next one counts as that one."""
_HINTS = QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform


def image(picture: Picture, width: int, height: int | None = None, paper: bool = True) -> QImage:
    """Return `picture` drawn to fill `width` × `height` pixels (by default in proportion).

    Without `paper` the ground stays transparent. Needs a QGuiApplication.
    """
    height = height or max(1, round(width * picture.height / picture.width))
    canvas = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    canvas.fill(QColor(picture.paper) if paper else Qt.GlobalColor.transparent)
    painter = QPainter(canvas)
    painter.scale(width / picture.width, height / picture.height)
    paint(painter, picture)
    painter.end()
    return canvas


def paint(painter: QPainter, picture: Picture, faces: Faces | None = None) -> None:
    """Paint `picture` in points from the painter's origin; the paper itself is not painted."""
    painter.save()
    painter.setRenderHints(_HINTS)
    paint_item(painter, picture.root, faces or Faces())
    painter.restore()


def paint_item(painter: QPainter, item: Item, faces: Faces) -> None:
    """Paint one item in the coordinates of the frame that holds it."""
    match item:
        case Frame():
            _frame(painter, item, faces)
        case Box():
            _box(painter, item)
        case Shape():
            _shape(painter, item)
        case Symbol():
            paint_symbol(painter, item)
        case Bitmap():
            _bitmap(painter, item)
        case TextBlock():
            _text(painter, item, faces)


def _frame(painter: QPainter, frame: Frame, faces: Faces) -> None:
    painter.save()
    painter.translate(frame.x, frame.y)
    if frame.clip is not None:
        painter.setClipPath(painter_path(frame.clip), Qt.ClipOperation.IntersectClip)
    for item in frame.items:
        paint_item(painter, item, faces)
    painter.restore()


def _box(painter: QPainter, box: Box) -> None:
    painter.setPen(pen(box.stroke))
    painter.setBrush(brush(box.fill))
    if box.radius > 0:
        painter.drawRoundedRect(QRectF(*box.rect), box.radius, box.radius)
    else:
        painter.drawRect(QRectF(*box.rect))


def _shape(painter: QPainter, shape: Shape) -> None:
    rects = crisp_rects(shape, painter.worldTransform())
    if rects is not None and shape.stroke is not None:
        fill_pixels(painter, rects, shape.stroke.color)
        return
    painter.setPen(pen(shape.stroke))
    painter.setBrush(brush(shape.fill))
    painter.drawPath(painter_path(shape.path))


def fill_pixels(painter: QPainter, rects: list[QRectF], color: str) -> None:
    """Fill rectangles given in pixels, whatever the painter's scale."""
    world = painter.worldTransform()
    painter.resetTransform()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(color))
    painter.drawRects(rects)
    painter.setWorldTransform(world)


def paint_symbol(painter: QPainter, symbol: Symbol) -> None:
    """Paint a symbol: its art's unit square scaled to its size."""
    painter.save()
    painter.translate(symbol.x, symbol.y)
    painter.scale(symbol.size, symbol.size)
    for shape in symbol.art.shapes:
        _shape(painter, shape)
    painter.restore()


def _bitmap(painter: QPainter, bitmap: Bitmap) -> None:
    """Paint an embedded picture, shrunk with averaging first so that fine detail does not flicker."""
    picture = QImage.fromData(QByteArray(bitmap.data))
    target = QRectF(*bitmap.rect)
    painter.drawImage(target, shrunk(picture, painter.worldTransform(), target.size()))


def shrunk(picture: QImage, world: QTransform, size: QSizeF) -> QImage:
    """Return `picture` no larger than the device pixels that `size` covers under `world`."""
    device = world.mapRect(QRectF(0, 0, size.width(), size.height())).size().toSize()
    if device.width() < 1 or device.height() < 1 or picture.width() <= device.width():
        return picture
    return picture.scaled(
        device, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )


def _text(painter: QPainter, block: TextBlock, faces: Faces) -> None:
    """Fill a block's glyphs, in pixels."""
    world = painter.worldTransform()
    outline = text_outline(block, faces, world)
    painter.resetTransform()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(block.style.color))
    painter.drawPath(outline)
    painter.setWorldTransform(world)


def text_outline(block: TextBlock, faces: Faces, world: QTransform) -> QPainterPath:
    """Return all glyphs of a block as one outline, in the pixels that `world` maps the frame's points to."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for (x, y), runs in zip(block.places(), block.shaped.runs(), strict=True):
        for run in runs:
            _add_run(path, run, world.map(QPointF(x, y)), block.style.size * world.m11(), faces)
    return path


def _add_run(path: QPainterPath, run: GlyphRun, start: QPointF, size: float, faces: Faces) -> None:
    """Add the glyphs of `run` with an em of `size` pixels, the line's left end at `start`.

    Every glyph stands where PDF viewers put it: on a whole pixel up and down, on a quarter of one sideways.
    """
    unit = size * OUTLINE_UNIT
    for i, gid in enumerate(run.gids):
        left = floor((start.x() + run.xs[i] * size) * QUARTERS + HAIR) / QUARTERS
        base = floor(start.y() + run.ys[i] * size + HAIR)
        if run.outlines:
            path.addPath(painter_path(run.outlines[i], size, left, base))
        else:
            path.addPath(QTransform(unit, 0, 0, unit, left, base).map(faces.outline(run.face, gid)))


@lru_cache(maxsize=256)
def brush(fill: str | None) -> QBrush:
    """Return the brush for a fill colour, or one that fills nothing."""
    return QBrush(Qt.BrushStyle.NoBrush) if fill is None else QBrush(QColor(fill))
