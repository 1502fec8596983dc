"""A shown window in which states of the editor are set up by hand, to be looked at."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from editor import SAMPLES
from editor.app.desktop import Desktop
from editor.canvas.spot import Spot
from editor.window.workspace import Workspace

SIZE = (1360, 850)
ZOOM = 0.75
PRESS, MOVE = QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove
RELEASE = QEvent.Type.MouseButtonRelease
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
NO_KEYS = Qt.KeyboardModifier.NoModifier
PATIENCE = 20_000
"""Milliseconds that a state may take to come about."""


class Scene:
    """One window with a sample in it, its mouse and its keyboard."""

    def __init__(self, desk: Desktop, sample: str, theme: str, folder: Path) -> None:
        self.folder = folder
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir()
        self.path = self.folder / f"{sample}.journey"
        shutil.copy(SAMPLES / self.path.name, self.path)
        desk.theme.choose(theme)
        self.window = desk.new_window()
        self.window.resize(*SIZE)
        self.window.open_path(self.path)
        self.workspace: Workspace = self.window.opened
        self.view = self.workspace.view
        self.settle(1500)
        self.view.set_zoom(ZOOM)
        self.view.reveal([self.workspace.bench.facts.stages()[0]])
        self.settle(600)

    def end(self) -> None:
        """Close without a question."""
        self.workspace.session.undo()
        self.window.show_start()
        self.window.close()
        shutil.rmtree(self.folder)

    # What is seen

    def shot(self, *over: QWidget) -> QPixmap:
        """Return the window as it is painted, with these windows over it."""
        self.settle(250)
        image = self.window.grab()
        painter = QPainter(image)
        for widget in over:
            corner = widget.mapToGlobal(QPoint()) - self.window.mapToGlobal(QPoint())
            place = widget.rect().translated(corner)
            painter.fillRect(place.adjusted(-1, -1, 1, 1), Qt.GlobalColor.gray)
            painter.drawPixmap(place.topLeft(), widget.grab())
        painter.end()
        return image

    def settle(self, milliseconds: int) -> None:
        """Let everything go on for a while."""
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def until(self, holds: Callable[[], bool]) -> None:
        """Wait until something holds."""
        for _ in range(PATIENCE // 50):
            if holds():
                return
            self.settle(50)
        raise TimeoutError("the state did not come about")

    def cards(self, lane_kind: str = "") -> list[Spot]:
        """Return the cards that are wholly in the window, in reading order."""
        facts, room = self.workspace.bench.facts, self.view.viewport().rect().adjusted(120, 150, -60, -60)
        spots = [spot for row in self.view.places.rows() for spot in row if spot.role == "card"]
        return [
            spot
            for spot in spots
            if room.contains(self.view.camera.pixels(spot.rect).toRect())
            and (not lane_kind or facts.lane_kind(facts.cell(spot.ref)[0]) == lane_kind)
        ]

    def points(self) -> list[Spot]:
        """Return the emotions that are in the window."""
        room = self.view.viewport().rect().adjusted(120, 150, -60, -60)
        spots = [spot for row in self.view.places.rows() for spot in row if spot.role == "point"]
        return [spot for spot in spots if room.contains(self.at(spot).toPoint())]

    # The mouse and the keyboard

    def at(self, spot: Spot, share: tuple[float, float] = (0.5, 0.5)) -> QPointF:
        """Return a place on something, in pixels of the view."""
        place = self.view.camera.pixels(spot.rect)
        return QPointF(place.x() + share[0] * place.width(), place.y() + share[1] * place.height())

    def mouse(
        self, kind: QEvent.Type, at: QPointF, keys: Qt.KeyboardModifier = NO_KEYS, held: bool = True
    ) -> None:
        """Let the mouse do something at a place of the view."""
        button = NONE if kind == MOVE else LEFT
        port = self.view.viewport()
        buttons = LEFT if held and kind != RELEASE else NONE
        QApplication.sendEvent(port, QMouseEvent(kind, at, port.mapToGlobal(at), button, buttons, keys))
        QApplication.processEvents()

    def hover(self, at: QPointF) -> None:
        """Move the mouse to a place."""
        self.mouse(MOVE, at, held=False)

    def click(self, spot: Spot, keys: Qt.KeyboardModifier = NO_KEYS) -> None:
        """Click in the middle of something."""
        for kind in (PRESS, RELEASE):
            self.mouse(kind, self.at(spot), keys)

    @contextmanager
    def dragging(self, start: QPointF, end: QPointF, keys: Qt.KeyboardModifier = NO_KEYS) -> Iterator[None]:
        """Press at one place and move to another; the drag goes on inside the block, then it is given up."""
        self.hover(start)
        self.mouse(PRESS, start, keys)
        for share in (0.1, 0.4, 0.7, 0.95, 1.0):
            self.mouse(MOVE, start + (end - start) * share, keys)
            self.settle(40)
        yield
        self.key(Qt.Key.Key_Escape)
        self.mouse(RELEASE, end, keys)

    def key(self, key: Qt.Key, keys: Qt.KeyboardModifier = NO_KEYS, text: str = "") -> None:
        """Press a key in the view."""
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(self.view, QKeyEvent(kind, key, keys, text))
