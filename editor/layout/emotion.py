"""The emotion lane: labelled levels, a smooth curve per persona, faces and labels at its points."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache, partial
from typing import NamedTuple

from editor.layout.columns import Columns
from editor.layout.curve import Bezier, area, boxes, path, spans
from editor.layout.curves import FACE, SMALL_FACE, Curve, Curves
from editor.layout.faces import face
from editor.layout.hatch import hatch
from editor.layout.labels import Label, LabelRequest, Placing
from editor.layout.lenders import Lenders
from editor.layout.levels import HEADROOM, Ground, Scale, ground, scale_of
from editor.layout.looks import curve_stroke
from editor.layout.memo import Memo, RowMemo
from editor.layout.pieces import mark, placed
from editor.layout.rail import LaneBands, rail_frame
from editor.layout.setting import Setting
from editor.model.records import Lane
from editor.model.records import Point as Emotion
from editor.picture.frame import Frame, Item, Shape, Symbol
from editor.picture.geometry import Path, Point, Rect
from editor.picture.paint import Stroke
from editor.picture.words import TextBlock

LABEL_WIDTH = 92.0
HATCH = 4.2
GROWTHS = 8
"""How often the scale may grow to make room for labels."""


class Marked(NamedTuple):
    """A label in its place, and the line that leads to it where it stands far from its point."""

    block: TextBlock
    leader: tuple[Point, Point] | None = None


class Dot(NamedTuple):
    """All that is drawn of one emotion: the place of its face, the colour of its level, its label."""

    emotion: Emotion
    place: Point
    tone: str
    label: Marked | None


class Named(NamedTuple):
    """An emotion with words: the place of its face, and which curve it is on."""

    emotion: Emotion
    dot: Point
    front: bool


class EmotionLayout:
    """Lays out emotion lanes; remembers them while points, levels and columns stay the same."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._lanes: Memo[Frame] = Memo()
        self._rails: Memo[Frame] = Memo()
        self._bands = LaneBands(setting)
        self._grounds: Memo[Ground] = Memo()
        self._parts: Memo[Frame] = Memo()
        self._points: RowMemo[Dot, Frame] = RowMemo()
        self._regions: RowMemo[Path, Frame] = RowMemo()
        self._curves = Curves(setting)
        self._requests: RowMemo[Named, LabelRequest] = RowMemo()
        self._marked: RowMemo[tuple[Named, Label | None], Marked | None] = RowMemo()
        self._placings: dict[tuple[str, int], Placing] = {}
        self._named = lru_cache(4096)(partial(_label, setting))

    def lane(
        self,
        lane: Lane,
        points: tuple[Emotion, ...],
        levels: tuple[str, ...],
        columns: Columns,
        lenders: Lenders,
        tones: tuple[str, ...] = (),
    ) -> Frame:
        """Return the frame of an emotion lane at (0, 0); `points` come by persona, column and place.

        `tones` are colours of the levels, top to bottom, as far as people gave any.
        """
        witnesses = (lane, points, levels, columns, lenders, tones)

        def make() -> Frame:
            return self._made(lane, points, levels, columns, lenders, tones)

        return self._lanes.get(lane.id, witnesses, make)

    def _made(
        self,
        lane: Lane,
        points: Sequence[Emotion],
        levels: tuple[str, ...],
        columns: Columns,
        lenders: Lenders,
        tones: tuple[str, ...],
    ) -> Frame:
        setting = self._setting
        width = setting.theme.rail + columns.width
        rail = self._rails.get(lane.id, (lane,), lambda: rail_frame(setting, lane))
        scale = scale_of(lane, levels, rail.h, tones)
        scale, curves, labels = self._roomy(lane.id, scale, points, columns, width)
        height = scale.bottom + HEADROOM
        drawn = [
            self._curve(lane.id, c, columns, lenders, labels, Rect(0, 0, width, height))
            for c in reversed(curves)
        ]
        behind = self._grounds.get(
            lane.id, (rail, lane, scale, columns), lambda: ground(setting, rail, lane, scale, columns)
        )
        items = (
            behind.rail,
            *self._areas(lane.id, curves, scale),
            behind.lines,
            *drawn,
            *behind.cells,
        )
        return self._bands.frame(lane, columns, height, items, shaded=False)

    def _curve(
        self,
        lane: str,
        curve: Curve,
        columns: Columns,
        lenders: Lenders,
        labels: dict[str, Marked],
        place: Rect,
    ) -> Frame:
        """Return one persona's curve: a segment per stage, then faces with labels; equal ones are kept."""
        setting, key = self._setting, (lane, curve.persona)
        dots = [
            Dot(*dot, labels.get(dot[0].id))
            for dot in zip(curve.emotions, curve.faces, curve.tones, strict=True)
        ]

        def point(number: int) -> Frame:
            frame = _point(setting, curve, dots[number], lenders)
            return self._parts.get((*key, frame.ref), (frame,), lambda: frame)

        points = self._points.get(key, (curve.front, lenders), dots, point)
        segments = _segments(setting, curve, columns, lenders, place.w)
        name = lenders.personas[curve.persona].name if curve.persona in lenders.personas else ""
        return Frame(*place, (*segments, *points), "curve", curve.persona, name)

    def _areas(self, lane: str, curves: Sequence[Curve], scale: Scale) -> list[Frame]:
        """Return the areas of the front curve, a frame each: plain above neutral, hatched below."""
        if not curves:
            return []
        theme, (above, below) = self._setting.theme, area(curves[0].pieces, scale.y(0.0))
        plain = self._regions.get((lane, "above"), (), above, lambda n: _plain(above[n], theme.above))
        hatched = self._regions.get(
            (lane, "below"), (), below, lambda n: _hatched(below[n], theme.below, theme.hatch)
        )
        return [*plain, *hatched]

    def _roomy(
        self, lane: str, scale: Scale, points: Sequence[Emotion], columns: Columns, width: float
    ) -> tuple[Scale, list[Curve], dict[str, Marked]]:
        """Return scale, curves and labels; the scale grows until every label finds a free place."""
        wanted = sum(1 for point in points if point.text)
        growths = 0
        while True:
            curves = self._curves.trace((lane, growths), scale, points, columns, width)
            placing = self._placings.setdefault((lane, growths), Placing())
            labels = self._labels((lane, growths), curves, scale, columns, width, placing)
            if len(labels) == wanted or growths == GROWTHS:
                return scale, curves, labels
            scale = scale.taller()
            growths += 1

    def _labels(
        self,
        key: tuple[str, int],
        curves: Sequence[Curve],
        scale: Scale,
        columns: Columns,
        width: float,
        placing: Placing,
    ) -> dict[str, Marked]:
        """Return a placed label for each point that has one; labels avoid lines, faces and one another."""
        setting = self._setting
        wanted = [
            Named(emotion, dot, curve.front)
            for curve in curves
            for emotion, dot in zip(curve.emotions, curve.faces, strict=True)
            if emotion.text
        ]
        requests = self._requests.get(key, (), wanted, lambda number: self._request(wanted[number]))
        left = setting.x(setting.theme.rail, columns.width, width)
        neutral = Rect(left, scale.y(0.0) - 0.6, columns.width, 1.2)
        bounds = Rect(left, 2.0, columns.width, scale.bottom + HEADROOM - 4.0)
        lines = [boxes(piece, 6.0, 1.2) for curve in curves for piece in curve.pieces]
        spots = placing.place(requests, (*_faces(curves), neutral), bounds, lines)
        pairs = list(zip(wanted, spots, strict=True))
        marked = self._marked.get(key, (), pairs, lambda number: self._mark(*pairs[number]))
        return {
            named.emotion.id: label for named, label in zip(wanted, marked, strict=True) if label is not None
        }

    def _request(self, named: Named) -> LabelRequest:
        block, size = self._named(named.emotion.text), FACE if named.front else SMALL_FACE
        side = "below" if named.emotion.value < 0 else "above"
        return LabelRequest(block.rect.w, block.rect.h, named.dot, size / 2 + 1.5, side)

    def _mark(self, named: Named, spot: Label | None) -> Marked | None:
        if spot is None:
            return None
        block = self._named(named.emotion.text)
        return Marked(block._replace(rect=spot.rect), spot.leader)


