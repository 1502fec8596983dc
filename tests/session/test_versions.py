"""Versions of a session: kept before risky steps, brought back as one step, never in the way."""

from __future__ import annotations

import errno
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from editor.files import versions as stored
from editor.files import writing
from editor.files.format import dumps
from editor.model.edits.removing import remove
from editor.model.edits.wording import retitle, rewrite
from editor.model.journey import Journey
from editor.model.trouble import Trouble
from editor.picture.frame import Frame, Picture
from editor.session.session import Session
from editor.session.versions import KEEP_MINE, RESTORE, Version, Versions
from tests.build import journey

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
LONG = "Learn: a, b, c, d, e, f > Buy: shop, pay"


def drawn(shop: Journey) -> Picture:
    return Picture(Frame(0, 0, 100, 50), title=shop.map.title)


def now_of(session: Session) -> bytes:
    return dumps(session.journey.records())


class Desk:
    """A session with a file, its versions, and what they told."""

    def __init__(self, folder: Path, sketch: str = LONG, *, saved: bool = True) -> None:
        self.path = folder / "shop.journey"
        self.state = folder / "state"
        self.told: list[Trouble] = []
        self.hours = 0
        if saved:
            self.path.write_bytes(dumps(journey(sketch).records()))
        self.session = Session.open(self.path, drawn) if saved else Session(journey(sketch), drawn)
        self.versions = Versions(self.session, self.state, self.told.append, self.clock)
        self.end = self.session.history.follow(self.versions.look)

    def clock(self) -> datetime:
        self.hours += 1
        return NOON + timedelta(hours=self.hours)

    def listed(self) -> list[tuple[str, str]]:
        return [(one.name, one.reason) for one in self.versions.listed()]

    def only(self) -> Version:
        (version,) = self.versions.listed()
        return version

    def name(self, title: str) -> None:
        self.session.do("Name the map", retitle(self.session.journey, "map", title))

    def remove(self, *keys: str) -> None:
        self.session.do("Delete", remove(self.session.journey, keys))


@pytest.fixture
def desk(tmp_path: Path):
    made = Desk(tmp_path)
    yield made
    made.versions.close()


def copied(desk: Desk) -> Path:
    """Keep the version "one", save the map and copy its file; return the copy."""
    desk.versions.keep("one")
    desk.session.save()
    copy = desk.path.with_name("copy.journey")
    copy.write_bytes(desk.path.read_bytes())
    return copy


def again(desk: Desk, path: Path) -> Versions:
    """Close the map and open it from another place."""
    desk.versions.close()
    return Versions(Session.open(path, drawn), desk.state, desk.told.append, desk.clock)


@pytest.mark.parametrize("saved", [True, False], ids=["saved", "as it was"])
@pytest.mark.parametrize("to", ["renamed.journey", "elsewhere/shop.journey", "نقشه/سفر.journey"])
def test_versions_come_after_a_file_that_was_moved(desk: Desk, tmp_path: Path, to: str, saved: bool) -> None:
    desk.versions.keep("for the board")
    desk.remove("stage-learn")
    if saved:
        desk.session.save()
    before = desk.listed()
    path = tmp_path / to
    path.parent.mkdir(exist_ok=True)
    desk.path.rename(path)
    versions = again(desk, path)
    assert [(one.name, one.reason) for one in versions.listed()] == before
    assert {one.file.parent for one in versions.listed()} == {path.with_name(path.name + ".versions")}
    assert not desk.path.with_name("shop.journey.versions").exists()
    versions.close()


def test_they_come_as_well_when_the_first_thing_is_a_new_one(desk: Desk, tmp_path: Path) -> None:
    desk.versions.keep("one")
    desk.session.save()
    versions = again(desk, desk.path.rename(tmp_path / "new.journey"))
    versions.keep("two")
    assert [one.name for one in versions.listed()] == ["two", "one"]
    versions.close()


def test_after_a_crash_they_are_found_by_the_last_save(desk: Desk, tmp_path: Path) -> None:
    desk.versions.keep("one")
    desk.name("Saved")
    desk.session.save()
    desk.versions.flush()
    path = desk.path.rename(tmp_path / "new.journey")
    versions = Versions(Session.open(path, drawn), desk.state, desk.told.append, desk.clock)
    assert [one.name for one in versions.listed()] == ["one"]
    versions.close()


def test_a_copy_leaves_them_to_the_file_that_is_still_there(desk: Desk) -> None:
    copy = copied(desk)
    versions = again(desk, copy)
    assert versions.listed() == ()
    assert desk.path.with_name("shop.journey.versions").is_dir()
    versions.close()


