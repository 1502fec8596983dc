"""After a crash: what was done is offered at the next start, and nothing goes in silence."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from editor.app.desktop import Desktop
from editor.files import recovery
from editor.files.format import dumps
from editor.files.journal import Journal
from editor.files.lock import lock_of
from editor.files.reading import read
from editor.model.records import Stage
from editor.window.recovery_list import RecoveryRow
from editor.window.recovery_sheet import RecoverySheet
from editor.window.settings import Settings
from tests.build import journey
from tests.window.desk import answer

ROOT = Path(__file__).parents[2]
SCRIPT = """
import os, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from editor.app.desktop import Desktop, made_application
from editor.app.endings import Endings

application = made_application()
desk = Desktop(application)
endings = Endings(desk.leave)
endings.watch()
desk.open_all([Path(word) for word in sys.argv[2:]])
window = desk.windows()[0]
if window.session is None:
    window.actions_by_id["file.new"].trigger()

def work():
    for _ in range(3):
        window.actions_by_id["insert.stage"].trigger()
        window.settled()
    window.actions_by_id["edit.undo"].trigger()
    assert window.opened.safety.flush()
    print("acknowledged", flush=True)
    if sys.argv[1] == "wait":
        return
    os.kill(os.getpid(), int(sys.argv[1]))

