"""The exact painter: a whole picture with QPainter, every glyph as an outline at its true place.

Slow and faithful, for thumbnails, previews and the test that holds the screen against the paper;
the canvas itself paints from the batched lists of `editor.canvas.display`.
"""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRectF, QSizeF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPainterPath, QTransform

from editor.canvas.faces import OUTLINE_UNIT, Faces
from editor.canvas.outlines import painter_path, pen
from editor.picture.frame import Bitmap, Box, Frame, Item, Picture, Shape, Symbol
from editor.picture.words import GlyphRun, TextBlock

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
    painter.setPen(pen(shape.stroke))
    painter.setBrush(brush(shape.fill))
    painter.drawPath(painter_path(shape.path))


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
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(block.style.color))
    painter.drawPath(text_outline(block, faces))


def text_outline(block: TextBlock, faces: Faces) -> QPainterPath:
    """Return all glyphs of a block as one outline in the coordinates of the block's frame."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for (x, y), runs in zip(block.places(), block.shaped.runs(), strict=True):
        for run in runs:
            add_run(path, run, x, y, block.style.size, faces)
    return path


def add_run(path: QPainterPath, run: GlyphRun, x: float, y: float, size: float, faces: Faces) -> None:
    """Add the glyphs of `run` to `path`, the line's left end at (x, y) and an em of `size`."""
    for i, gid in enumerate(run.gids):
        left, base = x + run.xs[i] * size, y + run.ys[i] * size
        if run.outlines:
            path.addPath(painter_path(run.outlines[i], size, left, base))
        else:
            unit = size * OUTLINE_UNIT
            path.addPath(QTransform(unit, 0, 0, unit, left, base).map(faces.outline(run.face, gid)))


def brush(fill: str | None) -> QBrush:
    """Return the brush for a fill colour, or one that fills nothing."""
    return QBrush(Qt.BrushStyle.NoBrush) if fill is None else QBrush(QColor(fill))
