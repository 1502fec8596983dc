"""Synthetic maps of any size, framed as the layout frames them: header, lanes, rails, cells, cards."""

from __future__ import annotations

from editor.picture.frame import Art, Box, Frame, Item, Picture, Shape, Symbol
from editor.picture.geometry import Path, Rect
from editor.picture.paint import Stroke
from editor.picture.words import BOLD, REGULAR, TextBlock, TextStyle
from tests.canvas.lettering import Lettering

COLUMN, RAIL, MARGIN, CARD, GAP = 160.0, 90.0, 24.0, 40.0, 8.0
HEADER_TOP, HEADER, LANES_TOP = 60.0, 32.0, 100.0
HAIRLINE = Stroke("#d6dbe3", 0.75)
OWNERS = ("#0072b2", "#009e73", "#d55e00", "#b8860b", "#cc79a7")
WORDS = ["notices", "worn", "soles", "asks", "friends", "in the running", "club", "compares"]
DISC = Path(
    (
        ("M", 1.0, 0.5),
        ("C", 1.0, 0.776, 0.776, 1.0, 0.5, 1.0),
        ("C", 0.224, 1.0, 0.0, 0.776, 0.0, 0.5),
        ("C", 0.0, 0.224, 0.224, 0.0, 0.5, 0.0),
        ("C", 0.776, 0.0, 1.0, 0.224, 1.0, 0.5),
        ("Z",),
    )
)
BARS = Path((("M", 0.3, 0.4), ("L", 0.7, 0.4), ("M", 0.3, 0.6), ("L", 0.7, 0.6)))
ICONS = tuple(
    Art(f"disc-{color}", (Shape(DISC, color), Shape(BARS, None, Stroke("#ffffff", 0.08)))) for color in OWNERS
)


def text(words: str, rect: Rect, size: float = 9.0, face: str = REGULAR, color: str = "#1f2a37") -> TextBlock:
    """Return a block with `words` wrapped to the rectangle's width."""
    style = TextStyle(face, size, color)
    return TextBlock(rect, words, style, False, Lettering(words, face, rect.w / size))


def card(number: int, y: float, width: float = COLUMN - 16, words: str = "", span: int = 1) -> Frame:
    """Return card `number`: border, an accent or an icon for some, two lines of text."""
    wide = width + (span - 1) * COLUMN
    accent = OWNERS[number % 5]
    items: list[Item] = [Box(Rect(0, 0, wide, CARD), 8.0, "#ffffff", HAIRLINE)]
    if number % 3 == 0:
        items.append(Box(Rect(0, 4, 3, CARD - 8), 0, accent))
    if number % 3 == 1:
        items.append(Symbol(6, 8, 16, ICONS[number % 5]))
    said = words or " ".join(WORDS[(number + i * 3) % len(WORDS)] for i in range(5))
    items.append(text(said, Rect(28, 7, wide - 36, 26)))
    return Frame(8, y, wide, CARD, tuple(items), "card", f"card-{number}", said)


def cell(column: int, lane: int, cards: int, height: float, rtl: bool = False, columns: int = 0) -> Frame:
    """Return the cell where `lane` meets `column`, holding `cards` cards."""
    place = columns - 1 - column if rtl else column
    first = (lane * 1000 + column) * 10
    stack = tuple(card(first + i, GAP + i * (CARD + GAP)) for i in range(cards))
    x = place * COLUMN if rtl else RAIL + place * COLUMN
    return Frame(x, 0, COLUMN, height, stack, "cell", f"lane-{lane}|step-{column}", f"cell {column}")


def _lane(lane: int, columns: int, cards: int, rtl: bool, names: str) -> Frame:
    height = GAP + cards * (CARD + GAP)
    width = RAIL + columns * COLUMN
    ground = Box(Rect(0, 0, width, height), 0, "#faf9f5" if lane % 2 else "#ffffff")
    line = Shape(Path.polyline([(0, 0), (width, 0)]), None, HAIRLINE)
    title = text(f"{names} {lane + 1}", Rect(4, 8, RAIL - 12, 14), 9.5, BOLD)
    rail = Frame(
        width - RAIL if rtl else 0,
        0,
        RAIL,
        height,
        (Box(Rect(0, 0, RAIL, height), 0, "#ffffff"), title),
        "rail",
        f"lane-{lane}",
        f"{names} {lane + 1}",
    )
    cells = tuple(cell(c, lane, cards, height, rtl, columns) for c in range(columns))
    items = (ground, line, rail, *cells)
    return Frame(MARGIN, LANES_TOP + lane * height, width, height, items, "lane", f"lane-{lane}", "lane")


def _chevron(w: float, h: float, rtl: bool) -> Path:
    tip = 10.0
    xs = (0, w - tip, w, w - tip, 0, tip)
    points = zip((w - x for x in xs) if rtl else xs, (0, 0, h / 2, h, h, h / 2), strict=True)
    return Path.polyline(list(points), closed=True)


def _stage(number: int, columns: int, first: int, total: int, rtl: bool, name: str) -> Frame:
    w = columns * COLUMN - 4
    left = (total - first - columns) * COLUMN if rtl else RAIL + first * COLUMN
    shape = Shape(_chevron(w, HEADER, rtl), "#16395f" if number == 3 else "#e6eef7")
    color = "#ffffff" if number == 3 else "#16395f"
    label = text(f"{number + 1} {name}", Rect(18, 9, w - 36, 16), 11, BOLD, color)
    return Frame(left, 0, w, HEADER, (shape, label), "stage", f"stage-{number}", name)


def grid(
    columns: int = 100, lanes: int = 20, cards: int = 5, per_stage: int = 5, rtl: bool = False
) -> Picture:
    """Return a map of columns × lanes × cards cards; every stage spans `per_stage` columns."""
    count = -(-columns // per_stage)
    stages = tuple(
        _stage(i, min(per_stage, columns - i * per_stage), i * per_stage, columns, rtl, f"Stage name {i + 1}")
        for i in range(count)
    )
    width = RAIL + columns * COLUMN
    header = Frame(MARGIN, HEADER_TOP, width, HEADER, stages, "header", "", "Stages")
    rows = tuple(_lane(i, columns, cards, rtl, "Lane") for i in range(lanes))
    title = text("Buying running shoes online", Rect(0, 0, 600, 26), 18, BOLD)
    heading = Frame(MARGIN, 16, 600, 26, (title,), "title", "map", "Buying running shoes online")
    height = LANES_TOP + lanes * (GAP + cards * (CARD + GAP)) + MARGIN
    root = Frame(0, 0, width + 2 * MARGIN, height, (heading, header, *rows), "map", "map", "Map")
    return Picture(root, "Buying running shoes online", "en", rtl)