QTimer.singleShot(0, work)
sys.exit(application.exec())
"""


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "shop.journey"
    path.write_bytes(dumps(journey("Learn: ad > Buy: pay", title="Shoes").records()))
    return path


@pytest.fixture
def crash(tmp_path):
    """Let a real process with a window add two stages (three, and one undone) and end it by a signal."""

    def run(number: int, *files: Path) -> int:
        folders = {f"XDG_{name}_HOME": str(tmp_path / name.lower()) for name in ("CONFIG", "STATE", "CACHE")}
        done = subprocess.run(
            [sys.executable, "-c", SCRIPT, str(number), *map(str, files)],
            capture_output=True, text=True, cwd=ROOT, timeout=120, check=False, env={**os.environ, **folders},
        )  # fmt: skip
        assert "acknowledged" in done.stdout, done.stderr
        return done.returncode

    return run


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_the_program_ends_in_order_when_it_is_told_to(file, tmp_path, qtbot, number):
    folders = {f"XDG_{name}_HOME": str(tmp_path / name.lower()) for name in ("CONFIG", "STATE", "CACHE")}
    with subprocess.Popen(
        [sys.executable, "main.py", str(file)], cwd=ROOT, env={**os.environ, **folders}
    ) as program:
        qtbot.waitUntil(lambda: lock_of(file).exists(), timeout=60_000)
        program.send_signal(number)
        assert program.wait(60) == 128 + number
    assert not lock_of(file).exists()
    assert [one.path for one in Settings(tmp_path / "config" / "safar" / "safar.json").open_maps()] == [file]


def test_two_real_windows_on_one_file_hear_of_each_other(window, file, tmp_path, qtbot):
    folders = {f"XDG_{name}_HOME": str(tmp_path / name.lower()) for name in ("CONFIG", "STATE", "CACHE")}
    other = subprocess.Popen(
        [sys.executable, "-c", SCRIPT, "wait", str(file)],
        stdout=subprocess.PIPE, cwd=ROOT, env={**os.environ, **folders},
    )  # fmt: skip
    with other:
        assert other.stdout.readline() == b"acknowledged\n"
        answer(window)
        window.open_path(file)
        assert window.session.read_only
        assert "Here you can only look at it" in window.opened.news.said()["holder"]
        other.send_signal(signal.SIGKILL)
    window.opened.news.row("holder").buttons[1].click()
    assert not window.session.read_only
    assert len(journals(tmp_path)) == 1
    qtbot.waitUntil(lambda: window.opened.safety.ready, timeout=10_000)
    assert "4 steps are not in this file" in window.opened.news.said()["recovery"]


def journals(tmp_path) -> list[Path]:
    return sorted((tmp_path / "state" / "safar" / "recovery").glob("*.recovery"))


def rows(window) -> list[RecoveryRow]:
    return [row for row in window.start_page.findChildren(RecoveryRow) if row.isVisibleTo(window)]


def started(desk: Desktop, qtbot, *files: Path):
    """Start the editor as after the crash and wait until it has looked for what was left."""
    desk.open_all(list(files))
    window = desk.windows()[0]
    answer(window)
    qtbot.waitUntil(lambda: "_offer" in desk.__dict__, timeout=20_000)
    return window


def test_after_a_kill_the_next_start_offers_the_edits_and_holds_them(crash, desk, file, qtbot, tmp_path):
    assert crash(signal.SIGKILL, file) == -signal.SIGKILL
    before = file.read_bytes()
    window = started(desk, qtbot)
    (row,) = rows(window)
    assert (row.left.title, row.left.path, row.left.steps) == ("Shoes", file, 4)
    assert QApplication.activeModalWidget() is None
    qtbot.waitUntil(lambda: row.drawn, timeout=10_000)
    row.buttons[0].click()
    session = window.session
    assert (session.path, session.dirty, session.read_only) == (file, True, False)
    assert len(session.journey.all(Stage)) == 4
    assert session.history.done == ("Add stage",) * 2
    assert session.history.undone == ("Add stage",)
    assert file.read_bytes() == before
    assert "not saved yet" in window.opened.news.said()["recovered"]
    window.actions_by_id["edit.undo"].trigger()
    window.actions_by_id["file.save"].trigger()
    assert len(read(file).journey.all(Stage)) == 3
    assert window.opened.news.said() == {}
    window.close()
    assert journals(tmp_path) == []


def test_a_map_that_was_never_saved_is_offered_too(crash, desk, qtbot):
    crash(signal.SIGKILL)
    window = started(desk, qtbot)
    (row,) = rows(window)
    assert row.left.path is None
    stages = len(desk.recovery.preview(row.left).all(Stage))
    row.buttons[0].click()
    assert (window.session.path, window.session.dirty) == (None, True)
    assert len(window.session.journey.all(Stage)) == stages
    assert rows(window) == []


def test_recovery_survives_a_kill_of_its_own(crash, desk, file, qtbot, tmp_path):
    crash(signal.SIGKILL, file)
    window = started(desk, qtbot)
    rows(window)[0].buttons[0].click()
    assert len(journals(tmp_path)) == 1
    found = recovery.read(journals(tmp_path)[0])
    assert len(found.deeds) == 4
    assert found.start.process.pid == os.getpid()


def test_an_ended_session_offers_what_it_left(crash, desk, file, qtbot, tmp_path):
    """As when the system shuts down: SIGTERM ends the program at once and in order."""
    assert crash(signal.SIGTERM, file) == 128 + signal.SIGTERM
    assert len(journals(tmp_path)) == 1
    assert not list(tmp_path.glob(".*.lock"))
    assert len(rows(started(desk, qtbot))) == 1


def test_the_bar_over_the_map_offers_what_is_missing_in_its_file(crash, desk, file, qtbot):
    crash(signal.SIGKILL, file)
    window = started(desk, qtbot, file)
    assert "4 steps are not in this file" in window.opened.news.said()["recovery"]
    window.opened.news.row("recovery").buttons[0].click()
    assert len(window.session.journey.all(Stage)) == 4
    assert not window.session.read_only
    assert len(desk.windows()) == 1
    assert set(window.opened.news.said()) == {"recovered"}


def test_later_means_later(crash, desk, file, qtbot, tmp_path):
    crash(signal.SIGKILL, file)
    window = started(desk, qtbot, file)
    window.opened.news.row("recovery").buttons[-1].click()
    assert window.opened.news.said() == {}
    desk.offer_left()
    assert window.opened.news.said() == {}
    assert len(journals(tmp_path)) == 1


def test_other_maps_are_offered_on_a_sheet(crash, desk, file, qtbot, tmp_path):
    crash(signal.SIGKILL, file)
    other = tmp_path / "other.journey"
    other.write_bytes(file.read_bytes())
    window = started(desk, qtbot, other)
    assert "1 more map" in window.opened.news.said()["recoveries"]
    window.opened.news.row("recoveries").buttons[0].click()
    sheet = window.findChild(RecoverySheet)
    assert sheet.isVisible()
    assert not sheet.isModal()
    (row,) = sheet.findChildren(RecoveryRow)
    row.buttons[0].click()
    assert [one.session.path for one in desk.windows()] == [other, file]
    assert not sheet.isVisible()
    assert window.opened.news.said() == {}


def test_a_copy_can_be_saved_and_the_map_is_still_offered(crash, desk, file, qtbot, tmp_path):
    crash(signal.SIGKILL, file)
    window = started(desk, qtbot)
    (row,) = rows(window)
    row.buttons[1].click()
    answer(window).name = tmp_path / "copy.journey"
    row.buttons[1].click()
    assert len(read(tmp_path / "copy.journey").journey.all(Stage)) == 4
    assert "copy.journey" in row.told()
    assert len(journals(tmp_path)) == 1
    answer(window).name = tmp_path / "no" / "copy.journey"
    row.buttons[1].click()
    assert "no such folder" in str(answer(window).told[0])


def test_what_is_discarded_is_asked_about_and_kept(crash, desk, file, qtbot, tmp_path):
    crash(signal.SIGKILL, file)
    window = started(desk, qtbot)
    answer(window).is_sure = False
    rows(window)[0].buttons[2].click()
    assert answer(window).asked == ["Shoes"]
    assert len(rows(window)) == 1
    answer(window).is_sure = True
    rows(window)[0].buttons[2].click()
    assert rows(window) == []
    assert journals(tmp_path) == []
    assert len(list((tmp_path / "state" / "safar" / "recovery" / "kept").iterdir())) == 1


def test_a_journal_that_cannot_be_read_is_shown_and_kept(desk, qtbot, tmp_path):
    folder = tmp_path / "state" / "safar" / "recovery"
    folder.mkdir(parents=True)
    (folder / "bad.recovery").write_bytes(b"rubbish\n")
    window = started(desk, qtbot)
    (row,) = rows(window)
    assert [button.text() for button in row.buttons if button.isVisibleTo(row)] == ["Discard…"]
    assert (folder / "bad.recovery").read_bytes() == b"rubbish\n"


def test_a_file_changed_since_the_crash_is_told_after_recovering(crash, desk, file, qtbot):
    crash(signal.SIGKILL, file)
    file.write_bytes(dumps(journey("Learn: ad", title="Theirs").records()))
    window = started(desk, qtbot)
    rows(window)[0].buttons[0].click()
    assert set(window.opened.news.said()) == {"recovered", "disk"}
    assert read(file).journey.map.title == "Theirs"


def test_unsaved_changes_are_asked_about_before_a_map_is_recovered_over_them(crash, desk, file, qtbot):
    crash(signal.SIGKILL, file)
    window = started(desk, qtbot, file)
    window.actions_by_id["insert.stage"].trigger()
    window.settled()
    answer(window).keep = "cancel"
    window.opened.news.row("recovery").buttons[0].click()
    assert len(window.session.journey.all(Stage)) == 3
    assert answer(window).asked == ["shop.journey"]


def test_what_is_given_up_on_closing_goes_to_the_kept_ones(window, file, tmp_path, monkeypatch):
    answer(window)
    window.open_path(file)
    window.actions_by_id["insert.stage"].trigger()
    window.settled()
    window.close()
    assert journals(tmp_path) == []
    assert len(list((tmp_path / "state" / "safar" / "recovery" / "kept").iterdir())) == 1


def test_a_journal_is_there_before_the_first_edit_is_made(window, file, monkeypatch):
    begun = []
    made = Journal.__init__
    monkeypatch.setattr(Journal, "__init__", lambda self, *more: (begun.append(1), made(self, *more))[1])
    window.open_path(file)
    assert begun == []
    window.actions_by_id["insert.stage"].trigger()
    assert begun == [1]


def test_logging_out_leaves_everything_for_the_next_start(desk, window, file, tmp_path):
    answer(window)
    window.open_path(file)
    window.actions_by_id["insert.stage"].trigger()
    window.settled()
    desk.keep_for_next_start()
    (journal,) = journals(tmp_path)
    assert len(recovery.read(journal).deeds) == 1
    assert answer(window).asked == []
    window.actions_by_id["insert.stage"].trigger()
    window.settled()
    assert window.opened.safety.flush()
    assert len(recovery.read(journal).deeds) == 2


def test_a_row_says_its_buttons_in_words(crash, desk, file, qtbot):
    crash(signal.SIGKILL, file)
    (row,) = rows(started(desk, qtbot))
    assert [button.text() for button in row.findChildren(QPushButton)] == [
        "Recover",
        "Save a copy…",
        "Discard…",
    ]
    assert "Shoes, 4 steps not saved" in row.accessibleName()
