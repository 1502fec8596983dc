"""Steps that are done, undone and done again; gestures that end in one step or in none."""

from __future__ import annotations

import pytest

from editor.history.history import History
from editor.model.change import Change
from editor.model.edits.wording import retitle
from editor.model.fault import Misfit
from editor.model.journey import Journey
from editor.model.records import Owner
from tests.build import journey


def shop() -> Journey:
    return journey("Buy: pay")


def titled(text: str) -> Change:
    """The change that gives the fresh shop another title."""
    return retitle(shop(), "map", text)


def test_a_new_history_has_nothing_to_undo() -> None:
    history = History(shop())
    assert (history.done, history.undone, history.latest) == ((), (), None)
    assert not history.undo()
    assert not history.redo()


def test_undo_and_redo() -> None:
    map_ = shop()
    history = History(map_)
    first = history.do("Name the map", titled("A"))
    history.do("Name it better", retitle(map_, "map", "B"))
    assert history.done == ("Name the map", "Name it better")
    assert history.undo() == retitle(map_, "map", "B").inverse()
    assert map_.map.title == "A"
    assert (history.done, history.undone) == (("Name the map",), ("Name it better",))
    assert history.undo() == first.inverse()
    assert map_ == shop()
    assert history.undone == ("Name it better", "Name the map")
    assert history.redo() == first
    history.redo()
    assert map_.map.title == "B"


def test_a_new_step_forgets_what_was_undone() -> None:
    map_ = shop()
    history = History(map_)
    history.do("A", titled("A"))
    history.undo()
    history.do("B", titled("B"))
    assert history.undone == ()
    assert not history.redo()


def test_an_empty_change_is_no_step() -> None:
    history = History(shop())
    history.do("A", titled("A"))
    history.undo()
    assert not history.do("Nothing", Change())
    assert (history.done, history.undone) == ((), ("A",))


def test_a_change_that_does_not_fit_is_no_step() -> None:
    history = History(shop())
    with pytest.raises(Misfit):
        history.do("Twice", Change(added={"card-pay": Owner("card-pay")}))
    assert history.done == ()


def test_the_latest_step_tells_states_apart() -> None:
    map_ = shop()
    history = History(map_)
    history.do("A", titled("A"))
    state = history.latest
    history.undo()
    assert history.latest is not state
    history.redo()
    assert history.latest is state
    history.undo()
    history.do("A", titled("A"))
    assert history.latest is not state


class TestGesture:
    def test_previews_replace_one_another(self) -> None:
        map_ = shop()
        gesture = History(map_).gesture("Drag")
        assert gesture.preview(titled("A")) == titled("A")
        net = gesture.preview(titled("B"))
        assert [(old.title, new.title) for old, new in net.updated.values()] == [("A", "B")]  # type: ignore[union-attr]
        assert map_.map.title == "B"

    def test_a_preview_can_be_planned_from_the_start_state(self) -> None:
        map_ = shop()
        gesture = History(map_).gesture("Drag")
        for n in range(3):
            gesture.preview(lambda start, n=n: retitle(start, "map", f"{start.map.title}{n}"))
        assert map_.map.title == "2"

    def test_the_same_preview_again_changes_nothing(self) -> None:
        map_ = shop()
        gesture = History(map_).gesture("Drag")
        gesture.preview(titled("A"))
        record = map_.map
        assert not gesture.preview(titled("A"))
        assert map_.map is record

    def test_commit_is_one_step(self) -> None:
        map_ = shop()
        history = History(map_)
        gesture = history.gesture("Drag")
        gesture.preview(titled("A"))
        gesture.preview(titled("B"))
        assert history.done == ()
        assert gesture.commit() == titled("B")
        assert gesture.over
        assert history.done == ("Drag",)
        history.undo()
        assert map_ == shop()

    def test_cancel_puts_everything_back(self) -> None:
        map_ = shop()
        history = History(map_)
        history.do("Z", titled("Z"))
        history.undo()
        gesture = history.gesture("Drag")
        gesture.preview(titled("A"))
        assert gesture.cancel() == titled("A").inverse()
        assert map_ == shop()
        assert (history.done, history.undone) == ((), ("Z",))

    def test_a_gesture_without_effect_is_no_step(self) -> None:
        history = History(shop())
        gesture = history.gesture("Drag")
        gesture.preview(titled("A"))
        gesture.preview(Change())
        gesture.commit()
        history.gesture("Click").cancel()
        assert history.done == ()

    def test_a_preview_that_fails_leaves_the_last_one(self) -> None:
        map_ = shop()
        gesture = History(map_).gesture("Drag")
        gesture.preview(titled("A"))
        for bad in (
            Change(added={"card-pay": Owner("card-pay")}),
            lambda start: retitle(start, "nobody", "x"),
        ):
            with pytest.raises((Misfit, KeyError)):
                gesture.preview(bad)
        assert map_.map.title == "A"
        gesture.cancel()
        assert map_ == shop()

    def test_it_ends_once(self) -> None:
        gesture = History(shop()).gesture("Drag")
        gesture.commit()
        for again in (gesture.commit, gesture.cancel, lambda: gesture.preview(Change())):
            with pytest.raises(RuntimeError, match="over"):
                again()

    def test_nothing_else_happens_meanwhile(self) -> None:
        history = History(shop())
        history.do("A", titled("A"))
        history.undo()
        gesture = history.gesture("Drag")
        assert history.gesture_open
        for other in (lambda: history.do("B", titled("B")), lambda: history.gesture("Other")):
            with pytest.raises(RuntimeError, match="under way"):
                other()
        assert not history.redo()
        gesture.cancel()
        assert not history.gesture_open

    def test_undo_meanwhile_cancels_it(self) -> None:
        map_ = shop()
        history = History(map_)
        gesture = history.gesture("Drag")
        gesture.preview(titled("A"))
        assert history.undo() == titled("A").inverse()
        assert gesture.over
        assert (map_, history.done) == (shop(), ())


