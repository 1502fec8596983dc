"""The field of the inspector for an emotion: a row of the faces of the map's levels, the worst first."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QVBoxLayout, QWidget

from editor.canvas.painter import image
from editor.layout.faces import face
from editor.layout.palette import level_ink
from editor.picture.frame import Frame, Picture, Symbol
from editor.session.drawing import map_theme, map_words
from editor.window.field_making import level_name
from editor.window.field_text import MIXED
from editor.window.palette_of import usual_levels
from editor.window.plain import isolated, label
from editor.window.segments import Segments
from editor.window.tokens import GRID

if TYPE_CHECKING:
    from editor.model.journey import Journey

SIDE = 20
"""Pixels a face takes."""
HUNDREDTH = 0.01
"""Emotions are kept in such steps; within less than one they are on a level."""
ROOMY = 5
"""More faces than these stand closer together."""


class Level(NamedTuple):
    """One level of the scale: its emotion (-1 to 1), number, name on the map, and the colours of its face."""

    value: float
    number: str
    name: str
    ink: str
    paper: str


def levels_of(journey: Journey) -> tuple[Level, ...]:
    """Return the levels of a map's scale, the worst first."""
    sheet = journey.map
    names = map_words(sheet.language).levels(sheet.levels)
    count, theme = len(names), map_theme(sheet)
    given = (theme.shown(color) if color else "" for color in (*sheet.level_colors, *("",) * count))
    inks = [
        level_ink(own, theme.paper) if own else usual
        for own, usual in zip(given, usual_levels(journey, count), strict=False)
    ]
    return tuple(
        Level(2 * place / (count - 1) - 1, level_name(place, count), names[top], inks[top], theme.paper)
        for place, top in enumerate(range(count - 1, -1, -1))
    )


class LevelField(QWidget):
    """The faces to choose from, and what the chosen one is called on the map."""

    given = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._levels: tuple[Level, ...] = ()
        self._value: float | None = None
        self.segments = Segments({}, "")
        self.told = label("", "muted", wrap=True)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(GRID // 2)
        self._rows.addWidget(self.segments)
        self._rows.addWidget(self.told)

    def look_in(self, journey: Journey) -> None:
        """Take over the scale of a map; the faces are made anew where it has become another."""
        levels = levels_of(journey)
        if levels == self._levels:
            return
        self._levels = levels
        faces = Segments({str(place): "" for place in range(len(levels))}, "", tight=len(levels) > ROOMY)
        for place, level in enumerate(levels):
            faces.dress(str(place), face_icon(level), self._words(level))
        faces.chosen.connect(self._chosen)
        self._rows.replaceWidget(self.segments, faces)
        self.segments.hide()
        self.segments.deleteLater()
        self.segments = faces

    def show_value(self, value: float, mixed: bool = False) -> None:
        """Let the face of the nearest level be down; none if there are several."""
        self.segments.lift()
        self._value = None if mixed else value
        self.segments.choose("" if mixed else self._nearest(value))
        self.told.setText(MIXED if mixed else self._told(value))

    def _nearest(self, value: float) -> str:
        """Return the place of the nearest level; of two as near the better one, as on the map."""
        places = reversed(range(len(self._levels)))
        return str(min(places, key=lambda place: abs(self._levels[place].value - value)))

    def _told(self, value: float) -> str:
        """Return the name of the level on which an emotion is, or of those between which it is."""
        nearest = self._levels[int(self._nearest(value))]
        if abs(nearest.value - value) < HUNDREDTH:
            return self._words(nearest)
        lower = max((level for level in self._levels if level.value < value), key=lambda level: level.value)
        upper = min((level for level in self._levels if level.value > value), key=lambda level: level.value)
        return self.tr("between {lower} and {upper}").format(lower=_name(lower), upper=_name(upper))

    def _chosen(self, key: str) -> None:
        value = self._levels[int(key)].value
        if self._value is None or abs(value - self._value) >= HUNDREDTH:
            self.given.emit(value)

    def _words(self, level: Level) -> str:
        return self.tr("{name} ({number})").format(name=_name(level), number=isolated(level.number))


def _name(level: Level) -> str:
    return isolated(" ".join(level.name.split()))


def face_icon(level: Level) -> QIcon:
    """Return the face that the map shows for a level, as sharp on fine screens."""
    icon = QIcon()
    symbol = Symbol(0.0, 0.0, 1.0, face(level.value, level.ink, level.paper))
    drawn = Picture(Frame(0.0, 0.0, 1.0, 1.0, (symbol,)))
    for ratio in (1, 2):
        pixmap = QPixmap.fromImage(image(drawn, SIDE * ratio, paper=False))
        pixmap.setDevicePixelRatio(ratio)
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Disabled):
            icon.addPixmap(pixmap, mode)
    return icon
