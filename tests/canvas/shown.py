"""A map on a shown window that can be worked on, as the window room puts it together."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from editor.canvas.view import MapView
from editor.model.ids import Ids
from editor.model.journey import Journey
from editor.session.bench import Bench
from editor.session.drawing import map_layout
from editor.session.session import Session


class Desk:
    """A session, its bench and a view that shows every change."""

    def __init__(self, journey: Journey, size: tuple[int, int] = (1200, 800)) -> None:
        self.session = Session(journey, map_layout().lay_out)
        self.bench = Bench(self.session, Ids(7))
        self.view = MapView()
        self.view.resize(*size)
        self.view.minimap.hide()
        self.view.set_bench(self.bench)
        self.view.set_picture(self.session.picture)
        self.session.subscribe(lambda change: self.view.set_picture(self.session.picture))
        self.view.show()
        QTest.qWaitForWindowActive(self.view)
        self.view.setFocus()

    def text(self, key: str) -> str:
        return self.bench.facts.text(key)

    @property
    def steps(self) -> tuple[str, ...]:
        return self.session.history.done

    def middle(self, ref: str) -> QPoint:
        spot = self.view.places.find(ref)
        assert spot is not None, ref
        self.view.reveal((ref,))
        return self.view.camera.pixels(spot.rect).center().toPoint()

    def click(self, ref: str, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.mouseClick(self.view.viewport(), Qt.MouseButton.LeftButton, held, self.middle(ref))

    def double_click(self, ref: str) -> None:
        place = self.middle(ref)
        QTest.mouseClick(self.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
        QTest.mouseDClick(self.view.viewport(), Qt.MouseButton.LeftButton, pos=place)

    def type(self, text: str) -> None:
        """Press the keys of plain letters and spaces."""
        QTest.keyClicks(self.view, text)

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.view, key, held)
