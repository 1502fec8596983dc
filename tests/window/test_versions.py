"""The browser of versions: pictures, what differs, restoring, copies, names, and what cannot be read."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from editor.files import writing
from editor.files.format import dumps
from editor.files.versions import Version
from editor.model.change import difference
from editor.model.edits.removing import remove
from editor.model.edits.wording import set_fields
from editor.model.journey import Journey
from editor.model.records import Card, Connection, Lane, Note, Persona, Point
from editor.window.differences import differences
from editor.window.file_choices import FileChoices
from editor.window.version_browser import VersionBrowser
from editor.window.version_words import called, counts, summed_up, when
from tests.build import journey, with_records
from tests.window.canary import canaries
from tests.window.desk import answer, show_map

SKETCH = "Learn: ad, my ad, c, d, e, f, g > Buy: shop, pay"
WAIT = 30_000


@pytest.fixture
def session(window, tmp_path):
    path = tmp_path / "shop.journey"
    shop = journey(SKETCH, title="Shoes")
    path.write_bytes(dumps(shop.records()))
    return show_map(window, shop, path)


@pytest.fixture
def browser(qtbot, window, session):
    made = browse(qtbot, window)
    yield made
    made.done(0)


def browse(qtbot, window) -> VersionBrowser:
    workspace = window.opened
    tokens = window.desk.theme.tokens
    made = VersionBrowser(window, workspace.session, workspace.watch.versions, answer(window), tokens)
    qtbot.addWidget(made)
    made.show()
    return made


def bytes_of(session) -> bytes:
    return dumps(session.journey.records())


def drawn(qtbot, browser) -> list[str]:
    """Wait for the picture of the current version and return what differs."""
    qtbot.waitUntil(browser.page.sheet.has_image, timeout=WAIT)
    return [browser.page.list.item(row).text() for row in range(browser.page.list.count())]


def isolated(text: str) -> str:
    return f"“\u2068{text}\u2069”"


def test_without_versions_a_sentence_says_how_to_get_some(browser):
    assert "No versions yet" in browser.page.sheet.words()
    assert browser.place.isHidden()
    assert [browser.button(name).isEnabled() for name in ("restore", "copy", "rename", "remove")] == [
        False
    ] * 4
    assert browser.button("save").isEnabled()


def test_a_version_shows_its_picture_and_what_differs(qtbot, window, session, browser):
    window.asking.written = "for the board"
    browser.button("save").click()
    assert browser.list.current().name == "for the board"
    assert drawn(qtbot, browser) == []
    assert browser.page.summary.text() == "The map is just the same now."
    browser.done(0)
    session.do("Delete", remove(session.journey, ["card-pay"]))
    session.do("Write", set_fields(session.journey, ("card-shop",), text="store"))
    browser = browse(qtbot, window)
    assert drawn(qtbot, browser) == [
        f"+  Card {isolated('pay')}",
        f"~  Card {isolated('store')} becomes {isolated('shop')}",
    ]
    assert browser.page.summary.text() == "Restoring brings back 1, changes 1 and takes away 0."
    browser.done(0)


def test_restoring_is_one_step_and_is_undone(qtbot, window, session, browser):
    before = bytes_of(session)
    window.asking.written = "first"
    browser.save()
    session.do("Delete", remove(session.journey, ["stage-learn"]))
    later = bytes_of(session)
    browser.refresh()
    assert [called(one) for one in browser.list.versions()] == ["first"]
    browser.button("restore").click()
    assert not browser.isVisible()
    assert bytes_of(session) == before
    assert session.history.done[-1] == "Restore version"
    window.actions_by_id["edit.undo"].trigger()
    assert bytes_of(session) == later


def test_a_risky_command_keeps_a_version_by_itself(qtbot, window, session):
    window.opened.choose(("stage-learn",))
    window.actions_by_id["edit.delete"].trigger()
    browser = browse(qtbot, window)
    (version,) = browser.list.versions()
    assert called(version) == "Before “Delete”"
    assert counts(version) == "2 stages · 9 cards"
    assert version.file.parent == session.path.with_name("shop.journey.versions")
    assert str(version.file.parent) in browser.place.full_text()
    browser.done(0)


def test_a_copy_opens_in_a_window_of_its_own(qtbot, desk, window, session, monkeypatch):
    window.asking.written = "first"
    window.actions_by_id["file.save_version"].trigger()
    opened: list[VersionBrowser] = []

    def use(browser: VersionBrowser) -> int:
        opened.append(browser)
        browser.show()
        browser.button("copy").click()
        return 0

    monkeypatch.setattr(VersionBrowser, "exec", use)
    window.actions_by_id["file.versions"].trigger()
    assert len(opened) == 1
    other = desk.windows()[-1]
    assert other is not window
    assert other.session.path is None
    assert bytes_of(other.session) == bytes_of(session)


def test_names_are_given_and_versions_deleted_once_somebody_is_sure(window, session, browser):
    asking = window.asking
    asking.written = "first"
    browser.save()
    asking.written = "second"
    browser.button("rename").click()
    assert [one.name for one in browser.list.versions()] == ["second"]
    asking.written = None
    browser.button("rename").click()
    browser.save()
    asking.is_sure = False
    browser.button("remove").click()
    assert [one.name for one in browser.list.versions()] == ["second"]
    asking.is_sure = True
    browser.button("remove").click()
    assert browser.list.versions() == []
    assert "Delete “second”?" in asking.asked
    browser.rename()
    browser.remove()


def test_a_damaged_version_is_listed_and_can_only_be_deleted(qtbot, window, session, browser):
    folder = session.path.with_name("shop.journey.versions")
    folder.mkdir()
    (folder / "x.version").write_bytes(b"rubbish")
    browser.refresh()
    assert called(browser.list.current()) == "Damaged version"
    assert "damaged" in browser.page.sheet.words()
    assert [browser.button(name).isEnabled() for name in ("restore", "copy", "rename", "remove")] == [
        False, False, False, True,
    ]  # fmt: skip
    window.asking.is_sure = True
    browser.button("remove").click()
    assert list(folder.iterdir()) == []


def test_a_version_that_cannot_be_read_says_so_in_the_picture_s_place(qtbot, window, session, browser):
    window.asking.written = "first"
    browser.save()
    drawn(qtbot, browser)
    version = browser.list.current()
    browser._glimpses.clear()
    version.file.write_bytes(b"rubbish")
    browser._show_current()
    assert browser.page.sheet.words() == "Drawing the version…"
    qtbot.waitUntil(lambda: "This version is damaged." in browser.page.sheet.words(), timeout=WAIT)
    browser.restore()
    assert "This version is damaged." in window.asking.told[-1].problem
    assert browser.isVisible()


def full(*_, **__):
    raise OSError(28, "No space left on device")


def test_an_error_is_told_and_the_map_stays(qtbot, window, session, browser, monkeypatch):
    before = bytes_of(session)
    monkeypatch.setattr(writing, "_fill", full)
    window.asking.written = "first"
    browser.save()
    window.actions_by_id["file.save_version"].trigger()
    assert [trouble.problem for trouble in window.asking.told] == ["The disk is full."] * 2
    assert bytes_of(session) == before
    session.do("Delete", remove(session.journey, ["stage-learn"]))
    news = window.opened.news
    qtbot.waitUntil(lambda: "version" in news.said(), timeout=WAIT)
    assert "The disk is full." in news.said()["version"]
    assert session.history.done == ("Delete",)


def test_keeping_mine_keeps_what_is_in_the_file_as_a_version(window, session):
    session.path.write_bytes(dumps(journey("Buy: pay", title="Theirs").records()))
    FileChoices(window, window.opened).keep_mine()
    (version,) = window.opened.watch.versions.listed()
    assert called(version) == "Before “Keep mine”"
    assert window.opened.watch.versions.journey(version).map.title == "Theirs"


def test_a_map_that_may_only_be_looked_at_is_not_restored(qtbot, window, tmp_path):
    show_map(window, journey(SKETCH), tmp_path / "shop.journey", state="newer")
    window.opened.watch.versions.keep("first")
    browser = browse(qtbot, window)
    assert not browser.button("restore").isEnabled()
    assert browser.button("copy").isEnabled()
    browser.done(0)


def test_looked_at_versions_are_forgotten_after_a_while_and_drawn_again(qtbot, window, session, browser):
    for number in range(8):
        window.asking.written = str(number)
        browser.save()
        drawn(qtbot, browser)
    qtbot.waitUntil(
        lambda: all(browser._thumbs.get(one.file) for one in browser.list.versions()), timeout=WAIT
    )
    assert len(browser._glimpses) == 6
    browser.list.setCurrentIndex(browser.list.model().index(7, 0))
    drawn(qtbot, browser)


def test_the_list_can_be_walked_with_the_keyboard(qtbot, window, session, browser):
    for name in ("first", "second"):
        window.asking.written = name
        browser.save()
    browser.list.setFocus()
    qtbot.keyClick(browser.list, Qt.Key.Key_Down)
    assert browser.list.current().name == "first"
    assert browser.list.grab().height() > 0


NOW = datetime(2026, 11, 21, 15, 30, tzinfo=timezone(timedelta(hours=3, minutes=30)))


def test_times_are_said_as_people_say_them():
    assert when(NOW - timedelta(hours=1), NOW) == "Today, 14:30"
    assert when(NOW - timedelta(hours=16), NOW) == "Yesterday, 23:30"
    assert when(NOW - timedelta(days=9), NOW) == "12 Nov 2026, 15:30"


def test_a_version_is_called_by_its_name_or_by_the_step_after_it():
    assert called(Version(Path("x"), NOW, "board", "Delete")) == "board"
    assert called(Version(Path("x"), NOW, "", "Delete")) == "Before “Delete”"
    damaged = Version(Path("a/x.version"), NOW, readable=False)
    assert (called(damaged), counts(damaged)) == ("Damaged version", "x.version")


def test_differences_are_said_element_by_element():
    lane, link = Lane("lane-mood", "a5", "emotions", "Mood"), Connection("link", "card-ad", "card-pay")
    before = with_records(journey(SKETCH), lane, link)
    after = with_records(
        remove_all(before, "card-shop", "link"),
        Lane("lane-mood", "a5", "emotions", "Mood", height=300.0),
    )
    moved = with_records(after, replace(after.one(Card, "card-c"), step="step-buy-2"))
    found = differences(before, moved, difference(before.by_id(), moved.by_id()))
    assert [(one.act, one.words) for one in found] == [
        ("changed", f"Lane {isolated('Mood')} has other details"),
        ("changed", f"Card {isolated('c')} stands elsewhere"),
        ("removed", f"Card {isolated('shop')}"),
        ("removed", "Connection “\u2068ad\u2069 – \u2068pay\u2069”"),
    ]
    assert summed_up(found) == "Restoring brings back 0, changes 2 and takes away 2."


def test_what_has_no_name_is_called_by_its_kind_and_long_names_are_cut():
    before = journey("Learn: ad", Persona("p", "a0", "Ava"))
    after = with_records(
        before,
        Card("card-x", "a9", "lane-touchpoints", "step-learn-1"),
        Note("note-x", "a0", "card-ad", "word " * 40),
        Lane("lane-mood", "a5", "emotions"),
        Point("point-x", "lane-mood", "p", "step-learn-1", 0.5, 0.5),
    )
    words = [one.words for one in differences(before, after, difference(before.by_id(), after.by_id()))]
    assert words[:3] == ["Lane", "Card", f"Emotion {isolated('Learn')}"]
    assert words[3].endswith("…\u2069”")


def remove_all(shop, *keys):
    return Journey([record for record in shop.records() if record.id not in keys])


def test_hostile_words_are_shown_as_words(qtbot, window, evil_map, evil, tmp_path):
    session = show_map(window, evil_map, tmp_path / "evil.journey")
    window.opened.watch.versions.keep(evil)
    session.do(evil, remove(session.journey, ["stage-learn"]))
    browser = browse(qtbot, window)
    assert drawn(qtbot, browser)
    assert canaries(browser) == 0
    assert evil[:20] in browser.list.current().name
    assert "<img" not in browser.list.model().index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    browser.done(0)
