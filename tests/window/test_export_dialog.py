"""The export dialog: what can be chosen, what is shown of it, how a file gets written or not."""

from __future__ import annotations

import weakref
from math import ceil

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QDialog, QPushButton
from shiboken6 import isValid

from editor.window.export_dialog import ExportDialog
from editor.window.tokens import LIGHT
from tests.build import journey
from tests.window.desk import Answers, show_map


@pytest.fixture
def picture(qapp):
    from editor.session.drawing import map_layout

    return map_layout().lay_out(journey("Learn: ad, search > Buy: shop, pay", title="Shoes"))


@pytest.fixture
def dialog(qtbot, picture, tmp_path):
    made = ExportDialog(None, picture, tmp_path / "shoes.pdf", Answers(), LIGHT)
    qtbot.addWidget(made)
    made.show()
    return made


def press(qtbot, segments, words: str) -> None:
    button = next(b for b in segments.findChildren(QPushButton) if b.text() == words)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def finished(qtbot, dialog):
    qtbot.waitUntil(lambda: not dialog.busy(), timeout=20_000)


@pytest.mark.parametrize(
    ("words", "suffix", "magic"),
    [("PDF", ".pdf", b"%PDF"), ("SVG", ".svg", b"<"), ("PNG", ".png", b"\x89PNG")],
)
def test_each_format_is_written(qtbot, dialog, tmp_path, words, suffix, magic):
    press(qtbot, dialog.choices.format, words)
    dialog._asking.name = tmp_path / "map"
    qtbot.mouseClick(dialog.export_button, Qt.MouseButton.LeftButton)
    finished(qtbot, dialog)
    assert (tmp_path / f"map{suffix}").read_bytes().startswith(magic)
    assert "Saved as" in dialog.note.text()
    assert dialog.open_button.isVisible()


def test_only_choices_that_mean_something_are_shown(qtbot, dialog):
    choices = dialog.choices
    assert choices.paper.isVisible()
    assert not choices.dpi.isVisible()
    press(qtbot, choices.format, "PNG")
    assert not choices.paper.isVisible()
    assert choices.dpi.isVisible()


def test_the_size_in_pixels_is_said_and_one_too_large_is_not_offered(qtbot, picture, dialog, monkeypatch):
    press(qtbot, dialog.choices.format, "PNG")
    press(qtbot, dialog.choices.dpi, "96")
    assert f"{ceil(picture.width * 96 / 72)} × {ceil(picture.height * 96 / 72)} pixels" in dialog.note.text()
    monkeypatch.setattr("editor.export.resolution.MOST_PIXELS", int(picture.width * picture.height * 5))
    press(qtbot, dialog.choices.dpi, "300")
    assert "300 pixels per inch cannot be made" in dialog.note.text()
    assert not dialog.export_button.isEnabled()
    press(qtbot, dialog.choices.format, "PDF")
    assert dialog.export_button.isEnabled()


def test_the_preview_shows_the_page_that_was_chosen(qtbot, dialog, picture):
    choices = dialog.choices
    press(qtbot, choices.orientation, "Portrait")
    choices.paper.setCurrentText("A5")
    sheet = dialog.preview.sheet()
    assert sheet.width() / sheet.height() == pytest.approx(148 / 210, rel=1e-3)
    press(qtbot, choices.orientation, "Landscape")
    assert dialog.preview.sheet().width() > dialog.preview.sheet().height()
    press(qtbot, choices.format, "SVG")
    sheet = dialog.preview.sheet()
    assert sheet.width() / sheet.height() == pytest.approx(picture.width / picture.height, rel=1e-3)


def test_the_preview_follows_the_margins(qtbot, dialog, picture):
    places = []
    for words in ("None", "Narrow", "Normal"):
        press(qtbot, dialog.choices.margins, words)
        page = dialog.preview._page
        places.append(page.placement(picture.width, picture.height))
        assert dialog.choices.options().margins == words.lower()
    assert places[0].scale > places[1].scale > places[2].scale
    assert min(places[0].x, places[0].y) == pytest.approx(0)
    press(qtbot, dialog.choices.format, "PNG")
    assert not dialog.choices.margins.isVisible()


def test_choices_are_kept_for_the_next_time(qtbot, dialog, picture, tmp_path):
    press(qtbot, dialog.choices.margins, "Normal")
    press(qtbot, dialog.choices.orientation, "Portrait")
    dialog.choices.paper.setCurrentText("A4")
    kept = dialog.choices.kept()
    other = ExportDialog(None, picture, tmp_path / "shoes.pdf", Answers(), LIGHT)
    qtbot.addWidget(other)
    other.choices.choose({**kept, "dpi": "7", "colour": "mauve"})
    assert other.choices.kept() == kept
    assert other.preview._page == dialog.preview._page
    other.choices.choose({"paper": "foolscap"})
    assert other.choices.kept() == kept


def test_the_window_remembers_what_was_chosen(qtbot, window, monkeypatch):
    show_map(window, journey("Learn: ad"))
    seen = []

    def shown(dialog):
        seen.append(dialog.choices.kept()["margins"])
        press(qtbot, dialog.choices.margins, "None")

    monkeypatch.setattr(ExportDialog, "exec", shown)
    for _ in range(2):
        window.actions_by_id["file.export"].trigger()
    assert seen == ["narrow", "none"]
    assert window.desk.settings.export_choices()["margins"] == "none"


