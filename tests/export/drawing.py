"""Pictures for tests, drawn by hand with texts from the real engine."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Sequence

from PIL import Image

from editor.picture.frame import Bitmap, Frame, Item, Picture
from editor.picture.geometry import Rect
from editor.picture.words import BOLD, REGULAR, TextBlock, TextStyle
from editor.text.engine import TextEngine

ROW = 24.0
FACES = (REGULAR, REGULAR, BOLD)


class Draughtsman:
    """Draws texts one below another or in columns, as cards stand on a map."""

    def __init__(self, engine: TextEngine) -> None:
        self.engine = engine

    def block(
        self, text: str, x: float = 20, y: float = 20, width: float = 400, *,
        size: float = 9, wrap: bool = False, face: str = REGULAR, base: str = "auto", color: str = "#1f2a37",
    ) -> TextBlock:  # fmt: skip
        shaped = self.engine.layout(text, face, base, width / size if wrap else None)
        style = TextStyle(face=face, size=size, color=color)
        height = style.leading * size * max(len(shaped.lines), 1)
        rtl = bool(shaped.lines) and shaped.lines[0].rtl
        return TextBlock(Rect(x, y, width, height), text, style, rtl, shaped)

    def page_of(self, lines: Sequence[str], *, face: str = REGULAR, rtl: bool = False) -> Picture:
        """A picture with each line on a row of its own."""
        items = tuple(self.block(line, 20, 20 + ROW * i, face=face) for i, line in enumerate(lines))
        return picture(*items, width=440, height=40 + ROW * len(lines), rtl=rtl)

    def cards(self, texts: Sequence[str], columns: int, *, width: float = 110, gap: float = 28) -> Picture:
        """A picture with wrapped texts side by side: rows of cards whose lines share their baselines."""
        items: list[Item] = []
        top = 20.0
        for start in range(0, len(texts), columns):
            row = [
                self.block(
                    text, 20 + i * (width + gap), top, width, wrap=True, face=BOLD if i % 3 == 2 else REGULAR
                )
                for i, text in enumerate(texts[start : start + columns])
            ]
            items += row
            top += max(block.rect.h for block in row) + 20
        return picture(*items, width=40 + columns * (width + gap), height=top + 20)


def picture(*items: Item, width: float = 440, height: float = 300, rtl: bool = False) -> Picture:
    return Picture(
        Frame(0, 0, width, height, items, role="map"), "Buying shoes", "fa" if rtl else "en", rtl, "Shoe team"
    )


def bitmap(image: Image.Image, rect: Rect = Rect(10, 10, 40, 30), kind: str = "PNG") -> Bitmap:  # noqa: B008
    stream = io.BytesIO()
    image.save(stream, kind)
    content = stream.getvalue()
    return Bitmap(rect, hashlib.sha256(content).hexdigest(), content, f"image/{kind.lower()}")
