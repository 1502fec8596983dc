"""What the window says about a map's file: changed underneath, in other hands, damaged, not written."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from editor.files import processes
from editor.files.format import dumps
from editor.files.lock import lock_of
from editor.files.reading import read
from editor.files.writing import backup_of
from editor.model.records import Card
from editor.window.changed_dialog import LinesSheet, changed_sheet, lost_sheet
from editor.window.news import Choice, News, NewsBar
from tests.build import journey
from tests.window.desk import SAMPLES, answer, show_map

ROOT = Path(__file__).parents[2]


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "shop.journey"
    path.write_bytes(dumps(journey("Learn: ad > Buy: pay", title="Ours").records()))
    return path


@pytest.fixture
def opened(window, file, qtbot):
    """The window with the map open and everything that follows the first paint done."""
    answer(window)
    window.open_path(file)
    qtbot.waitUntil(lambda: window.opened.safety.ready, timeout=10_000)
    return window


def theirs(file: Path) -> bytes:
    """Let another program write another map into the file."""
    content = dumps(journey("Learn: ad, search > Buy: pay", title="Theirs").records())
    file.write_bytes(content)
    return content


def said(window) -> dict[str, str]:
    return window.opened.news.said()


def press(window, key: str, words: str) -> None:
    """Press the button of that name beside the news of that key."""
    (button,) = (one for one in window.opened.news.row(key).buttons if one.text() == words)
    button.click()


def edit(window) -> None:
    window.actions_by_id["insert.stage"].trigger()
    window.settled()


def test_coming_back_to_the_window_tells_of_a_change_underneath(opened, file, desk, qtbot):
    other = desk.new_window()
    other.activateWindow()
    qtbot.waitUntil(other.isActiveWindow)
    theirs(file)
    assert said(opened) == {}
    opened.activateWindow()
    qtbot.waitUntil(lambda: "disk" in said(opened), timeout=10_000)
    assert "Another program has changed this file" in said(opened)["disk"]
    assert QApplication.activeModalWidget() is None


def test_the_same_content_is_no_change(opened, file):
    file.write_bytes(file.read_bytes())
    os.utime(file, (1, 1))
    opened.opened.safety.look()
    assert said(opened) == {}


def test_reload_takes_the_file_over_and_can_be_undone(opened, file):
    edit(opened)
    theirs(file)
    opened.opened.safety.look()
    press(opened, "disk", "Reload")
    assert (opened.session.title, opened.session.dirty, said(opened)) == ("Theirs", False, {})
    opened.actions_by_id["edit.undo"].trigger()
    assert opened.session.title == "Ours"


def test_a_reload_that_fails_is_told_and_changes_nothing(opened, file):
    file.write_bytes(b"{")
    opened.opened.safety.look()
    press(opened, "disk", "Reload")
    assert answer(opened).told
    assert (opened.session.title, "disk" in said(opened)) == ("Ours", True)


def test_keep_mine_saves_over_it_and_keeps_theirs_beside(opened, file):
    edit(opened)
    content = theirs(file)
    opened.opened.safety.look()
    press(opened, "disk", "Keep mine")
    assert said(opened) == {}
    opened.actions_by_id["file.save"].trigger()
    assert answer(opened).asked == []
    assert read(file).journey.map.title == "Ours"
    assert backup_of(file).read_bytes() == content


def test_a_copy_leaves_their_file_alone(opened, file, tmp_path):
    edit(opened)
    content = theirs(file)
    opened.opened.safety.look()
    press(opened, "disk", "Save a copy…")
    assert "copy" not in said(opened)
    answer(opened).name = tmp_path / "copy.journey"
    press(opened, "disk", "Save a copy…")
    assert answer(opened).asked == ["shop (copy).journey"] * 2
    assert read(tmp_path / "copy.journey").journey.map.title == "Ours"
    assert file.read_bytes() == content
    assert str(tmp_path / "copy.journey") in said(opened)["copy"]
    answer(opened).name = tmp_path / "no" / "copy.journey"
    press(opened, "disk", "Save a copy…")
    assert "no such folder" in str(answer(opened).told[0])


def test_differences_are_listed_element_by_element(opened, file):
    theirs(file)
    sheet = changed_sheet(opened, opened.session)
    assert sorted(line[0] for line in sheet.texts()) == ["+", "+", "~"]
    assert any("“\u2068Ours\u2069” becomes “\u2068Theirs\u2069”" in line for line in sheet.texts())
    sheet.deleteLater()
    opened.opened.safety.look()
    press(opened, "disk", "Show differences…")
    shown = opened.findChildren(LinesSheet)
    assert [one.isVisible() for one in shown][-1]
    for one in shown:
        one.close()
    file.write_bytes(b"{")
    press(opened, "disk", "Show differences…")
    assert answer(opened).told


@pytest.mark.parametrize("clash", ["overwrite", "copy", "cancel"])
def test_saving_asks_when_the_file_was_changed_meanwhile(opened, file, tmp_path, clash):
    edit(opened)
    content = theirs(file)
    answer(opened).clash, answer(opened).name = clash, tmp_path / "copy.journey"
    opened.actions_by_id["file.save"].trigger()
    assert answer(opened).asked[0] == "shop.journey"
    assert (tmp_path / "copy.journey").exists() == (clash == "copy")
    assert (file.read_bytes() == content) == (clash != "overwrite")
    assert opened.session.dirty == (clash != "overwrite")


def test_a_file_that_is_gone_or_unreadable_is_told_and_saving_brings_it_back(opened, file):
    file.unlink()
    opened.opened.safety.look()
    assert "no longer in its place" in said(opened)["disk"]
    press(opened, "disk", "Save")
    assert (file.exists(), said(opened)) == (True, {})
    file.unlink()
    file.mkdir()
    opened.opened.safety.look()
    assert "can no longer be read" in said(opened)["disk"]
    opened.actions_by_id["file.save"].trigger()
    assert "folder" in str(answer(opened).told[-1])


# Two on one file


def test_the_same_file_in_one_program_is_the_same_window(opened, file, desk):
    desk.new_window().open_path(file)
    assert [window.session and window.session.path for window in desk.windows()] == [file, None]


@pytest.fixture
def elsewhere(file):
    """Another process that has the file open."""
    code = (
        "import sys; from pathlib import Path; from editor.files.lock import take\n"
        "take(Path(sys.argv[1])); print('held', flush=True); sys.stdin.read()"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", code, str(file)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT,
    )  # fmt: skip
    process.stdout.readline()
    yield process
    process.kill()
    process.wait()
    process.stdin.close()
    process.stdout.close()


def test_a_second_process_is_told_by_whom_and_since_when(elsewhere, opened):
    assert platform.node() in said(opened)["holder"]
    assert processes.this_process().user in said(opened)["holder"]
    assert opened.session.read_only
    assert not opened.actions_by_id["insert.stage"].isEnabled()


def test_a_second_process_may_work_on_a_copy(elsewhere, opened, file, tmp_path):
    press(opened, "holder", "Work on a copy…")
    assert opened.session.path == file
    answer(opened).name = tmp_path / "mine.journey"
    opened.actions_by_id["file.save"].trigger()
    assert opened.session.path == tmp_path / "mine.journey"
    edit(opened)
    assert opened.session.dirty
    opened.actions_by_id["file.save"].trigger()
    assert not opened.session.dirty
    assert lock_of(file).exists()


def test_once_the_other_has_gone_the_map_can_be_edited(elsewhere, opened):
    press(opened, "holder", "Try again")
    assert opened.session.read_only
    elsewhere.kill()
    elsewhere.wait()
    press(opened, "holder", "Try again")
    assert not opened.session.read_only
    edit(opened)
    assert opened.session.dirty


def test_a_file_that_went_meanwhile_leaves_the_start_page(elsewhere, opened, file):
    file.unlink()
    press(opened, "holder", "Try again")
    assert opened.start_page.isVisible()
    assert answer(opened).told


def test_the_lock_of_a_dead_process_is_taken_over_without_a_word(elsewhere, window, file, qtbot):
    elsewhere.kill()
    elsewhere.wait()
    answer(window)
    window.open_path(file)
    qtbot.waitUntil(lambda: window.opened.safety.ready, timeout=10_000)
    assert (window.session.read_only, said(window)) == (False, {})


def test_the_lock_of_another_host_asks(window, file, qtbot, monkeypatch):
    with monkeypatch.context() as patch:
        elsewhere = processes.Process(7, "far", "Ana")
        patch.setattr("editor.files.lock.this_process", lambda: elsewhere)
        from editor.files.lock import take

        take(file)
    answer(window)
    window.open_path(file)
    qtbot.waitUntil(lambda: window.opened.safety.ready, timeout=10_000)
    assert window.session.read_only
    assert "Ana opened this map on far" in said(window)["holder"]
    press(window, "holder", "Take it over")
    assert (window.session.read_only, said(window)) == (False, {})


def test_closing_gives_the_file_free(opened, file):
    assert lock_of(file).exists()
    opened.actions_by_id["file.close"].trigger()
    assert not lock_of(file).exists()


# Damaged, newer, older


def test_of_a_damaged_file_the_whole_is_open_and_the_file_stays(window, file, tmp_path, qtbot):
    broken = file.read_bytes().replace(b'"id":"card-ad"', b'"id":"card-ad')
    file.write_bytes(broken)
    answer(window)
    window.open_path(file)
    qtbot.waitUntil(lambda: window.opened.safety.ready, timeout=10_000)
    assert "“shop.journey” is damaged" in said(window)["state"]
    assert "1 piece is lost" in said(window)["state"]
    assert [card.text for card in window.session.journey.all(Card)] == ["pay"]
    sheet = lost_sheet(window, window.session.lost)
    assert len(sheet.texts()) == 1
    assert sheet.texts()[0].startswith("Line ")
    sheet.deleteLater()
    press(window, "state", "What is lost…")
    answer(window).name = file
    edit(window)
    window.actions_by_id["file.save"].trigger()
    assert "damaged file is kept" in str(answer(window).told[0])
    assert file.read_bytes() == broken
    answer(window).name = tmp_path / "whole.journey"
    press(window, "state", "Save as…")
    assert (window.session.path, said(window)) == (tmp_path / "whole.journey", {})
    assert file.read_bytes() == broken


def test_what_is_no_map_at_all_is_refused(window, tmp_path):
    (tmp_path / "a.journey").write_text("Dear Ana,\n")
    answer(window)
    window.open_path(tmp_path / "a.journey")
    assert window.session is None
    assert len(answer(window).told) == 1


def test_a_newer_map_is_read_only_and_says_why(window, file, qtbot):
    file.write_bytes(file.read_bytes().replace(b'"format_version":', b'"format_version":9', 1))
    window.open_path(file)
    qtbot.waitUntil(lambda: window.opened.safety.ready, timeout=10_000)
    assert "newer version of Safar" in said(window)["state"]
    assert window.session.read_only


def test_a_newer_map_that_cannot_be_understood_is_not_called_damaged(window, file):
    content = file.read_bytes().replace(b'"format_version":', b'"format_version":9', 1)
    file.write_bytes(content.replace(b'"kind":"lane"', b'"kind":"lane","order":7', 1))
    answer(window)
    window.open_path(file)
    assert window.session is None
    assert "newer version" in str(answer(window).told[0])


def test_an_older_map_says_that_saving_brings_it_up_to_date(window, qtbot):
    show_map(window, journey("Learn: ad"), state="migrated")
    qtbot.waitUntil(lambda: window.opened.safety.ready, timeout=10_000)
    assert "older version" in said(window)["state"]


def test_a_folder_that_takes_no_lock_is_told(window, file, qtbot, monkeypatch):
    def refuse(place, content):
        raise PermissionError(13, "no")

    monkeypatch.setattr("editor.files.lock._made", refuse)
    window.open_path(file)
    qtbot.waitUntil(lambda: window.opened.safety.ready, timeout=10_000)
    assert "You may not write here" in said(window)["lock"]
    assert not window.session.read_only


# What cannot be written


@pytest.mark.parametrize(("number", "words"), [(28, "disk is full"), (30, "only be read"), (5, "failed")])
def test_a_save_that_fails_tells_why_and_the_map_stays(opened, file, monkeypatch, number, words):
    before = file.read_bytes()
    edit(opened)

    def fail(descriptor):
        raise OSError(number, "no")

    with monkeypatch.context() as patch:
        patch.setattr("editor.files.writing.os.fsync", fail)
        opened.actions_by_id["file.save"].trigger()
    (trouble,) = answer(opened).told
    assert words in str(trouble)
    assert trouble.remedy
    assert file.read_bytes() == before
    assert opened.session.dirty
    edit(opened)
    opened.actions_by_id["file.save"].trigger()
    assert read(file).journey == opened.session.journey
    assert not opened.session.dirty


def test_a_journal_that_cannot_be_written_is_told_once_and_taken_back(opened, tmp_path, qtbot):
    state = tmp_path / "state" / "safar"
    shutil.rmtree(state / "recovery", ignore_errors=True)
    state.mkdir(parents=True, exist_ok=True)
    (state / "recovery").write_bytes(b"in the way")
    edit(opened)
    qtbot.waitUntil(lambda: "journal" in said(opened), timeout=10_000)
    assert "not kept for a recovery" in said(opened)["journal"]
    opened.opened.news.take_back("journal")
    edit(opened)
    assert not opened.opened.safety.flush()
    QApplication.processEvents()
    assert said(opened) == {}
    (state / "recovery").unlink()
    assert opened.opened.safety.flush()
    QApplication.processEvents()
    (state / "recovery").rename(state / "gone")
    assert len(list((state / "gone").glob("*.recovery"))) == 1


# The bar itself


def test_news_of_one_key_take_each_others_place(qtbot):
    bar = NewsBar()
    qtbot.addWidget(bar)
    done = []
    bar.say(News("a", "One", (Choice("Do", lambda: done.append(1)),)))
    bar.say(News("b", "Two", grave=True))
    bar.say(News("a", "Three", (Choice("Do", lambda: done.append(3)),)))
    assert bar.said() == {"b": "Two", "a": "Three"}
    bar.row("a").buttons[0].click()
    assert done == [3]
    hide = [button for button in bar.row("b").findChildren(QPushButton) if button.text() == "×"]
    hide[0].click()
    assert bar.said() == {"a": "Three"}
    bar.take_back("a")
    assert bar.isHidden()


def test_the_words_of_a_map_are_no_markup_in_the_bar_and_its_sheets(qtbot, tmp_path):
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QLabel

    evil = f'<img src="{SAMPLES}">'
    bar, sheet = NewsBar(), LinesSheet(None, evil, evil, [evil])
    for widget in (bar, sheet):
        qtbot.addWidget(widget)
    bar.say(News("a", evil))
    labels = [*bar.findChildren(QLabel), *sheet.findChildren(QLabel)]
    assert len(labels) == 3
    assert {part.textFormat() for part in labels} == {Qt.TextFormat.PlainText}
