"""The recovery journal: whatever is cut off or changed in it, only what is whole is repeated."""

from __future__ import annotations

import errno
import os
import time
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from editor.files import deeds, journal, recovery
from editor.files.format import dumps
from editor.files.journal import Journal
from editor.files.processes import Process, this_process
from editor.files.recovery import Start, abandoned, begin, chained, put_away, read, replay, thin
from editor.files.refusal import Refusal
from editor.history.history import History
from editor.history.steps import Deed
from editor.model.change import Change
from editor.model.edits.wording import retitle
from editor.model.records import Image, Note, Owner, Unknown
from editor.model.trouble import Trouble
from tests.build import PNG, journey

BASE = dumps(journey("Buy: pay", title="فروشگاه").records())
GHOST = Process(2**22 + 1, this_process().host, "ghost")
WHEN = datetime(2026, 1, 2, 3, 4, tzinfo=UTC)


def start(process: Process = GHOST, path: Path | None = None) -> Start:
    return Start(path, "abc" if path else "", BASE, process, WHEN)


def some_deeds() -> list[Deed]:
    map_ = journey("Buy: pay")
    history, seen = History(map_), list[Deed]()
    history.follow(seen.append)
    for title in ("A", "B", "سه"):
        history.do("Name the map", retitle(map_, "map", title))
    history.undo()
    history.redo()
    history.do("Remark", Change(added={"note-1": Note("note-1", "a0", "card-pay", "Why?")}))
    return seen


def drafted_deeds() -> list[Deed]:
    """Drafts that were kept, given up and undone, and one on which a crash came."""
    done = some_deeds()
    one, other = (Deed("draft", "Edit text", deed.change) for deed in done[1:3])
    void = Deed("draft", "Edit text", Change())
    return [one, done[0], one, other, done[1], other, void, done[2], void, one, other, *done[3:], one, other]


def standing(done: list[Deed]) -> tuple[Deed, ...]:
    """What a journal of these deeds leads to: a draft counts for as long as nothing has followed it."""
    kept: list[Deed] = []
    for place, deed in enumerate(done):
        if deed.act != "draft":
            kept.append(deed)
        elif place == len(done) - 1 and deed.change:
            kept.append(Deed("do", deed.label, deed.change))
    return tuple(kept)


def lines(done: Iterable[Deed], first: Start | None = None) -> bytes:
    content, check = begin(first or start())
    for deed in done:
        line, check = chained(check, deeds.packed(deed))
        content += line
    return content


def written(folder: Path, process: Process = GHOST, name: str = "one") -> Path:
    folder.mkdir(exist_ok=True)
    file = folder / f"{name}{recovery.SUFFIX}"
    file.write_bytes(lines(some_deeds(), start(process)))
    return file


def test_deeds_come_back_as_they_were() -> None:
    for deed in some_deeds():
        assert deeds.unpacked(deeds.packed(deed).encode()) == deed


def test_all_kinds_of_records_come_back() -> None:
    header, gadget = Unknown("header", "", '{"x":1}'), Unknown("gadget-1", "gadget", '{"a":[1]}')
    picture = Image("image-1", data=PNG)
    change = Change(
        {"gadget-1": gadget, "image-1": picture},
        {"header": (header, Unknown("header", "", '{"x":2}'))},
        {"owner-1": Owner("owner-1", name="A")},
    )
    deed = Deed("redo", "All", change)
    assert deeds.unpacked(deeds.packed(deed).encode()) == deed


@pytest.mark.parametrize(
    "line",
    [
        b"", b"[]", b'{"act":"jump"}', b'{"act":"draft"}', b'{"act":["draft"]}',
        b'{"act":"draft","added":1,"label":"","new":[],"old":[],"removed":[]}',
        b'{"act":"draft","added":[],"label":[],"new":[],"old":[],"removed":[]}',
        b'{"act":"do","added":1,"label":"","new":[],"old":[],"removed":[]}',
        b'{"act":"do","added":[1],"label":"","new":[],"old":[],"removed":[]}',
        b'{"act":"do","added":[],"label":1,"new":[],"old":[],"removed":[]}',
        b'{"act":"do","added":[],"label":"","new":[{"id":"map","kind":"map"}],"old":[],"removed":[]}',
        b'{"act":"do","added":[{"id":"x"}],"label":"","new":[],"old":[],"removed":[]}',
    ],
)  # fmt: skip
def test_other_lines_are_no_deeds(line: bytes) -> None:
    with pytest.raises(Refusal):
        deeds.unpacked(line)


