"""What the window shows after an edit, painted piece by piece, is what it shows when all is painted again."""

from __future__ import annotations

from pathlib import Path
from random import Random

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from editor.canvas.tools.guides import Say
from editor.model.records import Card, Lane
from editor.session.session import Session
from tests import pointer
from tests.canvas.shown import Desk

SAMPLES = Path(__file__).resolve().parents[2] / "samples"


class Watch(QObject):
    """Tells when a widget is painted the next time."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self.painted = False
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.painted = self.painted or event.type() == QEvent.Type.Paint
        return super().eventFilter(watched, event)


def shown(desk: Desk) -> QImage:
    """Return the pixels of the window as they stand on the screen, once nothing is to be painted later."""
    window = desk.view.viewport()
    while True:
        window.update(0, 0, 1, 1)  # painted with all that was asked for before
        watch = Watch(window)
        while not watch.painted:
            QApplication.processEvents()
        if not desk.view._surface.owes:
            break
    return desk.view.screen().grabWindow(desk.view.winId()).toImage()


def repainted(desk: Desk) -> QImage:
    """Return the pixels of the window after all of it was painted again."""
    desk.view._surface._afar.forget()
    desk.view._surface.display.strips.forget()
    desk.view.viewport().update()
    return shown(desk)


def apart(one: QImage, other: QImage) -> int:
    """Return by how many levels of 255 the two differ where they differ most."""
    first, second = (np.frombuffer(image.constBits(), np.uint8).astype(int) for image in (one, other))
    return int(np.abs(first - second).max())


def edit(desk: Desk, random: Random) -> None:
    """Do something to the map by chance."""
    cards, lanes = desk.session.journey.all(Card), desk.session.journey.all(Lane)
    card, other = random.choice(cards), random.choice(cards)
    plans = desk.bench.plans
    match random.randrange(6):
        case 0:
            desk.bench.do("Edit text", plans.write(card.id, "word " * random.randrange(1, 40)))
        case 1 | 2:
            desk.bench.do("Move card", plans.move_cards([card.id], other.lane, other.step))
        case 3:
            desk.bench.do("Remove card", plans.remove([card.id]))
        case 4:
            desk.bench.do("Hide lane", plans.set_fields([random.choice(lanes).id], hidden=True))
        case _ if desk.steps:
            desk.session.undo()
        case _:
            desk.view.select([card.id])


@pytest.mark.parametrize("name", ["shoe-shop", "clinic-visit"])
@pytest.mark.parametrize("zoom", [0.3, 0.55, 1.0, 1.3])
def test_edits_leave_the_window_as_if_all_were_painted_again(name: str, zoom: float) -> None:
    desk, random = Desk(Session.open(SAMPLES / f"{name}.journey").journey, (900, 700)), Random(zoom)
    desk.view.hints.hide()
    desk.view.set_zoom(zoom)
    for number in range(12):
        if number % 4 == 0:
            desk.view.reveal([random.choice(desk.session.journey.all(Card)).id])
            repainted(desk)
        edit(desk, random)
        seen = shown(desk)
        assert seen == shown(desk), number
        assert seen == repainted(desk), number
    desk.view.close()


@pytest.mark.parametrize("name", ["shoe-shop", "clinic-visit"])
@pytest.mark.parametrize("role", ["card", "stage", "step", "rail"])
def test_a_drag_leaves_the_window_as_if_all_were_painted_again(name: str, role: str) -> None:
    desk, random = Desk(Session.open(SAMPLES / f"{name}.journey").journey, (1100, 800)), Random(role)
    desk.view.hints.hide()
    desk.view.set_zoom(0.8)
    start = [spot for row in desk.view.places.rows() for spot in row if spot.role == role][1]
    desk.view.reveal([start.ref])
    at = desk.view.camera.pixels(start.rect).center().toPoint()
    QTest.mousePress(desk.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    for number in range(16):
        near = QPoint(random.randrange(-9, 10), random.randrange(-9, 10))
        far = QPoint(random.randrange(250, 850), random.randrange(250, 550))
        at = far if number % 4 == 0 else at + near
        pointer.move(desk.view.viewport(), at, Qt.MouseButton.LeftButton)
        seen = shown(desk)
        assert apart(seen, repainted(desk)) <= 1, number  # one level of 255: rounding where areas are clipped
    QTest.mouseRelease(desk.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    seen = shown(desk)
    assert apart(seen, repainted(desk)) <= 1
    desk.view.close()


@pytest.mark.parametrize("factor", [0.6, 0.8, 1.5, 3.0])
def test_a_zoom_in_the_middle_of_a_drag_leaves_nothing_behind(factor: float) -> None:
    desk = Desk(Session.open(SAMPLES / "shoe-shop.journey").journey, (1100, 800))
    desk.view.hints.hide()
    desk.view.set_zoom(0.8)
    at, window = desk.middle("card-asks-club"), desk.view.viewport()
    QTest.mousePress(window, Qt.MouseButton.LeftButton, pos=at)
    pointer.move(window, QPoint(400, 400), Qt.MouseButton.LeftButton)
    desk.view.camera.zoom_at(desk.view.camera.zoom * factor, 400, 400)
    for place in (QPoint(430, 410), QPoint(600, 480)):
        pointer.move(window, place, Qt.MouseButton.LeftButton)
        seen = shown(desk)
        assert apart(seen, repainted(desk)) <= 1, place
    QTest.keyClick(desk.view, Qt.Key.Key_Escape)
    seen = shown(desk)
    assert apart(seen, repainted(desk)) <= 1
    desk.view.close()


@pytest.mark.parametrize("move", [(60, 0), (140, 40), (-90, 40), (0, -70)])
def test_words_at_the_edge_of_the_window_are_not_dragged_along(move: tuple[int, int]) -> None:
    desk = Desk(Session.open(SAMPLES / "shoe-shop.journey").journey, (1100, 800))
    desk.view.hints.hide()
    desk.view.set_zoom(0.8)
    at = desk.view.camera.point(20.0, 400.0)
    desk.view._touch.hands.show_guides((Say(at, "Emotions stand here, no cards. Enter adds one."),))
    shown(desk)
    x, y = desk.view.camera.scroll
    desk.view.camera.scroll_to(x + move[0], y + move[1])
    seen = shown(desk)
    assert apart(seen, repainted(desk)) <= 1
    desk.view.close()
