"""Rows that are kept as pixels: shown where they stand now, and just as they would be painted."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter

from editor.canvas.budget import Budget
from editor.canvas.display import Display
from editor.canvas.row import Row
from editor.canvas.strips import MOST_WINDOWS
from editor.picture.frame import Frame, Picture
from editor.picture.geometry import Rect
from tests.canvas.big import card, grid

SCALE = 4 / 3
WINDOW = QRect(0, 0, 700, 500)


class Window:
    """A window on a display, which can be scrolled."""

    def __init__(self, picture: Picture, monkeypatch: pytest.MonkeyPatch) -> None:
        self.display = Display()
        self.display.show(picture)
        self.painted: list[Row] = []
        paint = Row.paint

        def counted(row: Row, *how: object) -> None:
            self.painted.append(row)
            paint(row, *how)

        monkeypatch.setattr(Row, "paint", counted)

    def look(self, picture: Picture, left: int = 0, *, seconds: float = 60.0, kept: bool = True) -> QImage:
        """Show the picture and return what the window shows, scrolled to `left`."""
        self.display.show(picture)
        self.painted.clear()
        image = QImage(WINDOW.size(), QImage.Format.Format_RGB32)
        image.fill(QColor("white"))
        painter = QPainter(image)
        painter.translate(-left, 0)
        painter.scale(SCALE, SCALE)
        seen = Rect(left / SCALE, 0.0, WINDOW.width() / SCALE, WINDOW.height() / SCALE)
        self.passing = self.display.passing(painter, seen, Budget(seconds), window=WINDOW if kept else None)
        self.display.paint_through(self.passing)
        painter.end()
        return image


def lowered(picture: Picture, first: int, by: float) -> Picture:
    """The picture with its lanes from the one of that number on further down."""
    items, number = [], 0
    for item in picture.root.items:
        lane = isinstance(item, Frame) and item.role == "lane"
        items.append(item._replace(y=item.y + by) if lane and number >= first else item)
        number += lane
    return picture._replace(root=picture.root._replace(items=tuple(items)))


def with_words(picture: Picture, ref: str, words: str, taller: float = 0.0) -> Picture:
    """The picture with other words on one card, in a lane that is taller by so much."""

    def changed(frame: Frame) -> Frame:
        if frame.ref == ref:
            return card(int(ref[5:]), frame.y, words=words)
        kids = tuple(changed(item) if isinstance(item, Frame) else item for item in frame.items)
        if all(a is b for a, b in zip(kids, frame.items, strict=True)):
            return frame
        return frame._replace(items=kids, h=frame.h + (taller if frame.role == "lane" else 0.0))

    return picture._replace(root=changed(picture.root))


@pytest.fixture
def picture() -> Picture:
    return grid(4, 3, 2, 2)


def test_a_row_that_only_moves_is_not_painted_again(
    picture: Picture, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = Window(picture, monkeypatch)
    for by in (0.0, 4.4):
        window.look(lowered(picture, 1, by))
        assert len(window.painted) == 4
    for by in (0.3, 7.7, 12.1, 0.0):
        moved = lowered(picture, 1, by)
        shown = window.look(moved)
        assert not window.painted
        assert shown == window.look(moved, kept=False)


def test_of_a_row_that_changes_only_what_differs_is_painted(
    picture: Picture, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = Window(picture, monkeypatch)
    before = [window.look(picture) for _ in range(2)][1]
    for words, taller in (("asks again", 0.0), ("asks once more", 9.5), ("and again", 9.5)):
        changed = with_words(picture, "card-10020", words, taller)
        shown = window.look(changed)
        assert len(window.painted) == 1
        assert shown == window.look(changed, kept=False)
        assert shown != before
    assert window.look(picture) == before
    assert len(window.painted) == 1


def test_rows_are_painted_anew_for_another_scroll(picture: Picture, monkeypatch: pytest.MonkeyPatch) -> None:
    window = Window(picture, monkeypatch)
    for _ in range(2):
        window.look(picture)
    for left in (40, 41):
        shown = window.look(picture, left)
        assert len(window.painted) == 4
        assert shown == window.look(picture, left, kept=False)


def test_the_paper_under_rows_may_change(picture: Picture, monkeypatch: pytest.MonkeyPatch) -> None:
    window = Window(picture, monkeypatch)
    for _ in range(3):
        window.look(picture)
    assert not window.painted
    window.look(picture._replace(paper="#fff4e0"))
    assert len(window.painted) == 4


def test_what_is_not_finished_is_owed_and_not_kept(picture: Picture, monkeypatch: pytest.MonkeyPatch) -> None:
    window = Window(picture, monkeypatch)
    for _ in range(2):
        window.look(picture, seconds=0.0)
        assert window.passing.budget.owed is not None
        assert window.display.strips.size == 0
    for _ in range(2):
        window.look(picture)
    assert window.passing.budget.owed is None
    assert window.display.strips.size > 0


def test_what_was_not_seen_for_longest_is_forgotten(
    picture: Picture, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = Window(picture, monkeypatch)
    for _ in range(2):
        window.look(picture)
    first = picture
    for number in range(40 * MOST_WINDOWS):
        window.look(with_words(picture, "card-10020", f"asks {number}"))
    assert window.display.strips.size <= MOST_WINDOWS * WINDOW.width() * WINDOW.height()
    window.look(first)
    assert len(window.painted) <= 1


def test_a_row_that_takes_more_than_there_is_room_for_is_still_shown(
    picture: Picture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("editor.canvas.strips.MOST_WINDOWS", 0)
    window = Window(picture, monkeypatch)
    for _ in range(3):
        assert window.look(picture) == window.look(picture, kept=False)