def test_witnesses_are_told_deeds_and_no_previews() -> None:
    map_, seen = shop(), []
    history = History(map_)
    history.follow(lambda deed: seen.append((deed.act, deed.label, deed.change)))
    named = history.do("Name the map", titled("A"))
    history.do("Nothing", Change())
    history.undo()
    history.undo()
    history.redo()
    history.redo()
    gesture = history.gesture("Drag")
    gesture.preview(retitle(map_, "map", "B"))
    history.undo()
    gesture = history.gesture("Drag")
    gesture.preview(retitle(map_, "map", "C"))
    dragged = gesture.commit()
    assert seen == [
        ("do", "Name the map", named), ("undo", "Name the map", named.inverse()),
        ("redo", "Name the map", named), ("do", "Drag", dragged),
    ]  # fmt: skip


def test_another_history_repeats_what_was_told() -> None:
    map_, twin, deeds = shop(), shop(), []
    history, other = History(map_), History(twin)
    history.follow(deeds.append)
    history.do("Name the map", titled("A"))
    history.do("Name it better", retitle(map_, "map", "B"))
    history.undo()
    history.undo()
    history.redo()
    for deed in deeds:
        other.repeat(deed)
    assert (twin, other.done, other.undone) == (map_, history.done, history.undone)


def test_what_was_done_before_is_undone_as_a_step_of_its_own() -> None:
    map_, deeds = shop(), []
    history = History(map_)
    history.do("Name the map", titled("A"))
    other = History(journey("Buy: pay", title="A"))
    history.follow(deeds.append)
    history.undo()
    history.redo()
    for deed in deeds:
        other.repeat(deed)
    assert other.done == ("Name the map", "Name the map")


class TestDrafts:
    """What is still being written is told, so that a crash does not take it; it changes nothing."""

    @staticmethod
    def told(history: History) -> list[tuple[str, str, Change]]:
        seen: list[tuple[str, str, Change]] = []
        history.follow(lambda deed: seen.append((deed.act, deed.label, deed.change)))
        return seen

    def test_a_gesture_tells_what_it_would_keep_and_shows_what_it_shows(self) -> None:
        map_ = shop()
        history = History(map_)
        seen = self.told(history)
        gesture = history.gesture("Write")
        gesture.preview(titled("A "))
        record = map_.map
        gesture.draft(lambda start: retitle(start, "map", start.map.title + "A"))
        assert map_.map is record
        assert seen == [("draft", "Write", titled("A"))]
        assert history.drafted is not None
        assert (history.done, history.drafted.change) == ((), titled("A"))

    def test_the_same_draft_is_told_once(self) -> None:
        history = History(shop())
        seen = self.told(history)
        gesture = history.gesture("Write")
        for change in (Change(), titled("A"), titled("A"), Change(), Change()):
            gesture.draft(change)
        assert seen == [("draft", "Write", titled("A")), ("draft", "Write", Change())]

    def test_a_step_takes_the_place_of_its_draft(self) -> None:
        history = History(shop())
        seen = self.told(history)
        gesture = history.gesture("Write")
        gesture.preview(titled("A"))
        gesture.draft(titled("A"))
        gesture.commit()
        assert [act for act, _, _ in seen] == ["draft", "do"]
        assert history.drafted is None

    @pytest.mark.parametrize("ended", ["cancel", "commit", "undo"])
    def test_a_gesture_that_leaves_nothing_takes_its_draft_back(self, ended: str) -> None:
        history = History(shop())
        seen = self.told(history)
        gesture = history.gesture("Write")
        gesture.draft(titled("A"))
        history.undo() if ended == "undo" else getattr(gesture, ended)()
        assert seen[1:] == [("draft", "Write", Change())]
        assert history.drafted is None
        history.gesture("Write").cancel()
        assert len(seen) == 2

    def test_a_draft_that_does_not_fit_is_not_told(self) -> None:
        map_ = shop()
        history = History(map_)
        seen = self.told(history)
        bad = Change(added={"card-pay": Owner("card-pay")})
        with pytest.raises(Misfit):
            history.draft("Write", bad)
        gesture = history.gesture("Write")
        gesture.preview(titled("A"))
        with pytest.raises(Misfit):
            gesture.draft(bad)
        assert (map_.map.title, seen) == ("A", [])
        gesture.commit()
        with pytest.raises(RuntimeError, match="over"):
            gesture.draft(titled("B"))

    def test_drafts_without_a_gesture(self) -> None:
        map_ = shop()
        history = History(map_)
        seen = self.told(history)
        history.draft("Write", titled("A"))
        assert (map_, history.done) == (shop(), ())
        history.draft("Write", Change())
        history.draft("Write", titled("B"))
        history.do("Write", titled("C"))
        history.undo()
        assert [act for act, _, _ in seen] == ["draft", "draft", "draft", "do", "undo"]
        history.gesture("Drag")
        with pytest.raises(RuntimeError, match="under way"):
            history.draft("Write", titled("A"))
