"""The outline: what it lists, and how things are moved in it by mouse and keyboard."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, Qt

from editor.model.change import Change
from editor.model.edits.removing import remove
from editor.model.edits.wording import retitle
from editor.model.ids import Ids
from editor.model.records import Card, Lane, Owner, Stage, Step
from editor.session.plans import Plans
from editor.window.outline import Outline
from editor.window.outline_model import LANES
from editor.window.outline_moves import END, landing, nudged
from tests.build import TOUCHPOINTS, journey
from tests.window.desk import show_map

MOVE = Qt.DropAction.MoveAction


def shop():
    """Three stages: one of two steps, one of a titled step with cards in two lanes, one of a single step."""
    return journey(
        "Learn: ad, search > Buy: shop + pay > Wait",
        Lane("lane-pains", "a5", "pain_points", "Pains"),
        Lane("lane-last", "a6", "text"),
        Card("card-slow", "a0", "lane-pains", "step-buy-1", "slow"),
        Card("card-dear", "a1", "lane-pains", "step-buy-1", "dear"),
        Owner("owner-1", "a0", "Support"),
    )


@pytest.fixture
def rich():
    return shop()


@pytest.fixture
def outline(qtbot, rich):
    made = Outline(rich, movable=True)
    qtbot.addWidget(made)
    return made


def lines(model, over=None) -> list[str]:
    parent = model.index_of(over) if over else model.index(-1, 0)
    return [model.index(row, 0, parent).data() for row in range(model.rowCount(parent))]


def test_it_lists_stages_steps_cards_and_lanes(outline):
    model = outline.model()
    assert lines(model) == ["Learn", "Buy", "Wait", "Lanes"]
    assert lines(model, "stage-learn") == ["Step 1", "Step 2"]
    assert lines(model, "step-learn-2") == ["search"]
    assert lines(model, "stage-buy") == ["shop", "pay", "slow", "dear"]
    assert lines(model, LANES) == ["Touchpoints", "Pains", "Text"]
    assert not model.hasChildren(model.index_of("stage-wait"))
    assert not model.hasChildren(model.index_of("card-ad"))


def test_every_line_knows_what_it_stands_under(outline):
    model = outline.model()
    for key, over in {
        "card-ad": "step-learn-1", "step-learn-1": "stage-learn", "card-pay": "stage-buy",
        "stage-buy": "", "lane-pains": LANES, LANES: "",
    }.items():  # fmt: skip
        assert model.key(model.index_of(key)) == key
        assert model.key(model.parent(model.index_of(key))) == over
    for nowhere in ("owner-1", "gone", "step-buy-1"):
        assert not model.index_of(nowhere).isValid()


def test_it_passes_qts_own_model_check(outline, qtmodeltester):
    qtmodeltester.check(outline.model())


def test_what_was_open_and_current_stays_so(outline, rich):
    outline.mark("card-ad")
    outline.expand(outline.model().index_of(LANES))
    change = retitle(rich, "card-ad", "Poster")
    rich.apply(change)
    outline.take(change)
    assert outline.opened() == ["stage-learn", "step-learn-1", LANES]
    assert outline.currentIndex().data() == "Poster"
    change = remove(rich, ["stage-learn"])
    rich.apply(change)
    outline.take(change)
    assert outline.opened() == [LANES]
    assert not outline.currentIndex().isValid()


def test_it_stands_still_for_changes_it_does_not_show(qtbot, outline, rich):
    change = retitle(rich, "owner-1", "Help desk")
    with qtbot.assertNotEmitted(outline.model().modelReset):
        outline.take(change)


def test_it_follows_a_gesture_when_it_rests(qtbot, outline, rich):
    outline.mark("card-slow")
    outline.expand(outline.model().index_of("stage-learn"))
    start = rich.one(Card, "card-slow")
    with qtbot.waitSignal(outline.model().modelReset):
        for step in ("step-learn-1", "step-learn-2"):
            change = Change(updated={start.id: (rich.one(Card, start.id), replace(start, step=step))})
            rich.apply(change)
            outline.take(change, moving=True)
            gone = remove(rich, ["step-learn-1"]) if step == "step-learn-2" else None
        rich.apply(gone)
        outline.take(gone, moving=True)
        assert lines(outline.model(), "stage-learn")
        outline.grab()
    assert lines(outline.model(), "stage-learn") == ["search", "slow"]
    assert outline.currentIndex().data() == "slow"


def test_what_has_no_words_says_so(qtbot):
    outline = Outline(journey("Learn: ad", Stage("stage-9", "z9", ""), Step("step-9", "a0", "stage-9")))
    qtbot.addWidget(outline)
    assert lines(outline.model()) == ["Learn", "(no words yet)", "Lanes"]


def test_the_group_of_lanes_opens_and_is_not_chosen(qtbot, outline):
    outline.setCurrentIndex(outline.model().index_of(LANES))
    with qtbot.assertNotEmitted(outline.chosen):
        qtbot.keyClick(outline, Qt.Key.Key_Return)
    assert outline.opened() == [LANES]
    outline.setCurrentIndex(outline.model().index_of("lane-pains"))
    with qtbot.waitSignal(outline.chosen) as signal:
        qtbot.keyClick(outline, Qt.Key.Key_Return)
    assert signal.args == ["lane-pains"]


def order(rich) -> str:
    """The map as it stands: stages with their steps and what is in each, then the lanes."""
    stages = [
        f"{stage.title}: "
        + " | ".join(
            " ".join(
                f"{card.text}{'' if lane.id == TOUCHPOINTS else '!'}"
                for lane in rich.all(Lane)
                for card in rich.cell(lane.id, step.id)
            )
            for step in rich.steps(stage.id)
        )
        for stage in rich.all(Stage)
    ]
    return " > ".join(stages)


def done(rich, move) -> str:
    if move is None:
        return "nothing"
    rich.apply(move.make(Plans(Ids(1)))(rich))
    return order(rich)


START = "Learn: ad | search > Buy: shop pay slow! dear! > Wait: "


def test_the_start_is_as_it_should_be(rich):
    assert order(rich) == START


@pytest.mark.parametrize(
    ("key", "over", "row", "after"),
    [
        ("stage-learn", "", 2, "Buy: shop pay slow! dear! > Learn: ad | search > Wait: "),
        ("stage-learn", "", 3, "Buy: shop pay slow! dear! > Wait:  > Learn: ad | search"),
        ("stage-learn", "", 4, "Buy: shop pay slow! dear! > Wait:  > Learn: ad | search"),
        ("stage-learn", "", END, "Buy: shop pay slow! dear! > Wait:  > Learn: ad | search"),
        ("stage-wait", "", 0, "Wait:  > Learn: ad | search > Buy: shop pay slow! dear!"),
        ("stage-learn", "", 0, "nothing"),
        ("stage-learn", "", 1, "nothing"),
        ("stage-learn", "stage-buy", END, "nothing"),
        ("stage-learn", LANES, 0, "nothing"),
        ("step-learn-1", "stage-learn", 2, "Learn: search | ad > Buy: shop pay slow! dear! > Wait: "),
        ("step-learn-1", "stage-learn", END, "Learn: search | ad > Buy: shop pay slow! dear! > Wait: "),
        ("step-learn-2", "stage-buy", 1, "Learn: ad > Buy: shop pay slow! dear! | search > Wait: "),
        ("step-learn-2", "stage-wait", END, "Learn: ad > Buy: shop pay slow! dear! > Wait:  | search"),
        ("step-learn-1", "stage-learn", 1, "nothing"),
        ("step-learn-1", "", 1, "nothing"),
        ("step-learn-1", "step-learn-2", 0, "nothing"),
        ("card-pay", "stage-buy", 0, "Learn: ad | search > Buy: pay shop slow! dear! > Wait: "),
        ("card-pay", "stage-buy", 3, "Learn: ad | search > Buy: shop slow! pay! dear! > Wait: "),
        ("card-pay", "stage-buy", 4, "Learn: ad | search > Buy: shop slow! dear! pay! > Wait: "),
        ("card-pay", "stage-buy", END, "nothing"),
        ("card-slow", "stage-buy", 1, "Learn: ad | search > Buy: shop slow pay dear! > Wait: "),
        ("card-slow", "stage-buy", END, "Learn: ad | search > Buy: shop pay dear! slow! > Wait: "),
        ("card-slow", "stage-wait", END, "Learn: ad | search > Buy: shop pay dear! > Wait: slow!"),
        ("card-slow", "step-learn-1", 1, "Learn: ad slow! | search > Buy: shop pay dear! > Wait: "),
        ("card-slow", "step-learn-1", 0, "Learn: slow ad | search > Buy: shop pay dear! > Wait: "),
        ("card-pay", "stage-buy", 1, "nothing"),
        ("card-pay", "stage-learn", 0, "nothing"),
        ("card-pay", LANES, 0, "nothing"),
        ("owner-1", "", 0, "nothing"),
        ("gone", "", 0, "nothing"),
    ],
)
def test_something_let_go_comes_to_stand_where_the_line_was(rich, key, over, row, after):
    assert done(rich, landing(rich, key, over, row)) == after


def test_lanes_change_places_among_each_other(rich):
    landing_ = landing(rich, "lane-last", LANES, 0)
    rich.apply(landing_.make(Plans(Ids(1)))(rich))
    assert [lane.id for lane in rich.all(Lane)] == ["lane-last", TOUCHPOINTS, "lane-pains"]
    assert landing(rich, "lane-last", "", 0) is None


@pytest.mark.parametrize(
    ("key", "by", "after"),
    [
        ("stage-buy", -1, "Buy: shop pay slow! dear! > Learn: ad | search > Wait: "),
        ("stage-buy", 1, "Learn: ad | search > Wait:  > Buy: shop pay slow! dear!"),
        ("stage-learn", -1, "nothing"),
        ("stage-wait", 1, "nothing"),
        ("step-learn-1", 1, "Learn: search | ad > Buy: shop pay slow! dear! > Wait: "),
        ("step-learn-2", -1, "Learn: search | ad > Buy: shop pay slow! dear! > Wait: "),
        ("step-learn-2", 1, "Learn: ad > Buy: search | shop pay slow! dear! > Wait: "),
        ("step-learn-1", -1, "nothing"),
        ("step-buy-1", -1, "nothing"),
        ("card-pay", -1, "Learn: ad | search > Buy: pay shop slow! dear! > Wait: "),
        ("card-pay", 1, "Learn: ad | search > Buy: shop pay! slow! dear! > Wait: "),
        ("card-slow", -1, "Learn: ad | search > Buy: shop pay slow dear! > Wait: "),
        ("card-dear", 1, "Learn: ad | search > Buy: shop pay slow! > Wait: dear!"),
        ("card-shop", -1, "Learn: ad | search shop > Buy: pay slow! dear! > Wait: "),
        ("card-ad", -1, "nothing"),
        ("owner-1", 1, "nothing"),
    ],
)
def test_alt_and_an_arrow_move_one_place(rich, key, by, after):
    assert done(rich, nudged(rich, key, by)) == after


def test_a_drag_tells_where_it_ended_and_only_where_it_can(qtbot, outline):
    model = outline.model()
    mime = model.mimeData([model.index_of("card-pay")])
    buy, top = model.index_of("stage-buy"), model.index(-1, 0)
    assert model.canDropMimeData(mime, MOVE, 0, 0, buy)
    assert not model.canDropMimeData(mime, MOVE, 0, 0, top)
    assert not model.dropMimeData(mime, MOVE, 0, 0, top)
    with qtbot.waitSignal(outline.move_wanted) as signal:
        assert model.dropMimeData(mime, MOVE, 0, 0, buy)
    assert signal.args[0].label == "Move card"
    assert model.supportedDropActions() == MOVE


def test_what_comes_from_another_outline_or_program_is_not_taken(qtbot, outline, rich):
    other = Outline(shop(), movable=True)
    qtbot.addWidget(other)
    mime = other.model().mimeData([other.model().index_of("card-pay")])
    buy = outline.model().index_of("stage-buy")
    assert not outline.model().canDropMimeData(mime, MOVE, 0, 0, buy)
    text = QMimeData()
    text.setText("card-pay")
    assert not outline.model().canDropMimeData(text, MOVE, 0, 0, buy)


def test_nothing_can_be_dragged_on_a_map_that_may_only_be_read(qtbot, rich):
    outline = Outline(rich)
    qtbot.addWidget(outline)
    model = outline.model()
    assert not model.flags(model.index_of("stage-buy")) & Qt.ItemFlag.ItemIsDragEnabled
    outline.mark("stage-buy")
    with qtbot.assertNotEmitted(outline.move_wanted):
        qtbot.keyClick(outline, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)


def test_moves_are_steps_that_can_be_undone(qtbot, window):
    session = show_map(window, shop())
    outline = window.opened.outline
    outline.setFocus()
    outline.mark("stage-buy")
    qtbot.keyClick(outline, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(outline, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert session.history.done == ("Move stage",)
    assert outline.currentIndex().data() == "Buy"
    model = outline.model()
    lanes = model.index_of(LANES)
    model.dropMimeData(model.mimeData([model.index_of("lane-last")]), MOVE, 0, 0, lanes)
    assert session.history.done == ("Move stage", "Move lane")
    session.undo()
    session.undo()
    assert order(session.journey) == START


def test_a_stage_keeps_its_last_step(window):
    show_map(window, shop())
    model = window.opened.outline.model()
    session = window.session
    session.do("Name", retitle(session.journey, "step-buy-1", "At the till"))
    mime = model.mimeData([model.index_of("step-buy-1")])
    model.dropMimeData(mime, MOVE, 0, 0, model.index_of("stage-learn"))
    assert window.opened.view.hints.refusal.startswith("A stage needs at least one step.")
    assert window.asking.told == []
    assert session.history.done == ("Name",)
