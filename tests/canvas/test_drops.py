"""Field, section 4, "Dragging": the palette drags new things in, pictures and text drop in from outside."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor.canvas.drops import new_thing
from editor.canvas.view import MapView
from editor.model.change import Change
from editor.model.ids import Ids
from editor.model.records import Channel, Note, Persona
from editor.session.bench import Bench
from editor.session.session import Session
from tests.build import EMOTIONS, TOUCHPOINTS
from tests.canvas.desk import ACTIONS, BOTH, LOCKED, at_work, cards
from tests.parcels import urls, words


class Window:
    """A shown map on which things are dropped."""

    def __init__(self, view: MapView, session: Session) -> None:
        self.view, self.session = view, session
        self.entered = False
        self.files: list[tuple[str, str]] = []
        self.texts: list[tuple[str, str]] = []
        view.file_dropped.connect(lambda path, ref: self.files.append((path, ref)))
        view.text_dropped.connect(lambda text, ref: self.texts.append((text, ref)))

    def at(self, ref: str, role: str = "", share: tuple[float, float] = (0.5, 0.5)) -> QPointF:
        spot = self.view.places.find(ref, role)
        assert spot is not None, ref
        place = self.view.camera.pixels(spot.rect)
        return QPointF(place.x() + share[0] * place.width(), place.y() + share[1] * place.height())

    def hover(self, mime: QMimeData, at: QPointF) -> bool:
        """Drag over a place; tell whether it would be taken."""
        whole = at.toPoint()
        actions, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
        enter = QDragEnterEvent(whole, actions, mime, left, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(self.view.viewport(), enter)
        self.entered = enter.isAccepted()
        if not self.entered:
            return False  # of such a drag no move is told
        move = QDragMoveEvent(whole, actions, mime, left, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(self.view.viewport(), move)
        return move.isAccepted()

    def drop(self, mime: QMimeData, at: QPointF) -> bool:
        """Drag over a place and let go; tell whether it was taken."""
        if not self.hover(mime, at):
            if self.entered:  # else nobody is told of leaving: Qt would look for a target that is none
                QApplication.sendEvent(self.view.viewport(), QDragLeaveEvent())
            return False
        left, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        event = QDropEvent(at, Qt.DropAction.CopyAction, mime, left, keys)
        QApplication.sendEvent(self.view.viewport(), event)
        return event.isAccepted()

    @property
    def lit(self) -> int:
        carried = self.view._surface.overlay.carried
        return len(carried.lit) if carried else 0


@pytest.fixture(params=BOTH)
def window(request: pytest.FixtureRequest, qtbot: QtBot) -> Window:
    session, _ = at_work(request.param, Channel("channel-web", "a", "Web", "website"))
    view = MapView()
    qtbot.addWidget(view)
    view.resize(1100, 800)
    view.show()
    view.set_picture(session.picture)
    view.set_bench(Bench(session, Ids(3)))
    session.subscribe(lambda change: view.set_picture(session.picture) if change else None)
    return Window(view, session)


def test_the_palette_drags_new_touchpoints_in(window: Window) -> None:
    mime, at = new_thing("card:touchpoints:channel-web"), window.at("card-shop", "", (0.5, 0.1))
    assert window.hover(mime, at)
    assert window.lit == 1
    assert window.drop(mime, at)
    assert cards(window.session, "step-buy-1") == ["Web", "shop"]
    (new,) = window.view.selection
    assert window.session.journey.get(new).channel == "channel-web"  # type: ignore[union-attr]
    assert window.session.history.done == ("Add card",)
    assert window.lit == 0


@pytest.mark.parametrize("lane", [EMOTIONS, LOCKED])
def test_lanes_that_take_no_cards_refuse_new_ones(window: Window, lane: str) -> None:
    at = QPointF(window.at("card-shop").x(), window.at(lane, "rail").y())
    assert not window.drop(new_thing("card:text:"), at)
    assert window.session.history.done == ()


def test_the_palette_drags_lanes_in(window: Window) -> None:
    at = window.at(ACTIONS, "rail", (0.5, 0.1))
    assert window.drop(new_thing("lane:thoughts"), at)
    bench = Bench(window.session)
    assert [bench.facts.lane_kind(lane) for lane in bench.facts.lanes()][2] == "thoughts"
    assert window.session.history.done == ("Add lane",)


def test_the_palette_drags_stages_and_steps_in(window: Window) -> None:
    first = (0.9, 0.5) if window.session.picture.rtl else (0.1, 0.5)
    assert window.drop(new_thing("stage"), window.at("stage-buy", "stage", first))
    facts = Bench(window.session).facts
    assert facts.stages()[0::2] == ("stage-learn", "stage-buy")
    assert window.drop(new_thing("step"), window.at("card-pay", "", first))
    assert facts.steps_of("stage-buy")[0::2] == ("step-buy-1", "step-buy-2")


def test_the_palette_drags_notes_onto_elements(window: Window) -> None:
    assert window.drop(new_thing("note"), window.at("card-pay"))
    (note,) = window.session.journey.all(Note)
    assert note.about == "card-pay"
    assert not window.drop(new_thing("note"), window.at(f"{ACTIONS}|step-buy-1", "cell"))


def test_a_drag_may_come_in_over_the_edge_of_the_desk_to_be_told_why_it_is_refused(window: Window) -> None:
    keys, actions = Qt.KeyboardModifier.NoModifier, Qt.DropAction.CopyAction
    for mime, welcome in (
        (new_thing("stage"), True),
        (urls(Path("/a.zip")), True),
        (urls(Path("/a.journey")), False),
    ):
        enter = QDragEnterEvent(QPoint(1, 1), actions, mime, Qt.MouseButton.LeftButton, keys)
        QApplication.sendEvent(window.view.viewport(), enter)
        assert enter.isAccepted() == welcome


def test_what_nobody_knows_is_refused(window: Window) -> None:
    assert not window.drop(new_thing("spaceship"), window.at("card-pay"))
    assert not window.drop(QMimeData(), window.at("card-pay"))


def test_a_picture_falls_on_a_card(window: Window) -> None:
    mime = urls(Path("/desk/shoe.PNG"))
    assert window.hover(mime, window.at("card-ad"))
    assert window.lit == 1
    assert window.drop(mime, window.at("card-ad"))
    assert window.files == [(str(Path("/desk/shoe.PNG")), "card-ad")]
    assert not window.drop(mime, window.at(f"{ACTIONS}|step-buy-1", "cell"))


def test_a_picture_falls_on_a_persona_and_on_the_title(window: Window) -> None:
    window.session.do("", Change(added={"persona-ava": Persona("persona-ava", "a0", "Ava")}))
    mime = urls(Path("/desk/shoe.jpeg"))
    for ref, role in (("persona-ava", "persona"), ("map", "title")):
        assert window.hover(mime, window.at(ref, role))
        assert window.lit == 1
        assert window.drop(mime, window.at(ref, role))
    assert window.files == [("/desk/shoe.jpeg", "persona-ava"), ("/desk/shoe.jpeg", "map")]


def test_tables_and_text_fall_into_cells(window: Window) -> None:
    cell = f"{ACTIONS}|step-buy-1"
    assert window.drop(urls(Path("/desk/cards.csv")), window.at(cell, "cell"))
    assert window.drop(words("one\ttwo"), window.at(cell, "cell"))
    assert window.drop(words("over a card"), window.at("card-shop"))
    assert window.files == [("/desk/cards.csv", cell)]
    assert window.texts == [("one\ttwo", cell), ("over a card", f"{TOUCHPOINTS}|step-buy-1")]


def test_maps_are_left_to_the_window(window: Window) -> None:
    assert not window.drop(urls(Path("/desk/other.journey")), window.at("card-ad"))
    assert not window.drop(urls(Path("/desk/a.png"), Path("/desk/b.png")), window.at("card-ad"))
    assert window.files == []


def test_nothing_is_taken_where_the_map_may_only_be_looked_at(window: Window) -> None:
    window.view.set_bench(None)
    assert not window.drop(new_thing("stage"), window.at("stage-buy", "stage"))
    assert not window.drop(words("words"), window.at("card-shop"))
    assert window.texts == []


def test_leaving_puts_the_light_out(window: Window) -> None:
    window.hover(new_thing("card:text:"), window.at("card-shop"))
    leave = QDragLeaveEvent()
    QApplication.sendEvent(window.view.viewport(), leave)
    assert window.lit == 0