def test_a_journal_is_read_as_it_was_written(tmp_path: Path) -> None:
    found = read(written(tmp_path))
    assert found.start == start()
    assert found.deeds == tuple(some_deeds())
    assert (found.lost, found.changed.tzinfo) == (0, UTC)
    there = start(path=tmp_path / "map.journey")
    assert replay(lines([], there)) == (there, (), 0)


def test_the_last_draft_counts_as_a_step_and_no_other() -> None:
    done = some_deeds()
    one, other = Deed("draft", "Edit text", done[0].change), Deed("draft", "Edit text", done[1].change)
    void, kept = Deed("draft", "Edit text", Change()), Deed("do", "Edit text", done[0].change)
    for written, found in (
        ([one], (kept,)), ([other, one], (kept,)), ([done[0], one], (done[0], kept)), ([one, void], ()),
        ([one, done[0]], (done[0],)), ([done[0], one, void], (done[0],)), ([void, one], (kept,)),
        ([void], ()),
    ):  # fmt: skip
        assert replay(lines(written)) == (start(), found, 0)
    assert standing(drafted_deeds()) == (*some_deeds(), Deed("do", "Edit text", done[2].change))


def test_a_draft_that_is_none_ends_the_reading() -> None:
    done = some_deeds()
    content, check = begin(start())
    for text in (deeds.packed(done[0]), '{"act":"draft"}', deeds.packed(done[1])):
        line, check = chained(check, text)
        content += line
    assert replay(content) == (start(), (done[0],), 2)


@pytest.mark.parametrize("make", [some_deeds, drafted_deeds])
def test_a_journal_cut_at_every_byte_gives_what_stands_before(make: Callable[[], list[Deed]]) -> None:
    done, content = make(), lines(make())
    ends = [number + 1 for number, byte in enumerate(content) if byte == 10]
    for cut in range(len(content)):
        begun, found, lost = replay(content[:cut])
        whole = sum(end <= cut for end in ends)
        assert (begun is not None) == (whole > 0)
        assert found == standing(done[: max(whole - 1, 0)])
        assert lost == (cut not in (0, *ends))


@pytest.mark.parametrize("make", [some_deeds, drafted_deeds])
def test_a_journal_flipped_in_every_third_byte_gives_what_stands_before(
    make: Callable[[], list[Deed]],
) -> None:
    done, content = make(), lines(make())
    for place in range(0, len(content), 3):
        for bit in (1, 128):
            bad = bytearray(content)
            bad[place] ^= bit
            begun, found, lost = replay(bytes(bad))
            broken = content[:place].count(b"\n")
            assert found == standing(done[: max(broken - 1, 0)])
            assert (begun is not None) == (broken > 0)
            assert lost > 0


def test_lines_of_another_journal_do_not_fit() -> None:
    one = lines(some_deeds()).split(b"\n")
    other = lines(some_deeds(), start(this_process())).split(b"\n")
    assert replay(b"\n".join([one[0], *other[1:]]))[1] == ()
    assert replay(b"\n".join([one[0], one[2], one[1], *one[3:]]))[1] == ()


def test_a_right_checksum_over_nonsense_ends_the_reading() -> None:
    content, check = begin(start())
    line, _ = chained(check, '{"act":"jump"}')
    assert replay(content + line) == (start(), (), 1)


@pytest.mark.parametrize(
    "text",
    ["[]", '{"format":"other","format_version":1}', '{"format":"safar-recovery","format_version":2}',
     '{"format":"safar-recovery","format_version":1,"path":1,"process":{}}', "1", "{"],
)  # fmt: skip
def test_a_first_line_of_another_kind_is_not_understood(text: str) -> None:
    line, _ = chained("", text)
    assert replay(line) == (None, (), 1)


def test_only_journals_of_ended_processes_are_offered(tmp_path: Path) -> None:
    ghost = written(tmp_path, name="ghost")
    written(tmp_path, this_process(), "mine")
    written(tmp_path, Process(1, "elsewhere", "Ava"), "theirs")
    broken = tmp_path / f"broken{recovery.SUFFIX}"
    broken.write_bytes(b"rubbish\n")
    os.utime(ghost, (1, 1))
    assert [one.file for one in abandoned(tmp_path)] == [broken, ghost]
    assert list(abandoned(tmp_path / "missing")) == []


def test_what_is_put_away_is_kept(tmp_path: Path) -> None:
    file = written(tmp_path)
    content = file.read_bytes()
    assert put_away(file).read_bytes() == content
    assert list(abandoned(tmp_path)) == []


