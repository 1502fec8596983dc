"""One open journey: what it tells, saves and refuses."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from editor.files.format import dumps
from editor.model.change import Change
from editor.model.edits.wording import retitle
from editor.model.fault import Misfit
from editor.model.journey import Journey
from editor.model.records import Owner, Stage
from editor.model.trouble import Trouble
from editor.picture.frame import Frame, Picture
from editor.session import session as session_module
from editor.session.session import Session
from tests.build import journey

ROOT = Path(__file__).parents[2]


class Drawing:
    """A layout that counts how often it was asked."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self, shop: Journey) -> Picture:
        self.times += 1
        return Picture(Frame(0, 0, 100, 50), title=shop.map.title)


def saved(tmp_path: Path, name: str = "shop.journey", **of_map: object) -> Path:
    path = tmp_path / name
    path.write_bytes(dumps(journey("Buy: pay", **of_map).records()))
    return path


def opened(tmp_path: Path, **of_map: object) -> Session:
    return Session.open(saved(tmp_path, **of_map), Drawing())


def title(session: Session, text: str) -> Change:
    return session.do("Name the map", retitle(session.journey, "map", text))


def test_a_session_knows_its_file(tmp_path: Path) -> None:
    session = opened(tmp_path, title="Shoes")
    assert session.path == tmp_path / "shop.journey"
    assert (session.title, session.state, session.dirty, session.read_only) == ("Shoes", "ok", False, False)


def test_the_title_falls_back_on_the_file_name(tmp_path: Path) -> None:
    assert opened(tmp_path).title == "shop"
    assert Session(journey(), Drawing()).title == ""


def test_a_session_from_a_template_has_no_file(tmp_path: Path) -> None:
    session = Session.from_template(saved(tmp_path, title="Template"), Drawing())
    assert (session.path, session.title, session.dirty) == (None, "Template", False)
    with pytest.raises(Trouble, match="no file yet"):
        session.save()


def test_the_picture_is_drawn_once_per_change(tmp_path: Path) -> None:
    layout = Drawing()
    session = Session.open(saved(tmp_path), layout)
    assert session.picture is session.picture
    title(session, "A")
    assert (session.picture.title, layout.times) == ("A", 2)
    session.undo()
    assert (session.picture.title, layout.times) == ("", 3)
    session.save()
    assert session.picture.title == ""
    assert layout.times == 3


def test_dirty_means_other_than_the_file(tmp_path: Path) -> None:
    session = opened(tmp_path)
    title(session, "A")
    assert session.dirty
    session.undo()
    assert not session.dirty
    session.redo()
    session.save()
    assert not session.dirty
    session.undo()
    assert session.dirty
    assert Session.open(tmp_path / "shop.journey", Drawing()).title == "A"


def test_saving_under_another_name(tmp_path: Path) -> None:
    session = opened(tmp_path)
    title(session, "A")
    session.save_copy(tmp_path / "copy.journey")
    assert session.dirty
    assert session.path == tmp_path / "shop.journey"
    session.save(tmp_path / "other.journey")
    assert not session.dirty
    assert session.path == tmp_path / "other.journey"
    assert (tmp_path / "copy.journey").read_bytes() == (tmp_path / "other.journey").read_bytes()


def test_a_failed_save_keeps_everything(tmp_path: Path) -> None:
    session = opened(tmp_path)
    title(session, "A")
    with pytest.raises(Trouble, match="no such folder"):
        session.save(tmp_path / "missing" / "shop.journey")
    assert session.dirty
    assert session.path == tmp_path / "shop.journey"


def test_observers_are_told_every_change(tmp_path: Path) -> None:
    session = opened(tmp_path)
    told: list[Change] = []
    end = session.subscribe(told.append)
    change = title(session, "A")
    session.undo()
    session.redo()
    assert told == [change, change.inverse(), change]
    session.save()
    assert told[3:] == [Change()]
    end()
    end()
    session.undo()
    assert len(told) == 4


def test_observers_see_the_journey_as_it_is_then(tmp_path: Path) -> None:
    session, seen = opened(tmp_path), []
    session.subscribe(lambda change: seen.append((session.journey.map.title, session.picture.title)))
    title(session, "A")
    assert seen == [("A", "A")]


def test_a_gesture_tells_each_preview(tmp_path: Path) -> None:
    session, told = opened(tmp_path), []
    session.subscribe(told.append)
    gesture = session.gesture("Drag")
    gesture.preview(lambda start: retitle(start, "map", "A"))
    gesture.preview(lambda start: retitle(start, "map", "A"))
    gesture.preview(lambda start: retitle(start, "map", "B"))
    assert len(told) == 2
    assert not session.dirty
    assert not gesture.over
    gesture.commit()
    assert gesture.over
    assert session.dirty
    assert told[2:] == [Change()]
    assert session.history.done == ("Drag",)
    other = session.gesture("Drag again")
    other.preview(retitle(session.journey, "map", "C"))
    other.cancel()
    assert session.journey.map.title == "B"
    assert session.history.done == ("Drag",)


def test_a_change_that_does_not_fit_is_told_to_nobody(tmp_path: Path) -> None:
    session, told = opened(tmp_path), []
    session.subscribe(told.append)
    with pytest.raises(Misfit):
        session.do("Twice", Change(added={"card-pay": Owner("card-pay")}))
    assert told == []
    assert not session.dirty


def test_a_newer_file_is_only_looked_at(tmp_path: Path) -> None:
    path = saved(tmp_path)
    path.write_bytes(path.read_bytes().replace(b'"format_version":1', b'"format_version":9'))
    before = path.read_bytes()
    session = Session.open(path, Drawing())
    assert session.read_only
    for act in (
        lambda: title(session, "A"), lambda: session.gesture("Drag"), session.save,
        lambda: session.save(tmp_path / "other.journey"),
    ):  # fmt: skip
        with pytest.raises(Trouble, match="newer version") as caught:
            act()
        assert caught.value.place == str(path)
    assert path.read_bytes() == before
    assert not session.undo()


def test_a_damaged_file_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "bad.journey"
    path.write_bytes(b"{")
    with pytest.raises(Trouble, match="cannot be read as a journey"):
        Session.open(path, Drawing())


def test_the_usual_layout_draws(tmp_path: Path) -> None:
    session = Session.open(saved(tmp_path, title="Shoes"))
    assert session.picture.title == "Shoes"
    assert session.picture.width > 100
    assert len(session.journey.all(Stage)) == 1


def test_a_session_needs_no_widgets() -> None:
    code = (
        "import sys; from editor.session import session, exporting, pathsafe\n"
        "bad = {'PySide6', 'reportlab', 'networkx'} & set(sys.modules)\n"
        "print(*bad); sys.exit(len(bad))"
    )
    found = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert found.returncode == 0, found.stdout + found.stderr


def test_what_could_not_be_opened_again_is_not_saved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    session = Session(journey("Learn: ad"), lambda _: None)  # type: ignore[arg-type, return-value]
    monkeypatch.setattr(session_module, "LARGEST_FILE", 10)
    for save in (session.save, session.save_copy):
        with pytest.raises(Trouble, match=r"larger than 40 MB\. Take pictures away"):
            save(tmp_path / "a.journey")
    assert list(tmp_path.iterdir()) == []
