"""Qt's mouse, wheel and key events in the words of the tools."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QGuiApplication

from editor.canvas.tools.board import Button, Pointer
from editor.canvas.walking import Way

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QSinglePointEvent, QWheelEvent

    from editor.picture.geometry import Point

NOTCH = 120.0
"""Angle units of one notch of a wheel."""
STEP = 72.0
"""Pixels one notch scrolls."""
GROWTH = 1.2
"""Factor by which one notch zooms."""

BUTTONS = {
    Qt.MouseButton.LeftButton: Button.LEFT,
    Qt.MouseButton.MiddleButton: Button.MIDDLE,
    Qt.MouseButton.RightButton: Button.RIGHT,
}
SHIFT, CONTROL, ALT = (
    key.value
    for key in (
        Qt.KeyboardModifier.ShiftModifier,
        Qt.KeyboardModifier.ControlModifier,
        Qt.KeyboardModifier.AltModifier,
    )
)
"""Modifiers as bits, because flags take microseconds to be combined."""
HELD = {Qt.Key.Key_Shift: "shift", Qt.Key.Key_Control: "control", Qt.Key.Key_Alt: "alt"}
"""Keys that change what a drag does."""
WAYS = {
    Qt.Key.Key_Left: Way.LEFT,
    Qt.Key.Key_Right: Way.RIGHT,
    Qt.Key.Key_Up: Way.UP,
    Qt.Key.Key_Down: Way.DOWN,
}


def pointer(event: QSinglePointEvent, place: Point, space: bool) -> Pointer:
    """Return the pointer of a mouse event that happened at the sheet's point `place`."""
    held, at = event.modifiers().value, event.position()
    return Pointer(
        *place,
        at.x(),
        at.y(),
        BUTTONS.get(event.button(), Button.NONE),
        shift=bool(held & SHIFT),
        control=bool(held & CONTROL),
        alt=bool(held & ALT),
        space=space,
    )


def only_alt(event: QKeyEvent) -> bool:
    """Tell whether Alt is held and nothing else."""
    return event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.AltModifier


def rekeyed(pointer: Pointer, event: QKeyEvent) -> Pointer | None:
    """Return the pointer with Shift, Ctrl or Alt as the key event leaves them; None for other keys."""
    name = HELD.get(Qt.Key(event.key()))
    return replace(pointer, **{name: event.type() == QEvent.Type.KeyPress}) if name else None


def zoom_factor(event: QWheelEvent) -> float:
    """Return the factor by which a turn of the wheel zooms."""
    turn = event.angleDelta()
    return GROWTH ** ((turn.y() or turn.x()) / NOTCH)


def scrolled(event: QWheelEvent) -> QPointF:
    """Return the pixels by which a turn of the wheel or a touchpad's stroke moves the sheet."""
    exact = event.pixelDelta()
    if not exact.isNull() and QGuiApplication.platformName() != "xcb":  # unreliable under X11
        move = QPointF(exact)
    else:
        move = QPointF(event.angleDelta()) * (STEP / NOTCH)
    if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and move.x() == 0:
        return QPointF(move.y(), 0.0)
    return move
