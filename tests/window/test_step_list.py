"""The list of steps: all of them, the latest on top, each a way back or ahead."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from editor.window.step_list import MOST_ROWS, StepList
from tests.build import journey
from tests.window.desk import show_map


@pytest.fixture
def session(window):
    made = show_map(window, journey("Learn: ad"))
    for number in range(60):
        made.do(f"Step {number}", window.opened.bench.plans.write("card-ad", f"{number}")(made.journey))
    return made


def opened(window) -> StepList:
    window.actions_by_id["edit.history"].trigger()
    return window.findChildren(StepList)[-1]


def text(session) -> str:
    return session.journey.get("card-ad").text


def test_all_steps_are_listed_and_the_list_scrolls(window, session):
    steps = opened(window)
    assert [steps.item(row).text() for row in (0, 1, 59, 60)] == [
        "Step 59", "Step 58", "Step 0", "As it was before",
    ]  # fmt: skip
    assert steps.currentRow() == 0
    assert steps.verticalScrollBar().maximum() > 0
    assert steps.height() < 34 * MOST_ROWS
    steps.close()


def test_the_list_has_an_edge_over_white_paper(window, session):
    steps = opened(window)
    picture = steps.grab().toImage()
    assert picture.pixelColor(picture.width() - 1, picture.height() // 2) == QColor(
        window.desk.theme.tokens.edge
    )
    steps.close()


def test_a_click_goes_far_back_and_ahead_again(window, session):
    steps = opened(window)
    steps.itemClicked.emit(steps.item(59 - 7))
    assert text(session) == "7"
    assert len(session.history.undone) == 52
    steps = opened(window)
    assert steps.currentRow() == 52
    assert steps.item(0).text() == "Step 59"
    steps.itemClicked.emit(steps.item(0))
    assert text(session) == "59"


def test_the_keyboard_walks_and_goes(window, session):
    steps = opened(window)
    QTest.keyClick(steps, Qt.Key.Key_End)
    QTest.keyClick(steps, Qt.Key.Key_Return)
    assert text(session) == "ad"
    assert not session.dirty
    steps = opened(window)
    QTest.keyClick(steps, Qt.Key.Key_Escape)
    assert not steps.isVisible()
    assert text(session) == "ad"