def test_small_print_is_pointed_out(qtbot, dialog):
    dialog.choices.paper.setCurrentText("A0")
    assert "smallest words" not in dialog.note.text()
    press(qtbot, dialog.choices.orientation, "Portrait")
    dialog.choices.paper.setCurrentText("A5")
    assert "smallest words" in dialog.note.text()


def test_the_preview_paints_the_map_within_the_paper(qtbot, dialog):
    image = dialog.preview.grab().toImage()
    sheet = dialog.preview.sheet()
    inside = [
        image.pixelColor(x, round(sheet.center().y())).name()
        for x in range(round(sheet.x()) + 4, round(sheet.right()) - 4)
    ]
    assert len(set(inside)) > 3
    assert image.pixelColor(round(sheet.center().x()), 12).name() == LIGHT.desk


def test_a_failure_is_told_in_the_dialog(qtbot, dialog, tmp_path):
    dialog.export_to(tmp_path / "no" / "folder.pdf")
    finished(qtbot, dialog)
    assert "folder" in dialog.note.text()
    assert dialog.isVisible()
    assert not dialog.open_button.isVisible()


def test_escape_stops_the_export_and_leaves_no_file(qtbot, dialog, tmp_path):
    target = tmp_path / "map.pdf"
    dialog.export_to(target)
    dialog._job.cancel()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    finished(qtbot, dialog)
    assert dialog.isVisible()
    assert not target.exists() or "Saved" in dialog.note.text()


def test_a_cancelled_job_writes_nothing(qtbot, picture, tmp_path):
    from editor.session.exporting import Options
    from editor.window.export_job import ExportJob

    job = ExportJob(picture, tmp_path / "map.pdf", Options(), None)
    job.cancel()
    with qtbot.waitSignal(job.stopped):
        job.start()
    job.wait()
    assert list(tmp_path.iterdir()) == []


def test_an_unforeseen_error_frees_the_dialog_and_is_passed_on(qtbot, dialog):
    with pytest.raises(ZeroDivisionError):
        dialog._fail(ZeroDivisionError())
    assert not dialog.busy()
    assert dialog.export_button.isEnabled()


def test_without_a_name_nothing_happens(qtbot, dialog, tmp_path):
    dialog._asking.name = None
    qtbot.mouseClick(dialog.export_button, Qt.MouseButton.LeftButton)
    assert not dialog.busy()
    assert dialog._asking.asked == ["shoes.pdf"]


def test_a_job_that_goes_does_not_take_its_dialog_along(qtbot, picture, tmp_path):
    # Once the job's connections were all that held the dialog, whose child the job is: it went twice.
    dialog = ExportDialog(None, picture, tmp_path / "a.pdf", Answers(), LIGHT)
    dialog.export_to(tmp_path / "a.png")
    dialog._job.wait()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.MetaCall)
    assert not dialog.busy()
    gone = weakref.ref(dialog)
    del dialog
    assert gone() is None
    qtbot.wait(1)


@pytest.mark.parametrize("deed", ["file.export", "help.keys", "help.about", "file.versions"])
def test_a_dialog_that_was_closed_is_not_kept(qtbot, window, monkeypatch, deed):
    show_map(window, journey("Learn: ad"))
    shown: list[QDialog] = []

    def close(dialog: QDialog) -> int:
        shown.append(dialog)
        dialog.done(0)
        return 0

    monkeypatch.setattr(QDialog, "exec", close)
    window.actions_by_id[deed].trigger()
    qtbot.waitUntil(lambda: not isValid(shown[0]), timeout=2000)


def in_sight(dialog, part) -> bool:
    return part.visibleRegion().boundingRect().height() == part.height() and dialog.rect().contains(
        part.mapTo(dialog, part.rect().center())
    )


def test_on_a_low_screen_all_choices_are_scrolled_to_and_the_buttons_stay(qtbot, dialog):
    dialog.offer_grey(lambda: dialog._picture)
    dialog.resize(760, dialog.minimumSizeHint().height() + 60)
    bar = dialog.sheet.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    choices = dialog.choices
    assert in_sight(dialog, choices.format)
    assert not in_sight(dialog, choices.margins)
    for part in (choices.format, choices.paper, choices.orientation, choices.margins, choices.grey):
        assert part.width() <= dialog.sheet.viewport().width()
        dialog.sheet.ensureWidgetVisible(part)
        assert in_sight(dialog, part)
        assert in_sight(dialog, dialog.export_button)
        assert in_sight(dialog, dialog.cancel_button)


def test_on_a_low_screen_what_came_of_the_export_is_in_sight(qtbot, dialog, tmp_path):
    dialog.resize(760, dialog.minimumSizeHint().height() + 60)
    bar = dialog.sheet.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    assert not in_sight(dialog, dialog.note)
    dialog.export_to(tmp_path / "map.svg")
    finished(qtbot, dialog)
    assert "Saved as" in dialog.note.text()
    qtbot.waitUntil(lambda: bar.value() == bar.maximum() and in_sight(dialog, dialog.note))