def test_of_journals_that_hold_nothing_more_the_latest_are_kept(tmp_path: Path) -> None:
    (tmp_path / recovery.KEPT).mkdir()
    only_copy = put_away(written(tmp_path, name="only"))
    os.utime(only_copy, (1, 1))
    for number in range(recovery.MOST_SPARES + 3):
        file = written(tmp_path, name=str(number))
        os.utime(file, (1000 + number, 1000 + number))
        spare = put_away(file, spare=True)
    names = {one.name for one in spare.parent.iterdir()}
    assert names == {only_copy.name, *(f"{n}.spare.recovery" for n in range(3, recovery.MOST_SPARES + 3))}


def kept_ones(folder: Path, *names: str) -> None:
    """Put journals away whose last steps were done in 1970."""
    for name in names:
        file = written(folder, name=name)
        os.utime(file, (1, 1))
        put_away(file)


def test_what_was_put_away_goes_after_a_long_time_once_much_has_come_after_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recovery, "MOST_KEPT", 3)
    folder, day = tmp_path / recovery.KEPT, 24 * 3600
    kept_ones(tmp_path, *"abcde")
    stranger = folder / "notes.txt"
    stranger.write_text("mine")
    for days in (0, recovery.DAYS_KEPT - 1):
        thin(folder, time.time() + days * day)
        assert len(list(folder.iterdir())) == 6, "nothing goes before its time, however much there is"
    later = time.time() + (recovery.DAYS_KEPT + 1) * day
    thin(folder, later)
    assert len(list(folder.glob("*.recovery"))) == 3, "nor the latest, however long they have been there"
    thin(folder, later + 1000 * day)
    assert len(list(folder.iterdir())) == 4
    assert stranger.exists()


def test_what_is_put_away_makes_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recovery, "MOST_KEPT", 1)
    kept_ones(tmp_path, "a", "b")
    later = time.time() + (recovery.DAYS_KEPT + 1) * 24 * 3600
    monkeypatch.setattr(recovery.time, "time", lambda: later)
    put_away(written(tmp_path, name="c"), spare=True)
    left = {one.name for one in (tmp_path / recovery.KEPT).iterdir()}
    assert len(left) == 2
    assert "c.spare.recovery" in left


def test_a_spare_one_that_is_moved_back_and_thrown_away_is_no_longer_spare(tmp_path: Path) -> None:
    kept = put_away(written(tmp_path), spare=True)
    assert put_away(kept.rename(tmp_path / kept.name)).name == "one.recovery"


def test_spare_journals_that_cannot_be_removed_stay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recovery, "MOST_SPARES", 0)
    monkeypatch.setattr(Path, "unlink", failing(errno.EACCES))
    assert put_away(written(tmp_path), spare=True).exists()


def test_the_folders_of_journals_are_synced_as_well(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[Path] = []
    monkeypatch.setattr(journal, "sync_folder", synced.append)
    writer = opened(tmp_path / "safar" / "recovery")
    writer.append(some_deeds()[0])
    assert writer.flush()
    assert synced == [tmp_path, tmp_path / "safar", tmp_path / "safar" / "recovery"]
    writer.close(keep=False)


def test_a_journal_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    for act in (read, put_away):
        with pytest.raises(Trouble):
            act(tmp_path / "missing" / "one.recovery")


class Listener:
    """Hears what keeps deeds from being written."""

    def __init__(self) -> None:
        self.heard: list[str] = []

    def __call__(self, trouble: Trouble | None) -> None:
        self.heard.append(trouble.problem if trouble else "")


def opened(folder: Path, told: Callable[[Trouble | None], None] | None = None) -> Journal:
    return Journal(folder, start, told or Listener())


def only(folder: Path) -> Path:
    (file,) = folder.glob(f"*{recovery.SUFFIX}")
    return file


def test_deeds_are_on_the_disk_after_a_flush(tmp_path: Path) -> None:
    folder = tmp_path / "safar" / "recovery"
    writer = opened(folder)
    assert writer.flush()
    assert (folder.exists(), writer.file) == (False, None)
    for deed in some_deeds():
        writer.append(deed)
    assert writer.flush()
    assert only(folder).read_bytes() == lines(some_deeds())
    assert writer.file == only(folder)
    assert (folder.stat().st_mode & 0o777, only(folder).stat().st_mode & 0o777) == (0o700, 0o600)
    writer.close(keep=False)
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("keep", [True, False])
def test_the_end_of_a_journal(tmp_path: Path, keep: bool) -> None:
    writer = opened(tmp_path)
    writer.close(keep=keep)
    writer.append(some_deeds()[0])
    writer.close(keep=keep)
    writer.close(keep=keep)
    kept = list((tmp_path / recovery.KEPT).glob("*"))
    assert len(kept) == keep
    assert list(abandoned(tmp_path)) == []
    if keep:
        assert read(kept[0]).deeds == tuple(some_deeds()[:1])


def test_a_journal_without_deeds_leaves_no_file(tmp_path: Path) -> None:
    writer = opened(tmp_path)
    writer.rebase(start)
    writer.close(keep=True)
    writer.leave()
    assert list(tmp_path.iterdir()) == []


def test_a_journal_that_is_left_is_offered(tmp_path: Path) -> None:
    writer = opened(tmp_path)
    writer.append(some_deeds()[0])
    writer.leave()
    assert [len(one.deeds) for one in abandoned(tmp_path)] == [1]


@pytest.mark.parametrize("keep", [True, False])
def test_after_a_save_a_new_journal_begins(tmp_path: Path, keep: bool) -> None:
    writer = opened(tmp_path)
    writer.append(some_deeds()[0])
    writer.flush()
    old = only(tmp_path)
    writer.rebase(lambda: start(path=tmp_path / "map.journey"), keep=keep)
    assert writer.flush()
    assert not old.exists()
    assert (tmp_path / recovery.KEPT / old.name).exists() == keep
    writer.append(some_deeds()[1])
    writer.flush()
    found = read(only(tmp_path))
    assert found.start == start(path=tmp_path / "map.journey")
    assert found.deeds == (some_deeds()[1],)
    writer.close(keep=False)


def failing(number: int) -> Callable[..., Any]:
    def fail(*args: object, **kwargs: object) -> Any:
        raise OSError(number, os.strerror(number))

    return fail


@pytest.mark.parametrize("call", ["open", "write", "fsync", "ftruncate", "lseek"])
@pytest.mark.parametrize("first", [True, False])
def test_what_could_not_be_written_is_told_and_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, first: bool
) -> None:
    told, done = Listener(), some_deeds()
    writer = opened(tmp_path, told)
    if not first:
        writer.append(done[0])
        writer.flush()
        call = "write" if call == "open" else call
    with monkeypatch.context() as patch:
        patch.setattr(journal.os, call, failing(errno.ENOSPC))
        writer.append(done[int(not first)])
        assert not writer.flush()
    assert set(told.heard) == {"The disk is full."}
    assert len(list(tmp_path.glob("*"))) == (not first)
    assert writer.flush()
    assert told.heard[-1] == ""
    assert read(only(tmp_path)).deeds == tuple(done[: 2 - first])
    writer.close(keep=False)