@lru_cache(maxsize=512)
def _plain(region: Path, fill: str) -> Frame:
    x, y, w, h = region.bounds()
    return Frame(x, y, w, h, (Shape(region.moved(-x, -y), fill),), "area")


@lru_cache(maxsize=512)
def _hatched(region: Path, fill: str, ink: str) -> Frame:
    plain = _plain(region, fill)
    strokes = hatch(region, HATCH, 45.0, Point(plain.x, plain.y))
    return plain._replace(items=(*plain.items, Shape(strokes, None, Stroke(ink, 0.7))))


@lru_cache(maxsize=4096)
def _segment(pieces: tuple[Bezier, ...], stroke: Stroke, stage: str) -> Frame:
    """Return the frame of a curve over one stage, just round it, so that little is painted again."""
    line = path(pieces)
    x, y, w, h = line.bounds()
    return Frame(x, y, w, h, (Shape(line.moved(-x, -y), None, stroke),), "segment", stage)


def _label(setting: Setting, text: str) -> TextBlock:
    """Return the label of a point at (0, 0): one line, or two to three narrower ones."""
    style = setting.styles.label
    w = min(setting.natural_width(text, style) + 0.5, LABEL_WIDTH)
    block = setting.fitted(text, style, Rect(0, 0, w, 0), 3)
    fit = max(line.width for line in block.shaped.lines) * block.style.size + 0.5
    return block._replace(rect=Rect(0, 0, fit, block.rect.h))


