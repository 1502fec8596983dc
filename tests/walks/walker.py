"""Somebody at a real window who has a mouse and a keyboard, and nothing else."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from editor.app.desktop import Desktop
from editor.canvas.spot import Spot
from editor.canvas.tools.grips import button_at
from editor.canvas.view import MapView
from editor.model.ids import Ids
from editor.picture.geometry import Point, Rect
from editor.session.bench import Bench
from editor.session.facts import Facts
from tests.window.desk import answer

K, M = Qt.Key, Qt.KeyboardModifier
LEFT = Qt.MouseButton.LeftButton
JOINER = "\u200c"
SIZE = (1600, 1000)


class Walker:
    """Works on the map in the window; new things are called after a seed, the file is answered when asked."""

    def __init__(self, desk: Desktop, file: Path) -> None:
        self.window = desk.new_window()
        self.window.resize(*SIZE)
        self.window.activateWindow()
        assert QTest.qWaitForWindowActive(self.window)
        answer(self.window).name = file

    def begin(self, search: str) -> None:
        """Find a template on the start page and open it; new things get ids that are the same every time."""
        field = self.window.start_page_shown().search
        QTest.mouseClick(field, LEFT)
        self.type(search).key(K.Key_Return)
        workspace = self.window.opened
        workspace.ids = Ids("a walk")
        workspace.view.set_bench(Bench(workspace.session, workspace.ids))
        QApplication.processEvents()
        self._focused()
        workspace.view.setFocus()

    @property
    def view(self) -> MapView:
        return self.window.opened.view

    @property
    def facts(self) -> Facts:
        """What the map says now; for looking, not for doing."""
        return Facts(self.window.opened.session.journey)

    # The keyboard

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = M.NoModifier) -> Walker:
        QTest.keyClick(self._focused(), key, held)
        return self

    def type(self, text: str) -> Walker:
        """Press the keys that write `text`; the joiner is Shift and Space, as on a Persian keyboard."""
        for letter in text:
            if letter == JOINER:
                self.key(K.Key_Space, M.ShiftModifier)
            elif letter.isascii():
                QTest.keyClicks(self._focused(), letter)
            else:
                for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                    event = QKeyEvent(kind, ord(letter), M.NoModifier, letter)
                    QApplication.sendEvent(self._focused(), event)
        return self

    def rewrite(self, ref: str, text: str) -> Walker:
        """Double-click something and write another text in its place; the writing goes on."""
        self.double_click(ref)
        return self.key(K.Key_A, M.ControlModifier).type(text)

    def enter(self) -> Walker:
        """Keep the text."""
        return self.key(K.Key_Return, M.ControlModifier)

    # The mouse

    def click(self, ref: str) -> Walker:
        QTest.mouseClick(self.view.viewport(), LEFT, pos=self.pixel(ref))
        return self

    def double_click(self, ref: str, share: tuple[float, float] = (0.5, 0.5)) -> Walker:
        place = self.pixel(ref, share)
        QTest.mouseClick(self.view.viewport(), LEFT, pos=place)
        QTest.mouseDClick(self.view.viewport(), LEFT, pos=place)
        QTest.mouseRelease(self.view.viewport(), LEFT, pos=place)
        return self

    def drag(self, start: QPoint, end: QPoint) -> Walker:
        """Press, go to the end in four moves, let go."""
        self._mouse(QEvent.Type.MouseMove, start, Qt.MouseButton.NoButton)
        self._mouse(QEvent.Type.MouseButtonPress, start, LEFT)
        for part in range(1, 5):
            self._mouse(QEvent.Type.MouseMove, start + (end - start) * part / 4, LEFT)
        self._mouse(QEvent.Type.MouseButtonRelease, end, Qt.MouseButton.NoButton)
        return self

    def insert_after(self, stage: str) -> Walker:
        """Click the round button behind a stage."""
        place = self.spot(stage).rect
        corner = Point(place.x if self.view.places.rtl else place.right, place.y)
        assert button_at(self.view.places, *corner, 1.0) is not None
        at = self._at(*corner)
        self._mouse(QEvent.Type.MouseMove, at, Qt.MouseButton.NoButton)
        QTest.mouseClick(self.view.viewport(), LEFT, pos=at)
        return self

    # Where things are

    def spot(self, ref: str) -> Spot:
        found = self.view.places.find(ref)
        assert found is not None, ref
        return found

    def pixel(self, ref: str, share: tuple[float, float] = (0.5, 0.5)) -> QPoint:
        """Return a place on something, by shares of its width and height from the top left."""
        place = self.spot(ref).rect
        return self._at(place.x + share[0] * place.w, place.y + share[1] * place.h)

    def level(self, lane: str, point: str, value: float) -> QPoint:
        """Return the place right over or under an emotion where another emotion would stand."""
        scale = self.view.places.scale(lane)
        assert scale is not None
        return self._at(self.spot(point).rect.center.x, scale.y(value))

    def points(self, lane: str) -> list[str]:
        """Return the ids of the emotions of a lane, in the order of time."""
        rows = self.view.places.rows()
        found = [spot.ref for row in rows for spot in row if spot.role == "point"]
        return [key for key in found if self.facts.point(key)[0] == lane]

    def _at(self, x: float, y: float) -> QPoint:
        return self.view.camera.pixels(Rect(x, y, 0.0, 0.0)).topLeft().toPoint()

    def _mouse(self, kind: QEvent.Type, at: QPoint, held: Qt.MouseButton) -> None:
        button = LEFT if kind != QEvent.Type.MouseMove else Qt.MouseButton.NoButton
        viewport = self.view.viewport()
        place = QPointF(at)
        event = QMouseEvent(kind, place, viewport.mapToGlobal(place), button, held, M.NoModifier)
        QApplication.sendEvent(viewport, event)

    def _focused(self) -> QWidget:
        """Return what the keys go to; a label that flashed up as a window of its own must not keep them."""
        if not self.window.isActiveWindow():
            self.window.activateWindow()
            QTest.qWaitForWindowActive(self.window)
        widget = self.window.focusWidget()
        assert widget is not None
        return widget
