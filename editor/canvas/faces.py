"""The bundled font faces as Qt draws them: raw fonts by size and glyph outlines by index."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QPainterPath, QRawFont

from editor import RESOURCES

if TYPE_CHECKING:
    from pathlib import Path

_OUTLINE_SIZE = 2048.0


class Faces:
    """The faces of one painter: a `<face>.ttf` is read once, sizes and outlines are made when used."""

    def __init__(self, folder: Path = RESOURCES / "fonts") -> None:
        self._folder = folder
        self._bytes: dict[str, bytes] = {}
        self._fonts: dict[tuple[str, float], QRawFont] = {}
        self._outlines: dict[tuple[str, int], QPainterPath] = {}

    def font(self, face: str, size: float) -> QRawFont:
        """Return `face` at `size` units an em, unhinted; raises FileNotFoundError for an unknown face."""
        font = self._fonts.get((face, size))
        if font is None:
            font = QRawFont(self._read(face), size, QFont.HintingPreference.PreferNoHinting)
            self._fonts[face, size] = font
        return font

    def outline(self, face: str, gid: int) -> QPainterPath:
        """Return the outline of a glyph in units of 1/2048 em, y down, origin on the baseline."""
        path = self._outlines.get((face, gid))
        if path is None:
            path = self.font(face, _OUTLINE_SIZE).pathForGlyph(gid)
            self._outlines[face, gid] = path
        return path

    def _read(self, face: str) -> bytes:
        if face not in self._bytes:
            self._bytes[face] = (self._folder / f"{face}.ttf").read_bytes()
        return self._bytes[face]


OUTLINE_UNIT = 1.0 / _OUTLINE_SIZE
"""One unit of `Faces.outline`, in em."""
