"""What a session holds of its file: changes underneath, locks, damaged files."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from editor.files.format import dumps
from editor.files.lock import lock_of
from editor.files.writing import backup_of
from editor.model.edits.wording import retitle
from editor.model.journey import Journey
from editor.model.trouble import Trouble
from editor.picture.frame import Frame, Picture
from editor.session.session import Session
from tests.build import journey


def drawn(shop: Journey) -> Picture:
    return Picture(Frame(0, 0, 100, 50), title=shop.map.title)


def put(path: Path, title: str) -> Path:
    path.write_bytes(dumps(journey("Buy: pay", title=title).records()))
    return path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A saved map."""
    return put(tmp_path / "shop.journey", "Ours")


def name(session: Session, title: str) -> None:
    session.do("Name the map", retitle(session.journey, "map", title))


def test_a_save_keeps_the_version_before(path: Path) -> None:
    session = Session.open(path, drawn)
    name(session, "New")
    session.save()
    assert Session.open(backup_of(path), drawn).title == "Ours"


def swapped(path: Path) -> None:
    """Put another file of the same size and time in its place."""
    before = path.stat()
    put(path, "Owrs")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert path.stat().st_size == before.st_size


def moved_over(path: Path) -> None:
    put(path.with_name("new"), "Theirs").replace(path)


def linked(path: Path) -> None:
    target = put(path.with_name("new"), "Theirs")
    path.unlink()
    path.symlink_to(target)


WAYS: tuple[Callable[[Path], object], ...] = (
    lambda path: put(path, "Theirs"), swapped, moved_over, linked,
    lambda path: path.write_bytes(b""), lambda path: path.write_bytes(path.read_bytes() + b"\n"),
    lambda path: path.write_bytes(path.read_bytes()[:-1]), lambda path: path.write_bytes(b"{" * 99),
)  # fmt: skip


@pytest.mark.parametrize("change", WAYS)
def test_a_file_changed_underneath_is_not_overwritten(path: Path, change: Callable[[Path], object]) -> None:
    session = Session.open(path, drawn)
    name(session, "Mine")
    change(path)
    theirs = path.read_bytes()
    assert session.on_disk() == "changed"
    assert session.changed_on_disk()
    with pytest.raises(Trouble, match="Another program has changed the file"):
        session.save()
    assert path.read_bytes() == theirs
    assert session.dirty
    session.save_copy(path.with_name("copy.journey"))
    session.keep_mine()
    session.save()
    assert Session.open(path, drawn).title == "Mine"
    assert backup_of(path).read_bytes() == theirs
    assert session.on_disk() == "same"


@pytest.mark.parametrize(
    "change",
    [
        lambda path: path.touch(),
        lambda path: path.chmod(0o600),
        lambda path: path.write_bytes(path.read_bytes()),
    ],
)
def test_what_has_the_same_content_has_not_changed(path: Path, change: Callable[[Path], object]) -> None:
    session = Session.open(path, drawn)
    change(path)
    assert not session.changed_on_disk()
    session.save()


def test_a_change_after_keeping_mine_is_told_again(path: Path) -> None:
    session = Session.open(path, drawn)
    put(path, "Theirs")
    session.keep_mine()
    put(path, "Theirs again")
    assert session.changed_on_disk()


def test_a_file_that_is_gone_or_unreadable(path: Path) -> None:
    session = Session.open(path, drawn)
    path.unlink()
    assert session.on_disk() == "gone"
    session.save()
    assert path.exists()
    path.unlink()
    path.mkdir()
    assert session.on_disk() == "unreadable"
    with pytest.raises(Trouble, match="It is a folder"):
        session.save()


