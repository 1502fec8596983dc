"""A paragraph that somebody is in the middle of outlives a kill of the program."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtTest import QTest

from editor.files import recovery
from editor.files.format import dumps
from editor.files.reading import read
from editor.model.records import Card, Stage
from editor.window.recovery_list import RecoveryRow
from tests.build import journey
from tests.window.desk import answer

ROOT = Path(__file__).parents[2]
WORDS = "They compare prices for an hour, and then"
SCRIPT = """
import sys
from pathlib import Path
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from editor.app.desktop import Desktop, made_application
from editor.canvas import writing
from editor.model.records import Card, Stage
from editor.window import field_text

writing.DRAFT_AFTER = field_text.DRAFT_AFTER = 100
where, words, *files = sys.argv[1:]
application = made_application()
desk = Desktop(application)
desk.open_all([Path(word) for word in files])
window = desk.windows()[0]
if window.session is None:
    window.actions_by_id["file.new"].trigger()

def write():
    journey = window.session.journey
    key = (journey.all(Card) or journey.all(Stage))[0].id
    window.activateWindow()
    window.opened.choose((key,), reveal=True)
    if where == "field":
        field = window.opened.inspector.fields.row("Text").field
        field.setFocus()
        field.selectAll()
    else:
        field = window.opened.view
        field.setFocus()
    QTest.keyClicks(field, words)
    wait(lambda: given_up(field) if where == "given up" else tell())

def journal():
    file = window.opened.safety.journal
    return file.read_bytes() if file is not None else b""

def wait(then, wanted=lambda: words.encode() in journal()):
    if wanted():
        then()
    else:
        QTimer.singleShot(20, lambda: wait(then, wanted))

def given_up(field):
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert window.opened.safety.flush()
    tell()

def tell():
    print("on the disk", flush=True)

QTimer.singleShot(200, write)
QTimer.singleShot(60_000, lambda: application.exit(1))  # nobody waits for ever
sys.exit(application.exec())
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "shop.journey"
    path.write_bytes(dumps(journey("Learn: ad > Buy: pay", title="Shoes").records()))
    return path


@pytest.fixture
def killed(tmp_path: Path) -> Callable[..., None]:
    """Let a real window write until the words are on the disk, and kill it."""

    def write(where: str, *files: Path) -> None:
        folders = {f"XDG_{name}_HOME": str(tmp_path / name.lower()) for name in ("CONFIG", "STATE", "CACHE")}
        program = subprocess.Popen(
            [sys.executable, "-c", SCRIPT, where, WORDS, *map(str, files)],
            stdout=subprocess.PIPE, cwd=ROOT, env={**os.environ, **folders},
        )  # fmt: skip
        with program:
            assert program.stdout is not None
            assert program.stdout.readline() == b"on the disk\n"
            program.kill()

    return write


def started(desk, qtbot, *files: Path):
    """Start the editor as after the crash and wait until it has looked for what was left."""
    desk.open_all(list(files))
    window = desk.windows()[0]
    answer(window)
    qtbot.waitUntil(lambda: "_offer" in desk.__dict__, timeout=20_000)
    return window


def texts(journey) -> list[str]:
    return [card.text for card in journey.all(Card)]


@pytest.mark.parametrize("where", ["map", "field"])
def test_words_under_way_are_offered_after_a_kill(killed, desk, file, qtbot, where):
    killed(where, file)
    window = started(desk, qtbot)
    (row,) = [row for row in window.start_page.findChildren(RecoveryRow) if row.isVisibleTo(window)]
    assert (row.left.title, row.left.path, row.left.steps, row.left.lost) == ("Shoes", file, 1, 0)
    assert texts(desk.recovery.preview(row.left)) == [WORDS, "pay"]
    qtbot.waitUntil(lambda: row.drawn, timeout=10_000)
    row.buttons[0].click()
    assert texts(window.session.journey) == [WORDS, "pay"]
    assert (window.session.dirty, window.session.history.done) == (True, ("Edit text",))
    window.actions_by_id["edit.undo"].trigger()
    assert texts(window.session.journey) == ["ad", "pay"]


def test_words_on_a_map_that_was_never_saved_are_offered(killed, desk, qtbot):
    killed("map")
    window = started(desk, qtbot)
    (row,) = [row for row in window.start_page.findChildren(RecoveryRow) if row.isVisibleTo(window)]
    assert row.left.path is None
    row.buttons[0].click()
    assert window.session.journey.all(Stage)[0].title == WORDS
    assert (window.session.path, window.session.history.done) == (None, ("Edit text",))


def test_the_bar_over_the_map_offers_words_that_are_all_it_lacks(killed, desk, file, qtbot):
    killed("map", file)
    window = started(desk, qtbot, file)
    assert "1 step is not in this file" in window.opened.news.said()["recovery"]
    window.opened.news.row("recovery").buttons[0].click()
    assert texts(window.session.journey) == [WORDS, "pay"]


def test_words_that_were_given_up_are_not_offered(killed, desk, file, qtbot, tmp_path):
    killed("given up", file)
    folder = tmp_path / "state" / "safar" / "recovery"
    assert len(list(folder.glob("*.recovery"))) == 1
    window = started(desk, qtbot, file)
    assert window.opened.news.said() == {}
    (kept,) = (folder / "kept").iterdir()
    assert kept.name.endswith(f"{recovery.SPARE}{recovery.SUFFIX}")


def begun(window, file: Path) -> Path:
    """Write on a card until that is drafted; return the journal."""
    answer(window)
    window.open_path(file)
    view = window.opened.view
    view.write(window.session.journey.all(Card)[0].id)
    QTest.keyClicks(view, "s of all kinds")
    view._touch.writer._put_by()
    assert window.session.history.drafted is not None
    assert window.opened.safety.flush()
    return window.opened.safety.journal


def acts(journal: Path) -> list[str]:
    return [json.loads(line[17:])["act"] for line in journal.read_bytes().splitlines()[1:]]


def test_whoever_ends_the_program_in_the_middle_of_a_text_finds_it_kept(window, file):
    journal = begun(window, file)
    assert acts(journal) == ["draft"]
    window.let_map_go(leave=True)
    assert acts(journal) == ["draft", "do"]


def test_saving_in_the_middle_of_a_text_keeps_it_and_leaves_no_draft(window, file, tmp_path):
    journal = begun(window, file)
    window.actions_by_id["file.save"].trigger()
    assert texts(read(file).journey) == ["ads of all kinds", "pay"]
    assert window.opened.safety.flush()
    assert not journal.exists()
    window.close()
    assert list((tmp_path / "state" / "safar" / "recovery").rglob("*.recovery")) == []


def test_closing_in_the_middle_of_a_text_asks_about_it(window, file, tmp_path):
    journal = begun(window, file)
    window.close()
    assert answer(window).asked == ["shop.journey"]
    assert not journal.exists()
    assert acts(journal.parent / "kept" / journal.name) == ["draft", "do"]
