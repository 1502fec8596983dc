"""The hint bar: one line under the map that says which keys help just now."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QFontMetrics,
    QGuiApplication,
    QPainter,
    QPen,
)
from PySide6.QtWidgets import QWidget

from editor.canvas.panel import MARGIN, paint_panel

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent

    from editor.canvas.tools.writing import Draft
    from editor.canvas.view import MapView

GAP, ROOM, CAP = 7, 18, 7
"""Pixels between parts, at the ends of the bar, and beside the letters on a key."""
HEIGHT = 44
SIGN = 16
"""Pixels of the sign before a refusal."""
NARROWEST, TALLEST = 160, 400
"""Pixels that a refusal takes even where there is no room for it, and those it never needs in height."""
READING_TIME = 8000
"""Milliseconds a refusal can be read."""
BETWEEN = " · "
"""Stands between the pieces of a hint that can do without each other."""


class Part(NamedTuple):
    """A piece of a hint: plain words, or the name of a key."""

    text: str
    key: bool = False


def parts(hint: str) -> tuple[Part, ...]:
    """Return the pieces of a hint whose keys stand in square brackets: "[Enter] writes · [Tab] goes on"."""
    found: list[Part] = []
    for number, piece in enumerate(hint.replace("]", "[").split("[")):
        if piece.strip():
            found.append(Part(piece.strip(), key=number % 2 == 1))
    return tuple(found)


class HintBar(QWidget):
    """Shows a hint in the middle below the map; without a hint it is not there. It takes no clicks.

    For a while, or until something is done, it says instead why a command was refused.
    """

    def __init__(self, view: MapView) -> None:
        super().__init__(view)
        self._view = view
        self.while_writing: Callable[[bool], str] = lambda _: ""
        """What is said instead of a hint while a text is written: a long one, with paragraphs, or a name."""
        self._said = self._hint = ""
        self._long: bool | None = None
        self._refusal: tuple[str, ...] = ()
        self._parts: tuple[Part, ...] = ()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    @cached_property
    def _while(self) -> QTimer:
        """The time in which a refusal can be read."""
        timer = QTimer(self, singleShot=True, interval=READING_TIME)
        timer.timeout.connect(self.relent)
        return timer

    @property
    def refusal(self) -> str:
        """The sentences that say why something was refused just now, "" for none."""
        return " ".join(self._refusal)

    @property
    def foot(self) -> int:
        """The pixels that it takes below the map."""
        return 0 if self.isHidden() else HEIGHT + MARGIN + GAP

    def say(self, hint: str) -> None:
        """Show `hint`, keys in square brackets; an empty hint hides the bar."""
        self._said, self._refusal = hint, ()
        self._hint = hint if self._long is None or not hint else self.while_writing(self._long)
        self._show(" ".join(part.text for part in parts(self._hint)))

    def take_draft(self, draft: Draft | None) -> None:
        """Say what helps while a text is written, or the hint again when none is any more."""
        self._long = draft.long if draft is not None else None
        self.say(self._said)

    def refuse(self, *sentences: str) -> None:
        """Say why something cannot be done, and then what could be, in plain words."""
        self._refusal = tuple(filter(None, sentences))
        self._show(self.refusal)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
        self._while.start()

    def relent(self) -> None:
        """Show the hint again if a refusal stands in its place."""
        if self._refusal:
            self.say(self._said)

    def fit(self, room: int) -> None:
        """Be as wide as the hint needs; in `room` pixels that are too few the last pieces are left out.

        Where not even the first has room, nothing is shown. A refusal takes more lines instead.
        """
        if self._refusal:
            self.resize(self._wrapped(max(room, NARROWEST)))
        else:
            pieces = self._hint.split(BETWEEN)
            self._parts = parts(self._hint)
            while len(pieces) > 1 and self.sizeHint().width() > room:
                pieces.pop()
                self._parts = parts(BETWEEN.join(pieces))
            self.resize(self.sizeHint() if self.sizeHint().width() <= room else QSize(0, 0))
        self.update()

    def _wrapped(self, most: int) -> QSize:
        """Return the size of the refusal, at most so many pixels wide."""
        beside = 2 * ROOM + SIGN + GAP
        room = QRect(0, 0, most - beside, TALLEST)
        words = QFontMetrics(self.font()).boundingRect(room, Qt.TextFlag.TextWordWrap, self.refusal)
        return QSize(words.width() + 1 + beside, max(words.height() + HEIGHT - 18, HEIGHT))

    def _show(self, words: str) -> None:
        self.setAccessibleName(words)
        self.setVisible(bool(words))
        self._view.place_panels()

    def _width(self, part: Part) -> int:
        return QFontMetrics(self.font()).horizontalAdvance(part.text) + (2 * CAP if part.key else 0)

    # Qt

    def sizeHint(self) -> QSize:
        """Return the size that the hint needs."""
        width = sum(map(self._width, self._parts)) + GAP * max(len(self._parts) - 1, 0) + 2 * ROOM
        return QSize(width, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the words and the keys in the direction of the window's language."""
        painter = QPainter(self)
        paint_panel(painter, QRectF(self.rect()), self._view.colors)
        rtl = QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
        if self._refusal:
            self._paint_refusal(painter, rtl)
        else:
            self._paint_parts(painter, rtl)

    def _paint_parts(self, painter: QPainter, rtl: bool) -> None:
        colors, at = self._view.colors, ROOM
        for part in self._parts:
            width = self._width(part)
            left = self.width() - at - width if rtl else at
            place = QRectF(left, 0, width, self.height() - 2)
            if part.key:
                painter.setPen(QPen(QColor(colors.panel_edge), 1.0))
                painter.setBrush(QColor(colors.key))
                painter.drawRoundedRect(place.adjusted(0.5, 10.5, -0.5, -10.5), 4, 4)
            painter.setPen(QColor(colors.panel_ink))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, part.text)
            at += width + GAP

    def _paint_refusal(self, painter: QPainter, rtl: bool) -> None:
        left = self.width() - ROOM - SIGN if rtl else ROOM
        place = QRectF(left, (self.height() - 2 - SIGN) / 2, SIGN, SIGN)
        _paint_sign(painter, place, self._view.colors.warning)
        painter.setPen(QColor(self._view.colors.panel_ink))
        room = self.rect().adjusted(ROOM if rtl else ROOM + SIGN + GAP, 0, 0, -2)
        room.setRight(self.width() - ROOM - (SIGN + GAP if rtl else 0))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap, self.refusal)


def _paint_sign(painter: QPainter, place: QRectF, color: str) -> None:
    """Paint the sign of what is not allowed: a ring with a bar across."""
    painter.save()
    painter.setPen(QPen(QColor(color), 1.75))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    ring = place.adjusted(1, 1, -1, -1)
    painter.drawEllipse(ring)
    reach = ring.width() * 0.35
    painter.drawLine(ring.center() - QPointF(reach, reach), ring.center() + QPointF(reach, reach))
    painter.restore()