def test_a_file_that_cannot_be_read_is_not_overwritten_unless_it_is_meant(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = Session.open(path, drawn)

    def fail(path: Path) -> bytes:
        raise Trouble("The disk has failed.")

    monkeypatch.setattr("editor.session.hold.content_of", fail)
    with pytest.raises(Trouble, match="cannot be read"):
        session.save()
    session.keep_mine()
    session.save()


def test_a_save_elsewhere_that_fails_keeps_the_lock_of_the_own_file(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session, elsewhere = Session.open(path, drawn, guarded=True), path.with_name("other.journey")

    def fail(*what: object, **how: object) -> None:
        raise Trouble("The disk is full.")

    with monkeypatch.context() as patch:
        patch.setattr("editor.session.session.replace", fail)
        with pytest.raises(Trouble):
            session.save(elsewhere)
    assert lock_of(path).exists()
    assert not lock_of(elsewhere).exists()
    session.save(elsewhere)
    assert not lock_of(path).exists()
    assert lock_of(elsewhere).exists()
    session.close()


def test_what_differs_is_listed_element_by_element(path: Path) -> None:
    session = Session.open(path, drawn)
    path.write_bytes(dumps(journey("Buy: pay, wrap", title="Theirs").records()))
    change = session.difference_on_disk()
    assert set(change.added) == {"card-wrap", "step-buy-2"}
    assert set(change.updated) == {"map"}
    assert not change.removed


def test_reloading_is_one_step_that_can_be_undone(path: Path) -> None:
    session, told = Session.open(path, drawn), []
    name(session, "Mine")
    put(path, "Theirs")
    session.subscribe(told.append)
    session.reload("Reload")
    assert (session.title, session.dirty, session.changed_on_disk()) == ("Theirs", False, False)
    assert session.history.done == ("Name the map", "Reload")
    assert len(told) == 1
    session.undo()
    assert (session.title, session.dirty) == ("Mine", True)
    session.save()
    assert Session.open(path, drawn).title == "Mine"


def test_a_map_without_a_file_cannot_be_reloaded() -> None:
    session = Session(journey(), drawn)
    assert session.on_disk() == "gone"
    session.keep_mine()
    session.close()
    with pytest.raises(Trouble, match="no file yet"):
        session.reload()


def test_the_second_is_told_and_may_look_and_copy(path: Path) -> None:
    first = Session.open(path, drawn, guarded=True)
    second = Session.open(path, drawn, guarded=True)
    assert (first.holder, first.lock_problem, first.read_only) == (None, None, False)
    assert second.read_only
    assert second.holder is not None
    for act in (second.save, lambda: name(second, "Mine"), lambda: second.gesture("Drag")):
        with pytest.raises(Trouble, match="has had the map open"):
            act()
    second.save_copy(path.with_name("copy.journey"))
    second.close()
    third = Session.open(path, drawn, guarded=True, over=second.holder)
    assert not third.read_only
    first.close()
    assert lock_of(path).exists()
    third.close()
    assert not lock_of(path).exists()


def test_a_file_that_cannot_be_opened_is_not_locked(path: Path) -> None:
    path.write_bytes(b"{")
    with pytest.raises(Trouble):
        Session.open(path, drawn, guarded=True)
    assert not lock_of(path).exists()


def test_the_lock_moves_with_the_file(path: Path) -> None:
    session, other = Session.open(path, drawn, guarded=True), path.with_name("other.journey")
    session.save(other)
    assert not lock_of(path).exists()
    assert lock_of(other).exists()
    put(path, "Ours")
    first = Session.open(path, drawn, guarded=True)
    with pytest.raises(Trouble, match="has had the map open"):
        session.save(path)
    assert session.path == other
    session.close()
    first.close()


def test_a_damaged_file_opens_and_stays_as_it_is(path: Path) -> None:
    bad = path.read_bytes().replace(b'"title":"Ours"', b'"title":Ours')
    path.write_bytes(bad)
    session = Session.open_damaged(path, drawn)
    assert (session.state, session.path, session.read_only) == ("damaged", None, False)
    assert len(session.lost) == 1
    name(session, "Saved")
    for act in (session.save, lambda: session.save(path)):
        with pytest.raises(Trouble):
            act()
    assert path.read_bytes() == bad
    session.save(path.with_name("mended.journey"))
    assert session.state == "ok"
    assert Session.open(path.with_name("mended.journey"), drawn).title == "Saved"
    assert path.read_bytes() == bad


def test_a_folder_that_takes_no_lock_says_so(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path, content: bytes) -> None:
        raise PermissionError(13, "no")

    monkeypatch.setattr(Path, "write_bytes", refuse)
    session = Session.open(path, drawn, guarded=True)
    assert session.lock_problem is not None
    assert not session.read_only
    session.close()


def test_what_must_be_ready_before_an_edit_is_made_ready_once(path: Path) -> None:
    session, times = Session.open(path, drawn), []
    session.before_edit(lambda: times.append(session.title))
    session.save()
    assert times == []
    name(session, "A")
    session.gesture("Name the map").cancel()
    assert times == ["Ours"]
    put(path, "Theirs")
    session.before_edit(lambda: times.append(session.title))
    session.reload()
    assert times == ["Ours", "A"]


@pytest.mark.parametrize("way", ["template", "damaged"])
def test_a_map_without_a_file_takes_the_lock_of_the_one_it_is_saved_in(path: Path, way: str) -> None:
    target = path.with_name("new.journey")
    if way == "damaged":
        path.write_bytes(path.read_bytes().replace(b'"kind":"card"', b'"kind":'))
        session = Session.open_damaged(path, drawn, guarded=True)
        assert session.original == path
    else:
        session = Session.from_template(path, drawn, guarded=True)
        assert session.original is None
    session.save(target)
    assert lock_of(target).exists()
    other = Session.open(target, drawn, guarded=True)
    assert other.holder is not None
    session.close()
    assert not lock_of(target).exists()
