"""The picture as one PDF content stream, in the picture's own points with y down."""

from __future__ import annotations

from collections.abc import Iterator
from math import inf

from editor.export import pdf_syntax as syntax
from editor.export.links import safe_link
from editor.export.pdf_forms import Forms
from editor.export.pdf_strips import Strip
from editor.export.pdf_text import EncodedLine, Inked, Typesetter
from editor.export.progress import Progress, report
from editor.picture.frame import Bitmap, Box, Frame, Item, Picture, Shape, Symbol
from editor.picture.geometry import Rect
from editor.picture.walk import texts
from editor.picture.words import TextBlock

_FILLED, _HIDDEN = 0, 3
"""Ways to render text."""

_REPORTED = 2
"""How deep in nested frames the progress is told: at the lanes and at their cells."""

_APART = 1.2
"""Distance in em from which on pdfium takes baselines for different lines."""


class ContentWriter:
    """Translates frames one after another and notes what else the page needs: links and stages."""

    def __init__(self, typesetter: Typesetter, forms: Forms, scale: float) -> None:
        """`scale` is that of the page: fonts get their size on paper, from which readers judge distances."""
        self.links: list[tuple[Rect, str, str]] = []
        self.stages: list[tuple[Rect, str]] = []
        self._typesetter = typesetter
        self._forms = forms
        self._scale = scale
        self._upright = f"{1 / scale:.7g} 0 0 {-1 / scale:.7g}"
        self._parts: list[str] = []
        self._write = self._parts.append
        self._fill = self._stroke = self._font = ""
        self._mode = _FILLED
        self._baseline = -inf

    def content(self, picture: Picture, progress: Progress) -> str:
        """Return the operators that draw the whole picture; raises Cancelled."""
        root, done = picture.root, 0.0
        for step in self._drawn(root, root.x, root.y, _REPORTED):
            report(progress, done)
            done += step
        return "\n".join(self._parts)

    def _drawn(self, frame: Frame, x: float, y: float, depth: int) -> Iterator[float]:
        """Draw a frame and yield, before each item down to `depth`, the share of the frame it stands for."""
        self._open(frame, x, y)
        for item in frame.items:
            if isinstance(item, Frame) and item.items and depth > 1:
                shares = self._drawn(item, x + item.x, y + item.y, depth - 1)
                yield from (share / len(frame.items) for share in shares)
            else:
                yield 1 / len(frame.items)
                self._item(item, x, y)
        self._close(frame)

    def _item(self, item: Item, dx: float, dy: float) -> None:
        match item:
            case TextBlock():
                self._text(item, dx, dy)
            case Box():
                self._box(item, dx, dy)
            case Frame():
                self._frame(item, dx + item.x, dy + item.y)
            case Shape():
                self._shape(item, dx, dy)
            case Symbol():
                self._symbol(item, dx, dy)
            case Bitmap():
                self._bitmap(item, dx, dy)

    def _frame(self, frame: Frame, x: float, y: float) -> None:
        self._open(frame, x, y)
        for item in frame.items:
            self._item(item, x, y)
        self._close(frame)

    def _open(self, frame: Frame, x: float, y: float) -> None:
        self._note(frame, x, y)
        if frame.clip is not None:
            self._write(f"q {syntax.path(frame.clip.moved(x, y))} W n")

    def _close(self, frame: Frame) -> None:
        """End the clip of a frame, and with it all that was set since it began."""
        if frame.clip is not None:
            self._write("Q")
            self._fill = self._stroke = self._font = ""
            self._mode = _FILLED

    def _note(self, frame: Frame, x: float, y: float) -> None:
        place = Rect(x, y, frame.w, frame.h)
        if frame.link and (address := safe_link(frame.link)):
            self.links.append((place, address, frame.label))
        if frame.role == "stage":
            self.stages.append((place, frame.label or _first_text(frame)))

    def _set(self, fill: str | None, stroke: str) -> None:
        """Set colours and line for the next path or text where they are not set already."""
        if fill and fill != self._fill:
            self._fill = fill
            self._write(syntax.fill_color(fill))
        if stroke and stroke != self._stroke:
            self._stroke = stroke
            self._write(stroke)

    def _box(self, box: Box, dx: float, dy: float) -> None:
        x, y = dx + box.rect.x, dy + box.rect.y
        if box.radius <= 0:
            self._set(box.fill, syntax.stroke(box.stroke) if box.stroke else "")
            outline = syntax.rectangle(x, y, box.rect.w, box.rect.h, 0)
            self._write(f"{outline} {syntax.ink(box.fill, box.stroke)}")
        else:
            self._write(f"q 1 0 0 1 {x:.2f} {y:.2f} cm {self._forms.box(box)} Q")

    def _shape(self, shape: Shape, dx: float, dy: float) -> None:
        self._set(shape.fill, syntax.stroke(shape.stroke) if shape.stroke else "")
        self._write(syntax.path(shape.path.moved(dx, dy)))
        self._write(syntax.ink(shape.fill, shape.stroke))

    def _symbol(self, symbol: Symbol, dx: float, dy: float) -> None:
        size, x, y = symbol.size, dx + symbol.x, dy + symbol.y
        self._write(f"q {size:.3f} 0 0 {size:.3f} {x:.2f} {y:.2f} cm {self._forms.art(symbol.art)} Q")

    def _bitmap(self, bitmap: Bitmap, dx: float, dy: float) -> None:
        x, y, w, h = bitmap.rect.moved(dx, dy)
        self._write(f"q {w:.2f} 0 0 {-h:.2f} {x:.2f} {y + h:.2f} cm {self._forms.bitmap(bitmap)} Q")

    def _text(self, block: TextBlock, dx: float, dy: float) -> None:
        size, lines = block.style.size, self._typesetter.lines(block)
        places = [(dx + x, dy + y) for x, y in block.places()]
        self._set(block.style.color, "")
        self._write("BT")
        for (x, y), line in zip(places, lines, strict=True):
            self._line(line, x, y, size)
        self._write("ET")
        for (x, y), line in zip(places, lines, strict=True):
            for inked in line.inked:
                self._inked(inked, x, y, size)

    def _line(self, line: EncodedLine, x: float, y: float, size: float) -> None:
        self._set_mode(_HIDDEN if line.hidden else _FILLED)
        for strip in line.strips[:1]:
            self._part_from_last(strip, x, y, size)
        for strip in line.strips:
            self._set_font(strip.resource, size)
            self._write(f"{self._upright} {x + strip.x * size:.3f} {y:.3f} Tm {strip.operator}")

    def _part_from_last(self, strip: Strip, x: float, y: float, size: float) -> None:
        """Show a blank on another baseline: pdfium joins texts that follow each other on one baseline."""
        if abs(y - self._baseline) < _APART * size:
            self._set_font(strip.resource, size)
            self._write(f"{self._upright} {x:.3f} {y - _APART * size:.3f} Tm <{strip.blank * 2}> Tj")
        self._baseline = y

    def _set_mode(self, mode: int) -> None:
        if mode != self._mode:
            self._mode = mode
            self._write(f"{mode} Tr")

    def _set_font(self, resource: str, size: float) -> None:
        font = f"/{resource} {size * self._scale:.6g} Tf"
        if font != self._font:
            self._font = font
            self._write(font)

    def _inked(self, inked: Inked, x: float, y: float, size: float) -> None:
        left, baseline = x + inked.x * size, y + inked.y * size
        outline = syntax.path(inked.outline, fine=True)
        self._write(f"q {size:.5g} 0 0 {size:.5g} {left:.3f} {baseline:.3f} cm {outline} f Q")


def _first_text(frame: Frame) -> str:
    return next((block.text for block, _ in texts(frame)), "")
