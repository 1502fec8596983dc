"""A canary in every word of a map: whatever shows the words, the picture named in them never appears.

`test_hostile_words.py` looks at the parts one by one; here everything on the screen is looked at after each
thing that can be opened, and everything that leaves the program.
"""

from __future__ import annotations

from datetime import UTC, datetime

import pypdfium2
import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QHelpEvent, QImage
from PySide6.QtWidgets import QAbstractItemView, QApplication, QMenu, QToolTip, QWidget

from editor.files.format import dumps
from editor.files.lock import Holder
from editor.files.processes import Process
from editor.files.reading import Lost
from editor.model.edits.wording import set_fields
from editor.model.trouble import Trouble
from editor.session.exporting import Options, export
from editor.session.recovering import Recoverable
from editor.window.changed_dialog import lost_sheet
from editor.window.export_dialog import ExportDialog
from editor.window.mishap_dialog import MishapDialog
from editor.window.news import Choice, News
from editor.window.recovery_list import RecoveryList
from editor.window.step_list import StepList
from tests.window.canary import canaries, canaries_everywhere, canaries_in, settle
from tests.window.desk import answer, show_map


@pytest.fixture
def shown(window, evil_map, tmp_path):
    """The window with the hostile map open, from a file."""
    file = tmp_path / "evil.journey"
    file.write_bytes(dumps(evil_map.records()))
    show_map(window, evil_map, file)
    settle()
    return window


@pytest.fixture(autouse=True)
def nothing_left():
    yield
    QToolTip.hideText()
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, QMenu):
            widget.close()


def press(window, action: str) -> None:
    window.actions_by_id[action].trigger()


def test_a_canary_in_a_tip_would_be_seen(shown, evil):
    QToolTip.showText(QPoint(50, 50), evil, shown)
    assert canaries_everywhere() > 1000


def test_the_inspector_with_everything_open(qtbot, shown):
    inspector = shown.opened.inspector
    for record in list(shown.session.journey.records()):
        shown.opened.choose((record.id,))
        inspector.show_elements((record.id,))
        for field in inspector.findChildren(QWidget):
            if field.isVisible() and field.focusPolicy() != Qt.FocusPolicy.NoFocus:
                field.setFocus()
        assert canaries_everywhere() == 0, record.id
    press(shown, "map.details")
    assert canaries_everywhere() == 0


@pytest.mark.parametrize("scale", [0.05, 0.3, 0.9, 2.0, 6.0])
def test_the_map_at_every_size(shown, scale):
    shown.opened.view.camera.zoom_to(scale)
    for key in ("card-ad", "stage-buy", "point-persona-ava-1", "connection-1", "note-1"):
        shown.opened.choose((key,), reveal=True)
        assert canaries_everywhere() == 0


def test_tips_over_the_map(shown):
    view = shown.opened.view
    view.camera.zoom_to(0.3)
    settle()
    said = 0
    for x in range(20, view.viewport().width(), 40):
        for y in range(20, view.viewport().height(), 40):
            at = QPoint(x, y)
            QApplication.sendEvent(
                view.viewport(), QHelpEvent(QHelpEvent.Type.ToolTip, at, view.mapToGlobal(at))
            )
            if QToolTip.isVisible():
                said += 1
                assert canaries_everywhere() == 0
            QToolTip.hideText()
    assert said


def test_tips_of_all_lists_and_fields(shown):
    press(shown, "edit.replace")
    shown.opened.find_bar.words.setText("img")
    settle()
    said = 0
    for widget in shown.findChildren(QWidget):
        tips = [widget.toolTip()]
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            model = widget.model()
            tips += [
                str(model.index(row, 0).data(Qt.ItemDataRole.ToolTipRole) or "")
                for row in range(model.rowCount())
            ]
        for tip in {tip for tip in tips if "img" in tip}:
            QToolTip.showText(QPoint(50, 50), tip, shown)
            assert canaries_everywhere() == 0, widget
            said += 1
    assert said


def test_what_is_written_on_the_map(qtbot, shown, evil):
    view = shown.opened.view
    assert view.write("card-ad")
    assert canaries_everywhere() == 0
    mime = QMimeData()
    mime.setHtml(evil)
    QGuiApplication.clipboard().setMimeData(mime)
    pastes = (
        (Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier),
        (Qt.Key.Key_Insert, Qt.KeyboardModifier.ShiftModifier),
    )
    for key, modifiers in pastes:
        qtbot.keyClick(view.viewport(), key, modifiers)
        assert canaries_everywhere() == 0
    view.finish_writing()
    QGuiApplication.clipboard().clear()


