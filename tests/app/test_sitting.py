"""Several maps: a window each, listed in a menu, and open again at the next start where they were."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, QSize

from editor.app.desktop import Desktop
from editor.files.format import dumps
from editor.window.settings import Settings
from tests.build import journey
from tests.window.desk import answer


@pytest.fixture
def files(tmp_path):
    paths = [tmp_path / name for name in ("first.journey", "second.journey")]
    for path in paths:
        path.write_bytes(dumps(journey("Learn: ad > Buy: pay", title=path.stem).records()))
    return paths


@pytest.fixture
def again(qapp, tmp_path):
    """Makes the desktop of the next start; what is open in it is closed at the end."""
    made = []

    def start(*paths):
        desk = Desktop(qapp)
        made.append(desk)
        desk.open_all(list(paths))
        for window in desk.windows():
            answer(window)
        return desk

    yield start
    for desk in made:
        for window in desk.windows():
            window.close()
        desk.theme.deleteLater()


def names(desk) -> list[str]:
    return [window.session.path.name if window.session else "" for window in desk.windows()]


def opened(desk, files):
    desk.open_all(list(files))
    for window in desk.windows():
        answer(window)
    return desk.windows()


def test_what_was_open_is_open_again_in_its_place(desk, files, again):
    _, second = opened(desk, files)
    second.setGeometry(QRect(0, 0, 800, 600))
    desk.quit()
    desk.settings.flush()
    after = again()
    assert names(after) == ["first.journey", "second.journey"]
    heights = [window.height() for window in after.windows()]
    assert heights[1] == 600
    assert heights[0] > 600


def test_with_a_file_only_that_is_opened(desk, files, again):
    opened(desk, files)
    desk.quit()
    desk.settings.flush()
    assert names(again(files[1])) == ["second.journey"]


def test_it_is_a_matter_of_choice(desk, files, again):
    window = opened(desk, files)[0]
    action = window.actions_by_id["window.reopen"]
    assert action.isChecked()
    action.trigger()
    assert [one.actions_by_id["window.reopen"].isChecked() for one in desk.windows()] == [False, False]
    desk.quit()
    desk.settings.flush()
    assert names(again()) == [""]


def test_a_closed_map_stays_closed_and_the_last_window_counts(desk, files, again):
    first, second = opened(desk, files)
    first.close()
    second.close()
    desk.settings.flush()
    assert names(again()) == ["second.journey"]


def test_a_window_that_is_kept_is_remembered_still(desk, files):
    first, second = opened(desk, files)
    second.actions_by_id["insert.stage"].trigger()
    second.settled()
    answer(second).keep = "cancel"
    desk.quit()
    assert names(desk) == ["second.journey"]
    assert [one.path for one in desk.settings.open_maps()] == files[1:]
    assert not first.isVisible()


def test_files_that_are_gone_are_skipped_with_a_word(desk, files, again):
    opened(desk, files)
    desk.quit()
    desk.settings.flush()
    files[0].unlink()
    after = again()
    assert names(after) == ["second.journey"]
    (said,) = after.windows()[0].opened.news.said().values()
    assert "“first.journey” was open at the end" in said
    assert "no such file" in said
    after.quit()
    after.settings.flush()
    files[1].unlink()
    page = again().windows()[0].start_page
    assert page.isVisible()
    assert "second.journey" in next(iter(page.news.said().values()))


def test_maps_are_remembered_while_they_are_open_for_a_program_that_is_killed(desk, files, qtbot):
    opened(desk, files)
    qtbot.waitUntil(lambda: len(desk.settings.open_maps()) == 2, timeout=10_000)
    qtbot.waitUntil(lambda: len(Settings(desk.settings.file).open_maps()) == 2, timeout=10_000)


def test_closing_a_map_takes_it_from_what_is_open(desk, files, qtbot):
    (window,) = opened(desk, files[:1])
    qtbot.waitUntil(lambda: desk.settings.open_maps() != (), timeout=10_000)
    window.actions_by_id["file.close"].trigger()
    qtbot.waitUntil(lambda: desk.settings.open_maps() == (), timeout=10_000)


def test_one_finds_oneself_where_one_was(desk, files, again, qtbot):
    (window,) = opened(desk, files[:1])
    view = window.opened.view
    qtbot.waitUntil(lambda: window.opened.summary() is not None, timeout=10_000)
    view.set_zoom(1.7)
    view.camera.scroll_to(view.camera.scroll[0] + 120, view.camera.scroll[1] + 40)
    point = view.camera.point(100, 100)
    window.close()
    desk.settings.flush()
    view = again(files[0]).windows()[0].opened.view
    found = view.camera.point(100, 100)
    assert view.zoom == pytest.approx(1.7, abs=0.001)
    assert (found.x, found.y) == pytest.approx((point.x, point.y), abs=1.5)


def test_a_map_seen_as_a_whole_is_seen_as_a_whole_again(desk, files, again, qtbot):
    (window,) = opened(desk, files[:1])
    qtbot.waitUntil(lambda: window.opened.summary() is not None, timeout=10_000)
    window.close()
    assert again(files[0]).windows()[0].opened.view.camera.fitted


def test_the_window_menu_lists_what_is_open_and_brings_it_to_the_front(desk, files, qtbot):
    first, second = opened(desk, files)
    third = desk.new_window()
    first.maps.list_open()
    entries = first.maps.open.actions()
    assert [entry.text() for entry in entries] == [
        "&1  first.journey",
        "&2  second.journey",
        "&3  Start page",
    ]
    assert [entry.isChecked() for entry in entries] == [True, False, False]
    entries[1].trigger()
    qtbot.waitUntil(second.isActiveWindow, timeout=10_000)
    second.actions_by_id["window.next"].trigger()
    qtbot.waitUntil(third.isActiveWindow, timeout=10_000)
    third.showMinimized()
    second.actions_by_id["window.next"].trigger()
    qtbot.waitUntil(lambda: not third.isMinimized(), timeout=10_000)
    third.actions_by_id["window.next"].trigger()
    qtbot.waitUntil(first.isActiveWindow, timeout=10_000)


def test_a_new_window_stands_beside_the_last_one(desk):
    first, second = desk.new_window(), desk.new_window()
    assert second.pos() != first.pos()


def test_new_windows_stand_whole_on_the_screen(desk):
    room = desk.new_window().screen().availableGeometry()
    for window in [desk.new_window() for _ in range(12)]:
        assert room.contains(QRect(window.pos(), window.size() + QSize(0, 40)))


def test_settings_that_cannot_be_kept_are_told_once(desk, files, tmp_path):
    (window,) = opened(desk, files[:1])
    (tmp_path / "config" / "safar").mkdir(parents=True)
    (tmp_path / "config" / "safar" / "safar.json").mkdir()
    desk.settings.set_theme("dark")
    desk.settings.flush()
    assert "The settings cannot be kept" in window.opened.news.said()["settings"]
    window.opened.news.take_back("settings")
    desk.settings.set_theme("light")
    desk.settings.flush()
    assert window.opened.news.said() == {}
