"""The editor in place sets words exactly as the map does: same lines, same places, from pixel to pixel."""

from __future__ import annotations

import math
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from editor.canvas.galley import Galley, paragraphs, slack_before
from editor.canvas.text_item import TextItem
from editor.canvas.wording import Words, words_of
from editor.model.journey import Journey
from editor.model.records import Card
from editor.picture.words import TextBlock
from editor.session.lettering import lettering
from editor.session.session import Session
from tests.build import journey, with_records
from tests.canvas.shown import Desk

SAMPLES = Path(__file__).parents[2] / "samples"
PERSIAN = "در فروشگاه می‌پرسد آیا ۱۲ درصد تخفیف (Black Friday) هنوز هست؟"
ENGLISH = "Asks in the shop whether 12 % off (Black Friday) still holds"
Line = tuple[int, float, float]


def set_on_item(words: Words, text: str) -> tuple[TextItem, Galley]:
    item = TextItem(lettering().em, True)
    galley = Galley(item, lettering(), text)
    galley.wear(words)
    return item, galley


def item_lines(item: TextItem) -> Iterator[Line]:
    """Yield the first character, left end and baseline of each line on the sheet."""
    offset = 0
    for paragraph in paragraphs(item.document()):
        layout = paragraph.layout()
        for i in range(layout.lineCount()):
            line = layout.lineAt(i)
            left = min((p.x() for run in line.glyphRuns() for p in run.positions()), default=0.0)
            place = item.mapToScene(
                layout.position().x() + left, layout.position().y() + line.y() + line.ascent()
            )
            yield offset + line.textStart(), place.x(), place.y()
        offset += paragraph.length()


def map_lines(words: Words) -> Iterator[Line]:
    block, size = words.block, words.block.style.size
    for line, (x, y), runs in zip(block.shaped.lines, block.places(), block.shaped.runs(), strict=True):
        left = min((min(run.xs) for run in runs if run.xs), default=0.0)
        yield line.start, words.x + x + left * size, words.y + y


def every_word(name: str) -> Iterator[tuple[Words, str]]:
    """Yield the words that can be written on a sample, with their text."""
    from editor.canvas.places import Places

    session, places = Session.open(SAMPLES / name), Places()
    places.show(session.picture)
    for spot in (spot for row in places.rows() for spot in row):
        words = words_of(session.picture, spot)
        if words is not None and spot.role != "cell" and words.block.text:
            yield words, words.block.text


@pytest.mark.parametrize("name", ["shoe-shop.journey", "clinic-visit.journey", "b2b-software.journey"])
def test_all_words_of_a_map_have_the_same_lines_in_the_same_places(name: str) -> None:
    worst, count = 0.0, 0
    for words, text in every_word(name):
        item, _ = set_on_item(words, text)
        ours, theirs = [*item_lines(item)], [*map_lines(words)]
        assert [line[0] for line in ours] == [line[0] for line in theirs], text
        count += len(ours)
        worst = max(worst, *(abs(a - b) for ours_, theirs_ in zip(ours, theirs, strict=True)
                             for a, b in zip(ours_[1:], theirs_[1:], strict=True)))  # fmt: skip
    assert count > 40
    assert worst < 0.1  # points: an eighth of a pixel at 100 %


def words_on(card: str, direction: str = "ltr", width: float = 150.0) -> Words:
    made = with_records(
        journey("Ask: x", direction=direction), Card("card-x", "a", "lane-touchpoints", "step-ask-1", card)
    )
    session = Session(made, _layout())
    from editor.canvas.places import Places

    places = Places()
    places.show(session.picture)
    spot = places.find("card-x")
    assert spot is not None
    found = words_of(session.picture, spot)
    assert found is not None
    return found


def _layout():
    from editor.session.drawing import map_layout

    return map_layout().lay_out


@pytest.mark.parametrize("text", ["Up to 12 % off", "first\nsecond", "a (b)", "خرید ۱۲ ٪", "🙂 ok 5 GB"])
def test_what_is_read_is_what_was_written(text: str) -> None:
    item, galley = set_on_item(words_on(text), text)
    assert galley.read() == text
    assert item.document().characterCount() == len(text.encode("utf-16-le")) // 2 + 1


def test_no_break_spaces_are_for_the_eye_only() -> None:
    item, galley = set_on_item(words_on("Up to 12 "), "Up to 12 ")
    cursor = item.textCursor()
    cursor.movePosition(cursor.MoveOperation.End)
    cursor.insertText("%")
    item.setTextCursor(cursor)
    assert galley.read() == "Up to 12 %"
    galley.wear(words_on("Up to 12 %"))
    assert item.document().begin().text() == "Up to 12\u00a0%"
    assert galley.read() == "Up to 12 %"
    assert item.textCursor().position() == 10


