"""Recovery of sessions: what was done before a crash is offered, opened unsaved, and never removed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from editor.files import recovery
from editor.files.format import dumps
from editor.history.steps import Deed
from editor.model.change import Change
from editor.model.edits.wording import retitle
from editor.model.journey import Journey
from editor.model.records import Owner
from editor.model.trouble import Trouble
from editor.picture.frame import Frame, Picture
from editor.session.bench import Bench
from editor.session.gesture import SessionGesture
from editor.session.recovering import Recoverable, Recovery
from editor.session.session import Session
from tests.build import journey

ROOT = Path(__file__).parents[2]


def drawn(shop: Journey) -> Picture:
    return Picture(Frame(0, 0, 100, 50), title=shop.map.title)


def name(session: Session, title: str) -> None:
    session.do("Name the map", retitle(session.journey, "map", title))


def written(session: Session, *titles: str) -> SessionGesture:
    """Write the map's name as in place: each text is shown and drafted."""
    writing = session.gesture("Edit text")
    for title in titles:
        writing.preview(lambda shop, title=title: retitle(shop, "map", title))
        writing.draft(lambda shop, title=title: retitle(shop, "map", title.strip()))
    return writing


def saved(tmp_path: Path) -> Path:
    path = tmp_path / "shop.journey"
    path.write_bytes(dumps(journey("Buy: pay").records()))
    return path


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Recovery:
    """A recovery that takes this very process for one that has ended."""
    monkeypatch.setattr(recovery, "lives", lambda process: False)
    return Recovery(tmp_path / "recovery")


def only(desk: Recovery) -> Recoverable:
    (found,) = desk.found()
    return found


def crashed(desk: Recovery, session: Session, *titles: str) -> None:
    """Name the map time and again, and leave it there."""
    recorder = desk.record(session)
    for title in titles:
        name(session, title)
    session.undo()
    session.redo()
    assert recorder.flush()


def test_nothing_is_offered_where_nothing_was_left(desk: Recovery, tmp_path: Path) -> None:
    assert desk.found() == ()
    session = Session.open(saved(tmp_path), drawn)
    recorder = desk.record(session)
    name(session, "A")
    session.save()
    recorder.close()
    assert desk.found() == ()
    assert not list((tmp_path / "recovery").rglob("*.recovery"))


def test_what_a_crash_left_is_offered_and_opened(desk: Recovery, tmp_path: Path) -> None:
    path = saved(tmp_path)
    before = path.read_bytes()
    crashed(desk, Session.open(path, drawn), "A", "B", "C")
    found = only(desk)
    assert (found.title, found.path, found.steps, found.lost, found.readable) == ("C", path, 5, 0, True)
    assert desk.preview(found).map.title == "C"
    session, recorder = desk.open(found, drawn)
    assert (session.title, session.path, session.dirty) == ("C", path, True)
    assert session.history.done == ("Name the map",) * 3
    assert path.read_bytes() == before
    session.undo()
    assert session.title == "B"
    session.save()
    recorder.close()
    assert Session.open(path, drawn).title == "B"
    assert desk.found() == ()
    (kept,) = (tmp_path / "recovery" / "kept").iterdir()
    assert kept.name.endswith(".spare.recovery")


def test_recovery_survives_a_crash_of_its_own(desk: Recovery, tmp_path: Path) -> None:
    crashed(desk, Session.open(saved(tmp_path), drawn), "A")
    session, recorder = desk.open(only(desk), drawn)
    name(session, "B")
    recorder.flush()
    assert (only(desk).title, only(desk).steps) == ("B", 4)
    again, _ = desk.open(only(desk), drawn)
    assert again.history.done == ("Name the map",) * 2


def test_a_map_that_was_never_saved(desk: Recovery) -> None:
    crashed(desk, Session(journey("Buy: pay"), drawn), "A")
    assert (only(desk).title, only(desk).path) == ("A", None)
    session, _ = desk.open(only(desk), drawn)
    assert (session.title, session.path, session.dirty) == ("A", None, True)


