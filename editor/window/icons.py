"""Icons of the window, drawn from stroke paths in the theme's ink, crisp at one, two and three times."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap

if TYPE_CHECKING:
    from pathlib import Path

    from editor.window.tokens import Tokens

GRID = 24.0
SIZE = 20
_SCALES = (1, 2, 3)
_STROKE = 1.7


class Icons:
    """The icons of one theme by name; each is drawn when it is first asked for."""

    def __init__(self, file: Path, tokens: Tokens) -> None:
        self._file = file
        self._tokens = tokens
        self._strokes: dict[str, list[str]] | None = None
        self._made: dict[tuple[str, str], QIcon] = {}

    def wear(self, tokens: Tokens) -> None:
        """Draw icons in the inks of `tokens` from now on."""
        self._tokens = tokens
        self._made.clear()

    def icon(self, name: str, ink: str = "") -> QIcon:
        """Return the icon called `name` in `ink` ("#rrggbb", by default the theme's); KeyError if unknown."""
        key = (name, ink or self._tokens.ink)
        if key not in self._made:
            self._made[key] = self._draw(self._path(name), key[1])
        return self._made[key]

    def pixmap(self, name: str, size: int, ink: str, ratio: float = 1.0) -> QPixmap:
        """Return one drawing of the icon, `size` logical pixels wide for screens of that pixel ratio."""
        return _pixmap(self._path(name), size, ratio, ink)

    def names(self) -> tuple[str, ...]:
        """Return the names of all icons."""
        return tuple(self._all())

    def _draw(self, path: QPainterPath, ink: str) -> QIcon:
        icon = QIcon()
        for scale in _SCALES:
            icon.addPixmap(_pixmap(path, SIZE, scale, ink), QIcon.Mode.Normal)
            icon.addPixmap(_pixmap(path, SIZE, scale, self._tokens.faint), QIcon.Mode.Disabled)
        return icon

    def _path(self, name: str) -> QPainterPath:
        return stroke_path(self._all()[name])

    def _all(self) -> dict[str, list[str]]:
        if self._strokes is None:
            self._strokes = json.loads(self._file.read_text("utf-8"))
        return self._strokes


def stroke_path(strokes: list[str]) -> QPainterPath:
    """Return the outline of strokes such as "M 4 4 L 20 20", absolute M, L, C and Z on a grid of 24."""
    path = QPainterPath()
    for stroke in strokes:
        words = stroke.split()
        while words:
            words = words[_add(path, words) :]
    return path


def _add(path: QPainterPath, words: list[str]) -> int:
    """Add the first command of `words` to `path` and return how many words it took."""
    count = {"M": 2, "L": 2, "C": 6, "Z": 0}[words[0]]
    values = [float(word) for word in words[1 : count + 1]]
    points = [QPointF(x, y) for x, y in zip(values[::2], values[1::2], strict=True)]
    match words[0]:
        case "M":
            path.moveTo(points[0])
        case "L":
            path.lineTo(points[0])
        case "C":
            path.cubicTo(*points)
        case _:
            path.closeSubpath()
    return count + 1


def _pixmap(path: QPainterPath, size: int, ratio: float, ink: str) -> QPixmap:
    side = round(size * ratio)
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(side / GRID, side / GRID)
    painter.strokePath(path, _pen(ink))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def _pen(ink: str) -> QPen:
    return QPen(
        QColor(ink), _STROKE, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    )
