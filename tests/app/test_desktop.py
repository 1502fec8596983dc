"""The desktop: windows, mishaps, log, language, places."""

from __future__ import annotations

import logging
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from editor.app import log, places
from editor.app.mishaps import Mishaps
from editor.files.reading import read
from editor.model.trouble import Trouble
from editor.window.mishap_dialog import MishapDialog
from tests.build import journey
from tests.window.desk import SAMPLES, answer, show_map


def raised(error: Exception) -> Exception:
    try:
        raise error
    except type(error) as caught:
        return caught


def test_files_of_the_command_line_open_in_windows_of_their_own(desk):
    desk.open_all([SAMPLES / "laptop.journey", SAMPLES / "bakery.journey"])
    assert [w.session.path.name for w in desk.windows()] == ["laptop.journey", "bakery.journey"]


def test_a_file_that_cannot_be_opened_leaves_the_start_page(desk, monkeypatch, tmp_path):
    told = []
    monkeypatch.setattr("editor.window.asking.Asking.tell", lambda self, trouble: told.append(trouble))
    desk.open_all([tmp_path / "gone.journey"])
    assert "no such file" in str(told[0])
    assert desk.windows()[0].start_page.isVisible()


def test_quitting_closes_all_windows_unless_somebody_minds(desk):
    first, second = desk.new_window(), desk.new_window()
    show_map(first, journey("Learn: ad"))
    first.actions_by_id["insert.stage"].trigger()
    answer(first).keep = "cancel"
    answer(second)
    desk.quit()
    assert first in desk.windows()
    answer(first).keep = "discard"
    desk.quit()
    assert desk.windows() == []


def test_an_unforeseen_error_is_shown_once_and_logged_each_time(qapp, clean_log, monkeypatch):
    shown = []
    mishaps = Mishaps(list)
    monkeypatch.setattr(mishaps, "_show", shown.append)
    error = raised(ZeroDivisionError("oh"))
    for _ in range(3):
        mishaps.caught(type(error), error, error.__traceback__)
    assert shown == [error]
    assert clean_log.read_text().count("ZeroDivisionError: oh") == 3


def test_errors_that_differ_are_shown_each(qapp, clean_log, monkeypatch):
    shown = []
    mishaps = Mishaps(list)
    monkeypatch.setattr(mishaps, "_show", shown.append)
    for error in (raised(ZeroDivisionError()), raised(ValueError())):
        mishaps.caught(type(error), error, error.__traceback__)
    assert len(shown) == 2


def test_no_second_dialog_opens_over_the_first(qapp, clean_log, monkeypatch):
    shown = []
    mishaps = Mishaps(list)

    def show(error):
        shown.append(error)
        mishaps.tell(raised(ValueError()))

    monkeypatch.setattr(mishaps, "_show", show)
    mishaps.tell(raised(ZeroDivisionError()))
    assert len(shown) == 1


def test_errors_of_other_threads_are_shown_in_the_windows_thread(qapp, qtbot, clean_log, monkeypatch):
    threads = []
    mishaps = Mishaps(list)
    monkeypatch.setattr(mishaps, "_show", lambda error: threads.append(threading.current_thread()))
    error = raised(ZeroDivisionError())
    worker = threading.Thread(target=mishaps.caught, args=(type(error), error, error.__traceback__))
    worker.start()
    worker.join()
    qtbot.waitUntil(lambda: bool(threads))
    assert threads == [threading.main_thread()]


def test_watching_takes_the_hooks(qapp, monkeypatch, clean_log):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    monkeypatch.setattr("editor.app.mishaps.QTimer.singleShot", lambda delay, what: None)
    mishaps = Mishaps(list)
    mishaps.watch()
    assert sys.excepthook == mishaps.caught


def test_trouble_that_reached_nobody_is_told_in_its_own_words(desk, window):
    answers = answer(window)
    desk.mishaps.tell(Trouble("It is full.", "Make room."))
    assert [str(trouble) for trouble in answers.told] == ["It is full. Make room."]


def test_the_dialog_saves_a_copy_and_leaves_the_map_alone(window, tmp_path):
    session = show_map(window, journey("Learn: ad"))
    window.actions_by_id["insert.stage"].trigger()
    dialog = MishapDialog(window, raised(ZeroDivisionError("oh")), Path("/somewhere/safar.log"))
    answer(window).name = tmp_path / "copy.journey"
    dialog.save_copy()
    assert read(tmp_path / "copy.journey").journey == session.journey
    assert session.path is None
    assert session.dirty
    texts = [part.text() for part in dialog.findChildren(QLabel)]
    assert any("/somewhere/safar.log" in text for text in texts)
    answer(window).name = tmp_path / "no" / "copy.journey"
    dialog.save_copy()
    assert any("no such folder" in part.text() for part in dialog.findChildren(QLabel))
    dialog.deleteLater()


def test_without_a_map_there_is_nothing_to_save(window):
    dialog = MishapDialog(window, ZeroDivisionError("oh"), Path("x"))
    assert [b.text() for b in dialog.findChildren(QPushButton)] == ["Close"]
    dialog.save_copy()
    dialog.deleteLater()


def test_the_log_turns_over(clean_log, monkeypatch):
    monkeypatch.setattr(log, "LARGEST", 2000)
    log.start_log()
    log.start_log()
    for number in range(100):
        logging.getLogger("editor").info("line %s of a log that turns over", number)
    files = sorted(file.name for file in clean_log.parent.iterdir())
    assert files == ["safar.log", "safar.log.1", "safar.log.2"]
    assert "line 99" in clean_log.read_text()


def test_a_log_that_cannot_be_written_goes_to_standard_error(clean_log, capsys):
    clean_log.parent.parent.write_text("a file where the folder should be")
    log.start_log()
    assert "the log cannot be written" in capsys.readouterr().err
    assert any(handler.get_name() == "safar" for handler in logging.getLogger().handlers)


@pytest.mark.skipif(sys.platform != "linux", reason="XDG is Linux's")
def test_folders_follow_xdg(monkeypatch, tmp_path):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "conf"))
    monkeypatch.delenv("XDG_STATE_HOME", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    assert places.config_folder() == tmp_path / "conf" / "safar"
    assert places.state_folder() == tmp_path / ".local" / "state" / "safar"
    assert places.cache_folder() == tmp_path / ".cache" / "safar"