def test_short_writes_are_gone_on_with(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    really = os.write
    monkeypatch.setattr(journal.os, "write", lambda descriptor, content: really(descriptor, content[:100]))
    writer = opened(tmp_path)
    for deed in some_deeds():
        writer.append(deed)
    assert writer.flush()
    assert read(only(tmp_path)).deeds == tuple(some_deeds())
    writer.close(keep=False)


def test_a_journal_that_somebody_removes_is_written_anew(tmp_path: Path) -> None:
    writer, done = opened(tmp_path), some_deeds()
    writer.append(done[0])
    writer.flush()
    only(tmp_path).unlink()
    writer.append(done[1])
    assert writer.flush()
    assert read(only(tmp_path)).deeds == tuple(done[:2])
    writer.close(keep=False)


def test_drafts_are_on_the_disk_like_steps(tmp_path: Path) -> None:
    writer, done = opened(tmp_path), drafted_deeds()
    for deed in done:
        writer.append(deed)
        assert writer.flush()
    assert only(tmp_path).read_bytes() == lines(done)
    only(tmp_path).unlink()
    last = Deed("draft", "Edit text", done[0].change)
    writer.append(last)
    assert writer.flush()
    assert replay(only(tmp_path).read_bytes())[1] == standing([*done, last])
    assert len(only(tmp_path).read_bytes().splitlines()) < len(done), "void drafts are not written again"
    writer.close(keep=False)
    assert list(tmp_path.iterdir()) == []


def test_drafts_that_wait_for_the_disk_take_the_place_of_one_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    writer, done = opened(tmp_path), some_deeds()
    draft = [Deed("draft", "Edit text", deed.change) for deed in done]
    with monkeypatch.context() as patch:
        patch.setattr(journal.os, "open", failing(errno.ENOSPC))
        for deed in (draft[0], draft[1], done[0], draft[2], draft[3]):
            writer.append(deed)
        assert not writer.flush()
    assert writer.flush()
    assert only(tmp_path).read_bytes() == lines([done[0], draft[3]])
    writer.close(keep=False)


@pytest.mark.parametrize("error", [Trouble("It is so."), RuntimeError("It is so.")])
def test_whatever_goes_wrong_is_told(tmp_path: Path, error: Exception) -> None:
    told = Listener()

    def broken() -> Start:
        raise error

    writer = Journal(tmp_path, broken, told)
    writer.append(some_deeds()[0])
    assert not writer.flush()
    assert told.heard
    writer.close(keep=True)
