"""Files of other programs dragged over a shown window, event by event as the system sends them."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest
from PIL import Image as Pixels
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QImage,
    QPainter,
)
from PySide6.QtWidgets import QApplication, QWidget

from editor.canvas import drops, parcels
from editor.canvas.colors import LIGHT
from editor.canvas.guiding import Guiding
from editor.canvas.tools.guides import Say
from editor.canvas.tools.refusing import EMOTIONS as NO_EMOTIONS
from editor.canvas.tools.refusing import LOCKED
from editor.files.format import dumps
from editor.model.records import Card, Image, Lane, Persona
from tests.build import EMOTIONS, journey
from tests.parcels import urls, words
from tests.window.desk import answer, show_map

LEFT, NO_KEYS = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
BOTH = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
CELL = "lane-touchpoints|step-buy-1"
PERSIAN = "نقشهٔ سفر ۱۲٫png"


class Dragged:
    """What is dragged over the map of a window, until it is let go."""

    def __init__(self, window, mime: QMimeData) -> None:
        self.window, self.mime = window, mime
        self.view = window.opened.view
        self.target: QWidget | None = None
        self.taken = False

    def over(self, ref: str, role: str = "") -> Dragged:
        spot = self.view.places.find(ref, role)
        assert spot is not None, ref
        return self.at(self.view.camera.pixels(spot.rect).center())

    def at(self, place: QPointF) -> Dragged:
        """Drag to a place: to whom enters there, moves are told as long as it was let in."""
        self.place, whole = place, place.toPoint()
        if self.target is None:
            enter = QDragEnterEvent(whole, BOTH, self.mime, LEFT, NO_KEYS)
            enter.setDropAction(Qt.DropAction.MoveAction)
            QApplication.sendEvent(self.view.viewport(), enter)
            self.taken = enter.isAccepted()
            self.target = self.view.viewport() if self.taken else None
        if self.target is not None:
            move = QDragMoveEvent(whole, BOTH, self.mime, LEFT, NO_KEYS)
            move.setDropAction(Qt.DropAction.MoveAction)
            move.setAccepted(self.taken)  # as Qt does: who has said yes need not say it again
            QApplication.sendEvent(self.target, move)
            self.taken = move.isAccepted()
        return self

    def drop(self) -> Qt.DropAction | None:
        """Let go; return what the other program is told was done with its file, None where it was refused."""
        if self.target is None:
            return None  # who was not let in is not told of leaving: Qt would look for a target that is none
        if not self.taken:
            QApplication.sendEvent(self.target, QDragLeaveEvent())
            return None
        event = QDropEvent(self.place, BOTH, self.mime, LEFT, NO_KEYS)
        event.setDropAction(Qt.DropAction.MoveAction)
        QApplication.sendEvent(self.target, event)
        QApplication.processEvents()
        return event.dropAction() if event.isAccepted() else None

    @property
    def said(self) -> str:
        """What is said beside the pointer."""
        return "".join(g.text for g in self.view._surface.overlay.guides if isinstance(g, Say))


def png(path: Path) -> Path:
    Pixels.new("RGB", (20, 10), "#d55e00").save(path, "PNG")
    return path


@pytest.fixture
def session(window):
    more = (
        Lane(EMOTIONS, "b", "emotions", "Emotions"),
        Lane("lane-locked", "c", "text", "Locked", locked=True),
        Persona("persona-ava", "a0", "Ava"),
    )
    made = show_map(window, journey("Learn: ad, search > Buy: shop > Use", *more))
    window.resize(1300, 900)
    window.show()
    QApplication.processEvents()
    return made


def texts(session) -> set[str]:
    return {card.text for card in session.journey.all(Card)}


def picture_of(session, key: str) -> str:
    return session.journey.get(key).image


@pytest.mark.parametrize("ref", ["card-ad", "persona-ava"])
def test_a_picture_stands_on_what_it_is_dropped_on(window, session, tmp_path, ref):
    file = png(tmp_path / "shoe.PNG")
    dragged = Dragged(window, urls(file)).over(ref)
    assert dragged.said == ""
    assert dragged.drop() == Qt.DropAction.CopyAction, "a file that was said to be moved would be removed"
    assert session.journey.one(Image, picture_of(session, ref)).alt == "shoe"
    assert session.history.done == ("Set picture",)


@pytest.mark.parametrize("host", ["", "localhost", socket.gethostname()])
def test_names_in_percent_signs_are_read(window, session, tmp_path, host):
    file = png(tmp_path / f"{PERSIAN}.png")
    url = QUrl.fromLocalFile(str(file))
    url.setHost(host)
    encoded = bytes(url.toEncoded().data()).decode()
    assert "%D9%86%D9%82" in encoded
    assert Dragged(window, urls(encoded)).over("card-ad").drop() == Qt.DropAction.CopyAction
    assert session.journey.one(Image, picture_of(session, "card-ad")).alt == PERSIAN


@pytest.mark.parametrize(("name", "content"), [("t.csv", "a;b\nc;d\n"), ("t.tsv", "a\tb\nc\td\n")])
def test_a_table_fills_cells(window, session, tmp_path, name, content):
    file = tmp_path / name
    file.write_text(content)
    assert Dragged(window, urls(file)).over(CELL, "cell").drop() == Qt.DropAction.CopyAction
    assert {"a", "b", "c", "d"} < texts(session)


@pytest.mark.parametrize(
    "mime", [words("“Where is my parcel?”"), urls("https://example.com/a b")], ids=["words", "link"]
)
def test_words_and_links_become_cards(window, session, mime):
    before = texts(session)
    assert Dragged(window, mime).over(CELL, "cell").drop() == Qt.DropAction.CopyAction
    (new,) = texts(session) - before
    assert new in ("“Where is my parcel?”", "https://example.com/a b", "https://example.com/a%20b")


@pytest.mark.parametrize("name", ["other.journey", "OTHER.Journey", "نقشه.journey"])
def test_a_map_opens_in_a_window_of_its_own(qtbot, desk, window, session, tmp_path, name):
    file = tmp_path / name
    file.write_bytes(dumps(journey("Buy: pay", title="Other").records()))
    dragged = Dragged(window, urls(file)).over("card-ad")
    assert dragged.said == ""
    assert dragged.drop() == Qt.DropAction.CopyAction
    qtbot.waitUntil(lambda: desk.window_with(file) is not None)
    assert session.history.done == ()


def test_a_map_that_is_gone_is_told_after_the_other_program_has_its_answer(window, session, qtbot, tmp_path):
    told = answer(window).told
    Dragged(window, urls(tmp_path / "gone.journey")).over("card-ad").drop()
    qtbot.waitUntil(lambda: len(told) == 1)
    assert "gone.journey: There is no such file." in str(told[0])


def folder(path: Path) -> Path:
    path.mkdir()
    return path


@pytest.mark.parametrize(
    ("make", "ref", "role", "why"),
    [
        (lambda at: urls(at / "brief.docx"), "card-ad", "", parcels.STRANGER),
        (lambda at: urls(at / "no-suffix"), CELL, "cell", parcels.STRANGER),
        (lambda at: urls(at / "sales.xlsx"), CELL, "cell", parcels.SHEET),
        (lambda at: urls(at / "logo.svg"), "card-ad", "", parcels.DRAWING),
        (lambda at: urls(folder(at / "pictures")), "card-ad", "", parcels.FOLDER),
        (lambda at: urls(folder(at / "pictures.png")), "card-ad", "", parcels.FOLDER),
        (lambda at: urls(at / "a.png", at / "b.png"), "card-ad", "", parcels.SEVERAL),
        (lambda at: urls(at / "a.png"), CELL, "cell", ""),
        (lambda at: urls(at / "a.png"), "stage-buy", "stage", drops.NO_CARD),
        (lambda at: urls(at / "a.csv"), "stage-buy", "stage", drops.NO_CELL),
        (lambda at: words("x"), "map", "title", drops.NO_CELL),
        (lambda at: words("x"), f"{EMOTIONS}|step-buy-1", "cell", NO_EMOTIONS),
        (lambda at: urls(at / "a.tsv"), "lane-locked|step-buy-1", "cell", LOCKED),
    ],
)
def test_what_cannot_be_taken_is_refused_with_a_reason(window, session, tmp_path, make, ref, role, why):
    dragged = Dragged(window, make(tmp_path)).over(ref, role)
    if why:
        assert dragged.said == why
        assert dragged.drop() is None
    dragged.drop()
    assert dragged.said == "", "nothing is left of it"
    assert session.history.done == ()


def test_the_reason_goes_as_soon_as_it_can_be_taken(window, session, tmp_path):
    dragged = Dragged(window, urls(png(tmp_path / "a.png"))).over("stage-buy", "stage")
    assert dragged.said == drops.NO_CARD
    dragged.over("card-ad")
    assert (dragged.said, dragged.taken) == ("", True)
    dragged.over("stage-buy", "stage")
    assert (dragged.said, dragged.taken) == (drops.NO_CARD, False)


@pytest.mark.parametrize(
    ("name", "content", "ref", "role", "why"),
    [
        ("gone.png", None, "card-ad", "", "gone.png: The file cannot be read (No such file or directory)."),
        ("false.png", b"GIF89a", "card-ad", "", "false.png: The picture cannot be read."),
        ("gone.csv", None, CELL, "cell", "gone.csv: The file cannot be read (No such file or directory)."),
        ("old.csv", b"caf\xe9;x", CELL, "cell", "old.csv: The letters of the table cannot be read."),
    ],
)
def test_a_bad_file_is_told_in_a_line_under_the_map(window, session, tmp_path, name, content, ref, role, why):
    if content is not None:
        (tmp_path / name).write_bytes(content)
    assert Dragged(window, urls(tmp_path / name)).over(ref, role).drop() == Qt.DropAction.CopyAction
    said = window.opened.view.hints.refusal.replace("\u2068", "").replace("\u2069", "")
    assert said.startswith(why)
    assert len(said) > len(why) + 10, "and what to do about it"
    assert answer(window).told == []
    assert session.history.done == ()


def test_a_map_that_may_only_be_looked_at_says_so(window, tmp_path):
    show_map(window, journey("Learn: ad"), state="newer")
    window.show()
    QApplication.processEvents()
    dragged = Dragged(window, urls(png(tmp_path / "a.png"))).over("card-ad")
    assert dragged.said == drops.READ_ONLY
    assert dragged.drop() is None


def test_what_is_said_is_seen(window, session, tmp_path):
    seen = window.opened.view.viewport().grab

    def settled():
        for _ in range(30):
            QApplication.processEvents()
        return seen().toImage()

    before = settled()
    dragged = Dragged(window, urls(tmp_path / "brief.docx")).at(QPointF(300, 300))
    assert settled() != before
    dragged.drop()
    assert settled() == before


def test_what_is_said_reads_in_its_own_direction_on_every_map(window, session):
    drawn = []
    for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
        image = QImage(500, 200, QImage.Format.Format_RGB32)
        image.fill(QColor("#ffffff"))
        painter = QPainter(image)
        painter.setLayoutDirection(direction)
        at = window.opened.view.camera.point(250, 100)
        Guiding(LIGHT).paint(painter, Say(at, parcels.SEVERAL), window.opened.view.camera)
        painter.end()
        drawn.append(image)
    assert drawn[0] == drawn[1]


class OnStart(Dragged):
    """What is dragged over a window that shows the start page."""

    def __init__(self, window, mime: QMimeData) -> None:
        self.window, self.mime = window, mime
        self.view = window.start_page_shown()
        self.target, self.taken = None, False


@pytest.mark.parametrize(("name", "content"), [("سفر.csv", "a;b\nc;d\n"), ("T.TSV", "a\tb\nc\td\n")])
def test_a_table_on_the_start_page_begins_a_map(qtbot, window, tmp_path, name, content):
    file = tmp_path / name
    file.write_text(content)
    window.show()
    dragged = OnStart(window, urls(file)).at(QPointF(200, 200))
    assert dragged.drop() == Qt.DropAction.CopyAction
    qtbot.waitUntil(lambda: window.session is not None)
    assert {"a", "b", "c", "d"} == texts(window.session)
    assert window.session.journey.map.title == file.stem
    assert window.session.path is None
    assert window.session.dirty
    answer(window)


def test_a_bad_table_on_the_start_page_begins_nothing(qtbot, window, tmp_path):
    window.show()
    told = answer(window).told
    OnStart(window, urls(tmp_path / "gone.csv")).at(QPointF(200, 200)).drop()
    qtbot.waitUntil(lambda: len(told) == 1)
    assert "gone.csv: The file cannot be read" in str(told[0])
    assert window.session is None


@pytest.mark.parametrize("name", ["a.png", "a.docx", "a.txt"])
def test_other_files_are_not_taken_by_the_start_page(window, tmp_path, name):
    window.show()
    assert OnStart(window, urls(tmp_path / name)).at(QPointF(200, 200)).drop() is None


def test_a_map_is_dropped_on_the_start_page(qtbot, window, tmp_path):
    file = tmp_path / "other.journey"
    file.write_bytes(dumps(journey("Buy: pay", title="Other").records()))
    window.show()
    assert OnStart(window, urls(file)).at(QPointF(200, 200)).drop() == Qt.DropAction.CopyAction
    qtbot.waitUntil(lambda: window.session is not None)
    assert window.session.path == file