def test_a_file_that_changed_since_is_not_overwritten(desk: Recovery, tmp_path: Path) -> None:
    path = saved(tmp_path)
    crashed(desk, Session.open(path, drawn), "A")
    path.write_bytes(dumps(journey("Buy: pay", title="Theirs").records()))
    session, _ = desk.open(only(desk), drawn, guarded=True)
    assert session.title == "A"
    assert session.changed_on_disk()
    with pytest.raises(Trouble, match="Another program"):
        session.save()
    session.close()


def test_a_file_that_is_gone_is_made_again(desk: Recovery, tmp_path: Path) -> None:
    path = saved(tmp_path)
    crashed(desk, Session.open(path, drawn), "A")
    path.unlink()
    session, _ = desk.open(only(desk), drawn)
    session.save()
    assert Session.open(path, drawn).title == "A"


def test_a_crash_right_after_a_save_leaves_nothing_to_recover(desk: Recovery, tmp_path: Path) -> None:
    path = saved(tmp_path)
    session = Session.open(path, drawn)
    crashed(desk, session, "A")
    path.write_bytes(dumps(session.journey.records()))
    assert desk.found() == ()
    (kept,) = (tmp_path / "recovery" / "kept").iterdir()
    assert kept.name.endswith(".spare.recovery")


def test_what_was_left_stays_until_it_is_written_again(
    desk: Recovery, monkeypatch: pytest.MonkeyPatch
) -> None:
    crashed(desk, Session(journey("Buy: pay"), drawn), "A")
    found = only(desk)

    def fail(descriptor: int) -> None:
        raise OSError(28, "full")

    with monkeypatch.context() as patch:
        patch.setattr("editor.files.journal.os.fsync", fail)
        _, recorder = desk.open(found, drawn)
    assert found.file.exists()
    assert recorder.flush()


def test_what_is_discarded_is_kept(desk: Recovery, tmp_path: Path) -> None:
    crashed(desk, Session(journey("Buy: pay"), drawn), "A")
    file = desk.discard(only(desk))
    assert file.parent == tmp_path / "recovery" / "kept"
    assert desk.found() == ()


@pytest.mark.parametrize("act", ["close", "leave"])
def test_unsaved_work_outlives_the_window(desk: Recovery, tmp_path: Path, act: str) -> None:
    session = Session.open(saved(tmp_path), drawn)
    recorder = desk.record(session)
    name(session, "A")
    for _ in range(2):
        recorder.close() if act == "close" else recorder.leave()
    name(session, "B")
    assert [one.title for one in desk.found()] == (["A"] if act == "leave" else [])
    assert len(list((tmp_path / "recovery").rglob("*.recovery"))) == 1


def test_saved_work_leaves_no_journal(desk: Recovery, tmp_path: Path) -> None:
    session = Session.open(saved(tmp_path), drawn)
    recorder = desk.record(session)
    name(session, "A")
    session.undo()
    recorder.leave()
    assert not list((tmp_path / "recovery").rglob("*.recovery"))


def test_a_recorder_knows_its_file(desk: Recovery, tmp_path: Path) -> None:
    session = Session.open(saved(tmp_path), drawn)
    recorder = desk.record(session)
    assert recorder.file is None
    name(session, "A")
    assert recorder.flush()
    assert recorder.file == only(desk).file
    session.save()
    assert recorder.flush()
    assert recorder.file is None
    recorder.close()


def test_reloading_keeps_what_was_done(desk: Recovery, tmp_path: Path) -> None:
    path = saved(tmp_path)
    session = Session.open(path, drawn)
    recorder = desk.record(session)
    name(session, "A")
    path.write_bytes(dumps(journey("Buy: pay", title="Theirs").records()))
    session.reload()
    assert recorder.flush()
    assert desk.found() == ()
    (kept,) = (tmp_path / "recovery" / "kept").iterdir()
    assert len(recovery.read(kept).deeds) == 2
    recorder.close()


def test_a_journal_of_which_nothing_is_whole(desk: Recovery, tmp_path: Path) -> None:
    (tmp_path / "recovery").mkdir()
    file = tmp_path / "recovery" / "bad.recovery"
    file.write_bytes(b"rubbish\n")
    found = only(desk)
    assert (found.readable, found.title, found.lost) == (False, "", 1)
    for act in (lambda: desk.open(found, drawn), lambda: desk.preview(found)):
        with pytest.raises(Trouble, match="cannot be read"):
            act()
    assert file.read_bytes() == b"rubbish\n"