def test_a_copy_takes_none_away_from_a_file_that_was_moved(desk: Desk, tmp_path: Path) -> None:
    copy = copied(desk)
    moved = desk.path.rename(tmp_path / "moved.journey")
    for path in (copy, moved):
        versions = again(desk, path)
        assert [one.name for one in versions.listed()] == ["one"]
        versions.close()
    assert not desk.path.with_name("shop.journey.versions").exists()


def test_another_map_with_versions_of_its_own_keeps_to_them(desk: Desk, tmp_path: Path) -> None:
    desk.versions.keep("one")
    desk.session.save()
    path = desk.path.rename(tmp_path / "new.journey")
    path.with_name("new.journey.versions").mkdir()
    versions = again(desk, path)
    assert versions.listed() == ()
    versions.close()


def test_a_damaged_version_stays_and_the_others_come(desk: Desk, tmp_path: Path) -> None:
    desk.versions.keep("one")
    damaged = desk.versions.keep("two").file
    desk.session.save()
    damaged.write_bytes(damaged.read_bytes()[:-9])
    versions = again(desk, desk.path.rename(tmp_path / "new.journey"))
    assert [one.name for one in versions.listed()] == ["one"]
    assert damaged.exists()
    versions.close()


def test_a_named_version_is_brought_back_as_one_step_and_undone(desk: Desk) -> None:
    desk.name("First")
    before = now_of(desk.session)
    version = desk.versions.keep("  for the\nboard ")
    assert (version.name, version.stages, version.cards) == ("for the board", 2, 8)
    assert version.file.parent == desk.path.with_name("shop.journey.versions")
    desk.name("Second")
    desk.remove("stage-buy")
    later = now_of(desk.session)
    desk.versions.restore(version)
    assert now_of(desk.session) == before
    assert desk.session.history.done == ("Name the map", "Name the map", "Delete", RESTORE)
    desk.session.undo()
    assert now_of(desk.session) == later
    assert desk.listed() == [("", RESTORE), ("for the board", "")]


def test_deleting_much_keeps_the_state_before(desk: Desk) -> None:
    before = now_of(desk.session)
    desk.remove("stage-buy")
    assert desk.listed() == []
    desk.session.undo()
    desk.remove("stage-learn")
    assert desk.listed() == [("", "Delete")]
    assert stored.content_of(desk.only()) == before
    assert desk.versions.difference(desk.only()).added["stage-learn"]


def test_one_and_the_same_state_is_kept_once(desk: Desk) -> None:
    for _ in range(3):
        desk.remove("stage-learn")
        desk.session.undo()
    assert desk.listed() == [("", "Delete")]


def test_rewriting_many_texts_keeps_the_state_before(tmp_path: Path) -> None:
    desk = Desk(tmp_path, "Learn: " + ", ".join(f"card {n}" for n in range(25)))
    cards = {f"card-card-{n}": {"text": f"touchpoint {n}"} for n in range(25)}
    some = {key: cards[key] for key in list(cards)[:20]}
    desk.session.do("Paste", rewrite(desk.session.journey, some))
    assert desk.listed() == []
    desk.session.undo()
    desk.session.do("Paste", rewrite(desk.session.journey, cards))
    desk.session.undo()
    desk.name("Another")
    desk.session.do("Replace all", rewrite(desk.session.journey, {"card-card-1": {"text": "one"}}))
    assert desk.listed() == [("", "Replace all"), ("", "Paste")]
    desk.versions.close()


def test_reloading_and_keeping_mine_keep_what_they_overwrite(desk: Desk) -> None:
    desk.name("Mine")
    theirs = dumps(journey("Buy: pay", title="Theirs").records())
    desk.path.write_bytes(theirs)
    mine = now_of(desk.session)
    desk.versions.keep_file()
    assert stored.content_of(desk.only()) == theirs
    desk.session.reload()
    assert desk.listed() == [("", "Take over the file"), ("", KEEP_MINE)]
    assert stored.content_of(desk.versions.listed()[0]) == mine


def test_what_is_in_the_file_and_is_no_map_is_told(desk: Desk) -> None:
    desk.path.write_bytes(b"no map")
    desk.versions.keep_file()
    assert desk.listed() == []
    assert len(desk.told) == 1


