"""The numbers that stand for names of Qt are those of Qt, and do what the names do."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QLabel

from editor.window import plain_numbers as numbers

MEANT = {
    "PLAIN_TEXT": Qt.TextFormat.PlainText,
    "LEFT_TO_RIGHT": Qt.LayoutDirection.LeftToRight,
    "RIGHT_TO_LEFT": Qt.LayoutDirection.RightToLeft,
    "ALIGN_TRAILING": Qt.AlignmentFlag.AlignTrailing,
    "ALIGN_V_CENTER": Qt.AlignmentFlag.AlignVCenter,
}


def test_every_number_is_the_one_of_its_name():
    found = {name: value for name, value in vars(numbers).items() if type(value) is int}
    assert found == {name: value.value for name, value in MEANT.items()}


def test_a_label_takes_its_text_as_it_is_and_stands_where_it_is_told(qtbot):
    label = QLabel()
    qtbot.addWidget(label)
    numbers.show_plain_text(label)
    assert label.textFormat() == Qt.TextFormat.PlainText
    numbers.align(label, numbers.ALIGN_TRAILING | numbers.ALIGN_V_CENTER)
    assert label.alignment() == Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter


def test_windows_run_from_the_right_and_from_the_left_again(qapp):
    numbers.run(qapp, from_right=True)
    assert QApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    numbers.run(qapp, from_right=False)
    assert QApplication.layoutDirection() == Qt.LayoutDirection.LeftToRight


def test_what_has_no_such_property_is_an_error():
    with pytest.raises(AttributeError, match="textFormat"):
        numbers.show_plain_text(QObject())
