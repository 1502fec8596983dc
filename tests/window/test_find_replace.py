"""Finding and replacing on the map, and going back along the list of steps."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QPushButton

from editor.model.pictures import image_id
from editor.model.records import Card, Channel, Image, Persona, Stage
from editor.model.values import Evidence
from editor.session.finding import Hit
from editor.text.searching import found
from editor.window.find_list import WIDTH, Look, made_line
from editor.window.find_words import excerpt, place_of
from editor.window.tokens import LIGHT
from tests.build import PNG, TOUCHPOINTS, journey, with_records
from tests.window.canary import canaries
from tests.window.desk import show_map


@pytest.fixture
def session(window):
    return show_map(window, journey("Learn: ad, my ad > Buy: shop, pay"))


def type_words(qtbot, window, words: str):
    window.actions_by_id["edit.replace"].trigger()
    bar = window.opened.find_bar
    qtbot.keyClicks(bar.words, words)
    return bar


def test_hits_are_selected_and_counted_while_somebody_types(qtbot, window, session):
    bar = type_words(qtbot, window, "AD")
    assert window.opened.chosen() == ("card-ad", "card-my-ad")
    assert bar.count.text() == "2 found"
    qtbot.keyClicks(bar.words, "x")
    assert window.opened.chosen() == ()
    assert bar.count.text() == "not found"


def test_enter_walks_round_and_shift_enter_back(qtbot, window, session):
    bar = type_words(qtbot, window, "ad")
    walked = []
    for shift in (False, False, False, True):
        modifier = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
        qtbot.keyClick(bar.words, Qt.Key.Key_Return, modifier)
        walked.append(window.opened.chosen())
    assert walked == [("card-ad",), ("card-my-ad",), ("card-ad",), ("card-my-ad",)]
    assert bar.count.text() == "2 of 2"


def test_one_is_replaced_and_then_all_in_one_step(qtbot, window, session):
    bar = type_words(qtbot, window, "ad")
    qtbot.keyClicks(bar.by, "poster")
    bar.walk(1)
    bar.one.click()
    assert window.opened.bench.facts.text("card-ad") == "poster"
    assert window.opened.chosen() == ("card-my-ad",)
    session.undo()
    bar.every.click()
    assert [window.opened.bench.facts.text(key) for key in ("card-ad", "card-my-ad")] == [
        "poster",
        "my poster",
    ]
    assert session.history.done == ("Replace all",)
    assert not bar.every.isEnabled()


def test_what_was_replaced_is_counted(qtbot, window, session):
    bar = type_words(qtbot, window, "ad")
    qtbot.keyClicks(bar.by, "poster")
    bar.every.click()
    assert bar.count.text() == "2 replaced"


def test_tab_leads_from_the_words_to_what_replaces_them(qtbot, window, session):
    bar = type_words(qtbot, window, "ad")
    order = [bar.words]
    while order[-1] is not bar.every and len(order) < 9:
        order.append(order[-1].nextInFocusChain())
    assert order == [bar.words, bar.by, bar.one, bar.every]


def test_escape_goes_back_to_the_map(qtbot, window, session):
    bar = type_words(qtbot, window, "pay")
    qtbot.keyClick(bar.words, Qt.Key.Key_Escape)
    assert bar.isHidden()
    assert window.opened.chosen() == ("card-pay",)


def test_finding_alone_has_no_part_for_replacing(window, session):
    window.actions_by_id["edit.find"].trigger()
    assert window.opened.find_bar.by.isHidden()


def test_every_hit_is_listed_with_its_place(qtbot, window, session):
    bar = type_words(qtbot, window, "ad")
    model = bar.list.model()
    assert bar.list.isVisible()
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == ["ad", "my ad"]
    assert place_of(session.journey, model.hits[1]) == "Card · \u2068Touchpoints\u2069 · \u2068Learn\u2069"
    assert bar.list.grab().width() == WIDTH
    qtbot.keyClicks(bar.words, "x")
    assert not bar.list.isVisible()


def test_a_click_on_a_hit_goes_there(qtbot, window, session):
    bar = type_words(qtbot, window, "ad")
    index = bar.list.model().index(1, 0)
    qtbot.mouseClick(bar.list.viewport(), Qt.MouseButton.LeftButton, pos=bar.list.visualRect(index).center())
    assert window.opened.chosen() == ("card-my-ad",)
    assert bar.count.text() == "2 of 2"
    assert bar.list.currentIndex().row() == 1


def test_the_arrows_walk_the_list_while_somebody_types(qtbot, window, session):
    bar = type_words(qtbot, window, "ad")
    walked = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        qtbot.keyClick(bar.words, key)
        walked.append((window.opened.chosen()[0], bar.list.currentIndex().row()))
    assert walked == [("card-ad", 0), ("card-my-ad", 1), ("card-ad", 0)]


def test_the_list_follows_the_map(qtbot, window, session):
    bar = type_words(qtbot, window, "ad")
    plans = window.opened.bench.plans
    bar.walk(1)
    window.opened.bench.do("Write", plans.write("card-pay", "read"))
    qtbot.waitUntil(lambda: bar.list.model().rowCount() == 3)
    assert bar.count.text() == "1 of 3"
    window.opened.bench.do("Write", plans.write("card-ad", "poster"))
    qtbot.waitUntil(lambda: bar.list.model().rowCount() == 2)
    assert bar.count.text() == "2 found"
    qtbot.keyClick(bar.words, Qt.Key.Key_Escape)
    assert not bar.list.isVisible()
    session.undo()
    qtbot.wait(1)
    assert bar.list.isHidden()


def test_personas_channels_and_summaries_are_found_and_shown_in_the_inspector(qtbot, window):
    persona, channel = Persona("p", "a0", "Ava", goals="wants Berlin"), Channel("c", "a0", "Berlin shop")
    stage = Stage("stage-learn", "a0", "Learn", (), "In Berlin")
    show_map(window, with_records(journey("Learn: ad"), persona, channel, stage))
    bar = type_words(qtbot, window, "berlin")
    places = [place_of(window.opened.session.journey, hit) for hit in bar.list.model().hits]
    assert places == ["Persona · Goals · \u2068Ava\u2069", "Channel", "Stage · Summary · \u2068Learn\u2069"]
    bar.walk(1)
    assert window.opened.inspector.rows()["Name"] == "Ava"


@pytest.mark.parametrize(
    ("text", "words", "shown", "bold"),
    [
        ("Compares offers\nand prices", "prices", "Compares offers and prices", "prices"),
        ("The quick brown fox jumps over the lazy dog", "lazy", "…jumps over the lazy dog", "lazy"),
        ("x" * 50 + "dog", "dog", "…" + "x" * 18 + "dog", "dog"),
        ("خرید کفش‌ها", "کف", "خرید کفش‌ها", "کفش"),
        ("خرید کفش‌ها", "فش", "خرید کفش‌ها", "کفش"),
    ],
)
def test_an_excerpt_shows_what_was_found_and_never_parts_joined_letters(text, words, shown, bold):
    hit = Hit("card", "text", None, text, found(text, words))
    line, ((start, end),) = excerpt(hit)
    assert line == shown
    assert line[start:end] == bold


def test_a_line_holds_as_much_as_fits(qapp):
    look = Look(qapp.font(), 200, Qt.AlignmentFlag.AlignLeft, LIGHT)
    long = made_line("word " * 40, ((0, 4),), look)
    assert long.text().endswith("…")
    assert long.lineAt(0).naturalTextWidth() <= 200
    assert made_line("word", ((0, 4),), look).text() == "word"


def ink(text: str, side: Qt.AlignmentFlag, font) -> tuple[int, int]:
    """The first and last column of a line of 200 pixels on which there is something."""
    canvas = QImage(200, 30, QImage.Format.Format_RGB32)
    canvas.fill(Qt.GlobalColor.white)
    painter = QPainter(canvas)
    made_line(text, ((0, 2),), Look(font, 200, side, LIGHT)).draw(painter, QPointF(0, 0))
    painter.end()
    white = canvas.pixel(100, 29)
    columns = [x for x in range(200) if any(canvas.pixel(x, y) != white for y in range(29))]
    return columns[0], columns[-1]


@pytest.mark.parametrize("text", ["word", "کفش", "کفش ۲"])
def test_lines_begin_where_the_window_begins(qapp, text):
    absolute = Qt.AlignmentFlag.AlignAbsolute
    left = ink(text, Qt.AlignmentFlag.AlignLeft | absolute, qapp.font())
    right = ink(text, Qt.AlignmentFlag.AlignRight | absolute, qapp.font())
    assert left[0] < 4
    assert left[1] < 100
    assert right[0] > 100
    assert right[1] > 195


def test_a_hit_in_the_map_s_own_texts_scrolls_nowhere(qtbot, window):
    show_map(window, journey("Learn: ad > Buy: shop", title="Ads"))
    view = window.opened.view
    view.set_zoom(2.0)
    before = view.camera.scroll
    bar = window.opened.find_bar
    bar.open()
    bar.words.setText("ads")
    bar.search()
    bar.walk(1)
    assert window.opened.chosen() == ("map",)
    assert view.camera.scroll == before


def test_hostile_words_are_listed_as_words(qtbot, window, evil_map):
    show_map(window, evil_map)
    bar = type_words(qtbot, window, "img")
    assert bar.list.model().rowCount() > 10
    assert canaries(bar.list) == 0
    assert "<img" not in bar.list.model().index(0, 0).data(Qt.ItemDataRole.ToolTipRole)


def test_hits_in_evidence_and_pictures_say_where_they_are(qtbot, window):
    proof = Evidence("observed", "Shoe diary", method="interviews about shoes")
    more = (
        Card("card-new", "b0", TOUCHPOINTS, "step-learn-1", "new", evidence=proof),
        Persona("ann", "a0", "Ann", image=image_id(PNG)),
        Image(image_id(PNG), data=PNG, alt="a red shoe"),
    )
    session = show_map(window, journey("Learn: ad", *more))
    bar = type_words(qtbot, window, "shoe")
    assert window.opened.chosen() == ("ann", "card-new")
    places = [place_of(session.journey, hit) for hit in bar._hits]
    plain = [place.translate({0x2068: None, 0x2069: None}) for place in places]
    assert plain[0] == "Persona · Alternative text of the picture · Ann"
    assert plain[1] == "Card · Evidence · Source · new · Touchpoints · Learn"
    assert plain[2] == "Card · Evidence · Method · new · Touchpoints · Learn"
    bar.walk(1)
    assert window.opened.chosen() == ("ann",)
    qtbot.keyClicks(bar.by, "boot")
    bar.every.click()
    assert session.journey.one(Image, image_id(PNG)).alt == "a red boot"
    assert session.journey.one(Card, "card-new").evidence.method == "interviews about boots"
    session.undo()
    assert session.journey.one(Image, image_id(PNG)).alt == "a red shoe"


@pytest.mark.parametrize(("wide", "rows"), [(800, 2), (1024, 2), (1600, 1)])
def test_nothing_of_the_bar_lies_over_another_part_in_a_narrow_window(qtbot, window, session, wide, rows):
    window.resize(wide, 640)
    window.show()
    bar = type_words(qtbot, window, "ad")
    qtbot.waitUntil(lambda: bar.by.y() > bar.words.geometry().bottom() if rows == 2 else bar.by.y() < 20)
    parts = [bar.words, bar.count, bar.by, *bar.findChildren(QPushButton)]
    places = [part.geometry() for part in parts]
    assert not [both for both in combinations(places, 2) if both[0].intersects(both[1])]
    assert all(bar.rect().contains(place) for place in places)
    window.actions_by_id["edit.find"].trigger()
    assert bar.by.isHidden()
    qtbot.waitUntil(lambda: bar.height() < 64)