def test_the_find_bar_and_its_list(shown):
    press(shown, "edit.find")
    shown.opened.find_bar.words.setText("img")
    assert canaries_everywhere() == 0


def test_menus(shown, evil, tmp_path):
    session = shown.session
    session.do(evil, set_fields(session.journey, ("card-ad",), text="plain"))
    session.do(evil, set_fields(session.journey, ("lane-touchpoints",), hidden=True))
    session.undo()
    StepList(session, shown).pop_up(QPoint(0, 0))
    assert canaries_everywhere() == 0
    shown.desk.settings.remember(tmp_path / evil[:4] / f"{evil[:60]}.journey")
    for menu in shown.findChildren(QMenu):
        menu.popup(QPoint(0, 0))
        assert canaries_everywhere() == 0, menu.title()
        menu.close()
    shown.actions_by_id.context_menu(shown, shown.shape.menu).popup(QPoint(0, 0))
    assert canaries_everywhere() == 0


def test_the_palette_dock_and_the_outline(shown):
    shown.opened.outline.expandAll()
    for panel in (shown.opened.outline, shown.opened.touchpoints, shown.opened.review):
        panel.show()
        assert canaries_everywhere() == 0


def test_news_of_the_file(shown, evil, tmp_path):
    news = shown.opened.news
    news.say(News("evil", evil, (Choice(evil, lambda: None),), grave=True))
    assert canaries_everywhere() == 0
    since = datetime(2026, 1, 1, tzinfo=UTC).isoformat()
    holder = Holder(tmp_path / evil[:4], Process(1, evil, evil), since, certain=False)
    shown.opened.safety.file._tell_of_holder(holder)
    shown.opened.safety.file.tell_of_journal(Trouble(evil, evil, place=evil))
    assert len(news.said()) >= 2
    assert canaries_everywhere() == 0
    sheet = lost_sheet(shown, (Lost(3, evil, Trouble(evil, evil, place=evil)),))
    sheet.show()
    assert canaries_everywhere() == 0
    sheet.close()


def test_maps_that_a_crash_has_left(qtbot, shown, evil, tmp_path):
    left = Recoverable(
        tmp_path / "x.recovery",
        evil,
        tmp_path / evil[:4] / "x.journey",
        datetime(2026, 1, 1, tzinfo=UTC),
        3,
        1,
        True,
    )
    listed = RecoveryList(lambda left, width, height: QImage(4, 4, QImage.Format.Format_RGB32))
    qtbot.addWidget(listed)
    listed.show_left((left,))
    listed.tell(left, evil)
    listed.show()
    assert canaries_everywhere() == 0


def test_mishaps_and_exports_under_way(qtbot, shown, evil, tmp_path):
    mishap = MishapDialog(shown, ValueError(evil), tmp_path / evil[:4])
    qtbot.addWidget(mishap)
    mishap.show()
    assert canaries_everywhere() == 0
    dialog = ExportDialog(
        shown, shown.session.picture, tmp_path / "x.pdf", answer(shown), shown.desk.theme.tokens
    )
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.export_to(tmp_path / "evil.pdf")
    assert canaries(dialog) == 0
    qtbot.waitUntil(lambda: not dialog.busy(), timeout=60_000)
    assert canaries_everywhere() == 0
    dialog.close()


def test_what_is_exported(shown, tmp_path):
    picture = shown.session.picture
    for suffix in (".pdf", ".svg", ".png"):
        export(picture, tmp_path / f"evil{suffix}", Options(dpi=72))
    svg = (tmp_path / "evil.svg").read_text("utf-8")
    assert "<img" not in svg
    assert 'href="file:' not in svg
    assert "&lt;img" in svg
    assert canaries_in(QImage(str(tmp_path / "evil.png"))) == 0
    with pypdfium2.PdfDocument(tmp_path / "evil.pdf") as document:
        pages = [page.render(scale=1).to_pil().convert("RGB") for page in document]
    assert all(color[1] != (255, 0, 254) for page in pages for color in page.getcolors(1 << 24))


def test_what_is_copied(shown):
    press(shown, "edit.select_all")
    press(shown, "edit.copy")
    mime = QGuiApplication.clipboard().mimeData()
    assert mime.hasText()
    assert "<img" in mime.text()
    assert "<img" not in mime.html()
    QGuiApplication.clipboard().clear()