def _faces(curves: Sequence[Curve]) -> list[Rect]:
    sizes = [(face, curve.size) for curve in curves for face in curve.faces]
    return [Rect(dot.x - size / 2, dot.y - size / 2, size, size) for dot, size in sizes]


def _segments(
    setting: Setting, curve: Curve, columns: Columns, lenders: Lenders, width: float
) -> list[Frame]:
    color = lenders.persona_colors.get(curve.persona, setting.theme.curve)
    stroke = curve_stroke(color, curve.place)
    stages = columns.stages
    edges = [start for _, start, _ in stages] + [columns.width]
    borders = [setting.x(setting.theme.rail + edge, 0.0, width) for edge in edges]
    groups = spans(curve.pieces, borders)
    return [
        _segment(pieces, stroke, stage)
        for (stage, _, _), pieces in zip(stages, groups, strict=True)
        if pieces
    ]


def _point(setting: Setting, curve: Curve, dot: Dot, lenders: Lenders) -> Frame:
    """Return a point's frame: its face, and its label where there is one, relative to the face."""
    emotion, size = dot.emotion, curve.size
    x, y = dot.place.x - size / 2, dot.place.y - size / 2
    ink = _face_ink(setting, emotion, curve, lenders, dot.tone)
    items: list[Item] = [Symbol(0.0, 0.0, size, face(emotion.value, ink, setting.theme.paper))]
    if dot.label is not None:
        items += _words(setting, curve, dot.label, x, y)
    for number in lenders.marks(emotion.id):
        items.append(placed(setting, mark(setting, number), size - 1.0, -9.0, size))
    return Frame(x, y, size, size, tuple(items), "point", emotion.id, emotion.text)


def _words(setting: Setting, curve: Curve, label: Marked, x: float, y: float) -> list[Item]:
    """Return a label, and the line that leads to it, relative to the face at (x, y)."""
    block = label.block
    style = block.style if curve.front else block.style._replace(color=setting.theme.muted)
    place_ = block.rect.moved(-x, -y)
    items: list[Item] = [TextBlock(place_, block.text, style, block.rtl, block.shaped, block.language)]
    if label.leader is not None:
        line = Path.polyline((p.x - x, p.y - y) for p in label.leader)
        items.append(Shape(line, None, Stroke(setting.theme.assumed, 0.6)))
    return items


def _face_ink(setting: Setting, emotion: Emotion, curve: Curve, lenders: Lenders, tone: str) -> str:
    """Return the ink of a face: its persona's behind, its level's own or that of its mood in front."""
    theme = setting.theme
    if curve.front and tone:
        from editor.layout.palette import level_ink

        return level_ink(theme.shown(tone), theme.paper)
    if not curve.front:
        return lenders.persona_colors.get(curve.persona, theme.neutral)
    if abs(emotion.value) < 0.2:
        return theme.fair
    return theme.good if emotion.value > 0 else theme.bad