def test_a_journal_on_a_map_that_is_none(desk: Recovery, tmp_path: Path) -> None:
    session = Session(journey("Buy: pay"), drawn)
    crashed(desk, session, "A")
    found = recovery.read(only(desk).file)
    assert found.start is not None
    line, _ = recovery.begin(recovery.Start(None, "", b"{}", found.start.process, found.start.began))
    found.file.write_bytes(line)
    assert not only(desk).readable


def test_steps_that_do_not_fit_end_the_recovery(desk: Recovery, tmp_path: Path) -> None:
    session = Session(journey("Buy: pay"), drawn)
    crashed(desk, session, "A", "B")
    file = only(desk).file
    found = recovery.read(file)
    assert found.start is not None
    content, check = recovery.begin(found.start)
    for deed in (found.deeds[0], found.deeds[0], found.deeds[1]):
        line, check = recovery.chained(check, recovery.deeds.packed(deed))
        content += line
    file.write_bytes(content)
    session, _ = desk.open(only(desk), drawn)
    assert session.history.done == ("Name the map",)
    (kept,) = (file.parent / "kept").iterdir()
    assert kept.name == file.name


def test_what_was_being_written_is_offered_and_is_one_step(desk: Recovery, tmp_path: Path) -> None:
    path = saved(tmp_path)
    session = Session.open(path, drawn)
    recorder = desk.record(session)
    name(session, "A")
    written(session, "A long", "A long story ")
    assert recorder.flush()
    found = only(desk)
    assert (found.title, found.steps, found.lost) == ("A long story", 2, 0)
    assert desk.preview(found).map.title == "A long story"
    session, recorder = desk.open(found, drawn)
    assert (session.title, session.dirty) == ("A long story", True)
    assert session.history.done == ("Name the map", "Edit text")
    assert only(desk).steps == 2, "the new journal holds it as a step"
    session.undo()
    assert session.title == "A"
    session.redo()
    assert session.title == "A long story"
    recorder.close()
    assert [one.name for one in (tmp_path / "recovery" / "kept").glob("*.spare.recovery")] == [
        f"{found.file.stem}.spare.recovery"
    ]


@pytest.mark.parametrize("known", [True, False])
def test_a_text_that_is_all_that_was_done_is_offered(desk: Recovery, tmp_path: Path, known: bool) -> None:
    session = Session.open(saved(tmp_path), drawn) if known else Session(journey("Buy: pay"), drawn)
    recorder = desk.record(session)
    written(session, "A")
    assert recorder.flush()
    assert (only(desk).title, only(desk).steps, only(desk).path is not None) == ("A", 1, known)
    session, _ = desk.open(only(desk), drawn)
    assert (session.title, session.history.done) == ("A", ("Edit text",))


@pytest.mark.parametrize("known", [True, False])
def test_a_text_that_was_given_up_is_not_offered(desk: Recovery, tmp_path: Path, known: bool) -> None:
    session = Session.open(saved(tmp_path), drawn) if known else Session(journey("Buy: pay"), drawn)
    recorder = desk.record(session)
    written(session, "A", "B").cancel()
    assert recorder.flush()
    assert len(list((tmp_path / "recovery").glob("*.recovery"))) == 1
    assert desk.found() == ()
    (kept,) = (tmp_path / "recovery" / "kept").iterdir()
    assert kept.name.endswith(".spare.recovery")


@pytest.mark.parametrize("act", ["close", "leave"])
def test_an_orderly_end_leaves_no_draft(desk: Recovery, tmp_path: Path, act: str) -> None:
    session = Session.open(saved(tmp_path), drawn)
    recorder = desk.record(session)
    written(session, "A").cancel()
    assert recorder.flush()
    getattr(recorder, act)()
    assert not list((tmp_path / "recovery").rglob("*.recovery"))


def test_a_text_that_was_kept_is_one_step(desk: Recovery) -> None:
    session = Session(journey("Buy: pay"), drawn)
    recorder = desk.record(session)
    written(session, "A", "B").commit()
    assert recorder.flush()
    session, _ = desk.open(only(desk), drawn)
    assert (session.title, session.history.done) == ("B", ("Edit text",))