def test_versions_of_a_new_map_go_along_to_its_first_file(tmp_path: Path) -> None:
    desk = Desk(tmp_path, saved=False)
    desk.versions.keep_file()
    first = desk.versions.keep("first")
    assert first.file.parent == desk.state / "unsaved"
    desk.name("Later")
    desk.remove("stage-learn")
    assert desk.listed() == [("", "Delete"), ("first", "")]
    desk.versions.rename(first, "the first")
    stranger = stored.keep(desk.state / "unsaved", Version(Path("x.version"), NOON, "another map"), b"{}")
    desk.session.save(desk.path)
    assert desk.listed() == [("", "Delete"), ("the first", "")]
    assert stored.listed(desk.state / "unsaved") == (stranger,)
    desk.session.save(tmp_path / "other.journey")
    assert desk.listed() == []
    desk.versions.close()


def test_where_the_folder_takes_nothing_the_users_own_does(desk: Desk) -> None:
    desk.path.with_name("shop.journey.versions").write_text("in the way")
    version = desk.versions.keep("first")
    assert version.file.parent.parent == desk.state
    desk.name("Later")
    desk.remove("stage-learn")
    assert desk.listed() == [("", "Delete"), ("first", "")]
    assert desk.told == []


def full(*_: object, **__: object) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


def test_a_version_that_cannot_be_written_is_told_and_the_map_stays(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "_fill", full)
    before = now_of(desk.session)
    with pytest.raises(Trouble, match="The disk is full"):
        desk.versions.keep("first")
    assert (now_of(desk.session), desk.session.dirty) == (before, False)
    desk.remove("stage-learn")
    assert desk.listed() == []
    assert [trouble.problem for trouble in desk.told] == ["The disk is full."]
    monkeypatch.undo()
    desk.session.undo()
    desk.remove("stage-learn")
    assert desk.listed() == [("", "Delete")]


def test_a_damaged_version_changes_nothing(desk: Desk) -> None:
    version = desk.versions.keep("first")
    desk.name("Second")
    version.file.write_bytes(version.file.read_bytes()[:-3])
    before = now_of(desk.session)
    with pytest.raises(Trouble, match="damaged"):
        desk.versions.restore(version)
    assert not desk.only().readable
    assert now_of(desk.session) == before
    desk.versions.remove(version)
    assert desk.listed() == []


def test_a_version_of_a_newer_program_is_not_brought_back(desk: Desk) -> None:
    newer = now_of(desk.session).replace(b'"format_version":1', b'"format_version":99')
    version = stored.keep(desk.versions.folders[0], Version(Path("x.version"), NOON, "x"), newer)
    with pytest.raises(Trouble, match="newer version of Safar"):
        desk.versions.restore(version)


def test_automatic_ones_are_thinned_and_named_ones_stay(desk: Desk) -> None:
    desk.versions.keep("first")
    for number in range(30):
        desk.name(str(number))
        desk.remove("stage-learn")
        desk.session.undo()
    found = desk.versions.listed()
    assert [one.name for one in found if one.name] == ["first"]
    automatic = [one for one in found if not one.name]
    newest, older = automatic[: stored.NEWEST_KEPT], automatic[stored.NEWEST_KEPT :]
    assert newest[0].when - newest[-1].when == timedelta(hours=2 * (stored.NEWEST_KEPT - 1))
    assert len(older) == len({one.when.date() for one in older}) > 0


def test_keeping_does_not_wait_for_the_disk(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    from threading import Event, current_thread

    goes_on, threads = Event(), list[str]()
    write = stored.keep

    def slow(*facts: object) -> Version:
        threads.append(current_thread().name)
        goes_on.wait(30)
        return write(*facts)  # type: ignore[arg-type]

    monkeypatch.setattr(stored, "keep", slow)
    before = now_of(desk.session)
    desk.remove("stage-learn")
    desk.name("Later")
    assert not desk.versions.flush(0)
    goes_on.set()
    assert desk.listed() == [("", "Delete")]
    assert threads == ["versions"]
    assert stored.content_of(desk.only()) == before


def test_an_unexpected_error_is_told_and_what_comes_later_is_kept(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    import threading

    def broken(*_: object) -> Version:
        raise ValueError("unforeseen")

    caught: list[threading.ExceptHookArgs] = []
    monkeypatch.setattr(threading, "excepthook", caught.append)
    with monkeypatch.context() as patch:
        patch.setattr(stored, "keep", broken)
        desk.remove("stage-learn")
        assert desk.versions.flush(30)
    desk.session.undo()
    desk.remove("stage-learn")
    assert desk.listed() == [("", "Delete")]
    ((kind, error, _, thread),) = caught
    assert (kind, str(error), thread.name if thread else "") == (ValueError, "unforeseen", "versions")


def test_after_the_end_nothing_is_kept(desk: Desk) -> None:
    desk.end()
    desk.versions.close()
    desk.remove("stage-learn")
    assert desk.versions.listed() == ()
    assert desk.versions.flush()
