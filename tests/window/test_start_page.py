"""The start page: what it offers, how it is searched and walked, what it tells when something is chosen."""

from __future__ import annotations

import shutil

import pytest
from PySide6.QtCore import QLocale, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QApplication, QPushButton

from editor.window.sketches import place_in
from editor.window.tile import PICTURE
from tests.window.desk import SAMPLES, answer


@pytest.fixture
def page(window):
    return window.start_page_shown()


def titles(page) -> list[str]:
    return [tile.title for tile in page.visible_tiles()]


def test_templates_of_one_language_and_all_samples_are_offered(page):
    page.language.choose("en")
    page.refresh()
    assert "The five elements" in titles(page)
    assert "Pięć elementów" not in titles(page)
    assert len([t for t in page.visible_tiles() if t.path.parent == SAMPLES]) == 8


@pytest.mark.parametrize("height", [700, 900])
def test_nothing_jumps_when_the_samples_come(page, window, height):
    things = (page.search, page.language, page._shelves["templates"].list)

    def places() -> list[tuple[QPoint, QSize]]:
        settle()
        return [(thing.mapTo(window, QPoint()), thing.size()) for thing in things]

    window.resize(1440, height)
    page._show_shelves(page._catalogue.upper_shelves())
    before = places()
    page.complete()
    assert places() == before


def test_words_and_pictures_come_right_after_the_first_frame(desk, qtbot):
    page = desk.new_window().start_page
    shelf = page._shelves["templates"]
    first = shelf.grab().toImage()
    assert not desk.thumbnails.waiting()
    qtbot.waitUntil(lambda: "samples" in page._shown)
    whole = shelf.grab().toImage()
    assert desk.thumbnails.waiting()
    caption = shelf.list.mapTo(shelf, QPoint(PICTURE.width() // 3, PICTURE.height() + 27))
    assert not inked(first, caption)
    assert inked(whole, caption)


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
@pytest.mark.parametrize("width", [900, 1440])
def test_tiles_stand_where_their_sketches_stood(desk, monkeypatch, direction, width):
    monkeypatch.setattr("editor.window.start_page._REST_AFTER", 60_000)
    window = desk.new_window()
    window.setLayoutDirection(direction)
    window.resize(width, 900)
    page, shelf = window.start_page, window.start_page._shelves["templates"]
    settle()
    sketches = shelf._sketches
    before = [place.translated(sketches.mapTo(window, QPoint())) for place in sketches._places()]
    page.complete()
    settle()
    tiles, model = shelf.list, shelf.list.model()
    cells = [tiles.visualRect(model.index(row, 0)).topLeft() for row in range(model.rowCount())]
    pictures = [QRect(place_in(cell, tiles.isRightToLeft()).topLeft(), PICTURE) for cell in cells]
    assert [place.translated(tiles.viewport().mapTo(window, QPoint())) for place in pictures] == before


def settle() -> None:
    """Let all be laid out that was asked for."""
    for _ in range(20):
        QApplication.processEvents()


def inked(image, below: QPoint) -> bool:
    """Tell whether anything is written in the row of pixels to the left of a place."""
    return len({image.pixel(x, below.y()) for x in range(below.x())}) > 1


def test_choosing_a_language_shows_its_templates(page, qtbot):
    button = next(b for b in page.language.findChildren(QPushButton) if b.text() == "Polski")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert "Pięć elementów" in titles(page)
    assert "The five elements" not in titles(page)


@pytest.mark.parametrize(
    "words", ["پنج عنصر", "پنج‌عنصر", "piec elementow", "FIVE polish", "five-elements-fa"]
)
def test_search_finds_templates_of_all_languages_whatever_the_spelling(page, words):
    page.search.setText(words)
    assert titles(page)
    assert any(tile.path.stem.startswith("five-elements") for tile in page.visible_tiles())


def test_a_search_for_nothing_says_so_and_escape_shows_all_again(page, qtbot):
    page.search.setText("zebra crossing")
    assert titles(page) == []
    assert page._empty.isVisible()
    qtbot.keyClick(page.search, Qt.Key.Key_Escape)
    assert titles(page)


def test_enter_in_the_search_opens_the_first_tile(page, window, qtbot):
    answer(window)
    page.search.setText("buying a laptop")
    page.search.setText("laptop")
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    assert window.session is not None
    assert window.session.path == SAMPLES / "laptop.journey"


def test_tiles_are_walked_and_opened_with_the_keyboard(page, window, qtbot):
    answer(window)
    tiles = page._shelves["templates"].list
    tiles.setFocus()
    qtbot.keyClick(tiles, Qt.Key.Key_Right)
    chosen = tiles.tile(tiles.currentIndex())
    qtbot.keyClick(tiles, Qt.Key.Key_Return)
    assert window.session.path is None
    assert window.session.journey.map.title
    assert chosen.path.parent.name == "templates"


def test_tab_reaches_every_shelf(page, window, qtbot):
    window.activateWindow()
    page.complete()
    page.search.setFocus()
    reached = set()
    for _ in range(14):
        qtbot.keyClick(QApplication.focusWidget() or page.search, Qt.Key.Key_Tab)
        reached.add(QApplication.focusWidget())
    assert {view.list for view in page._shelves.values() if view.list.tiles()} <= reached


def test_recent_maps_come_first_and_lost_ones_are_marked(desk, tmp_path):
    here, gone = tmp_path / "here.journey", tmp_path / "gone.journey"
    shutil.copy(SAMPLES / "laptop.journey", here)
    desk.settings.remember(gone)
    desk.settings.remember(here)
    tiles = desk.new_window().start_page.visible_tiles()
    assert [(tile.path, tile.found) for tile in tiles[:2]] == [(here, True), (gone, False)]
    assert tiles[0].title == "Zakup laptopa do pracy"
    assert tiles[1].title == "gone"


def test_recent_maps_of_one_title_are_told_apart_by_their_files(desk, tmp_path):
    for name in ("one", "two"):
        shutil.copy(SAMPLES / "laptop.journey", tmp_path / f"{name}.journey")
        desk.settings.remember(tmp_path / f"{name}.journey")
    tiles = desk.new_window().start_page.visible_tiles()
    assert ["two.journey" in tiles[0].line, "one.journey" in tiles[1].line] == [True, True]


def test_opening_a_lost_map_tells_what_is_wrong(window, tmp_path):
    told = answer(window).told
    window.open_path(tmp_path / "gone.journey")
    assert "no such file" in str(told[0])
    assert window.session is None


def test_samples_are_named_by_their_language_and_stages(page):
    lines = {tile.path.stem: tile.line for tile in page.visible_tiles()}
    assert lines["laptop"] == "Polish · 7 stages"


def test_persian_titles_are_written_from_the_right(page):
    page.search.setText("retail-chain")
    assert [tile.rtl for tile in page.visible_tiles()] == [True]


def test_the_first_language_is_the_one_of_the_system(window):
    tag = QLocale().name().partition("_")[0]
    expected = tag if tag in ("en", "fa", "pl") else "en"
    assert window.start_page_shown().language.current() == expected