def test_what_is_written_on_during_a_save_is_in_the_new_journal(desk: Recovery, tmp_path: Path) -> None:
    path = saved(tmp_path)
    session = Session.open(path, drawn)
    recorder, bench = desk.record(session), Bench(session)
    name(session, "A")
    bench.draft("Edit text", lambda shop: retitle(shop, "map", "A long story"))
    session.save()
    assert recorder.flush()
    assert Session.open(path, drawn).title == "A"
    session, _ = desk.open(only(desk), drawn)
    assert (session.title, session.history.done) == ("A long story", ("Edit text",))


def test_a_draft_that_does_not_fit_takes_nothing_else_along(desk: Recovery) -> None:
    crashed(desk, Session(journey("Buy: pay"), drawn), "A")
    file = only(desk).file
    content = file.read_bytes()
    strangers = retitle(journey("Buy: pay", title="Theirs"), "map", "Mine")
    check = content.splitlines()[-1].split(b" ")[0].decode()
    line, _ = recovery.chained(check, recovery.deeds.packed(Deed("draft", "Edit text", strangers)))
    file.write_bytes(content + line)
    assert (only(desk).title, only(desk).lost) == ("A", 0)
    session, _ = desk.open(only(desk), drawn)
    assert (session.title, session.history.done) == ("A", ("Name the map",))
    (kept,) = (file.parent / "kept").iterdir()
    assert kept.name == file.name, "who wants the draft after all finds it in the old journal"


def test_what_would_be_refused_is_not_drafted() -> None:
    session = Session(journey("Buy: pay"), drawn)
    bench, seen = Bench(session), list[Deed]()
    session.history.follow(seen.append)
    bad = Change(added={"card-pay": Owner("card-pay")})
    good = retitle(session.journey, "map", "A")
    bench.draft("Edit text", lambda _: bad)
    assert seen == []
    bench.draft("Edit text", lambda _: good)
    bench.draft("Edit text", lambda _: bad)
    assert [deed.change for deed in seen] == [good, Change()]
    writing = bench.gesture("Edit text")
    bench.draft("Edit text", lambda _: good)
    for plan in (bad, good, bad, good, None):
        writing.draft(plan)
    assert [deed.change for deed in seen[2:]] == [good, Change(), good, Change()]


def test_the_first_thing_that_is_done_may_be_a_draft() -> None:
    session, ready = Session(journey("Buy: pay"), drawn), list[str]()
    session.before_edit(lambda: ready.append("ready"))
    Bench(session).draft("Edit text", None)
    assert ready == ["ready"]


def test_what_keeps_the_journal_from_being_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "recovery").write_bytes(b"in the way")
    told: list[Trouble | None] = []
    session = Session(journey("Buy: pay"), drawn)
    recorder = Recovery(tmp_path / "recovery").record(session, told.append)
    name(session, "A")
    assert not recorder.flush()
    assert recorder.trouble is not None
    others: list[Trouble | None] = []
    recorder.tell(others.append)
    assert others == [recorder.trouble]
    (tmp_path / "recovery").unlink()
    assert recorder.flush()
    assert recorder.trouble is None
    assert others[-1] is None
    recorder.tell(told.append)
    assert told[-1] is not None


def test_acknowledged_steps_outlive_a_kill(tmp_path: Path) -> None:
    path = saved(tmp_path)
    code = (
        "import os, sys; from pathlib import Path\n"
        "from tests.session.test_recovering import Recovery, Session, drawn, name\n"
        "session = Session.open(Path(sys.argv[1]), drawn, guarded=True)\n"
        "recorder = Recovery(Path(sys.argv[2])).record(session)\n"
        "name(session, 'A'); name(session, 'B'); recorder.flush(); os.kill(os.getpid(), 9)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(path), str(tmp_path / "recovery")], cwd=ROOT, check=False
    )
    assert done.returncode == -9
    desk = Recovery(tmp_path / "recovery")
    session, recorder = desk.open(only(desk), drawn, guarded=True)
    assert (session.title, session.read_only, session.holder) == ("B", False, None)
    session.save()
    recorder.close()
    session.close()
    assert sorted(one.name for one in tmp_path.iterdir()) == ["recovery", "shop.journey", "shop.journey~"]
