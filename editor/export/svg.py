"""A picture as SVG: glyphs as outlines that look right everywhere, real text on top to select and read."""

from __future__ import annotations

from editor.export import svg_syntax as syntax
from editor.export.bitmaps import named
from editor.export.faces import Face
from editor.export.links import safe_link
from editor.export.progress import Progress, carry_on, report
from editor.export.svg_definitions import GLYPH_UNITS, Definitions
from editor.export.svg_syntax import attributes, number
from editor.picture.frame import Bitmap, Box, Frame, Item, Picture, Shape, Symbol
from editor.picture.words import GlyphRun, TextBlock, TextLine

_NAMESPACES = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


def svg_bytes(picture: Picture, progress: Progress = carry_on) -> bytes:
    """Return the picture as an SVG file in points; equal pictures give equal bytes.

    Raises Cancelled when `progress` answers False, Trouble for a bitmap that cannot be read.
    """
    writer = SvgWriter(Definitions(Face))
    with named(picture):
        drawing = writer.drawing(picture.root, progress)
    width, height = number(picture.width), number(picture.height)
    shape = attributes(width=f"{width}pt", height=f"{height}pt", viewBox=f"0 0 {width} {height}")
    reading = attributes(lang=picture.language, role="group")
    return "\n".join(
        (
            '<?xml version="1.0" encoding="UTF-8"?>',
            f"<svg {_NAMESPACES}{shape}{reading}{attributes(stroke_linejoin='round')}>",
            f"<title>{syntax.text(picture.title)}</title>",
            f"<desc>{syntax.text(picture.root.label or picture.title)}</desc>",
            "<defs>",
            *writer.definitions.elements,
            "</defs>",
            f"<rect{attributes(width=width, height=height, fill=picture.paper)}/>",
            *drawing,
            "</svg>\n",
        )
    ).encode("utf-8")


class SvgWriter:
    """Translates frames one after another into elements."""

    def __init__(self, definitions: Definitions) -> None:
        self.definitions = definitions
        self._elements: list[str] = []
        self._write = self._elements.append

    def drawing(self, root: Frame, progress: Progress) -> list[str]:
        """Return the elements of the root frame, reporting item by item; raises Cancelled."""
        ends = self._open(root)
        for number_done, item in enumerate(root.items):
            report(progress, number_done / len(root.items))
            self._item(item)
        self._write(ends)
        report(progress, 1.0)
        return self._elements

    def _item(self, item: Item) -> None:
        match item:
            case TextBlock():
                self._text(item)
            case Box():
                self._box(item)
            case Frame():
                self._frame(item)
            case Shape():
                self._write(syntax.shape(item))
            case Symbol():
                scale = number(item.size, 4)
                self._use(self.definitions.art(item.art), item.x, item.y, scale)
            case Bitmap():
                x, y, w, h = item.rect
                self._use(self.definitions.bitmap(item), x, y, f"{number(w, 4)} {number(h, 4)}")

    def _frame(self, frame: Frame) -> None:
        ends = self._open(frame)
        for item in frame.items:
            self._item(item)
        self._write(ends)

    def _open(self, frame: Frame) -> str:
        """Begin the group of a frame and return what ends it."""
        opening = f"<g{_placed(frame)}{_named(frame)}"
        if frame.clip is not None:
            opening += attributes(clip_path=f"url(#{self.definitions.clip(frame.clip)})")
        address = safe_link(frame.link) if frame.link else ""
        if not address:
            self._write(f"{opening}>")
            return "</g>"
        self._write(f"{opening}><a{attributes(xlink__href=address, target='_blank', rel='noopener')}>")
        return "</a></g>"

    def _box(self, box: Box) -> None:
        x, y, w, h = box.rect
        shape = attributes(x=number(x), y=number(y), width=number(w), height=number(h))
        if box.radius > 0:
            shape += attributes(rx=number(min(box.radius, w / 2, h / 2)))
        self._write(f"<rect{shape}{syntax.paint(box.fill, box.stroke)}/>")

    def _use(self, name: str, x: float, y: float, scale: str) -> None:
        where = f"translate({number(x)} {number(y)}) scale({scale})"
        self._write(f"<use{attributes(xlink__href=f'#{name}', transform=where)}/>")

    def _text(self, block: TextBlock) -> None:
        scale = number(block.style.size / GLYPH_UNITS, 6)
        self._write(f"<g{attributes(fill=block.style.color, aria_hidden='true')}>")
        places = block.places()
        for (x, y), runs in zip(places, block.shaped.runs(), strict=True):
            where = f"translate({number(x)} {number(y)}) scale({scale})"
            self._write(f"<g{attributes(transform=where)}>{''.join(map(self._glyphs, runs))}</g>")
        self._write("</g>")
        self._write(_readable(block, places))

    def _glyphs(self, run: GlyphRun) -> str:
        return "".join(self._glyph(run, index) for index in range(len(run.gids)))

    def _glyph(self, run: GlyphRun, index: int) -> str:
        name = self.definitions.glyph(run, index)
        if not name:
            return ""
        x, y = round(run.xs[index] * GLYPH_UNITS), round(run.ys[index] * GLYPH_UNITS)
        height = f' y="{y}"' if y else ""
        return f'<use xlink:href="#{name}" x="{x}"{height}/>'


def _placed(frame: Frame) -> str:
    if not frame.x and not frame.y:
        return ""
    return attributes(transform=f"translate({number(frame.x)} {number(frame.y)})")


def _named(frame: Frame) -> str:
    """Return what a frame is, for scripts and for screen readers."""
    known = {"data_role": frame.role, "data_ref": frame.ref, "aria_label": frame.label}
    named = attributes(**{name: value for name, value in known.items() if value})
    return named + attributes(role="group") if frame.label else named


def _readable(block: TextBlock, places: list[tuple[float, float]]) -> str:
    """Return the text itself, transparent, over its glyphs: to select, search and read aloud."""
    lines = "".join(_line(block, line, x, y) for line, (x, y) in zip(block.shaped.lines, places, strict=True))
    size = number(block.style.size)
    look = attributes(font_family="Vazirmatn, sans-serif", font_size=size, fill_opacity="0")
    language = attributes(lang=block.language) if block.language else ""
    return f"<g{look}{language}>{lines}</g>" if lines else ""


def _line(block: TextBlock, line: TextLine, x: float, y: float) -> str:
    content = syntax.text(block.text[line.start : line.end].strip())
    if not content:
        return ""
    width = line.width * block.style.size
    # A text begins at its right end where it runs from right to left.
    place = attributes(x=number(x + width if line.rtl else x), y=number(y), textLength=number(width))
    direction = attributes(direction="rtl", unicode_bidi="embed") if line.rtl else ""
    return f"<text{place}{direction}>{content}</text>"
