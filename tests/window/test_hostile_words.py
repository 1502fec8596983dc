"""No surface of the window reads a map's words as markup: a picture named in them never appears."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QLabel, QTreeView, QWidget

from editor.files.format import dumps
from editor.model.journey import Journey
from editor.model.records import Card, Channel, Connection, Evidence, Note, Owner, Persona
from editor.model.trouble import Trouble
from editor.window.asking import Asking, question
from editor.window.export_dialog import ExportDialog
from editor.window.plain import tip
from tests.build import records
from tests.window.desk import answer, show_map

CANARY = QColor(255, 0, 254)


@pytest.fixture
def evil(tmp_path):
    """Return words that show a large picture of one colour where they are taken for markup."""
    image = QImage(64, 64, QImage.Format.Format_RGB32)
    image.fill(CANARY)
    file = tmp_path / "canary.png"
    assert image.save(str(file))
    return f'<img src="{file}" width=64 height=64> & <b>x</b>'


@pytest.fixture
def evil_map(evil):
    """Return a map whose every word is hostile."""
    fields = ("title", "text", "name", "summary", "goals", "goal", "begins", "ends", "team", "version")
    more = [
        Persona("persona-1", "a0", evil),
        Owner("owner-1", "a0", evil),
        Channel("channel-1", "a0", evil),
        Note("note-1", "a0", "stage-learn", evil),
        Connection("connection-1", "card-ad", "card-shop", text=evil),
    ]
    made = []
    for record in [*records("Learn: ad > Buy: shop"), *more]:
        own = {name: evil for name in fields if hasattr(record, name)}
        if isinstance(record, Card):
            evidence = Evidence("observed", evil, "", evil)
            own |= {"evidence": evidence, "owner": "owner-1", "channel": "channel-1"}
        made.append(replace(record, **own))
    return Journey(made)


def canaries(widget: QWidget) -> int:
    """Return how many pixels of the widget have the canary's colour."""
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    return bytes(image.constBits()).count(bytes((254, 0, 255, 255)))


def settle():
    for _ in range(5):
        QApplication.processEvents()


def test_the_canary_can_be_seen_at_all(qtbot, evil):
    label = QLabel(evil)
    qtbot.addWidget(label)
    label.show()
    assert canaries(label) > 1000


def test_window_and_inspector_show_hostile_words_as_words(window, evil_map):
    session = show_map(window, evil_map)
    for record in list(session.journey.records()):
        window.opened.choose((record.id,))
        window.opened.inspector.show_elements((record.id,))
        settle()
        assert canaries(window) == 0, record.id
    for key in ("stage-learn", "stage-buy"):
        window.opened.outline.mark(key)
    window.findChild(QTreeView).expandAll()
    assert canaries(window) == 0


def test_no_label_of_the_window_guesses_markup(window, evil_map):
    show_map(window, evil_map)
    settle()
    window.opened.inspector.show_elements(("card-ad",))
    for widget in window.findChildren(QLabel):
        assert widget.textFormat().name == "PlainText", widget.text()
    for widget in window.findChildren(QWidget):
        assert "<img" not in widget.toolTip()


def test_tool_tips_of_the_outline_are_escaped(window, evil_map):
    show_map(window, evil_map)
    model = window.opened.outline.model()
    text = model.index(0, 0).data(3)
    assert text.startswith("<span>&lt;img")
    assert tip("a < b\n& c") == "<span>a &lt; b<br>&amp; c</span>"


def test_the_palette_shows_hostile_words_as_words(window, evil_map):
    show_map(window, evil_map)
    window.actions_by_id["help.commands"].trigger()
    palette = window.findChild(QWidget, "palette")
    palette.field.setText("img")
    settle()
    assert palette.shown()
    assert canaries(palette) == 0
    palette.close()


def test_the_start_page_shows_hostile_words_as_words(desk, evil_map, evil, tmp_path):
    file = tmp_path / "evil.journey"
    file.write_bytes(dumps(evil_map.records()))
    desk.settings.remember(file)
    page = desk.new_window()
    tiles = page.start_page.visible_tiles()
    assert tiles[0].title == evil
    settle()
    assert canaries(page) == 0
    page.maps.list_recent()
    assert "&&" not in page.maps.recent.actions()[0].text()


def test_questions_and_troubles_are_plain(window, evil, monkeypatch):
    shown = []
    monkeypatch.setattr("PySide6.QtWidgets.QMessageBox.exec", lambda box: shown.append(canaries(box)))
    asking = Asking(window)
    asking.tell(Trouble(evil.replace("{", ""), evil, place=evil))
    asking.unsaved(evil)
    box = question(window, "t", evil, evil)
    assert [*shown, canaries(box)] == [0, 0, 0]
    box.deleteLater()


def test_export_and_status_say_hostile_words_plainly(window, evil_map, evil, tmp_path):
    session = show_map(window, evil_map, tmp_path / f"a{evil[:4]}.journey")
    dialog = ExportDialog(
        window, session.picture, tmp_path / "x.pdf", answer(window), window.desk.theme.tokens
    )
    dialog._fail(Trouble(evil, evil, place=evil))
    dialog.show()
    settle()
    assert canaries(dialog) == 0
    dialog.close()
