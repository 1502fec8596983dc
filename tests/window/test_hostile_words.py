"""No surface of the window reads a map's words as markup: a picture named in them never appears."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QTreeView, QWidget

from editor.files.format import dumps
from editor.model.trouble import Trouble
from editor.window.asking import Asking, question
from editor.window.export_dialog import ExportDialog
from editor.window.plain import tip
from tests.window.canary import canaries, settle
from tests.window.desk import answer, show_map


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