def test_a_no_break_space_of_ones_own_stays() -> None:
    _, galley = set_on_item(words_on("a\u00a0b 12 %"), "a\u00a0b 12 %")
    assert galley.read() == "a\u00a0b 12 %"


def test_only_what_differs_is_replaced_and_the_cursor_stays() -> None:
    item, galley = set_on_item(words_on("one two"), "one two")
    galley.replace("one big two")
    assert galley.read() == "one big two"
    galley.replace("one\ntwo")
    assert item.document().blockCount() == 2


def test_markup_is_text() -> None:
    canary = "<img src='canary.png'><b>bold</b>"
    item, galley = set_on_item(words_on(canary), canary)
    assert galley.read() == canary
    assert "canary.png'&gt;" in item.document().toHtml() or "&lt;img" in item.document().toHtml()


def test_alignment_follows_the_direction_of_the_map() -> None:
    assert slack_before(words_on("x").block) == 0.0
    assert slack_before(words_on("x", "rtl").block) == 1.0


# From pixel to pixel


def grabbed(desk: Desk) -> QImage:
    for _ in range(30):
        QApplication.processEvents()
    return desk.view.viewport().grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)


def ink(image: QImage, block: TextBlock, x: float, y: float, desk: Desk) -> tuple[list[int], list[int]]:
    """Return the darkness of each column and each row of pixels inside the block."""
    area = desk.view.camera.touched(block.rect.moved(x, y), 3)
    grey = [
        [255 - QColor(image.pixel(px, py)).red() for px in range(area.left(), area.right())]
        for py in range(area.top(), area.bottom())
    ]
    return [sum(column) for column in zip(*grey, strict=True)], [sum(row) for row in grey]


def shift(one: list[int], other: list[int], reach: int = 4) -> int:
    """Return by how many pixels `other` has to be moved to lie best on `one`."""

    def apart(by: int) -> int:
        moved = [0] * by + other[: len(other) - by] if by >= 0 else other[-by:] + [0] * -by
        return sum(abs(a - b) for a, b in zip(one, moved, strict=True))

    return min(range(-reach, reach + 1), key=lambda by: (apart(by), abs(by)))


def map_with(text: str, direction: str) -> Journey:
    return with_records(
        journey("Ask: x", direction=direction), Card("card-x", "a", "lane-touchpoints", "step-ask-1", text)
    )


@pytest.mark.parametrize("zoom", [0.5, 1.0, 2.0])
@pytest.mark.parametrize(("text", "direction"), [(ENGLISH, "ltr"), (PERSIAN, "rtl"), (PERSIAN, "ltr")])
def test_nothing_jumps_when_the_writing_begins(zoom: float, text: str, direction: str) -> None:
    desk = Desk(map_with(text, direction), (900, 600))
    desk.view.set_zoom(zoom)
    desk.view.reveal(("card-x",))
    desk.view.select(("card-x",))
    before = grabbed(desk)
    assert desk.view.write("card-x")
    item = desk.view._touch.writer.item
    assert item is not None
    item.clearFocus()  # takes the cursor away
    after = grabbed(desk)
    spot, picture = desk.view.places.find("card-x"), desk.view.picture
    assert spot is not None
    assert picture is not None
    words = words_of(picture, spot)
    assert words is not None
    was, now = (ink(image, words.block, words.x, words.y, desk) for image in (before, after))
    assert sum(was[0]) > 1000
    assert abs(sum(now[0]) - sum(was[0])) < 0.05 * sum(was[0])  # as dark: nothing is drawn twice or lost
    assert abs(shift(was[0], now[0])) <= 1
    assert abs(shift(was[1], now[1])) <= 1
    desk.view.close()


def test_the_text_stands_with_its_row_on_whole_pixels_at_every_zoom() -> None:
    desk = Desk(map_with(ENGLISH, "ltr"), (900, 600))
    assert desk.view.write("card-x")
    item, scales = desk.view._touch.writer.item, set[float]()
    assert item is not None
    lane = next(place for place, plan in desk.view.places.lanes if plan.spot("card-x"))
    within = None
    for zoom in (1.0, 1.1, 1.27, 1.43):
        desk.view.set_zoom(zoom)
        scale = desk.view.camera.scale
        top = math.floor(lane.y * scale + 0.5) / scale
        scales.add(abs(round(top - lane.y, 6)))
        within = item.pos().y() - top if within is None else within
        assert item.pos().y() - top == pytest.approx(within, abs=1e-6)
    assert len(scales) > 1
    desk.view.close()
